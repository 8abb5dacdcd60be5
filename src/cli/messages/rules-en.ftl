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
