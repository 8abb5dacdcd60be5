//! QR codes are read back from the pictures by a program that is not ours: zbar.

use std::path::Path;
use std::process::Command;

use pancarte::model::{Format, Medium};

use crate::support::{build_well, only, put, skipped, text};

const KIT: &str = "extends: pancarte
defaults:
  languages: [fr, ar]
  keyboard: fr-azerty
  browsers: [firefox]
  orders:
    - {medium: poster-checklist, size: a4}
    - {medium: poster-checklist, size: a3, orientation: landscape}
    - {medium: poster-checklist, size: a3, eco: true}
    - {medium: poster-tip, size: a3, tips: [regards]}
";

/// What a picture says to a telephone; nothing where zbar is not installed.
fn scanned(picture: &Path) -> Option<String> {
    match Command::new("zbarimg").args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]).arg(picture).output() {
        Ok(read) => Some(String::from_utf8_lossy(&read.stdout).trim().to_owned()),
        Err(_) => {
            skipped("zbarimg");
            None
        }
    }
}

/// White, black and one colour save toner; a page on a screen keeps the colours of the venue.
#[test]
fn pages_of_eco_sheets_keep_their_colours() {
    let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(project.path(), "content/kit.yaml", KIT);
    put(project.path(), "content/venues/port.yaml", "name: Port\ncolour: '#1F2AD1'\n");
    build_well(project.path(), output.path(), &only(&[Medium::PosterChecklist], &[Format::Html]));
    let colours = |sheet: &str| {
        let page = text(&output.path().join(format!("port/fr/{sheet}.html")));
        page.split("--field:").nth(1).unwrap().chars().take(120).collect::<String>()
    };
    assert_eq!(colours("poster-checklist-a3-eco"), colours("poster-checklist-a4"));
}

#[test]
fn codes_say_the_address_of_the_sheet() {
    let (project, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    put(project.path(), "content/kit.yaml", KIT);
    put(
        project.path(),
        "content/venues/avec.yaml",
        "name: Avec\ncolour: '#FFD400'\nsite_url: https://exemple.fr/postes\n",
    );
    put(project.path(), "content/venues/sans.yaml", "name: Sans\ncolour: '#1F2AD1'\n");
    build_well(project.path(), output.path(), &only(&[Medium::PosterChecklist, Medium::PosterTip], &[Format::Png]));
    for lang in ["fr", "ar"] {
        for sheet in
            ["poster-checklist-a4", "poster-checklist-a3-landscape", "poster-checklist-a3-eco", "poster-tip-a3-regards"]
        {
            let address = format!("https://exemple.fr/postes/avec/{lang}/{sheet}");
            let Some(read) = scanned(&output.path().join(format!("avec/{lang}/{sheet}.png"))) else { return };
            assert_eq!(read, address);
            assert_eq!(scanned(&output.path().join(format!("sans/{lang}/{sheet}.png"))), Some(String::new()));
        }
    }
}
