//! The live preview: what is drawn again when something changes, what is noticed on a disk, and who is answered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pancarte::files::{Asked, Files};
use pancarte::serve::engine::Engine;
use pancarte::serve::watch::{Mode, Watch};
use pancarte::serve::{Options, Words, start};

use crate::support::{french, put, root, text};

/// How long something may take that happens at once on a machine that has nothing else to do.
const LONG: Duration = Duration::from_secs(60);
const ESSAI: &str = "content/tips/essai.md";
const DOORS: [&str; 2] = ["un/fr/poster-tip-a3-essai", "un/fr/wallpaper-1600x900-dark"];
const REGARDS: [&str; 2] = ["deux/fr/poster-tip-a3-regards", "un/fr/poster-tip-a3-regards"];

/// A tip with this line of the poster.
fn tip(action: &str) -> String {
    let facts = "lang: fr\nmoment: leaving\naudience: public\npictogram: fermer\npriority: 1\nsources:\n  - {title: Page, address: \
                 \"https://exemple.fr/a\", consulted: 2026-11-24}\nwritten_on: 2026-11-24\nreview_by: 2027-11-24\n";
    let easy = "easy:\n  - pictogram: fermer\n    sentences: [\"Fermez la porte.\"]\n";
    format!(
        "---\n{facts}title: Essai\naction: \"{action}\"\nsupport: \"Elle ferme.\"\nstatus: translated\n{easy}---\nFermez la porte.\n"
    )
}

fn venue(name: &str, orders: &[&str]) -> String {
    let orders: Vec<String> = orders.iter().map(|order| format!("  - {{{order}}}\n")).collect();
    format!("name: {name}\ncolour: \"#7B2CBF\"\norders:\n{}", orders.concat())
}

/// Two venues: one shows the tip on a poster and a wallpaper; both show another tip.
fn project() -> BTreeMap<String, Vec<u8>> {
    let kit = "extends: pancarte\ndefaults:\n  keyboard: fr-azerty\n  languages: [fr]\n  browsers: [firefox]\n";
    let poster = "medium: poster-tip, size: a3, tips: [essai]";
    let wallpaper = "medium: wallpaper, size: 1600x900, variants: [dark], tips: [essai]";
    let other = "medium: poster-tip, size: a3, tips: [regards]";
    let files = [
        ("content/kit.yaml", kit.to_owned()),
        ("content/venues/un.yaml", venue("Un", &[poster, other, wallpaper])),
        ("content/venues/deux.yaml", venue("Deux", &[other])),
        (ESSAI, tip("Fermez **la porte**")),
    ];
    files.map(|(path, text)| (path.to_owned(), text.into_bytes())).into()
}

/// An engine over files that a test changes.
struct Desk {
    files: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    engine: Engine,
}

impl Desk {
    /// Everything is drawn.
    fn new() -> Self {
        let files = Arc::new(Mutex::new(project()));
        let shared = Arc::clone(&files);
        let engine = Engine::new(move || Files::memory(shared.lock().unwrap().clone()));
        let mut desk = Desk { files, engine };
        let drawn = desk.changes(&[]);
        assert!(desk.engine.errors().is_empty(), "{}", french(&desk.engine.errors()));
        assert_eq!(drawn, BTreeSet::from_iter([DOORS, REGARDS].concat().into_iter().map(str::to_owned)));
        desk
    }

    fn write(&mut self, path: &str, text: &str) -> BTreeSet<String> {
        self.files.lock().unwrap().insert(path.to_owned(), text.as_bytes().to_vec());
        self.changes(&[path])
    }

    fn remove(&mut self, path: &str) -> BTreeSet<String> {
        self.files.lock().unwrap().remove(path);
        self.changes(&[path])
    }

    /// The sheets that are drawn after these files have changed.
    fn changes(&mut self, paths: &[&str]) -> BTreeSet<String> {
        self.engine.reload(&paths.iter().map(|path| (*path).to_owned()).collect());
        self.engine.plan_all();
        let mut drawn = BTreeSet::new();
        while let Some(task) = self.engine.next_task(&[], false) {
            drawn.insert(task.key().to_owned());
            self.engine.accept(task.draw());
        }
        drawn
    }

