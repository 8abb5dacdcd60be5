"""Reads back what is deployed to Windows, ChromeOS, macOS and browsers: `windows.py PANCARTE` builds tests/deploy/windows, whose
venue has a hostile name.

Registry files are merged into an empty hive by hivexregedit and read from it. PowerShell scripts are parsed, not run: no
PowerShell is to be had here. Property lists, policies and pictures are read by programs other than pancarte.
"""

import csv
import datetime
import hashlib
import io
import json
import math
import plistlib
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import tree_sitter_powershell
from PIL import Image, ImageChops, ImageStat
from tree_sitter import Language, Parser

ROOTS = ("HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE")
DEVICE_LIMIT = 16 * 1024 * 1024
POLICIES = r"Software\Microsoft\Windows\CurrentVersion\Policies"
WALLPAPER = r"C:\Program Files\pancarte\wallpaper.jpg"

checked = 0


def check(good, words):
    global checked
    checked += 1
    if not good:
        sys.exit(f"{words}: wrong")


def empty_hive():
    """A registry hive that holds its root key and nothing else, 8192 bytes."""
    base, block = bytearray(4096), bytearray(4096)
    struct.pack_into("<4sIIIIQI", block, 0, b"hbin", 0, 4096, 0, 0, 0, 0)
    name, none = b"ROOT", 0xFFFFFFFF
    key_at = 0x20
    key_size = (4 + 0x4C + len(name) + 7) & ~7
    security_at = key_at + key_size
    owner = struct.pack("<BB6sII", 1, 2, b"\0\0\0\0\0\x05", 32, 544)
    group = struct.pack("<BB6sI", 1, 1, b"\0\0\0\0\0\x05", 18)
    rights = struct.pack("<BBHIIII", 1, 0, 0x8000, 20, 20 + len(owner), 0, 0) + owner + group
    security = struct.pack("<2sHIIII", b"sk", 0, security_at, security_at, 1, len(rights)) + rights
    security_size = (4 + len(security) + 7) & ~7
    key = bytearray(0x4C + len(name))
    numbers = [0, none, 0, 0, none, none, 0, none, security_at, none, 0, 0, 0, 0, 0]
    struct.pack_into("<2sHQ15IHH", key, 0, b"nk", 0x2C, 0, *numbers, len(name), 0)
    key[0x4C:] = name
    for at, size, cell in ((key_at, key_size, key), (security_at, security_size, security)):
        struct.pack_into("<i", block, at, -size)
        block[at + 4 : at + 4 + len(cell)] = cell
    free = security_at + security_size
    struct.pack_into("<i", block, free, 4096 - free)
    struct.pack_into("<4sIIQIIIIIII", base, 0, b"regf", 1, 1, 0, 1, 3, 0, 1, key_at, 4096, 1)
    total = 0
    for (word,) in struct.iter_unpack("<I", bytes(base[:508])):
        total ^= word
    struct.pack_into("<I", base, 508, {0: 1, none: none - 1}.get(total, total))
    return bytes(base + block)


def unescaped(text):
    return re.sub(r"\\(.)", r"\1", text, flags=re.S)


def registry(path):
    """What a registry file says, by key and name: a number, a text, or nothing where it takes a value away."""
    raw = path.read_bytes()
    check(raw[:2] == b"\xff\xfe", f"{path}: mark of UTF-16LE")
    text = raw.decode("utf-16")
    check(text.startswith("Windows Registry Editor Version 5.00\r\n\r\n"), f"{path}: first line")
    check("\n" not in text.replace("\r\n", ""), f"{path}: ends of lines")
    values, key = {}, None
    for line in text.replace("\\\r\n  ", "").split("\r\n")[1:]:
        if line.startswith("[-"):
            values[line[2:-1], None] = None
        elif line.startswith("["):
            key = line[1:-1]
        elif line:
            name, right = re.fullmatch(r'"((?:[^"\\]|\\.)*)"=(.*)', line).groups()
            if right == "-":
                value = None
            elif right.startswith("dword:"):
                value = int(right[6:], 16)
            elif right.startswith("hex(1):"):
                value = bytes.fromhex(right[7:].replace(",", "")).decode("utf-16-le").removesuffix("\0")
            else:
                value = unescaped(right[1:-1])
            values[key, unescaped(name)] = value
    return values


