import { defineConfig } from "vitest/config";

/** The tests that are run for each planted mistake, in the file that tests.mjs writes. */
export default defineConfig({
  test: {
    include: [".cache/mutation.test.js"],
    environment: "node",
    server: { deps: { external: [/mutation\.mjs$/] } },
    // Against what hangs, not a measure: the first run, which watches what each test reaches, is several times slower.
    testTimeout: 60_000,
  },
});