    fn stale(&self) -> BTreeSet<&str> {
        self.engine.sheets().iter().filter(|sheet| sheet.is_stale()).map(|sheet| sheet.key.as_str()).collect()
    }

    /// Versions of the first pages, by sheet.
    fn pictures(&self) -> BTreeMap<String, String> {
        let first = |sheet: &pancarte::serve::engine::Sheet| sheet.drawing.as_ref().unwrap().pages[0].version.clone();
        self.engine.sheets().iter().map(|sheet| (sheet.key.clone(), first(sheet))).collect()
    }
}

fn keys<const N: usize>(keys: [&str; N]) -> BTreeSet<String> {
    keys.map(str::to_owned).into()
}

#[test]
fn only_sheets_that_show_a_tip_are_drawn_again() {
    let mut desk = Desk::new();
    let before = desk.pictures();
    assert_eq!(desk.write(ESSAI, &tip("Fermez **la fenêtre**")), keys(DOORS));
    let after = desk.pictures();
    let other: BTreeSet<String> = before.keys().filter(|key| before[*key] != after[*key]).cloned().collect();
    assert_eq!(other, keys(DOORS));
    assert_eq!(
        desk.write(ESSAI, &format!("{}\n", tip("Fermez **la fenêtre**"))),
        keys([]),
        "an empty line shows nowhere"
    );
}

#[test]
fn what_somebody_looks_at_comes_first() {
    let mut desk = Desk::new();
    let path = ESSAI.to_owned();
    desk.files.lock().unwrap().insert(path.clone(), tip("Fermez **tout**").into_bytes());
    desk.engine.reload(&BTreeSet::from([path]));
    let seen = [REGARDS[0].to_owned(), DOORS[1].to_owned()];
    desk.engine.plan_some(&seen);
    assert!(!desk.engine.is_planned());
    let task = desk.engine.next_task(&seen, true).unwrap();
    assert_eq!(task.key(), DOORS[1]);
    assert!(desk.engine.next_task(&seen, true).is_none(), "nothing else that is looked at has changed");
    // a change in the meantime makes what is being drawn worthless
    let drawn = task.draw();
    assert_eq!(desk.write(ESSAI, &tip("Fermez **bien**")), keys(DOORS));
    let picture = desk.pictures();
    desk.engine.accept(drawn);
    assert_eq!(desk.pictures(), picture);
}

#[test]
fn broken_files_leave_the_last_good_picture() {
    let mut desk = Desk::new();
    let before = desk.pictures();
    let broken = [
        tip("Fermez **la porte**").replace("title: Essai", "titre: Essai"),
        "---\nlang: [\n".to_owned(),
        String::new(),
    ];
    for words in &broken {
        assert_eq!(desk.write(ESSAI, words), keys([]), "{words}");
        assert_eq!(desk.stale(), DOORS.into(), "{words}");
        assert_eq!(desk.pictures(), before);
        let told = french(&desk.engine.errors());
        assert!(told.contains(ESSAI), "{told}");
        // another tip is written in the meantime
        assert_eq!(desk.changes(&[]), keys([]));
    }
    assert_eq!(desk.write(ESSAI, &tip("Fermez **la porte**")), keys([]), "it is what it was");
    assert!(desk.stale().is_empty() && desk.engine.errors().is_empty());
    let long = tip("Fermez absolument **la porte de cette pièce**, et la fenêtre aussi, à chaque fois");
    assert_eq!(desk.write(ESSAI, &long), keys([DOORS[1]]), "a wallpaper has room for it");
    assert_eq!(desk.stale(), [DOORS[0]].into(), "a poster has not");
    let before = desk.pictures();
    assert_eq!(desk.write("content/kit.yaml", "extends: [\n"), keys([]));
    assert_eq!(desk.stale().len(), 4, "nothing can be read without the kit");
    assert_eq!(desk.pictures(), before);
}

