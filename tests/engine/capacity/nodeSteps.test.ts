import { describe, expect, it } from "vitest";
import { nodeSteps, stepFor, toldFrom, toldTo } from "../../../src/engine/capacity/nodeSteps";

describe("the steps of a region of three zones, with one spare node and clusters of seven", () => {
  const steps = (): ReturnType<typeof nodeSteps> => nodeSteps(3, { zones: 3, spare: 1, largest: 7, contention: 0.1, coherency: 0 });

  it("are multiples of the zones", () => {
    const { nodes } = steps();
    expect([nodes[0], nodes[1], nodes[2], nodes[63], nodes.length]).toEqual([3, 6, 9, 192, 64]);
  });

  it("hold data on all nodes but the spare one", () => {
    const { data } = steps();
    expect([data[0], data[1], data[63]]).toEqual([2, 5, 191]);
  });

  it("carry load by the scalability law, on no more nodes than a cluster has", () => {
    const { load } = steps();
    expect(load[0]).toBeCloseTo(2 / 1.1, 12);
    expect(load[1]).toBeCloseTo(5 / 1.4, 12);
    expect([load[2], load[63]]).toEqual([load[3], load[3]]);
    expect(load[2]).toBeCloseTo(7 / 1.6, 12);
  });
});

describe("the step for a need", () => {
  const LIMITS = Float64Array.of(2, 5, 8);

  it.each([
    [0, 0],
    [2, 0],
    [2.1, 1],
    [5, 1],
    [7.9, 2],
    [8, 2],
    [8.1, 3],
  ])("of %d is %i, wherever the search begins", (need, step) => {
    expect([0, 1, 2, 3].map((from) => stepFor(LIMITS, need, from))).toEqual([step, step, step, step]);
  });

  it("is told by comparing, but for what is nearer to a limit than rounding tells", () => {
    expect([toldFrom(LIMITS, 0), toldTo(LIMITS, 3)]).toEqual([-Infinity, -Infinity]);
    expect(toldFrom(LIMITS, 1) - 2).toBeCloseTo(3e-7, 12);
    expect(5 - toldTo(LIMITS, 1)).toBeCloseTo(6e-7, 12);
    expect(2 - toldTo(LIMITS, 0)).toBeCloseTo(3e-7, 12);
    expect(toldFrom(LIMITS, 3) - 8).toBeCloseTo(9e-7, 12);
  });
});
