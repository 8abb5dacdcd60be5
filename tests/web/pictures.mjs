// What pages look like, against small pictures kept in `reference/`. UPDATE=1 writes them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { PNG, several } from "./tools.mjs";

const FOLDER = fileURLToPath(new URL("reference/", import.meta.url));
const KEPT_WIDTH = 120;
const SIZES = [[360, 720], [768, 1024], [1440, 900]];
/** A channel may differ by so much, of 255. */
const CHANNEL = 24;
/** So many of a thousand points may differ by more. */
const PER_MILLE = 12;

/** A picture made smaller, each point the mean of those it stands for. */
function smaller(png, width) {
  const scale = png.width / width, height = Math.round(png.height / scale);
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      let points = 0;
      for (let v = Math.floor(y * scale); v < Math.min((y + 1) * scale, png.height); v++) {
        for (let u = Math.floor(x * scale); u < Math.min((x + 1) * scale, png.width); u++, points++) {
          for (let channel = 0; channel < 3; channel++) sum[channel] += png.data[(v * png.width + u) * 4 + channel];
        }
      }
      for (let channel = 0; channel < 3; channel++) small.data[(y * width + x) * 4 + channel] = sum[channel] / points;
      small.data[(y * width + x) * 4 + 3] = 255;
    }
  }
  return small;
}

/** Points of a thousand that differ. */
function differing(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1000;
  let points = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > CHANNEL)) points += 1;
  }
  return (points * 4000) / one.data.length;
}

export async function pictures({ browser, views, report, keep }) {
  const update = process.env.UPDATE === "1";
  mkdirSync(FOLDER, { recursive: true });
  const shots = views.flatMap((view) => SIZES.map(([width, height]) => ({ ...view, width, height })));
  let bytes = 0, most = 0;
  const found = await several(shots, 2, async ({ name, address, width, height, scheme, act }) => {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme ?? "light", reducedMotion: "reduce" });
    const tab = await context.newPage();
    await tab.goto(address);
    await act?.(tab);
    await tab.evaluate(() => document.fonts.ready);
    const file = `${name}-${width}${scheme ? `-${scheme}` : ""}.png`;
    const shot = await tab.screenshot();
    await context.close();
    if (keep) writeFileSync(join(keep, file), shot);
    const small = smaller(PNG.sync.read(shot), KEPT_WIDTH);
    const kept = join(FOLDER, file);
    if (update) writeFileSync(kept, PNG.sync.write(small, { colorType: 2, deflateLevel: 9 }));
    if (!existsSync(kept)) return [`${file}: no reference; UPDATE=1 makes it`];
    bytes += readFileSync(kept).length;
    const differ = differing(PNG.sync.read(readFileSync(kept)), small);
    most = Math.max(most, differ);
    return differ > PER_MILLE ? [`${file}: ${differ.toFixed(1)} ‰ of the points differ (${PER_MILLE} may)`] : [];
  });
  report.check("pictures", `${shots.length} of ${views.length} views, at most ${most.toFixed(1)} ‰ differ, references ${Math.round(bytes / 1000)} kB${update ? ", written anew" : ""}`, found.flat());
}
