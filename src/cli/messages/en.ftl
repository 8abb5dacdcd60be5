# The words of the interface in English. One key for each message; the same keys are in fr.ftl.

## Report
report-error = error
report-warning = warning
report-notice = notice
report-hint = what to do
report-errors = { $count ->
    [one] { $count } error.
   *[other] { $count } errors.
}
progress-start = Making sheets…
progress-line = { $done } of { $count }…
build-done = { $sheets ->
    [one] { $sheets } sheet
   *[other] { $sheets } sheets
}, { $files ->
    [one] { $files } file
   *[other] { $files } files
} ({ $megabytes } MB) for { $venues ->
    [one] { $venues } venue
   *[other] { $venues } venues
}{ $fresh ->
    [0] , nothing had changed
    [one] , one of them drawn now
   *[other] , { $fresh } of them drawn now
}, in { $seconds } s, in { $output }. { $removed ->
    [0] {""}
    [one] One old file removed.
   *[other] { $removed } old files removed.
}
build-interrupted = Interrupted. What was made is kept: run the same command again to go on. Sheets drawn now: { $fresh }; time: { $seconds } s.
build-failed = Not everything was made. Sheets: { $sheets }; files written: { $files }; venues: { $venues }; time: { $seconds } s.
build-left-out = made without these tips, for want of texts: { $venue }, { $lang }: { $tips }
build-gap = not made, for want of texts: { $venue }, { $lang }: { $media }
fit-done = { $sheets ->
    [one] { $sheets } document
   *[other] { $sheets } documents
}, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}; { $over ->
    [0] all fit.
    [one] one does not fit.
   *[other] { $over } do not fit.
}
list-machine = * translated by a machine, not reviewed
new-done = Project made in { $folder }. Describe your venue in content/venues/mon-lieu.yaml, then run: pancarte build --project { $folder }
eject-done = { $count } files copied into { $folder }. They are yours now: corrections of later versions no longer reach them.
schema-written = Schemas written. For VS Code to complete and check a file (YAML extension by Red Hat), put this line at its top:
schema-line = { $pattern }
    { $line }

## Files
file-missing = the file “{ $path }” does not exist
file-unreadable = “{ $path }” cannot be read: { $reason }
file-too-large = “{ $path }” is larger than { $megabytes } MB
file-not-utf8 = “{ $path }” is not a text in UTF-8
hint-save-as-utf8 = save it again, and choose UTF-8 as the encoding
file-exists = “{ $path }” exists already
hint-file-exists = choose another folder, or move this file away: nothing is ever overwritten
path-leaves = “{ $path }” leaves the project’s folder
hint-path-inside = copy the file into the project, and give its path from the project’s folder
write-failed = “{ $path }” cannot be written: { $reason }
hint-write-failed = check the free space of the disk, and your rights on this folder
threads-failed = the work cannot start: { $reason }

## Project
kit-missing = this folder is not a project: “{ $path }” is missing
hint-kit-missing = run the command in the project’s folder, name it with --project, or make one with pancarte new
extends-unknown = nothing that can be extended is called “{ $name }”
hint-did-you-mean = did you mean “{ $word }”?
hint-known = known values: { $list }
hint-detail = { $detail }

## YAML
yaml-unknown-key = the key “{ $key }” does not exist here
yaml-missing-key = the key “{ $key }” is missing
hint-add-key = add a line “{ $key }: …”
yaml-unknown-value = “{ $value }” is not a possible value here
yaml-duplicate-key = the key “{ $key }” is written twice
hint-remove-one = keep only one
yaml-empty = nothing follows the colon
hint-write-value = write a value, or remove the line
yaml-not-boolean = this needs a yes or a no
hint-boolean = write true (yes) or false (no)
yaml-merge-key = the key “<<” is not accepted
hint-merge-key = copy the keys you need here
yaml-too-large = this file grows without end when it is read
hint-anchors = remove the anchors (&) and the references (*)
yaml-wrong-type = this has the wrong shape: { $expected } expected, { $found } found
yaml-expected = this has the wrong shape: { $expected } expected
yaml-not-list = a list is expected here
yaml-not-map = lines “key: value” are expected here
yaml-not-text = a text is expected here
hint-yaml-shape = compare with a file beside it: a hyphen for each item of a list, two spaces for each level
yaml-tab = a tab cannot indent a line
hint-yaml-tab = replace the tab with spaces: two for each level
yaml-quote-open = this quote is not closed
hint-yaml-quote = add the missing quote at the end of the value
yaml-syntax = this is not correct YAML: { $detail }
hint-yaml-syntax = check quotes, colons and the spaces at the start of lines (never a tab)

## Markdown
front-matter-missing = the header is missing: the first line must be “---”
front-matter-open = the header is not closed
hint-front-matter = put the header between two lines “---”
markdown-html = HTML tags are not accepted
markdown-table = tables are not accepted
markdown-code = code text is not accepted
markdown-rule = rules are not accepted
markdown-quote = block quotes are not accepted
markdown-footnote = footnotes are not accepted
markdown-unknown = this element is not accepted
hint-markdown = use paragraphs, lists, **bold**, links and ![words](pictogram:name)
markdown-link = this link leads nowhere
hint-markdown-link = a link begins with https://, mailto: or tel:
markdown-image-alt = this picture has no alternative text
markdown-image-target = this picture is not a pictogram of the theme
markdown-one-line = this text must be a single paragraph
hint-one-line = remove empty lines, lists and headings

