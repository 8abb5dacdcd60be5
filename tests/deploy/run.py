#!/usr/bin/env python3
"""What pancarte deploys on Linux, with the programs that read it: dconf, GSettings, xfconf, KConfig, GLib, systemd, sh.

    run.py PANCARTE

builds tests/projects/deploy and tests/deploy/hostile, installs every group into a made-up root, reads the settings back, and undoes.
"""

import ctypes, hashlib, json, os, pathlib, shutil, stat, subprocess, sys, tempfile
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
PANCARTE = pathlib.Path(sys.argv[1]).resolve()
WORK = pathlib.Path(tempfile.mkdtemp())
DESKTOP = "/usr/share/backgrounds/pancarte/desktop.png"
CALENDAR = "/usr/share/backgrounds/pancarte/calendar.xml"


def run(*command, env=None, cwd=None, fails=False):
    of = subprocess.run([str(part) for part in command], env={**os.environ, "LANG": "C.UTF-8", **(env or {})}, cwd=cwd, capture_output=True, text=True)
    if (of.returncode != 0) != fails:
        sys.exit(f"{command}: {of.returncode}\n{of.stdout}{of.stderr}")
    return of.stdout


def same(found, wanted, what):
    if found != wanted:
        sys.exit(f"{what}: {found!r}, not {wanted!r}")


def build(project):
    output = WORK / project.name
    run(PANCARTE, "build", "--project", project, "--output", output)
    return output


