# Ce que disent les règles de `pancarte check`. Une clé par message ; les mêmes clés se trouvent dans rules-en.ftl.

## Vérificateur
ck-allow-unused = { $rule } n’a rien à faire taire dans ce conseil
hint-ck-allow-unused = supprimez cette ligne
ck-allow-unknown = la règle « { $rule } » n’existe pas
ck-allow-reason = pourquoi { $rule } doit-elle se taire ici ? La raison manque

## Facile à lire
er-sent-len = { $words } mots dans cette phrase : { $limit } suffisent
hint-er-sent-len = faites deux phrases, une idée chacune
er-sent-idea-link = « { $words } » ouvre une deuxième idée
er-sent-idea-colon = deux-points au milieu de la phrase : deux idées
er-sent-idea-verb = « { $words } » est un deuxième verbe
hint-er-sent-idea = faites deux phrases, une idée et un verbe chacune
er-active = voix passive : « { $words } »
hint-er-active = dites qui agit, en premier
er-tense-conditional = « { $words } » est au conditionnel
er-tense-subjunctive = « { $words } » : subjonctif
er-tense-past = « { $words } » est au passé simple
er-tense-present = « { $words } » n’est pas au présent
hint-er-tense = écrivez au présent
er-pronoun = « { $words } » commence une idée : que remplace ce mot ?
hint-er-pronoun = répétez le nom
er-positive = deux négations : « { $words } »
hint-er-positive = dites ce qu’il faut faire, ou faites deux phrases
er-metaphor = « { $words } » est une tournure imagée
hint-er-metaphor = dites la chose elle-même
er-word-hard = « { $words } » est un mot difficile, sans explication
hint-er-word-hard = prenez un mot plus facile ou expliquez ce mot dans le glossaire
hint-er-word-hard-instead = plus facile : { $instead } ; ou expliquez ce mot dans le glossaire
er-foreign = « { $words } » est un mot d’une autre langue
hint-er-foreign = écrivez plutôt : { $instead }
er-word-same = « { $words } » ici, « { $kept } » ailleurs : est-ce la même chose ?
hint-er-word-same = écrivez partout « { $kept } »
er-address = « { $manner } » et « { $kept } » dans le même texte
hint-er-address = écrivez partout « { $kept } »
er-score = textes faciles à lire ({ $lang }, { $words } mots) : facilité { $ease }, LIX { $lix }
er-score-document = document ({ $lang }, { $words } mots) : facilité { $ease }, LIX { $lix }
hint-er-score = pour information : raccourcissez des phrases et des mots ; aucun chiffre ne dit qu’un texte est facile à lire
