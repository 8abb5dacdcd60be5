# Les mots de l’interface en français. Une clé par message ; les mêmes clés se trouvent dans en.ftl.

## Compte rendu
report-error = erreur
report-warning = attention
report-notice = à voir
report-hint = que faire
report-errors = { $count ->
    [one] { $count } erreur.
   *[other] { $count } erreurs.
}
progress-start = Les documents se font…
progress-line = { $done } sur { $count }…
build-done = { $sheets ->
    [one] { $sheets } document
   *[other] { $sheets } documents
}, { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
} ({ $megabytes } Mo) pour { $venues ->
    [one] { $venues } lieu
   *[other] { $venues } lieux
}{ $fresh ->
    [0] , rien n’avait changé
    [one] , un seul dessiné à l’instant
   *[other] , { $fresh } dessinés à l’instant
}, en { $seconds } s, dans { $output }. { $removed ->
    [0] {""}
    [one] Un ancien fichier retiré.
   *[other] { $removed } anciens fichiers retirés.
}
build-interrupted = Interrompu. Ce qui est fait est gardé : relancez la même commande pour continuer. Documents dessinés : { $fresh } ; durée : { $seconds } s.
build-failed = Tout n’a pas été fait. Documents : { $sheets } ; fichiers écrits : { $files } ; lieux : { $venues } ; durée : { $seconds } s.
build-left-out = fait sans ces conseils, faute de textes : { $venue }, { $lang } : { $tips }
build-gap = non fait, faute de textes : { $venue }, { $lang } : { $media }
fit-done = { $sheets ->
    [one] { $sheets } document
   *[other] { $sheets } documents
}, { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
} ; { $over ->
    [0] tous tiennent.
    [one] un seul ne tient pas.
   *[other] { $over } ne tiennent pas.
}
list-machine = * traduit par une machine, non relu
new-done = Projet créé dans { $folder }. Décrivez votre lieu dans content/venues/mon-lieu.yaml, puis lancez : pancarte build --project { $folder }
eject-done = { $count } fichiers copiés dans { $folder }. Ils sont maintenant à vous : les corrections des versions suivantes n’y arriveront plus.
schema-written = Schémas écrits. Pour que VS Code complète et vérifie un fichier (extension YAML de Red Hat), mettez cette ligne en tête :
schema-line = { $pattern }
    { $line }

## Fichiers
file-missing = le fichier « { $path } » n’existe pas
file-unreadable = « { $path } » ne peut pas être lu : { $reason }
file-too-large = « { $path } » dépasse { $megabytes } Mo
file-not-utf8 = « { $path } » n’est pas un texte en UTF-8
hint-save-as-utf8 = enregistrez-le de nouveau en choisissant l’encodage UTF-8
file-exists = « { $path } » existe déjà
hint-file-exists = choisissez un autre dossier, ou déplacez ce fichier : rien n’est jamais écrasé
path-leaves = « { $path } » sort du dossier du projet
hint-path-inside = copiez le fichier dans le projet et donnez son chemin depuis le dossier du projet
write-failed = « { $path } » ne peut pas être écrit : { $reason }
hint-write-failed = vérifiez la place libre sur le disque et vos droits sur ce dossier
threads-failed = le travail ne peut pas démarrer : { $reason }

## Projet
kit-missing = ce dossier n’est pas un projet : « { $path } » manque
hint-kit-missing = lancez la commande dans le dossier du projet, indiquez-le avec --project, ou créez-en un avec pancarte new
extends-unknown = rien ne s’appelle « { $name } » parmi ce qui peut être étendu
hint-did-you-mean = vouliez-vous dire « { $word } » ?
hint-known = valeurs connues : { $list }
hint-detail = { $detail }

## YAML
yaml-unknown-key = la clé « { $key } » n’existe pas ici
yaml-missing-key = la clé « { $key } » manque
hint-add-key = ajoutez une ligne « { $key }: … »
yaml-unknown-value = « { $value } » n’est pas une valeur possible ici
yaml-duplicate-key = la clé « { $key } » est écrite deux fois
hint-remove-one = gardez-en une seule
yaml-empty = il n’y a rien après les deux-points
hint-write-value = écrivez une valeur, ou retirez la ligne
yaml-not-boolean = il faut répondre par oui ou par non ici
hint-boolean = écrivez true (oui) ou false (non)
yaml-merge-key = la clé « << » n’est pas acceptée
hint-merge-key = recopiez ici les clés dont vous avez besoin
yaml-too-large = ce fichier grandit sans fin quand on le lit
hint-anchors = retirez les ancres (&) et les renvois (*)
yaml-wrong-type = ceci n’a pas la bonne forme : { $expected } attendu, { $found } trouvé
yaml-expected = ceci n’a pas la bonne forme : { $expected } attendu
yaml-not-list = une liste est attendue ici
yaml-not-map = des lignes « clé: valeur » sont attendues ici
yaml-not-text = un texte est attendu ici
hint-yaml-shape = comparez avec un fichier voisin : un tiret par élément de liste, deux espaces par niveau
yaml-tab = une tabulation ne peut pas servir de retrait
hint-yaml-tab = remplacez la tabulation par des espaces : deux par niveau
yaml-quote-open = ce guillemet n’est pas fermé
hint-yaml-quote = ajoutez le guillemet qui manque à la fin de la valeur
yaml-syntax = ce n’est pas du YAML correct : { $detail }
hint-yaml-syntax = vérifiez les guillemets, les deux-points et les espaces en début de ligne (jamais de tabulation)

## Markdown
front-matter-missing = l’en-tête manque : la première ligne doit être « --- »
front-matter-open = l’en-tête n’est pas fermé
hint-front-matter = mettez l’en-tête entre deux lignes « --- »
markdown-html = les balises HTML ne sont pas acceptées
markdown-table = les tableaux ne sont pas acceptés
markdown-code = le texte de code n’est pas accepté
markdown-rule = les filets ne sont pas acceptés
markdown-quote = les citations en retrait ne sont pas acceptées
markdown-footnote = les notes de bas de page ne sont pas acceptées
markdown-unknown = cet élément n’est pas accepté
hint-markdown = utilisez des paragraphes, des listes, **gras**, des liens et ![texte](pictogram:nom)
markdown-link = ce lien ne mène nulle part
hint-markdown-link = un lien commence par https://, mailto: ou tel:
markdown-image-alt = cette image n’a pas de texte de remplacement
markdown-image-target = cette image n’est pas un pictogramme du thème
markdown-one-line = ce texte doit tenir en un seul paragraphe
hint-one-line = retirez les lignes vides, les listes et les titres

