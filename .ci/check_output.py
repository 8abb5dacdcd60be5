"""Checks an output folder against its manifest, with tools that are not pancarte's: qpdf, poppler, pdfua, pikepdf, zbar, blake3,
zipfile, sha256sum.

Usage: python .ci/check_output.py output
"""

import json
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pdfua
import pikepdf
from blake3 import blake3

# Kinds of files that stand in the folder of the site too, so that it is complete alone.
PUBLISHED = {"sheet", "jpeg", "print-only", "instruction", "words", "thumbnail", "credits", "embed", "zip"}
# Kinds of files that the archive of a venue holds, beside their checksums.
PACKED = PUBLISHED - {"thumbnail", "zip", "jpeg"} | {"print-guide", "deploy"}
NOT_OURS = {".gitignore", "manifest.json"}
SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MM_PER_POINT = 25.4 / 72
POSTER_DPI = 150
# Under this, a poster has no reason to be coarser than 150 dots per inch.
FEWEST_PIXELS = 8_000_000
# What a page would fetch by itself; links that a reader follows are no request.
OUTSIDE = r"""\s*['"]?(?:https?:)?//"""
# The canonical address and other languages are named, not fetched; pages of the site have a script beside them.
LINK = rf"<link\b(?![^>]*rel=['\"](?:canonical|alternate)['\"])[^>]*href={OUTSIDE}"
REQUESTS = re.compile(rf"<script(?! src=['\"](?!https?:|//))|@import|{LINK}|url\({OUTSIDE}|\b(?:src|poster|data)={OUTSIDE}")


def main(root):
    entries = json.loads((root / "manifest.json").read_text("utf-8"))["files"]
    stop_at(check_folder(root, entries), root)
    checks = {"pdf": check_pdf, "svg": check_svg, "png": check_png, "html": check_html}
    problems = []
    with ThreadPoolExecutor() as pool:
        for found in pool.map(lambda entry: list(checks.get(entry["format"], lambda *_: ())(root / entry["path"], entry)), entries):
            problems += found
    stop_at(problems, root)
    skipped = Counter()
    for entry in entries:
        if entry["format"] == "pdf" and entry["kind"] == "sheet":
            problems += check_pdfua(root / entry["path"], skipped)
        if entry["kind"] == "zip":
            problems += check_zip(root, entry, entries)
        if entry["format"] == "pdf" and entry["kind"] == "print-only" and "-press-" in entry["path"]:
            problems += check_press(root / entry["path"], sheet_mm(entries, entry))
    for reason, count in skipped.items():
        print(f"skipped on {count} PDF: {reason}")
    counts = Counter(entry["format"] or "without ending" for entry in entries)
    print(f"{len(entries)} files checked:", ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    stop_at(problems, root)


def stop_at(problems, root):
    for problem in problems[:50]:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(f"{len(problems)} problems in {root}")


def check_folder(root, entries):
    """Every file of the manifest exists with its bytes, nothing else does, and every medium has its page of words."""
    listed = {entry["path"]: entry for entry in entries}
    present = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file() and ".pancarte" not in path.parts} - NOT_OURS
    published = {f"site/{path}": path for path, entry in listed.items() if entry["kind"] in PUBLISHED}
    problems = [f"{path}: not in the manifest" for path in sorted(present - listed.keys() - published.keys())]
    for copy, path in published.items():
        if copy not in present or (root / copy).read_bytes() != (root / path).read_bytes():
            problems.append(f"{copy}: not the file that the site should give")
    for path, entry in listed.items():
        if path not in present:
            problems.append(f"{path}: in the manifest, but not there")
            continue
        data = (root / path).read_bytes()
        if (len(data), blake3(data).hexdigest()) != (entry["bytes"], entry["blake3"]):
            problems.append(f"{path}: not the bytes of the manifest")
        stem = re.fullmatch(r"(.*-print-only)\.(pdf|txt)", path)
        if stem and not {f"{stem[1]}.pdf", f"{stem[1]}.txt"} <= listed.keys():
            problems.append(f"{path}: a print-only file and its instructions stand together")
    with_words = {(e["venue"], e["lang"], e["medium"]) for e in entries if e["format"] == "html" and e["kind"] == "sheet"}
    sheets = {(e["venue"], e["lang"], e["medium"]) for e in entries if e["medium"]}
    return problems + [f"{sheet}: no HTML" for sheet in sorted(sheets - with_words)]


def check_pdf(path, entry):
    """qpdf finds nothing wrong; poppler sees the tags, the pages and the size that the manifest tells."""
    qpdf = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if qpdf.returncode:
        yield f"{path}: qpdf: {qpdf.stdout}{qpdf.stderr}"
        return
    info = subprocess.run(["pdfinfo", "-l", "-1", path], capture_output=True, text=True, check=True).stdout
    tagged = re.search(r"^Tagged: +(\w+)", info, re.M)[1]
    if tagged != ("no" if entry["kind"] == "print-only" else "yes"):
        yield f"{path}: tagged: {tagged}"
    sizes = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+) pts", info, re.M)
    if len(sizes) != entry["pages"]:
        yield f"{path}: {len(sizes)} pages, {entry['pages']} in the manifest"
    if entry["medium"] == "booklet" and entry["kind"] == "sheet" and len(sizes) % 4:
        yield f"{path}: a booklet of {len(sizes)} pages"
    for size in set(sizes):
        if any(abs(float(points) * MM_PER_POINT - mm) > 0.1 for points, mm in zip(size, entry["mm"])):
            yield f"{path}: a page of {size} points, {entry['mm']} mm in the manifest"


