// Every link of every page leads to something, as files on a disk and as addresses; what is told to machines is true.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { run } from "./tools.mjs";
import { tags } from "./site.mjs";

const MAGIC = { ".pdf": "%PDF-", ".png": "\x89PNG\r\n", ".svg": "<svg", ".webp": "RIFF", ".woff2": "wOF2" };
const OUTSIDE = /^(https?:|mailto:|tel:|data:)/;

/** The file of the site that a link leads to, with its fragment; null for one that leads elsewhere. */
function resolve(page, link, siteUrl) {
  const own = siteUrl && (link === siteUrl || link.startsWith(`${siteUrl}/`));
  if (!own && OUTSIDE.test(link)) return null;
  const [path, fragment] = (own ? link.slice(siteUrl.length + 1) : link).split("#");
  const bare = decodeURIComponent(path.split("?")[0]);
  const file = own ? bare : bare ? posix.join(posix.dirname(page.path), bare) : page.path;
  return { file: file === "" || file.endsWith("/") ? `${file}index.html` : file, fragment, own };
}

function ids(page) {
  page.ids ??= new Set(tags(page.html).flatMap(([, { id }]) => (id ? [id] : [])));
  return page.ids;
}

function beginsWell(path, kind) {
  const bytes = Buffer.alloc(64);
  const file = openSync(path);
  readSync(file, bytes);
  closeSync(file);
  return bytes.toString("latin1").trimStart().startsWith(MAGIC[kind]);
}

/** Links, pictures, scripts, labels of all pages. */
export function links({ site, report, siteUrl }) {
  const faults = [], outside = new Set(), downloads = new Set(), seen = new Map();
  let count = 0;
  for (const page of site.pages) {
    const once = new Set();
    for (const [tag, attributes] of tags(page.html)) {
      const { id } = attributes;
      if (id && once.has(id)) faults.push(`${page.path}: two elements are called ${id}`);
      if (id) once.add(id);
      for (const key of ["for", "aria-labelledby", "aria-describedby", "data-copy"]) {
        for (const name of (attributes[key] ?? "").split(" ").filter(Boolean)) {
          if (!ids(page).has(name)) faults.push(`${page.path}: ${tag} ${key} names ${name}, which is not there`);
        }
      }
      const machine = tag === "link" && ["canonical", "alternate"].includes(attributes.rel);
      for (const link of [attributes.href, attributes.src, attributes.action].filter((link) => link !== undefined)) {
        count += 1;
        const to = resolve(page, link, siteUrl);
        if (!to) {
          if (link.startsWith("data:")) continue;
          outside.add(link.split("#")[0]);
          if (attributes.src || (tag === "link" && !machine)) faults.push(`${page.path}: loads ${link.slice(0, 80)}`);
          continue;
        }
        if (link === "") faults.push(`${page.path}: an empty link`);
        if (to.own && !machine && page.path !== "404.html" && tag === "link") faults.push(`${page.path}: ${link} is no link inside`);
        if (!seen.has(to.file)) seen.set(to.file, site.has(to.file));
        if (!seen.get(to.file)) faults.push(`${page.path}: ${link} leads to nothing`);
        const target = site.byPath.get(to.file);
        if (to.fragment && target && !ids(target).has(to.fragment)) faults.push(`${page.path}: ${link}: no such part of the page`);
        if (tag === "a" && "download" in attributes) downloads.add(to.file);
      }
    }
  }
  report.check("links", `${count} links of ${site.pages.length} pages, ${outside.size} addresses elsewhere (not asked)`, [...new Set(faults)]);
  return downloads;
}

