// What a page weighs without its pictures: HTML, style, script and the fonts that its letters can call for.
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { tags } from "./site.mjs";

const PAGE_BYTES = 100_000;
const CODE_BYTES = 30_000;

const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** Fonts of a style sheet with the code points they hold. */
function faces(css, folder) {
  return [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => {
    const file = posix.join(folder, face.match(/url\(["']?([^"')]+)/)[1]);
    const ranges = [...(face.match(/unicode-range:([^;}]+)/)?.[1] ?? "U+0-10FFFF").matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)];
    return { file, ranges: ranges.map(([, from, to]) => [parseInt(from, 16), parseInt(to ?? from, 16)]) };
  });
}

export function weight({ site, report }) {
  const read = new Map();
  const file = (path) => {
    if (!read.has(path)) {
      const bytes = readFileSync(join(site.folder, path));
      const known = { raw: bytes.length, gzipped: gzipped(bytes) };
      if (path.endsWith(".css")) known.faces = faces(bytes.toString(), posix.dirname(path));
      read.set(path, known);
    }
    return read.get(path);
  };
  const faults = [];
  let worst = { sent: 0 }, code = 0;
  for (const page of site.pages) {
    const folder = posix.dirname(page.path);
    const used = tags(page.html).flatMap(([tag, { rel, href, src }]) =>
      tag === "script" && src ? [src] : tag === "link" && rel === "stylesheet" ? [href] : []);
    const own = used.map((link) => file(posix.join(folder, link)));
    const letters = new Set([...page.html].map((letter) => letter.codePointAt(0)));
    const called = own.flatMap((one) => one.faces ?? []).filter(({ ranges }) => [...letters].some((at) => ranges.some(([from, to]) => at >= from && at <= to)));
    const fonts = called.reduce((sum, face) => sum + file(face.file).raw, 0);
    const html = Buffer.from(page.html.replace(/(src=")data:[^"]*/g, "$1"));
    const sum = (key) => own.reduce((all, one) => all + one[key], 0);
    const sent = gzipped(html) + sum("gzipped") + fonts;
    if (sent > worst.sent) worst = { sent, raw: html.length + sum("raw") + fonts, fonts, path: page.path };
    code = Math.max(code, sum("gzipped"));
    if (sent >= PAGE_BYTES) faults.push(`${page.path}: ${sent} bytes sent`);
  }
  if (code >= CODE_BYTES) faults.push(`style and script: ${code} bytes, compressed`);
  report.check("weight", `${site.pages.length} pages, heaviest ${worst.path}: ${worst.sent} bytes sent, ${worst.raw} not compressed, ` +
    `of which fonts ${worst.fonts}; most style and script ${code} bytes`, faults);
}
