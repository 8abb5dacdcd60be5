// No violation of axe-core on a page of every template and medium, in every language, wide and narrow, light and dark.
import { axeSource, axeVersion, several } from "./tools.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// the structure of a page is the same in the dark: what can differ there are its colours
const IN_THE_DARK = ["color-contrast", "link-in-text-block"];
export const WIDTHS = [1280, 360];

/** Runs axe-core on what a page shows now: a line for each element that breaks a rule. */
async function faults(tab, rules) {
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS };
  const options = { runOnly, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
  if (rules) delete options.rules;
  return tab.evaluate(async (options) => {
    const found = await window.axe.run(document, options);
    return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary.split("\n")[1]?.trim()}`));
  }, options);
}

export async function axe({ browser, sample, report }) {
  let runs = 0;
  const found = await several(sample, 2, async ({ address, name, act }) => {
    const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 900 }, reducedMotion: "reduce" });
    const tab = await context.newPage();
    const lines = [];
    const look = async (how, rules) => {
      runs += 1;
      for (const line of await faults(tab, rules)) lines.push(`${name}, ${how}: ${line}`);
    };
    await tab.goto(address);
    await act?.(tab);
    await tab.evaluate(axeSource);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.emulateMedia({ colorScheme: "light" });
      await look(`${width} px, light`);
      await tab.emulateMedia({ colorScheme: "dark" });
      await look(`${width} px, dark`, IN_THE_DARK);
    }
    await context.close();
    return lines;
  });
  report.check("axe", `axe-core ${axeVersion}, ${sample.length} pages, ${runs} runs, ${found.flat().length} violations`, found.flat());
}
