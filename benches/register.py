#!/usr/bin/env python3
"""Makes up a register of venues in the national schema “lieux de médiation numérique”: the same seed gives the same bytes.

    python benches/register.py --rows 10000 --csv register.csv
    python benches/register.py --rows 10000 --dirt 0.1 --csv dirty.csv
    python benches/register.py --rows 145 --project folder --files
    python benches/register.py --rows 10000 --project folder --table

Names of towns, streets and venues are put together from the word lists below; nobody is named, and a likeness with a real place is
chance. Numbers of departments are real, so that folders have a likely size; telephone numbers are of the blocks that nobody is
given (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49), web and mail addresses are under `exemple.fr`. Standard library only.
"""

import argparse
import csv
import io
import json
import re
import unicodedata
from pathlib import Path

COLUMNS = (
    "id pivot nom commune code_postal code_insee adresse complement_adresse latitude longitude typologie telephone courriels "
    "site_web horaires presentation_resume presentation_detail source itinerance structure_parente date_maj services "
    "publics_specifiquement_adresses prise_en_charge_specifique frais_a_charge dispositif_programmes_nationaux "
    "formations_labels autres_formations_labels modalites_acces modalites_accompagnement fiche_acces_libre prise_rdv"
).split()

DEPARTMENTS = [f"{n:02}" for n in range(1, 96) if n != 20] + ["2A", "2B", "971", "972", "973", "974", "976"]

# What a venue is called, its typology in the schema, and the kind of pancarte that fits.
VENUES = [
    ("Médiathèque {}", "BIB", "bibliotheque"),
    ("Bibliothèque {}", "BIB", "bibliotheque"),
    ("Espace numérique {}", "EPN", "epn"),
    ("Cyber-base {}", "EPN", "epn"),
    ("France Services {}", "RFS", "guichet"),
    ("Mairie annexe {}", "MUNI", "guichet"),
    ("Centre social {}", "CS", "epn"),
    ("Maison de quartier {}", "CS", "epn"),
    ("Tiers-lieu {}", "TIERS_LIEUX", "epn"),
    ("Mission locale {}", "ML", "guichet"),
    ("CCAS {}", "CCAS", "guichet"),
    ("Association {}", "ASSO", "salle-formation"),
]
OF = [
    "des Tilleuls", "du Lavoir", "des Quatre-Vents", "de la Fontaine", "du Vieux-Moulin", "des Platanes", "de l’Écluse",
    "du Belvédère", "des Marronniers", "de la Passerelle", "du Canal", "des Peupliers", "de la Halle", "des Vignes",
    "du Clos-Fleuri", "de l’Horloge", "des Remparts", "du Pré-Vert", "de la Source", "des Ardoises", "du Pont-Neuf",
    "des Cerisiers", "de la Grange", "du Parc", "des Glycines", "de la Colline", "du Ruisseau", "des Genêts",
]
TOWN_START = [
    "Val", "Mont", "Saint-Aubry", "Beau", "Clair", "Haute", "Roche", "Font", "Ville", "Pont", "Champ", "Bois", "Sainte-Marsane",
    "Ker", "Château", "Puy", "Long", "Noir", "Grand", "Fleur",
]
TOWN_END = [
    "brelle", "vignol", "sur-Oule", "meran", "dorne", "lanvec", "gisson", "tourel", "marnay", "rives", "combelle", "surel",
    "cassin", "barrez", "nevers-le-Vieux", "thierac", "quillane", "fresnel", "l’Ombrie", "dalou",
]
STREETS = ["rue", "avenue", "place", "allée", "chemin", "boulevard", "quai", "impasse"]
HOURS = [
    "Mo-Fr 09:00-12:00,14:00-18:00", "Tu-Sa 10:00-18:30", "Mo-Th 08:30-12:30,13:30-17:00; Fr 08:30-12:00",
    "Tu,Th 14:00-19:00; We,Sa 10:00-12:00,14:00-18:00", "Mo-Sa 09:30-19:00", "We 14:00-18:00", "",
]
READABLE = {
    "Mo-Fr 09:00-12:00,14:00-18:00": "Du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h",
    "Tu-Sa 10:00-18:30": "Du mardi au samedi, de 10 h à 18 h 30",
    "Mo-Th 08:30-12:30,13:30-17:00; Fr 08:30-12:00": "Du lundi au jeudi, de 8 h 30 à 17 h",
    "Tu,Th 14:00-19:00; We,Sa 10:00-12:00,14:00-18:00": "Du mardi au samedi, l’après-midi",
    "Mo-Sa 09:30-19:00": "Du lundi au samedi, de 9 h 30 à 19 h",
    "We 14:00-18:00": "Le mercredi, de 14 h à 18 h",
    "": "Sur rendez-vous",
}
FICTION = ["19900", "26191", "35301", "46571", "53649"]  # blocks of numbers that nobody has (ARCEP, décision 2018-0881)
SERVICES = [
    "Aide aux démarches administratives", "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique", "Utilisation sécurisée du numérique", "Loisirs et créations numériques",
    "Accès internet et matériel informatique",
]
CARE = ["Surdité", "Illettrisme", "Langues étrangères (anglais)", "Langues étrangères (autres)", "Déficience visuelle", "", "", ""]
COLOURS = [
    "#006B57", "#1F2AD1", "#C8102E", "#FFD400", "#7A3E9D", "#0A6EBD", "#B5540B", "#2F6B1E", "#8C1C4B", "#3C4A57", "#E07A00",
    "#00798C",
]