## Conseils
tip-empty = « { $key } » est vide
tip-unknown = le conseil « { $id } » n’existe pas
tip-broken = le conseil « { $id } » existe, mais il n’a pas pu être lu
tip-stray-file = « { $path } » n’est pas à sa place : il n’est pas lu
tip-words-alone = ces textes sont seuls : il n’y a pas de conseil « { $tip } »
hint-words-alone = ajoutez le fichier { $folder }/<conseil>/tip.yaml, ou corrigez le nom
easy-sentences = une idée tient en une à trois phrases courtes
hint-easy-sentences = coupez l’idée en deux, chacune avec son pictogramme
status-missing = l’état de ce texte ({ $lang }) n’est pas dit
hint-status = ajoutez « status: machine », « status: translated » ou « status: reviewed »
status-reviewed-by = une relecture a un nom et une date
hint-status-reviewed = ajoutez « reviewed_by: … » et « reviewed_on: AAAA-MM-JJ »
source-address = l’adresse d’une source commence par https://
id-bad = « { $id } » ne peut pas servir de nom
id-reserved = { $id } ne peut pas nommer un lieu : le site a déjà un dossier de ce nom
hint-id-reserved = renommez le fichier : les codes de langues, « site » et « assets » sont pris
hint-id = utilisez des minuscules sans accent, des chiffres et des tirets
id-duplicate = « { $id } » existe déjà ({ $first })
hint-id-duplicate = donnez un autre nom à l’un des deux
shortcut-unknown = le raccourci « { $shortcut } » n’existe pas
shortcut-empty = ce raccourci n’a ni touches ni chemin dans les menus
placeholder-unknown = « { $name } » ne peut pas être remplacé
placeholder-no-shortcut = ce texte annonce un raccourci, mais { $venue } n’a pas de touches pour lui
hint-placeholder-shortcut = dites « shortcut: … » dans le conseil, ou retirez ce qui est entre accolades
date-bad = « { $text } » n’est pas une date
hint-date = écrivez l’année, le mois et le jour : 2026-11-24
lang-unknown = « { $lang } » n’est pas un code de langue
hint-lang = écrivez deux ou trois minuscules : fr, en, ar

## Tampons
stamp-first = { $tip } ({ $lang }), { $kind ->
    [easy] facile à lire
    [review] relecture
   *[translation] traduction
} : premier tampon
stamp-same = { $tip } ({ $lang }), { $kind ->
    [easy] facile à lire : le texte de départ n’a pas changé
    [review] relecture : les phrases n’ont pas changé
   *[translation] traduction : le texte de départ n’a pas changé
} depuis le { $date }
stamp-changed = { $tip } ({ $lang }), { $kind ->
    [easy] facile à lire : le texte de départ a changé
    [review] relecture : les phrases ont changé
   *[translation] traduction : le texte de départ a changé
} depuis le { $date }
stamp-done = → tamponné le { $date } : { $path }
stamp-all-done = { $count ->
    [0] Tout est déjà tamponné.
    [one] Un texte tamponné.
   *[other] { $count } textes tamponnés.
}
stamp-consent = ces noms seront imprimés sur les fiches faciles à lire, et publiés avec elles : { $names }
hint-stamp-consent = demandez à chaque personne si elle est d’accord ; si oui, ajoutez --consent
stamp-name-empty = un nom est vide
stamp-one-or-all = il faut un conseil et sa langue, ou --all sans conseil ni relecture
hint-stamp-one-or-all = écrivez « pancarte stamp CONSEIL --lang fr », ou « pancarte stamp --all »
stamp-no-words = le conseil { $tip } n’a pas de texte en « { $lang } »
stamp-nothing = { $tip } ({ $lang }) n’a rien à tamponner : ni texte facile à lire, ni traduction
hint-stamp-nothing = écrivez d’abord « easy: » dans ce fichier
stamp-file-broken = « { $path } » a des erreurs : il n’est pas remplacé
hint-stamp-file-broken = corrigez-le ou supprimez-le, puis tamponnez de nouveau
stamp-tip-unknown = ces tampons ne correspondent à aucun conseil : « { $tip } » n’existe pas
stamp-lang-unknown = ce tampon ne correspond à aucun texte : { $tip } n’a rien en « { $lang } »
stamp-edited = ce tampon de { $tip } a été modifié à la main : il ne compte pas
hint-stamp = relisez ce texte, puis lancez : pancarte stamp { $tip } --lang { $lang }
stamp-no-consent = une relecture de { $tip } est notée sans l’accord des personnes
stamp-no-names = une relecture de { $tip } n’a pas de noms
hint-stamp-review = une relecture a les noms des personnes, et leur accord pour qu’ils soient imprimés
sheet-stale = { $sheet } n’est pas fait : { $kind ->
    [easy] le texte facile à lire
   *[translation] la traduction
} de { $tip } ({ $lang }) date du { $date }, et le texte de départ a changé depuis

## Différences
diff-paper = sur papier
diff-screens = sur écran
diff-change = { $change ->
    [reprint] à réimprimer
    [take-down] à retirer
   *[new] nouveau
}
diff-done = Sur papier : { $reprint ->
    [0] rien à réimprimer
    [one] une feuille à réimprimer
   *[other] { $reprint } feuilles à réimprimer
}, { $down ->
    [0] rien à retirer
    [one] une à retirer
   *[other] { $down } à retirer
}, { $new ->
    [0] rien de nouveau
    [one] une nouvelle
   *[other] { $new } nouvelles
}. Sur écran : { $screens ->
    [0] aucun changement
    [one] un changement
   *[other] { $screens } changements
}.{ $redrawn ->
    [0] {""}
    [one] {" "}Un document est dessiné autrement et dit la même chose : celui qui est affiché peut rester.
   *[other] {" "}{ $redrawn } documents sont dessinés autrement et disent la même chose : ceux qui sont affichés peuvent rester.
}
manifest-unreadable = ce n’est pas un manifeste de pancarte : { $detail }
hint-manifest = donnez le manifest.json d’une fabrication précédente, gardé tel quel
hint-manifest-missing = gardez une copie du manifest.json avant de tout refaire, ou lancez pancarte build
manifest-version = ce manifeste est de la version { $version } ; ce programme lit la version { $known }
hint-manifest-version = refaites-le avec cette version du programme

