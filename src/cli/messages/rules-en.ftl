# What the rules of `pancarte check` say. One key for each message; the same keys stand in rules-fr.ftl.

## Checker
ck-allow-unused = { $rule } has nothing to silence in this tip
hint-ck-allow-unused = delete this line
ck-allow-unknown = there is no rule “{ $rule }”
ck-allow-reason = why should { $rule } be silent here? The reason is missing

## Easy-read
er-sent-len = { $words } words in this sentence: { $limit } are enough
hint-er-sent-len = write two sentences, one idea each
er-no-caps = these words are in capitals only
hint-er-no-caps = write them in small letters: the layout knows how to stress
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
er-heading-level = this heading of level { $level } skips a level after the one before it
hint-er-heading = a heading: 6 words at most, no full stop, one level after the other
er-picture = { $tip } has no easy-read text in { $lang }
hint-er-picture = write two to four ideas under “easy:”, each with its pictogram
er-sent-line = a second sentence begins here: it needs a line of its own
er-sent-end = this sentence has no full stop
er-hyphen = this word is cut
er-date-contact = the easy-read sheet of { $venue } does not say whom to ask
hint-er-date-contact = add “contacts:” to the venue, its organisation or the kit
pl-action-len = this action has { $length } characters; above { $limit } it is hard to read from afar
pl-one-action = a second action begins here
hint-pl-one-action = make it another tip
pl-positive = this action says what not to do
hint-pl-positive = where it is as clear, say what to do
pl-promise = “{ $text }” promises more than the tip can keep
hint-pl-promise = say what the gesture does, and what it does not
pl-fear = “{ $word }” frightens
hint-pl-fear = say what to do instead
pl-sent-len = { $words } words in this sentence; above { $limit } it is read twice
pl-list = this list has { $items } items; { $limit } are enough
md-alt-empty = these words do not say what the picture shows
md-alt-long = these words are too long for a picture
hint-md-alt = say in a few words what the picture tells
md-picto-meaning = the pictogram “{ $name }” already means “{ $first }”; here it means “{ $second }”
hint-md-picto-meaning = choose another pictogram, or none
la-stale = the text in { $lang } was stamped on { $day }; its source has changed since
er-stale = the easy-read text in { $lang } was stamped on { $day }; the tip has changed since
er-review-stale = the reading of { $day } in { $lang } no longer holds: the sentences have changed
hint-stale = compare the texts, then: pancarte stamp { $tip } --lang { $lang }
hint-stale-review = have it read again, then: pancarte stamp { $tip } --lang { $lang } --reviewed-by NAME --consent
er-review = { $tips ->
    [one] one easy-read text
   *[other] { $tips } easy-read texts
} in { $lang }: no reading by people concerned
hint-er-review = the sheet says so; after a reading: pancarte stamp TIP --lang fr --reviewed-by NAME --consent
la-unstamped = { $tips ->
    [one] one tip
   *[other] { $tips } tips
} in { $lang }: no stamp
hint-la-unstamped = compare the texts, then: pancarte stamp --all
