import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../src/engine/analysis/simulation/normal";
import { pertQuantile, pertTable } from "../../../src/engine/analysis/simulation/pert";
import { correlate } from "../../../src/engine/analysis/simulation/rankCorrelation";
import { correlation, meanOf, percentileOf, ranksOf } from "../../../src/engine/analysis/simulation/ranks";
import { quantileOf, SHAPES } from "../../../src/engine/analysis/simulation/shapes";
import { stratified } from "../../../src/engine/analysis/simulation/streams";

/** A spread with its base at a share of the way from low to high. */
const spread = (low: number, high: number, base = (low + high) / 2) => ({ key: "demand.growth", low, high, base });
const MIDDLES = Array.from({ length: 20000 }, (_, index) => (index + 0.5) / 20000);
const momentsOf = (quantile: (p: number) => number): { mean: number; deviation: number } => {
  const values = MIDDLES.map(quantile);
  const mean = meanOf(values);
  return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
};

describe("the quantile of the standard normal distribution", () => {
  // NIST Digital Library of Mathematical Functions, and tables printed to 15 digits.
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [0.025, -1.959963984540054],
  ])("at %d is %d", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});

describe("every shape has one value in ten below its low and one in ten above its high value", () => {
  const cases = SHAPES.flatMap((shape) => [0.001, 0.2, 0.5, 0.9].map((place) => [shape, place] as const));

  it.each(cases)("%s with the base at %d of the way", (shape, place) => {
    const quantile = quantileOf(shape, spread(20, 50, 20 + 30 * place));
    expect(quantile(0.1)).toBeCloseTo(20, 7);
    expect(quantile(0.9)).toBeCloseTo(50, 7);
  });

  it.each(cases)("%s rises with the probability, base at %d", (shape, place) => {
    const quantile = quantileOf(shape, spread(20, 50, 20 + 30 * place));
    const values = [1e-9, ...MIDDLES.filter((_, index) => index % 50 === 0), 1 - 1e-9].map(quantile);
    expect(values.every((value, index) => Number.isFinite(value) && (index === 0 || value >= values[index - 1]))).toBe(true);
  });
});

describe("moments in closed form", () => {
  it("lognormal: exp(mu + sigma^2/2)", () => {
    const [mu, sigma] = [(Math.log(20) + Math.log(50)) / 2, (Math.log(50) - Math.log(20)) / 2 / 1.2815515655446004];
    expect(momentsOf(quantileOf("lognormal", spread(20, 50))).mean).toBeCloseTo(Math.exp(mu + (sigma * sigma) / 2), 2);
  });

  it("uniform: the middle, and the width over the root of 12", () => {
    const { mean, deviation } = momentsOf(quantileOf("uniform", spread(20, 50)));
    expect(mean).toBeCloseTo(35, 6);
    expect(deviation).toBeCloseTo(30 / 0.8 / Math.sqrt(12), 4);
  });

  it("triangular: a third of its ends and mode", () => {
    // Mode in the middle: P10 of a triangle on 0..1 is sqrt(0.05).
    const width = 30 / (1 - 2 * Math.sqrt(0.05));
    const { mean, deviation } = momentsOf(quantileOf("triangular", spread(20, 50)));
    expect(mean).toBeCloseTo(35, 4);
    expect(deviation).toBeCloseTo(width / Math.sqrt(24), 3);
  });

  // Beta(1 + 4m, 5 - 4m) on 0..1: mean (1 + 4m)/6, variance (1 + 4m)(5 - 4m)/252.
  it.each([[0], [0.2], [0.5], [0.85], [1]])("PERT on 0..1 with mode %d", (mode) => {
    const table = pertTable(mode);
    const { mean, deviation } = momentsOf((p) => pertQuantile(table, p));
    expect(mean).toBeCloseTo((1 + 4 * mode) / 6, 5);
    expect(deviation).toBeCloseTo(Math.sqrt(((1 + 4 * mode) * (5 - 4 * mode)) / 252), 4);
  });

  it("PERT: Beta(3, 3) at its quartile, and Beta(1, 5) where 1 - (1-x)^5 is known", () => {
    expect(pertQuantile(pertTable(0.5), 0.5)).toBeCloseTo(0.5, 9);
    expect(pertQuantile(pertTable(0), 0.3)).toBeCloseTo(1 - Math.pow(0.7, 1 / 5), 7);
  });
});

