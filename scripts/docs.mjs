// `npm run docs`: writes the pages that are generated from the code. A test compares them with what is committed.
import { build } from "esbuild";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { functionPages } from "./docs/functionPages.mjs";

const folder = await mkdtemp(join(tmpdir(), "tco-docs-"));
const outfile = join(folder, "pages.mjs");
await build({ entryPoints: ["scripts/docs/engineTables.ts"], bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
const { ENGINE_PAGES } = await import(pathToFileURL(outfile).href);
const pages = Object.entries(ENGINE_PAGES).map(([path, page]) => [path, page()]);
for (const [path, text] of [...pages, ...Object.entries(await functionPages())]) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`written ${path}`);
}
await rm(folder, { recursive: true });
