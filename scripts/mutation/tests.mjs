/**
 * Writes the tests that judge a planted mistake into one file with all that they import, so that each of the thousands of runs loads a file and not five
 * hundred. Run by Stryker once the mistakes are planted.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The quickest first: tables, worked examples and published cases, then second methods, then explanations, which take seconds. */
const PLACES = [
  "engine/capacity",
  "engine/cost",
  "engine/demand",
  "engine/finance",
  "engine/analysis",
  "golden",
  "published",
  "laws/independent",
  "laws/explanation",
];

/** Slow, or of no line of the model: the reading of formulas, questions that ask the model many times, explanations of more years. */
const LEFT_OUT = /\/(hostile|expression|advice|distributions|signChanges|simulation|sums|generated|sample|sources)\.test\.ts$/;

const files = PLACES.flatMap((place) =>
  readdirSync(`tests/${place}`, { recursive: true, encoding: "utf8" })
    .map((name) => `./tests/${place}/${name.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".test.ts") && !LEFT_OUT.test(path))
    .sort(),
);

/** Tests that read files beside them go on to find them there. */
const places = {
  name: "places",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

await build({
  stdin: { contents: files.map((path) => `import ${JSON.stringify(path)};`).join("\n"), resolveDir: "." },
  outfile: ".cache/mutation.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["vitest"],
  plugins: [places],
  logLevel: "error",
});

// Node loads the large file itself: Vitest would read it anew for each run, which takes three times as long.
writeFileSync(".cache/mutation.test.js", 'import "./mutation.mjs";\n');
