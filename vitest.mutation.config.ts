import { defineConfig } from "vitest/config";

/** The tests that are run for each mutant: those that say by hand, by source or by a second method what the engine's numbers are, without the slow laws. */
export default defineConfig({
  test: {
    include: [
      "tests/engine/{capacity,cost,demand,finance}/**/*.test.ts",
      "tests/golden/**/*.test.ts",
      "tests/published/**/*.test.ts",
      "tests/laws/independent/**/*.test.ts",
      "tests/laws/explanation/cases.test.ts",
    ],
    exclude: ["tests/engine/demand/{hostile,expression}.test.ts"],
    environment: "node",
    // Test files share what they import: to load the model anew for each would take most of the time.
    isolate: false,
    // Against what hangs, not a measure: the first run, which watches what each test reaches, is several times slower.
    testTimeout: 60_000,
  },
});
