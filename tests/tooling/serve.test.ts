import { createServer, type Server } from "node:http";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
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

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly encoding: string;
  readonly tag: string;
  readonly body: Buffer;
  readonly text: string;
}

/** A raw request: fetch would tidy the path before it is sent, and unpack the answer. */
function ask(path: string, method = "GET", headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const {
          "content-type": type = "",
          "content-security-policy": policy = "",
          "content-encoding": encoding = "",
          etag: tag = "",
        } = answer.headers;
        const body = Buffer.concat(chunks);
        resolve({ status: answer.statusCode ?? 0, type, policy: String(policy), encoding, tag, body, text: body.toString() });
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

  test("says that a file is still what the browser has, until it is written again", async () => {
    const { tag } = await ask("/functions.json");
    expect(await ask("/functions.json", "GET", { "if-none-match": tag })).toMatchObject({ status: 304, text: "" });
    writeFileSync(join(folder, "dist/functions.json"), '{"functions": []}');
    const again = await ask("/functions.json", "GET", { "if-none-match": tag });
    expect(again).toMatchObject({ status: 200, text: '{"functions": []}' });
    expect(again.tag).not.toBe(tag);
  });

  test("packs text for who can unpack it", async () => {
    const packed = await ask("/workbench/", "GET", { "accept-encoding": "gzip, br" });
    expect(packed.encoding).toBe("gzip");
    expect(gunzipSync(packed.body).toString()).toBe("<title>Workbench</title>");
    expect((await ask("/workbench/")).encoding).toBe("");
  });

  test("answers for Microsoft's client library, byte for byte, at the path that it has at Microsoft", async () => {
    const { type, body } = await ask("/lib/1/hosted/office.js");
    expect(type).toBe("text/javascript; charset=utf-8");
    expect(body.equals(readFileSync("node_modules/@microsoft/office-js/dist/office.js"))).toBe(true);
    expect((await ask("/lib/1/hosted/../../../package.json")).status).toBe(404);
  });

  test("goes on to the next port when one is taken", async () => {
    const second = createServer();
    expect(await listen(second, [port, 0])).not.toBe(port);
    second.close();
  });
});
