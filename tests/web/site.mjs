// A built output folder, read: every page with its template, language and medium, and the sample that browsers look at.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#x27": "'", "#39": "'", "#x2F": "/", nbsp: "\u00a0" };

/** Characters of HTML text or an attribute. */
export function decode(text) {
  return text.replace(/&(#?\w+);/g, (all, name) => {
    if (name in ENTITIES) return ENTITIES[name];
    if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
    return name[0] === "#" ? String.fromCodePoint(Number(name.slice(1))) : all;
  });
}

/** Values of the attributes of each tag of a page: `[tag, {name: value}]`. Pages are checked by vnu: their quotes are sound. */
export function tags(html) {
  const bare = html.replace(/<(style|script)\b([^>]*)>[\s\S]*?<\/\1>/g, "<$1$2>").replace(/(<textarea\b[^>]*>)[\s\S]*?<\/textarea>/g, "$1");
  return [...bare.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, tag, rest]) => {
    const attributes = {};
    for (const [, name, value] of rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) attributes[name] = decode(value ?? "");
    return [tag.toLowerCase(), attributes];
  });
}

/** Text of a piece of HTML, its white space made one. */
export function text(html) {
  return decode(html.replace(/<br>/g, " ").replace(/<[^>]+>/g, "")).replace(/\s+/g, " ").trim();
}

/** All files under a folder, with `/` between names. */
export function walk(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

// the words of the class of <body>, or the address, tell the template
const BY_CLASS = {
  home: "home", report: "checked", credits: "credits", document: "document", "easy-read": "easy", code: "embed-venue",
  search: "search", staff: "staff", tip: "tip", place: "venue",
};
const BY_FOLDER = { tips: "tips", venues: "venues", embed: "embed" };

function template(path, classes, sheet) {
  if (path === "404.html") return "site-404";
  if (sheet) return sheet.kind === "withdrawn" ? "site-withdrawn" : sheet.medium;
  if (classes[0] !== "site") return null;
  return `site-${BY_CLASS[classes[1]] ?? BY_FOLDER[path.split("/").at(-2)]}`;
}

/** The site of an output folder. */
export class Site {
  constructor(output) {
    this.output = output;
    this.folder = join(output, "site");
    this.manifest = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
    this.files = walk(this.folder);
    const ofSheets = this.manifest.files.filter((entry) => ["page", "withdrawn"].includes(entry.kind));
    const sheets = new Map(ofSheets.map((entry) => [entry.path.replace(/^site\//, ""), entry]));
    this.pages = this.files.filter((path) => path.endsWith(".html") && !path.endsWith("fragment.html")).map((path) => {
      const html = readFileSync(join(this.folder, path), "utf8");
      const [, lang, dir] = html.match(/<html lang="([^"]+)" dir="([^"]+)"/) ?? [];
      const classes = (html.match(/<body class="([^"]*)"/)?.[1] ?? "").split(" ");
      const sheet = sheets.get(path) ?? null;
      const twoLanguages = Boolean(sheet?.lang?.includes("+"));
      // a sheet as one file, that pages offer
      const alone = path !== "404.html" && !path.endsWith("index.html");
      return { path, html, lang, dir, sheet, alone, twoLanguages, template: alone ? null : template(path, classes, sheet) };
    });
    this.byPath = new Map(this.pages.map((page) => [page.path, page]));
  }

  has(path) {
    return existsSync(join(this.folder, path));
  }

  /** A page of every template and medium, in every language that has one; in two languages too. The fullest of its kind. */
  sample() {
    const chosen = new Map();
    for (const page of this.pages.filter(({ alone }) => !alone)) {
      const key = `${page.template} ${page.lang}${page.twoLanguages ? "+" : ""}`;
      if (!chosen.has(key) || chosen.get(key).html.length < page.html.length) chosen.set(key, page);
    }
    return [...chosen.values()];
  }
}
