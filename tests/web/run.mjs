// The site as people use it, in a browser: `node tests/web/run.mjs OUTPUT [SMALL_OUTPUT] [--only ROOM,…] [--keep FOLDER]`.
//
// OUTPUT is a build of the whole kit; SMALL_OUTPUT one of tests/projects/bilingual after a venue of it went, for sheets in two languages
// and withdrawn ones. A line for each check with its figures; ends with 1 where anything is wrong.
import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { launch } from "./tools.mjs";
import { Report } from "./report.mjs";
import { host } from "./host.mjs";
import { Site } from "./site.mjs";
import { axe } from "./axe.mjs";
import { narrow } from "./narrow.mjs";
import { keyboard } from "./keyboard.mjs";
import { requests, withoutScript } from "./requests.mjs";
import { files, links, machines } from "./links.mjs";
import { weight } from "./weight.mjs";
import { sameness } from "./sameness.mjs";
import { pictures } from "./pictures.mjs";

const THEME = fileURLToPath(new URL("../../themes/default/", import.meta.url));
const MEDIA = ["poster-checklist", "poster-tip", "wallpaper", "booklet", "easy-read", "staff-card", "house-rules", "mandate"];
const LOOKED_AT = ["site-home", "site-tips", "site-tip", "site-easy", "site-venues", "site-venue", "site-staff", "site-document", "site-search",
  "site-checked", "site-embed", "site-404", "poster-checklist", "booklet"];

function options(args) {
  const given = { outputs: [], only: null, keep: null };
  while (args.length) {
    const next = args.shift();
    if (next === "--only") given.only = args.shift().split(",");
    else if (next === "--keep") given.keep = args.shift();
    else given.outputs.push(resolve(next));
  }
  return given;
}

/** The address that a site is made for, as its 404 page carries it. */
function published(site) {
  return site.byPath.get("404.html")?.html.match(/<a class="logo" href="(.*?)\/index.html"/)?.[1] ?? "";
}

/** A word to search for, so that results are looked at too. */
const searched = async (tab) => {
  await tab.fill("#q", "mot de passe password كلمة".split(" ").at(await tab.evaluate(() => ({ fr: 2, en: 3, ar: 4 })[document.documentElement.lang])));
};

function views({ site, sample, base }) {
  const view = (page, more = {}) => ({ name: `${page.template}-${page.lang}`, address: base + page.path, ...more });
  const find = (template, lang) => sample.find(({ page }) => page.template === template && page.lang === lang && !page.twoLanguages)?.page;
  return [
    ...LOOKED_AT.map((template) => view(find(template, "fr"))),
    view(find("site-home", "ar")),
    view(find("site-venue", "ar")),
    view(find("site-home", "fr"), { scheme: "dark" }),
    view(find("site-tip", "fr"), { scheme: "dark" }),
  ];
}

/** A site with a host, and the pages of it that browsers look at. */
async function opened(output) {
  const site = new Site(output);
  const siteUrl = published(site);
  const server = await host(site.folder, siteUrl ? new URL(siteUrl).pathname.replace(/\/$/, "") : "");
  const sample = site.sample().map((page) => ({ page, name: page.path, address: server.base + page.path }));
  const results = sample.filter(({ page }) => page.template === "site-search").map((item) => ({ ...item, name: `${item.name} with results`, act: searched }));
  return { site, siteUrl, base: server.base, fileBase: `${pathToFileURL(site.folder)}/`, sample: [...sample, ...results], close: server.close };
}

/** Every template of the theme and every medium is among what is looked at. */
function covered(sample, report) {
  const seen = new Set(sample.map(({ page }) => page.template));
  const wanted = readdirSync(THEME).filter((name) => /^site-.*\.html$/.test(name) && name !== "site-base.html").map((name) => name.slice(0, -5));
  const faults = [...wanted, ...MEDIA].filter((name) => !seen.has(name)).map((name) => `no page of ${name}`);
  faults.push(...sample.filter(({ page }) => !page.template || page.template.endsWith("undefined")).map(({ name }) => `${name}: of no known template`));
  const two = sample.filter(({ page }) => page.twoLanguages).length;
  if (!two) faults.push("no sheet in two languages");
  report.check("templates", `${wanted.length} of the site, ${MEDIA.length} media, ${sample.length} pages looked at, ${two} in two languages`, faults);
}

const given = options(process.argv.slice(2));
const report = new Report();
const sites = [];
for (const output of given.outputs) sites.push(await opened(output));
const [kit, small] = sites;
// of the small site: what the kit has not
const known = new Set(kit.sample.map(({ page }) => page.template));
const rare = (small?.sample ?? []).filter(({ page }) => page.twoLanguages || !known.has(page.template));
const sample = [...kit.sample, ...rare];
const browser = await launch();
const step = async (name, work) => {
  if (given.only && !given.only.includes(name)) return;
  const start = Date.now();
  await work();
  console.log(`     ${((Date.now() - start) / 1000).toFixed(1)} s`);
};

await step("templates", () => covered(sample, report));
await step("links", async () => {
  const downloads = links({ ...kit, report });
  await files({ ...kit, report, downloads });
  machines({ ...kit, report });
});
await step("weight", () => weight({ ...kit, report }));
await step("sameness", () => sameness({ ...kit, report }));
if (small) await step("sameness", () => sameness({ ...small, report }));
await step("keyboard", () => keyboard({ ...kit, browser, report }));
await step("requests", () => requests({ ...kit, browser, report }));
await step("script", () => withoutScript({ ...kit, browser, report }));
await step("narrow", () => narrow({ browser, sample, report }));
await step("axe", () => axe({ browser, sample, report }));
await step("pictures", () => pictures({ browser, views: views(kit), report, keep: given.keep }));

await browser.close();
sites.forEach(({ close }) => close());
console.log(`${report.failures} faults, ${((Date.now() - report.started) / 1000).toFixed(0)} s`);
process.exit(report.failures ? 1 : 0);
