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
