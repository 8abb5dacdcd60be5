# What the rules of `pancarte check` say. One key for each message; the same keys stand in rules-fr.ftl.

## Checker
ck-allow-unused = { $rule } has nothing to silence in this tip
hint-ck-allow-unused = delete this line
ck-allow-unknown = there is no rule “{ $rule }”
ck-allow-reason = why should { $rule } be silent here? No reason is given

## Easy-read
er-sent-len = { $words } words in this sentence: { $limit } are enough
hint-er-sent-len = write two sentences, one idea each
er-no-caps = these words are in capitals only
hint-er-no-caps = write them in small letters: stress is a matter for the layout
er-digits = “{ $word }” is a number in words
hint-er-digits = write { $digits }
er-symbol = the sign “{ $sign }” cannot be read aloud
hint-er-symbol = write a word instead
er-date = “{ $text }” is a date or a time in short form
hint-er-date = write “1 April 2026” or “half past 3”, for instance
er-percent = nobody can picture a percentage
er-big-number = this number is too large to be pictured
hint-er-percent = write “1 in 10”, “few” or “many”
er-roman = this is a number in Roman numerals
hint-er-roman = write it with the digits 0 to 9
er-abbr = “{ $text }” is an abbreviation
hint-er-abbr = write the whole word, or explain it in the glossary
er-punct = “{ $mark }” makes the sentence harder
hint-er-punct = put a full stop and begin another sentence
er-paren = this is an aside or a cross-reference
hint-er-paren = make a sentence of it, or leave it out
er-comma = { $commas } commas in one sentence
hint-er-comma = write several short sentences
er-bullet = this sentence lists at least 3 things
hint-er-bullet = write one sentence for each, with its picture
er-heading-long = this heading has { $words } words
er-heading-stop = a heading does not end in a full stop
er-heading-level = this level { $level } heading skips a level after the one before it
hint-er-heading = a heading: 6 words at most, no full stop, one level after the other
er-picture = { $tip } has no easy-read text in { $lang }
hint-er-picture = write two to four ideas under “easy:”, each with its pictogram
er-sent-line = a second sentence begins here: it needs a line of its own
er-sent-end = this sentence has no full stop
er-hyphen = this word is split
er-date-contact = the easy-read sheet of { $venue } does not say whom to ask
hint-er-date-contact = add “contacts:” to the venue, its organisation or the kit
pl-action-len = this action has { $length } characters; above { $limit } it is hard to read from afar
pl-one-action = a second action begins here
hint-pl-one-action = make it another tip
pl-positive = this action says what not to do
hint-pl-positive = where it is as clear, say what to do
pl-promise = “{ $text }” promises more than the tip can keep
hint-pl-promise = say what the action does, and what it does not
pl-fear = “{ $word }” is a frightening word
hint-pl-fear = say what to do instead
pl-sent-len = { $words } words in this sentence; above { $limit } it is read twice
pl-list = this list has { $items } items; { $limit } are enough
md-alt-empty = these words do not say what the picture shows
md-alt-long = these words are too long for a picture
hint-md-alt = say in a few words what the picture tells
md-picto-meaning = the pictogram “{ $name }” already means “{ $first }”; here it means “{ $second }”
hint-md-picto-meaning = choose another pictogram, or none
la-stale = the translation ({ $lang }) was stamped on { $day }; its source has changed since
er-stale = the easy-read text ({ $lang }) was stamped on { $day }; the tip has changed since
er-review-stale = the reading of { $day } ({ $lang }) no longer holds: the sentences have changed
hint-stale = compare the texts, then: pancarte stamp { $tip } --lang { $lang }
hint-stale-review = have the text read again, then: pancarte stamp { $tip } --lang { $lang } --reviewed-by NAME --consent
er-review = { $tips ->
    [one] one easy-read text
   *[other] { $tips } easy-read texts
} ({ $lang }): no reading yet by people with an intellectual disability
hint-er-review = the sheet says so; after a reading: pancarte stamp TIP --lang fr --reviewed-by NAME --consent
la-unstamped = { $tips ->
    [one] one tip
   *[other] { $tips } tips
} ({ $lang }): no stamp
hint-la-unstamped = compare the texts, then: pancarte stamp --all

## Typography
ty-space-before = a space is missing before “{ $mark }”
ty-space-after = a space is missing after “{ $mark }”
ty-space-extra = no space before “{ $mark }” in this language
ty-apostrophe = straight apostrophe: write ’
ty-quotes = straight quotes: write { $open }…{ $close }
ty-ellipsis = three full stops: write the sign …
ty-ordinal = long form of an ordinal: write { $short }
ty-numero = a number is announced by “n°” and a space
ty-double-space = several spaces in a row: one is enough
ty-comma-before = no space before “{ $mark }”
ty-comma-after = a space is missing after “{ $mark }”
ty-capital-accent = the capital has lost its accent: write { $word }

