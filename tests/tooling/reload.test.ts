import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reloading } from "../../scripts/reload.mjs";
import { listen } from "../../scripts/serve.mjs";

let folder = "";
let server: Server;
let address = "";
let reload = (): void => undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "reload-"));
  writeFileSync(join(folder, "index.html"), "<head></head>");
  const live = reloading(folder);
  reload = live.reload;
  server = createServer(live.handler);
  address = `http://localhost:${await listen(server, [0])}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

test("a page gets the script, under the same policy as without it", async () => {
  const page = await fetch(`${address}/`);
  expect(await page.text()).toBe('<head><script src="/.reload.js"></script></head>');
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
});

test("an open page hears of a reload", async () => {
  const events = await fetch(`${address}/.reload`);
  const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe(": open\n\n");
  reload();
  expect((await reader.read()).value).toBe("data: reload\n\n");
  await reader.cancel();
});
