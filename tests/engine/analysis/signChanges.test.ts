import { describe, expect, it } from "vitest";
import { signChanges } from "../../../src/engine/analysis/signChanges";
import type { Gap } from "../../../src/engine/analysis/signChanges";

const points = (low: number, high: number, count: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, index) => low + ((high - low) * index) / count);

const curve =
  (f: (x: number) => number | undefined) =>
  (x: number): Gap | undefined => {
    const difference = f(x);
    return difference === undefined ? undefined : { difference, scale: 1 };
  };

const found = (f: (x: number) => number | undefined, low: number, high: number, whole = false) =>
  signChanges(points(low, high, whole ? high - low : 20), curve(f), whole);

describe("where a difference becomes 0 or changes its sign", () => {
  it.each([
    ["a straight line", (x: number) => x - 1.25, 0, 5, [1.25]],
    ["a curve with three roots, lowest first", (x: number) => (x - 1) * (x - 2.5) * (x - 4), 0, 5, [1, 2.5, 4]],
    ["a steep curve", (x: number) => Math.exp(x) - 1000, 0, 20, [Math.log(1000)]],
    ["a root that is one of the points", (x: number) => x - 2, 0, 4, [2]],
    ["the first value of a range over which it is 0", (x: number) => Math.min(0, x - 1.3) + Math.max(0, x - 3.7), 0, 5, [1.3]],
    ["the first point, when it is 0 there", (x: number) => x, 0, 5, [0]],
    ["the last point, when it is 0 there", (x: number) => x - 5, 0, 5, [5]],
  ])("%s", (_what, f, low, high, roots) => {
    const { changes } = found(f, low, high);
    expect(changes.map(({ value }) => value)).toEqual(roots.map((root) => expect.closeTo(root, 9) as number));
    expect(changes.every(({ jump }) => !jump)).toBe(true);
  });

  it("a jump is told with the first value after it and what is left there", () => {
    const { changes } = found((x) => (x < 1.23456 ? -1 : 0.5), 0, 5);
    expect(changes).toEqual([{ value: expect.closeTo(1.23456, 9) as number, residual: 0.5, jump: true }]);
  });

  it("a whole key gives the first whole value after the change, and a jump where no value is exact", () => {
    expect(found((x) => x - 7.5, 0, 20, true).changes).toEqual([{ value: 8, residual: 0.5, jump: true }]);
    expect(found((x) => x - 7, 0, 20, true).changes).toEqual([{ value: 7, residual: 0, jump: false }]);
  });

  it("values without a figure are excluded and counted, and the roots beside them are found all the same", () => {
    const { changes, excluded } = found((x) => (x > 3 ? undefined : x - 1.1), 0, 5);
    expect(changes.map(({ value }) => value)).toEqual([expect.closeTo(1.1, 9) as number]);
    expect(excluded.length).toBe(8);
  });

  it("without a change it says what is the case at both ends and where it comes nearest", () => {
    const { changes, ends } = found((x) => (x - 2) * (x - 2) + 1, 0, 5);
    expect(changes).toEqual([]);
    expect(ends?.low).toMatchObject({ value: 0, gap: { difference: 5 } });
    expect(ends?.high).toMatchObject({ value: 5, gap: { difference: 10 } });
    expect(ends?.nearest).toMatchObject({ value: 2, gap: { difference: 1 } });
  });

  it("rounding around 0 is no change of sign", () => {
    expect(found((x) => 1e-12 * Math.sin(1000 * x), 0.1, 5).changes.length).toBe(1);
    expect(found((x) => 1 + 1e-12 * Math.sin(1000 * x), 0, 5).changes).toEqual([]);
  });

  it("nothing to look at has no ends", () => {
    expect(found(() => undefined, 0, 5)).toMatchObject({ changes: [], ends: undefined });
  });
});
