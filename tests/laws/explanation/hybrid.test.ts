import { describe, expect, it } from "vitest";
import { projected } from "../../engine/projected";
import { problemsInFewReports } from "./problems";
import { ALIVE, SPECIAL } from "./special";

/** A hybrid has the terms of both parts, so that this alone reads most of what can be printed; lines.test.ts reads the parts by themselves. */
describe("the explanation of every line of a hybrid in the last year holds for", () => {
  it.each([...ALIVE, ...SPECIAL])(
    "%s",
    (_what, given) => {
      const projection = projected(given, "hybrid");
      expect(problemsInFewReports(projection, projection.timeline.years)).toEqual([]);
    },
    60_000,
  );
});