## Tips
tip-empty = “{ $key }” is empty
tip-unknown = the tip “{ $id }” does not exist
tip-broken = the tip “{ $id }” exists, but could not be read
tip-stray-file = “{ $path }” is out of place: it is not read
tip-words-alone = these words stand alone: there is no tip “{ $tip }”
hint-words-alone = add the file { $folder }/<tip>/tip.yaml, or mend the name
easy-sentences = an idea has one to three short sentences
hint-easy-sentences = split the idea in two, each with its pictogram
status-missing = how far this text ({ $lang }) has come is not said
hint-status = add “status: machine”, “status: translated” or “status: reviewed”
status-reviewed-by = a review has a name and a date
hint-status-reviewed = add “reviewed_by: …” and “reviewed_on: YYYY-MM-DD”
source-address = the address of a source begins with https://
id-bad = “{ $id }” cannot be a name
id-reserved = { $id } cannot name a venue: the site has a folder of that name already
hint-id-reserved = rename the file: codes of languages, “site” and “assets” are taken
hint-id = use small letters without accents, digits and hyphens
id-duplicate = “{ $id }” exists already ({ $first })
hint-id-duplicate = give one of the two another name
shortcut-unknown = the shortcut “{ $shortcut }” does not exist
shortcut-empty = this shortcut has neither keys nor a way through the menus
placeholder-unknown = “{ $name }” cannot be replaced
placeholder-no-shortcut = this text announces a shortcut, but { $venue } has no keys for it
hint-placeholder-shortcut = say “shortcut: …” in the tip, or remove what stands between braces
date-bad = “{ $text }” is not a date
hint-date = write year, month and day: 2026-11-24
lang-unknown = “{ $lang }” is not a language code
hint-lang = write two or three small letters: fr, en, ar

## Stamps
stamp-first = { $tip } ({ $lang }), { $kind ->
    [easy] easy-read
    [review] reading
   *[translation] translation
}: first stamp
stamp-same = { $tip } ({ $lang }), { $kind ->
    [easy] easy-read: the text it comes from has not changed
    [review] reading: the sentences have not changed
   *[translation] translation: the text it comes from has not changed
} since { $date }
stamp-changed = { $tip } ({ $lang }), { $kind ->
    [easy] easy-read: the text it comes from has changed
    [review] reading: the sentences have changed
   *[translation] translation: the text it comes from has changed
} since { $date }
stamp-done = → stamped on { $date }: { $path }
stamp-all-done = { $count ->
    [0] Everything is stamped already.
    [one] One text stamped.
   *[other] { $count } texts stamped.
}
stamp-consent = these names will be printed on easy-read sheets, and published with them: { $names }
hint-stamp-consent = ask each person whether they agree; if they do, add --consent
stamp-name-empty = a name is empty
stamp-one-or-all = give a tip and its language, or --all without a tip or a reading
hint-stamp-one-or-all = write “pancarte stamp TIP --lang fr”, or “pancarte stamp --all”
stamp-no-words = the tip { $tip } has no text in “{ $lang }”
stamp-nothing = { $tip } ({ $lang }) has nothing to stamp: neither an easy-read text nor a translation
hint-stamp-nothing = first write “easy:” in this file
stamp-file-broken = “{ $path }” has errors: it is not replaced
hint-stamp-file-broken = correct or delete it, then stamp again
stamp-tip-unknown = these stamps belong to no tip: “{ $tip }” does not exist
stamp-lang-unknown = this stamp belongs to no text: { $tip } has nothing in “{ $lang }”
stamp-edited = this stamp of { $tip } was edited by hand: it does not count
hint-stamp = read this text again, then run: pancarte stamp { $tip } --lang { $lang }
stamp-no-consent = a reading of { $tip } is recorded without the consent of those who read it
stamp-no-names = a reading of { $tip } has no names
hint-stamp-review = a reading has the names of the readers, and their consent to print them
sheet-stale = { $sheet } is not made: the { $kind ->
    [easy] easy-read text
   *[translation] translation
} of { $tip } ({ $lang }) dates from { $date }, and the text it comes from has changed since

## Differences
diff-paper = on paper
diff-screens = on screens
diff-change = { $change ->
    [reprint] to reprint
    [take-down] to take down
   *[new] new
}
diff-done = On paper: { $reprint ->
    [0] nothing to reprint
    [one] one sheet to reprint
   *[other] { $reprint } sheets to reprint
}, { $down ->
    [0] nothing to take down
    [one] one to take down
   *[other] { $down } to take down
}, { $new ->
    [0] nothing new
    [one] one new
   *[other] { $new } new
}. On screens: { $screens ->
    [0] no change
    [one] one change
   *[other] { $screens } changes
}.{ $redrawn ->
    [0] {""}
    [one] {" "}One document is drawn differently and says the same: the one on display may stay.
   *[other] {" "}{ $redrawn } documents are drawn differently and say the same: those on display may stay.
}
manifest-unreadable = this is not a pancarte manifest: { $detail }
hint-manifest = give the manifest.json of an earlier build, kept as it was
hint-manifest-missing = keep a copy of manifest.json before you build again, or run pancarte build
manifest-version = this manifest has version { $version }; this program reads version { $known }
hint-manifest-version = make it again with this version of the program

