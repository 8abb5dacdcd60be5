# What the rules of `pancarte check` say. One key for each message; the same keys stand in rules-fr.ftl.

## Checker
ck-allow-unused = { $rule } has nothing to silence in this tip
hint-ck-allow-unused = delete this line
ck-allow-unknown = there is no rule “{ $rule }”
ck-allow-reason = why should { $rule } be silent here? The reason is missing

## Easy-read
er-sent-len = { $words } words in this sentence: { $limit } are enough
hint-er-sent-len = write two sentences, one idea each

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
ty-capital-accent = the capital lost its accent: write { $word }

## Data about people
pv-iban = a valid IBAN ({ $begins }…) stands in the content
pv-nir = a valid French social-security number stands in the content
pv-card = a valid card number ({ $begins }…) stands in the content
hint-pv-number = delete it here, and in earlier versions of the file too
pv-password = a password seems to be written here
hint-pv-password = delete it and change it; for an example, write “example” or dots
pv-person-phone = the mobile number of a person seems to be written here, beside their name
pv-person-mail = the address of a person seems to be written here (…@{ $host })
hint-pv-person = give the number or the address of the venue

## Languages
la-spell = “{ $word }” is not in the dictionary
hint-la-spell = perhaps: { $list }
hint-la-spell-own = if the word is right, add it to { $path }
la-detect = this text seems to be in “{ $found }”, not in “{ $lang }”
la-script = this text is not written in the letters of the language “{ $lang }”
la-missing = { $venue } asks for the language “{ $lang }”, but there are no texts for: { $media }
la-left-out = { $venue } asks for the language “{ $lang }”, but these tips lack it: { $tips }
la-parity = the “{ $lang }” translation lacks “{ $what }”, which the original has
la-parity-ideas = the “{ $lang }” translation has { $count } easy-read ideas, the original { $wanted }
la-machine = language “{ $lang }”: { $count } texts translated by a machine were read over by nobody
hint-la-machine = have them read, then write status, reviewed_by and reviewed_on

## Truth
tr-review-by = to be read again since { $date }
hint-tr-review-by = read the tip and its sources again, then change the date
tr-shortcut-age = the shortcut { $shortcut } was tried { $days } days ago
hint-tr-shortcut-age = try it, then change checked_on
tr-source-date = nobody says when this source was read
hint-tr-source-date = read it again, then add consulted
tr-source-none = no source: where does this advice come from?
tr-superseded-renewal = outdated advice: changing passwords at fixed dates, for no reason
hint-tr-superseded-renewal = CNIL has not asked for it since 2022: change one when it may have been seen
tr-superseded-length = outdated advice: 8 characters are no longer enough
hint-tr-superseded-length = since 2022 CNIL asks for 12 characters at least, or 7 words drawn at random
tr-superseded-question = outdated advice: secret questions
hint-tr-superseded-question = NIST has refused them since 2017: the answers can be guessed
tr-superseded-padlock = outdated advice: the padlock does not say that a site is safe
hint-tr-superseded-padlock = it only says that nobody reads on the way: check the address
tr-dead-tip = no tip is called “{ $id }”
tr-dead-link = this is the address of a document that the kit does not make: { $path }
