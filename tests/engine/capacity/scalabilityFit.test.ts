import { describe, expect, it } from "vitest";
import { effectiveCapacity } from "../../../src/engine/capacity/scalability";
import { scalabilityFit } from "../../../src/engine/capacity/scalabilityFit";

describe("a fit finds the law that made the measurements", () => {
  it.each([
    { gamma: 100, contention: 0.03, coherency: 0.0005 },
    { gamma: 5000, contention: 0.2, coherency: 0.01 },
    { gamma: 1, contention: 0.01, coherency: 0.000001 },
    { gamma: 250, contention: 0.05, coherency: 0 },
    { gamma: 40, contention: 0, coherency: 0.001 },
  ])("$gamma, $contention, $coherency", ({ gamma, contention, coherency }) => {
    const nodes = [1, 2, 4, 8, 16, 32, 64];
    const fit = scalabilityFit(
      nodes,
      nodes.map((n) => gamma * effectiveCapacity(n, contention, coherency)),
    );
    expect(fit.gamma / gamma).toBeCloseTo(1, 5);
    expect(fit.contention).toBeCloseTo(contention, 5);
    expect(fit.coherency).toBeCloseTo(coherency, 7);
    expect(fit.rSquared).toBeCloseTo(1, 9);
  });
});

describe("a fit at the law's bounds", () => {
  it("perfect scaling has no peak and no contention", () => {
    expect(scalabilityFit([1, 2, 3, 4], [10, 20, 30, 40])).toMatchObject({
      contention: 0,
      coherency: 0,
      peakNodes: Infinity,
      peakThroughput: Infinity,
    });
  });

  it("a flat line is full contention, never more", () => {
    const fit = scalabilityFit([10, 20, 40, 80], [1000, 1000, 1000, 1000]);
    expect(fit.contention).toBeCloseTo(1, 9);
    expect(fit.contention).toBeLessThanOrEqual(1);
    expect(fit.peakThroughput).toBeCloseTo(1000, 6);
    expect(fit.rSquared).toBe(1);
  });

  it("a system that only slows down has its peak at one node", () => {
    const fit = scalabilityFit([1, 2, 4, 8], [100, 60, 30, 12]);
    expect(fit.peakNodes).toBe(1);
    expect(fit.peakThroughput).toBeCloseTo(fit.gamma, 9);
  });

  it("noise lowers r squared", () => {
    const { rSquared } = scalabilityFit([1, 2, 4, 8, 16], [100, 150, 420, 500, 1400]);
    expect(rSquared).toBeGreaterThan(0.9);
    expect(rSquared).toBeLessThan(0.999);
  });
});

it("R² is how much less the measurements are apart from the law than from their mean, squared", () => {
  const [nodes, throughput] = [
    [1, 2, 4, 8],
    [100, 150, 320, 400],
  ];
  const { gamma, contention, coherency, rSquared } = scalabilityFit(nodes, throughput);
  const fitted = nodes.map((n) => (gamma * n) / (1 + contention * (n - 1) + coherency * n * (n - 1)));
  const apart = throughput.reduce((sum, value, index) => sum + (value - fitted[index]) ** 2, 0);
  // The mean is 242.5, and the squares from it 142.5², 92.5², 77.5² and 157.5².
  expect(rSquared).toBeCloseTo(1 - apart / 59675, 9);
  expect(rSquared).toBeLessThan(0.99);
});

describe("measurements that cannot be fitted are refused in words", () => {
  it.each([
    { nodes: [1, 2, 3], throughput: [1, 2, 3] },
    { nodes: [1, 2, 3, 4], throughput: [1, 2, 3] },
    { nodes: [], throughput: [] },
  ])("$nodes and $throughput", ({ nodes, throughput }) => {
    expect(() => scalabilityFit(nodes, throughput)).toThrow(/Enter 4 or more, the same number of each/);
  });
});
