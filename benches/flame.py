#!/usr/bin/env python3
"""Where the time of a build goes, as a picture: a flame graph of what perf saw.

    perf record -F 499 --call-graph dwarf,49152 -o perf.data target/release/pancarte build --jobs 1 --output out
    perf script --no-inline -i perf.data | python3 benches/flame.py docs/profile.svg

Each bar is a function, as wide as its part of the time, over those that it calls. Stacks are cut at their first function of
pancarte; functions in which less than one part in 250 was spent are left out, and calls in between that say nothing too.
"""

import html
import re
import sys
from collections import Counter

WIDTH, ROW, LEAST = 1200, 18, 1 / 250
# what Typst, comemo, rayon and the standard library put between two functions that do something
SILENT = re.compile(r"closure|^core::|^alloc::|^std::|^<?(core|alloc|std)|rayon|comemo|__rust|^_start|clone3|thread|Vec<|Iterator|FnOnce|call_once|try_fold|from_iter|for_each|catch_unwind|\[unknown\]")
COLOURS = [("pancarte", "#1f5fa8"), ("typst_pdf", "#8a4fa3"), ("krilla", "#8a4fa3"), ("typst", "#2f7d4f"), ("tera", "#a8631f"), ("resvg", "#a32f4f"), ("usvg", "#a32f4f"), ("tiny_skia", "#a32f4f")]


def stacks(lines):
    """Stacks, the outermost function first."""
    frames = []
    for line in lines:
        if line.startswith(("\t", "    ")):
            part = line.strip().split(" ", 1)
            if len(part) > 1:
                frames.append(re.sub(r"\+0x[0-9a-f]+ .*$", "", part[1]))
        elif not line.strip() and frames:
            yield frames[::-1]
            frames = []


def short(stack):
    """What says something of a stack, from the first function of pancarte on."""
    start = next((at for at, name in enumerate(stack) if "pancarte::" in name), None)
    names = []
    if start is None:
        # the stack was deeper than perf keeps: Typst's are
        start = next((at for at, name in enumerate(stack) if "typst" in name), None)
        names = ["typst, deeper than perf looks"]
    if start is None:
        return ["elsewhere"]
    for name in stack[start:]:
        name = re.sub(r"::h[0-9a-f]{16}$", "", name)
        if not SILENT.search(name) and (not names or names[-1] != name):
            names.append(name)
    return names or ["elsewhere"]


def colour(name):
    return next((tone for word, tone in COLOURS if word in name), "#666666")


def draw(tree, total, path):
    bars, deepest = [], 0

    def place(node, x, depth):
        nonlocal deepest
        deepest = max(deepest, depth)
        for name, (count, children) in sorted(node.items(), key=lambda item: -item[1][0]):
            if count < LEAST * total:
                continue
            bars.append((x, depth, count, name))
            place(children, x, depth + 1)
            x += count * WIDTH / total

    place(tree, 0.0, 0)
    height = (deepest + 1) * ROW
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="11" role="img">', "<title>Where the time of a build goes</title>", f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>']
    for x, depth, count, name in bars:
        wide, told = count * WIDTH / total, f"{name}: {100 * count / total:.1f} %"
        letters = int((wide - 6) / 6.2)
        plain = re.sub(r"<impl .*? for |<|>|&", "", name)
        text = plain if len(plain) <= letters else ("…" + plain[-letters + 1 :] if letters > 5 else "")
        out.append(f'<g><title>{html.escape(told)}</title><rect x="{x:.1f}" y="{depth * ROW}" width="{max(wide - 0.6, 0.4):.1f}" height="{ROW - 1}" fill="{colour(name)}"/><text x="{x + 3:.1f}" y="{depth * ROW + 13}" fill="#fff">{html.escape(text)}</text></g>')
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n</svg>\n")


def main():
    counts = Counter(tuple(short(stack)) for stack in stacks(sys.stdin))
    tree = {}
    for stack, count in counts.items():
        node = tree
        for name in stack[:24]:
            known, children = node.get(name, (0, {}))
            node[name] = (known + count, children)
            node = children
    draw(tree, sum(counts.values()), sys.argv[1])


if __name__ == "__main__":
    main()
