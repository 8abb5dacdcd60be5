#!/usr/bin/env python3
"""Builds of many venues: time, memory, what a change touches, and what an interruption leaves.

    cargo build --release
    python benches/scale.py --pancarte target/release/pancarte                       # 145 and 10,000 venues: long
    python benches/scale.py --pancarte target/release/pancarte --sizes 50 --flat ''  # a try

Each venue orders the checklist poster and the easy-read sheet in PDF (`--orders` for others); the register is made up (benches/register.py). `--files` gives
the venues as YAML files, otherwise they are one table. Standard library only.

What a change touched is read from the files: one whose inode, size or time of change is another was written, whatever the program
says of itself. What an interruption left is compared, byte by byte, with the output of a build that ran to its end.
"""

import argparse
import hashlib
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import measuring
import register
from measuring import good, run, table

ROOT = Path(__file__).resolve().parent.parent
SEED = 20_261_125
EASY_TIP = "regards"  # on the easy-read sheet, not on the checklist poster


class Project:
    """A project in a folder of its own, and how it is built."""

    def __init__(self, asked, folder, count):
        self.asked, self.folder, self.count = asked, folder, count
        shutil.rmtree(folder, ignore_errors=True)
        made = register.rows(count, SEED, own_colours=True, plain_each=10)
        register.write_project(folder, made, asked.orders, asked.files, asked.flat_ids)
        self.kit = folder / "content/kit.yaml"
        self.kit.write_text(self.kit.read_text("utf-8").replace("defaults:\n", 'defaults:\n  colour: "#006B57"\n'), "utf-8")
        self.output = folder / "output"

    def build(self, stop=None, look=False):
        command = [self.asked.pancarte, "build", "--project", self.folder, "--jobs", self.asked.jobs]
        return run(command, stop=stop, look=look)

    def clear(self):
        for made in (self.output, self.folder / ".pancarte", self.folder / ".cache"):
            shutil.rmtree(made, ignore_errors=True)

    def files(self):
        """What people take; records of the build itself hold times of files, which differ from run to run."""
        own = self.output / ".pancarte"
        return (path for path in self.output.rglob("*") if path.is_file() and own not in path.parents)

    def seen(self):
        """What tells that a file was written."""
        return {str(path.relative_to(self.output)): (s.st_ino, s.st_size, s.st_mtime_ns) for path in self.files() for s in [path.stat()]}

    def hashes(self):
        return {str(path.relative_to(self.output)): hashlib.blake2b(path.read_bytes()).digest() for path in self.files()}

    # What people change.

    def change_venue(self):
        """One word in the name of the last venue; gives its id."""
        if self.asked.files:
            venue = sorted((self.folder / "content/venues").rglob("*.yaml"))[-1]
            text = venue.read_text("utf-8")
            venue.write_text(text.replace('name: "', 'name: "Nouveau ', 1), "utf-8")
            return venue.stem
        lieux = self.folder / "content/venues/lieux.csv"
        head, _, last = lieux.read_text("utf-8").rstrip("\n").rpartition("\n")
        cells = last.split(",")
        cells[2] = f"Nouveau {cells[2]}"
        lieux.write_text(f"{head}\n{','.join(cells)}\n", "utf-8")
        return cells[0]

    def change_tip(self):
        into = self.folder / "content/tips" / EASY_TIP
        shutil.copytree(ROOT / "content/tips" / EASY_TIP, into, dirs_exist_ok=True)
        words = into / "fr.md"
        text = words.read_text("utf-8")
        changed = text.replace("sentences: [\"", "sentences: [\"Attention. ", 1)
        words.write_text(changed if changed != text else text.replace("sentences:\n", "sentences:\n      - Attention.\n", 1), "utf-8")

    def change_colour(self):
        self.kit.write_text(self.kit.read_text("utf-8").replace("#006B57", "#7A3E9D"), "utf-8")


def touched(before, after):
    """Files written, and those taken away."""
    return {path for path, seen in after.items() if before.get(path) != seen}, before.keys() - after.keys()


def described(paths, venue=None):
    """How many files of which sort: `12 poster-checklist, 3 site`; those of other venues apart."""
    sorts = Counter()
    for path in paths:
        sheet = path.startswith("site/") is False and path.endswith(".pdf")
        sort = Path(path).name.split("-a3")[0].removesuffix(".pdf") if sheet else "site" if path.startswith("site/") else "beside"
        other = sheet and venue and venue not in path
        sorts[f"{sort} of other venues" if other else sort] += 1
    return ", ".join(f"{count} {sort}" for sort, count in sorted(sorts.items())) or "none"


