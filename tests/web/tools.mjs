// Programs and packages that are not Node's own. Packages are found in NODE_PATH, so that none stands in the clone.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const require = createRequire(import.meta.url);
export const { chromium } = require("playwright-core");
export const { PNG } = require("pngjs");
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const axeVersion = require("axe-core/package.json").version;

/** The browser of the machine: Debian's, or the one that CHROMIUM names. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  // a root user, as in containers, has no sandbox; grey letters are the same on every machine
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-lcd-text", "--font-render-hinting=none"] });
}

/** What a program writes; an error of it is an error here. */
export function run(program, args) {
  return execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
}

/** Does `work` for each item, `width` at a time; results stand in the order of items. */
export async function several(items, width, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at], at);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
