// `npm run bench`: times the engine and the yardstick in one process and prints the ratios. `npm run bench trials` judges those
// of trials, `npm run bench page` those of the built page in a browser; both fail beyond their gates. No test does: its verdict would
// depend on what else the machine does. Sources are bundled as they are shipped; a module that is loaded file by file runs slower.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBrowser } from "./browser.mjs";
import { build as buildProduct } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { main, runPackage } from "./run.mjs";

const ENTRIES = { all: "bench/main.ts", trials: "bench/trialRatios.ts" };

/** @param {string} entry */
async function benchEngine(entry) {
  const folder = await mkdtemp(join(tmpdir(), "tco-bench-"));
  const outfile = join(folder, "bench.mjs");
  await build({ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
  await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
}

async function benchPage() {
  await buildProduct();
  const env = { CHROME_PATH: await ensureBrowser(), ALSO: "bench" };
  const { code, output } = await runPackage("@playwright/test/cli.js", ["test", "--project=bench", "--reporter=list"], { env });
  console.log(output.trim());
  process.exitCode = code;
}

await main(async () => {
  const [what = "all"] = process.argv.slice(2);
  await ensureInstalled();
  if (what === "page") await benchPage();
  else if (Object.hasOwn(ENTRIES, what)) await benchEngine(ENTRIES[what]);
  else throw new Error(`There is no bench "${what}"; there are ${[...Object.keys(ENTRIES), "page"].join(", ")}.`);
});
