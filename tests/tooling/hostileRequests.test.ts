/** Requests that no browser sends. The server answers each, gives nothing but the files of its folder, and goes on. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reloading } from "../../scripts/reload.mjs";
import { fileHandler, listen } from "../../scripts/serve.mjs";

const SECRET = "a secret";
const PAGE = "<title>Workbench</title>";

let folder = "";
let port = 0;
let reloadPort = 0;
const servers: Server[] = [];

async function start(server: Server): Promise<number> {
  servers.push(server);
  return listen(server, [0]);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-"));
  const dist = join(folder, "dist");
  for (const name of ["workbench", ".git", "empty", "names"]) mkdirSync(join(dist, name), { recursive: true });
  for (const name of ["../secret.txt", ".env", ".sources", ".git/config", "workbench/.hidden"]) writeFileSync(join(dist, name), SECRET);
  for (const name of ["workbench/index.html", "support.html"]) writeFileSync(join(dist, name), PAGE);
  writeFileSync(join(dist, "names/größer 100%.txt"), PAGE);
  symlinkSync(join(folder, "secret.txt"), join(dist, "link.txt"));
  symlinkSync(folder, join(dist, "up"));
  symlinkSync(join(dist, "support.html"), join(dist, "inside.html"));
  symlinkSync(join(dist, ".env"), join(dist, "env.txt"));
  symlinkSync("circle", join(dist, "circle"));
  port = await start(createServer(fileHandler(dist)));
  reloadPort = await start(createServer(reloading(dist).handler));
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends these bytes and reads until the server closes the connection. */
function send(text: string, to = port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(to, "localhost", () => socket.write(Buffer.from(text, "latin1")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...body] = Buffer.concat(chunks).toString().split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head: head.toLowerCase(), body: body.join("\r\n\r\n") });
    });
  });
}

interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly more?: string;
  readonly to?: number;
}

/** In the version of HTTP that knows no parts: the body comes as it is. */
const ask = (path: string, { method = "GET", host = `localhost:${port}`, more = "", to }: Asked = {}) =>
  send(`${method} ${path} HTTP/1.0\r\nHost: ${host}\r\n${more}\r\n`, to);

const long = (length: number) => "a".repeat(length);

const NOWHERE: Readonly<Record<string, readonly string[]>> = {
  "a file in the place of a folder": [
    "/support.html/",
    "/support.html/x",
    "/support.html/../secret.txt",
    "/support.html/%2e%2e/.env",
    "/workbench/index.html/",
    "/support.html//",
  ],
  "a folder without its slash, or without a page": ["/workbench", "/empty/", "/empty", "/", "/names/"],
  "a name that is too long": [
    `/${long(255)}`,
    `/${long(256)}`,
    `/${long(256)}/`,
    `/workbench/${long(4096)}`,
    `/${long(255)}/`.repeat(20),
    `/${"%61".repeat(300)}`,
    `/${"%C3%A4".repeat(200)}`,
  ],
  "a path with many names": [`/${"a/".repeat(2000)}`, `/${"../".repeat(500)}secret.txt`, `/workbench${"/.".repeat(1000)}`],
  "a name that is no UTF-8": [
    "/%E0%A4%A",
    "/%",
    "/%%",
    "/%2",
    "/%zz",
    "/%u0041",
    "/%C0%AF",
    "/%C0%AE%C0%AE/secret.txt",
    "/%ff%fe",
    "/%ED%A0%80",
    "/workbench/%",
  ],
  "a name with NUL or another control character": [
    "/%00",
    "/support.html%00",
    "/support.html%00.png",
    "/workbench/%00/",
    "/%0d%0aX-Injected:%201",
    "/%0a",
    "/%09",
    "/%1b[31m",
    "/%7f",
    "/.%00./secret.txt",
  ],
  "a way out by dots": [
    "/../secret.txt",
    "/workbench/../../secret.txt",
    "/./../secret.txt",
    "/workbench/../support.html",
    "/.../secret.txt",
    "/....//secret.txt",
    "/..;/secret.txt",
    "/workbench/./index.html",
  ],
  "a way out by escapes": [
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/..%252fsecret.txt",
    "/%2e%2e%5csecret.txt",
    "/workbench%2findex.html",
    "/%2fetc%2fpasswd",
    "/%2e/support.html",
  ],
  "a way out by backslashes, drives or streams": [
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/C:/Windows/win.ini",
    "/c%3a/",
    "/support.html::$DATA",
    "/support.html%3a%3a$DATA",
    "/%5c%5chost%5cshare",
    "//host/share",
    "///etc/passwd",
    "/file:///etc/passwd",
    "/~root",
    "/~",
  ],
  "a name that begins with a dot": [
    "/.env",
    "/.sources",
    "/.git/config",
    "/.git/",
    "/workbench/.hidden",
    "/%2eenv",
    "/.",
    "/..",
    "/workbench/..",
    "/.well-known/x",
    "/.reload",
    "/.reload.js",
  ],
  "a link that leads out, to a hidden name, or round": [
    "/link.txt",
    "/up/secret.txt",
    "/up/dist/support.html/",
    "/up/",
    "/circle",
    "/circle/x",
    "/up/dist/.env",
  ],
  "a name of JavaScript's": ["/__proto__", "/constructor", "/toString", "/constructor/", "/hasOwnProperty", "/__proto__/index.html"],
  "no path at all": ["*", "http://localhost/support.html", "http://elsewhere.example/support.html", "//localhost/support.html"],
};

const cases = Object.entries(NOWHERE).flatMap(([kind, paths]) => paths.map((path) => [kind, path] as const));

