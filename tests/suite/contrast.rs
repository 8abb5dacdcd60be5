//! Words stand out from what is under them: in the laid-out pages and in their pixels, for the shipped venues and for themes that
//! were broken on purpose.

use std::sync::{Arc, OnceLock};

use pancarte::diag::{Diagnostic, Diagnostics};
use pancarte::files::Files;
use pancarte::layout::{Press, lay_out};
use pancarte::model::{Medium, Px, ScreenSize, Size};
use pancarte::pipeline::{Planned, load_and_plan};
use pancarte::plan::Job;
use pancarte::render::pixels::look_through;
use pancarte::theme::Theme;
use rayon::prelude::*;

use crate::support::{french, lang, only, root};

/// Longer side of the pictures of paper that are looked at, in pixels; wallpapers have their own.
const SIDE: f64 = 1200.0;
/// One size of screen stands for all: what a wallpaper shows grows with it.
const SCREEN: &str = "1920x1080";

/// The shipped venues in French and Arabic: posters, wallpapers, booklets and easy-read sheets.
fn shipped() -> &'static Planned {
    static PLANNED: OnceLock<Planned> = OnceLock::new();
    PLANNED.get_or_init(|| {
        let boxed = Medium::ALL.into_iter().filter(|medium| medium.is_boxed());
        let media: Vec<Medium> = boxed.chain([Medium::Booklet, Medium::EasyRead]).collect();
        let mut wanted = only(&media, &[]).wanted;
        wanted.langs = vec![lang("fr"), lang("ar")];
        load_and_plan(Files::project(&root()), &wanted, &mut Diagnostics::new()).unwrap()
    })
}

fn theme() -> &'static Theme {
    &shipped().themes["default"]
}

/// The first sheet of this name in French.
fn job(stem: &str) -> &'static Job {
    let french = lang("fr");
    shipped().plan.jobs.iter().find(|job| job.stem == stem && job.lang == french && !job.only_words).unwrap()
}

