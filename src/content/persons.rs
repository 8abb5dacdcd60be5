//! Names of persons in the words of authors and of registers: [`is_name`] in addresses, [`names_a_person`] in a line,
//! [`in_name`] in the name of a venue. Words of a list are compared; nothing is looked up.

use std::ops::Range;

/// Providers for private people, with or without their ending.
const PROVIDERS: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "orange.fr",
    "wanadoo.fr",
    "free.fr",
    "laposte.net",
    "outlook.",
    "hotmail.",
    "yahoo.",
    "live.",
    "sfr.fr",
    "neuf.fr",
    "bbox.fr",
    "icloud.com",
    "me.com",
    "protonmail.com",
    "proton.me",
    "gmx.",
    "aol.com",
    "msn.com",
    "numericable.fr",
    "club-internet.fr",
    "aliceadsl.fr",
    "ymail.com",
];

/// Civilities before a name.
const CIVILITIES: [&str; 15] = [
    "M.",
    "Mme",
    "Mlle",
    "Monsieur",
    "Madame",
    "Mademoiselle",
    "Mr",
    "Mr.",
    "Mrs",
    "Ms",
    "Dr",
    "Miss",
    "السيد",
    "السيدة",
    "الأستاذ",
];

/// First names that are common in France, without accents.
const FIRST_NAMES: &str = "adam adrien agathe ahmed aicha alain albert alexandre alexis alice aline ali amelie amina amine anais andre \
    andrea anna anne annie antoine antonio arnaud arthur audrey aurelie baptiste benjamin bernard bertrand bruno camille carole \
    catherine cecile celine chantal charlotte chloe christelle christian christine christophe claire clara claude claudine clement \
    colette corinne cyril damien daniel daniele david delphine denis denise didier dominique elena elise elisabeth elodie emilie emma \
    emmanuel eric estelle eva fabien fabienne fabrice fatima fatiha fatou florence florent franck francois francoise frederic gabriel \
    genevieve georges gerard gilles guillaume guy hakim hamid hassan helene henri herve hugo hugues ibrahim ines isabelle jacqueline \
    jacques jean jeanne jeremy jerome joel jonathan josette joseph josiane judith julie julien juliette justine karim karima karine \
    kevin khadija laetitia latifa laura laure laurence laurent lea leila leo leon liliane lionel loic louis louise luc lucas lucie \
    lucien ludovic magali mamadou manon marc marcel margaux maria mariam marie marine marion martin martine mathieu mathilde maurice \
    max maxime melanie michel michele mohamed monique moussa mustapha nadia nadine nathalie nathan nicolas nicole noemie nora odile \
    olivia olivier oumar pascal pascale patrice patricia patrick paul pauline philippe pierre quentin rachid raphael raymond rene \
    richard robert roger roland romain rose sabine salima samia samir samuel sandra sandrine sarah sebastien serge simon simone sonia \
    sophie stephane stephanie suzanne sylvain sylvie theo therese thierry thomas valerie vanessa veronique victor vincent virginie \
    xavier yann yannick yasmina yasmine youssef yves yvette yvonne zoe";

/// What bears the name of a person and is none.
const PLACES: [&str; 18] = [
    "rue",
    "avenue",
    "place",
    "boulevard",
    "quai",
    "allee",
    "impasse",
    "square",
    "ecole",
    "college",
    "lycee",
    "espace",
    "mediatheque",
    "bibliotheque",
    "centre",
    "maison",
    "salle",
    "street",
];

/// More of what is called after somebody: names of venues begin with them.
const CALLED_AFTER: &str = "cite csc cs mjc ccas mairie hotel complexe gymnase residence foyer pole parc tour amphitheatre stade theatre \
    chemin route cours esplanade promenade passage saint sainte st ste fondation association amicale institut clinique hopital";

