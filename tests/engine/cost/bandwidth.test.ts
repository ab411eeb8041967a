import { describe, expect, it } from "vitest";
import { burstableMbps, copyDays, linkCost, requiredMbps } from "../../../src/engine/cost/bandwidth";

describe("burstable billing drops the top floor(n x (1 - share)) samples and bills the next", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    { title: "100 samples at 95 %: the sixth highest", samples: hundred, share: 0.95, mbps: 95 },
    { title: "the order of the samples does not matter", samples: [...hundred].reverse(), share: 0.95, mbps: 95 },
    { title: "19 samples at 95 %: none is dropped", samples: hundred.slice(0, 19), share: 0.95, mbps: 100 },
    {
      title: "ten samples at 90 %: exactly one is dropped, despite rounding of 1 - 0.9",
      samples: hundred.slice(0, 10),
      share: 0.9,
      mbps: 99,
    },
    { title: "share 1: the highest", samples: [5, 9, 7], share: 1, mbps: 9 },
    { title: "numbers, not text, are sorted", samples: [9, 10, 100], share: 1, mbps: 100 },
  ])("$title", ({ samples, share, mbps }) => {
    expect(burstableMbps(samples, share)).toBe(mbps);
  });

  it("leaves the samples as they were, and has no answer without any", () => {
    const samples = Object.freeze([3, 1, 2]);
    expect(burstableMbps(samples, 1)).toBe(3);
    expect(burstableMbps([], 0.95)).toBeNaN();
  });
});

describe("links and moves", () => {
  it("100 tx/s of 40 kB at 70 % need 45.7 Mbps", () => {
    expect(requiredMbps(100, 40, 0.7)).toBeCloseTo((100 * 40 * 8) / 1000 / 0.7, 12);
  });

  it("two links of 100 Mbps with ports cost 16,800 a year, and one link one month without options", () => {
    expect(linkCost(100, 4, { port: 300, links: 2, months: 12 })).toBe(16_800);
    expect(linkCost(100, 4, {})).toBe(400);
  });

  it("10 TB over 100 Mbps at 80 % take 11.57 days", () => {
    expect(copyDays(10, 100, 0.8)).toBeCloseTo(10e12 / ((100e6 / 8) * 0.8) / 86_400, 10);
  });
});