## Report on checks
report-written = Written: { $path }
evidence-lang = en
evidence-title = Report on checks
evidence-skip = Skip to content
evidence-lead = On { $date } the program laid out { $sheets ->
    [one] this document
   *[other] { $sheets } documents
} again, and measured what follows. These figures do not replace the questions that only a person can answer: those questions are at the end, with boxes to tick.
evidence-program = Checked by the program
evidence-people = For a person to check
evidence-sheet = Document
evidence-contrast = Contrast
evidence-letters = Capitals
evidence-pictures = Pictures
evidence-words = Lines
evidence-pdf = PDF
evidence-method = How it is measured
evidence-least-contrast = lowest contrast of a text. The program refuses less than { $asked }:1.
evidence-least-vision = lowest contrast in black and white or for colour-blind eyes. The program refuses less than { $asked }:1.
evidence-least-letters = smallest capitals on paper.
evidence-exported = PDF files passed by Typst’s checks of PDF/UA-1 and PDF/A-2a.
evidence-vision = { $ratio } { $vision ->
    [greyscale] in black and white
    [protanopia] without seeing red
    [deuteranopia] without seeing green
   *[tritanopia] without seeing blue
}
evidence-on-pictures = { $count ->
    [one] one text on a picture or a gradient, not counted
   *[other] { $count } texts on a picture or a gradient, not counted
}
evidence-asked = at least { $cap } mm{ $distance ->
    [near] {""}
   *[other] ; read from { $distance } m
}
evidence-action = what to do: 1/{ $part } of { $distance } m
evidence-on-screen = the size of the screen is not known
evidence-pictures-in-pdf = { $decorative ->
    [0] {""}
    [one] 1 decorative; {""}
   *[other] { $decorative } decorative; {""}
}{ $described ->
    [0] none described
    [one] 1 described
   *[other] { $described } described
}{ $bare ->
    [0] {""}
    [one] ; 1 without a description
   *[other] ; { $bare } without a description
}
evidence-pictures-beside = the words are on the page and in the text file
evidence-order = { $elsewhere ->
    [0] {""}
    [one] 1 elsewhere on the page. {""}
   *[other] { $elsewhere } elsewhere on the page. {""}
}{ $apart ->
    [0] {""}
    [one] 1 in several pieces.
   *[other] { $apart } in several pieces.
}
evidence-tagged = tagged
evidence-untagged = without tags
evidence-tree = { $elements } tags, among them { $headings ->
    [0] no heading
    [one] 1 heading
   *[other] { $headings } headings
}; { $ordered } pieces of { $marked } in order
evidence-declares = language { $lang ->
    [none] not given
   *[other] { $lang }
}, title { $title ->
    [yes] shown
   *[no] not shown
}; declares PDF/UA-{ $ua }, PDF/A-{ $archive }
evidence-refused = the exporter refuses this PDF
evidence-only-page = page and text, common to the wallpapers
evidence-failed = could not be made
evidence-how-contrast = Contrast ratio of WCAG 2 between each text and what is drawn under it, the lowest of the document; then the same in black and white and for three kinds of colour blindness. Rounded down.
evidence-how-letters = Height of the capitals of the smallest text, from its font; for Arabic the nominal height. The limit comes from the reading distance: 1/200, and 4.5 mm on a poster.
evidence-how-pictures = Pictures drawn on the pages. Those that the PDF leaves out of its tags are decorative, as the words beside them say the same; those with an alternative text are described.
evidence-how-words = Lines of the text found whole, each after the one before, in the order in which the pages hold them. That every word is there is checked separately: a document that lacks one is not made.
evidence-how-pdf = Read back from the file by a library other than the one that wrote it. In order: each marked piece is read after the one drawn before it. Declaring PDF/UA is not the same as meeting it: veraPDF was not run, and about a third of the rules need a person.
evidence-online = Online (French RGAA 4.1, theme 13)
evidence-rgaa-3 = Criterion 13.3. Does each office document offered for download have, if necessary, an accessible version (except in special cases)? pancarte writes a web page beside each PDF: does your site offer both?
evidence-rgaa-4 = Criterion 13.4. For each office document that has an accessible version, does this version give the same information? The page and the PDF are made from the same words: have you compared them?
evidence-online-site = Do the addresses printed on the documents lead to the right pages?
evidence-reader = With a screen reader
evidence-reader-order = Is the document read in an order that makes sense, and in the right language?
evidence-reader-titles = Do headings say what follows, and can they be used to go from one part to another?
evidence-reader-alt = Does each alternative text say what the picture brings? Is nothing useful missing among the decorative pictures?
evidence-easy = Easy to read
evidence-easy-read = Has at least one person with an intellectual disability, whose first language it is, read and understood each sentence?
evidence-easy-pictures = Do the pictograms tell this person the same as the sentences?
evidence-easy-names = Does this person agree to have their name printed? If so: pancarte stamp, with --reviewed-by and --consent.
evidence-easy-logo = If the European easy-to-read logo is on a sheet, are its conditions met (reading, names printed, mention, 15 mm at least)?
evidence-place = On site
evidence-place-distance = From where people stand, can the poster be read where it hangs, in the light of the place?
evidence-place-code = Does the printed QR code open with an ordinary telephone?
evidence-place-keys = Do the keys drawn do what is said, on the computers of the venue?
evidence-texts = The texts
evidence-texts-machine = Has a native speaker checked the texts translated by a machine?
evidence-texts-law = Has the data protection officer read the mandate and the house rules?

## Venues
profile-missing = “{ $key }” is said nowhere: not by the venue, its organisation, its kind or the kit
hint-profile-missing = { $key ->
    [name] add “{ $key }: …” to this file
   *[other] add “{ $key }: …” to this file, or for all venues under “defaults:” in content/kit.yaml
}
kind-unknown = the kind “{ $id }” does not exist
organisation-unknown = the organisation “{ $id }” does not exist
hint-make-file = make the file { $path }
venue-unknown = the venue “{ $id }” does not exist
browser-unknown = the browser “{ $id }” does not exist in shortcuts.yaml
keyboard-unknown = the keyboard “{ $id }” does not exist in shortcuts.yaml
colour-bad = “{ $text }” is not a colour
hint-colour = write a hash and six digits or letters from A to F, in quotes: "#006B57"
screen-bad = “{ $text }” is not a screen
zone-size-bad = “{ $text }” is not a size on a screen
hint-zone-size = write pixels, a part of the screen, or both: “48 px”, “7 %”, “48 px, 7 %”
zone-shape-bad = this zone is neither a strip nor a box
hint-zone-shape = a strip has “side” and “thickness”; a box has “spot”, “width” and “height”
system-path-bad = "{ $text }" is not a path that the deployment folder can hold
hint-system-path = a path without "..", made of unaccented letters, digits and ". _ - /"
system-include-unknown = the system "{ $name }" is not in the table
system-source-missing = this setting has neither source nor date
hint-system-source = give the address of the maker's page that describes the key (source) and the day you read it (checked_on), for the setting or for the whole file
setting-does-not-fit = { $path }: the format "{ $format }" cannot hold the value of "{ $key }"
hint-setting-does-not-fit = some formats have no lists and no line breaks: correct content/systems.yaml
jpeg-too-heavy = the JPEG picture for machines is over { $limit } MB
program-unknown = pancarte has no script "{ $name }"
placeholder-of-system-unknown = "{ $name }" is not replaced in settings
hint-post-variant = a post has dark or light pictures
post-medium = { $medium } is not shown on a screen
hint-post-medium = a post shows wallpaper, lock-screen or signage
tips-each = a picture of the set cannot have { $count } tips: from 1 to 3
rotation-without-day = the set changes ({ $every }), but nothing says from which day
hint-rotation-day = write the first day of the first picture: “from: 2027-01-04”
hint-screen = write width and height in pixels, from 480 to 8192: 1920x1080
site-url-bad = “{ $text }” is not an address
hint-site-url = an address begins with https://
variant-unknown = { $medium } has no variant “{ $variant }”
format-unknown = { $medium } is not made in { $format }
size-unknown = { $medium } is not made in “{ $size }”
landscape-not-for = { $medium } is not made in landscape
hint-poster-size = write { $list }, or width and height in millimetres, from 100 to 2500: "600x800 mm"
distance-bad = “{ $text }” is not a reading distance
hint-distance = write a number and its unit, from 20 cm to 20 m: “3 m”, “60 cm”
languages-not-together = { $medium } does not set “{ $languages }” on one sheet
hint-languages-not-together = two different languages, as in “fr+ar”, go on poster-checklist and easy-read; elsewhere, order one language and then the other
tile-unknown = a poster is not cut into “{ $size }”
key-for-posters = { $medium } has no “{ $key }”
hint-key-for-posters = remove “{ $key }”, which is for posters
hint-portrait = remove “orientation: landscape”
medium-unknown = the medium “{ $name }” does not exist
words-missing = { $medium } ({ $lang }) is ordered for { $venue }, but a text is missing: { $missing }
hint-words-missing = write this text, or take the language out of the order
tips-too-few = { $medium } ({ $lang }) is ordered for { $venue }, but only { $count ->
    [one] { $count } tip fits
   *[other] { $count } tips fit
}; { $enough } are needed
hint-tips-too-few = add tips to the order, or write them in this language
tips-too-many = { $medium } shows { $most } tips at most; { $count } are ordered
hint-tips-too-many = take tips out of the order, or make two orders
nothing-to-make = there is nothing to make: no venue orders what was asked for
hint-nothing-to-make = describe a venue in content/venues, or check what follows --venue, --medium, --lang and --format
order-twice = “{ $sheet }” is ordered twice for { $venue }
hint-order-twice = remove one order, or say where each will hang with “place:”

