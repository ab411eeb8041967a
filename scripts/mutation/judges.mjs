/**
 * The tests that judge a planted mistake, in one file with all that they import, so that each of the thousands of runs loads a file and not five hundred.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** What is bundled, and the file that Vitest is given. */
export const BUNDLE = ".cache/mutation.mjs";
export const TEST_FILE = ".cache/mutation.test.js";

/**
 * The files of tests in some folders.
 * @param {readonly string[]} places
 * @param {RegExp} leftOut
 */
function filesIn(places, leftOut) {
  return places.flatMap((place) =>
    readdirSync(`tests/${place}`, { recursive: true, encoding: "utf8" })
      .map((name) => `./tests/${place}/${name.replaceAll("\\", "/")}`)
      .filter((path) => path.endsWith(".test.ts") && !leftOut.test(path))
      .sort(),
  );
}

/**
 * Tests that read files beside them go on to find them there.
 * @type {import("esbuild").Plugin}
 */
const places = {
  name: "places",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]tests[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

/**
 * How esbuild makes one file of the tests in some folders.
 * @param {readonly string[]} folders
 * @param {RegExp} leftOut
 * @param {readonly import("esbuild").Plugin[]} plugins
 * @returns {import("esbuild").BuildOptions}
 */
export function judges(folders, leftOut, plugins = []) {
  // Node loads the large file itself: Vitest would read it again for each run, which takes three times as long.
  writeFileSync(TEST_FILE, 'import "./mutation.mjs";\n');
  return {
    stdin: {
      contents: filesIn(folders, leftOut)
        .map((path) => `import ${JSON.stringify(path)};`)
        .join("\n"),
      resolveDir: ".",
    },
    outfile: BUNDLE,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["vitest"],
    plugins: [places, ...plugins],
    logLevel: "error",
  };
}