def for_merging(path, root, folder):
    """The file as hivexregedit wants it: UTF-8, one root, every key above declared first."""
    text = path.read_bytes().decode("utf-16").replace("\r\n", "\n")
    head, *parts = re.split(r"\n(?=\[)", text)
    lines, seen = [head], set()
    for part in parts:
        key = part[1:].split("]\n")[0].lstrip("-")
        names = key.split("\\")
        if names[0] != root:
            continue
        for depth in range(2, len(names)):
            above = "\\".join(names[:depth])
            if above.lower() not in seen:
                seen.add(above.lower())
                lines.append(f"[{above}]\n")
        lines.append(part)
    file = folder / "merge.reg"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def merge(hive, path, root, folder):
    command = ["hivexregedit", "--merge", "--prefix", root, "--encoding", "UTF-16LE", hive]
    subprocess.run([*command, for_merging(path, root, folder)], check=True, env=perl())


def perl():
    return {"PATH": "/usr/bin:/bin", "PERL_UNICODE": "SD"}


def read_back(hive, root):
    """All values of a hive, by key and name."""
    command = ["hivexregedit", "--export", "--prefix", root, hive, "\\"]
    text = subprocess.run(command, check=True, env=perl(), capture_output=True).stdout.decode("utf-8")
    values, key = {}, None
    for line in text.splitlines():
        if line.startswith("["):
            key = line[1:-1].replace(root + "\\\\", root + "\\")
        elif found := re.fullmatch(r'"((?:[^"\\]|\\.)*)"=(dword|hex\(1\)):(.*)', line):
            name, kind, data = found.groups()
            text = kind == "hex(1)" and bytes.fromhex(data.replace(",", "")).decode("utf-16-le").removesuffix("\0")
            values[key, unescaped(name)] = int(data, 16) if kind == "dword" else text
    return values


def registry_files(folder, work):
    for path in sorted(folder.rglob("*.reg")):
        if path.stem.endswith("-undo"):
            continue
        undo = path.with_name(f"{path.stem}-undo.reg")
        said, taken = registry(path), registry(undo)
        check(said and all(value is not None for value in said.values()), f"{path}: values")
        for root in ROOTS:
            own = {place: value for place, value in said.items() if place[0].startswith(root)}
            if not own:
                continue
            hive = work / "hive"
            hive.write_bytes(empty_hive())
            merge(hive, path, root, work)
            check(read_back(hive, root) == own, f"{path}: read back from a hive")
            merge(hive, undo, root, work)
            check(read_back(hive, root) == {}, f"{undo}: nothing is left")
        for (key, _), value in taken.items():
            check(value is None and key.startswith(ROOTS), f"{undo}: {key}")


def scripts(folder, name):
    parser = Parser(Language(tree_sitter_powershell.language()))
    for path in sorted(folder.rglob("*.ps1")):
        raw = path.read_bytes()
        check(raw.startswith(b"\xef\xbb\xbf") and raw[3:].isascii(), f"{path}: mark, ASCII")
        check(not parser.parse(raw[3:]).root_node.has_error, f"{path}: parsed")
        check(name not in raw.decode("utf-8-sig"), f"{path}: no word of the venue")
        print(f"{path.name}: parsed, not run")
    broken = b"if ($true) { Write-Host 'a'"
    check(parser.parse(broken).root_node.has_error, "the parser sees a mistake")


def windows(folder, name):
    said = registry(folder / "pancarte.reg")
    expected = {
        ("HKEY_CURRENT_USER\\" + POLICIES + "\\System", "Wallpaper"): WALLPAPER,
        ("HKEY_CURRENT_USER\\" + POLICIES + "\\System", "WallpaperStyle"): "4",
        ("HKEY_CURRENT_USER\\" + POLICIES + "\\ActiveDesktop", "NoChangingWallPaper"): 1,
    }
    check(said == expected, "pancarte.reg: its values")
    data = json.loads((folder / "pancarte.json").read_bytes())
    check(data["venue"] == name, "pancarte.json: the name of the venue")
    texts = json.loads((folder / "texts.json").read_bytes())
    check(texts["fr"].keys() == texts["en"].keys(), "texts.json: two languages")
    asked = {found for path in folder.glob("*.ps1") for found in re.findall(r"Get-Text '([a-z-]+)'", path.read_text("utf-8-sig"))}
    check(asked == set(texts["fr"]), "texts.json: what the scripts ask for")
    for choice in data["choices"]:
        for picture in [*choice["desktop"], *filter(None, [choice["lock"]])]:
            raw = (folder / picture["file"].replace("\\", "/")).read_bytes()
            check(hashlib.sha256(raw).hexdigest() == picture["sha256"], f"{picture['file']}: SHA-256")
            jpeg(raw, picture["file"])
    written = {(s["scope"], s["key"], s["name"]): s["value"] for s in data["settings"]}
    for (key, value_name), value in said.items():
        check(written["user", key.split("\\", 1)[1], value_name] == value, f"pancarte.json: {value_name}")


class Whole(int):
    """A number whose remainder has the sign of the dividend, as in PowerShell."""

    def __mod__(self, other):
        return Whole(math.fmod(self, other))

    def __add__(self, other):
        return Whole(int(self) + other)


def turn(script, day, rotation, count):
    """Which picture rotate.ps1 shows on a day: its own three lines of arithmetic, put into Python."""
    line = r"\$periods = (.*)" if rotation["every"] == "weekly" else r"else \{\s+\$periods = (.*)"
    first = datetime.date(rotation["year"], rotation["month"], rotation["day"])
    words = {"[math]::Floor": "math.floor", "$Day.Date": "day", "$first": "first", ".TotalDays": ".days"}
    words |= {f"$Day.{of}": f"day.{of.lower()}" for of in ("Year", "Month")}
    words |= {f"$Rotation.{of}": f"rotation['{of}']" for of in ("year", "month")}
    names = {"math": math, "day": day, "first": first, "rotation": rotation, "count": count}

    def computed(text, more):
        for word, python in {**words, "$periods": "periods", "$Count": "count"}.items():
            text = text.replace(word, python)
        return eval(text, {**names, **more})

    periods = Whole(computed(re.search(line, script)[1], {}))
    return int(computed(re.search(r"\[int\](\(.*\))", script)[1], {"periods": periods}))


def rotations(folder):
    """rotate.ps1 and the calendar agree, on the first and the last day of each turn and before the first of all."""
    script = (folder / "rotate.ps1").read_text("utf-8-sig").replace("\r\n", "\n")
    for choice in json.loads((folder / "pancarte.json").read_bytes())["choices"]:
        if not choice["rotation"]:
            continue
        calendar = folder.parent / "pictures" / choice["group"] / choice["language"] / "calendar.csv"
        count = len(choice["desktop"])
        check(count > 1, f"{calendar}: pictures that take turns")
        with open(calendar, encoding="utf-8") as rows:
            turns = list(csv.DictReader(rows))
        for row in turns:
            for day in (row["from"], row["to"]):
                shown = turn(script, datetime.date.fromisoformat(day), choice["rotation"], count) + 1
                check(row["picture"] == f"{shown:02}.jpg", f"{calendar}: {day}")
        before = datetime.date.fromisoformat(turns[0]["from"]) - datetime.timedelta(days=1)
        check(turn(script, before, choice["rotation"], count) == count - 1, f"{calendar}: the day before")


def jpeg(raw, path, png=None):
    """A JPEG that another program decodes, and whose pixels are near those of the PNG."""
    check(raw[:3] == b"\xff\xd8\xff", f"{path}: a JPEG")
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    if png:
        other = Image.open(png).convert("RGB")
        check(picture.size == other.size, f"{path}: as large as its PNG")
        off = ImageStat.Stat(ImageChops.difference(picture, other)).mean
        check(max(off) < 1.5, f"{path}: the pixels of its PNG, off by {off}")


def chromeos(folder, site):
    policies = sorted(folder.rglob("policy.json"))
    check(len(policies) == 4, f"{folder}: policies")
    for policy in policies:
        values = json.loads(policy.read_bytes())
        check(values.keys() == {"WallpaperImage", "DeviceWallpaperImage"}, f"{policy}: its keys")
        for value in values.values():
            check(value.keys() == {"url", "hash"} and value["url"].startswith("http"), f"{policy}: an address and a sum")
            picture = site.joinpath(*value["url"].split("/")[-3:])
            raw = picture.read_bytes()
            check(hashlib.sha256(raw).hexdigest() == value["hash"], f"{picture}: SHA-256")
            check(len(raw) < DEVICE_LIMIT, f"{picture}: under 16 MB")
            jpeg(raw, picture, picture.with_suffix(".png"))


