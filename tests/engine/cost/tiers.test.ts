import { describe, expect, it } from "vitest";
import { graduatedCost, tierCosts, tierProblem, volumeCost } from "../../../src/engine/cost/tiers";
import type { Tier } from "../../../src/engine/catalogue/reference";

const TIERS: readonly Tier[] = [
  { from: 0, price: 0 },
  { from: 100, price: 0.5 },
  { from: 300, price: 0.25 },
];

describe("graduated tiers: each part costs its own tier's price", () => {
  it.each([
    { quantity: 0, cost: 0, parts: [0, 0, 0] },
    { quantity: 100, cost: 0, parts: [0, 0, 0] },
    { quantity: 101, cost: 0.5, parts: [0, 0.5, 0] },
    { quantity: 300, cost: 100, parts: [0, 100, 0] },
    { quantity: 304, cost: 101, parts: [0, 100, 1] },
  ])("$quantity cost $cost", ({ quantity, cost, parts }) => {
    expect(graduatedCost(quantity, TIERS)).toBe(cost);
    expect(tierCosts(quantity, TIERS)).toEqual(parts);
  });
});

describe("volume tiers: all of it costs the price of the tier it reaches", () => {
  it.each([
    { quantity: 0, cost: 0 },
    { quantity: 99, cost: 0 },
    { quantity: 100, cost: 50 },
    { quantity: 299, cost: 149.5 },
    { quantity: 300, cost: 75 },
  ])("$quantity cost $cost", ({ quantity, cost }) => {
    expect(volumeCost(quantity, TIERS)).toBe(cost);
  });
});

describe("tiers that cannot be used are named", () => {
  it.each<{ title: string; tiers: readonly Tier[]; problem: RegExp | undefined }>([
    { title: "good ones", tiers: TIERS, problem: undefined },
    { title: "none", tiers: [], problem: /no tier/ },
    { title: "not from 0", tiers: [{ from: 1, price: 1 }], problem: /starts at 1; start it at 0/ },
    { title: "out of order", tiers: [TIERS[0], TIERS[2], TIERS[1]], problem: /tier 3 starts at 100; start it above 300/ },
    { title: "the same bound twice", tiers: [TIERS[0], TIERS[1], TIERS[1]], problem: /tier 3 starts at 100/ },
    { title: "a negative price", tiers: [{ from: 0, price: -1 }], problem: /price from 0 is -1/ },
    { title: "a price that is no number", tiers: [{ from: 0, price: Number.NaN }], problem: /price from 0 is NaN/ },
  ])("$title", ({ tiers, problem }) => {
    expect(tierProblem(tiers) ?? "").toMatch(problem ?? /^$/);
  });
});
