import { describe, expect, it } from "vitest";
import { bestModel, forecast } from "../../../src/engine/demand/forecast";
import type { ForecastModel } from "../../../src/engine/demand/forecast";
import { fittedParameters, squaredError } from "../../../src/engine/demand/leastSquares";

const periods = (count: number, value: (t: number) => number): number[] => Array.from({ length: count }, (_, index) => value(index + 1));
const CURVES: Readonly<Record<Exclude<ForecastModel, "holt">, (t: number) => number>> = {
  linear: (t) => 100 + 12 * t,
  exponential: (t) => 50 * 1.2 ** t,
  logistic: (t) => 1000 / (1 + 9 * Math.exp(-0.5 * t)),
};

describe("a forecast goes on with the curve of its history", () => {
  it.each(Object.entries(CURVES))("%s", (model, curve) => {
    const found = forecast(periods(12, curve), 3, model as ForecastModel);
    [13, 14, 15].forEach((t, index) => expect(found[index] / curve(t)).toBeCloseTo(1, 6));
  });

  it("holt finds the smoothing that follows a straight line exactly", () => {
    const found = forecast([3, 5, 7, 9, 11], 2, "holt");
    [13, 15].forEach((value, index) => expect(found[index]).toBeCloseTo(value, 9));
  });

  it("a falling line may go below 0: the caller decides what that means", () => {
    expect(forecast([3, 2, 1], 3, "linear").map((value) => Number(value.toFixed(9)))).toEqual([0, -1, -2]);
  });

  it("asks for no period, gets none", () => {
    expect(forecast([1, 2], 0, "linear")).toEqual([]);
  });
});

describe("the model is chosen by the last third that it did not see", () => {
  it.each(Object.entries(CURVES))("%s data", (model, curve) => {
    expect(bestModel(periods(15, curve))).toBe(model);
  });

  it("a trend that turned is best followed by holt", () => {
    expect(bestModel([...periods(8, () => 100), ...periods(10, (t) => 100 + 20 * t)])).toBe("holt");
  });

  it.each([
    { title: "a short history", history: [1, 2, 4, 8, 16] },
    { title: "an exact line with a negative value", history: [-1, 0, 1, 2, 3, 4, 5] },
  ])("$title is taken for linear", ({ history }) => {
    expect(bestModel(history)).toBe("linear");
  });
});

describe("least squares with parameters of at least 0", () => {
  it("holds a parameter that is pressed against 0, and fits the others", () => {
    const line = ([slope = 0, rise = 0]: readonly number[], x: number): number => slope * x + rise;
    const [slope, rise] = fittedParameters(line, [1, 2, 3], [0, 2, 4], [1, 1]);
    expect(rise).toBe(0);
    expect(slope).toBeCloseTo((0 * 1 + 2 * 2 + 4 * 3) / 14, 9);
  });

  it("never returns a worse fit than the start", () => {
    const wild = ([a = 0]: readonly number[], x: number): number => Math.exp(a * x);
    const [xs, ys] = [
      [1, 2, 3],
      [5, 1, 7],
    ];
    expect(squaredError(wild, fittedParameters(wild, xs, ys, [0.5]), xs, ys)).toBeLessThanOrEqual(squaredError(wild, [0.5], xs, ys));
  });
});
