# Ce que disent les règles de `pancarte check`. Une clé par message ; les mêmes clés se trouvent dans rules-en.ftl.

## Vérificateur
ck-allow-unused = { $rule } n’a rien à faire taire dans ce conseil
hint-ck-allow-unused = supprimez cette ligne
ck-allow-unknown = la règle « { $rule } » n’existe pas
ck-allow-reason = pourquoi { $rule } doit-elle se taire ici ? La raison n’est pas donnée

## Facile à lire
er-sent-len = { $words } mots dans cette phrase : { $limit } suffisent
hint-er-sent-len = faites deux phrases, une idée chacune
er-no-caps = ces mots sont tout en capitales
hint-er-no-caps = écrivez-les en minuscules : c’est à la mise en page d’insister
er-digits = « { $word } » est un nombre en lettres
hint-er-digits = écrivez { $digits }
er-symbol = le signe « { $sign } » ne se lit pas à voix haute
hint-er-symbol = écrivez un mot à sa place
er-date = « { $text } » est une date ou une heure abrégée
hint-er-date = écrivez par exemple « 1er avril 2026 » ou « 15 heures 30 »
er-percent = on ne se représente pas un pourcentage
er-big-number = ce nombre est trop grand pour être imaginé
hint-er-percent = écrivez « 1 sur 10 », « peu » ou « beaucoup »
er-roman = ceci est un nombre en chiffres romains
hint-er-roman = écrivez-le avec les chiffres 0 à 9
er-abbr = « { $text } » est une abréviation
hint-er-abbr = écrivez le mot en entier, ou expliquez-le dans le glossaire
er-punct = « { $mark } » complique la phrase
hint-er-punct = mettez un point et commencez une autre phrase
er-paren = ceci est une parenthèse ou un renvoi
hint-er-paren = faites-en une phrase, ou supprimez-le
er-comma = { $commas } virgules dans une seule phrase
hint-er-comma = faites plusieurs phrases courtes
er-bullet = cette phrase énumère au moins 3 choses
hint-er-bullet = faites une phrase par chose, chacune avec son image
er-heading-long = ce titre a { $words } mots
er-heading-stop = un titre ne finit pas par un point
er-heading-level = ce titre de niveau { $level } saute un niveau après le précédent
hint-er-heading = un titre : 6 mots au plus, sans point, un niveau après l’autre
er-picture = { $tip } n’a pas de texte facile à lire en { $lang }
hint-er-picture = écrivez deux à quatre idées sous « easy: », chacune avec son pictogramme
er-sent-line = une seconde phrase commence ici : il lui faut une ligne à elle
er-sent-end = cette phrase n’a pas de point final
er-hyphen = ce mot est coupé
er-date-contact = la fiche facile à lire de { $venue } ne dit pas à qui demander
hint-er-date-contact = ajoutez « contacts: » au lieu, à son organisation ou au kit
pl-action-len = cette action a { $length } signes ; au-delà de { $limit }, elle se lit mal de loin
pl-one-action = une seconde action commence ici
hint-pl-one-action = faites-en un autre conseil
pl-positive = cette action dit ce qu’il ne faut pas faire
hint-pl-positive = si c’est aussi clair, dites ce qu’il faut faire
pl-promise = « { $text } » promet plus que le conseil ne peut tenir
hint-pl-promise = dites ce que le geste fait, et ce qu’il ne fait pas
pl-fear = « { $word } » fait peur
hint-pl-fear = dites plutôt ce qu’il faut faire
pl-sent-len = { $words } mots dans cette phrase ; au-delà de { $limit }, on la lit deux fois
pl-list = cette liste a { $items } éléments ; { $limit } suffisent
md-alt-empty = ces mots ne disent pas ce que montre l’image
md-alt-long = ces mots sont trop longs pour une image
hint-md-alt = dites en quelques mots ce que l’image apprend
md-picto-meaning = le pictogramme « { $name } » veut déjà dire « { $first } » ; ici il veut dire « { $second } »
hint-md-picto-meaning = choisissez un autre pictogramme, ou n’en mettez pas
la-stale = la traduction ({ $lang }) a été tamponnée le { $day } ; sa source a changé depuis
er-stale = le texte facile à lire ({ $lang }) a été tamponné le { $day } ; le conseil a changé depuis
er-review-stale = la relecture du { $day } ({ $lang }) ne vaut plus : les phrases ont changé
hint-stale = comparez les textes, puis : pancarte stamp { $tip } --lang { $lang }
hint-stale-review = faites relire, puis : pancarte stamp { $tip } --lang { $lang } --reviewed-by NOM --consent
er-review = { $tips ->
    [one] un texte facile à lire
   *[other] { $tips } textes faciles à lire
} ({ $lang }) : aucune relecture par des personnes concernées
hint-er-review = la fiche le dit ; après une relecture : pancarte stamp CONSEIL --lang fr --reviewed-by NOM --consent
la-unstamped = { $tips ->
    [one] un conseil
   *[other] { $tips } conseils
} ({ $lang }) : pas de tampon
hint-la-unstamped = comparez les textes, puis : pancarte stamp --all

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
pv-iban = le contenu renferme un IBAN valide ({ $begins }…)
pv-nir = le contenu renferme un numéro de sécurité sociale valide
pv-card = le contenu renferme un numéro de carte bancaire valide ({ $begins }…)
hint-pv-number = effacez-le ici, et aussi dans les versions passées du fichier
pv-password = un mot de passe semble écrit ici
hint-pv-password = effacez-le et changez-le ; pour un exemple, écrivez « exemple » ou des points
pv-person-phone = le téléphone portable d’une personne semble écrit ici, à côté de son nom
pv-person-mail = l’adresse de courriel d’une personne semble écrite ici (…@{ $host })
pv-person-name = le nom d’une personne semble écrit dans le nom du lieu
hint-pv-person-name = gardez seulement le nom du lieu
hint-pv-person = donnez le numéro ou l’adresse du lieu

