import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { clusterAvailability } from "../../../src/engine/capacity/availability";
import { erlangC, meanResponse } from "../../../src/engine/capacity/queueing";
import { anySlow } from "../../../src/engine/capacity/queueing";
import { SEED } from "../generator";

function chance(): () => number {
  const generator = xoroshiro128plus(SEED);
  return () => uniformFloat64(generator);
}

/** Mean response and share of waiting of M/M/c, by serving customers one after another. */
function simulated(load: number, servers: number, customers: number): { readonly response: number; readonly waiting: number } {
  const random = chance();
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const freeAt = new Array<number>(servers).fill(0);
  let [clock, response, waited] = [0, 0, 0];
  for (let customer = 0; customer < customers; customer++) {
    clock += exponential(1 / load);
    const first = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(clock, freeAt[first]);
    if (start > clock) waited++;
    freeAt[first] = start + exponential(1);
    response += freeAt[first] - clock;
  }
  return { response: response / customers, waiting: waited / customers };
}

/** Chance that enough of a few nodes are up, by adding every combination. */
function enumerated(availability: number, nodes: number, required: number): number {
  let sum = 0;
  for (let pattern = 0; pattern < 1 << nodes; pattern++) {
    const up = Array.from({ length: nodes }, (_, node) => (pattern >> node) & 1).reduce((count, bit) => count + bit, 0);
    if (up >= required) sum += availability ** up * (1 - availability) ** (nodes - up);
  }
  return sum;
}

describe(`chance, by playing it out (seed ${SEED})`, () => {
  it.each([
    [0.5, 1],
    [0.8, 1],
    [1.6, 2],
    [3, 4],
    [7, 8],
    [28, 32],
  ])("M/M/c with a load of %d on %d servers: 400,000 customers wait and respond as the formulas say", (load, servers) => {
    const { response, waiting } = simulated(load, servers, 400_000);
    expect(Math.abs(response / meanResponse(load, servers, 1) - 1)).toBeLessThan(0.03);
    expect(Math.abs(waiting - erlangC(servers, load))).toBeLessThan(0.01);
  });

  it.each([
    [0.9, 3, 2],
    [0.99, 5, 3],
    [0.5, 7, 4],
    [0.999, 9, 5],
    [0.7, 1, 1],
    [0, 3, 2],
    [1, 3, 2],
  ])("availability %d: at least as many of %d as %d are up, over all combinations", (availability, nodes, required) => {
    expect(clusterAvailability(availability, nodes, required)).toBeCloseTo(enumerated(availability, nodes, required), 12);
  });

  it("k of n: 200,000 draws", () => {
    const random = chance();
    const draws = 200_000;
    let [up, slow] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const nodes = Array.from({ length: 5 }, random);
      if (nodes.filter((value) => value < 0.8).length >= 3) up++;
      if (nodes.some((value) => value < 0.1)) slow++;
    }
    expect(Math.abs(up / draws - clusterAvailability(0.8, 5, 3))).toBeLessThan(0.004);
    expect(Math.abs(slow / draws - anySlow(0.1, 5))).toBeLessThan(0.004);
  });
});