## Data about people
pv-iban = the content holds a valid IBAN ({ $begins }…)
pv-nir = the content holds a valid French social-security number
pv-card = the content holds a valid card number ({ $begins }…)
hint-pv-number = delete it here, and in earlier versions of the file too
pv-password = a password seems to be written here
hint-pv-password = delete it and change it; for an example, write “example” or dots
pv-person-phone = a person’s mobile number seems to be written here, beside their name
pv-person-mail = a person’s email address seems to be written here (…@{ $host })
pv-person-name = a person’s name seems to be part of the name of the venue
hint-pv-person-name = keep only the name of the venue
hint-pv-person = give the number or the address of the venue

## Languages
la-spell = “{ $word }” is not in the dictionary
hint-la-spell = perhaps: { $list }
hint-la-spell-own = if the word is right, add it to { $path }
la-detect = this text seems to be in “{ $found }”, not in “{ $lang }”
la-script = this text is not written in the letters of the language “{ $lang }”
la-missing = { $venue } asks for the language “{ $lang }”, but there are no texts for: { $media }
la-left-out = { $venue } asks for the language “{ $lang }”, but these tips do not exist in it: { $tips }
la-parity = the “{ $lang }” translation lacks “{ $what }”, which the original has
la-parity-ideas = the “{ $lang }” translation has { $count } easy-read ideas, the original { $wanted }
la-machine = language “{ $lang }”: { $count } texts translated by a machine have been checked by nobody
hint-la-machine = have them checked, then write status, reviewed_by and reviewed_on

## Truth
tr-review-by = was to be read again by { $date }
hint-tr-review-by = read the tip and its sources again, then change the date
tr-shortcut-age = the shortcut { $shortcut } was last tried { $days } days ago
hint-tr-shortcut-age = try it, then change checked_on
tr-source-date = nothing says when this source was read
hint-tr-source-date = read it again, then add consulted
tr-source-none = no source: where does this advice come from?
tr-superseded-renewal = outdated advice: changing passwords at fixed dates, for no reason
hint-tr-superseded-renewal = CNIL has not asked for it since 2022: change one when it may have been seen
tr-superseded-length = outdated advice: 8 characters are no longer enough
hint-tr-superseded-length = since 2022 CNIL asks for 12 characters at least, or 7 words drawn at random
tr-superseded-question = outdated advice: secret questions
hint-tr-superseded-question = NIST has refused them since 2017: the answers can be guessed
tr-superseded-padlock = outdated advice: the padlock does not say that a site is safe
hint-tr-superseded-padlock = it only says that nobody reads what is sent on its way: check the address
tr-dead-tip = no tip is called “{ $id }”
tr-dead-link = this is the address of a document that the kit does not make: { $path }
er-sent-idea-link = “{ $words }” begins a second idea
er-sent-idea-colon = a colon inside the sentence: two ideas
er-sent-idea-verb = “{ $words }” is a second verb
hint-er-sent-idea = write two sentences, one idea and one verb each
er-active = passive voice: “{ $words }”
hint-er-active = say who acts, and say it first
er-tense-conditional = “{ $words }” is in the conditional
er-tense-subjunctive = “{ $words }” is in the subjunctive
er-tense-past = “{ $words }” is in the past historic
er-tense-present = “{ $words }” is not in the present
hint-er-tense = write in the present
er-pronoun = “{ $words }” begins an idea: what does it stand for?
hint-er-pronoun = repeat the noun
er-positive = two negations: “{ $words }”
hint-er-positive = say what to do, or write two sentences
er-metaphor = “{ $words }” is an idiom
hint-er-metaphor = say the thing itself
er-word-hard = “{ $words }” is a hard word without an explanation
hint-er-word-hard = use an easier word or explain this one in the glossary
hint-er-word-hard-instead = easier: { $instead }; or explain this word in the glossary
er-foreign = “{ $words }” is a word from another language
hint-er-foreign = write instead: { $instead }
er-word-same = “{ $words }” here, “{ $kept }” elsewhere: are they the same thing?
hint-er-word-same = write “{ $kept }” everywhere
er-address = “{ $manner }” and “{ $kept }” in the same text
hint-er-address = write “{ $kept }” everywhere
er-score = easy-read texts ({ $lang }, { $words } words): ease { $ease }, LIX { $lix }
er-score-document = document ({ $lang }, { $words } words): ease { $ease }, LIX { $lix }
hint-er-score = for information: shorter sentences and words help; no figure can say that a text is easy-read
er-logo-held = { $sheet } does not carry the logo: some of its texts have not been read by people with an intellectual disability
