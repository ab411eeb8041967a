import { defineConfig } from "vitest/config";

/** The tests that are run for each mutant: those that say by hand or by source what the engine's numbers are, without the slow laws. */
export default defineConfig({
  test: {
    include: ["tests/engine/**/*.test.ts", "tests/golden/**/*.test.ts", "tests/published/**/*.test.ts"],
    environment: "node",
    // Against what hangs, not a measure: the first run, which watches what each test reaches, is several times slower.
    testTimeout: 60_000,
  },
});
