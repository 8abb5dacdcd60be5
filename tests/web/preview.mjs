// The live preview and its forms in a browser: `node tests/web/preview.mjs PANCARTE [CHECK…]`, packages as for run.mjs.
//
// PANCARTE serves a copy of the shipped content, which this file changes as an editor would. A line for each check with its figures;
// ends with 1 where anything is wrong. Time is shown; only a picture that takes longer than LATEST is a fault.
import { spawn } from "node:child_process";
import { request } from "node:http";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { axeSource, axeVersion, launch } from "./tools.mjs";
import { Report } from "./report.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VENUE = "espace-numerique-du-port";
const PLACE = `content/venues/${VENUE}.yaml`;
const TIP = "content/tips/regards";
const SHEET = `${VENUE}/fr/poster-tip-a3-regards`;
const LIST = `/?venue=${VENUE}&medium=poster-tip&lang=fr`;
/** Milliseconds from a saved file to its picture that nobody should wait. */
const LATEST = 3000;
/** Milliseconds that something may take on a busy machine. */
const LONG = 60000;
const WORDS = ["des voisins", "des curieux", "des passants", "des autres", "du voisin", "du public", "des usagers", "de la salle",
  "de la file", "du couloir", "des gens", "d’autrui", "des badauds", "de derrière", "de côté"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** A copy of the shipped content that tests may spoil. */
class Project {
  folder = mkdtempSync(join(tmpdir(), "pancarte-preview-"));

  constructor() {
    for (const name of ["content", "themes"]) cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
  }

  read(path) { return readFileSync(join(this.folder, path), "utf8"); }
  write(path, text) { writeFileSync(join(this.folder, path), text); }
  change(path, from, to) {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    this.write(path, text.replace(from, to));
  }
  /** As many editors save. */
  replace(path, text) {
    const beside = join(dirname(path), ".saved.swp");
    this.write(beside, text);
    renameSync(join(this.folder, beside), join(this.folder, path));
  }
  remove(path) { rmSync(join(this.folder, path), { recursive: true }); }
}

/** Serves a project; `base` is its address. */
async function serve(program, project, lang) {
  const args = ["--ui-lang", lang, "serve", "--project", project.folder, "--port", "0"];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const base = await new Promise((found, failed) => {
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) found(address[0]);
    });
    child.on("exit", (code) => failed(new Error(`pancarte serve ended with ${code}: ${said}`)));
  });
  return { base, port: new URL(base).port, stop: () => child.kill() };
}

/** A tab whose requests are noted. */
async function tabOf(browser, asked, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  context.on("request", (sent) => asked.push(sent.url()));
  context.setDefaultTimeout(LONG);
  return context.newPage();
}

const item = (key) => `[id="sheet-${key}"]`;
const source = (tab, key) => tab.locator(`${item(key)} img`).getAttribute("src");
const stateOf = (tab, key) => tab.locator(item(key)).getAttribute("data-state");

/** When the picture of a sheet has become another one and stands on the screen; asked for before it changes. */
function repainted(tab, key, how = item(key)) {
  return tab.evaluateHandle(({ how, long }) => {
    const picture = document.querySelector(`${how} img`);
    const painted = new Promise((done, failed) => {
      const limit = setTimeout(() => failed(new Error(`no new picture: ${how}`)), long);
      picture.addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
        clearTimeout(limit);
        done(Date.now());
      })), { once: true });
    });
    return { painted };
  }, { how, long: LONG }).then((handle) => () => handle.evaluate(({ painted }) => painted));
}

/** Waits until the sheet is looked at and has its picture. */
async function drawn(tab) {
  await tab.locator(item(SHEET)).scrollIntoViewIfNeeded();
  await tab.waitForFunction((how) => document.querySelector(`${how} img`)?.complete, item(SHEET));
}

/** Waits until the server has drawn what it draws ahead, or for long enough. */
async function quiet(tab) {
  let last = -1;
  for (let waited = 0; waited < LONG; waited += 3000) {
    const done = await tab.locator("li[data-pages]:not([data-pages=''])").count();
    if (done === last) return;
    last = done;
    await pause(3000);
  }
}

// ── (1) words ──
async function edits({ tab, project, report }) {
  const faults = [], times = [], path = `${TIP}/fr.md`;
  await drawn(tab);
  await tab.evaluate(() => scrollBy(0, 40));
  await pause(400);
  const place = () => tab.evaluate(() => [scrollY, location.search, ...[...document.querySelectorAll(".filters select")].map((list) => list.value)].join());
  const before = await place();
  let word = "des regards";
  for (const next of WORDS) {
    const wait = await repainted(tab, SHEET);
    const saved = Date.now();
    project.change(path, `**${word}**`, `**${next}**`);
    times.push((await wait()) - saved);
    word = next;
    await pause(700);
  }
  if ((await place()) !== before) faults.push(`the page moved: ${before} became ${await place()}`);
  times.sort((one, other) => one - other);
  const [median, worst] = [times[times.length >> 1], times.at(-1)].map(Math.round);
  if (worst > LATEST) faults.push(`${worst} ms from the file to the picture`);
  report.check("edits", `${times.length} edits, file to picture: median ${median} ms, worst ${worst} ms (${times.map(Math.round).join(" ")})`, faults);
}