## Rapport de contrôle
report-written = Écrit : { $path }
evidence-lang = fr
evidence-title = Rapport de contrôle
evidence-skip = Aller au contenu
evidence-lead = Le { $date }, le programme a refait la mise en page de { $sheets ->
    [one] ce document
   *[other] { $sheets } documents
} et a mesuré ce qui suit. Ces mesures ne remplacent pas les questions auxquelles seule une personne peut répondre : ces questions sont à la fin, avec des cases à cocher.
evidence-program = Vérifié par le programme
evidence-people = À vérifier par une personne
evidence-sheet = Document
evidence-contrast = Contraste
evidence-letters = Capitales
evidence-pictures = Images
evidence-words = Lignes
evidence-pdf = PDF
evidence-method = Comment c’est mesuré
evidence-least-contrast = contraste le plus faible d’un texte. Le programme refuse moins de { $asked }:1.
evidence-least-vision = contraste le plus faible en noir et blanc ou pour des yeux daltoniens. Le programme refuse moins de { $asked }:1.
evidence-least-letters = capitales les plus petites sur papier.
evidence-exported = PDF passés par les contrôles PDF/UA-1 et PDF/A-2a de Typst.
evidence-vision = { $ratio } { $vision ->
    [greyscale] en noir et blanc
    [protanopia] sans voir le rouge
    [deuteranopia] sans voir le vert
   *[tritanopia] sans voir le bleu
}
evidence-on-pictures = { $count ->
    [one] un texte sur une image ou un dégradé, non compté
   *[other] { $count } textes sur une image ou un dégradé, non comptés
}
evidence-asked = au moins { $cap } mm{ $distance ->
    [near] {""}
   *[other] {" "}; lu à { $distance } m
}
evidence-action = gestes : 1/{ $part } de { $distance } m
evidence-on-screen = la taille de l’écran n’est pas connue
evidence-pictures-in-pdf = { $decorative ->
    [0] {""}
    [one] 1 décorative ; {""}
   *[other] { $decorative } décoratives ; {""}
}{ $described ->
    [0] aucune décrite
    [one] 1 décrite
   *[other] { $described } décrites
}{ $bare ->
    [0] {""}
    [one] {" "}; 1 sans description
   *[other] {" "}; { $bare } sans description
}
evidence-pictures-beside = les mots sont dans la page et le fichier texte
evidence-order = { $elsewhere ->
    [0] {""}
    [one] 1 ailleurs dans la page. {""}
   *[other] { $elsewhere } ailleurs dans la page. {""}
}{ $apart ->
    [0] {""}
    [one] 1 en plusieurs morceaux.
   *[other] { $apart } en plusieurs morceaux.
}
evidence-tagged = balisé
evidence-untagged = sans balises
evidence-tree = { $elements } balises, dont { $headings ->
    [0] aucun titre
    [one] 1 titre
   *[other] { $headings } titres
} ; { $ordered } morceaux sur { $marked } dans l’ordre
evidence-declares = langue { $lang ->
    [none] non indiquée
   *[other] { $lang }
}, titre { $title ->
    [yes] affiché
   *[no] non affiché
} ; déclare PDF/UA-{ $ua }, PDF/A-{ $archive }
evidence-refused = l’exporteur refuse ce PDF
evidence-only-page = page web et texte, communs aux fonds d’écran
evidence-failed = n’a pas pu être fait
evidence-how-contrast = Rapport de contraste des WCAG 2 entre chaque texte et ce qui est dessiné dessous, le plus faible du document ; puis le même en noir et blanc et pour trois sortes de daltonisme. Arrondi vers le bas.
evidence-how-letters = Hauteur des capitales du plus petit texte, d’après la police ; pour l’arabe, sa hauteur nominale. La limite vient de la distance de lecture : 1/200, et 4,5 mm sur une affiche.
evidence-how-pictures = Images dessinées sur les pages. Sont décoratives celles que le PDF laisse hors de ses balises, parce que les mots à côté disent la même chose ; décrites, celles qui ont un texte de remplacement.
evidence-how-words = Lignes du texte retrouvées entières, chacune après la précédente, dans l’ordre où les pages les contiennent. La présence de chaque mot est vérifiée à part : un document où un mot manque n’est pas fait.
evidence-how-pdf = Relu dans le fichier par une autre bibliothèque que celle qui l’a écrit. Dans l’ordre : chaque morceau marqué est lu après celui qui est dessiné avant lui. Se déclarer PDF/UA n’est pas l’être : veraPDF n’a pas été lancé, et environ un tiers des règles demandent l’examen d’une personne.
evidence-online = En ligne (RGAA 4.1, thématique 13)
evidence-rgaa-3 = Critère 13.3. « Dans chaque page web, chaque document bureautique en téléchargement possède-t-il, si nécessaire, une version accessible (hors cas particuliers) ? » pancarte écrit une page web à côté de chaque PDF : votre site propose-t-il bien les deux ?
evidence-rgaa-4 = Critère 13.4. « Pour chaque document bureautique ayant une version accessible, cette version offre-t-elle la même information ? » La page et le PDF sont faits des mêmes mots : les avez-vous comparés ?
evidence-online-site = Les adresses imprimées sur les documents mènent-elles aux bonnes pages ?
evidence-reader = Avec un lecteur d’écran
evidence-reader-order = Le document se lit-il dans un ordre qui a du sens, et dans la bonne langue ?
evidence-reader-titles = Les titres disent-ils ce qui suit, et permettent-ils d’aller d’une partie à l’autre ?
evidence-reader-alt = Chaque texte de remplacement dit-il ce que l’image apporte ? Rien d’utile ne manque-t-il parmi les images décoratives ?
evidence-easy = Facile à lire et à comprendre
evidence-easy-read = Au moins une personne en situation de handicap intellectuel, dont c’est la langue maternelle, a-t-elle lu et compris chaque phrase ?
evidence-easy-pictures = Les pictogrammes lui disent-ils la même chose que les phrases ?
evidence-easy-names = Est-elle d’accord pour que son nom soit imprimé ? Si oui : pancarte stamp, avec --reviewed-by et --consent.
evidence-easy-logo = Si le logo européen Facile à lire est sur une fiche, ses conditions sont-elles remplies (relecture, noms imprimés, mention, 15 mm au moins) ?
evidence-place = Sur place
evidence-place-distance = Depuis l’endroit où les gens se tiennent, l’affiche accrochée se lit-elle, avec la lumière du lieu ?
evidence-place-code = Le code QR imprimé s’ouvre-t-il avec un téléphone ordinaire ?
evidence-place-keys = Les touches dessinées font-elles ce qui est dit, sur les ordinateurs du lieu ?
evidence-texts = Les textes
evidence-texts-machine = Les textes traduits par une machine ont-ils été relus par quelqu’un dont c’est la langue ?
evidence-texts-law = Le mandat et le règlement ont-ils été lus par la personne chargée de la protection des données ?

## Lieux
profile-missing = « { $key } » n’est dit nulle part : ni dans le lieu, ni dans son organisation, son type ou le kit
hint-profile-missing = { $key ->
    [name] ajoutez « { $key }: … » dans ce fichier
   *[other] ajoutez « { $key }: … » dans ce fichier, ou pour tous les lieux sous « defaults: » dans content/kit.yaml
}
kind-unknown = le type « { $id } » n’existe pas
organisation-unknown = l’organisation « { $id } » n’existe pas
hint-make-file = créez le fichier { $path }
venue-unknown = le lieu « { $id } » n’existe pas
browser-unknown = le navigateur « { $id } » n’existe pas dans shortcuts.yaml
keyboard-unknown = le clavier « { $id } » n’existe pas dans shortcuts.yaml
colour-bad = « { $text } » n’est pas une couleur
hint-colour = écrivez un dièse et six chiffres ou lettres de A à F, entre guillemets : "#006B57"
screen-bad = « { $text } » n’est pas un écran
zone-size-bad = « { $text } » n’est pas une taille sur l’écran
hint-zone-size = écrivez des pixels, une part de l’écran, ou les deux : « 48 px », « 7 % », « 48 px, 7 % »
zone-shape-bad = cette zone n’est ni une bande ni un cadre
hint-zone-shape = une bande a « side » et « thickness » ; un cadre a « spot », « width » et « height »
system-path-bad = « { $text } » n’est pas un chemin que le dossier de déploiement peut tenir
hint-system-path = un chemin sans « .. », fait de lettres sans accent, de chiffres et de « . _ - / »
system-include-unknown = le système « { $name } » n’est pas dans la table
system-source-missing = ce réglage n’a ni source ni date
hint-system-source = donnez l’adresse de la page du fabricant où la clé est décrite (source) et le jour où vous l’avez lue (checked_on), pour le réglage ou pour tout le fichier
setting-does-not-fit = { $path } : le format « { $format } » ne peut pas tenir la valeur de « { $key } »
hint-setting-does-not-fit = certains formats n’ont ni listes ni retours à la ligne : corrigez content/systems.yaml
jpeg-too-heavy = l’image JPEG pour les postes dépasse { $limit } Mo
program-unknown = pancarte n’a pas de script « { $name } »
placeholder-of-system-unknown = « { $name } » n’est pas remplacé dans les réglages
hint-post-variant = les images d’un poste sont sombres (dark) ou claires (light)
post-medium = { $medium } ne s’affiche pas sur un écran
hint-post-medium = un poste montre wallpaper, lock-screen ou signage
tips-each = une image de la série ne peut pas avoir { $count } conseils : de 1 à 3
rotation-without-day = la série change ({ $every }), mais rien ne dit à partir de quel jour
hint-rotation-day = écrivez le premier jour de la première image : « from: 2027-01-04 »
hint-screen = écrivez la largeur et la hauteur en pixels, de 480 à 8192 : 1920x1080
site-url-bad = « { $text } » n’est pas une adresse
hint-site-url = une adresse commence par https://
variant-unknown = { $medium } n’a pas de variante « { $variant } »
format-unknown = { $medium } ne se fait pas en { $format }
size-unknown = { $medium } ne se fait pas en « { $size } »
landscape-not-for = { $medium } ne se fait pas en paysage
hint-poster-size = écrivez { $list }, ou la largeur et la hauteur en millimètres, de 100 à 2500 : "600x800 mm"
distance-bad = « { $text } » n’est pas une distance de lecture
hint-distance = écrivez un nombre et son unité, de 20 cm à 20 m : « 3 m », « 60 cm »
languages-not-together = { $medium } ne réunit pas « { $languages } » sur une même feuille
hint-languages-not-together = deux langues différentes, comme « fr+ar », vont sur poster-checklist et easy-read ; ailleurs, commandez une langue puis l’autre
tile-unknown = une affiche ne se découpe pas en « { $size } »
key-for-posters = { $medium } ne connaît pas « { $key } »
hint-key-for-posters = retirez « { $key } », qui vaut pour les affiches
hint-portrait = retirez « orientation: landscape »
medium-unknown = le support « { $name } » n’existe pas
words-missing = { $medium } ({ $lang }) est commandé pour { $venue }, mais un texte manque : { $missing }
hint-words-missing = écrivez ce texte, ou retirez la langue de la commande
tips-too-few = { $medium } ({ $lang }) est commandé pour { $venue }, mais { $count ->
    [one] { $count } seul conseil convient
   *[other] { $count } conseils seulement conviennent
} ; il en faut { $enough }
hint-tips-too-few = ajoutez des conseils à la commande, ou écrivez-les dans cette langue
tips-too-many = { $medium } montre { $most } conseils au plus ; { $count } sont commandés
hint-tips-too-many = retirez des conseils de la commande, ou faites-en deux
nothing-to-make = il n’y a rien à faire : aucun lieu ne commande ce qui est demandé
hint-nothing-to-make = décrivez un lieu dans content/venues, ou vérifiez ce qui suit --venue, --medium, --lang et --format
order-twice = « { $sheet } » est commandé deux fois pour { $venue }
hint-order-twice = retirez une commande, ou dites où chacune sera accrochée avec « place: »

