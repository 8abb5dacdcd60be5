// A sheet says the same, in the same order, wherever it is read: page of the site, PDF, description of the SVG, words beside a PNG.
//
// Letters of Arabic cannot be read back from a PDF one by one: fonts draw their dots apart. There, only the numbers of the list are
// compared; SVG, words and page are compared in full.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./tools.mjs";
import { decode, text } from "./site.mjs";

/** Letters and digits alone: line breaks, hyphens, guillemets and direction marks differ between files. */
const fold = (words) => words.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** What the page of a sheet tells to do, in order; documents without actions have their titles. */
export function phrases(html) {
  const main = html.slice(html.indexOf("<main"), html.indexOf('<section class="take"'));
  const found = (pattern) => [...main.matchAll(pattern)].map(([, , words]) => text(words)).filter(Boolean);
  const actions = found(/<(h\d|p|span)\b[^>]*class="action"[^>]*>([\s\S]*?)<\/\1>/g);
  if (actions.length) return actions;
  const easy = [...main.matchAll(/<div class="words">([\s\S]*?)<\/div>/g)].flatMap(([, words]) => [...words.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, line]) => text(line)));
  return easy.length ? easy : found(/<(h[123])\b[^>]*>([\s\S]*?)<\/\1>/g);
}

/** The first phrase that does not follow those before it, or null. */
function outOfOrder(wanted, words) {
  const folded = fold(words);
  let at = 0;
  for (const phrase of wanted) {
    const next = folded.indexOf(fold(phrase), at);
    if (next < 0) return folded.includes(fold(phrase)) ? `${phrase} (in another place)` : phrase;
    at = next + fold(phrase).length;
  }
  return null;
}

function described(path) {
  return decode(readFileSync(path, "utf8").match(/<desc[^>]*>([\s\S]*?)<\/desc>/)?.[1] ?? "");
}

export async function sameness({ site, report }) {
  const faults = [], compared = { pdf: 0, svg: 0, txt: 0 };
  let told = 0, arabic = 0;
  const sheets = site.pages.filter((page) => page.sheet?.kind === "page");
  const ofSheet = new Map();
  for (const entry of site.manifest.files) {
    if (entry.sheet) ofSheet.set(`${entry.venue} ${entry.lang} ${entry.sheet}`, [...(ofSheet.get(`${entry.venue} ${entry.lang} ${entry.sheet}`) ?? []), entry]);
  }
  for (const page of sheets) {
    const wanted = phrases(page.html);
    told += wanted.length;
    if (!wanted.length) faults.push(`${page.path}: nothing to compare`);
    const entries = (ofSheet.get(`${page.sheet.venue} ${page.sheet.lang} ${page.sheet.sheet}`) ?? []).filter(({ path }) => existsSync(join(site.output, path)));
    const files = (kind, format) => entries.filter((entry) => entry.kind === kind && entry.format === format).map(({ path }) => join(site.folder, path)).filter(existsSync).sort();
    const compare = (format, name, words, list = wanted) => {
      compared[format] += 1;
      const lost = outOfOrder(list, words);
      if (lost !== null) faults.push(`${name}: without, or out of order: ${lost}`);
    };
    for (const path of files("words", "txt")) compare("txt", path, readFileSync(path, "utf8"));
    const pictures = files("sheet", "svg");
    if (pictures.length) compare("svg", pictures[0], pictures.map(described).join(" "));
    for (const path of files("sheet", "pdf")) {
      const words = run("pdftotext", ["-enc", "UTF-8", path, "-"]);
      if (page.dir === "rtl" || page.twoLanguages) {
        arabic += 1;
        const numbers = page.template === "poster-checklist" ? wanted.map((_, at) => String(at + 1)) : [];
        compare("pdf", path, words, numbers);
      } else compare("pdf", path, words);
    }
  }
  report.check("sameness", `${sheets.length} sheets, ${told} actions or titles in ${compared.pdf} PDF (${arabic} with Arabic, by number), ` +
    `${compared.svg} SVG, ${compared.txt} texts`, faults);
}
