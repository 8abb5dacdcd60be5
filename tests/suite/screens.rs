//! Pictures for screens: nothing stands where a system draws, whatever the screen, the language of the system and that of the
//! picture; posts get the pictures they ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use image::RgbImage;
use pancarte::diag::Diagnostics;
use pancarte::files::Files;
use pancarte::layout::{Pages, Press, lay_out};
use pancarte::model::{Format, Lang, Medium, System, ZoneKind};
use pancarte::pipeline::{Planned, load_and_plan};
use pancarte::plan::{Job, Wanted};
use pancarte::render::render;
use rayon::prelude::*;

use crate::pictures::{compare, small_of};
use crate::support::{french, lang};

/// Ordinary, square, old, upright, wide and very wide screens.
const SCREENS: [&str; 9] =
    ["1920x1080", "1366x768", "1280x1024", "1024x768", "1920x1280", "1080x1920", "3440x1440", "5120x1440", "3840x2160"];
/// A project whose one venue has these posts, and everything else from what is shipped.
fn project(posts: &str) -> Files {
    let kit = "extends: pancarte\ndefaults:\n  theme: default\n  languages: [fr, en, ar]\n  keyboard: fr-azerty\n  \
               interface_language: fr\n  browsers: [firefox, chrome]\n  colour: \"#1F2AD1\"\n  selection:\n    \
               wallpaper: [fenetre-privee, effacer-traces, fermer-session]\n    lock-screen: [regards]\n";
    let venue = format!("name: Espace numérique du Port\naddress: {{town: Port-Lanvec}}\norders: []\nposts:\n{posts}");
    let file = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    Files::memory(BTreeMap::from([file("content/kit.yaml", kit), file("content/venues/port.yaml", &venue)]))
}

fn planned(posts: &str, langs: &[&str]) -> Planned {
    let mut diagnostics = Diagnostics::new();
    let wanted = Wanted { langs: langs.iter().map(|code| lang(code)).collect(), ..Wanted::default() };
    let planned = load_and_plan(project(posts), &wanted, &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{}", french(&diagnostics));
    planned
}

fn press(planned: &Planned) -> Press {
    Press::new(Arc::new(planned.themes["default"].clone()))
}

/// Every system on every screen, with its words in French and in Arabic.
fn everywhere() -> String {
    let mut posts = String::new();
    for system in System::ALL {
        for screen in SCREENS {
            for interface in ["fr", "ar"] {
                let name = format!("{system:?}-{screen}-{interface}").to_lowercase();
                let system = serde_json::to_string(&system).unwrap();
                posts += &format!(
                    "  {name}: {{system: {system}, screen: {screen}, interface_language: {interface}, languages: [fr, ar], \
                     media: [wallpaper, lock-screen]}}\n"
                );
            }
        }
    }
    posts
}

/// The proof of the laid-out frames says so of every sheet; see `a_text_among_the_icons_is_told` for what it is worth.
#[test]
fn nothing_stands_where_a_system_draws() {
    let planned = planned(&everywhere(), &[]);
    let press = press(&planned);
    let jobs = &planned.plan.jobs;
    assert_eq!(jobs.len(), System::ALL.len() * SCREENS.len() * 2 * 2 * 2);
    assert!(jobs.iter().all(|job| !job.zones.is_empty()), "every system draws something");
    let problems: Vec<String> =
        jobs.par_iter().filter_map(|job| lay_out(job, &press).err()).map(|found| french(&found)).collect();
    assert!(problems.is_empty(), "{} of {}: {}", problems.len(), jobs.len(), problems.join("\n"));
}

fn only_job<'a>(planned: &'a Planned, medium: Medium, code: &str) -> &'a Job {
    planned.plan.jobs.iter().find(|job| job.medium == medium && job.lang == lang(code)).unwrap()
}