## Logos
logo-no-picture = « { $path } » n’est pas une image lisible
logo-svg-broken = « { $path } » n’est pas un SVG correct (erreur à la ligne { $detail })
hint-logo-formats = donnez un SVG, un PNG, un JPEG ou un WebP
hint-logo-path = le chemin part du dossier du projet : content/logos/mon-logo.svg
logo-too-large = « { $path } » est une image de plus de { $detail } pixels de côté
hint-logo-size = 1 600 pixels suffisent pour un logo
logo-too-complex = « { $path } » est un dessin trop compliqué ({ $detail })
hint-logo-simplify = faites simplifier le dessin, ou donnez un PNG
logo-reaches-out = « { $path } » va chercher autre chose : { $detail }
hint-logo-alone = un logo doit se suffire : intégrez tout dans le fichier
logo-script = « { $path } » contient du code ou une page ({ $detail })
logo-text = « { $path } » contient du texte, dont la police peut manquer
hint-logo-outlines = faites convertir le texte en tracés

## Thèmes
theme-unknown = le thème « { $theme } » n’existe pas
font-missing = la police « { $family } » manque dans le thème { $theme }
hint-font-missing = mettez son fichier .ttf ou .otf dans { $folder }
font-web = la police « { $family } » ({ $weight }) ne peut pas être préparée pour le web : { $reason }
hint-font-web = remplacez son fichier, ou retirez cette famille de theme.yaml
template-missing = le modèle « { $template } » manque dans le thème { $theme }
pictogram-unknown = le pictogramme « { $name } » n’existe pas dans le thème { $theme }
word-missing = des mots du thème { $theme } manquent : { $keys }
hint-word-missing = ajoutez ces lignes au fichier des mots de la langue
theme-error = le thème ne peut pas faire { $sheet } : { $detail }
theme-page = une page du thème est fausse : { $detail }
hint-theme-page = comparez ce fichier avec celui qui est fourni : retirez-le de themes/, ou copiez le thème à nouveau avec « pancarte eject theme » dans un projet vide
glyph-missing = le signe « { $glyph } » n’existe dans aucune police du thème { $theme } ({ $lang })
hint-glyph-missing = écrivez-le autrement, ou ajoutez au thème une police qui le contient
licence-missing = { $count ->
    [one] la licence d’un fichier n’est dite nulle part : { $files }
   *[other] la licence de { $count } fichiers n’est dite nulle part : { $files }
}
hint-licence-missing = dites dans { $path } qui a fait ces polices ou ces images, sous quelle licence, et où on les trouve
licence-refused = « { $name } » est sous « { $id } » : { $fault ->
    [nc] cette licence interdit un usage commercial
    [nd] cette licence interdit de modifier
   *[unknown] cette licence n’est pas connue d’ici
}
hint-licence-refused = prenez une police ou une image sous licence libre : OFL-1.1, CC0-1.0, CC-BY-4.0, CC-BY-SA-4.0, MIT, Apache-2.0…
raster-failed = l’image ne peut pas être faite : { $detail }

