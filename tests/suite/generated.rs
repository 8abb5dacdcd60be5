//! Whatever the words, a poster holds them all or says which are too long: no cut, no panic, no other message.

use std::collections::BTreeMap;

use pancarte::content::Catalog;
use pancarte::diag::{Diagnostic, Diagnostics};
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::model::{Inline, Lang, Venue, plain_inlines};
use pancarte::pipeline::load;
use pancarte::plan::{Wanted, plan};
use pancarte::theme::Theme;
use rayon::prelude::*;

use crate::support::{french, put};

/// Cases that are fitted.
const CASES: usize = 10_000;
/// One in so many of those that fit is laid out and proved too; all of them with `ALL=1`.
const LAID_OUT: usize = 3;
/// Cases of one catalog: it is read once, and its words are changed in place.
const BATCH: usize = 500;

const KIT: &str = "extends: pancarte
defaults: {languages: [fr, ar], colour: '#1F2AD1', keyboard: fr-azerty, browsers: [firefox, chrome], site_url: 'https://exemple.fr'}
";
/// What the cases are ordered in, one after the other.
const ORDERS: [&str; 9] = [
    "{medium: poster-checklist, size: a3, languages: [LANG]}",
    "{medium: poster-checklist, size: a4, languages: [LANG]}",
    "{medium: poster-tip, size: a3, tips: [regards], languages: [LANG]}",
    "{medium: poster-checklist, size: a3, orientation: landscape, languages: [LANG]}",
    "{medium: poster-tip, size: a2, orientation: landscape, tips: [regards], languages: [LANG]}",
    "{medium: poster-checklist, size: a3, languages: ['LANG+OTHER']}",
    "{medium: poster-tip, size: '400x600 mm', tips: [regards], languages: [LANG], distance: 2 m}",
    "{medium: wallpaper, size: 1366x768, variants: [dark], formats: [png], languages: [LANG]}",
    "{medium: signage, size: 1080x1920, tips: [regards, fenetre-privee], languages: [LANG]}",
];

/// A small generator of numbers: the same cases on every machine.
struct Dice(u64);

