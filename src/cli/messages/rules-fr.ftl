# Ce que disent les règles de `pancarte check`. Une clé par message ; les mêmes clés se trouvent dans rules-en.ftl.

## Vérificateur
ck-allow-unused = { $rule } n’a rien à faire taire dans ce conseil
hint-ck-allow-unused = supprimez cette ligne
ck-allow-unknown = la règle « { $rule } » n’existe pas
ck-allow-reason = pourquoi { $rule } doit-elle se taire ici ? La raison manque

## Facile à lire
er-sent-len = { $words } mots dans cette phrase : { $limit } suffisent
hint-er-sent-len = faites deux phrases, une idée chacune