## Mise en page
fit-too-long = « { $text } » ne tient pas : environ { $characters ->
    [one] { $characters } signe
   *[other] { $characters } signes
} de trop ({ $venue }, { $medium }, { $size }, { $lang }{ $tip ->
    [none] {""}
   *[other] , conseil { $tip }
}){ $cap ->
    [none] {""}
   *[other] {" "}; lu à { $distance } m, il faut des capitales de { $cap } mm
}
fit-word-too-long = le mot « { $text } » est trop large pour sa ligne : environ { $characters ->
    [one] { $characters } signe
   *[other] { $characters } signes
} de trop ({ $venue }, { $medium }, { $size }, { $lang }{ $tip ->
    [none] {""}
   *[other] , conseil { $tip }
}){ $cap ->
    [none] {""}
   *[other] {" "}; lu à { $distance } m, il faut des capitales de { $cap } mm
}
fit-too-full = il y a trop de choses sur cette feuille : même « { $text } » n’y a plus sa place ({ $venue }, { $medium }, { $size }, { $lang }){ $cap ->
    [none] {""}
   *[other] {" "}; lu à { $distance } m, il faut des capitales de { $cap } mm
}
hint-fit-too-full = { $larger ->
    [none] retirez des conseils de la commande
   *[other] commandez en { $larger }
}{ $split ->
    [yes] , ou faites deux affiches
   *[no] {""}
}
hint-fit-too-long = raccourcissez d’environ { $characters ->
    [one] { $characters } signe
   *[other] { $characters } signes
}{ $larger ->
    [none] {""}
   *[other] , ou commandez en { $larger }
}{ $split ->
    [yes] , ou faites deux affiches
   *[no] {""}
}
proof-left = { $what ->
    [lines] « { $text } » n’est plus sur les lignes prévues ({ $box })
    [missing] « { $text } » manque ({ $box })
    [margin] « { $text } » est trop près du bord pour être imprimé ({ $box })
    [small] « { $text } » est écrit trop petit ({ $box })
    [overlap] « { $text } » touche un autre texte ({ $box })
    [zone] « { $text } » se trouve sous les icônes, une barre ou la fenêtre de connexion du système ({ $box })
   *[other] « { $text } » sort de sa place ({ $box })
} dans { $sheet }
hint-proof = raccourcissez le texte ; s’il est déjà court, le thème se trompe
proof-pages = { $sheet } a { $pages } pages, ce qui n’est pas possible pour ce support
proof-number = { $what ->
    [folio] la page { $page } porte le numéro « { $said } »
   *[contents] le sommaire annonce la page « { $said } » pour ce qui commence à la page { $page }
} dans { $sheet }
hint-proof-number = le thème compte mal ses pages : corrigez-le, ou prenez celui de pancarte
tile-useless = cette affiche tient entière sur une feuille { $size } : il n’y a rien à découper
hint-tile-useless = retirez « tile », ou commandez une affiche plus grande
print-without-pdf = « { $key } » donne un PDF, mais la commande n’en demande pas
hint-print-without-pdf = ajoutez pdf à « formats », ou retirez « formats »
booklet-creep = ce livret de { $pages } pages est épais : celles du milieu dépassent de { $mm } mm
hint-booklet-creep = prenez un papier plus fin, demandez à l’imprimeur de rogner le bord, ou faites deux livrets
easy-ideas-differ = le conseil { $tip } a { $ideas ->
    [one] { $ideas } idée
   *[other] { $ideas } idées
} en facile à lire pour « { $first } », et { $others } pour « { $second } » : une feuille à deux langues les met en face
hint-easy-ideas-differ = découpez le texte en autant d’idées dans les deux langues, ou commandez une feuille pour chaque langue
easy-page = facile à lire, { $rule } : { $rule ->
    [ER-FONT-SIZE] « { $text } » est trop petit : ses petites lettres ont { $value } pt de haut, il en faut 7,3 (Arial 14)
    [ER-FONT-ONE] il y a plus d’une police ({ $value })
    [ER-NO-ITALIC] « { $text } » est en italique
    [ER-NO-CAPS-PAGE] « { $text } » est tout en capitales
    [ER-ALIGN] « { $text } » n’est pas aligné au début de la ligne, ou ses lignes sont étirées
    [ER-HYPHEN-PAGE] un mot est coupé dans « { $text } »
    [ER-SENT-LINE-PAGE] « { $text } » n’a pas de ligne à elle
    [ER-SENT-BREAK] « { $text } » est à cheval sur deux pages
    [ER-LEADING] les lignes sont trop serrées à « { $text } » : { $value } fois la taille des lettres, il en faut 1,4 (1,7 en arabe)
    [ER-LINE] la ligne « { $text } » a { $value } signes ; 70 au plus se lisent bien
    [ER-COLUMNS] « { $text } » est à côté d’un autre texte, en colonnes
    [ER-PIC-SIDE] « { $text } » n’a pas son image au début de la ligne
    [ER-PIC-DENSITY] il y a { $value } images sur une page ; 5 au plus
    [ER-PAGE-NO] le numéro de page « { $text } » manque
    [ER-MARGIN] « { $text } » est à moins de 20 mm du bord
    [ER-LENGTH] { $value } pages par langue, c’est long : 20 au plus, jamais plus de 24
   *[other] le logo européen est plus petit que 15 mm, ou sa mention manque
} ({ $sheet }{ $page ->
    [none] {""}
   *[other] , page { $page }
}){ $others ->
    [0] {""}
    [one] {" "}(et à un autre endroit)
   *[other] {" "}(et à { $others } autres endroits)
}
hint-easy-page = corrigez le modèle easy-read.typ du thème ; pour comprendre la règle : pancarte check --explain { $rule }
hint-easy-length = commandez moins de conseils sur cette fiche, ou faites-en deux
glossary-meaning = « { $term } » s’explique en une ou deux phrases
hint-glossary-meaning = écrivez une ou deux phrases courtes sous « meaning: »
glossary-form-twice = « { $form } » est déjà écrit ({ $first })
hint-glossary-form-twice = une forme appartient à un seul mot : gardez-la à un seul endroit
contrast-low = « { $text } » se lit mal dans { $sheet } : { $fore } sur { $ground }, contraste de { $whole },{ $tenth }:1 au lieu de 7:1{ $others ->
    [0] {""}
    [one] {" "}(et un autre texte)
   *[other] {" "}(et { $others } autres textes)
}
contrast-vision = « { $text } » se lit mal dans { $sheet } { $vision ->
    [greyscale] en noir et blanc
    [protanopia] pour qui ne voit pas le rouge (protanopie)
    [deuteranopia] pour qui ne voit pas le vert (deutéranopie)
   *[tritanopia] pour qui ne voit pas le bleu (tritanopie)
} : { $fore } sur { $ground }, contraste de { $whole },{ $tenth }:1 au lieu de 4,5:1{ $others ->
    [0] {""}
    [one] {" "}(et un autre texte)
   *[other] {" "}(et { $others } autres textes)
}
hint-contrast = dans le modèle, choisissez deux couleurs qui vont ensemble : onfield ou spark sur field, ink sur paper, mist ou ladder, paper ou tint sur deep
contrast-hidden = « { $text } » ne se voit pas dans { $sheet } : aucun point de l’image n’y a la couleur { $fore }
hint-contrast-picture = dans le modèle, éloignez le texte de ce qui est dessiné dessous, une image ou un dégradé
hint-contrast-hidden = dans le modèle, placez le texte après ce qui le couvre

