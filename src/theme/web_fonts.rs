//! The fonts of a theme for a web site: [`web_fonts`] cuts each face to the letters that pages use, one WOFF2 file for each script,
//! and [`font_faces`] writes the rules that let a browser load only what a page needs.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use read_fonts::collections::IntSet;
use read_fonts::types::{NameId, Tag};
use read_fonts::{FontRef, TableProvider};
use typst::text::{Font, FontStyle};
use unicode_script::{Script, UnicodeScript};

use super::Theme;
use crate::diag::{Diagnostic, Diagnostics, Message};
use crate::model::read_from_right;

/// Weights that `style.css` sets text in.
const WEIGHTS: [u16; 3] = [500, 700, 800];

/// Letters that the first family always brings: a venue's name may come later than the build of its font.
const ALWAYS: &str = "\u{a0}\u{202f}«»‘’“”–—…·•°×€ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿ";

/// Features no rule of the style sheet asks for.
const UNSEEN: [&[u8; 4]; 12] =
    [b"frac", b"numr", b"dnom", b"rand", b"jalt", b"valt", b"vert", b"vkrn", b"vpal", b"vrt2", b"halt", b"vhal"];

/// Copyright, names and version; then the licence and its address, which the OFL asks a copy to keep.
const NAMES: [u16; 9] = [0, 1, 2, 3, 4, 5, 6, 13, 14];

/// English, as Windows numbers languages.
const ENGLISH: u16 = 0x0409;

/// One file of a font for the web.
#[derive(Debug, Clone, PartialEq)]
pub struct WebFont {
    /// Name of the file: `atkinson-hyperlegible-next-800-latin.woff2`.
    pub file: String,
    /// The font as WOFF2.
    pub bytes: Vec<u8>,
    /// The family as the theme writes it.
    pub family: String,
    /// Weight of the face, 100 to 900.
    pub weight: u16,
    /// Letters the file is for, as CSS writes them: `U+20-7E,U+A0`.
    pub unicode_range: String,
    /// The script the file is for, by its Unicode name; digits and punctuation go with Latin.
    pub script: &'static str,
}

/// The script that what belongs to no script is filed under.
const LATIN: &str = "Latin";

/// Letters by family (its place in the order of the theme) and script.
type Groups = BTreeMap<(usize, &'static str), BTreeSet<char>>;

/// A family with the faces a browser would choose for [`WEIGHTS`].
struct Family<'a> {
    name: &'a str,
    faces: Vec<(u16, &'a Font)>,
}

/// One file to make.
struct Cut<'a> {
    family: &'a str,
    weight: u16,
    font: &'a Font,
    script: &'static str,
    letters: BTreeSet<char>,
}

/// Files of the fonts that these letters are set in, in the order of the theme. What no font has is in no file.
///
/// # Errors
/// A font that cannot be cut or packed.
pub fn web_fonts(theme: &Theme, letters: &BTreeSet<char>) -> Result<Vec<WebFont>, Diagnostics> {
    let families = families(theme);
    let cuts: Vec<Cut> =
        groups(theme, &families, letters).iter().flat_map(|(key, letters)| cuts(&families, *key, letters)).collect();
    let made: Vec<Result<WebFont, Diagnostic>> = cuts.par_iter().map(make).collect();
    let mut faults = Diagnostics::new();
    let fonts = made.into_iter().filter_map(|font| font.map_err(|fault| faults.push(fault)).ok()).collect();
    if faults.is_empty() { Ok(fonts) } else { Err(faults) }
}

/// The `@font-face` rules; the addresses are relative to the style sheet: `fonts/<file>`.
pub fn font_faces(fonts: &[WebFont]) -> String {
    let rule = |font: &WebFont| {
        let WebFont { file, family, weight, unicode_range, .. } = font;
        let family = family.replace('\\', "\\\\").replace('"', "\\\"");
        format!(
            "@font-face{{font-family:\"{family}\";font-style:normal;font-weight:{weight};font-display:swap;\
             src:url(\"fonts/{file}\") format(\"woff2\");unicode-range:{unicode_range}}}\n"
        )
    };
    fonts.iter().map(rule).collect()
}