#[test]
fn a_tip_that_cannot_be_read_stays_where_it_was() {
    let mut desk = Desk::new();
    let english = "medium: poster-tip, size: a3, tips: [regards], languages: [en]";
    let wallpaper = "medium: wallpaper, size: 800x600, variants: [dark], tips: [essai, regards]";
    desk.write("content/venues/deux.yaml", &venue("Deux", &[english, wallpaper]));
    let order: Vec<String> = desk.engine.sheets().iter().map(|sheet| sheet.key.clone()).collect();
    let before = desk.pictures();
    assert_eq!(desk.write("content/tips/regards/fr.md", "---\ntitle: [\n---\n"), keys([]));
    let shown = ["deux/en/poster-tip-a3-regards", "deux/fr/wallpaper-800x600-dark", REGARDS[1]];
    assert_eq!(desk.stale(), shown.into());
    let after: Vec<String> = desk.engine.sheets().iter().map(|sheet| sheet.key.clone()).collect();
    assert_eq!((desk.pictures(), after), (before, order), "nothing moves");
    let told = french(&desk.engine.errors());
    assert!(told.contains("content/tips/regards/fr.md") && !told.contains("content/venues"), "{told}");
    desk.remove("content/tips/regards/fr.md");
    assert!(desk.stale().is_empty());
}

#[test]
fn sheets_come_and_go_with_their_tips_and_venues() {
    let mut desk = Desk::new();
    desk.write("content/tips/nouveau.md", &tip("Rangez **la chaise**").replace("Essai", "Nouveau"));
    let order = "medium: poster-tip, size: a3, tips: [nouveau]";
    let old = desk.files.lock().unwrap()["content/venues/deux.yaml"].clone();
    assert_eq!(
        desk.write("content/venues/deux.yaml", &venue("Deux", &[order])),
        keys(["deux/fr/poster-tip-a3-nouveau"])
    );
    assert!(desk.engine.sheets().iter().all(|sheet| sheet.key != REGARDS[0]), "it is no longer ordered");
    desk.remove("content/tips/nouveau.md");
    assert_eq!(desk.stale(), ["deux/fr/poster-tip-a3-nouveau"].into(), "an order names a tip that is gone");
    assert_eq!(desk.write("content/venues/deux.yaml", &String::from_utf8(old).unwrap()), keys([REGARDS[0]]));
    assert!(desk.stale().is_empty() && desk.engine.errors().is_empty());
    desk.remove("content/venues/deux.yaml");
    assert_eq!(desk.engine.sheets().len(), 3);
}

#[test]
fn a_theme_reaches_every_sheet() {
    let mut desk = Desk::new();
    let before = desk.pictures();
    let library = text(&root().join("themes/default/lib.typ"));
    assert_eq!(desk.write("themes/default/lib.typ", &format!("{library}\n// more\n")).len(), 4);
    assert_eq!(desk.pictures(), before, "a comment shows nowhere");
    desk.write("themes/default/lib.typ", &format!("{library}\n#let broken = (\n"));
    assert_eq!(desk.stale().len(), 4);
    let told = french(&desk.engine.errors());
    assert!(told.contains("themes/default/lib.typ:") && told.matches("lib.typ").count() < 4, "{told}");
    assert_eq!(desk.pictures(), before);
    desk.write("themes/default/theme.yaml", "media: [\n");
    assert_eq!((desk.stale().len(), desk.pictures()), (4, before.clone()));
    desk.remove("themes/default/theme.yaml");
    desk.remove("themes/default/lib.typ");
    assert!(desk.stale().is_empty() && desk.engine.errors().is_empty(), "{}", french(&desk.engine.errors()));
}

/// A project on a disk.
fn on_disk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    project().iter().for_each(|(path, bytes)| put(folder.path(), path, bytes));
    folder
}

/// Waits until these paths, and no others but those in `also`, were announced.
fn announced(changes: &Receiver<BTreeSet<String>>, paths: &[&str]) {
    let mut awaited: BTreeSet<&str> = paths.iter().copied().collect();
    while !awaited.is_empty() {
        let changed = changes.recv_timeout(LONG).unwrap_or_else(|_| panic!("not noticed: {awaited:?}"));
        awaited.retain(|path| !changed.contains(*path));
    }
}

