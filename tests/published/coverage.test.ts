import { describe, expect, it } from "vitest";
import { casesOf, FAMILIES } from "./family";
import { NOT_COVERED } from "./notCovered";

const cases = FAMILIES.flatMap((family) => casesOf(family).map((published) => ({ family, published })));
const kinds = new Set(cases.map(({ published }) => `rule:${published.rule ?? published.function ?? ""}`));
const ids = new Set(cases.map(({ published }) => published.id));

describe("the published cases as a whole", () => {
  it("each have a unique id and a source", () => {
    expect(ids.size).toBe(cases.length);
    expect(cases.filter(({ published }) => !published.source).map(({ published }) => published.id)).toEqual([]);
  });

  it("are run in at least 110 of those outside finance", () => {
    const run = cases.filter(({ family, published }) => family !== "finance" && !(published.id in NOT_COVERED));
    expect(run.length).toBeGreaterThanOrEqual(110);
  });

  it("are excused only by ids and kinds that exist", () => {
    const unknown = Object.keys(NOT_COVERED).filter(
      (key) => !kinds.has(key) && !ids.has(key) && ![...ids].some((id) => key.startsWith(`${id}.`)),
    );
    expect(unknown).toEqual([]);
  });
});