impl Dice {
    /// From 0 to `sides`, `sides` left out.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

const FRENCH: &[&str] =
    &["à", "vos", "papiers", "session", "téléchargements", "l’imprimante", "déconnectez-vous", "œuvre", "USB"];
const GERMAN: &[&str] =
    &["Datenschutzgrundverordnung", "Bürgerbüro", "Donaudampfschifffahrtsgesellschaft", "und", "öffentlich"];
const VIETNAMESE: &[&str] = &["đăng", "xuất", "khỏi", "mọi", "tài", "khoản", "của", "bạn", "những", "người"];
const ARABIC: &[&str] = &["سجل", "الخروج", "من", "كل", "حساباتك", "المكتبة", "لا", "الاستقبالات", "USB", "12"];
const SIGNS: &[&str] =
    &["(n° 2)", "12:30", "«\u{a0}Oui\u{a0}»", "A/B", "50 %", "–", "l'été…", "#read(\"x\")", "{ x }", "\\"];
const LONG: &[&str] =
    &["mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii", "un", "et"];

/// Words up to a number of characters, with spaces or without.
fn words(dice: &mut Dice, most: usize, arabic: bool) -> String {
    let kinds = [FRENCH, GERMAN, VIETNAMESE, SIGNS, LONG, FRENCH];
    let list = if arabic { ARABIC } else { kinds[dice.roll(kinds.len())] };
    let between = if dice.roll(12) == 0 { "" } else { " " };
    let wanted = 1 + dice.roll(most);
    let mut text = String::new();
    while text.chars().count() < wanted {
        text.push_str(if text.is_empty() { "" } else { between });
        text.push_str(list[dice.roll(list.len())]);
    }
    text.chars().take(wanted).collect::<String>().trim().to_owned()
}

/// A catalog of one venue with this order, its themes, and a press.
fn project(order: &str) -> (Catalog, BTreeMap<String, Theme>, Press) {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "content/kit.yaml", KIT);
    put(folder.path(), "content/venues/lieu.yaml", format!("name: Lieu\norders: [{order}]\n"));
    let mut diagnostics = Diagnostics::new();
    let (catalog, themes) = load(Files::project(folder.path()), &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{}", french(&diagnostics));
    let press = Press::new(std::sync::Arc::new(themes["default"].clone()));
    (catalog, themes, press)
}

/// Gives every text of the posters words of its own.
fn rewrite(catalog: &mut Catalog, lang: &Lang, dice: &mut Dice) {
    let arabic = lang.code() == "ar";
    let most = [20, 40, 120][dice.roll(3)];
    for tip in catalog.tips.values_mut() {
        for (lang, words_of) in &mut tip.words {
            let arabic = lang.code() == "ar";
            words_of.action = vec![Inline::text(words(dice, most, arabic))];
            words_of.support = words(dice, 120, arabic);
        }
    }
    let venue: &mut Venue = catalog.venues.get_mut("lieu").unwrap();
    let length = [60, 200][dice.roll(2)];
    venue.name = words(dice, length, arabic);
    venue.address.street = Some(words(dice, 90, false));
    venue.address.town = Some(words(dice, 40, false));
    venue.hours = [(lang.clone(), words(dice, 100, arabic))].into();
}

/// What came of one case.
enum Outcome {
    Fits,
    TooLong,
}

/// Fits the case, and lays it out where there is a press; anything but a good sheet or a message about a text too long is a failure.
fn outcome(catalog: &Catalog, themes: &BTreeMap<String, Theme>, press: Option<&Press>) -> Outcome {
    let mut diagnostics = Diagnostics::new();
    let planned = plan(catalog, themes, &Wanted::default(), &mut diagnostics);
    let words = |stage: &str| {
        let venue = &catalog.venues["lieu"];
        let actions: Vec<String> = catalog
            .tips
            .values()
            .map(|tip| format!("{:?}", tip.words.values().map(|w| plain_inlines(&w.action)).collect::<Vec<_>>()))
            .collect();
        format!("{stage}: {:?} {:?} {:?}\n{}\n", venue.name, venue.address, venue.hours, actions.join("\n"))
    };
    if planned.jobs.is_empty() {
        assert!(
            !diagnostics.is_empty() && diagnostics.iter().all(says_what_to_do),
            "{}{}",
            words("fit"),
            french(&diagnostics)
        );
        return Outcome::TooLong;
    }
    for (job, press) in planned.jobs.iter().filter_map(|job| Some((job, press?))) {
        let laid_out = lay_out(job, press);
        comemo::evict(0);
        if let Err(errors) = laid_out {
            panic!("{}\n{}", words("proof"), french(&errors));
        }
    }
    Outcome::Fits
}

fn says_what_to_do(error: &Diagnostic) -> bool {
    let known = ["fit-too-long", "fit-word-too-long", "fit-too-full"].contains(&error.message.id);
    let args = ["text", "characters", "venue", "medium", "size", "lang", "tip", "distance", "cap"];
    let named = args.iter().all(|name| error.message.args.iter().any(|(known, _)| known == name));
    known && named && error.hint.is_some() && (error.place.is_some() || error.path.is_some())
}

#[test]
fn every_text_fits_or_is_named() {
    let batches: Vec<usize> = (0..CASES / BATCH).collect();
    let counted: Vec<(usize, usize)> = batches
        .par_iter()
        .map(|batch| {
            let lang = Lang::parse(if batch % 3 == 2 { "ar" } else { "fr" }).unwrap();
            let other = if lang.code() == "ar" { "fr" } else { "ar" };
            let order = ORDERS[batch % ORDERS.len()].replace("LANG", lang.code()).replace("OTHER", other);
            let (mut catalog, themes, press) = project(&order);
            let mut dice = Dice(0x9E37_79B9 + *batch as u64);
            let mut counts = (0, 0);
            let every = if std::env::var_os("ALL").is_some() { 1 } else { LAID_OUT };
            for case in 0..BATCH {
                rewrite(&mut catalog, &lang, &mut dice);
                match outcome(&catalog, &themes, (case % every == 0).then_some(&press)) {
                    Outcome::Fits => counts.0 += 1,
                    Outcome::TooLong => counts.1 += 1,
                }
            }
            counts
        })
        .collect();
    let (fit, long) = counted.iter().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    eprintln!("{fit} fit, {long} are too long");
    assert!(fit > CASES / 20 && long > CASES / 20, "one of both is hardly tried: {fit} fit, {long} do not");
}