fn watched(root: &Path, mode: Mode) {
    let (sender, changes) = channel();
    let asked = Asked::default();
    asked.lock().unwrap().insert("logo.svg".to_owned());
    let watch = Watch::start(root, mode, asked, move |paths| drop(sender.send(paths))).unwrap();
    put(root, ESSAI, tip("Fermez **un**"));
    announced(&changes, &[ESSAI]);
    let beside = root.join("content/tips/.essai.md.swp");
    fs::write(&beside, tip("Fermez **deux**")).unwrap();
    fs::rename(&beside, root.join(ESSAI)).unwrap();
    announced(&changes, &[ESSAI]);
    fs::remove_file(root.join(ESSAI)).unwrap();
    put(root, ESSAI, tip("Fermez **mieux**"));
    announced(&changes, &[ESSAI]);
    put(root, "content/tips/dossier/fr.md", "---\n");
    announced(&changes, &["content/tips/dossier/fr.md"]);
    put(root, "content/tips/dossier/tip.yaml", "moment: leaving\n");
    announced(&changes, &["content/tips/dossier/tip.yaml"]);
    fs::remove_dir_all(root.join("content/tips/dossier")).unwrap();
    announced(&changes, &["content/tips/dossier/fr.md", "content/tips/dossier/tip.yaml"]);
    put(root, "themes/mien/theme.yaml", "media: {}\n");
    put(root, "logo.svg", "<svg/>");
    announced(&changes, &["themes/mien/theme.yaml", "logo.svg"]);
    put(root, "output/index.html", "made");
    put(root, ESSAI, tip("Fermez **fin**"));
    let last = changes.recv_timeout(LONG).unwrap();
    assert_eq!(last, keys([ESSAI]), "what is made is not what is written");
    drop(watch);
}

#[test]
fn changes_on_a_disk_are_noticed_by_events() {
    watched(on_disk().path(), Mode::Events);
}

#[test]
fn changes_on_a_disk_are_noticed_by_looking() {
    watched(on_disk().path(), Mode::Polling);
}

fn server(project: &Path) -> SocketAddr {
    let options = Options { project: project.to_owned(), port: None, mode: Mode::Events };
    let words = Words { lang: "fr", say: Arc::new(|message| message.id.to_owned()), tell: Arc::new(french) };
    start(options, &words).unwrap().address
}

/// Status, head and body of the answer to a request with these lines after its first.
fn ask(address: SocketAddr, first: &str, lines: &[String], body: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    let head: Vec<String> = lines.iter().map(|line| format!("{line}\r\n")).collect();
    let length = body.len();
    write!(stream, "{first} HTTP/1.1\r\n{}connection: close\r\ncontent-length: {length}\r\n\r\n{body}", head.concat())
        .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let answer = String::from_utf8_lossy(&bytes);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, head.to_lowercase(), body.to_owned())
}

fn get(address: SocketAddr, path: &str) -> (u16, String, String) {
    ask(address, &format!("GET {path}"), &[format!("host: {address}")], "")
}

