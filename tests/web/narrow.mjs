// Nothing scrolls sideways: at 320 px, and with text twice as large. Who asks for less motion gets none; who sets colours gets those.
import { PNG, several } from "./tools.mjs";

/** In forced colours: dark letters on the light ground of the system. axe-core reads there the colours of the page, not those shown. */
async function forced(tab) {
  await tab.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  const { data } = PNG.sync.read(await tab.screenshot());
  let dark = 0, light = 0;
  for (let at = 0; at < data.length; at += 4) {
    const sum = data[at] + data[at + 1] + data[at + 2];
    if (sum < 150) dark += 1;
    if (sum > 750) light += 1;
  }
  const of = (count) => Math.round((count * 400_000) / data.length) / 1000;
  return of(dark) < 0.2 || of(light) < 50 ? `${of(dark)} % dark, ${of(light)} % light` : null;
}

/** What stands out of the page sideways, the outermost first. */
function widest() {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return null;
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1);
  });
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((word) => `.${word}`).join("");
  return `${document.scrollingElement.scrollWidth} px of ${width}: ${out.slice(0, 3).map(name).join(", ")}`;
}

/** Text that its own box cuts off. */
function clipped() {
  return [...document.querySelectorAll("a, p, h1, h2, h3, li, label, button, summary")].filter((element) => {
    const style = getComputedStyle(element);
    const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
    const unseen = element.closest(".unseen, .skip, [hidden], [aria-hidden]");
    return cuts && !unseen && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => element.tagName.toLowerCase() + " " + element.textContent.trim().slice(0, 40));
}

export async function narrow({ browser, sample, report }) {
  const found = await several(sample, 2, async ({ address, name, act }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
    const tab = await context.newPage();
    const lines = [];
    const look = async (how) => {
      const out = await tab.evaluate(widest);
      if (out) lines.push(`${name}, ${how}: ${out}`);
      for (const line of await tab.evaluate(clipped)) lines.push(`${name}, ${how}: cut off: ${line}`);
    };
    await tab.goto(address);
    await act?.(tab);
    await tab.evaluate(() => document.fonts.ready);
    await look("320 px");
    const colours = await forced(tab);
    if (colours) lines.push(`${name}: forced colours: ${colours}`);
    await tab.emulateMedia({ forcedColors: "none" });
    await tab.setViewportSize({ width: 1280, height: 900 });
    await tab.addStyleTag({ content: "html{font-size:200%!important}" });
    await look("200 % text");
    const moving = await tab.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length]);
    if (moving[0] !== "auto" || moving[1] > 0) lines.push(`${name}: moves although less motion is asked for (${moving})`);
    await context.close();
    return lines;
  });
  report.check("narrow", `${sample.length} pages at 320 px and with 200 % text, less motion, forced colours`, found.flat());
}