// ── (2) errors ──
async function errors({ tab, project, report, lang }) {
  const faults = [], path = `${TIP}/tip.yaml`, good = project.read(path), before = await source(tab, SHEET);
  const expect = (holds, words) => { if (!holds) faults.push(words); };
  let broken = 0;
  for (const text of [good.replace("moment: online", "moment: ["), good.replace("moment:", "momant:")]) {
    project.write(path, text);
    await tab.locator("#report pre").waitFor();
    await tab.waitForSelector(`${item(SHEET)}[data-state=stale]`, { state: "attached" });
    const told = await tab.locator("#report pre").textContent();
    expect(new RegExp(`${path}:\\d+`).test(told), `no file and line: ${told}`);
    expect(told.includes(lang === "fr" ? "que faire" : "what to do"), `no hint: ${told}`);
    expect((await source(tab, SHEET)) === before, "the old picture is gone");
    const filter = await tab.locator(`${item(SHEET)} img`).evaluate((image) => getComputedStyle(image).filter);
    expect(filter === "grayscale(1)", `the old picture is not greyed: ${filter}`);
    project.write(path, good);
    await tab.waitForSelector(`${item(SHEET)}[data-state=good]`, { state: "attached" });
    await tab.waitForFunction(() => !document.querySelector("#report section"));
    expect((await source(tab, SHEET)) === before, "mended, the picture is another one");
    broken += 1;
  }
  report.check("errors", `${broken} faults shown with file, line and hint, and gone when mended`, faults);
}

// ── (3) files that come, go, and are saved by renaming ──
async function files({ tab, project, report }) {
  const faults = [], fresh = "content/tips/essai-neuf", key = SHEET.replace("regards", "essai-neuf"), place = project.read(PLACE);
  project.write(PLACE, `${place}orders:\n  - {medium: poster-tip, tips: [regards, essai-neuf]}\n`);
  await tab.locator("#report pre").waitFor();
  cpSync(join(project.folder, TIP), join(project.folder, fresh), { recursive: true });
  await tab.waitForSelector(`${item(key)} img`, { state: "attached" });
  await tab.waitForFunction(() => !document.querySelector("#report section"));
  project.remove(fresh);
  await tab.waitForSelector(`${item(key)}[data-state=stale]`, { state: "attached" });
  project.write(PLACE, place);
  await tab.waitForSelector(item(key), { state: "detached" });
  const path = `${TIP}/fr.md`, text = project.read(path), wait = await repainted(tab, SHEET);
  project.replace(path, text.replace(/\*\*.+?\*\*/, "**des voisines**"));
  await wait();
  // a sheet is free again once everything is planned, a moment after its picture
  await tab.waitForSelector(`${item(SHEET)}[data-state=good]`, { state: "attached", timeout: LONG });
  report.check("files", "a tip came and went, another was saved by renaming", faults);
}

// ── (4) theme ──
async function theme({ tab, project, report }) {
  const wait = await repainted(tab, SHEET), picture = (name) => `themes/default/pictograms/${name}.svg`;
  const saved = Date.now(), good = project.read(picture("regard"));
  project.write(picture("regard"), project.read(picture("cadenas")));
  const took = Math.round((await wait()) - saved), back = await repainted(tab, SHEET);
  project.write(picture("regard"), good);
  await back();
  report.check("theme", `a pictogram changed: ${took} ms to the picture`, []);
}

// ── (5) forms ──
async function tabTo(tab, wanted) {
  for (let pressed = 1; pressed <= 400; pressed++) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), wanted)) return pressed;
  }
  throw new Error(`not reached with the Tab key: ${wanted}`);
}