describe("a range that a shape cannot have is refused", () => {
  it.each([
    [
      "lognormal" as const,
      spread(-1, 5),
      "demand.growth: low is -1, but a lognormal shape needs numbers above 0. Raise low, or choose another shape.",
    ],
    [
      "pert" as const,
      spread(20, 50, 60),
      "in the scenario, outside the range 20 to 50. A triangular or PERT shape needs it inside: change the range or the shape.",
    ],
    [
      "triangular" as const,
      spread(20, 50, 10),
      "in the scenario, outside the range 20 to 50. A triangular or PERT shape needs it inside: change the range or the shape.",
    ],
  ])("%s", (shape, range, message) => {
    expect(() => quantileOf(shape, range)).toThrow(message);
  });
});

describe("draws", () => {
  it("are one in each of as many equal parts, in an order by chance", () => {
    const draws = stratified("demand.growth", 1, 1000);
    expect(Array.from(draws, (draw) => Math.floor(draw * 1000)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index),
    );
    expect(
      correlation(
        draws,
        Float64Array.from({ length: 1000 }, (_, index) => index),
      ),
    ).toBeCloseTo(0, 0);
  });

  it("are the same for the same name and seed, and others for another", () => {
    expect(stratified("demand.growth", 1, 50)).toEqual(stratified("demand.growth", 1, 50));
    expect(stratified("demand.growth", 2, 50)).not.toEqual(stratified("demand.growth", 1, 50));
    expect(stratified("demand.growti", 1, 50)).not.toEqual(stratified("demand.growth", 1, 50));
  });

  it("of different names do not go together", () => {
    const columns = Array.from({ length: 40 }, (_, index) => stratified(`user.${index}`, 1, 4000));
    const pairs = columns.flatMap((one, i) => columns.slice(i + 1).map((other) => Math.abs(correlation(one, other))));
    // Of 780 pairs of independent columns the largest is about 3.4 / sqrt(4000) = 0.054.
    expect(Math.max(...pairs)).toBeLessThan(0.08);
  });
});

describe("correlated draws", () => {
  const names = ["a", "b", "c"];
  const columns = (): Float64Array[] => names.map((name) => stratified(name, 5, 4000));
  const rank = (one: Float64Array, other: Float64Array): number => correlation(ranksOf(one), ranksOf(other));

  it("have the rank correlations asked for, and the same values in each column", () => {
    const [a, b, c] = columns();
    correlate(
      names,
      [a, b, c],
      [
        { one: "a", other: "b", rank: 0.8 },
        { one: "c", other: "a", rank: -0.5 },
      ],
    );
    expect(rank(a, b)).toBeCloseTo(0.8, 1);
    expect(rank(a, c)).toBeCloseTo(-0.5, 1);
    expect(rank(b, c)).toBeCloseTo(0, 1);
    columns().forEach((column, index) => expect([a, b, c][index].slice().sort()).toEqual(column.sort()));
  });

  it.each([
    ["an unknown key", [{ one: "a", other: "x", rank: 0.5 }], "names x"],
    [
      "more than 1",
      [{ one: "a", other: "b", rank: 1.5 }],
      "The correlation of a and b is 1.5. Choose two inputs and a correlation from -1 to 1.",
    ],
    [
      "a key with itself",
      [{ one: "a", other: "a", rank: 0.5 }],
      "The correlation of a and a is 0.5. Choose two inputs and a correlation from -1 to 1.",
    ],
    [
      "what no draws can have",
      [
        { one: "a", other: "b", rank: 0.9 },
        { one: "b", other: "c", rank: 0.9 },
        { one: "a", other: "c", rank: -0.9 },
      ],
      "contradict",
    ],
  ])("refuse %s", (_what, wanted, message) => {
    expect(() => correlate(names, columns(), wanted)).toThrow(message);
  });
});

describe("ranks and percentiles", () => {
  it("equal values share the mean of their ranks", () => {
    expect(Array.from(ranksOf([3, 1, 3, 2]))).toEqual([3.5, 1, 3.5, 2]);
  });

  // Excel: PERCENTILE.INC({10;20;30;40}, 0.25) = 17.5.
  it.each([
    [0, 10],
    [0.25, 17.5],
    [0.5, 25],
    [1, 40],
  ])("the percentile %d of 10, 20, 30, 40 is %d", (share, value) => {
    expect(percentileOf([10, 20, 30, 40], share)).toBe(value);
  });

  it("nothing varies with what does not vary", () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0);
  });
});
