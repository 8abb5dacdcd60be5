// The site walked with the keys of a keyboard alone, over http and from a disk.
const STOPS = 400;

/** Where the focus is, and whether it shows: on the element, what stands beside it, or its row. */
function focus() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const ringed = [at, at.nextElementSibling, at.closest("li"), at.closest("label")].filter(Boolean).some((element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  const box = at.getBoundingClientRect();
  const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    ringed, inView, tag: at.tagName.toLowerCase(), id: at.id, href: at.href ?? null, classes: at.className, download: at.hasAttribute("download"),
    hreflang: at.getAttribute("hreflang"), in: at.closest("[id]:not(main)")?.id ?? "", words: at.textContent.trim().slice(0, 40), box: `${box.left | 0},${box.top | 0}`,
  };
}

/** Presses Tab until `wanted`; every stop on the way must show itself. */
async function tabTo(tab, faults, name, wanted) {
  for (let pressed = 1; pressed <= STOPS; pressed++) {
    await tab.keyboard.press("Tab");
    const at = await tab.evaluate(focus);
    if (!at) { faults.push(`${name}: the end of the page before ${wanted}`); return null; }
    if (!at.ringed || !at.inView) faults.push(`${name}: focus does not show on ${at.tag} “${at.words}” (${at.ringed ? "out of view" : "no ring"}, ${at.box})`);
    if (wanted(at)) return at;
  }
  faults.push(`${name}: not reached: ${wanted}`);
  return null;
}

/** Enter on a link leads where it says. */
async function opens(tab, faults, name, link) {
  await tab.waitForURL((url) => url.href === link?.href, { timeout: 5000 }).catch(() => faults.push(`${name}: Enter on ${link?.href} leads to ${tab.url()}`));
}

async function skipLink(tab, faults, address) {
  await tab.goto(address);
  const first = await tabTo(tab, faults, "skip link", () => true);
  if (!first?.classes.includes("skip")) faults.push(`${address}: the first stop is ${first?.tag} ${first?.words}`);
  await tab.keyboard.press("Enter");
  const at = await tab.evaluate(() => document.activeElement?.id);
  if (at !== "main") faults.push(`${address}: the skip link leads to ${at}`);
  // the next stop is in the content, not in the menu again
  await tab.keyboard.press("Tab");
  const inside = await tab.evaluate(() => document.activeElement.closest("main") !== null || document.activeElement.closest("footer") !== null);
  if (!inside) faults.push(`${address}: after the skip link the focus is in the menu`);
}

async function chooser(tab, faults, home) {
  await tab.goto(home);
  const field = () => tab.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--field").trim());
  const radios = await tab.locator(".choose input[type=radio]").count();
  await tabTo(tab, faults, "chooser", (at) => at.tag === "input");
  const colours = [await field()];
  for (let step = 1; step < radios; step++) {
    await tab.keyboard.press("ArrowDown");
    const at = await tab.evaluate(focus);
    if (!at.ringed) faults.push("chooser: focus does not show on a venue");
    colours.push(await field());
  }
  if (new Set(colours).size !== radios) faults.push(`chooser: ${radios} venues, colours ${colours}`);
  const chosen = await tab.evaluate(() => document.querySelector(".choose input:checked").id);
  const shown = await tab.evaluate(() => [...document.querySelectorAll(".ways .of-venue")].filter((item) => item.offsetParent).map((item) => `v-${item.dataset.venue}`));
  if (shown.join() !== chosen) faults.push(`chooser: ${chosen} is chosen, ${shown} is offered`);
  const link = await tabTo(tab, faults, "chooser", (at) => at.classes === "btn");
  await tab.keyboard.press("Enter");
  await opens(tab, faults, "chooser", link);
  return radios;
}

/** A word is typed, the number of results is told, the first is reached with Tab and opened with Enter. */
export async function search(tab, faults, address, word) {
  await tab.goto(address);
  await tabTo(tab, faults, "search", (at) => at.id === "q");
  await tab.keyboard.type(word);
  const told = await tab.evaluate(() => ({ live: document.querySelector("#told").getAttribute("role"), words: document.querySelector("#told").textContent, found: document.querySelectorAll("#results a").length }));
  if (told.live !== "status" || !told.found) faults.push(`${address}: “${word}” finds ${told.found}, told “${told.words}”`);
  if (told.found > 1 && !/\d/.test(told.words)) faults.push(`${address}: the number of results is not told: “${told.words}”`);
  await tab.keyboard.press("Enter");
  const result = await tabTo(tab, faults, "search", (at) => at.in === "results");
  await tab.keyboard.press("Enter");
  await opens(tab, faults, address, result);
  const title = await tab.locator("h1").first().textContent();
  if (result && !title.includes(result.words.slice(0, 20))) faults.push(`${address}: ${result.words} leads to ${title}`);
  // what nothing is found for is told, and everything is listed again
  await tab.goto(address);
  await tabTo(tab, faults, "search", (at) => at.id === "q");
  await tab.keyboard.type("zzzzqq");
  const none = await tab.evaluate(() => [document.querySelector("#told").textContent.length > 0, !document.querySelector("#everything").hidden]);
  if (!none.every(Boolean)) faults.push(`${address}: no result, and it is not told or nothing is listed`);
  return told.found;
}