async function keys({ tab, base, project, report }) {
  const faults = [], comment = "# une note à garder\n";
  project.write(PLACE, comment + project.read(PLACE));
  await tab.goto(base + LIST);
  await drawn(tab);
  const before = await source(tab, SHEET);
  let pressed = await tabTo(tab, `a[href="/venue/${VENUE}"]`);
  await tab.keyboard.press("Enter");
  await tab.waitForURL(`${base}/venue/${VENUE}`);
  pressed += await tabTo(tab, "input[name=colour]");
  const wait = await repainted(tab, SHEET, `li[data-key="${SHEET}"]`);
  await tab.keyboard.press("Control+A");
  await tab.keyboard.type("#00594C");
  await tab.keyboard.press("Enter");
  await tab.waitForURL(`${base}/venue/${VENUE}?saved`);
  await wait().catch(() => {});
  const text = project.read(PLACE);
  if (!text.includes("00594C")) faults.push(`the colour is not in the file: ${text}`);
  if (!text.startsWith(comment)) faults.push("the comment is gone");
  await tab.waitForFunction(({ key, before }) => {
    const now = document.querySelector(`li[data-key="${key}"] img`)?.getAttribute("src");
    return now && now !== before;
  }, { key: SHEET, before });
  await tabTo(tab, "a[href='/']");
  await tab.keyboard.press("Enter");
  await tab.waitForSelector(`${item(SHEET)} img`, { state: "attached" });
  if ((await source(tab, SHEET)) === before) faults.push("the preview shows the old colour");
  report.check("form", `colour changed with ${pressed} presses of Tab, in the file, beside the form and in the preview`, faults);
}

async function withoutScript({ browser, asked, base, project, report }) {
  const faults = [], tab = await tabOf(browser, asked, { javaScriptEnabled: false });
  await tab.goto(`${base}/venue/${VENUE}`);
  await tab.fill("input[name=name]", "Espace du Port");
  await tab.click(".bar button.main");
  if (tab.url() !== `${base}/venue/${VENUE}?saved`) faults.push(`saving leads to ${tab.url()}`);
  if (!project.read(PLACE).includes("name: Espace du Port\n")) faults.push("the name is not in the file");
  await tab.goto(`${base}/venue/${VENUE}`);
  project.change(PLACE, "name: Espace du Port", "name: Espace numérique du Port");
  await tab.fill("input[name=name]", "Autre nom");
  await tab.click(".bar button.main");
  if (!(await tab.locator("#notice").count())) faults.push("a file that changed meanwhile is not told");
  if (!project.read(PLACE).includes("name: Espace numérique du Port\n")) faults.push("what somebody else wrote is lost");
  await tab.context().close();
  report.check("form without script", "saved; a file that changed meanwhile is kept and told", faults);
}

// ── (6) strangers ──
function answer(port, method, path, headers, body = "") {
  return new Promise((done, failed) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers: { ...headers, "content-length": Buffer.byteLength(body) } }, (got) => {
      got.resume();
      got.on("end", () => done(got.statusCode));
    });
    sent.on("error", failed);
    sent.end(body);
  });
}

async function strangers({ tab, base, port, project, report }) {
  const faults = [], before = project.read(PLACE), path = `/venue/${VENUE}`;
  await tab.goto(base + path);
  const [token, seen] = await Promise.all(["token", "seen"].map((name) => tab.locator(`input[name=${name}]`).getAttribute("value")));
  const host = `127.0.0.1:${port}`, type = "application/x-www-form-urlencoded";
  const filled = (token) => new URLSearchParams({ ...(token && { token }), seen, act: "save", name: "Volé" }).toString();
  const post = (headers, body) => answer(port, "POST", path, { host, origin: base, "content-type": type, ...headers }, body);
  const cases = [
    ["foreign Host reads", 421, () => answer(port, "GET", "/", { host: "evil.example" })],
    ["foreign Host with the port reads", 421, () => answer(port, "GET", path, { host: `evil.example:${port}` })],
    ["foreign Origin reads", 403, () => answer(port, "GET", path, { host, origin: "http://evil.example" })],
    ["foreign Host sends", 421, () => post({ host: `evil.example:${port}` }, filled(token))],
    ["foreign Origin sends", 403, () => post({ origin: "http://evil.example" }, filled(token))],
    ["Origin null sends", 403, () => post({ origin: "null" }, filled(token))],
    ["no token", 403, () => post({}, filled())],
    ["wrong token", 403, () => post({}, filled("0".repeat(32)))],
    ["text/plain", 403, () => post({ "content-type": "text/plain" }, filled(token))],
    ["multipart", 403, () => post({ "content-type": "multipart/form-data; boundary=x" }, filled(token))],
  ];
  for (const [name, wanted, ask] of cases) {
    const status = await ask();
    if (status !== wanted) faults.push(`${name}: ${status}, not ${wanted}`);
  }
  // a page of another site, in the browser itself
  const { createServer } = await import("node:http");
  const html = `<form method=post action="${base}${path}">${[...new URLSearchParams(filled(token))].map(([name, value]) => `<input name="${name}" value="${value}">`).join("")}<button>x</button></form>`;
  const other = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  await tab.goto(`http://127.0.0.1:${other.address().port}/`);
  const [got] = await Promise.all([tab.waitForResponse((response) => response.url().startsWith(base)), tab.click("button")]);
  if (got.status() !== 403) faults.push(`the form of another site: ${got.status()}`);
  other.close();
  if (project.read(PLACE) !== before) faults.push("the file changed");
  report.check("strangers", `${cases.length + 1} requests refused, the file is unchanged`, faults);
}