/** Each file that pages offer opens over http, and is what its name says. */
export async function files({ site, report, base, downloads }) {
  const faults = [], kinds = {};
  const pictures = site.files.filter((path) => extname(path) in MAGIC);
  for (const path of new Set([...downloads, ...pictures])) {
    const kind = extname(path);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (kind in MAGIC && !beginsWell(join(site.folder, path), kind)) faults.push(`${path}: not a ${kind} file`);
    if (!downloads.has(path)) continue;
    const answer = await fetch(new URL(encodeURI(path), base), { method: "HEAD" });
    if (answer.status !== 200) faults.push(`${path}: ${answer.status}`);
  }
  const pictured = site.files.filter((path) => path.endsWith(".svg")).map((path) => join(site.folder, path));
  for (let at = 0; at < pictured.length; at += 200) {
    try {
      run("xmllint", ["--noout", "--nonet", "--huge", ...pictured.slice(at, at + 200)]);
    } catch (error) {
      faults.push(String(error.stderr).slice(0, 300));
    }
  }
  const figures = Object.entries(kinds).map(([kind, number]) => `${number} ${kind}`).join(", ");
  report.check("files", `${downloads.size} downloads answer 200; ${figures}`, faults);
}

const single = (page, rel) => tags(page.html).filter(([tag, own]) => tag === "link" && own.rel === rel).map(([, own]) => own);

/** hreflang, canonical addresses, sitemap, feeds. */
export function machines({ site, report, siteUrl }) {
  const faults = [];
  const path = (address) => resolve({ path: "index.html" }, address, siteUrl)?.file;
  const canonical = new Map();
  let alternates = 0;
  for (const page of site.pages.filter(({ alone }) => !alone)) {
    const [own, second] = single(page, "canonical");
    const at = own && path(own.href);
    if (second) faults.push(`${page.path}: two canonical addresses`);
    if (page.template !== "site-404" && !own) faults.push(`${page.path}: no canonical address`);
    if (own && page.template !== "wallpaper") {
      if (at !== page.path) faults.push(`${page.path}: its canonical address is ${own.href}`);
      if (canonical.has(own.href)) faults.push(`${page.path}: same canonical address as ${canonical.get(own.href)}`);
      canonical.set(own.href, page.path);
    }
    for (const { hreflang, href } of single(page, "alternate").filter((own) => own.hreflang)) {
      alternates += 1;
      const other = site.byPath.get(path(href));
      if (!other) { faults.push(`${page.path}: no page at ${href}`); continue; }
      if (other.lang !== hreflang) faults.push(`${page.path}: ${href} is in ${other.lang}, not in ${hreflang}`);
      const back = single(other, "alternate").some((own) => own.hreflang === page.lang && path(own.href) === page.path);
      if (!back) faults.push(`${page.path}: ${other.path} does not lead back`);
    }
  }
  const map = readFileSync(join(site.folder, "sitemap.xml"), "utf8");
  const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map((found) => found[1]);
  if (new Set(listed).size !== listed.length) faults.push("sitemap.xml names a page twice");
  for (const address of listed) {
    const page = site.byPath.get(path(address));
    if (!page || page.template === "site-404" || page.template === "site-withdrawn") faults.push(`sitemap.xml: ${address} is no page`);
  }
  const missing = site.pages.filter((page) => !page.alone && !["site-404", "site-withdrawn", "wallpaper"].includes(page.template))
    .filter((page) => !listed.some((address) => path(address) === page.path));
  for (const page of missing) faults.push(`sitemap.xml: without ${page.path}`);
  const feeds = site.files.filter((file) => file.endsWith(".xml"));
  let entries = 0;
  for (const feed of feeds) {
    try {
      run("xmllint", ["--noout", "--nonet", join(site.folder, feed)]);
    } catch (error) {
      faults.push(String(error.stderr).slice(0, 300));
    }
    if (feed === "sitemap.xml") continue;
    for (const { 1: href } of readFileSync(join(site.folder, feed), "utf8").matchAll(/<(?:link[^>]* href="|id>)([^"<]+)/g)) {
      entries += 1;
      const file = path(href);
      if (!file || !site.has(file)) faults.push(`${feed}: ${href} is no absolute address of the site`);
    }
  }
  report.check("machines", `${canonical.size} canonical addresses, ${alternates} hreflang, ${listed.length} in the sitemap, ` +
    `${feeds.length - 1} feeds with ${entries} addresses`, faults);
}
