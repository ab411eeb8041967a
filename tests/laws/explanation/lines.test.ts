import { describe, expect, it } from "vitest";
import { projected } from "../../engine/projected";
import { problemsInFewReports } from "./problems";
import { ALIVE, SPECIAL } from "./special";

const CASES = [...ALIVE, ...SPECIAL].flatMap(([what, given]) =>
  (["vertical", "horizontal"] as const).map((architecture) => ({ what, architecture, given })),
);

describe("the explanation of every line in the last year holds for", () => {
  it.each(CASES)(
    "$what, $architecture",
    ({ given, architecture }) => {
      const projection = projected(given, architecture);
      expect(problemsInFewReports(projection, projection.timeline.years)).toEqual([]);
    },
    60_000,
  );
});
