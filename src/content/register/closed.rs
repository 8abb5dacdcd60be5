//! Values of the national schema that no sheet prints, to tell those that are none: [`CLOSED`].

/// Columns of which pancarte knows only some values, with these values (schema.json).
pub(super) const CLOSED: [(&str, &str); 8] = [
    ("itinerance", "Itinérant|Fixe"),
    (
        "services",
        "Aide aux démarches administratives|Maîtrise des outils numériques du quotidien|Insertion professionnelle via le \
         numérique|Utilisation sécurisée du numérique|Parentalité et éducation avec le numérique|Loisirs et créations \
         numériques|Compréhension du monde numérique|Accès internet et matériel informatique|Acquisition de matériel informatique \
         à prix solidaire",
    ),
    ("publics_specifiquement_adresses", "Jeunes|Étudiants|Familles et/ou enfants|Seniors|Femmes"),
    ("frais_a_charge", "Gratuit|Gratuit sous condition|Payant"),
    (
        "dispositif_programmes_nationaux",
        "Aidants Connect|Bibliothèques numérique de référence|Certification PIX|Conseillers numériques|Emmaüs Connect|France \
         Services|Grande école du numérique|La Croix Rouge|Point d'accès numérique CAF|Promeneurs du net|Relais numérique (Emmaüs \
         Connect)",
    ),
    (
        "formations_labels",
        "Formé à « Mon Espace Santé »|Formé à « DUPLEX » (illettrisme)|Arnia/MedNum BFC (Bourgogne-Franche-Comté)|Collectif \
         ressources et acteurs réemploi (Normandie)|Étapes numériques(La Poste)|Fabriques de Territoire|Les Éclaireurs du \
         numérique (Drôme)|Mes Papiers (Métropole de Lyon)|ORDI 3.0|SUD LABS (PACA)",
    ),
    (
        "modalites_acces",
        "Se présenter|Téléphoner|Contacter par mail|Prendre un RDV en ligne|Ce lieu n'accueille pas de public|Envoyer un mail avec \
         une fiche de prescription",
    ),
    ("modalites_accompagnement", "En autonomie|Accompagnement individuel|Dans un atelier collectif|À distance"),
];