## Arguments
args-unknown = « { $word } » n’est pas connu
args-value = « { $value } » n’est pas possible pour { $option } ; possible : { $known }
args-value-bad = « { $value } » n’est pas possible pour { $option }
args-missing = il manque { $option }
args-other = { $detail }
help-about = Des conseils de confidentialité deviennent des affiches, des fonds d’écran, des livrets et des pages, pour chaque lieu.
help-usage = Usage :
help-commands = Commandes
help-help = Affiche cette aide
help-version = Affiche la version
help-ui-lang = Langue des messages : fr ou en
help-build = Fait tous les documents des lieux
help-build-project = Dossier du projet
help-build-output = Dossier où écrire ; « output » dans le projet si rien n’est dit
help-build-venue = Seulement ce lieu ; peut être répété
help-build-medium = Seulement ce support ; peut être répété
help-build-lang = Seulement cette langue ; peut être répété
help-build-format = Seulement ce format ; peut être répété
help-build-jobs = Nombre de travaux en parallèle
help-build-keep-going = Fait ce qui est bon même si le reste a des erreurs
help-build-force = Refait tout, quoi qu’il y ait déjà
help-build-verify = Relit chaque fichier en place, au lieu de sa taille et de sa date
help-build-previous = Manifeste de ce qui est publié : les documents qu’on ne fait plus gardent une page
help-fit = Dit combien de signes il reste à chaque texte, sans rien écrire
help-fit-project = Dossier du projet
help-fit-venue = Seulement ce lieu ; peut être répété
help-fit-medium = Seulement ce support ; peut être répété
help-fit-lang = Seulement cette langue ; peut être répété
help-fit-json = Donne le tableau en JSON
help-stamp = Note qu’un texte a été comparé avec celui dont il vient, et montre ce qui avait changé
help-stamp-tip = Nom du conseil
help-stamp-all = Tous les textes sans tampon, ou dont le texte de départ a changé
help-stamp-lang = Langue du texte : fr, en, ar…
help-stamp-reviewed-by = Nom d’une personne en situation de handicap intellectuel qui a relu le texte facile à lire ; peut être répété
help-stamp-consent = Ces personnes sont d’accord pour que leurs noms soient imprimés
help-stamp-today = Jour du tampon ; aujourd’hui si rien n’est dit
help-stamp-project = Dossier du projet
help-diff = Dit ce qu’il faut réimprimer et retirer depuis une fabrication précédente, lieu par lieu
help-diff-old = manifest.json de la fabrication précédente
help-diff-project = Dossier du projet
help-diff-output = Dossier des documents ; « output » dans le projet si rien n’est dit
help-diff-json = Donne les différences en JSON
help-report = Écrit ce que le programme a vérifié sur les documents d’un lieu, et ce que seule une personne peut vérifier
help-report-venue = Nom du lieu
help-report-project = Dossier du projet
help-report-output = Dossier où écrire ; « output » dans le projet si rien n’est dit
help-report-today = Jour du rapport ; aujourd’hui si rien n’est dit
help-new = Crée un projet avec un lieu, prêt à l’emploi
help-new-folder = Dossier à créer
help-import = Crée les lieux d’un registre public (CSV ou JSON), ou les met à jour
help-import-file = Registre au schéma national des lieux de médiation numérique
help-import-map = Noms que le registre donne aux colonnes et aux valeurs
help-import-register = Nom du registre, d’un import à l’autre ; sinon celui du fichier
help-import-into = Dossier des lieux
help-import-dry-run = Dit ce qui serait fait, sans rien écrire
help-import-group = Dossiers : none (aucun) ou department (par département) ; department dès 1 001 lieux
help-import-restore = Refait les fichiers que vous avez supprimés
help-import-report = Écrit le compte rendu dans un fichier CSV
help-import-project = Dossier du projet
help-eject = Copie le thème ou les conseils fournis dans le projet, pour en faire les vôtres
help-eject-what = theme ou tips
help-eject-project = Dossier du projet
help-list = Énumère les lieux, les conseils, les supports ou les thèmes
help-list-what = venues, tips, media ou themes
help-list-project = Dossier du projet
help-explain = Dit d’où vient chaque valeur d’un lieu
help-explain-venue = Nom du lieu
help-explain-project = Dossier du projet
help-schema = Donne le schéma JSON des fichiers de contenu
help-schema-into = Dossier où écrire un fichier par sorte de contenu
help-completions = Donne les complétions pour un interpréteur de commandes
help-completions-shell = bash, zsh, fish, elvish ou powershell
help-man = Donne la page de manuel

## Vérification
check-done = { $texts } textes lus, { $sheets } documents prévus. Erreurs : { $errors } ; avertissements : { $warnings } ; à voir : { $notices }.
check-fixed = corrigé : { $path } ({ $places ->
    [one] un endroit
   *[other] { $places } endroits
})
check-fix-unsafe = rien n’a été corrigé : après correction, les fichiers ne se lisaient plus comme avant
check-no-dictionary = orthographe non vérifiée en { $lang } : aucun dictionnaire Hunspell installé pour cette langue
check-path = « { $path } » n’est pas dans le projet
hint-check-path = donnez des fichiers ou des dossiers du projet, ou indiquez celui-ci avec --project
rule-unknown = la règle ou le groupe « { $rule } » n’existe pas
help-check = Dit ce qui est faux, fragile ou difficile à lire dans les contenus
help-check-paths = Fichiers et dossiers dont on veut les résultats ; tous si rien n’est dit
help-check-project = Dossier du projet
help-check-format = Format du compte rendu : human, short, json, sarif ou github
help-check-deny = Règle, groupe, « warnings » ou « notices » à compter comme des erreurs ; peut être répété
help-check-rule = Seulement cette règle ; peut être répété
help-check-fix = Corrige ce qui peut l’être sans risque, directement dans les fichiers
help-check-explain = Affiche la page de manuel d’une règle
help-check-pages = Compose aussi toutes les pages et les vérifie (plus long)
help-check-spell = Cherche les mots dans les dictionnaires Hunspell installés
help-check-today = Jour de la vérification, AAAA-MM-JJ ; aujourd’hui si rien n’est dit
help-check-venue = Seulement ce lieu ; peut être répété
help-check-medium = Seulement ce support ; peut être répété
help-check-lang = Seulement les documents dans cette langue ; peut être répété