def snapshot(folder):
    """Every path with its mode, and what it holds; a file that was put back has its time too."""
    found = {}
    for path in sorted(folder.rglob("*")):
        of = path.lstat()
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = ("link", os.readlink(path))
        elif path.is_dir():
            found[name] = ("folder", stat.S_IMODE(of.st_mode))
        else:
            found[name] = (stat.S_IMODE(of.st_mode), of.st_mtime_ns // 10**6, hashlib.sha256(path.read_bytes()).hexdigest())
    return found


def machine(name, populated=True):
    """A made-up root; a populated one holds files that the installation changes, with odd modes, and files that it leaves alone."""
    root = WORK / "roots" / name
    root.mkdir(parents=True)
    if not populated:
        return root
    files = {
        "etc/dconf/profile/user": ("user-db:user\nsystem-db:site\n", 0o640),
        "etc/xdg/kscreenlockerrc": ("[Daemon]\nTimeout=5\n\n[Greeter]\nTheme=x\nWallpaperPlugin=org.kde.color\n", 0o600),
        "etc/xdg/xfce4/xfconf/xfce-perchannel-xml/xfce4-desktop.xml": ("<old/>\n", 0o644),
        "etc/lightdm/slick-greeter.conf": ("# ours\n[Greeter]\ntheme-name=Adwaita\nbackground=/old.png\n", 0o644),
        "etc/lightdm/lightdm.conf": ("[Seat:*]\n", 0o644),
        "usr/share/sddm/themes/debian-breeze/theme.conf": ("[General]\n", 0o644),
        "usr/share/gdm/dconf/90-debian-settings": ("", 0o644),
        "usr/share/backgrounds/old.png": ("png", 0o444),
        "etc/pancarte/name.conf": ("[Greeter]\nother=a\\\\nb\nname=old\n", 0o600),
    }
    for path, (text, mode) in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
        (root / path).chmod(mode)
        os.utime(root / path, (10**9, 10**9))
    (root / "etc/xdg/autostart").mkdir()
    (root / "etc/xdg/autostart").chmod(0o750)
    (root / "etc/xdg/autostart/pancarte-xfce.desktop").symlink_to("../nowhere")
    return root


def environment(root):
    home = root.parent / (root.name + "-home")
    (home / ".config").mkdir(parents=True, exist_ok=True)
    return {"HOME": home, "XDG_CONFIG_HOME": home / ".config", "XDG_CONFIG_DIRS": root / "etc/xdg", "XDG_RUNTIME_DIR": home, "XDG_CACHE_HOME": home / ".cache", "XDG_DATA_HOME": home / ".local"}


def dconf_environment(root):
    """The settings of a root, compiled; a profile that reads them as /etc/dconf/profile/user would on that machine."""
    env = environment(root)
    run("dconf", "compile", WORK / f"{root.name}.db", root / "etc/dconf/db/pancarte.d")
    lines = (root / "etc/dconf/profile/user").read_text().splitlines()
    assert "system-db:pancarte" in lines and lines[0] == "user-db:user", lines
    profile = WORK / f"{root.name}.profile"
    profile.write_text(f"user-db:user\nfile-db:{WORK / root.name}.db\n")
    return {**env, "DCONF_PROFILE": profile, "GSETTINGS_BACKEND": "dconf"}


def gsettings_say(env, schema, key, wanted):
    same(run("gsettings", "get", schema, key, env=env).strip(), wanted, f"{schema} {key}")
    same(run("gsettings", "writable", schema, key, env=env).strip(), "false", f"{schema} {key} is locked")


def other_schemas():
    """Schemas of desktops that are not installed here, where apt gives their packages."""
    folder = WORK / "schemas"
    folder.mkdir()
    packages = {"mate-desktop-common": "org.mate.background", "cinnamon-desktop-data": "org.cinnamon.desktop.background"}
    for package in packages:
        subprocess.run(["apt-get", "download", package], cwd=folder, capture_output=True)
        for deb in folder.glob(f"{package}_*.deb"):
            run("dpkg", "-x", deb, folder / "tree")
    schemas = folder / "tree/usr/share/glib-2.0/schemas"
    if not schemas.is_dir():
        print("MATE and Cinnamon are not read back: apt gave no schemas")
        return None
    for schema in pathlib.Path("/usr/share/glib-2.0/schemas").glob("*.xml"):
        shutil.copy(schema, schemas)
    run("glib-compile-schemas", schemas)
    return {"GSETTINGS_SCHEMA_DIR": schemas}


def in_session(env, *command):
    return run("dbus-run-session", "--", *command, env=env)


def check_gnome(root, rotates):
    env = dconf_environment(root)
    picture = f"'file://{CALENDAR if rotates else DESKTOP}'"
    gsettings_say(env, "org.gnome.desktop.background", "picture-uri", picture)
    gsettings_say(env, "org.gnome.desktop.background", "picture-uri-dark", picture)
    if not rotates:
        gsettings_say(env, "org.gnome.desktop.background", "picture-options", "'zoom'")
        run("dbus-run-session", "--", "gsettings", "set", "org.gnome.desktop.background", "picture-uri", "file:///x", env=env, fails=True)
    else:
        xml = ET.parse(root / CALENDAR[1:]).getroot()
        for file in xml.iter("file"):
            assert (root / file.text[1:]).is_file(), file.text
    if (root / "usr/share/gdm").is_dir():
        run("dconf", "compile", WORK / "gdm.db", root / "usr/share/gdm/dconf")


def check_xfce(root):
    channel = ["xfconf-query", "-c", "xfce4-desktop"]
    old = "/backdrop/screen0/monitor0/image-path"
    new = "/backdrop/screen0/monitor0/workspace0/last-image"
    env = environment(root)
    for key in (old, new):
        same(in_session(env, *channel, "-p", key).strip(), DESKTOP, key)
    if os.getuid() == 0:
        # root is let through a lock: somebody else is not
        home = env["HOME"]
        run("chmod", "-R", "a+rwX", home)
        run("chmod", "a+rx", WORK, WORK / "roots")
        other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        text = f"xfconf-query -c xfce4-desktop -p {new} -s /x; xfconf-query -c xfce4-desktop -p {new}"
        same(run(*other, "dbus-run-session", "--", "sh", "-c", text, env=env).strip(), DESKTOP, "locked")
    # the script of a session, for somebody who chose another picture on a screen of another name
    home = WORK / f"{root.name}-user"
    (home / ".config").mkdir(parents=True)
    env = {**env, "HOME": home, "XDG_CONFIG_HOME": home / ".config", "XDG_RUNTIME_DIR": home, "XDG_CACHE_HOME": home / ".cache"}
    key = "/backdrop/screen0/monitorHDMI-1/workspace0/last-image"
    script = (root / "usr/local/lib/pancarte/xfce.sh").read_text().replace("[ -f \"$picture\" ]", "true")
    (home / "xfce.sh").write_text(script)
    text = f"xfconf-query -c xfce4-desktop -n -t string -p {key} -s /mine.png; sh {home}/xfce.sh; xfconf-query -c xfce4-desktop -p {key}"
    same(in_session(env, "sh", "-c", text).strip(), DESKTOP, key)


def check_kde(root):
    kde = ["--file", "kscreenlockerrc", "--group", "Greeter"]
    image = [*kde, "--group", "Wallpaper", "--group", "org.kde.image", "--group", "General", "--key", "Image"]
    env = environment(root)
    wanted = "file:///usr/share/backgrounds/pancarte/lock.png"
    same(run("kreadconfig5", *image, env=env).strip(), wanted, "lock screen")
    subprocess.run(["kwriteconfig5", *image, "file:///user.png"], env={**os.environ, **env}, capture_output=True)
    same(run("kreadconfig5", *image, env=env).strip(), wanted, "lock screen, locked")
    same(run("kreadconfig5", *kde, "--key", "Theme", env=env).strip(), "x", "what stood there stays")
    same(run("kreadconfig5", *kde, "--key", "WallpaperPlugin", env=env).strip(), "org.kde.image", "plugin")
    same(run("kreadconfig5", "--file", "kscreenlockerrc", "--group", "Daemon", "--key", "Timeout", env=env).strip(), "5", "what stood there stays")
    same((root / "usr/share/sddm/themes/debian-breeze/theme.conf.user").read_text(), '[General]\nbackground="/usr/share/backgrounds/pancarte/lock.png"\ntype="image"\n', "SDDM")
    assert not (root / "usr/share/sddm/themes/breeze").exists()


def check_cinnamon(root, schemas):
    same(key_file(root / "etc/lightdm/slick-greeter.conf", "Greeter", "background"), "/usr/share/backgrounds/pancarte/lock.png", "slick")
    same(key_file(root / "etc/lightdm/slick-greeter.conf", "Greeter", "theme-name"), "Adwaita", "what stood there stays")
    if schemas:
        env = {**dconf_environment(root), **schemas}
        gsettings_say(env, "org.cinnamon.desktop.background", "picture-uri", f"'file://{DESKTOP}'")
        gsettings_say(env, "org.cinnamon.desktop.background.slideshow", "slideshow-enabled", "false")


def check_mate(root, schemas):
    if schemas:
        env = {**dconf_environment(root), **schemas}
        gsettings_say(env, "org.mate.background", "picture-filename", f"'{DESKTOP}'")
        gsettings_say(env, "org.mate.background", "picture-options", "'zoom'")


def check_rotation(root):
    units = root / "etc/systemd/system"
    assert (units / "timers.target.wants/pancarte-rotation.timer").resolve().is_file()
    script = root / "usr/local/lib/pancarte/rotate.sh"
    rotation = dict(line.split() for line in (root / "usr/share/backgrounds/pancarte/rotation.txt").read_text().splitlines())
    for number in range(int(rotation["pictures"])):
        day = f"2027-01-{1 + number * 7:02}" if rotation["every"] == "weekly" else f"2027-{1 + number:02}-05"
        name = run("sh", script, "--root", root, "--day", day, "--print").strip()
        run("sh", script, "--root", root, "--day", day)
        picture = root / "usr/share/backgrounds/pancarte" / "set" / name
        same((root / DESKTOP[1:]).read_bytes(), picture.read_bytes(), f"the picture of {day}")
    if shutil.which("systemd-analyze"):
        copy = WORK / "units"
        copy.mkdir(exist_ok=True)
        for unit in units.glob("pancarte-*"):
            # the script is not on this machine
            (copy / unit.name).write_text(unit.read_text().replace("/usr/local/lib/pancarte/rotate.sh", "/dev/null"))
        run("systemd-analyze", "verify", "--man=no", copy / "pancarte-rotation.timer")


def key_file(path, group, key):
    """A value as GLib reads it."""
    glib = ctypes.CDLL("libglib-2.0.so.0")
    glib.g_key_file_new.restype = ctypes.c_void_p
    glib.g_key_file_get_string.restype = ctypes.c_char_p
    file = ctypes.c_void_p(glib.g_key_file_new())
    if not glib.g_key_file_load_from_file(file, str(path).encode(), 0, None):
        sys.exit(f"{path} is no key file")
    return glib.g_key_file_get_string(file, group.encode(), key.encode(), None).decode()


def check_groups(output):
    pack = output / "salle/deploy"
    for script in pack.rglob("*.sh"):
        run("shellcheck", "-s", "sh", script)
    for entry in pack.rglob("*.desktop"):
        run("desktop-file-validate", entry)
    install, undo = pack / "linux/install.sh", pack / "linux/undo.sh"
    schemas = other_schemas()
    groups = [line.split() for line in (pack / "linux/groups.txt").read_text().splitlines() if not line.startswith("#")]
    for populated in (True, False):
        for group, system, _, every, _ in groups:
            root = machine(f"{group}-{populated}", populated)
            before = snapshot(root)
            run("sh", install, "--root", root, fails=True)
            same(snapshot(root), before, "without a group, nothing")
            run("sh", install, "--root", root, "--group", group)
            once = snapshot(root)
            if populated or system not in ("kde", "cinnamon"):
                check_settings(root, group, system, every, schemas)
            run("sh", install, "--root", root, "--group", group)
            twice = snapshot(root)
            same({path: of for path, of in twice.items()}.keys(), once.keys(), "twice is once")
            contents = lambda of: {path: (mode[0], mode[-1]) for path, mode in of.items() if path != DESKTOP[1:]}
            same(contents(twice), contents(once), "twice is once")
            run("sh", undo, "--root", root)
            same(snapshot(root), before, f"{group}: everything is as it was")
            run("sh", undo, "--root", root, fails=True)
            print(f"{group} ({system}, {'populated' if populated else 'empty'} root): installed, read, undone")
    # another group on the same machine
    root = machine("moves")
    before = snapshot(root)
    for group, *_ in groups:
        run("sh", install, "--root", root, "--group", group)
    run("sh", undo, "--root", root)
    same(snapshot(root), before, "from group to group, and back")
    # a picture that is not the one that was made
    copy = WORK / "tampered"
    shutil.copytree(pack, copy)
    group = groups[0][0]
    with open(copy / "pictures" / group / "fr/desktop.png", "ab") as picture:
        picture.write(b"x")
    run("sh", copy / "linux/install.sh", "--root", root, "--group", group, fails=True)
    same(snapshot(root), before, "a changed picture is refused")


def check_settings(root, group, system, every, schemas):
    same((root / "usr/share/backgrounds/pancarte").stat().st_mode & 0o777, 0o755, "readable")
    if system == "gnome":
        check_gnome(root, every != "-")
    elif system == "xfce":
        check_xfce(root)
    elif system == "kde":
        check_kde(root)
    elif system == "cinnamon":
        check_cinnamon(root, schemas)
    elif system == "mate":
        check_mate(root, schemas)
    if every != "-":
        check_rotation(root)


def check_hostile(output):
    # the name as the sheets say it: with the apostrophes and spaces of the language
    name = json.loads((output / "piege/fr/tips.json").read_text())["venue"]["name"]
    assert all(part in name for part in ("`touch canari`", "$(touch canari)", "${HOME}", "%PATH%", "\\n", "]#;=<&>", '"')), name
    wanted = f"  {name}\n\t "
    pack = output / "piege/deploy"
    root = machine("hostile")
    before = snapshot(root)
    # folders of its own, so that a file that some word makes is found
    here = WORK / "here"
    here.mkdir()
    run("sh", pack / "linux/install.sh", "--root", root, cwd=here)
    env = environment(root)
    dconf = {**dconf_environment(root)}
    quoted = run("dconf", "read", "/org/gnome/login-screen/banner-message-text", env=dconf).rstrip("\n")
    same(variant(quoted), wanted, "dconf")
    same(in_session(env, "xfconf-query", "-c", "pancarte", "-p", "/a/b/name").removesuffix("\n"), wanted, "xfconf")
    kde = ["kreadconfig5", "--file", "pancarterc", "--group", "A", "--group", "b.c", "--key", "Name"]
    same(run(*kde, env=env).removesuffix("\n"), wanted, "KConfig")
    same(key_file(root / "etc/pancarte/name.conf", "Greeter", "name"), wanted, "GLib")
    same(key_file(root / "etc/pancarte/name.conf", "Greeter", "other"), "a\\nb", "GLib, what stood there")
    same(json.loads((root / "etc/pancarte/policies.json").read_text())["policies"]["A"]["name"], wanted, "JSON")
    run("sh", pack / "linux/undo.sh", "--root", root, cwd=here)
    same(snapshot(root), before, "everything is as it was")
    found = [path for path in WORK.rglob("canari*")] + list(pathlib.Path.cwd().glob("canari*"))
    same(found, [], "nothing ran")
    print("hostile name: installed, read back by dconf, xfconf, KConfig, GLib and JSON, undone; nothing ran")


def variant(text):
    """A string as GLib reads it from the text form of GVariant."""
    glib = ctypes.CDLL("libglib-2.0.so.0")
    glib.g_variant_parse.restype = ctypes.c_void_p
    glib.g_variant_get_string.restype = ctypes.c_char_p
    value = ctypes.c_void_p(glib.g_variant_parse(None, text.encode(), None, None, None))
    return glib.g_variant_get_string(value, None).decode()


check_groups(build(ROOT / "tests/projects/deploy"))
check_hostile(build(ROOT / "tests/deploy/hostile"))
shutil.rmtree(WORK)
print("all that is deployed on Linux was read back and taken away")
