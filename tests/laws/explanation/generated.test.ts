import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import { projectionOf } from "../../engine/projected";
import { drawn, SEED } from "../generator";
import { allProblems } from "./problems";

describe("the explanation of every line, sum and pool in the last year holds for", () => {
  /** Not made smaller when one fails: that would take as many reports again for each step. */
  it.each(drawn(16).map((given, index) => [`${index} of seed ${SEED}`, given] as const))(
    "the generated scenario %s",
    (_name, given) => {
      const found = ARCHITECTURES.flatMap((architecture) => {
        const projection = projectionOf(given, architecture);
        return projection.feasible ? allProblems(projection, [projection.timeline.years]) : [];
      });
      expect(found).toEqual([]);
    },
    120_000,
  );
});
