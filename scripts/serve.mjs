import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import { ROOT, isMain } from "./run.mjs";

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
});

/**
 * Nothing outside this origin is asked but Microsoft's office.js, which Excel needs and the workbench's own pages do not mention. Each page has a
 * narrower policy in itself, which holds on any host: this one is for what is no page, and says who may frame them, which a page cannot.
 * The grid's library sets inline styles, hence unsafe-inline for styles alone.
 */
const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

/** What is sent compressed: a browser keeps small answers for the next visit and drops large ones. */
const PACKED = new Set([".js", ".css", ".json", ".html", ".svg"]);

const HEADERS = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" };

/**
 * The file that a request means, with its state on the disk, or undefined: never one outside the root, whatever the path's dots and escapes say.
 * @param {string} root
 * @param {string} url
 */
function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const file = resolve(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const target = path.endsWith("/") ? join(file, "index.html") : file;
  const stat = statSync(target, { throwIfNoEntry: false });
  return stat?.isFile() ? { path: target, stat } : undefined;
}

/**
 * Names a version of a file: a browser that has it asks whether it is still the same, and keeps what it has compiled of it.
 * @param {import("node:fs").Stats} stat
 */
function entityTag({ size, mtimeMs }) {
  return `"${size.toString(36)}-${mtimeMs.toString(36)}"`;
}

/**
 * Sends a file, or says that the browser has this version of it already.
 * @param {{ path: string, stat: import("node:fs").Stats }} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers
 */
function send({ path, stat }, request, response, headers) {
  const tagged = { ...headers, ETag: entityTag(stat), Vary: "Accept-Encoding" };
  if (request.headers["if-none-match"] === tagged.ETag) return void response.writeHead(304, tagged).end();
  const isPacked = PACKED.has(extname(path)) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  response.writeHead(200, { ...tagged, ...(isPacked && { "Content-Encoding": "gzip" }) });
  if (request.method === "HEAD") return void response.end();
  const parts = isPacked ? [createReadStream(path), createGzip({ level: 1 }), response] : [createReadStream(path), response];
  pipeline(parts, () => {});
}

/**
 * Answers with files of one folder. Excel's own frames and scripts differ by host, so the policy is for the browser alone.
 * `page` may change the text of a page.
 * @param {string} folder
 * @param {{ policy?: boolean, page?: (html: string) => string }} [options]
 * @returns {import("node:http").RequestListener}
 */
export function fileHandler(folder, { policy = true, page } = {}) {
  const root = resolve(folder);
  const common = policy ? { ...HEADERS, "Content-Security-Policy": CONTENT_POLICY } : HEADERS;
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
    const file = fileOf(root, request.url ?? "/");
    if (!file) return void response.writeHead(404, { ...common, "Content-Type": TYPES[".html"] }).end("Not found");
    const headers = { ...common, "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream" };
    if (page && file.path.endsWith(".html")) response.writeHead(200, headers).end(page(readFileSync(file.path, "utf8")));
    else send(file, request, response, headers);
  };
}

/**
 * Listens on the first of the ports that is free, on this machine only; 0 means any.
 * @param {import("node:net").Server} server
 * @param {readonly number[]} ports
 * @returns {Promise<number>}
 */
export function listen(server, [port, ...others]) {
  return new Promise((done, fail) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || others.length === 0) return fail(error);
      done(listen(server, others));
    });
    server.listen(port, "localhost", () => {
      server.removeAllListeners("error");
      done(/** @type {import("node:net").AddressInfo} */ (server.address()).port);
    });
  });
}

/**
 * Serves a folder over http and returns its address.
 * @param {string} folder
 * @param {readonly number[]} ports
 */
export async function serve(folder, ports = [0]) {
  const port = await listen(createServer(fileHandler(folder)), ports);
  return `http://localhost:${port}/`;
}

if (isMain(import.meta.url)) console.log(await serve(join(ROOT, "dist"), [Number(process.env.PORT ?? 0)]));
