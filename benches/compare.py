#!/usr/bin/env python3
"""What a checklist poster costs with pancarte, and with what people would run instead, in one run.

    python -m venv venv && venv/bin/pip install typst==0.15.2 weasyprint==70.0
    cargo build --release && cargo bench --bench batch --no-run
    venv/bin/python benches/compare.py --pancarte target/release/pancarte [--design ../shared/design] [--rounds 7]

Rounds take turns: in each, every contender makes its posters once, so that what else the machine does falls on all of them.
Ratios are taken within a round. Costs are CPU milliseconds of all processes for a document, except where a line says wall time.

All contenders get the same made-up venues (benches/register.py), each with a colour of its own. pancarte fits its texts and proves
that nothing was cut, and its PDF declares UA-1 and A-2a; the poster in HTML has its sizes given. The others make a PDF and nothing
else, and so does `benches/batch.rs` with pancarte's library: ratios are those of what is alike. What a build makes beside the poster
(thumbnails, archives, pages of the site) stands in a row of its own. What is not there is skipped, and the table says so.
"""

import argparse
import html
import json
import shutil
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

import measuring
import register
from measuring import good, run, spread, table

ROOT = Path(__file__).resolve().parent.parent
SEED = 20_261_125
NOTHING = "skipped"
STEPS = [
    ("compte", "Déconnectez tous vos comptes", []),
    ("effacer", "Effacez vos traces", ["Ctrl", "Maj", "Suppr"]),
    ("corbeille", "Videz téléchargements et corbeille", []),
    ("imprimante", "Reprenez tous vos papiers", []),
    ("usb", "Retirez votre clé USB", []),
    ("session", "Fermez votre session", []),
]


def venues(count):
    """Name, town and colour of made-up venues, the same for every contender."""
    made = register.rows(count, SEED, own_colours=True)
    return [(row["nom"], row["commune"], colour) for row, _, _, colour in made]


# ── contenders: each gives CPU seconds for one document ──────────────────────────────────────────────────────────────


def project(folder, count, orders):
    register.write_project(folder, register.rows(count, SEED, own_colours=True), orders, True, True)
    return folder


def build(program, folder, jobs, only=()):
    """One build from nothing. What the one before made is put aside, and goes with the rest: ext4 shuns numbers of files that were
    removed in the last minutes (`recently_deleted` in fs/ext4/ialloc.c), and new files then take several times as long."""
    if (folder / "output").exists():
        past = folder / "past"
        past.mkdir(exist_ok=True)
        (folder / "output").rename(past / str(len(list(past.iterdir()))))
    return good(run([program, "build", "--project", folder, "--jobs", jobs, *only], cores=jobs))


def of_pancarte(program, folder):
    """Marginal: the cost of all posters without that of the first, in the same round."""
    only = ["--medium", "poster-checklist", "--format", "pdf"]
    many = project(folder / "many", COUNT["pancarte"], "poster")
    one = project(folder / "one", 1, "poster")

    def measure():
        first = build(program, one, 1, only)
        return (build(program, many, 1, only).cpu_s - first.cpu_s) / (COUNT["pancarte"] - 1)

    return measure


def of_batch(program):
    """Nothing but PDF files, in one process, which counts its own time from the second on."""
    return lambda: float(good(run([program, "--alone", "poster-checklist"], cores=1)).output.split()[-1]) / 1000


def newest_batch():
    found = sorted(ROOT.glob("target/release/deps/batch-*"), key=lambda path: path.stat().st_mtime)
    return next((path for path in reversed(found) if not path.suffix), None)


def of_worker(kind, folder, *given):
    """An engine in one long process: the process counts its own time, from the second document on."""
    command = [sys.executable, __file__, "--worker", kind, str(COUNT[kind]), str(folder), *map(str, given)]
    return lambda: float(good(run(command, cores=1)).output.split()[-1])


def of_command(command_of, count):
    return lambda: sum(good(run(command_of(at))).cpu_s for at in range(count)) / count


def prototype(design, folder):
    """A copy of the design folder with our venues in it."""
    copy = folder / "design"
    shutil.copytree(design, copy, ignore=shutil.ignore_patterns("previews", "site"))
    known = {f"v{at}": {"name": name, "place": town, "brand": colour} for at, (name, town, colour) in enumerate(venues(60))}
    (copy / "data/venues.json").write_text(json.dumps(known), "utf-8")
    return copy


def picture(name, colours):
    text = (ROOT / f"themes/default/pictograms/{name}.svg").read_text("utf-8")
    for part, role in (("--a", "onfield"), ("--b", "spark"), ("--c", "field")):
        text = text.replace(f"var({part})", colours[role])
    return text