async function download(tab, faults, venue) {
  await tab.goto(venue);
  await tabTo(tab, faults, "download", (at) => at.download);
  const waited = tab.waitForEvent("download", { timeout: 10000 });
  await tab.keyboard.press("Enter");
  const taken = await waited.catch(() => null);
  if (!taken || (await taken.failure())) faults.push(`${venue}: Enter on a download gives no file`);
  return taken?.suggestedFilename();
}

async function language(tab, faults, address, lang) {
  await tab.goto(address);
  const before = await tab.evaluate(() => document.body.className);
  const link = await tabTo(tab, faults, "language", (at) => at.hreflang === lang);
  await tab.keyboard.press("Enter");
  await opens(tab, faults, address, link);
  const after = await tab.evaluate(() => [document.documentElement.lang, document.body.className]);
  if (after[0] !== lang || after[1] !== before) faults.push(`${address}: the switch to ${lang} leads to ${after}`);
}

const WORDS = { fr: "clé", en: "password", ar: "كلمة" };

export async function keyboard({ browser, site, base, fileBase, report }) {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", acceptDownloads: true });
  const tab = await context.newPage();
  const first = (template, lang) => site.pages.find((page) => page.template === template && page.lang === lang)?.path;
  const langs = [...new Set(site.pages.filter((page) => page.template === "site-search").map((page) => page.lang))];
  const fr = langs[0] === "fr" || langs.includes("fr") ? "fr" : langs[0];
  for (const template of ["site-home", "site-tip", "site-venue", "poster-checklist"]) await skipLink(tab, faults, base + first(template, fr));
  const radios = await chooser(tab, faults, base + first("site-home", fr));
  const found = [];
  for (const root of [base, fileBase]) {
    for (const lang of langs) found.push(await search(tab, faults, root + first("site-search", lang), WORDS[lang]));
  }
  const taken = await download(tab, faults, base + first("site-venue", fr));
  let switches = 0;
  for (const template of ["site-home", "site-tip", "site-venue", "site-staff", "booklet"]) {
    for (const lang of langs.filter((lang) => lang !== fr)) {
      // not every page is in every language: one that says it is
      const page = site.pages.find((page) => page.template === template && page.lang === fr && page.html.includes(`rel="alternate" hreflang="${lang}"`));
      if (!page) { faults.push(`no page of ${template} in ${fr} and ${lang}`); continue; }
      await language(tab, faults, base + page.path, lang);
      switches += 1;
    }
  }
  report.check("keyboard", `${radios} venues by arrows, ${found.join("+")} results on http and disk in ${langs}, ${taken} taken, ${switches} switches of language`, faults);

  const seen = [];
  let stops = 0;
  for (const template of ["site-home", "site-tips", "site-tip", "site-venues", "site-venue", "site-staff", "site-document", "site-embed-venue", "booklet", "poster-tip"]) {
    const address = base + first(template, fr);
    const links = await tab.goto(address).then(() => tab.evaluate(() => document.querySelectorAll("a[href]").length));
    const lost = [];
    const round = await around(tab, lost);
    stops += round;
    if (round < 3) lost.push(`${round} stops for ${links} links`);
    seen.push(...lost.map((line) => `${template}: ${line}`));
  }
  report.check("focus", `${stops} stops of the Tab key, each shows itself`, seen);
  await context.close();
}

/** Once around a page: the number of stops; those that do not show are told. */
async function around(tab, faults) {
  for (let stops = 0; stops < STOPS; stops++) {
    await tab.keyboard.press("Tab");
    const at = await tab.evaluate(focus);
    if (!at) return stops;
    if (!at.ringed || !at.inView) faults.push(`focus does not show on ${at.tag} “${at.words}” (${at.ringed ? "out of view" : "no ring"}, ${at.box})`);
  }
  return STOPS;
}