/// Words in capitals that are no surname: BP is a post office.
const ACRONYMS: &str = "CCAS CIAS MJC CSC CAF CPAM PMI EPN ZAC ZUP HLM MSA UDAF CIDFF ADMR RDC SUD NORD EST OUEST";

/// Work of a person who receives people.
const ROLES: [&str; 12] = [
    "conseiller",
    "conseillere",
    "mediateur",
    "mediatrice",
    "animateur",
    "animatrice",
    "referent",
    "referente",
    "contact",
    "aidant",
    "aidante",
    "responsable",
];

/// Whether this is the host of a provider for private people.
pub fn is_private_provider(host: &str) -> bool {
    PROVIDERS.iter().any(|known| host == *known || (known.ends_with('.') && host.starts_with(known)))
}

/// `marie.durand`, `mme.durand`: a first name or a civility, and another word.
pub fn is_name(local: &str) -> bool {
    let mut parts = local.split(['.', '_', '-']);
    // short ones stand for other things too: `dr.bretagne` is an office of a region
    let civility = |word: &str| CIVILITIES.iter().any(|known| known.len() > 2 && known.eq_ignore_ascii_case(word));
    let first = parts.next().is_some_and(|word| is_first_name(word) || civility(word));
    first && parts.next().is_some_and(|name| name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic()))
}

/// `jeanne`, `marie75`, `jeanne.m`: a first name is a part of it.
pub fn is_personal(local: &str) -> bool {
    local.split(|c: char| !c.is_alphabetic()).any(is_first_name)
}

fn is_first_name(word: &str) -> bool {
    let folded = folded(word);
    !folded.is_empty() && FIRST_NAMES.split_whitespace().any(|name| name == folded)
}

/// Small letters without accents.
fn folded(word: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ù' | 'ü' => 'u',
        'ç' => 'c',
        other => other,
    };
    word.to_lowercase().chars().map(plain).collect()
}

/// Whether a line names a person: a civility, or a first name, and then a word with a capital.
pub fn names_a_person(line: &str) -> bool {
    let words: Vec<&str> = line
        .split([' ', '\u{a0}', ',', '"', '\'', '’', '(', ')', ':', '*', '\n'])
        .filter(|word| !word.is_empty())
        .collect();
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(|c| c.is_uppercase() || !c.is_ascii() && !c.is_lowercase()) && chars.next().is_some()
    };
    words.windows(2).enumerate().any(|(at, pair)| {
        let first = capital(pair[0]) && is_first_name(pair[0].split('-').next().unwrap_or_default());
        let place = at > 0 && PLACES.contains(&folded(words[at - 1]).as_str());
        (first && !place || CIVILITIES.contains(&pair[0])) && capital(pair[1])
    })
}

/// A word of a name and its bytes.
type Word<'a> = (&'a str, Range<usize>);

/// The bytes of a person's name in the name of a venue: after a civility (`Mme Dupont`), in brackets (`(Jeanne MARTIN)`), after
/// what a person does there, or a first name before a surname in capitals. What is called after somebody is no person: `Espace Jean
/// Moulin`, `Salle du Dr Schweitzer`.
pub fn in_name(name: &str) -> Option<Range<usize>> {
    let words = words(name);
    let named_after = |word: &str| PLACES.contains(&word) || CALLED_AFTER.split_whitespace().any(|known| known == word);
    let place = words.iter().position(|(word, _)| named_after(&folded(word)));
    let shouted = !name.chars().any(char::is_lowercase);
    words.iter().enumerate().find_map(|(at, (word, bytes))| {
        let end = surname_end(&words, at)?;
        let whole = bytes.start..end;
        let called_after = place.is_some_and(|place| place < at && !bracketed(name, &whole));
        if CIVILITIES.contains(word) {
            return (!(called_after || shouted && *word == "M.")).then_some(whole);
        }
        let first = is_capital(word) && is_first_name(word.split('-').next().unwrap_or_default());
        if !first || called_after {
            return None;
        }
        let next = words.get(at + 1)?.0;
        let capitals = next.chars().all(|c| c.is_uppercase() || c == '-');
        let acronym = next.chars().count() < 3 || ACRONYMS.split_whitespace().any(|known| known == next);
        let loud = !shouted && capitals && !acronym;
        let role = words[..at].iter().any(|(word, _)| ROLES.contains(&folded(word).as_str()));
        (loud || role || bracketed(name, &whole)).then_some(whole)
    })
}