// ── (8) accessibility ──
const STATES = {
  async preview(tab, { base }) { await tab.goto(base + LIST); await drawn(tab); },
  async zoom(tab, { base }) {
    await tab.goto(base + LIST);
    await drawn(tab);
    await tab.click(`${item(SHEET)} button`);
    await tab.waitForSelector("dialog[open] #large");
  },
  async error(tab, { base, project }) {
    await tab.goto(base + LIST);
    project.change(`${TIP}/tip.yaml`, "moment: online", "moment: [");
    await tab.locator("#report pre").waitFor();
  },
  async form(tab, { base }) { await tab.goto(`${base}/venue/${VENUE}`); },
  async "form with errors"(tab, { base }) {
    await tab.goto(`${base}/venue/${VENUE}`);
    await tab.fill("input[name=colour]", "rouge");
    await tab.fill("input[name=name]", "");
    await tab.click(".bar button.main");
    await tab.waitForSelector("#notice");
  },
  async saved(tab, { base }) { await tab.goto(`${base}/venue/${VENUE}?saved`); },
  async refusal(tab, { base }) { await tab.goto(`${base}/venue/inconnu`); },
};

async function accessible({ browser, asked, report, lang, ...rest }) {
  const faults = [], sideways = [];
  let runs = 0;
  for (const [name, act] of Object.entries(STATES)) {
    const tab = await tabOf(browser, asked, { bypassCSP: true });
    await act(tab, rest);
    await tab.evaluate(axeSource);
    for (const width of [1280, 360]) {
      await tab.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"]) {
        await tab.emulateMedia({ colorScheme });
        const found = await tab.evaluate(async (tags) => {
          const rules = { "target-size": { enabled: true } };
          const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], rules });
          return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary.split("\n")[1]?.trim()}`));
        }, TAGS);
        runs += 1;
        faults.push(...found.map((line) => `${lang}, ${name}, ${width} px, ${colorScheme}: ${line}`));
      }
    }
    await tab.setViewportSize({ width: 320, height: 640 });
    const wide = await tab.evaluate(() => {
      const { scrollWidth, clientWidth } = document.querySelector("dialog[open]") ?? document.scrollingElement;
      return Math.max(scrollWidth, document.scrollingElement.scrollWidth) - Math.min(clientWidth, innerWidth);
    });
    if (wide > 0) sideways.push(`${lang}, ${name}: ${wide} px too wide`);
    await tab.context().close();
    if (name === "error") rest.project.change(`${TIP}/tip.yaml`, "moment: [", "moment: online");
  }
  const states = Object.keys(STATES).length;
  report.check(`axe ${lang}`, `axe-core ${axeVersion}, ${states} states, ${runs} runs, ${faults.length} violations`, faults);
  report.check(`narrow ${lang}`, `${states} states at 320 px`, sideways);
}

const [program, ...only] = process.argv.slice(2);
if (!program) {
  console.error("node tests/web/preview.mjs PANCARTE [CHECK…]");
  process.exit(1);
}
const report = new Report();
const browser = await launch();
const asked = [];

async function check(name, work, given) {
  if (only.length && !only.includes(name)) return;
  await work(given).catch((error) => report.check(name, "stopped", [String(error.message ?? error)]));
}

for (const lang of ["fr", "en"]) {
  const project = new Project();
  const server = await serve(resolve(program), project, lang);
  const tab = await tabOf(browser, asked);
  const given = { browser, asked, tab, project, report, lang, ...server };
  try {
    await tab.goto(server.base + LIST);
    await drawn(tab);
    if (lang === "fr") {
      await quiet(tab);
      await check("edits", edits, given);
      await check("errors", errors, given);
      await check("files", files, given);
      await check("theme", theme, given);
      await check("form", keys, given);
      await check("form without script", withoutScript, given);
      await check("strangers", strangers, given);
    } else {
      await check("errors", errors, given);
    }
    await check("axe", accessible, given);
  } catch (error) {
    report.check(lang, "stopped", [String(error.message ?? error)]);
  }
  await tab.context().close();
  server.stop();
  rmSync(project.folder, { recursive: true });
}
const far = asked.filter((address) => !/^(data:|blob:|about:)/.test(address) && new URL(address).hostname !== "127.0.0.1");
report.check("requests", `${asked.length} requests, all to 127.0.0.1`, [...new Set(far)]);
await browser.close();
console.log(`${report.failures} faults, ${((Date.now() - report.started) / 1000).toFixed(0)} s`);
process.exit(report.failures ? 1 : 0);