/// What is told of a theme that draws this besides.
fn told(planned: &Planned, drawn: &str) -> Vec<String> {
    let mut theme = planned.themes["default"].clone();
    let assets = Arc::make_mut(&mut theme.assets);
    let source = String::from_utf8(assets["wallpaper.typ"].clone()).unwrap();
    assets.insert("wallpaper.typ".to_owned(), format!("{source}\n{drawn}\n").into_bytes());
    let found = lay_out(only_job(planned, Medium::Wallpaper, "fr"), &Press::new(Arc::new(theme))).err();
    let what = |args: &[(&'static str, String)]| {
        args.iter()
            .filter(|(name, _)| ["what", "text"].contains(name))
            .map(|(_, value)| value.clone())
            .collect::<Vec<_>>()
    };
    found.unwrap_or_default().iter().map(|found| what(&found.message.args).join(" ")).collect()
}

#[test]
fn a_text_among_the_icons_is_told() {
    let planned = planned("  salle: {system: windows, screen: 1920x1080, languages: [fr]}\n", &[]);
    let text =
        |x: u32, y: u32| format!("#place(top + left, dx: {x}pt, dy: {y}pt, text(size: 30pt, fill: c.paper)[Mot])");
    assert_eq!(told(&planned, &text(20, 500)), ["zone Mot"]);
    assert_eq!(told(&planned, &text(900, 1030)), ["zone Mot"]);
    assert_eq!(told(&planned, &text(900, 940)), Vec::<String>::new());
    let picture = "#place(top + left, dx: 40pt, dy: 400pt, picto(\"usb\", 90pt, a: c.paper, b: c.spark, cut: c.deep))";
    assert_eq!(told(&planned, picture), ["zone pictogram"]);
    let small = "#place(top + left, dx: 900pt, dy: 940pt, text(size: 27pt, fill: c.paper)[Petit])";
    assert_eq!(told(&planned, small), ["small Petit"]);
}

/// Icons stand where the lines of the system's language start, whatever the language of the picture.
#[test]
fn the_side_of_the_icons_is_that_of_the_system() {
    let posts = "  a: {system: windows, screen: 1000x800, interface_language: fr, languages: [ar]}\n  \
                 b: {system: windows, screen: 1000x800, interface_language: ar, languages: [fr]}\n";
    let planned = planned(posts, &[]);
    let icons = |job: &Job| job.zones.iter().find(|zone| zone.kind == ZoneKind::Icons).unwrap().rect;
    let (on_french, on_arabic) = (&planned.plan.jobs[0], &planned.plan.jobs[1]);
    assert_eq!((on_french.lang.code(), icons(on_french).left), ("ar", 0.0));
    assert_eq!((on_arabic.lang.code(), icons(on_arabic).right), ("fr", 1000.0));
}

fn drawn(planned: &Planned, job: &Job) -> RgbImage {
    let press = press(planned);
    let pages = Pages::new(Arc::clone(&press.theme)).unwrap();
    let job = Job { formats: vec![Format::Png], ..job.clone() };
    let rendered = render(&lay_out(&job, &press).unwrap(), &job, &press, &pages).unwrap();
    let png = rendered.artifacts.iter().find(|artifact| artifact.path.ends_with(&format!("{}.png", job.stem))).unwrap();
    image::load_from_memory(&png.bytes).unwrap().to_rgb8()
}

/// Behind icons there is one colour, and nothing else to look at.
#[test]
fn it_is_calm_behind_icons() {
    for variant in ["dark", "light"] {
        let post = format!("  salle: {{system: windows, screen: 1280x1024, languages: [fr], variant: {variant}}}\n");
        let planned = planned(&post, &[]);
        let job = only_job(&planned, Medium::Wallpaper, "fr");
        let picture = drawn(&planned, job);
        for zone in job.zones.iter().filter(|zone| zone.kind == ZoneKind::Icons) {
            let inside = |x: u32, y: u32| {
                let (x, y) = (f64::from(x), f64::from(y));
                x >= zone.rect.left && x < zone.rect.right && y >= zone.rect.top && y < zone.rect.bottom
            };
            let colours: BTreeSet<[u8; 3]> =
                picture.enumerate_pixels().filter(|(x, y, _)| inside(*x, *y)).map(|(.., pixel)| pixel.0).collect();
            assert_eq!(colours.len(), 1, "{variant}");
        }
    }
}

/// Six sizes with what the systems draw hatched over them, as small reference pictures.
#[test]
fn six_screens_under_icons_and_bars() {
    let posts = [
        ("windows", "1920x1080", "fr", "dark"),
        ("xfce", "1280x1024", "fr", "light"),
        ("gnome", "1366x768", "ar", "dark"),
        ("kde", "1080x1920", "fr", "dark"),
        ("macos", "3440x1440", "fr", "light"),
        ("chromeos", "1920x1280", "ar", "light"),
    ];
    let post = |(system, screen, interface, variant): &(&str, &str, &str, &str)| {
        format!(
            "  {system}: {{system: {system}, screen: {screen}, interface_language: {interface}, variant: {variant}, \
             languages: [fr, ar], media: [wallpaper, lock-screen]}}\n"
        )
    };
    let planned = planned(&posts.iter().map(post).collect::<String>(), &[]);
    let problems: Vec<String> = planned
        .plan
        .jobs
        .par_iter()
        .filter(|job| (job.medium == Medium::Wallpaper) || job.lang == Lang::french())
        .filter_map(|job| {
            let name = format!("screen-{}-{}.png", job.lang, job.stem);
            let mut picture = drawn(&planned, job);
            job.zones
                .iter()
                .for_each(|zone| hatch(&mut picture, zone.rect.left, zone.rect.top, zone.rect.right, zone.rect.bottom));
            compare(&name, small_of(&picture))
        })
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn hatch(picture: &mut RgbImage, left: f64, top: f64, right: f64, bottom: f64) {
    let step = picture.width() / 60;
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (fx, fy) = (f64::from(x), f64::from(y));
        if fx >= left && fx < right && fy >= top && fy < bottom && ((x + y) / step).is_multiple_of(4) {
            pixel.0 = [230, 90, 20];
        }
    }
}

/// A set shows every tip that applies once, in the same order in every language.
#[test]
fn a_set_takes_turns() {
    let post = "  salle: {system: windows, screen: 1280x1024, languages: [fr, ar], rotation: weekly, from: 2027-01-04, tips_each: 3}\n";
    let planned = planned(post, &[]);
    let of = |code: &str| -> Vec<(String, Vec<String>)> {
        let jobs = planned.plan.jobs.iter().filter(|job| job.lang == lang(code));
        jobs.map(|job| (job.stem.clone(), job.sheet.steps().iter().map(|id| (*id).to_owned()).collect())).collect()
    };
    let french = of("fr");
    assert_eq!(french, of("ar"));
    assert_eq!(french[0].0, "wallpaper-1280x1024-dark-salle-01");
    assert!(french.iter().rev().skip(1).all(|(_, tips)| tips.len() == 3));
    let tips: Vec<&String> = french.iter().flat_map(|(_, tips)| tips).collect();
    assert_eq!(tips.iter().collect::<BTreeSet<_>>().len(), tips.len(), "no tip comes twice");
    assert!(tips.len() > 15, "{}", tips.len());
    assert!(planned.plan.jobs.iter().all(|job| job.formats.contains(&Format::Html)), "each has words of its own");
}

/// Keys are those of the system of the post, not of the venue.
#[test]
fn keys_are_those_of_the_post() {
    let posts = "  mac: {system: macos, screen: 1920x1080, languages: [fr], tips: [effacer-traces]}\n  \
                 pc: {system: windows, screen: 1920x1080, languages: [fr], tips: [effacer-traces]}\n";
    let planned = planned(posts, &[]);
    let keys: Vec<String> = planned.plan.jobs.iter().map(|job| job.sheet.plain().join(" ")).collect();
    assert!(keys[0].contains("Cmd") && !keys[0].contains("Ctrl"), "{}", keys[0]);
    assert!(keys[1].contains("Ctrl") && !keys[1].contains("Cmd"), "{}", keys[1]);
}