## Logos
logo-no-picture = “{ $path }” is not a readable picture
logo-svg-broken = “{ $path }” is not a correct SVG (error on line { $detail })
hint-logo-formats = give an SVG, a PNG, a JPEG or a WebP
hint-logo-path = the path starts at the project folder: content/logos/my-logo.svg
logo-too-large = “{ $path }” is a picture of more than { $detail } pixels a side
hint-logo-size = 1,600 pixels are enough for a logo
logo-too-complex = “{ $path }” is too complicated a drawing ({ $detail })
hint-logo-simplify = have the drawing simplified, or give a PNG
logo-reaches-out = “{ $path }” reaches for something else: { $detail }
hint-logo-alone = a logo must stand alone: put everything into the file
logo-script = “{ $path }” holds code or a page ({ $detail })
logo-text = “{ $path }” holds text, whose font may be missing
hint-logo-outlines = have the text turned into outlines

## Themes
theme-unknown = the theme “{ $theme }” does not exist
font-missing = the font “{ $family }” is missing from the theme { $theme }
hint-font-missing = put its .ttf or .otf file into { $folder }
font-web = the font “{ $family }” ({ $weight }) cannot be made ready for the web: { $reason }
hint-font-web = replace its file, or take this family out of theme.yaml
template-missing = the template “{ $template }” is missing from the theme { $theme }
pictogram-unknown = the pictogram “{ $name }” does not exist in the theme { $theme }
word-missing = words of the theme { $theme } are missing: { $keys }
hint-word-missing = add these lines to the file of words of the language
theme-error = the theme cannot make { $sheet }: { $detail }
theme-page = a page of the theme is wrong: { $detail }
hint-theme-page = compare this file with the one that ships: take it out of themes/, or copy the theme anew with “pancarte eject theme” in an empty project
glyph-missing = the character “{ $glyph }” is in no font of the theme { $theme } ({ $lang })
hint-glyph-missing = write it otherwise, or add a font that has it to the theme
licence-missing = { $count ->
    [one] nobody says under which licence this file is: { $files }
   *[other] nobody says under which licence { $count } files are: { $files }
}
hint-licence-missing = say in { $path } who made these fonts or pictures, under which licence, and where they can be found
licence-refused = “{ $name }” is under “{ $id }”: { $fault ->
    [nc] this licence forbids commercial use
    [nd] this licence forbids changes
   *[unknown] this licence is not known here
}
hint-licence-refused = take a font or a picture under a free licence: OFL-1.1, CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, MIT, Apache-2.0…
raster-failed = the picture cannot be made: { $detail }

