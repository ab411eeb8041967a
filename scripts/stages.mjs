/**
 * What `npm test` runs. `folders` are below tests/ and each must have tests; `built` stages need dist/. Each worker takes a core.
 * Vitest itself would take a core less than the machine has, so the number is always given. Each of its workers loads the model again: where that is
 * most of the work, one is as fast as two and leaves the other core to the stage beside it.
 * @typedef {{ name: string, folders: readonly string[], runner: "vitest" | "playwright", workers: number, built?: boolean }} TestStage
 */

/** @type {readonly TestStage[]} */
export const TEST_STAGES = [
  { name: "unit", runner: "vitest", workers: 1, folders: ["engine", "reference", "functions", "workbook", "taskpane", "tooling"] },
  { name: "published", runner: "vitest", workers: 1, folders: ["published", "golden"] },
  { name: "laws", runner: "vitest", workers: 2, folders: ["laws"] },
  // One: some wait by the clock for the grid to begin a calculation, and fail where another process delays it.
  { name: "contract", runner: "vitest", workers: 1, folders: ["office"], built: true },
  { name: "browser", runner: "playwright", workers: 2, folders: ["browser"], built: true },
];

/**
 * The longest first. Each is compiled by itself: a build of all takes those for done whose own files have not changed, whatever has changed in what they import.
 * Folders with the same options are one project, so that what they share is checked once: workbook, taskpane and workbench in src, and the configurations
 * of the root in tests. The tsconfig of each folder serves editors, the lint and webpack.
 */
const PROJECTS = ["tests", "src", "src/engine", "src/reference", "src/functions", "scripts", "bench"];

/** A file is linted again when its text has changed; what a change elsewhere does to its types is found where nothing is kept, as in CI. */
const ESLINT_CACHE = ["--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint/"];

/** Programs that judge the sources; those of one stage fail it together. */
export const STATIC_STAGES = {
  types: PROJECTS.map((project) => ({ name: `types ${project}`, file: "typescript/bin/tsc", args: ["-p", project] })),
  lint: [
    { name: "lint eslint", file: "eslint/bin/eslint.js", args: [".", "--max-warnings", "0", ...ESLINT_CACHE] },
    {
      name: "lint prettier",
      file: "prettier/bin/prettier.cjs",
      args: ["--check", ".", "--log-level", "warn", "--cache", "--cache-location", ".cache/prettier"],
    },
    { name: "lint knip", file: "knip/bin/knip.js", args: ["--no-progress", "--config", "scripts/lint/knip.json"] },
    { name: "lint jscpd", file: "jscpd/bin/jscpd", args: ["--silent", "--config", "scripts/lint/jscpd.json", "src", "scripts"] },
  ],
  layers: [
    {
      name: "layers",
      file: "dependency-cruiser/bin/dependency-cruise.mjs",
      args: ["--config", "scripts/lint/dependency-cruiser.js", "src"],
    },
  ],
};
