import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The tests that are run for each mutant, the quickest first: those that say by hand, by source or by a second method what the engine's numbers are. */
const PLACES = [
  "engine/capacity",
  "engine/cost",
  "engine/demand",
  "engine/finance",
  "golden",
  "published",
  "laws/independent",
  "laws/explanation/lines",
];

/** Most mistakes fail a table within a second; an explanation takes several. */
class QuickFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => PLACES.findIndex((each) => moduleId.includes(`/tests/${each}`));
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b)));
  }
}

export default defineConfig({
  test: {
    include: PLACES.map((place) => `tests/${place}{/**/*,}.test.ts`),
    // Slow, and of no line of the model: about the reading of formulas.
    exclude: ["tests/engine/demand/{hostile,expression}.test.ts"],
    environment: "node",
    sequence: { sequencer: QuickFirst },
    // Test files share what they import: to load the model anew for each would take most of the time.
    isolate: false,
    // Against what hangs, not a measure: the first run, which watches what each test reaches, is several times slower.
    testTimeout: 60_000,
  },
});
