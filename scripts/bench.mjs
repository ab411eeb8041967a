// `npm run bench`: times the engine and the yardstick in turn in one process and prints the ratios. `node scripts/bench.mjs trials` prints those of
// trials alone as JSON: the test of speed reads them. Sources are bundled as they are shipped; a module that is loaded file by file runs slower.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ENTRIES = { all: "bench/main.ts", trials: "bench/trialRatios.ts" };

const [what = "all"] = process.argv.slice(2);
if (!Object.hasOwn(ENTRIES, what)) throw new Error(`There is no bench "${what}"; there are ${Object.keys(ENTRIES).join(", ")}.`);
const folder = await mkdtemp(join(tmpdir(), "tco-bench-"));
const outfile = join(folder, "bench.mjs");
await build({ entryPoints: [ENTRIES[what]], bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });
