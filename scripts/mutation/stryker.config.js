/**
 * `npm run mutation:code`: does a wrong sign in capacity/ or cost/ fail a test? The files of the model that decide are changed, one mistake at a time, and the
 * tests of scripts/mutation/tests.mjs run against each; at least 80 % of the mistakes have to be found. Not a part of `npm test`: it takes two hours.
 * Words (labels, explanations) and constants that are computed once when a file is loaded are not changed.
 */
export default {
  mutate: ["src/engine/capacity/**/*.ts", "src/engine/search/**/*.ts", "src/engine/cost/**/*.ts"],
  testRunner: "vitest",
  buildCommand: "node scripts/mutation/tests.mjs",
  vitest: { configFile: "scripts/mutation/vitest.config.ts", related: false },
  mutator: { excludedMutations: ["StringLiteral"] },
  ignoreStatic: true,
  ignorePatterns: ["dist", "docs", "reports", "coverage", ".cache", "data"],
  concurrency: 2,
  timeoutMS: 5_000,
  reporters: ["clear-text", "json", "progress"],
  jsonReporter: { fileName: "reports/mutation.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  tempDirName: ".stryker-tmp",
  thresholds: { high: 90, low: 80, break: 80 },
};
