import { defineConfig } from "vitest/config";
import { TEST_STAGES } from "./scripts/stages.mjs";

const stages = TEST_STAGES.filter((stage) => stage.runner === "vitest");

export default defineConfig({
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: stages.map(({ name, folders }) => ({
      test: {
        name,
        include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
        environment: "node",
        // Test files share what they import: loading the model for each would take most of the time.
        isolate: false,
        // Against what hangs, not a measure: a busy machine takes several times as long as a free one.
        testTimeout: 60_000,
        hookTimeout: 60_000,
      },
    })),
    coverage: { include: ["src/engine/**"], reportsDirectory: "reports/coverage" },
  },
});
