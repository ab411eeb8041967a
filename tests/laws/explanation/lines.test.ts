import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/planSetting";
import { projected } from "../../engine/projected";
import { lineProblems } from "./problems";
import { ALIVE, SPECIAL } from "./special";

const CASES = [...ALIVE, ...SPECIAL].flatMap(([what, given]) => ARCHITECTURES.map((architecture) => ({ what, architecture, given })));

describe("the explanation of every line in the last year holds for", () => {
  it.each(CASES)(
    "$what, $architecture",
    ({ given, architecture }) => {
      const projection = projected(given, architecture);
      expect(lineProblems(projection, [projection.timeline.years])).toEqual([]);
    },
    60_000,
  );
});