## Formulaire d’un lieu
form-title = Le lieu : { $venue }
form-skip = Aller au formulaire
form-home = Tous les documents
form-intro = Remplissez, enregistrez : les documents changent. Un champ vide reprend la valeur héritée.
form-kept = Les commentaires du fichier restent ; les conseils choisis (« selection ») se changent dans le fichier.
form-needed-mark = (obligatoire)
form-saved = Enregistré.
form-conflict = le fichier a changé pendant que vous remplissiez ce formulaire. Rien n’est enregistré, et vos réponses sont là. Vérifiez les champs signalés, puis enregistrez : ce que dit le formulaire remplacera ce que dit le fichier.
form-now = Dans le fichier, maintenant : { $value }
form-problems = Rien n’est enregistré : corrigez d’abord ceci
form-error = Erreur :
form-save = Enregistrer
form-look = Essayer la couleur
form-look-help = « Essayer la couleur » montre cette page avec la couleur choisie, sans rien enregistrer.
form-sheets = Les documents de ce lieu
form-no-sheets = Aucun document n’est prêt.
form-sheet-stale = version précédente
form-your-colour = votre couleur
form-used-colour = couleur utilisée
form-sample = Texte
form-spark = Accent
form-picker = Choisir la couleur dans une palette
form-contrasts = Contrastes
form-ladder = couleurs des lignes
form-also = S’y ajoutent :
form-more = Préciser
form-nothing = non précisé
form-choose = choisir…
form-needed = cette réponse manque
form-one-line = ce texte a un signe invisible ou un retour à la ligne
hint-form-one-line = effacez-le et écrivez le texte sur une ligne
form-by-hand = « { $path } » est écrit d’une façon que le formulaire ne peut pas changer sans risque : rien n’est enregistré
hint-form-by-hand = changez cette valeur dans le fichier avec un éditeur de texte
form-from-kind = { $value } – hérité du type de lieu « { $name } »
form-from-organisation = { $value } – hérité de « { $name } »
form-from-kit = { $value } – hérité du projet
form-section-venue = Le lieu
form-section-look = Couleur et logo
form-section-languages = Langues
form-section-computers = Ordinateurs
form-section-orders = Commandes
form-section-more = Plus rarement
form-name = Nom
form-name-help = Tel qu’il sera imprimé.
form-kind = Type de lieu
form-kind-help = Les lieux d’un même type partagent des valeurs et des conseils.
form-organisation = Organisation
form-organisation-help = Ville ou réseau dont ce lieu reprend la couleur, le logo et les contacts.
form-address = Adresse
form-street = Numéro et rue
form-postcode = Code postal
form-town = Ville
form-hours = Horaires
form-hours-help = Une langue laissée vide reprend le français. Dès qu’une langue est remplie, les horaires hérités ne servent plus.
form-contacts = Contacts
form-contacts-help = À qui demander de l’aide : accueil, téléphone, adresse électronique, site.
form-contact-row = Contact { $number }
form-contact-kind = Type
form-contact-value = Numéro, adresse ou nom
form-contact-label = À quoi il sert
form-contact-note = Précision
form-pictogram = Pictogramme
form-add-contact = Ajouter un contact
form-remove-contact = Retirer le contact { $number }
form-colour = Couleur
form-colour-help = Celle de votre logo ou de votre ville : un dièse et six signes, #006B57 par exemple.
form-colour-kept = Votre couleur est utilisée telle quelle : le texte blanc s’y lit bien.
form-colour-darker = Votre couleur est assombrie, juste assez pour que le texte blanc s’y lise bien.
form-colour-lighter = Votre couleur est éclaircie un peu : plus sombre, on ne verrait que du noir.
form-colour-swapped = Votre couleur est claire : le fond devient presque noir, et votre couleur sert d’accent.
form-contrast-field = texte sur le fond : { $ratio }:1
form-contrast-spark = accent sur le fond : { $ratio }:1
form-contrast-ladder = texte noir sur les lignes de couleur : { $ratio }:1 au moins
form-logo = Logo
form-logo-help = Mettez le fichier dans le dossier « content/logos » du projet : SVG, PNG, JPEG ou WebP.
form-logo-file = Fichier
form-logo-alt = Ce que le logo montre
form-logo-alt-help = Pour qui ne le voit pas. Obligatoire avec un fichier.
form-logo-credit = Qui l’a dessiné
form-languages = Langues des documents
form-languages-help = Rien de coché : les langues héritées. La première est celle du lieu.
form-system = Système
form-browsers = Navigateurs
form-keyboard = Clavier
form-keyboard-help = Celui qui est sur la table : il décide des touches dessinées.
form-interface-language = Langue du système
form-interface-language-help = Elle décide de quel côté sont les icônes du bureau.
form-screens = Écrans
form-screens-help = En pixels, séparés par des virgules : 1920x1080, 1366x768.
form-equipment = Équipement
form-equipment-help = Un conseil n’est donné que là où il a un sens.
form-printer = On peut imprimer
form-scanner = On peut numériser ou photocopier
form-usb = Les clés USB sont acceptées
form-session-reset = La session s’efface toute seule
form-logs = Le lieu garde un journal des connexions
form-private-mode = Fenêtres privées
form-orders = Commandes
form-orders-help = Sans commande, tout ce qui a des textes est fait. Dès qu’il y en a une, seules les commandes sont faites.
form-order-row = Commande { $number }
form-add-order = Ajouter une commande
form-remove-order = Retirer la commande { $number }
form-medium = Support
form-size = Format
form-size-help = a3, a2, 600x800 mm, ou 1920x1080 pour un écran. Vide : les formats habituels.
form-orientation = Sens
form-order-languages = Langues
form-order-languages-help = Rien de coché : celles du lieu. Deux langues ensemble : un seul document.
form-formats = Fichiers
form-formats-help = Rien de coché : tous.
form-variants = Variantes
form-variants-help = Rien de coché : toutes. Chaque document a les siennes : sombre et clair pour un fond d’écran, par exemple.
form-tips = Conseils
form-tips-help = Rien de coché : ceux du lieu.
form-ticked = { $count ->
    [0] Choisir des conseils
    [one] Un conseil choisi
   *[other] { $count } conseils choisis
}
form-place = Où l’afficher
form-place-help = entrée, couloir, ou avec sa distance : hall: 5 m.
form-distance = Distance de lecture
form-distance-help = 3 m ou 60 cm.
form-tile = À découper en
form-tile-help = a4 ou a3, pour une imprimante de bureau. Affiches seulement.
form-press = Fichier pour un imprimeur, avec fond perdu (affiches)
form-eco = Fond blanc, pour économiser l’encre (affiches)
form-stale = Texte changé depuis sa relecture
form-site-url = Adresse de publication
form-site-url-help = Elle sera imprimée : elle ne doit plus changer ensuite. Elle commence par https://
form-scan-distance = Distance du code QR
form-scan-distance-help = À quelle distance on tient le téléphone : 2 m par exemple.
form-date = Date imprimée
form-date-help = Année, mois, jour : 2026-11-24. Vide : celle du conseil le plus récent.
form-theme = Thème
form-easy-read-logo = Logo européen Facile à lire
form-easy-read-logo-help = Il s’obtient auprès d’Inclusion Europe. Seules les fiches relues par les personnes concernées le portent.
form-value-desk = accueil
form-value-phone = téléphone
form-value-email = courriel
form-value-web = site
form-value-available = possibles
form-value-forced = imposées
form-value-disabled = impossibles
form-value-linux = Linux, autre bureau
form-value-yes = oui
form-value-no = non
form-value-poster-checklist = affiche « Avant de partir »
form-value-poster-tip = affiche d’un seul conseil
form-value-wallpaper = fond d’écran
form-value-lock-screen = écran verrouillé
form-value-signage = diapositives
form-value-booklet = livret d’accueil
form-value-easy-read = facile à lire
form-value-staff-card = fiche équipe
form-value-mandate = mandat
form-value-house-rules = règlement intérieur
form-value-portrait = portrait
form-value-landscape = paysage
form-value-dark = sombre
form-value-light = clair
form-value-train = former
form-value-accompany = accompagner
form-value-act-for = faire à la place
form-value-written = écrit
form-value-oral = oral
form-value-print = faire le document quand même
form-value-refuse = ne pas faire le document
form-value-html = page web

## Aperçu
serve-address = L’aperçu est à l’adresse { $address } (Ctrl+C l’arrête)
serve-no-browser = aucun navigateur n’a pu être ouvert : ouvrez vous-même cette adresse
serve-port = l’aperçu ne peut pas prendre le port { $port } : { $reason }
hint-serve-port = choisissez un autre port avec --port, ou n’en indiquez pas
serve-failed = l’aperçu ne peut pas fonctionner : { $reason }
serve-crashed = le programme a échoué en composant « { $sheet } »
serve-title = Aperçu en direct
serve-skip = Aller aux documents
serve-filters = Choisir les documents
serve-show = Afficher
serve-venue = Lieu
serve-medium = Support
serve-lang = Langue
serve-all-venues = Tous les lieux
serve-all-media = Tous les supports
serve-all-langs = Toutes les langues
serve-count = Documents : { $count }
serve-none = Aucun document ne correspond.
serve-reading = Lecture du projet…
serve-waiting = en cours
serve-stale = version précédente
serve-report = À corriger : { $count }
serve-excerpt = Ce qui ne va pas, et où
serve-silent = Le programme ne répond plus : ce que vous voyez n’est plus tenu à jour.
serve-change = Modifier ce lieu
serve-close = Fermer
serve-previous = Page précédente
serve-next = Page suivante
serve-page = Page { $page } sur { $pages }
serve-pages = { $pages } pages
serve-larger = Pleine largeur
serve-alone = Image seule
serve-view = Le document
serve-landscape = paysage
serve-eco = économe en encre
serve-poster-checklist = Affiche « Avant de partir »
serve-poster-tip = Affiche d’un seul conseil
serve-wallpaper = Fond d’écran
serve-lock-screen = Écran verrouillé
serve-signage = Diapositives
serve-booklet = Livret d’accueil
serve-easy-read = Facile à lire
serve-staff-card = Fiche équipe
serve-mandate = Mandat
serve-house-rules = Règlement intérieur
serve-dark = sombre
serve-light = clair
serve-train = je forme
serve-accompany = j’accompagne
serve-act-for = je fais à la place
serve-written = écrit
serve-oral = oral
help-serve = Montre tous les documents dans le navigateur, et les refait pendant que vous écrivez
help-serve-project = Dossier du projet
help-serve-port = Port ; un port libre si rien n’est dit
help-serve-open = Ouvre le navigateur
help-serve-poll = Cherche les changements deux fois par seconde, pour les lecteurs qui ne les annoncent pas