def pages(folder, count):
    """The poster as HTML, one file for each venue."""
    template = (ROOT / "benches/poster.html").read_text("utf-8")
    into = folder / "html"
    into.mkdir(exist_ok=True)
    for at, (name, town, colour) in enumerate(venues(count)):
        colours = {"field": colour, "onfield": "#fffcf9", "spark": "#73e4f4", "ink": "#161616", "paper": "#fffcf9"}
        steps = "".join(
            f'<li style="top:{42.7 * row:.1f}mm"><div class="ground" style="background:#f{9 + row:x}e{row}d{row}"></div>'
            f'<div class="picture">{picture(pictogram, colours)}</div><div class="number">{row + 1}</div>'
            f'<div class="step">{text}{"<br>" + " + ".join(f"<kbd>{key}</kbd>" for key in keys) if keys else ""}</div></li>'
            for row, (pictogram, text, keys) in enumerate(STEPS)
        )
        filled = {
            "name": html.escape(name), "town": html.escape(town), "steps": steps, "hero": picture("sortie", colours),
            "fonts": (ROOT / "themes/default/fonts").as_uri(), **colours,
        }
        page = template
        for key, value in filled.items():
            page = page.replace(f"@{key}@", value)
        (into / f"{at}.html").write_text(page, "utf-8")
    return into


# ── engines in one process: run by the bench as processes of their own ───────────────────────────────────────────────


def work(kind, count, folder, *_given):
    make = {"typst": typst_maker, "weasyprint": weasyprint_maker}[kind](Path(folder))
    make(0)
    start = measuring.own_cpu_s()
    for at in range(1, count):
        make(at)
    print((measuring.own_cpu_s() - start) / (count - 1))


def typst_maker(design):
    import typst

    compiler = typst.Compiler(root=str(design), font_paths=[str(design / "fonts")], ignore_system_fonts=True)
    poster = str(design / "poster-checklist.typ")

    def make(at):
        compiler.compile(
            poster, output=str(design / "out.pdf"), format="pdf", sys_inputs={"venue": f"v{at}"},
            pdf_standards=["ua-1", "a-2a"], timestamp=1_764_028_800,
        )

    return make


def weasyprint_maker(folder):
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()

    def make(at):
        weasyprint.HTML(filename=str(folder / f"{at}.html")).write_pdf(
            str(folder / "in-one-process.pdf"), font_config=fonts, pdf_variant="pdf/ua-1"
        )

    return make


# ── the table ────────────────────────────────────────────────────────────────────────────────────────────────────────

COUNT = {"pancarte": 60, "typst": 40, "typst-process": 5, "weasyprint": 10, "weasyprint-command": 2, "chromium-command": 2}


def contenders(asked, folder):
    """Name, goal, and what measures it or why it cannot be."""
    typst = shutil.which("python3") and has("typst")
    weasyprint = has("weasyprint")
    design = asked.design if asked.design.is_dir() else None
    why_not = "no design folder" if not design else "no package typst"
    copy = prototype(design, folder) if design and typst else None
    html_folder = pages(folder, COUNT["weasyprint"])
    one_file = (
        "import sys,typst;typst.compile(sys.argv[1],output=sys.argv[2],root=sys.argv[3],font_paths=[sys.argv[3]+'/fonts'],"
        "ignore_system_fonts=True,sys_inputs={'venue':sys.argv[4]},pdf_standards=['ua-1','a-2a'],timestamp=1764028800)"
    )
    by_typst = lambda at: [sys.executable, "-c", one_file, copy / "poster-checklist.typ", folder / "t.pdf", copy, f"v{at}"]
    by_weasyprint = lambda at: [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", html_folder / f"{at}.html", folder / "w.pdf"]
    by_chromium = lambda at: [
        asked.chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'chromium'}",
        "--no-pdf-header-footer", f"--print-to-pdf={folder / 'c.pdf'}", (html_folder / f"{at}.html").as_uri(),
    ]
    yield "prototype in Typst, PyPI package, one process", 8, of_worker("typst", copy) if copy else why_not
    yield "the same, a process for each document", 15, of_command(by_typst, COUNT["typst-process"]) if copy else why_not
    yield "WeasyPrint, one process", 13, of_worker("weasyprint", html_folder) if weasyprint else "no package weasyprint"
    yield "WeasyPrint, its command", 100, of_command(by_weasyprint, COUNT["weasyprint-command"]) if weasyprint else "no package weasyprint"
    chromium = shutil.which(asked.chromium)
    yield "Chromium, headless, --print-to-pdf", 100, of_command(by_chromium, COUNT["chromium-command"]) if chromium else "no Chromium"


def has(package):
    try:
        return bool(metadata.version(package))
    except metadata.PackageNotFoundError:
        return False