class Sequence:
    """SplitMix64: eight lines that any language can repeat, rather than a generator that a later Python may change."""

    def __init__(self, seed):
        self.state = seed & (2**64 - 1)

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return z ^ (z >> 31)

    def below(self, n):
        return (self.next() * n) >> 64

    def one_of(self, values):
        return values[self.below(len(values))]

    def happens(self, rate):
        return self.below(1_000_000) < rate * 1_000_000


def town(sequence):
    start, end = sequence.one_of(TOWN_START), sequence.one_of(TOWN_END)
    joined = start in ("Saint-Aubry", "Sainte-Marsane") or "-" in end or "’" in end
    return f"{start}-{end[0].upper() + end[1:] if not end.startswith('sur') else end}" if joined else start + end


def venue(at, sequence):
    """One clean row, and what of it only pancarte knows: kind and colour."""
    department = sequence.one_of(DEPARTMENTS)
    pattern, typology, kind = sequence.one_of(VENUES)
    name = pattern.format(sequence.one_of(OF))
    place = town(sequence)
    area = department.replace("2A", "20").replace("2B", "20")
    code = sequence.below(10 ** (5 - len(area)))
    postcode = f"{area}{code:0{5 - len(area)}}"
    slug = slugged(f"{name}-{place}")
    domain = slugged(place)
    services = [service for service in SERVICES if sequence.happens(0.5)] or SERVICES[:1]
    row = dict.fromkeys(COLUMNS, "") | {
        "id": f"{slug}-{at + 1}",
        "pivot": f"{99_000_000_000_000 + at:014}",
        "nom": name,
        "commune": place,
        "code_postal": postcode,
        "code_insee": f"{department}{sequence.below(10 ** (5 - len(department))):0{5 - len(department)}}",
        "adresse": f"{1 + sequence.below(120)} {sequence.one_of(STREETS)} {sequence.one_of(OF)}",
        "latitude": f"{42 + sequence.below(9_000_000) / 1e6:.6f}",
        "longitude": f"{-4 + sequence.below(11_000_000) / 1e6:.6f}",
        "typologie": typology,
        "telephone": f"+33{sequence.one_of(FICTION)}{sequence.below(10_000):04}",
        "courriels": f"contact@{domain}.exemple.fr",
        "site_web": f"https://{domain}.exemple.fr" if sequence.happens(0.7) else "",
        "horaires": sequence.one_of(HOURS),
        "source": "registre inventé",
        "structure_parente": f"Ville de {place}" if sequence.happens(0.4) else "",
        "date_maj": f"2026-{1 + sequence.below(11):02}-{1 + sequence.below(28):02}",
        "services": "|".join(services),
        "prise_en_charge_specifique": sequence.one_of(CARE),
        "frais_a_charge": sequence.one_of(["Gratuit", "Gratuit sous condition", "Payant", ""]),
        "modalites_acces": sequence.one_of(["Se présenter", "Se présenter|Téléphoner", "Téléphoner"]),
        "modalites_accompagnement": sequence.one_of(["En autonomie", "Accompagnement individuel", "Dans un atelier collectif"]),
    }
    return row, department, kind, sequence.one_of(COLOURS)


