import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import { SAMPLE } from "../../../src/workbook/sample";
import { projected } from "../../engine/projected";
import { sampleGiven } from "../sampleGiven";
import { allProblems } from "./problems";

describe("the explanation holds for", () => {
  const scenarios = SAMPLE.scenarios.map(({ name }) => name);

  it.each(scenarios.flatMap((name) => ARCHITECTURES.map((architecture) => [name, architecture] as const)))(
    "every line and year of the sample's %s, %s",
    (name, architecture) => {
      expect(allProblems(projected(sampleGiven(name), architecture), [1, 2, 3, 4, 5])).toEqual([]);
    },
    120_000,
  );
});