fn families(theme: &Theme) -> Vec<Family<'_>> {
    let mut names: Vec<&str> = Vec::new();
    for name in theme.file.families.ltr.iter().chain(&theme.file.families.rtl) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| Family { name, faces: faces(theme, name) }).collect()
}

fn faces<'a>(theme: &'a Theme, family: &str) -> Vec<(u16, &'a Font)> {
    let upright = |font: &&Font| font.info().variant.style == FontStyle::Normal;
    let of_family = |font: &&Font| font.info().family.as_str().to_lowercase() == family.to_lowercase();
    let weighed = |font: &'a Font| (font.info().variant.weight.to_number(), font);
    let all: BTreeMap<u16, &Font> =
        theme.fonts.fonts.iter().filter(upright).filter(of_family).map(weighed).rev().collect();
    let wanted: BTreeSet<u16> = WEIGHTS.iter().filter_map(|weight| nearest(all.keys().copied(), *weight)).collect();
    all.into_iter().filter(|(weight, _)| wanted.contains(weight)).collect()
}

/// The weight a browser takes for one it has not (CSS Fonts 4, 5.2): from 500 down first, from heavier ones up first.
fn nearest(weights: impl Iterator<Item = u16>, wanted: u16) -> Option<u16> {
    let wrong_side = |weight: u16| if wanted > 500 { weight < wanted } else { weight > wanted };
    weights.min_by_key(|weight| (wrong_side(*weight), weight.abs_diff(wanted)))
}

fn groups(theme: &Theme, families: &[Family], letters: &BTreeSet<char>) -> Groups {
    let place = |name: &String| families.iter().position(|family| family.name == name);
    let ltr: Vec<usize> = theme.file.families.ltr.iter().filter_map(place).collect();
    let rtl: Vec<usize> = theme.file.families.rtl.iter().filter_map(place).collect();
    let mut groups = Groups::new();
    let always = (' '..='~').chain(ALWAYS.chars());
    let first = ltr.first().copied();
    let held = always.filter_map(|c| Some((first.filter(|at| has(&families[*at], c))?, c)));
    for (at, c) in held {
        groups.entry((at, LATIN)).or_default().insert(c);
    }
    let seen = letters.iter().copied().filter(|c| !c.is_control() && !is_mark_of_order(*c));
    for c in seen.clone().filter(|c| !from_right(*c)) {
        if let Some(at) = ltr.iter().find(|at| has(&families[**at], c)) {
            groups.entry((*at, script(c, letters))).or_default().insert(c);
        }
    }
    right_groups(&mut groups, families, &rtl, letters, seen.collect());
    groups
}

