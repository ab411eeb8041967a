import { createServer, type Server } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fileHandler, listen } from "../../scripts/serve.mjs";

let folder = "";
let server: Server;
let port = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "serve-"));
  mkdirSync(join(folder, "dist/workbench"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "dist/functions.json"), "{}");
  writeFileSync(join(folder, "dist/workbench/index.html"), "<title>Workbench</title>");
  server = createServer(fileHandler(join(folder, "dist")));
  port = await listen(server, [0]);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** A raw request: fetch would tidy the path before it is sent. */
function ask(path: string, method = "GET"): Promise<{ status: number; type: string; policy: string; text: string }> {
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, method }, (answer) => {
      let text = "";
      answer.on("data", (chunk) => (text += String(chunk)));
      answer.on("end", () => {
        const { "content-type": type = "", "content-security-policy": policy = "" } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, type, policy: String(policy), text });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("the server", () => {
  test("answers a folder with its page, under a policy that keeps to this origin", async () => {
    const answer = await ask("/workbench/");
    expect(answer).toMatchObject({ status: 200, type: "text/html; charset=utf-8", text: "<title>Workbench</title>" });
    expect(answer.policy).toContain("connect-src 'self'");
    expect(answer.policy).not.toContain("unsafe-eval");
  });

  test("names the type of a file", async () => {
    expect((await ask("/functions.json?v=1")).type).toBe("application/json; charset=utf-8");
  });

  test.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/workbench/../../secret.txt",
    "/..%5csecret.txt",
    "/%00",
    "/%E0%A4%A",
    "/workbench",
    "/missing.js",
  ])("has nothing at %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("takes no writes", async () => {
    expect((await ask("/functions.json", "PUT")).status).toBe(405);
  });

  test("goes on to the next port when one is taken", async () => {
    const second = createServer();
    expect(await listen(second, [port, 0])).not.toBe(port);
    second.close();
  });
});
