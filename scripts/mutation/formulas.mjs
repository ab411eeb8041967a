/**
 * `npm run mutation -- risk people`: does a mistake in a formula fail a test? One operator or name of a formula is changed at a time, in the entry and in the
 * loops that follow from it, and the tests below run until one fails. All subjects of the model when none is named: that takes hours.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, context } from "esbuild";
import { judges, TEST_FILE } from "./judges.mjs";

/** Tests that state results by themselves; explanations would have the same mistake. */
const PLACES = [
  "engine/cost",
  "engine/capacity",
  "engine/search",
  "engine/demand",
  "engine/finance",
  "golden",
  "published",
  "laws/independent",
];
const LEFT_OUT = /\/(hostile|expression|distributions)\.test\.ts$/;
const MOST_SECONDS = 120;

mkdirSync(".cache", { recursive: true });
const outfile = ".cache/mutants.mjs";
await build({ entryPoints: ["scripts/mutation/mutants.ts"], outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
const { mutantsOf, filesWith, SUBJECT_NAMES } = await import(pathToFileURL(outfile).href);

const named = process.argv.slice(2);
const unknown = named.filter((name) => !SUBJECT_NAMES.includes(name));
if (unknown.length > 0) throw new Error(`There is no subject ${unknown.join(", ")}. Use ${SUBJECT_NAMES.join(", ")}.`);

/** @type {{ id: string, formula: string, change: string } | undefined} */
let mutant;
/** @type {Record<string, string>} */
let loops = {};

/** Puts the mistake into the entry and its loops. @type {import("esbuild").Plugin} */
const planted = {
  name: "planted",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]model[\\/]generated[\\/]\w+\.ts$/ }, ({ path }) => {
      const own = loops[relative(".", path).replaceAll("\\", "/")];
      return { contents: own ?? readFileSync(path, "utf8"), loader: "ts" };
    });
    onLoad({ filter: /[\\/]engine[\\/]model[\\/]model\.ts$/ }, ({ path }) => {
      const change = mutant
        ? `\nObject.assign(ENTRIES.get(${JSON.stringify(mutant.id)}) as object, ${JSON.stringify({ formula: mutant.formula })});`
        : "";
      return { contents: readFileSync(path, "utf8") + change, loader: "ts" };
    });
  },
};

const bundle = await context(judges(PLACES, LEFT_OUT, [planted]));
const config = "scripts/mutation/vitest.config.ts";

/** Whether a test fails, or hangs. */
async function isFound() {
  await bundle.rebuild();
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--config", config, "--bail", "1", TEST_FILE], {
    timeout: MOST_SECONDS * 1000,
    stdio: "ignore",
  });
  return status !== 0;
}

if (await isFound()) throw new Error("The tests fail without a mistake.");
const results = [];
for (const subject of named.length > 0 ? named : SUBJECT_NAMES)
  for (const each of mutantsOf(subject)) {
    const files = filesWith(each);
    // What can't be written needs no test.
    if (!files) continue;
    [mutant, loops] = [each, files];
    const found = await isFound();
    results.push({ subject, ...each, found });
    console.log(`${found ? "found    " : "NOT FOUND"} ${each.id}: ${each.change}`);
  }
await bundle.dispose();
const found = results.filter((each) => each.found).length;
mkdirSync("reports", { recursive: true });
writeFileSync("reports/mutation-formulas.json", `${JSON.stringify(results, null, 2)}\n`);
console.log(
  `${found} of ${results.length} mistakes found (${((100 * found) / results.length).toFixed(1)}%). All are in reports/mutation-formulas.json.`,
);