fn look(job: &Job, press: &Press) -> Result<(), Diagnostics> {
    let document = lay_out(job, press)?;
    let own = job.medium == Medium::Wallpaper;
    let per_point = if own { 1.0 } else { SIDE / job.width.0.max(job.height.0) };
    let found = look_through(&document, job, per_point).unwrap();
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// Wallpapers of one size; long documents of each venue in one language, French and Arabic in turn, for they take a second each.
fn stands_for_others(job: &Job) -> bool {
    let venue = shipped().catalog.venues.keys().position(|id| *id == job.venue.id).unwrap();
    match job.medium {
        Medium::Wallpaper => job.stem.contains(SCREEN),
        medium => medium.is_boxed() || (venue % 2 == 0) == (job.lang == lang("fr")),
    }
}

#[test]
fn shipped_words_stand_out() {
    let press = Press::new(Arc::new(theme().clone()));
    let jobs: Vec<&Job> = shipped().plan.jobs.iter().filter(|job| !job.only_words && stands_for_others(job)).collect();
    let problems: Vec<String> =
        jobs.par_iter().filter_map(|job| look(job, &press).err()).map(|found| french(&found)).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    for medium in ["poster-checklist", "poster-tip", "wallpaper", "booklet", "easy-read"] {
        for code in ["fr", "ar"] {
            let seen = jobs.iter().any(|job| job.medium.name() == medium && job.lang == lang(code));
            assert!(seen, "no {medium} in {code}");
        }
    }
}

/// What is found in a sheet when these words of its template are others.
fn with(stem: &str, template: &str, changes: &[(&str, &str)]) -> Diagnostics {
    let source = String::from_utf8(theme().assets[template].clone()).unwrap();
    let changed = changes.iter().fold(source, |source, (from, to)| {
        assert!(source.contains(from), "{template} has no {from}");
        source.replace(from, to)
    });
    of(stem, template, &changed)
}

/// What is found in a sheet that is drawn by this template.
fn of(stem: &str, template: &str, source: &str) -> Diagnostics {
    let mut theme = theme().clone();
    Arc::make_mut(&mut theme.assets).insert(template.to_owned(), source.as_bytes().to_vec());
    // small letters at the edge are what these tests are made of: a screen so low allows them, and no system draws there
    let size = Size::Screen(ScreenSize { width: Px(1920), height: Px(300) });
    let job = Job { zones: Vec::new(), size, ..job(stem).clone() };
    look(&job, &Press::new(Arc::new(theme))).err().unwrap_or_default()
}

/// What is found in a white box with this content, which stands where a wallpaper leaves room for icons.
fn page(content: &str) -> Vec<String> {
    boxed(content).iter().map(short).collect()
}

fn boxed(content: &str) -> Diagnostics {
    let source = String::from_utf8(theme().assets["wallpaper.typ"].clone()).unwrap();
    let look = "set text(font: \"Noto Sans\", size: 20pt, weight: 500, fill: black)";
    let white = "place(top + left, block(width: 200pt, height: 100pt, inset: 10pt, fill: white";
    let changed = format!("{source}\n#{{\n{look}\n{white})[{content}])\n}}\n");
    of("wallpaper-1920x1080-dark", "wallpaper.typ", &changed)
}

/// `contrast-low Mot #888888 on #ffffff 3.5`.
fn short(found: &Diagnostic) -> String {
    let arg = |name: &str| {
        let value = found.message.args.iter().find(|(known, _)| *known == name);
        value.map_or("", |(_, value)| value.as_str())
    };
    let colours = format!("{} on {} {}.{}", arg("fore"), arg("ground"), arg("whole"), arg("tenth"));
    [found.message.id, arg("vision"), arg("text"), &colours].join(" ").replace("  ", " ")
}

#[test]
fn the_topmost_ground_counts() {
    let grey = "#text(fill: rgb(\"#888888\"))[Mot]";
    assert_eq!(page(grey), ["contrast-low Mot #888888 on #ffffff 3.5"]);
    let on = |fill: &str| format!("#place(rect(width: 90pt, height: 40pt, fill: {fill}))");
    let (black, white) = (on("black"), on("white"));
    assert!(page(&format!("{white}{black}#text(fill: white)[Mot]")).is_empty());
    assert_eq!(page(&format!("{black}{white}#text(fill: white)[Mot]")), ["contrast-low Mot #ffffff on #ffffff 1.0"]);
    let turned = "#place(dx: 15pt, dy: 15pt, rotate(45deg, square(size: 50pt, fill: rgb(\"#777777\"))))";
    assert_eq!(page(&format!("{turned}#place(dx: 32pt, dy: 30pt)[I]")), ["contrast-low I #000000 on #777777 4.6"]);
}

#[test]
fn text_over_several_grounds_is_read_on_each() {
    let half = "#place(dx: 40pt, dy: -10pt, rect(width: 100pt, height: 60pt, fill: rgb(\"#777777\")))Deux fonds";
    assert_eq!(page(half), ["contrast-low Deux fonds #000000 on #777777 4.6"]);
}

/// Words in the corner of the box around a disc are not on the disc.
#[test]
fn shapes_are_taken_as_they_are() {
    let disc = |dx: u8| format!("#place(circle(radius: 40pt, fill: rgb(\"#777777\")))#place(dx: {dx}pt, dy: 32pt)[I]");
    assert_eq!(page(&disc(40)), ["contrast-low I #000000 on #777777 4.6"]);
    assert!(page(&disc(84)).is_empty());
    let corner = "#place(circle(radius: 40pt, fill: rgb(\"#777777\")))#place(dx: 1pt, dy: -4pt, text(size: 10pt)[I])";
    assert!(page(corner).is_empty(), "{:?}", page(corner));
    let clipped =
        "#place(box(width: 30pt, height: 40pt, clip: true, rect(width: 90pt, height: 40pt, fill: rgb(\"#777777\"))))";
    assert!(page(&format!("{clipped}#place(dx: 50pt)[Mot]")).is_empty());
}

#[test]
fn what_shines_through_is_mixed() {
    let veil = "#place(rect(width: 90pt, height: 40pt, fill: black.transparentize(50%)))Mot";
    assert_eq!(page(veil), ["contrast-low Mot #000000 on #808080 5.3"]);
    assert_eq!(page("#text(fill: black.transparentize(60%))[Mot]"), ["contrast-low Mot #999999 on #ffffff 2.8"]);
}

#[test]
fn every_eye_counts() {
    let green = "#place(rect(width: 90pt, height: 40pt, fill: rgb(\"#142712\")))#text(fill: rgb(\"#1ece0c\"))[Mot]";
    assert_eq!(page(green), ["contrast-vision greyscale Mot #1ece0c on #142712 4.3"]);
}

#[test]
fn a_finding_is_told_once_for_its_colours() {
    let found = boxed("#set text(size: 12pt, fill: gray)\nUn \\ Deux \\ Trois \\ Deux");
    assert_eq!(found.len(), 1);
    let told = french(&found);
    assert!(told.contains("« Un » se lit mal") && told.contains("(et 2 autres textes)"), "{told}");
}

/// The pixels see what frames cannot: pictures, gradients, and what is painted afterwards.
#[test]
fn pixels_show_what_frames_hide() {
    let gradient =
        "#place(rect(width: 180pt, height: 40pt, fill: gradient.linear(rgb(\"#777777\"), rgb(\"#797979\"))))Mot";
    let found = page(gradient);
    assert!(matches!(&found[..], [one] if one.starts_with("contrast-low Mot #000000 on #77777")), "{found:?}");
    let hidden = "Mot#place(top, dx: -10pt, dy: -10pt, rect(width: 99pt, height: 50pt, fill: white))";
    assert_eq!(page(hidden), ["contrast-hidden Mot #000000 on ."]);
    let black = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0 0H1V1H0Z'/></svg>";
    assert_eq!(
        page(&format!("#place(image(bytes(\"{black}\"), width: 90pt))Mot")),
        ["contrast-low Mot #000000 on #000000 1.0"]
    );
    assert!(page("#place(dx: 90pt, image(\"/pictograms/usb.svg\", width: 20pt))Mot").is_empty());
}

/// A copy of the default theme with one wrong role, a drawing under the words, a gradient under them.
#[test]
fn a_broken_theme_is_found_out() {
    let role = [("let soft = if dark { c.tint }", "let soft = if dark { c.brand }")];
    let found = with("wallpaper-1920x1080-dark", "wallpaper.typ", &role);
    let told: Vec<String> = found.iter().map(short).collect();
    assert_eq!(told, ["contrast-low Ici, la fenêtre est déjà privée. #7b2cbf on #430270 1.9"]);
    let over = [("put(t.x, t.action_y, if headline", "put(t.x, t.disc_y + 0.35 * t.disc, if headline")];
    let found = with("wallpaper-1920x1080-dark", "wallpaper.typ", &over);
    let told: Vec<String> = found.iter().map(short).collect();
    assert_eq!(told, ["contrast-low fenêtres à la fin #fdfcff on #fdfcff 1.0"]);
    let gradient = [("sheet.with(fill: ground)", "sheet.with(fill: gradient.linear(ground, c.line))")];
    let found = with("wallpaper-1920x1080-dark", "wallpaper.typ", &gradient);
    assert!(short(&found[0]).starts_with("contrast-low Fermez votre #fdfcff"), "{found:?}");
}
