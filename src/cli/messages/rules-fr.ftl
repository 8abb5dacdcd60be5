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

## Langues
la-spell = « { $word } » n’est pas dans le dictionnaire
hint-la-spell = peut-être : { $list }
hint-la-spell-own = si le mot est juste, ajoutez-le à { $path }
la-detect = ce texte semble écrit en « { $found } », pas en « { $lang } »
la-script = ce texte n’est pas écrit avec les lettres de la langue « { $lang } »
la-missing = { $venue } demande la langue « { $lang } », mais il manque les textes de : { $media }
la-left-out = { $venue } demande la langue « { $lang } », mais il manque ces conseils : { $tips }
la-parity = la traduction « { $lang } » n’a pas « { $what } », qui est dans l’original
la-parity-ideas = la traduction « { $lang } » a { $count } idées faciles à lire, l’original { $wanted }
la-machine = langue « { $lang } » : { $count } textes traduits par une machine n’ont été relus par personne
hint-la-machine = faites-les relire, puis écrivez status, reviewed_by et reviewed_on

## Vérité
tr-review-by = à relire depuis le { $date }
hint-tr-review-by = relisez le conseil et ses sources, puis changez la date
tr-shortcut-age = le raccourci { $shortcut } a été essayé il y a { $days } jours
hint-tr-shortcut-age = essayez-le, puis changez checked_on
tr-source-date = on ne sait pas quand cette source a été lue
hint-tr-source-date = relisez-la, puis ajoutez consulted
tr-source-none = aucune source : d’où vient ce conseil ?
tr-superseded-renewal = conseil dépassé : changer ses mots de passe sans raison, à date fixe
hint-tr-superseded-renewal = la CNIL ne le demande plus depuis 2022 : changez-le quand il a pu être vu
tr-superseded-length = conseil dépassé : 8 signes ne suffisent plus
hint-tr-superseded-length = la CNIL demande depuis 2022 au moins 12 signes, ou 7 mots tirés au hasard
tr-superseded-question = conseil dépassé : les questions secrètes
hint-tr-superseded-question = le NIST les refuse depuis 2017 : les réponses se devinent
tr-superseded-padlock = conseil dépassé : le cadenas ne dit pas que le site est sûr
hint-tr-superseded-padlock = il dit seulement que personne ne lit en chemin : vérifiez l’adresse
tr-dead-tip = aucun conseil ne s’appelle « { $id } »
tr-dead-link = cette adresse est celle d’un document que le kit ne fait pas : { $path }