/// The page once it has what is asked for.
fn page_with(address: SocketAddr, what: &str) -> String {
    let start = std::time::Instant::now();
    loop {
        let (_, _, page) = get(address, "/");
        if page.contains(what) {
            return page;
        }
        assert!(start.elapsed() < LONG, "never came: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn strangers_are_refused() {
    let project = on_disk();
    let address = server(project.path());
    assert!(address.ip().is_loopback());
    let (host, port) = (format!("host: {address}"), address.port());
    let status = |first: &str, lines: &[String]| ask(address, first, lines, "{}").0;
    for foreign in
        ["evil.example".to_owned(), format!("evil.example:{port}"), "127.0.0.1".to_owned(), "localhost:1".to_owned()]
    {
        assert_eq!(status("GET /", &[format!("host: {foreign}")]), 421, "{foreign}");
    }
    assert_eq!(status("GET /", &[format!("host: localhost:{port}")]), 200);
    let page = get(address, "/").2;
    let token = page.split("name=\"token\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let (token, own) = (format!("x-pancarte: {token}"), format!("origin: http://{address}"));
    let foreign = "origin: http://evil.example".to_owned();
    let look = |lines: &[&String]| {
        let lines: Vec<String> = lines.iter().map(|line| (*line).clone()).collect();
        ask(address, "POST /look", &lines, r#"{"page": "p", "sheets": []}"#).0
    };
    assert_eq!(look(&[&host, &own, &token]), 204);
    assert_eq!(look(&[&host, &token]), 403, "no origin");
    assert_eq!(look(&[&host, &own]), 403, "no token");
    assert_eq!(look(&[&host, &foreign, &token]), 403, "another site");
    assert_eq!(look(&[&host, &"origin: null".to_owned(), &token]), 403);
    assert_eq!(status("GET /", &[host.clone(), foreign]), 403, "another site reads");
    assert_eq!(ask(address, "POST /look", &[host, own, token], "no").0, 400);
}

#[test]
fn only_what_is_in_memory_is_served() {
    let project = on_disk();
    let address = server(project.path());
    page_with(address, DOORS[0]);
    for path in [
        "/content/kit.yaml",
        "/../content/kit.yaml",
        "/file/",
        "/file/../kit.yaml",
        "/file/%2e%2e%2fkit.yaml",
        "/picture/",
        "/picture/un/fr/poster-tip-a3-essai/0.svg",
        "/picture/un/fr/poster-tip-a3-essai/2.svg",
        "/picture/un/fr/../../x/1.svg",
    ] {
        assert_eq!(get(address, path).0, 404, "{path}");
    }
    for path in ["/", "/file/page.js", "/file/page.css", "/file/colours.css", "/nothing"] {
        let head = get(address, path).1;
        assert!(head.contains("content-security-policy: default-src 'none'"), "{path}: {head}");
        assert!(head.contains("x-content-type-options: nosniff") && head.contains("cache-control: no-store"), "{path}");
    }
    let page = page_with(address, &format!("/picture/{}/1.svg?v=", DOORS[0]));
    let picture = page.split("src=\"").find(|rest| rest.starts_with(&format!("/picture/{}", DOORS[0]))).unwrap();
    let (status, head, svg) = get(address, picture.split('"').next().unwrap());
    assert!(status == 200 && svg.starts_with("<svg") && head.contains("immutable"), "{head}");
    assert!(!page.contains("style=\"") && !page.contains("<script>"), "the policy of the page would refuse it");
}

#[test]
fn a_page_is_told_what_changes() {
    let project = on_disk();
    let address = server(project.path());
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    write!(stream, "GET /events?page=p HTTP/1.1\r\nhost: {address}\r\n\r\n").unwrap();
    let mut lines = BufReader::new(stream).lines().map(|line| line.unwrap());
    page_with(address, &format!("/picture/{}/1.svg?v=", DOORS[0]));
    put(project.path(), ESSAI, tip("Fermez **la fenêtre**").replace("title:", "titre:"));
    let report = lines.find(|line| line.contains("\"report\"")).unwrap();
    assert!(report.contains("titre") && report.contains(&format!("{ESSAI}:")), "{report}");
    let is = |line: &String, state: &str| line.contains(DOORS[0]) && line.contains(&format!("\"state\":\"{state}\""));
    lines.find(|line| is(line, "stale")).unwrap();
    put(project.path(), ESSAI, tip("Fermez **la fenêtre**"));
    lines.find(|line| line.contains("\"count\":0")).unwrap();
    lines.find(|line| is(line, "good")).unwrap();
}

const PLACE: &str = "content/venues/un.yaml";

/// The address of what a page sends as a form, filled as it is with a few other values.
fn filled(page: &str, changed: &[(&str, &str)]) -> String {
    let attribute = |input: &str, name: &str| {
        let value = input.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
        Some(value.replace("&#x27;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&"))
    };
    let fields = |html: &str| {
        let inputs = html.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap());
        let sent = inputs.filter(|input| !input.contains("type=\"checkbox\"") || input.contains(" checked"));
        sent.filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value").unwrap_or_default())))
            .collect::<Vec<_>>()
    };
    let chosen = page.split("<select").skip(1).filter_map(|rest| {
        let list = rest.split("</select>").next()?;
        let option = list.split("<option").find(|option| option.contains(" selected"));
        Some((attribute(rest, "name")?, option.and_then(|option| attribute(option, "value")).unwrap_or_default()))
    });
    let mut pairs = fields(page);
    pairs.extend(chosen);
    pairs.push(("act".to_owned(), "save".to_owned()));
    for (name, value) in changed {
        pairs.retain(|(known, _)| known != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

/// Answer to a filled form, sent from an origin.
fn send(address: SocketAddr, origin: &str, body: &str) -> (u16, String, String) {
    let lines = [
        format!("host: {address}"),
        format!("origin: {origin}"),
        "content-type: application/x-www-form-urlencoded".to_owned(),
    ];
    ask(address, "POST /venue/un", &lines, body)
}

#[test]
fn a_filled_form_changes_the_file_and_the_sheets() {
    let project = on_disk();
    let address = server(project.path());
    let place = project.path().join(PLACE);
    put(project.path(), PLACE, text(&place).replace("orders:", "# to be kept\norders:"));
    let page = page_with(address, &format!("/picture/{}/1.svg?v=", DOORS[0]));
    assert!(page.contains("href=\"/venue/un\"") && page.contains("href=\"/venue/deux\""));
    let picture =
        |page: &str| page.split(&format!("/picture/{}/1.svg?v=", DOORS[0])).nth(1).map(|rest| rest[..16].to_owned());
    let before = picture(&page).unwrap();
    let (status, _, form) = get(address, "/venue/un");
    assert_eq!(status, 200);
    let (style, colours) = (get(address, "/file/form.css"), get(address, "/file/brand.css?brand=7B2CBF"));
    assert!(form.contains("/file/form.css") && style.0 == 200 && get(address, "/file/form.js").0 == 200);
    assert!(colours.2.contains("--brand:#7b2cbf") || colours.2.contains("--brand:#7B2CBF"), "{}", colours.2);
    assert_eq!(get(address, "/file/brand.css?brand=}body{").2, "");
    let body = filled(&form, &[("colour", "#00594C")]);
    let (status, head, _) = send(address, &format!("http://{address}"), &body);
    assert!(status == 303 && head.contains("location: /venue/un?saved"), "{status} {head}");
    let after = text(&place);
    assert!(after.contains("#00594C") && after.contains("# to be kept"), "{after}");
    assert!(get(address, "/venue/un?saved").2.contains("form-saved"));
    let start = std::time::Instant::now();
    while picture(&get(address, "/").2).is_none_or(|now| now == before) {
        assert!(start.elapsed() < LONG, "the sheet is not drawn again");
        std::thread::sleep(Duration::from_millis(20));
    }
    // the first form was made for the file as it was
    let (status, _, again) = send(address, &format!("http://{address}"), &filled(&form, &[("colour", "#123456")]));
    assert!(status == 200 && again.contains("form-conflict"), "{again}");
    let (status, _, again) =
        send(address, &format!("http://{address}"), &filled(&get(address, "/venue/un").2, &[("colour", "red")]));
    assert!(status == 200 && again.contains("colour-bad"), "{again}");
    assert_eq!(text(&place), after);
    put(project.path(), PLACE, "name: [\n");
    let (status, _, told) = get(address, "/venue/un");
    assert!(status == 422 && told.contains(&format!("{PLACE}:")), "{told}");
}

#[test]
fn forms_of_strangers_are_refused() {
    let project = on_disk();
    let address = server(project.path());
    let before = text(&project.path().join(PLACE));
    let own = format!("http://{address}");
    let body = filled(&get(address, "/venue/un").2, &[("colour", "#00594C")]);
    let without = |name: &str| {
        let escaped: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let kept = body.split('&').filter(|pair| pair.split('=').next() != Some(&escaped));
        kept.collect::<Vec<_>>().join("&")
    };
    for origin in ["http://evil.example", "null", "http://127.0.0.1:1", &format!("https://{address}")] {
        assert_eq!(send(address, origin, &body).0, 403, "{origin}");
    }
    assert_eq!(send(address, &own, &without("token")).0, 403, "no token");
    assert_eq!(send(address, &own, &format!("{}&token=guessed", without("token"))).0, 403, "another token");
    let form = "content-type: application/x-www-form-urlencoded";
    let status = |lines: [&str; 3]| ask(address, "POST /venue/un", &lines.map(str::to_owned), &body).0;
    let (host, origin) = (format!("host: {address}"), format!("origin: {own}"));
    assert_eq!(status(["host: evil.example", &origin, form]), 421);
    assert_eq!(status([&host, "accept: */*", form]), 403, "no origin");
    assert_eq!(status([&host, &origin, "content-type: text/plain"]), 403, "what any page can send");
    for path in ["/venue/trois", "/venue/..%2Fkit", "/venue/", "/venue/un/x"] {
        assert_eq!(get(address, path).0, 404, "{path}");
    }
    assert_eq!(text(&project.path().join(PLACE)), before);
}
