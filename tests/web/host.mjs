// A server of one folder, as any host of files: `index.html` of a folder, 404.html for what is not there.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".pdf": "application/pdf",
  ".txt": "text/plain; charset=utf-8", ".xml": "application/xml", ".woff2": "font/woff2",
};

/** The file that an address path leads to under `folder`, or null. */
export function target(folder, path) {
  const file = join(folder, normalize(decodeURIComponent(path)));
  if (!file.startsWith(folder) || !existsSync(file)) return null;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, "index.html");
  return existsSync(index) ? index : null;
}

/** Serves `folder` under `mount`, the path of the address that the site was made for: the 404 page counts on it. */
export async function host(folder, mount) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    const inside = path.startsWith(`${mount}/`) ? path.slice(mount.length) : null;
    const file = inside === null ? null : target(folder, inside);
    const found = file ?? join(folder, "404.html");
    response.writeHead(file ? 200 : 404, { "content-type": TYPES[extname(found)] ?? "application/octet-stream" });
    response.end(readFileSync(found));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { base: `http://127.0.0.1:${server.address().port}${mount}/`, close: () => server.close() };
}