## Layout
fit-too-long = “{ $text }” does not fit: about { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
} too long ({ $venue }, { $medium }, { $size }, { $lang }{ $tip ->
    [none] {""}
   *[other] , tip { $tip }
}){ $cap ->
    [none] {""}
   *[other] ; read from { $distance } m, capitals must be { $cap } mm tall
}
fit-word-too-long = the word “{ $text }” is too wide for its line: about { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
} too long ({ $venue }, { $medium }, { $size }, { $lang }{ $tip ->
    [none] {""}
   *[other] , tip { $tip }
}){ $cap ->
    [none] {""}
   *[other] ; read from { $distance } m, capitals must be { $cap } mm tall
}
fit-too-full = there is too much on this sheet: even “{ $text }” has no room left ({ $venue }, { $medium }, { $size }, { $lang }){ $cap ->
    [none] {""}
   *[other] ; read from { $distance } m, capitals must be { $cap } mm tall
}
hint-fit-too-full = { $larger ->
    [none] take tips out of the order
   *[other] order { $larger }
}{ $split ->
    [yes] , or split it in two
   *[no] {""}
}
hint-fit-too-long = shorten by about { $characters ->
    [one] { $characters } character
   *[other] { $characters } characters
}{ $larger ->
    [none] {""}
   *[other] , or order { $larger }
}{ $split ->
    [yes] , or split it in two
   *[no] {""}
}
proof-left = { $what ->
    [lines] “{ $text }” is no longer on the lines it was set on ({ $box })
    [missing] “{ $text }” is missing ({ $box })
    [margin] “{ $text }” is too near the edge to be printed ({ $box })
    [small] “{ $text }” is set too small ({ $box })
    [overlap] “{ $text }” touches another text ({ $box })
    [zone] “{ $text }” stands where the system draws icons, bars or the box to sign in ({ $box })
   *[other] “{ $text }” leaves its place ({ $box })
} in { $sheet }
hint-proof = shorten the text; if it is short already, the theme is wrong
proof-pages = { $sheet } has { $pages } pages, which cannot be for this medium
proof-number = { $what ->
    [folio] page { $page } carries the number “{ $said }”
   *[contents] the contents announce page “{ $said }” for what begins on page { $page }
} in { $sheet }
hint-proof-number = the theme counts its pages wrongly: correct it, or take that of pancarte
tile-useless = this poster goes whole on one { $size } sheet: there is nothing to cut
hint-tile-useless = remove “tile”, or order a larger poster
print-without-pdf = “{ $key }” makes a PDF, but the order asks for none
hint-print-without-pdf = add pdf to “formats”, or remove “formats”
booklet-creep = this booklet of { $pages } pages is thick: those in the middle stick out by { $mm } mm
hint-booklet-creep = take thinner paper, ask the printer to trim the edge, or make two booklets
easy-ideas-differ = the tip { $tip } has { $ideas ->
    [one] { $ideas } easy-read idea
   *[other] { $ideas } easy-read ideas
} in “{ $first }” and { $others } in “{ $second }”: a sheet in two languages puts them side by side
hint-easy-ideas-differ = split the text into as many ideas in both languages, or order one sheet for each language
easy-page = easy-read, { $rule }: { $rule ->
    [ER-FONT-SIZE] “{ $text }” is too small: its small letters are { $value } pt high, they must be 7.3 (Arial 14)
    [ER-FONT-ONE] there is more than one font ({ $value })
    [ER-NO-ITALIC] “{ $text }” is in italics
    [ER-NO-CAPS-PAGE] “{ $text }” is all in capitals
    [ER-ALIGN] “{ $text }” is not aligned with the start of the line, or its lines are stretched
    [ER-HYPHEN-PAGE] a word is split in “{ $text }”
    [ER-SENT-LINE-PAGE] “{ $text }” has no line of its own
    [ER-SENT-BREAK] “{ $text }” runs over two pages
    [ER-LEADING] lines are too close at “{ $text }”: { $value } times the size of the letters, it must be 1.4 (1.7 in Arabic)
    [ER-LINE] the line “{ $text }” has { $value } characters; up to 70 are easy to read
    [ER-COLUMNS] “{ $text }” is beside another text, in columns
    [ER-PIC-SIDE] “{ $text }” does not have its picture at the start of the line
    [ER-PIC-DENSITY] there are { $value } pictures on a page; 5 at most
    [ER-PAGE-NO] the page number “{ $text }” is missing
    [ER-MARGIN] “{ $text }” is less than 20 mm from the edge
    [ER-LENGTH] { $value } pages in one language is long: 20 at most, never more than 24
   *[other] the European logo is smaller than 15 mm, or its mention is missing
} ({ $sheet }{ $page ->
    [none] {""}
   *[other] , page { $page }
}){ $others ->
    [0] {""}
    [one] {" "}(and in one other place)
   *[other] {" "}(and in { $others } other places)
}
hint-easy-page = correct the template easy-read.typ of the theme; to understand the rule: pancarte check --explain { $rule }
hint-easy-length = order fewer tips on this sheet, or make two
glossary-meaning = “{ $term }” is explained in one or two sentences
hint-glossary-meaning = write one or two short sentences under “meaning:”
glossary-form-twice = “{ $form }” is written already ({ $first })
hint-glossary-form-twice = a form belongs to one word only: keep it in one place
contrast-low = “{ $text }” is hard to read in { $sheet }: { $fore } on { $ground } has a contrast of { $whole }.{ $tenth }:1, and needs 7:1{ $others ->
    [0] {""}
    [one] {" "}(and one other text)
   *[other] {" "}(and { $others } other texts)
}
contrast-vision = “{ $text }” is hard to read in { $sheet } { $vision ->
    [greyscale] in black and white
    [protanopia] for people who do not see red (protanopia)
    [deuteranopia] for people who do not see green (deuteranopia)
   *[tritanopia] for people who do not see blue (tritanopia)
}: { $fore } on { $ground } has a contrast of { $whole }.{ $tenth }:1, and needs 4.5:1{ $others ->
    [0] {""}
    [one] {" "}(and one other text)
   *[other] {" "}(and { $others } other texts)
}
hint-contrast = in the template, choose two colours that belong together: onfield or spark on field, ink on paper, mist or ladder, paper or tint on deep
contrast-hidden = “{ $text }” cannot be seen in { $sheet }: no point of the picture there has the colour { $fore }
hint-contrast-picture = in the template, move the text away from what is drawn under it, a picture or a gradient
hint-contrast-hidden = in the template, place the text after what covers it