/// Letters of scripts read from the right, with the punctuation, spaces and digits that their own font has.
fn right_groups(
    groups: &mut Groups,
    families: &[Family],
    rtl: &[usize],
    letters: &BTreeSet<char>,
    seen: BTreeSet<char>,
) {
    let first = |c: char| rtl.iter().copied().find(|at| has(&families[*at], c));
    let own: Vec<(usize, char)> =
        seen.iter().filter(|c| from_right(**c)).filter_map(|c| Some((first(*c)?, *c))).collect();
    let homes: BTreeSet<(usize, &'static str)> = own.iter().map(|(at, c)| (*at, script(*c, letters))).collect();
    for (at, c) in own {
        groups.entry((at, script(c, letters))).or_default().insert(c);
    }
    let shared = (' '..='~').chain(ALWAYS.chars()).chain(seen).filter(|c| is_shared(*c));
    for c in shared.collect::<BTreeSet<char>>() {
        let home = homes.iter().find(|(at, _)| first(c) == Some(*at));
        let known = |at: usize| groups.get(&(at, LATIN)).is_some_and(|letters| letters.contains(&c));
        if let Some(home) = home.filter(|(at, _)| !known(*at)) {
            groups.entry(*home).or_default().insert(c);
        }
    }
}

fn has(family: &Family, c: char) -> bool {
    family.faces.iter().any(|(_, font)| covers(font, c))
}

fn covers(font: &Font, c: char) -> bool {
    font.info().coverage.contains(u32::from(c))
}

/// Characters of every script: digits, spaces, most punctuation.
fn is_shared(c: char) -> bool {
    c.script_extension().is_common() || c.script_extension().is_inherited()
}

/// Marks that only order a line or its breaks: a browser needs no font for them.
fn is_mark_of_order(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn from_right(c: char) -> bool {
    !is_shared(c) && read_from_right(c)
}

/// The script a letter is filed under: its own; for a comma or a mark of a few scripts the one of them that is written here.
fn script(c: char, letters: &BTreeSet<char>) -> &'static str {
    let general = |script: Script| matches!(script, Script::Common | Script::Inherited | Script::Unknown);
    let of = c.script_extension();
    if !general(c.script()) {
        return c.script().full_name();
    }
    if is_shared(c) || of.contains_script(Script::Latin) {
        return LATIN;
    }
    let written = letters.iter().map(|letter| letter.script()).filter(|script| !general(*script));
    let fitting = written.filter(|script| of.contains_script(*script)).map(|script| script.full_name());
    fitting.min().or_else(|| Some(of.iter().next()?.full_name())).unwrap_or(LATIN)
}

fn cuts<'a>(families: &[Family<'a>], key: (usize, &'static str), letters: &BTreeSet<char>) -> Vec<Cut<'a>> {
    let family = &families[key.0];
    let cut = |(weight, font): &(u16, &'a Font)| Cut {
        family: family.name,
        weight: *weight,
        font,
        script: key.1,
        letters: letters.iter().copied().filter(|c| covers(font, *c)).collect(),
    };
    family.faces.iter().map(cut).filter(|cut| !cut.letters.is_empty()).collect()
}

fn make(cut: &Cut) -> Result<WebFont, Diagnostic> {
    let bytes = subset(cut.font, &cut.letters).and_then(|font| woff2(&font)).map_err(|reason| {
        let message = Message::new("font-web").arg("family", cut.family).arg("weight", cut.weight);
        Diagnostic::error(message.arg("reason", reason)).hint(Message::new("hint-font-web"))
    })?;
    Ok(WebFont {
        file: format!("{}-{}-{}.woff2", slug(cut.family), cut.weight, slug(cut.script)),
        bytes,
        family: cut.family.to_owned(),
        weight: cut.weight,
        unicode_range: unicode_range(&cut.letters),
        script: cut.script,
    })
}

/// The font with these letters and all forms its rules make of them: joined letters, ligatures, marks.
fn subset(font: &Font, letters: &BTreeSet<char>) -> Result<Vec<u8>, String> {
    let font = FontRef::from_index(font.data(), font.index()).map_err(|error| error.to_string())?;
    // a font whose tables cannot be read would be cut to an empty one
    font.cmap().map_err(|error| error.to_string())?;
    let seen = |tag: &&Tag| !UNSEEN.iter().any(|unseen| Tag::new(unseen) == **tag);
    let features: IntSet<Tag> = skera::DEFAULT_LAYOUT_FEATURES.iter().filter(seen).copied().collect();
    let dropped = [b"DSIG", b"kern", b"LTSH", b"PCLT", b"JSTF", b"meta", b"hdmx", b"VDMX"];
    let plan = skera::Plan::new(
        &IntSet::empty(),
        &letters.iter().map(|c| u32::from(*c)).collect(),
        &font,
        skera::SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped.iter().map(|tag| Tag::new(tag)).collect(),
        &IntSet::all(),
        &features,
        &NAMES.iter().map(|id| NameId::from(*id)).collect(),
        &std::iter::once(ENGLISH).collect(),
    );
    skera::subset_font(&font, &plan).map_err(|error| error.to_string())
}

fn woff2(font: &[u8]) -> Result<Vec<u8>, String> {
    ttf2woff2::encode(font, ttf2woff2::BrotliQuality::default()).map_err(|error| error.to_string())
}

/// Letters as ranges of CSS.
fn unicode_range(letters: &BTreeSet<char>) -> String {
    let codes: Vec<u32> = letters.iter().map(|c| u32::from(*c)).collect();
    let range = |run: &[u32]| match run {
        [first, .., last] => format!("U+{first:X}-{last:X}"),
        [one] => format!("U+{one:X}"),
        [] => String::new(),
    };
    codes.chunk_by(|a, b| a + 1 == *b).map(range).collect::<Vec<_>>().join(",")
}

/// Small letters, digits and hyphens, for the name of a file.
fn slug(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(plain).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn theme() -> Theme {
        let files = crate::files::Files::shipped();
        crate::theme::load(&files, "default", None, &mut Diagnostics::new()).unwrap()
    }

    fn made(text: &str) -> Vec<WebFont> {
        web_fonts(&theme(), &text.chars().collect()).unwrap()
    }

    fn files(fonts: &[WebFont]) -> Vec<&str> {
        fonts.iter().map(|font| font.file.as_str()).collect()
    }

    fn holds(font: &WebFont, c: char) -> bool {
        let code = |digits: &str| u32::from_str_radix(digits, 16).unwrap();
        let mut ranges = font.unicode_range.split(',').map(|range| range.trim_start_matches("U+"));
        ranges.any(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            (code(first)..=code(last)).contains(&u32::from(c))
        })
    }

    #[test]
    fn french_brings_no_arabic() {
        let fonts = made("Éteignez l’écran : « merci »");
        assert!(fonts.iter().all(|font| font.script == "Latin"), "{:?}", files(&fonts));
        assert!(files(&fonts).contains(&"atkinson-hyperlegible-next-800-latin.woff2"));
    }

    #[test]
    fn two_scripts_are_two_files_and_spaces_are_in_both() {
        let fonts = made("Fin. مرحبا، بالعالم.");
        let latin = fonts.iter().find(|font| font.family.starts_with("Atkinson")).unwrap();
        let arabic = fonts.iter().find(|font| font.script == "Arabic").unwrap();
        assert_eq!((latin.script, arabic.family.as_str()), ("Latin", "Noto Sans Arabic"));
        assert!(holds(latin, 'F') && holds(latin, ' ') && !holds(latin, 'م') && !holds(latin, '،'));
        assert!(holds(arabic, 'م') && holds(arabic, ' ') && holds(arabic, '،') && !holds(arabic, 'F'));
    }

    #[test]
    fn a_letter_no_font_has_is_in_no_range() {
        let fonts = made("a漢");
        assert!(fonts.iter().all(|font| !holds(font, '漢')));
    }

    #[test]
    fn the_same_letters_make_the_same_bytes() {
        assert_eq!(made("Bonjour مرحبا"), made("Bonjour مرحبا"));
    }

    #[test]
    fn rules_name_the_file_and_its_letters() {
        let font = made("a").remove(0);
        let rule = font_faces(std::slice::from_ref(&font));
        assert!(rule.contains(&format!("src:url(\"fonts/{}\")", font.file)), "{rule}");
        assert!(rule.contains(&format!("unicode-range:{}}}", font.unicode_range)), "{rule}");
        assert!(rule.contains("font-weight:500;font-display:swap"), "{rule}");
    }

    #[test]
    fn ranges_are_short() {
        assert_eq!(unicode_range(&"abcxz é".chars().collect()), "U+20,U+61-63,U+78,U+7A,U+E9");
    }

    #[test]
    fn weights_are_those_a_browser_takes() {
        assert_eq!(nearest([400, 600].into_iter(), 500), Some(400));
        assert_eq!(nearest([400, 900].into_iter(), 700), Some(900));
        assert_eq!(nearest([400, 600].into_iter(), 800), Some(600));
    }
}