def side_by_side(asked, folder):
    if not asked.batch:
        sys.exit("no benchmark `batch`: cargo bench --bench batch --no-run, or --batch")
    ours, whole = of_batch(asked.batch), of_pancarte(asked.pancarte, folder)
    others = list(contenders(asked, folder))
    own, all_of_it, theirs = [], [], {name: [] for name, _, _ in others}
    for at in range(asked.rounds):
        own.append(1000 * ours())
        all_of_it.append(1000 * whole())
        for name, _, measure in others:
            if callable(measure):
                theirs[name].append(1000 * measure())
        print(f"round {at + 1} of {asked.rounds}: pancarte {own[-1]:.1f} ms", file=sys.stderr)
    lines = [["pancarte, the next poster of a batch", spread(own), "≤ 10 ms", "", reached(own, 10, False)]]
    lines.append(["the same, with all that a build makes beside it", spread(all_of_it), "", "", ""])
    for name, goal, measure in others:
        if not callable(measure):
            lines.append([name, NOTHING, f"≥ {goal} ×", NOTHING, measure])
            continue
        ratios = [other / mine for other, mine in zip(theirs[name], own)]
        lines.append([name, spread(theirs[name]), f"≥ {goal} ×", spread(ratios) + " ×", reached(ratios, goal)])
    return table(["a checklist poster, A3, PDF", "CPU ms for a document", "goal", "pancarte is better by", ""], lines)


def reached(values, goal, more=True):
    middle = sorted(values)[len(values) // 2]
    return "reached" if (middle >= goal if more else middle <= goal) else "**missed**"


def sheets(folder):
    """Documents that the last build made; some venues have them in two languages."""
    files = json.loads((folder / "output/manifest.json").read_text())["files"]
    return sum(file["kind"] == "sheet" and file["format"] == "pdf" for file in files)


def throughput(asked, folder):
    """Poster, booklet and easy-read sheet of each venue: 1 job and 2 jobs in turn."""
    many, one = project(folder / "three", asked.venues, "three"), project(folder / "three-one", 1, "three")
    rates, gains, peaks = [], [], []
    for at in range(asked.throughput_rounds):
        times = {}
        for jobs in (1, 2):
            cost = build(asked.pancarte, many, jobs)
            times[jobs] = cost.wall_s - build(asked.pancarte, one, jobs).wall_s
            peaks.append(cost.peak_mib)
        rates.append((sheets(many) - sheets(one)) / times[2])
        gains.append(times[1] / times[2])
        print(f"throughput {at + 1} of {asked.throughput_rounds}: {rates[-1]:.1f} documents/s, {gains[-1]:.2f} x", file=sys.stderr)
    return [
        ["poster + booklet + easy-read, PDF, documents per second, 2 jobs", "≥ 90", spread(rates), reached(rates, 90)],
        ["2 jobs against 1, throughput", "≥ 1.8 ×", spread(gains, "{:.2f}") + " ×", reached(gains, 1.8)],
        ["memory at its peak, largest process, MiB", "", f"{max(peaks):.0f}", ""],
    ]


def cold(asked, folder):
    """A new project with its one venue, everything that it orders."""
    into = folder / "cold"
    good(run([asked.pancarte, "new", into]))
    times = [build(asked.pancarte, into, 2).wall_s for _ in range(asked.rounds)]
    return ["one venue, everything, cold, 2 jobs, seconds", "< 3", spread(times, "{:.2f}"), reached(times, 3, False)]


def versions(asked):
    found = [measuring.version(asked.pancarte, "--version"), f"Python {sys.version.split()[0]}"]
    found += [f"{package} {metadata.version(package)}" for package in ("typst", "weasyprint") if has(package)]
    found += [measuring.version(asked.chromium, "--version")] if shutil.which(asked.chromium) else []
    return ", ".join(found)


def main():
    if sys.argv[1:2] == ["--worker"]:
        return work(sys.argv[2], int(sys.argv[3]), *sys.argv[4:])
    parser = argparse.ArgumentParser(description="pancarte beside what people would run instead.")
    parser.add_argument("--pancarte", type=Path, default=ROOT / "target/release/pancarte")
    parser.add_argument("--batch", type=Path, default=newest_batch(), help="the benchmark benches/batch.rs, built")
    parser.add_argument("--design", type=Path, default=ROOT / "../shared/design", help="folder with the prototype in Typst")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--venues", type=int, default=200, help="venues of the throughput")
    parser.add_argument("--throughput-rounds", type=int, default=3)
    parser.add_argument("--only", choices=["posters", "throughput", "cold"], action="append")
    asked = parser.parse_args()
    asked.pancarte, asked.design = asked.pancarte.resolve(), asked.design.resolve()
    parts = asked.only or ["posters", "throughput", "cold"]
    print(f"Machine: {measuring.machine()}.\nVersions: {versions(asked)}.\n{time.strftime('%Y-%m-%d')}, {asked.rounds} rounds: median (lowest–highest).\n")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        if "posters" in parts:
            print(side_by_side(asked, folder) + "\n", flush=True)
        lines = throughput(asked, folder) if "throughput" in parts else []
        lines += [cold(asked, folder)] if "cold" in parts else []
        if lines:
            print(table(["pancarte", "goal", "reached", ""], lines))


if __name__ == "__main__":
    main()