/// A name without the person in it, and without the brackets and dashes that led to them.
pub fn without_person(name: &str) -> Option<String> {
    let found = in_name(name)?;
    let (mut before, mut after) = (name[..found.start].trim_end(), name[found.end..].trim_start());
    if let (Some(open), Some(close)) = (before.strip_suffix(['(', '[']), after.strip_prefix([')', ']'])) {
        (before, after) = (open, close);
    }
    let loose = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '/' | '|' | '(' | '[');
    let left = format!("{} {}", before.trim_end_matches(loose), after.trim_start());
    let left = left.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut left = left.trim_matches(loose);
    for word in [" de", " avec", " chez", " par"] {
        left = left.strip_suffix(word).unwrap_or(left).trim_end_matches(loose);
    }
    Some(left.to_owned())
}

fn words(name: &str) -> Vec<Word<'_>> {
    let apart = |c: char| c.is_whitespace() || "()[],;:/|\"«»".contains(c);
    let mut words = Vec::new();
    let mut start = 0;
    for (at, c) in name.char_indices().chain([(name.len(), ' ')]) {
        if apart(c) {
            if at > start {
                words.push((&name[start..at], start..at));
            }
            start = at + c.len_utf8();
        }
    }
    words
}

fn is_capital(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some()
}

/// The end of the capitalised words that follow one, at most two; nothing where none does.
fn surname_end(words: &[Word<'_>], at: usize) -> Option<usize> {
    let mut end = None;
    let mut last = words[at].1.end;
    for (word, bytes) in words.iter().skip(at + 1).take(2) {
        // a bracket or a comma between them ends the name
        if !is_capital(word) || bytes.start - last != 1 {
            break;
        }
        end = Some(bytes.end);
        last = bytes.end;
    }
    end
}

/// Whether these bytes stand alone between brackets.
fn bracketed(name: &str, bytes: &Range<usize>) -> bool {
    name[..bytes.start].trim_end().ends_with(['(', '[']) && name[bytes.end..].trim_start().starts_with([')', ']'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_found_and_left_out() {
        for (name, left) in [
            ("Mme Dupont", ""),
            ("Permanence (Jeanne MARTIN)", "Permanence"),
            ("Permanence de Mme Dupont", "Permanence"),
            ("Conseiller numérique - Marie Durand", "Conseiller numérique"),
            ("France Services – Jeanne MARTIN", "France Services"),
            ("Mairie [Paul Durand] annexe", "Mairie annexe"),
        ] {
            assert_eq!(without_person(name).as_deref(), Some(left), "{name}");
        }
    }

    #[test]
    fn what_is_called_after_somebody_is_none() {
        for name in [
            "Espace Jean Moulin",
            "Médiathèque Victor Hugo",
            "MÉDIATHÈQUE VICTOR HUGO",
            "Salle du Dr Schweitzer",
            "Centre Albert Camus",
            "CSC Jean-Paul Coste",
            "Bus France Services - [Place Robert JOUBERT - St Angeau]",
            "Lyon Gabriel Peri",
            "Chateauroux St Jean BP",
            "La Chaussee St Victor BP",
            "MJC Jean MOULIN",
            "Antenne Saint Martin CCAS",
            "Saint Yrieix",
            "Laval Mendes France",
            "Cité Simone Veil",
            "Louise Michel",
            "Monsieur",
        ] {
            assert_eq!(in_name(name), None, "{name}");
        }
    }
}
