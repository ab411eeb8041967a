import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import { projected } from "../../engine/projected";
import { allProblems, sumProblems } from "./problems";
import { ALIVE, SPECIAL } from "./special";

/** The lines of the last year are in lines.test.ts and hybrid.test.ts. */
describe("the explanation of every line in the first year, and of every sum and pool in the first and last, holds for", () => {
  it.each([...ALIVE, ...SPECIAL])(
    "%s",
    (_what, given) => {
      const found = ARCHITECTURES.flatMap((architecture) => {
        const projection = projected(given, architecture);
        return [...allProblems(projection, [1]), ...sumProblems(projection, [projection.timeline.years])];
      });
      expect(found).toEqual([]);
    },
    120_000,
  );
});
