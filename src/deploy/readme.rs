//! `LISEZMOI.txt` and `README.txt`: five steps, and which file is for which machines: [`files`].

use super::{Group, PackFile, Source, browsers};
use crate::model::{Every, Pack};

/// A language of the instructions: the name of its file, and its texts.
struct Texts {
    name: &'static str,
    head: &'static str,
    packs: [(Pack, &'static str); 5],
    foot: &'static str,
    /// Words of the list of groups.
    words: Words,
}

struct Words {
    machine: &'static str,
    machines: &'static str,
    desktop: &'static str,
    lock: &'static str,
    weekly: &'static str,
    monthly: &'static str,
    colon: &'static str,
}

const TEXTS: [Texts; 2] = [
    Texts {
        name: "LISEZMOI.txt",
        head: include_str!("texts/fr/head.txt"),
        packs: [
            (Pack::Windows, include_str!("texts/fr/windows.txt")),
            (Pack::Linux, include_str!("texts/fr/linux.txt")),
            (Pack::Chromeos, include_str!("texts/fr/chromeos.txt")),
            (Pack::Macos, include_str!("texts/fr/macos.txt")),
            (Pack::Browsers, include_str!("texts/fr/browsers.txt")),
        ],
        foot: include_str!("texts/fr/foot.txt"),
        words: Words {
            machine: "poste",
            machines: "postes",
            desktop: "bureau",
            lock: "écran de connexion",
            weekly: "une image par semaine, à partir du",
            monthly: "une image par mois, à partir du",
            colon: "\u{a0}:",
        },
    },
    Texts {
        name: "README.txt",
        head: include_str!("texts/en/head.txt"),
        packs: [
            (Pack::Windows, include_str!("texts/en/windows.txt")),
            (Pack::Linux, include_str!("texts/en/linux.txt")),
            (Pack::Chromeos, include_str!("texts/en/chromeos.txt")),
            (Pack::Macos, include_str!("texts/en/macos.txt")),
            (Pack::Browsers, include_str!("texts/en/browsers.txt")),
        ],
        foot: include_str!("texts/en/foot.txt"),
        words: Words {
            machine: "machine",
            machines: "machines",
            desktop: "desktop",
            lock: "sign-in screen",
            weekly: "one picture a week, from",
            monthly: "one picture a month, from",
            colon: ":",
        },
    },
];

/// The instructions in both languages: only the systems of these groups are told of.
pub(super) fn files(source: &Source<'_>, groups: &[Group<'_>]) -> Vec<PackFile> {
    TEXTS.iter().map(|texts| PackFile::new(texts.name, text(texts, source, groups))).collect()
}

fn text(texts: &Texts, source: &Source<'_>, groups: &[Group<'_>]) -> String {
    let is_there = |pack: Pack| match pack {
        Pack::Browsers => !browsers::table(source).is_empty(),
        pack => groups.iter().any(|group| group.pack == pack),
    };
    let packs = texts.packs.iter().filter(|(pack, _)| is_there(*pack));
    let packs: Vec<&str> = packs.map(|(_, text)| *text).filter(|text| !text.is_empty()).collect();
    let list: String = groups.iter().map(|group| line(group, source, &texts.words)).collect();
    // the name of the venue comes last, so that nothing in it is replaced
    let text = format!("{}\n{}\n{}", texts.head, packs.join("\n"), texts.foot).replace("{groups}\n", &list);
    text.replace("{venue}", &plain(&source.venue.name))
}

/// `- salle (XFCE, 8 postes) : bureau fr ar, écran de connexion fr ar`.
fn line(group: &Group<'_>, source: &Source<'_>, words: &Words) -> String {
    let system = group.post.system.name();
    let name = source.catalog.systems.systems.get(system).map_or(system, |of| of.name.as_str());
    let mut parts = Vec::new();
    if group.has_desktop() {
        parts.push(words.desktop.to_owned());
    }
    if group.has_lock() {
        parts.push(words.lock.to_owned());
    }
    if let Some(rotation) = group.rotation() {
        let every = if rotation.every == Every::Weekly { words.weekly } else { words.monthly };
        parts.push(format!("{every} {}", rotation.from));
    }
    let languages: Vec<String> = group.languages.iter().map(|(lang, _)| lang.to_string()).collect();
    let machines = if group.post.count > 1 { words.machines } else { words.machine };
    let (id, count, colon) = (&group.post.id, group.post.count, words.colon);
    let (what, languages) = (parts.join(", "), languages.join(", "));
    format!("- pictures/{id} ({name}, {count} {machines}, {languages}){colon} {what}\n")
}

/// A name on one line.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