## Import d’un registre
register-no-name = aucune colonne ne donne le nom des lieux
hint-register-no-name = la première ligne doit nommer les colonnes ; il faut « nom » (schéma national), ou un fichier --map qui dit quelle colonne c’est
register-json = ce fichier JSON n’est pas une liste de lieux : { $reason }
hint-register-json = attendu : [{"{"}"nom": "…", "commune": "…"{"}"}, …]
hint-register-left-out = corrigez la cellule, ou ajoutez une colonne qui porte le nom d’une clé de pancarte
register-mended = corrigé
register-usual = valeur par défaut
register-left-out = laissé de côté
register-refused = pas importé
register-kept = gardé
register-column = colonne inconnue
register-name-missing = pas de nom
register-name-lines = nom sur plusieurs lignes
register-name-person = nom d’une personne
register-name-brackets = crochets dans le nom
register-row-double = ligne déjà présente
register-id-missing = pas d’identifiant : le nom et l’adresse en tiennent lieu
register-id-double = identifiant déjà pris par un autre lieu : une marque les distingue
register-typology-missing = pas de typologie
register-typology-unknown = typologie inconnue
register-kind-missing = type absent de ce projet
register-parent-number = un numéro, pas un nom
register-parent-person = nom d’une personne
register-postcode-zero = il manquait un zéro
register-postcode-bad = pas un code postal
register-street-town = le code postal ou la ville était répété
register-street-capitals = en capitales
register-coordinates = ce point n’est pas en France
register-hours = horaires non compris, ou trop longs à dire
register-phone-zero = il manquait le zéro ou le +
register-phone-bad = pas un numéro de téléphone
register-mail-person = adresse d’une personne
register-mail-bad = pas une adresse de courriel
register-site-social = page d’un réseau social
register-site-second = un seul site est imprimé
register-site-bad = pas une adresse de site
register-language = langue non précisée, ou sans affiches
register-value = valeur hors du schéma national
import-line = ligne { $row } ({ $name }) · { $column } : { $what } → { $done }
import-line-value = ligne { $row } ({ $name }) · { $column } = ￼ : { $what } → { $done }
import-done = { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} : { $made ->
    [one] { $made } lieu créé
   *[other] { $made } lieux créés
}, { $changed ->
    [one] { $changed } modifié
   *[other] { $changed } modifiés
}, { $same ->
    [one] { $same } inchangé
   *[other] { $same } inchangés
}, { $deleted ->
    [one] { $deleted } supprimé par vous
   *[other] { $deleted } supprimés par vous
}, { $refused ->
    [one] { $refused } pas importé
   *[other] { $refused } pas importés
}. { $organisations ->
    [0] {""}
    [one] { $organisations } organisation créée.
   *[other] { $organisations } organisations créées.
}
import-would = Essai, rien n’est écrit. { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} : { $made } à créer, { $changed } à modifier, { $same ->
    [one] { $same } inchangée
   *[other] { $same } inchangées
}, { $deleted ->
    [one] { $deleted } supprimée par vous
   *[other] { $deleted } supprimées par vous
}, { $refused } à laisser. Organisations à créer : { $organisations }.
import-merged = Vos changements gardés : { $kept }. Désaccords avec le registre : { $conflicts }. Lieux absents du registre, fichiers gardés : { $gone }.
import-deleted = vous avez supprimé ce fichier ; --restore le refait
import-gone = absent du registre
import-unreadable = fichier illisible
import-by-hand = écrit d’une façon qui ne se modifie pas par morceaux : à changer à la main
import-conflict = { $field } a changé des deux côtés : dernier import « { $base } », registre « { $theirs } », fichier « { $ours } »
import-record = la mémoire du dernier import, « { $path } », est illisible : { $reason }
hint-import-record = reprenez une version d’avant de { $path } ; sans elle, l’import ne sait plus ce que vous avez changé
import-group = le premier import a choisi --group { $group } ; { $asked } changerait les adresses des lieux
hint-import-group = gardez ce choix, ou recommencez dans un projet neuf
import-renamed = { $shared } des { $rows } lieux de ce fichier sont déjà ceux du registre « { $register } »
hint-import-renamed = si c’est le même registre, ajoutez « --register { $register } » ; si c’en est un autre, « --register { $name } »
import-moved = le premier import a mis les lieux dans { $into }, pas dans { $asked }
import-into = « { $path } » n’est pas un dossier de lieux
hint-import-into = indiquez content/venues, ou un dossier à l’intérieur
shard-shape = « { $text } » ne désigne pas une part
hint-shard-shape = écrivez 2/4 pour la deuxième de quatre machines, ou auto/4 quand un ordonnanceur lance les quatre
shard-count = le nombre de machines est { $of } ; il va de 1 à { $most }
shard-index = la part { $index } sur { $of } n’existe pas : elles vont de 1 à { $of }
shard-no-engine = « auto » n’a trouvé aucun numéro : ni Kubernetes, ni Slurm, ni AWS Batch, ni Cloud Run, ni GitLab n’en ont posé
shard-variable = { $variable } contient « { $value } », qui n’est pas un nombre entier
shard-outside = { $variable } vaut { $value }, qui ne désigne aucune des { $of } machines
shard-other-count = { $variable } annonce { $count } machines, mais { $of } sont demandées
shard-disagree = { $first } désigne la part { $one }, { $second } la part { $other }
hint-shard-by-hand = donnez la part vous-même, par exemple 2/4
hint-shard-other-count = écrivez auto/{ $count } ; pour refaire une seule part, donnez-la vous-même, par exemple 2/4
shard-part = part { $shard } : { $own } lieux sur { $all } ; la plus grande part en a { $largest }, { $percent } % de plus qu’une part égale
merge-done = Réuni : { $sheets } documents, { $files } fichiers ({ $megabytes } Mo) pour { $venues } lieux, en { $seconds } s, dans { $output }.
merge-no-part = { $folder } ne contient aucune part terminée
hint-merge-no-part = fabriquez-la avec --shard, par exemple --shard 1/4, et vérifiez qu’elle se termine bien
merge-other-count = la part { $shard } a été faite pour un autre nombre de machines que les autres, { $of }
merge-other-content = la part { $shard } vient d’un autre contenu, d’autres options ou d’une autre version que ce qu’il y a ici
hint-merge-again = refaites cette part, puis réunissez
merge-missing = la part { $shard } manque
hint-merge-missing = donnez le dossier de chaque part, ou faites celle qui manque
merge-double = la part { $shard } est là deux fois
hint-merge-double = ne donnez qu’un des deux dossiers
merge-venue-missing = { $venue } n’est dans aucune part
merge-venue-double = { $venue } est dans plusieurs parts
merge-file = { $path } manque ou n’est plus ce qui avait été écrit
help-merge = Réunit les parts faites par plusieurs machines
help-merge-folders = Dossiers des parts
help-merge-output = Dossier où écrire ; « output » dans le projet s’il n’est pas donné
help-merge-project = Dossier du projet
help-build-shard = Seulement les lieux d’une machine sur plusieurs : 2/4, ou auto/4 quand un ordonnanceur les numérote
