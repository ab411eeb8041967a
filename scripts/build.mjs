import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { hostAddress } from "./manifestHost.mjs";
import { productionFolders, writeNotices } from "./notices.mjs";
import { ROOT, isMain, main, runPackage } from "./run.mjs";

const DIST = join(ROOT, "dist");
const WEBPACK_CONFIG = "webpack.config.js";
const EVERYWHERE = ["package.json", "package-lock.json", "tsconfig.json", "scripts"];
const ADD_IN = ["manifest.xml", "assets", "src/engine", "src/reference", "src/functions", "src/workbook", "src/taskpane"];

/**
 * The add-in as Excel loads it, and the workbench around it. Each is built when its sources, or the address it is built for, have changed.
 * @type {readonly { name: string, sources: readonly string[], outdir: string, write: (host: string) => Promise<void> }[]}
 */
const PARTS = [
  { name: "add-in", sources: [...EVERYWHERE, ...ADD_IN, WEBPACK_CONFIG], outdir: DIST, write: writeAddIn },
  { name: "workbench", sources: [...EVERYWHERE, ...ADD_IN, "src/workbench"], outdir: join(DIST, "workbench"), write: writeWorkbench },
];

/** The two compilations are independent: each runs in a separate process, on a separate core. @param {string} host */
async function writeAddIn(host) {
  const env = { TCO_HOST: host, NODE_ENV: "production" };
  const compile = async (/** @type {string} */ name) => {
    const args = ["--config", WEBPACK_CONFIG, "--config-name", name, "--mode", "production", "--stats", "errors-warnings"];
    const { code, output } = await runPackage("webpack-cli/bin/cli.js", args, { env });
    if (code !== 0) throw new Error(`${name}:\n${output}`);
  };
  await Promise.all(["functions", "taskpane"].map(compile));
  writeNotices(DIST, productionFolders());
}

async function writeWorkbench() {
  const { bundleWorkbench } = await import("./workbench-bundle.mjs");
  await bundleWorkbench({ outdir: join(DIST, "workbench"), watch: false });
}

/**
 * @param {string} path
 * @param {import("node:crypto").Hash} hash
 */
function addToHash(path, hash) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) return void hash.update(path).update(readFileSync(path));
  for (const name of readdirSync(path).sort()) addToHash(join(path, name), hash);
}

/**
 * @param {readonly string[]} sources
 * @param {string} host
 */
function fingerprint(sources, host) {
  const hash = createHash("sha256").update(host);
  for (const source of sources) addToHash(join(ROOT, source), hash);
  return hash.digest("hex");
}

/** The address that the add-in will be served from: `--host=https://...`, else TCO_HOST, else this machine. */
function chosenHost() {
  const argument = process.argv.find((text) => text.startsWith("--host="))?.slice("--host=".length);
  return hostAddress(argument ?? process.env.TCO_HOST);
}

/**
 * Writes dist/: what is up to date is left alone. Without `clean`, the files of the build before stay until they are written again,
 * so that an open page outlives an error.
 * @param {{ host?: string, clean?: boolean }} [options]
 */
export async function build({ host = chosenHost(), clean = true } = {}) {
  for (const { name, sources, outdir, write } of PARTS) {
    const stamp = join(outdir, ".sources");
    const now = fingerprint(sources, host);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) continue;
    const began = performance.now();
    if (clean) rmSync(outdir, { recursive: true, force: true });
    mkdirSync(outdir, { recursive: true });
    await write(host);
    writeFileSync(stamp, now);
    console.log(`Built the ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensureInstalled();
    await build();
  });
}
