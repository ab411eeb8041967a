import { describe, expect, it } from "vitest";
import { smallestCount } from "../../../src/engine/search/centralChoice";
import { MOST_SHARDS } from "../../../src/engine/capacity/shards";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";

const withOverhead = (overhead: number) => resolveScenario(new Map([["shard.read_overhead", overhead]]), reference);

/** The smallest count from `first` on for which `least` shards are enough, and how many counts were tried. */
function searched(overhead: number, first: number, least: number): { count: number; tried: number } {
  let tried = 0;
  const count = smallestCount(withOverhead(overhead), first, (shards) => {
    tried++;
    return shards >= least;
  });
  return { count, tried };
}

describe("the search for the fewest shards", () => {
  it.each([
    ["the first count", 2, 2, 2],
    ["a count nearby", 2, 5, 5],
    ["a count far away", 2, 700, 700],
    ["the last count", 2, MOST_SHARDS, MOST_SHARDS],
    ["a count above those that run", 40, 3, 40],
    ["the last count from itself", MOST_SHARDS, 2, MOST_SHARDS],
    ["none", 2, MOST_SHARDS + 1, MOST_SHARDS + 1],
    ["none above the most", MOST_SHARDS + 1, 2, MOST_SHARDS + 1],
  ])("finds %s as trying each would, in few tries", (_what, first, least, count) => {
    expect(searched(0.3, first, least).count).toBe(count);
    expect(searched(2, first, least).count).toBe(count);
    expect(searched(0.3, first, least).tried).toBeLessThanOrEqual(25);
  });

  it("tries no second count where the most are not enough", () => {
    expect(searched(0.3, 2, Infinity).tried).toBe(1);
  });

  it("tries every count where more shards may mean more load", () => {
    expect(searched(2, 2, Infinity).tried).toBe(MOST_SHARDS - 1);
  });
});