## Langues
la-spell = « { $word } » n’est pas dans le dictionnaire
hint-la-spell = peut-être : { $list }
hint-la-spell-own = si le mot est juste, ajoutez-le à { $path }
la-detect = ce texte semble écrit en « { $found } », pas en « { $lang } »
la-script = ce texte n’est pas écrit avec les lettres de la langue « { $lang } »
la-missing = { $venue } demande la langue « { $lang } », mais il manque les textes de : { $media }
la-left-out = { $venue } demande la langue « { $lang } », mais ces conseils n’y existent pas : { $tips }
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
hint-tr-superseded-renewal = la CNIL ne le demande plus depuis 2022 : changez un mot de passe quand quelqu’un a pu le voir
tr-superseded-length = conseil dépassé : 8 signes ne suffisent plus
hint-tr-superseded-length = la CNIL demande depuis 2022 au moins 12 signes, ou 7 mots tirés au hasard
tr-superseded-question = conseil dépassé : les questions secrètes
hint-tr-superseded-question = le NIST les refuse depuis 2017 : les réponses se devinent
tr-superseded-padlock = conseil dépassé : le cadenas ne dit pas que le site est sûr
hint-tr-superseded-padlock = il dit seulement que personne ne lit l’échange en chemin : vérifiez l’adresse
tr-dead-tip = aucun conseil ne s’appelle « { $id } »
tr-dead-link = cette adresse est celle d’un document que le kit ne fait pas : { $path }
er-sent-idea-link = « { $words } » ouvre une deuxième idée
er-sent-idea-colon = deux-points au milieu de la phrase : deux idées
er-sent-idea-verb = « { $words } » est un deuxième verbe
hint-er-sent-idea = faites deux phrases, une idée et un verbe chacune
er-active = voix passive : « { $words } »
hint-er-active = dites qui agit, en premier
er-tense-conditional = « { $words } » est au conditionnel
er-tense-subjunctive = « { $words } » est au subjonctif
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
hint-er-word-hard = prenez un mot plus facile, ou expliquez celui-ci dans le glossaire
hint-er-word-hard-instead = plus facile : { $instead } ; ou expliquez ce mot-ci dans le glossaire
er-foreign = « { $words } » est un mot d’une autre langue
hint-er-foreign = écrivez plutôt : { $instead }
er-word-same = « { $words } » ici, « { $kept } » ailleurs : est-ce la même chose ?
hint-er-word-same = écrivez partout « { $kept } »
er-address = « { $manner } » et « { $kept } » dans le même texte
hint-er-address = écrivez partout « { $kept } »
er-score = textes faciles à lire ({ $lang }, { $words } mots) : facilité { $ease }, LIX { $lix }
er-score-document = document ({ $lang }, { $words } mots) : facilité { $ease }, LIX { $lix }
hint-er-score = pour information : des phrases et des mots plus courts aident ; aucun chiffre ne dit qu’un texte est facile à lire
er-logo-held = { $sheet } ne porte pas le logo : une partie de ses textes n’a pas été relue par des personnes concernées
