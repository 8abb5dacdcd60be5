# Ce que disent les règles de `pancarte check`. Une clé par message ; les mêmes clés se trouvent dans rules-en.ftl.

## Vérificateur
ck-allow-unused = { $rule } n’a rien à faire taire dans ce conseil
hint-ck-allow-unused = supprimez cette ligne
ck-allow-unknown = la règle « { $rule } » n’existe pas
ck-allow-reason = pourquoi { $rule } doit-elle se taire ici ? La raison manque

## Facile à lire
er-sent-len = { $words } mots dans cette phrase : { $limit } suffisent
hint-er-sent-len = faites deux phrases, une idée chacune

## Typographie
ty-space-before = il manque une espace avant « { $mark } »
ty-space-after = il manque une espace après « { $mark } »
ty-space-extra = pas d’espace avant « { $mark } » dans cette langue
ty-apostrophe = apostrophe droite : écrivez ’
ty-quotes = guillemets droits : écrivez { $open } … { $close }
ty-ellipsis = trois points : écrivez le signe …
ty-ordinal = forme longue d’un ordinal : écrivez { $short }
ty-numero = un numéro s’annonce par « n° » et une espace
ty-double-space = plusieurs espaces de suite : une suffit
ty-comma-before = pas d’espace avant « { $mark } »
ty-comma-after = il manque une espace après « { $mark } »
ty-capital-accent = la capitale a perdu son accent : écrivez { $word }

## Données personnelles
pv-iban = un IBAN valide ({ $begins }…) se trouve dans le contenu
pv-nir = un numéro de sécurité sociale valide se trouve dans le contenu
pv-card = un numéro de carte bancaire valide ({ $begins }…) se trouve dans le contenu
hint-pv-number = effacez-le ici, et aussi dans les versions passées du fichier
pv-password = un mot de passe semble écrit ici
hint-pv-password = effacez-le et changez-le ; pour un exemple, écrivez « exemple » ou des points
pv-person-phone = le téléphone portable d’une personne semble écrit ici, à côté de son nom
pv-person-mail = l’adresse d’une personne semble écrite ici (…@{ $host })
hint-pv-person = donnez le numéro ou l’adresse du lieu