## Arguments
args-unknown = “{ $word }” is not known
args-value = “{ $value }” is not possible for { $option }; possible: { $known }
args-value-bad = “{ $value }” is not possible for { $option }
args-missing = { $option } is missing
args-other = { $detail }
help-about = Privacy tips become posters, wallpapers, booklets and pages, for each venue.
help-usage = Usage:
help-commands = Commands
help-help = Prints this help
help-version = Prints the version
help-ui-lang = Language of messages: fr or en
help-build = Makes all sheets of the venues
help-build-project = Folder of the project
help-build-output = Folder to write into; “output” in the project where it is left out
help-build-venue = Only this venue; may be repeated
help-build-medium = Only this medium; may be repeated
help-build-lang = Only this language; may be repeated
help-build-format = Only this format; may be repeated
help-build-jobs = Number of jobs run side by side
help-build-keep-going = Makes what is good even if the rest has errors
help-build-force = Makes everything anew, whatever stands
help-build-verify = Reads every file that stands, not only its size and time
help-build-previous = Manifest of what is published: sheets no longer made keep a page
help-fit = Says how many characters each text has left, without writing anything
help-fit-project = Project folder
help-fit-venue = Only this venue; can be repeated
help-fit-medium = Only this medium; can be repeated
help-fit-lang = Only this language; can be repeated
help-fit-json = Gives the table as JSON
help-stamp = Records that a text was compared with the one it comes from, and shows what had changed
help-stamp-tip = Name of the tip
help-stamp-all = All texts without a stamp, or whose original has changed
help-stamp-lang = Language of the text: fr, en, ar…
help-stamp-reviewed-by = Name of a person with an intellectual disability who has read the easy-read text; may be repeated
help-stamp-consent = These people agree to have their names printed
help-stamp-today = Day of the stamp; today where it is left out
help-stamp-project = Project folder
help-diff = Says what to reprint and what to take down since an earlier build, venue by venue
help-diff-old = manifest.json of the earlier build
help-diff-project = Folder of the project
help-diff-output = Folder of the documents; “output” in the project where it is left out
help-diff-json = Gives the differences as JSON
help-report = Writes what the program checked on the documents of a venue, and what only a person can check
help-report-venue = Name of the venue
help-report-project = Folder of the project
help-report-output = Folder to write into; “output” in the project where it is left out
help-report-today = Day of the report; today where it is left out
help-new = Makes a project with one venue, ready to build
help-new-folder = Folder to make
help-import = Makes the venues of a public register (CSV or JSON), or brings them up to date
help-import-file = Register in the French national schema of digital-inclusion places
help-import-map = What the register calls columns and values
help-import-register = Name of the register, from one import to the next; else that of the file
help-import-into = Folder of the venues
help-import-dry-run = Says what would be done, and writes nothing
help-import-group = Folders: none, or department (one for each); department from 1,001 venues on
help-import-restore = Makes the files again that you deleted
help-import-report = Writes the report to a CSV file
help-import-project = Folder of the project
help-eject = Copies the shipped theme or tips into the project, to make them your own
help-eject-what = theme or tips
help-eject-project = Folder of the project
help-list = Lists venues, tips, media or themes
help-list-what = venues, tips, media or themes
help-list-project = Folder of the project
help-explain = Says where each value of a venue comes from
help-explain-venue = Name of the venue
help-explain-project = Folder of the project
help-schema = Gives the JSON Schema of content files
help-schema-into = Folder to write one file into for each kind of content
help-completions = Gives completions for a shell
help-completions-shell = bash, zsh, fish, elvish or powershell
help-man = Gives the manual page

## Checking
check-done = { $texts } texts read, { $sheets } sheets planned. Errors: { $errors }; warnings: { $warnings }; notices: { $notices }.
check-fixed = corrected: { $path } ({ $places ->
    [one] one place
   *[other] { $places } places
})
check-fix-unsafe = nothing was corrected: once corrected, the files no longer read as before
check-no-dictionary = spelling not checked in { $lang }: no Hunspell dictionary is installed for this language
check-path = “{ $path }” is not in the project
hint-check-path = give files or folders of the project, or say where it is with --project
rule-unknown = there is no rule or group “{ $rule }”
help-check = Says what is wrong, weak or hard to read in the content
help-check-paths = Files and folders to report on; all where it is left out
help-check-project = Folder of the project
help-check-format = Format of the report: human, short, json, sarif or github
help-check-deny = Rule, group, “warnings” or “notices” to count as errors; may be repeated
help-check-rule = Only this rule; may be repeated
help-check-fix = Corrects what is safe to correct, directly in the files
help-check-explain = Prints the manual page of a rule
help-check-pages = Lays out all pages and checks them too (slower)
help-check-spell = Looks words up in the Hunspell dictionaries that are installed
help-check-today = Day of the check, YYYY-MM-DD; today where it is left out
help-check-venue = Only this venue; may be repeated
help-check-medium = Only this medium; may be repeated
help-check-lang = Only sheets in this language; may be repeated