const isRefused = ({ status, head, body }: Answer) => {
  expect(status).toBe(404);
  expect(body).toBe("Not found.");
  expect(head).toContain("content-security-policy: default-src 'self'");
  expect(head).toContain("x-content-type-options: nosniff");
};

describe("the server finds nothing for", () => {
  test.each(cases.map(([kind, path]) => [kind, path.length > 60 ? `${path.slice(0, 60)}... (${path.length})` : path, path]))(
    "%s: %s",
    async (_, __, path) => {
      isRefused(await ask(path));
      expect((await ask(path, { method: "HEAD" })).status).toBe(404);
    },
  );
});

test.each([
  ["a page by its name", "/support.html"],
  ["a folder's page", "/workbench/"],
  ["a page with a question behind it", "/support.html?x=/../.env&y=%00"],
  ["a page with an escaped name", "/%73upport.html"],
  ["a name with umlauts, a space and a percent sign", "/names/gr%C3%B6%C3%9Fer%20100%25.txt"],
  ["a link within the folder", "/inside.html"],
])("the server gives %s", async (_, path) => {
  expect(await ask(path)).toMatchObject({ status: 200, body: PAGE });
});

describe("the server answers by its own name alone:", () => {
  test.each(["localhost", "LOCALHOST:8470", "127.0.0.1", "127.0.0.1:8470", "[::1]", "[::1]:8470"])("%s is this machine", async (host) => {
    expect((await ask("/support.html", { host })).status).toBe(200);
  });

  test.each([
    "elsewhere.example",
    "localhost.elsewhere.example",
    "localhost@elsewhere.example",
    "elsewhere.example:8470",
    "127.0.0.1.elsewhere.example",
    "127.0.0.2",
    "10.0.0.5",
    "0.0.0.0",
    "[::]",
    "[::ffff:10.0.0.5]",
    "localhost:x",
    "localhost:123456",
    "localhost, elsewhere.example",
    "local host",
    "",
    long(5000),
  ])("%s is not", async (host) => {
    for (const to of [port, reloadPort]) {
      const paths = ["/support.html", "/.reload", "/.reload.js", "/missing"];
      for (const { status, head, body } of await Promise.all(paths.map((path) => ask(path, { host, to })))) {
        expect(status).toBe(403);
        expect(head).toContain("content-security-policy:");
        expect(body).not.toContain(PAGE);
      }
    }
  });
});

test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "LINK", "SEARCH"])(
  "the server takes no %s, and says so under its policy",
  async (method) => {
    const { status, head } = await ask("/support.html", { method });
    expect(status).toBe(405);
    expect(head).toContain("allow: get, head");
    expect(head).toContain("content-security-policy: default-src 'self'");
    expect(head).toContain("x-content-type-options: nosniff");
  },
);

test.each([
  ["no request", "\r\n\r\nx\r\n\r\n"],
  ["a space in the path", "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["a letter of Latin-1 in the path", "GET /\xe4 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["a path without its slash", "GET support.html HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["a question without a path", "GET ?x HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["a tab in the path", "GET /\tb HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["NUL in the path", "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ["no host", "GET / HTTP/1.1\r\n\r\n"],
  ["another protocol", "GET / HTCPCP/1.0\r\n\r\n"],
  ["two lengths", "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"],
  ["a header without a name", "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n"],
])("what is %s is answered with 400", async (_, text) => {
  expect((await send(text)).status).toBe(400);
});

test.each([
  ["a version of a file that no server gave", 'If-None-Match: "x"\r\n'],
  ["ranges", "Range: bytes=0-,5-,9-\r\n"],
  ["an upgrade", "Upgrade: h2c\r\n"],
  ["encodings that no server has", "Accept-Encoding: x, *;q=0, gzip;q=nan\r\n"],
  ["a body", "Content-Length: 3\r\n\r\nabc"],
])("headers that ask for %s change nothing of the file", async (_, more) => {
  expect((await ask("/support.html", { more })).status).toBe(200);
});

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const PIECES = [
  "/",
  "/",
  "//",
  ".",
  "..",
  "%2e",
  "%2f",
  "%5c",
  "\\",
  "%00",
  "%",
  "%25",
  "%c3",
  "%e0%a4",
  "support.html",
  "workbench",
  "index.html",
  "secret.txt",
  "link.txt",
  "up",
  "dist",
  ".env",
  ".git",
  "config",
  "circle",
  "~",
  ":",
  ";",
  "?",
  "#",
  "*",
  "|",
  "'",
  '"',
  "<x>",
  long(256),
  "%61",
  "__proto__",
  "\x80",
  "\xff",
];

/** Paths of pieces that mean something to a server, a file system or a decoder. */
function generated(count: number): string[] {
  const random = numbers(2026);
  const below = (limit: number) => Math.floor(random.next().value * limit);
  return Array.from({ length: count }, () => `/${Array.from({ length: 1 + below(9) }, () => PIECES[below(PIECES.length)]).join("")}`);
}

test("500 generated requests get an answer each, never a secret, and the server goes on", async () => {
  const answers = [];
  for (const path of generated(500)) answers.push({ path, ...(await ask(path)) });
  const isKnown = ({ status, body }: Answer) => [400, 404].includes(status) || (status === 200 && body === PAGE);
  expect(answers.filter((answer) => !isKnown(answer))).toEqual([]);
  expect(answers.filter(({ head, body }) => `${head}${body}`.includes(SECRET))).toEqual([]);
  expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(300);
  expect(await ask("/support.html")).toMatchObject({ status: 200, body: PAGE });
});
