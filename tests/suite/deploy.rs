//! What is deployed: a pack holds what the machines of a venue need and no more, the same bytes each time, and goes with its
//! pictures. What the machines make of it is tested by `tests/deploy/run.py`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use pancarte::model::{Date, Every, Format, Medium, Rotation};

use crate::support::{build_well, everything, only, tests, tree};

/// Copies the small project, and writes a venue of it.
fn project(folder: &Path, posts: &str) {
    fs::create_dir_all(folder.join("content/venues")).unwrap();
    fs::copy(tests("projects/deploy/content/kit.yaml"), folder.join("content/kit.yaml")).unwrap();
    fs::write(
        folder.join("content/venues/lieu.yaml"),
        format!("name: Lieu\norders: [{{medium: house-rules, formats: [html]}}]\n{posts}"),
    )
    .unwrap();
}

/// Paths under `deploy/` of the venue.
fn deployed(output: &Path) -> BTreeSet<String> {
    let all = tree(output).into_keys();
    all.filter_map(|path| path.strip_prefix("lieu/deploy/").map(str::to_owned)).collect()
}

const XFCE: &str =
    "posts:\n  salle: {system: xfce, screen: 800x600, languages: [fr], tips: [effacer-traces], media: [lock-screen]}\n";

#[test]
fn a_pack_has_what_the_systems_of_the_venue_need() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    project(folder.path(), XFCE);
    build_well(folder.path(), &output, &everything());
    let found = deployed(&output);
    for path in [
        "LISEZMOI.txt",
        "README.txt",
        "credits.txt",
        "linux/install.sh",
        "linux/undo.sh",
        "linux/etc/lightdm/lightdm-gtk-greeter.conf.d/50-pancarte.conf",
        "linux/etc/xdg/xfce4/xfconf/xfce-perchannel-xml/xfce4-desktop.xml",
        "pictures/SHA256SUMS",
        "pictures/salle/fr/lock.png",
    ] {
        assert!(found.contains(path), "{path} is not in {found:?}");
    }
    let other =
        |path: &&String| ["dconf", "kde", "sddm", "lxqt", "windows", "macos"].iter().any(|name| path.contains(name));
    assert_eq!(found.iter().find(other), None);
    let picture = fs::read(output.join("lieu/deploy/pictures/salle/fr/lock.png")).unwrap();
    assert_eq!(picture, fs::read(output.join("lieu/fr/lock-screen-800x600-dark-salle.png")).unwrap());
}

#[test]
fn a_part_of_a_build_keeps_the_pack_and_posts_that_go_take_it_away() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("output");
    project(folder.path(), XFCE);
    build_well(folder.path(), &output, &everything());
    let whole = tree(&output);
    build_well(folder.path(), &output, &everything());
    assert!(whole == tree(&output), "a second build changed something");
    build_well(folder.path(), &output, &only(&[Medium::LockScreen], &[Format::Svg]));
    assert!(whole == tree(&output), "a part of a build changed something");
    project(folder.path(), "");
    build_well(folder.path(), &output, &everything());
    assert_eq!(deployed(&output), BTreeSet::new());
}

/// The script of the machines and the program agree on the picture of every day.
#[cfg(unix)]
#[test]
fn the_script_shows_the_picture_of_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = folder.path().join("usr/share/backgrounds/pancarte");
    fs::create_dir_all(&pictures).unwrap();
    let script = pancarte::deploy::ROTATE;
    fs::write(folder.path().join("rotate.sh"), script).unwrap();
    for (every, from, count) in
        [(Every::Weekly, "2026-09-07", 22), (Every::Monthly, "2027-01-31", 5), (Every::Weekly, "2028-02-29", 1)]
    {
        let rotation = Rotation { every, from: Date::parse(from).unwrap(), tips: 1 };
        let text = format!("every {}\nfrom {from}\npictures {count}\n", every.name());
        fs::write(pictures.join("rotation.txt"), text).unwrap();
        // every day of two months around a leap day, then every ninth for three years
        let days: Vec<Date> = (-40..40)
            .chain((40..1100).step_by(9))
            .map(|days| Date::parse("2028-02-29").unwrap().plus_days(days))
            .collect();
        let list: String = days.iter().map(|day| format!("{day}\n")).collect();
        fs::write(folder.path().join("days"), list).unwrap();
        let run = "while read -r day; do sh rotate.sh --root . --day \"$day\" --print; done < days";
        let told = std::process::Command::new("sh").args(["-ec", run]).current_dir(folder.path()).output().unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        let law: String = days.iter().map(|day| format!("{:02}.png\n", rotation.picture(*day, count) + 1)).collect();
        assert_eq!(told, law, "{every:?} from {from}");
    }
}
