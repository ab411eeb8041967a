import { describe, expect, it } from "vitest";
import { effectiveCapacity, largestUsefulCluster, smallestNodes } from "../../../src/engine/capacity/scalability";

/** Contention and coherency: none, one, the other, both. */
const LAWS = [
  [0, 0],
  [0.02, 0],
  [0, 0.0005],
  [0.02, 0.0002],
  [0.1, 0.003],
] as const;

/** Counts below the peak of every law above. */
const COUNTS = Array.from({ length: 17 }, (_, index) => index + 1);

describe("the fewest nodes for a capacity", () => {
  it.each(LAWS)("are the count whose capacity it is, contention %s and coherency %s", (contention, coherency) => {
    expect(COUNTS.map((n) => smallestNodes(effectiveCapacity(n, contention, coherency), contention, coherency))).toEqual(COUNTS);
  });

  it.each(LAWS)("one more for a little more, and no more for a little less, contention %s and coherency %s", (contention, coherency) => {
    const near = (n: number, by: number): number =>
      smallestNodes(effectiveCapacity(n, contention, coherency) * (1 + by), contention, coherency);
    expect(COUNTS.slice(1, -1).map((n) => near(n, -1e-8))).toEqual(COUNTS.slice(1, -1));
    expect(COUNTS.slice(1, -1).map((n) => near(n, 1e-8))).toEqual(COUNTS.slice(2));
  });

  // The peak of such a law is at more nodes than there are numbers: the law is the one without coherency.
  it.each([5e-324, 1e-320, 4e-309])("are those of a coherency of 0 where it is %s", (coherency) => {
    expect(COUNTS.map((n) => smallestNodes(n / 2, 0.02, coherency))).toEqual(COUNTS.map((n) => smallestNodes(n / 2, 0.02, 0)));
    expect(largestUsefulCluster(0.02, coherency, 0.85)).toBe(largestUsefulCluster(0.02, 0, 0.85));
    expect(largestUsefulCluster(0, coherency, 0.85)).toBe(Infinity);
  });

  it("an excess within the tolerance counts as none", () => {
    expect(smallestNodes(effectiveCapacity(9, 0.02, 0.0002) * (1 + 1e-10), 0.02, 0.0002)).toBe(9);
  });

  it.each([
    [0, 0],
    [1e-6, 1],
    [1, 1],
  ])("for %s are %s", (target, nodes) => {
    expect(smallestNodes(target, 0.02, 0.0002)).toBe(nodes);
  });

  it("above the highest capacity there are none: 50 is the level that a contention of 0.02 approaches", () => {
    expect([smallestNodes(49, 0.02, 0), smallestNodes(50.1, 0.02, 0)]).toEqual([2401, Infinity]);
  });
});

it("a cluster without contention and coherency grows without bound", () => {
  expect(largestUsefulCluster(0, 0, 0.85)).toBe(Infinity);
});