## Form of a venue
form-title = The venue: { $venue }
form-skip = Go to the form
form-home = All sheets
form-intro = Fill in, save: the sheets change. An empty field takes the inherited value.
form-kept = Comments of the file stay; tips that are chosen (“selection”) are changed in the file.
form-needed-mark = (required)
form-saved = Saved.
form-conflict = the file changed while you filled in this form. Nothing is saved, and your answers are here. Look at the fields that are pointed out, then save: what the form says will replace what the file says.
form-now = In the file, now: { $value }
form-problems = Nothing is saved: correct this first
form-error = Error:
form-save = Save
form-look = Try the colour
form-look-help = “Try the colour” shows this page in the chosen colour, and saves nothing.
form-sheets = The sheets of this venue
form-no-sheets = No sheet is ready.
form-sheet-stale = earlier version
form-your-colour = your colour
form-used-colour = colour used
form-sample = Text
form-spark = Accent
form-picker = Choose the colour from a palette
form-contrasts = Contrast
form-ladder = tones of the rows
form-also = Also:
form-more = More details
form-nothing = not specified
form-choose = choose…
form-needed = this answer is missing
form-one-line = this text has an invisible sign or a line break
hint-form-one-line = take it out and write the text on one line
form-by-hand = “{ $path }” is written in a way that the form cannot change safely: nothing is saved
hint-form-by-hand = change this value in the file with a text editor
form-from-kind = { $value } – inherited from the kind “{ $name }”
form-from-organisation = { $value } – inherited from “{ $name }”
form-from-kit = { $value } – inherited from the project
form-section-venue = The venue
form-section-look = Colour and logo
form-section-languages = Languages
form-section-computers = Computers
form-section-orders = Orders
form-section-more = Less often
form-name = Name
form-name-help = As it will be printed.
form-kind = Kind of venue
form-kind-help = Venues of one kind share values and tips.
form-organisation = Organisation
form-organisation-help = The town or network whose colour, logo and contacts this venue takes.
form-address = Address
form-street = Number and street
form-postcode = Postcode
form-town = Town
form-hours = Opening hours
form-hours-help = A language left empty takes the French text. As soon as one language is filled in, inherited hours no longer count.
form-contacts = Contacts
form-contacts-help = Whom to ask for help: desk, telephone, e-mail, website.
form-contact-row = Contact { $number }
form-contact-kind = Kind
form-contact-value = Number, address or name
form-contact-label = What it is for
form-contact-note = Note
form-pictogram = Pictogram
form-add-contact = Add a contact
form-remove-contact = Remove contact { $number }
form-colour = Colour
form-colour-help = That of your logo or your town: a hash and six signs, such as #006B57.
form-colour-kept = Your colour is used as it is: white text is easy to read on it.
form-colour-darker = Your colour is made darker, just enough for white text to be easy to read on it.
form-colour-lighter = Your colour is made a little lighter: darker, it would look black.
form-colour-swapped = Your colour is light: the ground becomes nearly black, and your colour is the accent.
form-contrast-field = text on the ground: { $ratio }:1
form-contrast-spark = accent on the ground: { $ratio }:1
form-contrast-ladder = black text on coloured rows: { $ratio }:1 at least
form-logo = Logo
form-logo-help = Put the file into the folder “content/logos” of the project: SVG, PNG, JPEG or WebP.
form-logo-file = File
form-logo-alt = What the logo shows
form-logo-alt-help = For those who do not see it. Required with a file.
form-logo-credit = Who drew it
form-languages = Languages of the sheets
form-languages-help = Nothing ticked: the inherited languages. The first one is that of the venue.
form-system = System
form-browsers = Browsers
form-keyboard = Keyboard
form-keyboard-help = The one on the table: it decides which keys are drawn.
form-interface-language = Language of the system
form-interface-language-help = It decides on which side desktop icons stand.
form-screens = Screens
form-screens-help = In pixels, with commas between them: 1920x1080, 1366x768.
form-equipment = Equipment
form-equipment-help = A tip is only given where it makes sense.
form-printer = People can print
form-scanner = People can scan or copy
form-usb = USB sticks can be plugged in
form-session-reset = The session resets itself
form-logs = The venue keeps logs of connections
form-private-mode = Private windows
form-orders = Orders
form-orders-help = Without orders, everything that has words is made. With one or more, only the orders are made.
form-order-row = Order { $number }
form-add-order = Add an order
form-remove-order = Remove order { $number }
form-medium = Medium
form-size = Size
form-size-help = a3, a2, 600x800 mm, or 1920x1080 for a screen. Empty: the usual sizes.
form-orientation = Orientation
form-order-languages = Languages
form-order-languages-help = Nothing ticked: those of the venue. Two languages together: one sheet.
form-formats = Files
form-formats-help = Nothing ticked: all of them.
form-variants = Variants
form-variants-help = Nothing ticked: all of them. Each sheet has its own: dark and light for a wallpaper, for instance.
form-tips = Tips
form-tips-help = Nothing ticked: those of the venue.
form-ticked = { $count ->
    [0] Choose tips
    [one] One tip chosen
   *[other] { $count } tips chosen
}
form-place = Where it will hang
form-place-help = entrance, corridor, or with its distance: hall: 5 m.
form-distance = Reading distance
form-distance-help = 3 m or 60 cm.
form-tile = To be cut into
form-tile-help = a4 or a3, for an office printer. Posters only.
form-press = File for a print shop, with bleed (posters)
form-eco = White ground, to save ink (posters)
form-stale = Text changed since it was compared
form-site-url = Publication address
form-site-url-help = It will be printed: it must not change afterwards. It begins with https://
form-scan-distance = Distance of the QR code
form-scan-distance-help = How far away the telephone is held: 2 m, for instance.
form-date = Printed date
form-date-help = Year, month, day: 2026-11-24. Empty: that of the newest tip.
form-theme = Theme
form-easy-read-logo = European easy-read logo
form-easy-read-logo-help = You get it from Inclusion Europe. Only sheets read by the people concerned carry it.
form-value-desk = front desk
form-value-phone = phone
form-value-email = email
form-value-web = website
form-value-available = available
form-value-forced = forced
form-value-disabled = switched off
form-value-linux = Linux, another desktop
form-value-yes = yes
form-value-no = no
form-value-poster-checklist = “Before you go” poster
form-value-poster-tip = poster with one tip
form-value-wallpaper = wallpaper
form-value-lock-screen = lock screen
form-value-signage = slides
form-value-booklet = welcome booklet
form-value-easy-read = easy-read
form-value-staff-card = staff card
form-value-mandate = mandate
form-value-house-rules = house rules
form-value-portrait = portrait
form-value-landscape = landscape
form-value-dark = dark
form-value-light = light
form-value-train = train
form-value-accompany = assist
form-value-act-for = act for
form-value-written = written
form-value-oral = oral
form-value-print = make the sheet all the same
form-value-refuse = do not make the sheet
form-value-html = web page

## Preview
serve-address = The preview is at { $address } (Ctrl+C stops it)
serve-no-browser = no browser could be opened: open this address yourself
serve-port = the preview cannot have port { $port }: { $reason }
hint-serve-port = choose another port with --port, or leave it out
serve-failed = the preview cannot run: { $reason }
serve-crashed = the program failed while it drew “{ $sheet }”
serve-title = Live preview
serve-skip = Go to the sheets
serve-filters = Choose sheets
serve-show = Show
serve-venue = Venue
serve-medium = Medium
serve-lang = Language
serve-all-venues = All venues
serve-all-media = All media
serve-all-langs = All languages
serve-count = Sheets: { $count }
serve-none = No sheet matches.
serve-reading = The project is being read…
serve-waiting = being drawn
serve-stale = earlier version
serve-report = To be mended: { $count }
serve-excerpt = What is wrong, and where
serve-silent = The program no longer answers: what you see is not kept up to date.
serve-change = Change this venue
serve-close = Close
serve-previous = Previous page
serve-next = Next page
serve-page = Page { $page } of { $pages }
serve-pages = { $pages } pages
serve-larger = Full width
serve-alone = Picture alone
serve-view = The sheet
serve-landscape = landscape
serve-eco = saves ink
serve-poster-checklist = Poster “Before you go”
serve-poster-tip = Poster with one tip
serve-wallpaper = Wallpaper
serve-lock-screen = Lock screen
serve-signage = Slides
serve-booklet = Welcome booklet
serve-easy-read = Easy-read sheet
serve-staff-card = Staff card
serve-mandate = Mandate
serve-house-rules = House rules
serve-dark = dark
serve-light = light
serve-train = I train
serve-accompany = I assist
serve-act-for = I act for someone
serve-written = written
serve-oral = oral
help-serve = Shows all sheets in the browser, and draws them again as you write
help-serve-project = Folder of the project
help-serve-port = Port; one that is free where it is left out
help-serve-open = Opens the browser
help-serve-poll = Looks for changes twice a second, for drives that do not announce them

