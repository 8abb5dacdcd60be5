"""What the benches in Python share: a run and what it cost, the machine, medians, and tables in Markdown."""

import os
import platform
import re
import resource
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What one process and those that it waited for took."""

    wall_s: float
    cpu_s: float
    peak_mib: float  # of the largest single process, exact; worker processes are not added up
    together_mib: float  # of all processes together, shared pages once, seen every 50 ms; 0 where nobody looked
    code: int
    output: str


def family(root):
    """A process and all that descend from it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def together_mib(root):
    kib = 0
    for pid in family(root):
        try:
            kib += int(re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)[1])
        except (OSError, TypeError):
            continue
    return kib / 1024


def run(command, cwd=None, cores=None, stop=None, look=False):
    """Runs a command to its end. `cores` pins it to that many; `stop(process)` may end it earlier; `look` samples memory."""
    highest = [0.0]
    ended = threading.Event()

    def sample(pid):
        while not ended.wait(0.05):
            highest[0] = max(highest[0], together_mib(pid))

    def pin():
        if cores:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    start = time.monotonic()
    process = subprocess.Popen(
        [str(part) for part in command], cwd=cwd, preexec_fn=pin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if look:
        threading.Thread(target=sample, args=(process.pid,), daemon=True).start()
    if stop:
        threading.Thread(target=stop, args=(process,), daemon=True).start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    ended.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, highest[0], process.returncode, output)


def good(cost):
    """The cost of a run that went well; anything else ends the bench, with what was said."""
    if cost.code != 0:
        raise SystemExit(f"exit code {cost.code}\n{cost.output[-3000:]}")
    return cost


def own_cpu_s():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def machine():
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text()) if Path("/proc/cpuinfo").exists() else None
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    cores = len(os.sched_getaffinity(0))
    return f"{cores} cores, {model[1] if model else platform.machine()}, {memory:.0f} GiB, {platform.system()} {platform.release()}; load before: {load:.1f}"


def version(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return (done.stdout.strip() or done.stderr.strip()).splitlines()[0]


def spread(values, form="{:.1f}"):
    """Median, and the lowest and highest of all rounds."""
    middle = form.format(statistics.median(values))
    return f"{middle} ({form.format(min(values))}–{form.format(max(values))})"


def table(head, lines):
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows)
