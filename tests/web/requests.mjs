// Pages ask nobody but their own host, and need no script.
import { several } from "./tools.mjs";

/** No request leaves, over http and from a disk; nothing is wrong in the console. */
export async function requests({ browser, sample, base, fileBase, report }) {
  let asked = 0;
  const both = sample.flatMap(({ page, name, act }) => [base, fileBase].map((root) => ({ address: root + page.path, name, act, root })));
  const found = await several(both, 3, async ({ address, name, act, root }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const lines = [];
    await context.route("**", (route) => {
      const url = route.request().url();
      asked += 1;
      if (url.startsWith(root) || url.startsWith("data:")) return route.continue();
      lines.push(`${name}: asks ${url}`);
      return route.abort();
    });
    const tab = await context.newPage();
    tab.on("pageerror", (error) => lines.push(`${name}: ${error.message}`));
    tab.on("console", (message) => { if (message.type() === "error") lines.push(`${name}: ${message.text()}`); });
    tab.on("response", (response) => { if (response.status() >= 400) lines.push(`${name}: ${response.url()} answers ${response.status()}`); });
    await tab.goto(address);
    await act?.(tab);
    // pictures further down are asked for when they come near
    const broken = await tab.evaluate(async () => {
      await document.fonts.ready;
      const come = (picture) => new Promise((done) => {
        picture.loading = "eager";
        if (picture.complete) done();
        picture.onload = picture.onerror = done;
      });
      await Promise.all([...document.images].map(come));
      return [...document.images].filter((picture) => !picture.naturalWidth).map((picture) => picture.getAttribute("src"));
    });
    for (const source of broken) lines.push(`${name}: picture without a picture: ${source}`);
    await context.close();
    return lines;
  });
  report.check("requests", `${asked} of ${both.length} pages on http and disk, none leaves`, found.flat());
}

/** Without script: all is there to read, what only a script can do is not offered, venues can be chosen. */
export async function withoutScript({ browser, sample, site, base, report }) {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const tab = await context.newPage();
  const buttons = { copy: 0 };
  for (const { page, name } of sample) {
    await tab.goto(base + page.path);
    const words = (await tab.locator("main").innerText()).trim();
    if (words.length < 30) faults.push(`${name}: without script, ${words.length} letters to read`);
    buttons.copy += await tab.locator("button.copy").count();
    if (await tab.locator("button:visible").count()) faults.push(`${name}: a button that does nothing without script`);
    if (page.template === "site-search") {
      const links = await tab.locator("#everything a:visible").count();
      const tips = site.pages.filter((other) => other.template === "site-tip" && other.lang === page.lang).length;
      if (links < tips) faults.push(`${name}: ${links} links for ${tips} tips`);
      if (await tab.locator("form.find").isVisible()) faults.push(`${name}: a form that does nothing without script`);
    }
    if (page.template === "site-home") faults.push(...(await chooses(tab, name)));
  }
  if (!buttons.copy) faults.push("no page has a button that copies");
  await context.close();
  report.check("script off", `${sample.length} pages read, ${buttons.copy} buttons that copy are hidden`, faults);
}

async function chooses(tab, name) {
  const faults = [], seen = new Set();
  const labels = tab.locator(".choose label");
  for (let at = 0; at < (await labels.count()); at++) {
    await labels.nth(at).click();
    const shown = await tab.locator(".ways .of-venue:visible").allInnerTexts();
    if (shown.length !== 1) faults.push(`${name}: a venue is chosen, ${shown.length} are offered`);
    const colour = await tab.locator(".choose").evaluate((element) => getComputedStyle(element).backgroundColor).catch(() => null);
    seen.add(shown[0] + (colour ?? ""));
  }
  if (seen.size !== (await labels.count())) faults.push(`${name}: choosing changes nothing`);
  return faults;
}