def slugged(text):
    plain = unicodedata.normalize("NFKD", text.replace("’", "-")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# What real files do to a row. Each takes the row and changes it in place.
DIRT = {
    "telephone without its zero": lambda row: row.update(telephone=row["telephone"].removeprefix("+33")),
    "telephone with dots": lambda row: row.update(telephone="0" + ".".join([row["telephone"][3:][:1], *re.findall("..", row["telephone"][4:])])),
    "address that repeats the town": lambda row: row.update(adresse=f"{row['adresse']} {row['code_postal']} {row['commune'].upper()}"),
    "words in the site": lambda row: row.update(site_web=f"facebook : {slugged(row['nom'])}"),
    "line break in the name": lambda row: row.update(nom=row["nom"].replace(" ", "\n", 1)),
    "capitals": lambda row: row.update(nom=row["nom"].upper()),
    "spaces": lambda row: row.update(commune=f" {row['commune']}  "),
    "no typology": lambda row: row.update(typologie=""),
    "hours that are no hours": lambda row: row.update(horaires="selon les jours, appelez avant"),
    "postcode without its zero": lambda row: row.update(code_postal=row["code_postal"].lstrip("0")),
    "two addresses in the mail": lambda row: row.update(courriels=row["courriels"] + " ; " + row["courriels"]),
}


def own_colour(sequence):
    """One of 2 million colours of middling strength: a town seldom has the colour of another."""
    red, green, blue = (40 + sequence.below(128) for _ in range(3))
    return f"#{red:02X}{green:02X}{blue:02X}"


def rows(count, seed, dirt=0.0, own_colours=False, plain_each=0):
    """Rows one after the other: no list, so that a million fit too.

    Dirt and colours come from sequences of their own: what stays clean is the same at every rate. Each `plain_each`th
    venue has no colour, and takes that of the kit.
    """
    sequence, soiling, painting = Sequence(seed), Sequence(seed ^ 0xD127), Sequence(seed ^ 0xC0102)
    for at in range(count):
        row, department, kind, colour = venue(at, sequence)
        if soiling.happens(dirt):
            DIRT[soiling.one_of(sorted(DIRT))](row)
        if own_colours:
            colour = own_colour(painting)
        if plain_each and at % plain_each == 0:
            colour = ""
        yield row, department, kind, colour


def write_csv(file, made, more=()):
    writer = csv.DictWriter(file, [*COLUMNS, *more], lineterminator="\n")
    writer.writeheader()
    for row, _, kind, colour in made:
        own = {"kind": kind, "colour": colour}
        writer.writerow(row | {key: own[key] for key in more})


def yaml_of(row, kind, colour):
    """The file of a venue. JSON strings are YAML strings."""
    text = lambda value: json.dumps(value, ensure_ascii=False)
    phone = "0" + row["telephone"].removeprefix("+33")
    spaced = " ".join(re.findall("..", phone))
    hours = READABLE.get(row["horaires"], "Sur rendez-vous")
    return (
        f"name: {text(row['nom'])}\nkind: {kind}\n{f'colour: {text(colour)}' if colour else '# colour: that of the kit'}\n"
        f"address: {{street: {text(row['adresse'])}, postcode: {text(row['code_postal'])}, town: {text(row['commune'])}}}\n"
        f"hours:\n  fr: {text(hours)}\ncontacts:\n  - {{kind: phone, value: {text(spaced)}}}\n"
    )


ORDERS = {
    "poster": ["{medium: poster-checklist, size: a3, formats: [pdf]}"],
    "poster-easy": ["{medium: poster-checklist, size: a3, formats: [pdf]}", "{medium: easy-read, formats: [pdf]}"],
    "three": [
        "{medium: poster-checklist, size: a3, formats: [pdf]}",
        "{medium: booklet, formats: [pdf]}",
        "{medium: easy-read, formats: [pdf]}",
    ],
    "all": [],
}


# An easy-read sheet stays short: the tips that the starter chooses.
EASY = """fenetre-privee fenetre-deja-privee session-invite taper-adresse codes-secrets regards rester-au-poste mot-de-passe-solide
ne-rien-enregistrer deconnecter-comptes effacer-traces supprimer-fichiers reprendre-papiers cle-usb fermer-session""".split()


def write_project(folder, made, orders, as_files, flat):
    content = folder / "content"
    (content / "venues").mkdir(parents=True, exist_ok=True)
    lines = ["extends: pancarte", "defaults:", "  languages: [fr]", "  keyboard: fr-azerty", "  system: windows"]
    lines += ["  browsers: [firefox, chrome]", "  screens: [1920x1080]"]
    lines += ["  selection:", "    poster-tip: [mot-de-passe-solide]", f"    easy-read: [{', '.join(EASY)}]"]
    if ORDERS[orders]:
        lines += ["  orders:", *(f"    - {order}" for order in ORDERS[orders])]
    (content / "kit.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    if not as_files:
        with (content / "venues/lieux.csv").open("w", encoding="utf-8", newline="") as file:
            write_csv(file, made, ("kind", "colour"))
        return
    for row, department, kind, colour in made:
        into = content / "venues" / ("" if flat else department.lower())
        into.mkdir(exist_ok=True)
        (into / f"{row['id']}.yaml").write_text(yaml_of(row, kind, colour), "utf-8")


def main():
    parser = argparse.ArgumentParser(description="Makes up a register of venues, or a whole project of pancarte with it.")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20_261_125)
    parser.add_argument("--dirt", type=float, default=0.0, help="part of the rows that something is wrong with, 0 to 1")
    parser.add_argument("--csv", type=Path, help="write the register to this file")
    parser.add_argument("--project", type=Path, help="write a project into this folder")
    parser.add_argument("--own-colours", action="store_true", help="a colour of its own for each venue, not one of twelve")
    parser.add_argument("--orders", choices=sorted(ORDERS), default="poster-easy", help="what its venues order")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--table", action="store_true", help="venues of the project as content/venues/lieux.csv (default)")
    form.add_argument("--files", action="store_true", help="venues of the project as YAML files, in a folder for each department")
    parser.add_argument("--flat", action="store_true", help="with --files: all in one folder")
    asked = parser.parse_args()
    if not asked.csv and not asked.project:
        parser.error("--csv or --project says where to write")
    made = lambda: rows(asked.rows, asked.seed, asked.dirt, asked.own_colours)
    if asked.csv:
        with asked.csv.open("w", encoding="utf-8", newline="") as file:
            write_csv(file, made())
    if asked.project:
        write_project(asked.project, made(), asked.orders, asked.files, asked.flat)


if __name__ == "__main__":
    main()
