import { createReadStream, readFile, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import { ROOT, isMain } from "./run.mjs";

const TYPES = /** @type {Record<string, string>} */ ({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
});

/**
 * Pages load nothing from other origins, except Microsoft's office.js, which Excel needs and the workbench's pages do not mention. Each page has a
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

/**
 * Microsoft's client library at the path that it has at Microsoft: the worker of the pane's page asks for it here. Its license allows copies that are used to design,
 * develop and test add-ins, so it is served from where npm has put it and is no part of dist/ (docs/decisions/0089).
 */
const LIBRARY = { path: "/lib/1/hosted/", folder: join(ROOT, "node_modules", "@microsoft", "office-js", "dist") };

/** What is sent compressed: a browser keeps small answers for the next visit and drops large ones. */
const PACKED = new Set([".js", ".css", ".json", ".html", ".svg"]);

const HEADERS = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" };

/** Names by which a browser on this machine reaches it. A page elsewhere can have its own name lead here, and then read what is served. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * The file of this path with its state on the disk, or undefined. Where the path runs through links, the file they lead to has to be within the root, too.
 * @param {string} root
 * @param {string} path
 */
function fileAt(root, path) {
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    return target.startsWith(root + sep) && stat.isFile() ? { path: target, stat } : undefined;
  } catch {
    // The system has many words for a path that leads nowhere: a file in the place of a folder, a name too long, links in a circle, no right to look.
    return undefined;
  }
}

/** What a name in a path may not have: a file system reads more than a name out of it. Names that begin with a dot are no part of the product. */
const NO_NAME = /^\.|[\0-\x1f\x7f\\/:*?"<>|]/;

/**
 * The file that a request means, with its state on the disk, or undefined: never one outside the root, whatever the path's dots and escapes say.
 * @param {string | undefined} root
 * @param {string} url
 */
function fileOf(root, url) {
  const [path] = url.split(/[?#]/, 1);
  if (root === undefined || !path.startsWith("/")) return undefined;
  let names;
  try {
    names = path.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const name = names.pop() || "index.html";
  if ([...names, name].some((each) => each === "" || NO_NAME.test(each))) return undefined;
  return fileAt(root, join(root, ...names, name));
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
 * Sends a page with its text changed.
 * @param {string} path
 * @param {(html: string) => string} change
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers
 */
function sendPage(path, change, response, headers) {
  readFile(path, "utf8", (error, html) => {
    if (error) response.writeHead(404, headers).end();
    else response.writeHead(200, headers).end(change(html));
  });
}

/**
 * The folder without links on its way, or undefined where it is gone, such as between two builds.
 * @param {string} folder
 */
function rootOf(folder) {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

/** @param {import("node:http").IncomingMessage} request */
function isForThisMachine({ headers: { host = "" } }) {
  return LOOPBACK.test(host);
}

/** @param {import("node:http").IncomingMessage} request */
function isReading({ method }) {
  return method === "GET" || method === "HEAD";
}

/** @typedef {Record<string, string>} Headers */

/**
 * Answers requests of this machine for files of one folder. Excel's own frames and scripts differ by host, so the policy is for the browser alone.
 * `page` may change the text of a page, and `others` answer at additional paths.
 * @param {string} folder
 * @param {{ policy?: boolean, page?: (html: string) => string, others?: Readonly<Record<string, import("node:http").RequestListener>> }} [options]
 * @returns {import("node:http").RequestListener}
 */
export function fileHandler(folder, { policy = true, page, others = {} } = {}) {
  /** @type {Headers} */
  const common = policy ? { ...HEADERS, "Content-Security-Policy": CONTENT_POLICY } : HEADERS;
  /** @type {(response: import("node:http").ServerResponse, status: number, words: string, more?: Headers) => void} */
  const refuse = (response, status, words, more) => {
    response.writeHead(status, { ...common, ...more, "Content-Type": TYPES[".txt"] }).end(words);
  };
  return (request, response) => {
    const { url = "/" } = request;
    if (!isForThisMachine(request)) return refuse(response, 403, "This server answers on localhost alone.");
    if (!isReading(request)) return refuse(response, 405, "Use GET or HEAD.", { Allow: "GET, HEAD" });
    if (Object.hasOwn(others, url)) return others[url](request, response);
    const isLibrary = url.startsWith(LIBRARY.path);
    const file = isLibrary ? fileOf(rootOf(LIBRARY.folder), url.slice(LIBRARY.path.length - 1)) : fileOf(rootOf(folder), url);
    if (!file) return refuse(response, 404, "Not found.");
    const typed = { ...common, "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream" };
    if (page && file.path.endsWith(".html")) sendPage(file.path, page, response, typed);
    else send(file, request, response, typed);
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