def changes(project):
    """Cold, nothing changed, and three changes; the project is as it was afterwards but for its changes."""
    project.clear()
    first = good(project.build(look=True))
    files = list(project.files())
    size = sum(path.stat().st_size for path in files)
    yield "cold", f"{first.wall_s:.1f} s; {first.cpu_s:.1f} CPU-s", "", f"{len(files)} files, {size / project.count / 1024:.0f} KiB for a venue"
    yield "memory at its peak", f"{first.peak_mib:.0f} MiB", "< 400 MiB", f"largest process, exact; all together {first.together_mib:.0f} MiB, sampled"
    steps = [
        ("nothing changed", "< 300 ms (145 venues), no file", lambda: None),
        ("one word of one venue", "only its sheets", project.change_venue),
        ("one tip of the easy-read sheet", "no poster", project.change_tip),
        ("the colour of the kit", f"sheets of {-(-project.count // 10)} venues", project.change_colour),
    ]
    for name, goal, change in steps:
        before = project.seen()
        venue = change()
        cost = good(project.build())
        written, gone = touched(before, project.seen())
        yield name, f"{1000 * cost.wall_s:.0f} ms", goal, f"{len(written)} written: {described(written, venue)}; {len(gone)} taken away"
    left = sorted(path for path in project.seen() if path.endswith(".pdf") and "site/" not in path)
    project.clear()
    good(project.build())
    yield "a cold build of the same", "", "same files", "same" if left == sorted(p for p in project.seen() if p.endswith(".pdf") and "site/" not in p) else "**other files**"


def interruption(project, number, share, whole, cold_s):
    """Stops a cold build after a share of its time, looks at what it left, and goes on."""
    asked = []

    def stop(process):
        time.sleep(cold_s * share)
        asked.append(time.monotonic())
        process.send_signal(number)

    project.clear()
    stopped = project.build(stop=stop)
    to_end_s = time.monotonic() - asked[0] if asked else 0
    left = project.hashes() if project.output.exists() else {}
    wrong = [path for path, hashed in left.items() if path in whole and whole[path] != hashed]
    sheets = [path for path in wrong if path.endswith((".pdf", ".png", ".svg"))]
    unknown = [path for path in left if path not in whole]
    resumed = project.build()
    same = project.hashes() == whole
    name = signal.Signals(number).name
    yield f"{name} at {share:.0%}", f"ended after {1000 * to_end_s:.0f} ms, exit code {stopped.code}", "SIGINT: < 1 s", f"{len(left)} files left"
    yield (
        "partial files under their final names", str(len(sheets)), "0",
        f"{len(wrong) - len(sheets)} pages or lists of another state, {len(unknown)} names that a whole build does not have: {', '.join(sorted(unknown)[:2])}",
    )
    yield "the run after it", f"{resumed.wall_s:.1f} s of {cold_s:.1f} s", "goes on", "same bytes as a whole build" if same else "**not the bytes of a whole build**"


def interruptions(project):
    project.clear()
    cold = good(project.build())
    whole = project.hashes()
    for number in (signal.SIGINT, signal.SIGKILL):
        for share in project.asked.moments:
            yield from interruption(project, number, share, whole, cold.wall_s)


def flatness(asked, folder):
    """Peak memory by number of venues."""
    for count in asked.flat:
        project = Project(asked, folder / f"flat-{count}", count)
        cost = good(project.build(look=True))
        yield f"{count} venues", f"{cost.peak_mib:.0f} MiB", "< 400 MiB, the same for all", f"all together {cost.together_mib:.0f} MiB; {cost.wall_s:.1f} s"
        shutil.rmtree(project.folder)


def counts(text):
    return [int(part) for part in text.replace(" ", "").split(",") if part]


def main():
    parser = argparse.ArgumentParser(description="Builds of many venues.")
    parser.add_argument("--pancarte", type=Path, default=ROOT / "target/release/pancarte")
    parser.add_argument("--sizes", type=counts, default=[145, 10_000], help="numbers of venues")
    parser.add_argument("--interrupt", type=int, default=145, help="venues of the build that is interrupted; 0 for none")
    parser.add_argument("--moments", type=lambda text: [float(part) for part in text.split(",")], default=[0.2, 0.5, 0.9], help="when, as parts of the time of a whole build")
    parser.add_argument("--flat", type=counts, default=[1000, 5000, 10_000], help="numbers of venues of the look at memory")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--files", action="store_true", help="venues as YAML files")
    parser.add_argument("--flat-ids", action="store_true", help="with --files: all in one folder")
    parser.add_argument("--orders", choices=sorted(register.ORDERS), default="poster-easy")
    parser.add_argument("--scratch", type=Path, help="folder to work in; a temporary one where it is left out")
    asked = parser.parse_args()
    asked.pancarte = asked.pancarte.resolve()
    print(f"Machine: {measuring.machine()}.\nVersion: {measuring.version(asked.pancarte, '--version')}; --jobs {asked.jobs}. {time.strftime('%Y-%m-%d')}.\n")
    head = ["", "reached", "goal", "seen"]
    with tempfile.TemporaryDirectory(dir=asked.scratch) as folder:
        folder = Path(folder)
        for count in asked.sizes:
            print(f"### {count} venues\n", flush=True)
            print(table(head, changes(Project(asked, folder / str(count), count))) + "\n", flush=True)
            shutil.rmtree(folder / str(count))
        if asked.interrupt:
            print(f"### {asked.interrupt} venues, interrupted\n\n{table(head, interruptions(Project(asked, folder / 'stopped', asked.interrupt)))}\n", flush=True)
        if asked.flat:
            print(f"### Memory by number of venues\n\n{table(head, flatness(asked, folder))}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
