// `npm run bench`: times the engine and the yardstick in turn in one process and prints the ratios.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = await mkdtemp(join(tmpdir(), "tco-bench-"));
const outfile = join(folder, "bench.mjs");
await build({ entryPoints: ["bench/main.ts"], bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
await import(pathToFileURL(outfile).href);
await rm(folder, { recursive: true });