def macos(folder, name):
    for path in sorted(folder.rglob("*.mobileconfig")):
        profile = plistlib.loads(path.read_bytes())
        check(profile["PayloadType"] == "Configuration" and profile["PayloadVersion"] == 1, f"{path}: a profile")
        check(profile["PayloadOrganization"] == name, f"{path}: the name of the venue")
        desktop, window = profile["PayloadContent"]
        picture = "/Library/Application Support/pancarte/wallpaper.png"
        check(desktop["override-picture-path"] == picture, f"{path}: the picture")
        check(window["PayloadType"] == "com.apple.loginwindow" and window["LoginwindowText"].strip(), f"{path}: the words")
        check(name in window["LoginwindowText"], f"{path}: the name in the words")
        names = [profile["PayloadUUID"], desktop["PayloadUUID"], window["PayloadUUID"]]
        good = all(re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", found) for found in names)
        check(good and len(set(names)) == 3, f"{path}: names of payloads")
    subprocess.run(["shellcheck", "-s", "sh", *sorted(folder.glob("*.sh"))], check=True)
    install(folder)


def install(folder):
    """install.sh and undo.sh run for real, under a folder of their own; what they do to a Mac nobody has seen."""
    line = (folder / "pictures.txt").read_text("utf-8").splitlines()[0].split()
    with tempfile.TemporaryDirectory() as root:
        place = Path(root) / "Library/Application Support/pancarte/wallpaper.png"
        environment = {"PATH": "/usr/bin:/bin", "PANCARTE_ROOT": root}
        run = lambda *command: subprocess.run(["sh", *command], env=environment, capture_output=True)
        check(run(folder / "install.sh", *line[2:]).returncode == 0, "macos/install.sh")
        check(place.read_bytes() == (folder.parent / line[1]).read_bytes(), "macos/install.sh: the picture")
        check(run(folder / "install.sh", "nobody").returncode != 0, "macos/install.sh: an unknown group")
        check(run(folder / "undo.sh").returncode == 0 and not place.parent.exists(), "macos/undo.sh")


def browsers(folder):
    firefox = json.loads((folder / "firefox/policies.json").read_bytes())
    check(firefox.keys() == {"policies"}, "firefox/policies.json")
    check(firefox["policies"]["OfferToSaveLogins"] is False, "Firefox saves no passwords")
    check(firefox["policies"]["PrivateBrowsingModeAvailability"] == 2, "Firefox opens private windows only")
    for name, key in (("chrome", r"Google\Chrome"), ("chromium", "Chromium")):
        policies = json.loads((folder / f"{name}/pancarte.json").read_bytes())
        check(policies["PasswordManagerEnabled"] is False and policies["IncognitoModeAvailability"] == 2, f"{name}: JSON")
        check(len(policies["ClearBrowsingDataOnExitList"]) == 8, f"{name}: what is cleared")
        values = registry(folder / f"{name}/{name}.reg")
        key = rf"HKEY_LOCAL_MACHINE\SOFTWARE\Policies\{key}"
        check(flat(policies, key) == values, f"{name}: the registry says what JSON says")
    edge = {name: value for (_, name), value in registry(folder / "edge/edge.reg").items()}
    check(edge["ClearBrowsingDataOnExit"] == 1 and "InPrivateModeAvailability" not in edge, "edge.reg")
    check(not (folder / "brave").exists(), "a browser whose documentation nobody read")


def flat(policies, key):
    """Policies as Chromium's own writer puts them into the registry."""
    values = {}
    for name, value in policies.items():
        if isinstance(value, list) and all(isinstance(of, str) for of in value):
            values |= {(rf"{key}\{name}", str(at)): of for at, of in enumerate(value, 1)}
        elif isinstance(value, (list, dict)):
            values[key, name] = json.dumps(value, separators=(",", ":"))
        else:
            values[key, name] = int(value)
    return values


def main(pancarte):
    project = Path(__file__).parent / "windows"
    text = (project / "content/venues/piege.yaml").read_text("utf-8")
    name = json.loads(re.search(r"^name: (.*)$", text, re.M)[1])
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        output = work / "output"
        subprocess.run([pancarte, "build", "--project", project, "--output", output], check=True, cwd=work, capture_output=True)
        folder = output / "piege/deploy"
        registry_files(folder, work)
        scripts(folder, name)
        windows(folder / "windows", name)
        rotations(folder / "windows")
        chromeos(folder / "chromeos", output / "site")
        macos(folder / "macos", name)
        browsers(folder / "browsers")
        check(not list(work.rglob("canari*")) and not list(Path.cwd().glob("canari*")), "nothing ran")
    print(f"{checked} passed, 0 failed")


if __name__ == "__main__":
    main(*sys.argv[1:])
