import { describe, expect, it } from "vitest";
import { exhaustedPeriod } from "../../../src/engine/capacity/exhaustion";
import { fewestShards, hottestLoad, MOST_SHARDS } from "../../../src/engine/capacity/shards";

const EVEN = { skew: 1, crossShare: 0, crossPenalty: 0.5 };

describe("the fewest shards whose hottest one fits", () => {
  it.each([
    { title: "it fits one", demand: 80, capacity: 80, split: EVEN, shards: 1 },
    { title: "an even split", demand: 81, capacity: 80, split: EVEN, shards: 2 },
    { title: "one shard is not skewed", demand: 80, capacity: 80, split: { ...EVEN, skew: 3 }, shards: 1 },
    { title: "a skew of 2 takes twice as many", demand: 160, capacity: 80, split: { ...EVEN, skew: 2 }, shards: 4 },
    {
      title: "cross-shard work is paid only by more than one",
      demand: 100,
      capacity: 100,
      split: { ...EVEN, crossShare: 1, crossPenalty: 1 },
      shards: 1,
    },
    { title: "and then doubles the need", demand: 101, capacity: 100, split: { ...EVEN, crossShare: 1, crossPenalty: 1 }, shards: 3 },
    { title: "rounding errors do not add a shard", demand: 0.1 + 0.2, capacity: 0.3, split: EVEN, shards: 1 },
    { title: "as many as the most", demand: MOST_SHARDS, capacity: 1, split: EVEN, shards: MOST_SHARDS },
    { title: "more than the most", demand: MOST_SHARDS + 1, capacity: 1, split: EVEN, shards: Infinity },
  ])("$title", ({ demand, capacity, split, shards }) => {
    expect(fewestShards(demand, capacity, split)).toBe(shards);
  });

  it("no shard is hotter than the whole", () => {
    expect(hottestLoad(100, 2, { ...EVEN, skew: 5 })).toBe(100);
  });
});

describe("the period at which demand first exceeds its limit", () => {
  it.each([
    { title: "never", demand: [1, 2, 3], limits: [3], period: Infinity },
    { title: "from the start", demand: [5, 6], limits: [4], period: 1 },
    { title: "between two columns", demand: [80, 100, 120], limits: [110], period: 2.5 },
    { title: "right after a column that just fits", demand: [100, 110, 120], limits: [110], period: 2 },
    { title: "a limit that rises too", demand: [80, 100, 130], limits: [90, 110, 120], period: 2.5 },
    { title: "a limit list that is shorter goes on", demand: [80, 100, 120], limits: [90, 110], period: 2.5 },
    { title: "no demand", demand: [], limits: [1], period: Infinity },
  ])("$title", ({ demand, limits, period }) => {
    expect(exhaustedPeriod(demand, limits)).toBe(period);
  });
});