def sheet_mm(entries, entry):
    """Width and height of the sheet that a print-only file is of."""
    same = ("venue", "lang", "sheet")
    sheets = (e for e in entries if e["kind"] == "sheet" and e["format"] == "pdf")
    return next(e["mm"] for e in sheets if all(e[key] == entry[key] for key in same))


def check_press(path, mm):
    """The trim box is the sheet that was ordered; the bleed is 3 mm around it; there is room for crop marks of 5 mm."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0].obj
        boxes = {name: [float(x) * MM_PER_POINT for x in page[f"/{name}Box"]] for name in ("Media", "Bleed", "Trim")}
    media, bleed, trim = boxes["Media"], boxes["Bleed"], boxes["Trim"]
    if any(abs(trim[at + 2] - trim[at] - mm[at]) > 0.1 for at in (0, 1)):
        yield f"{path}: trim box {trim}, {mm} mm ordered"
    for at, sign in enumerate((-1, -1, 1, 1)):
        if abs(sign * (bleed[at] - trim[at]) - 3) > 0.05 or sign * (media[at] - bleed[at]) < 5:
            yield f"{path}: boxes {boxes}"
            return


def check_pdfua(path, skipped):
    """The machine-checkable part of PDF/UA-1 that pdfua knows. A rule that crashes is counted, not hidden."""
    report = pdfua.validate(str(path))
    for outcome in report.to_dict()["skipped"]:
        skipped[f"pdfua {outcome['rule_id']}: {outcome['reason']}"] += 1
    return [f"{path}: pdfua {finding.rule_id}: {finding.message}" for finding in report.findings]


def check_svg(path, entry):
    """A drawing that says what it is: role, language, title and description."""
    svg = ElementTree.parse(path).getroot()
    lang = svg.get("lang") or svg.get(XML_LANG)
    if svg.get("role") != "img" or lang != entry["lang"]:
        yield f"{path}: role {svg.get('role')}, lang {lang}"
    for name in ("title", "desc"):
        if not (svg.findtext(SVG + name) or "").strip():
            yield f"{path}: no {name}"


def check_png(path, entry):
    """As many picture elements as the manifest tells; a poster has 150 to the inch; words stand beside it."""
    data = path.read_bytes()
    size = struct.unpack(">II", data[16:24])
    if size != tuple(entry["px"]):
        yield f"{path}: {size} pixels, {entry['px']} in the manifest"
    if entry["kind"] != "sheet":
        return
    if entry["mm"] and size != tuple(round(mm / 25.4 * entry["dpi"]) for mm in entry["mm"]):
        yield f"{path}: {size} pixels for {entry['mm']} mm"
    if entry["mm"] and entry["dpi"] != POSTER_DPI and size[0] * size[1] < FEWEST_PIXELS:
        yield f"{path}: {entry['dpi']} dots per inch"
    if b"sRGB" not in data[:200] or b"pHYs" not in data[:200]:
        yield f"{path}: no sRGB or no pHYs chunk"
    if entry["medium"].startswith("poster") and entry["address"]:
        yield from check_code(path, entry)
    words = path.with_suffix(".txt") if entry["mm"] else path.with_name("wallpaper.txt")
    if not words.is_file():
        yield f"{path}: no words beside it"


def check_code(path, entry):
    """A telephone reads the address of the sheet from its picture: zbar does."""
    command = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path]
    read = subprocess.run(command, capture_output=True, text=True).stdout.strip()
    if read != entry["address"]:
        yield f"{path}: its code says {read!r}"


def check_zip(root, entry, entries):
    """The files of the venue and no other, the same bytes as beside it, and checksums that coreutils find right."""
    path, venue = root / entry["path"], entry["venue"]
    packed = {e["path"] for e in entries if e["venue"] == venue and e["kind"] in PACKED}
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        names = archive.namelist()
        if names != sorted(names) or set(names) != packed | {f"{venue}/SHA256SUMS"}:
            yield f"{path}: not the files of {venue}, by path: {sorted(packed.symmetric_difference(names))[:5]}"
            return
        if len({(info.date_time, info.create_system) for info in archive.infolist()}) != 1:
            yield f"{path}: files of different days or systems"
        archive.extractall(folder)
        for name in packed:
            if (Path(folder) / name).read_bytes() != (root / name).read_bytes():
                yield f"{path}: other bytes in {name}"
        command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        sums = subprocess.run(command, cwd=Path(folder) / venue, capture_output=True, text=True)
        lines = (Path(folder) / venue / "SHA256SUMS").read_text("utf-8").splitlines()
        if sums.returncode or len(lines) != len(packed):
            yield f"{path}: {len(lines)} checksums of {len(packed)} files: {sums.stdout}{sums.stderr}"


def check_html(path, _entry):
    """A page that asks nobody for anything."""
    found = REQUESTS.search(path.read_text("utf-8"))
    if found:
        yield f"{path}: would fetch: {found[0]}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
