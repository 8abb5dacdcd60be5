# What the rules of `pancarte check` say. One key for each message; the same keys stand in rules-fr.ftl.

## Checker
ck-allow-unused = { $rule } has nothing to silence in this tip
hint-ck-allow-unused = delete this line
ck-allow-unknown = there is no rule “{ $rule }”
ck-allow-reason = why should { $rule } be silent here? The reason is missing

## Easy-read
er-sent-len = { $words } words in this sentence: { $limit } are enough
hint-er-sent-len = write two sentences, one idea each
er-sent-idea-link = “{ $words }” begins a second idea
er-sent-idea-colon = a colon inside the sentence: two ideas
er-sent-idea-verb = “{ $words }” is a second verb
hint-er-sent-idea = write two sentences, one idea and one verb each
er-active = passive voice: “{ $words }”
hint-er-active = say who acts, and say it first
er-tense-conditional = “{ $words }” is in the conditional
er-tense-subjunctive = “{ $words }”: subjunctive
er-tense-past = “{ $words }” is in the historic past
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
hint-er-word-hard-instead = easier: { $instead }; or explain the word in the glossary
er-foreign = “{ $words }” is a word of another language
hint-er-foreign = write instead: { $instead }
er-word-same = “{ $words }” here, “{ $kept }” elsewhere: are they the same thing?
hint-er-word-same = write “{ $kept }” everywhere
er-address = “{ $manner }” and “{ $kept }” in the same text
hint-er-address = write “{ $kept }” everywhere
er-score = easy-read texts ({ $lang }, { $words } words): ease { $ease }, LIX { $lix }
er-score-document = document ({ $lang }, { $words } words): ease { $ease }, LIX { $lix }
hint-er-score = for information: shorten sentences and words; no figure says that a text is easy-read