## Import of a register
register-no-name = no column gives the names of the venues
hint-register-no-name = the first line must name the columns; “nom” (national schema) is needed, or a --map file that says which column it is
register-json = this JSON file is not a list of venues: { $reason }
hint-register-json = expected: [{"{"}"nom": "…", "commune": "…"{"}"}, …]
hint-register-left-out = correct the cell, or add a column named after a key of pancarte
register-mended = corrected
register-usual = usual value taken
register-left-out = left out
register-refused = not imported
register-kept = kept
register-column = unknown column
register-name-missing = no name
register-name-lines = name on several lines
register-name-person = a person’s name
register-name-brackets = brackets in the name
register-row-double = row already there
register-id-missing = no id: name and address stand in for it
register-id-double = another venue has this id: a mark tells them apart
register-typology-missing = no typologie
register-typology-unknown = unknown typologie
register-kind-missing = this project lacks that kind
register-parent-number = a number, not a name
register-parent-person = a person’s name
register-postcode-zero = a zero was missing
register-postcode-bad = not a postcode
register-street-town = the postcode or the town was repeated
register-street-capitals = in capitals
register-coordinates = this point is not in France
register-hours = hours not understood, or too long to say
register-phone-zero = the zero or the + was missing
register-phone-bad = not a telephone number
register-mail-person = a person’s address
register-mail-bad = not an email address
register-site-social = page of a social network
register-site-second = only one site is printed
register-site-bad = not the address of a site
register-language = language not named, or without sheets
register-value = value outside the national schema
import-line = row { $row } ({ $name }) · { $column }: { $what } → { $done }
import-line-value = row { $row } ({ $name }) · { $column } = ￼: { $what } → { $done }
import-done = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $made ->
    [one] { $made } venue made
   *[other] { $made } venues made
}, { $changed } changed, { $same } unchanged, { $deleted } deleted by you, { $refused } not imported. { $organisations ->
    [0] {""}
    [one] { $organisations } organisation made.
   *[other] { $organisations } organisations made.
}
import-would = Trial, nothing is written. { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $made } to make, { $changed } to change, { $same } unchanged, { $deleted } deleted by you, { $refused } to leave. Organisations to make: { $organisations }.
import-merged = Your changes kept: { $kept }. Disagreements with the register: { $conflicts }. Venues no longer in the register, files kept: { $gone }.
import-deleted = you deleted this file; --restore makes it again
import-gone = no longer in the register
import-unreadable = file that cannot be read
import-by-hand = written in a way that cannot be changed piece by piece: to be changed by hand
import-conflict = { $field } changed on both sides: last import “{ $base }”, register “{ $theirs }”, file “{ $ours }”
import-record = the memory of the last import, “{ $path }”, cannot be read: { $reason }
hint-import-record = take an earlier version of { $path }; without it, the import cannot tell what you changed
import-group = the first import chose --group { $group }; { $asked } would change the addresses of venues
hint-import-group = keep that choice, or start again in a new project
import-renamed = { $shared } of the { $rows } venues of this file are those of the register “{ $register }” already
hint-import-renamed = if it is the same register, add “--register { $register }”; if it is another one, “--register { $name }”
import-moved = the first import put the venues into { $into }, not { $asked }
import-into = “{ $path }” is not a folder of venues
hint-import-into = give content/venues, or a folder inside it
shard-shape = “{ $text }” is no shard
hint-shard-shape = write 2/4 for the second of four machines, or auto/4 where a scheduler starts all four
shard-count = the number of machines is { $of }; it goes from 1 to { $most }
shard-index = shard { $index } of { $of } does not exist: they are counted from 1 to { $of }
shard-no-engine = “auto” found no index: neither Kubernetes, Slurm, AWS Batch, Cloud Run nor GitLab set one
shard-variable = { $variable } holds “{ $value }”, which is no whole number
shard-outside = { $variable } is { $value }, which is none of { $of } machines
shard-other-count = { $variable } says { $count } machines, but { $of } were asked for
shard-disagree = { $first } says shard { $one }, { $second } says shard { $other }
hint-shard-by-hand = name the shard yourself, for example 2/4
hint-shard-other-count = write auto/{ $count }; for one shard again, name it yourself, for example 2/4
shard-part = part { $shard }: { $own } venues of { $all }; the largest part has { $largest }, { $percent } % more than an equal one
merge-done = Merged: { $sheets } sheets, { $files } files ({ $megabytes } MB) for { $venues } venues, in { $seconds } s, in { $output }.
merge-no-part = { $folder } holds no finished part of a build
hint-merge-no-part = build it with --shard, for example --shard 1/4, and see that it ends well
merge-other-count = part { $shard } was built for another number of machines than the others, { $of }
merge-other-content = part { $shard } was built from other content, options or another version than what is here now
hint-merge-again = build this part again, then merge
merge-missing = part { $shard } is missing
hint-merge-missing = name the folder of every part, or build the part that is missing
merge-double = part { $shard } is there twice
hint-merge-double = name only one of the two folders
merge-venue-missing = { $venue } is in no part
merge-venue-double = { $venue } is in several parts
merge-file = { $path } is missing or is not what the build wrote
help-merge = Joins the parts that several machines built
help-merge-folders = Folders of the parts
help-merge-output = Folder to write into; “output” in the project where it is left out
help-merge-project = Folder of the project
help-build-shard = Only the venues of one machine of several: 2/4, or auto/4 where a scheduler numbers them
