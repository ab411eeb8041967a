import { ModelError } from "../../errors";
import { normalQuantile } from "./normal";
import { pertQuantile, pertTable } from "./pert";

/** Shapes of an uncertain number. */
export const SHAPES = ["normal", "lognormal", "triangular", "pert", "uniform"] as const;
export type Shape = (typeof SHAPES)[number];

/** The value that is not exceeded with a probability above 0 and below 1. */
export type Quantile = (probability: number) => number;

/** An uncertain number: one value in ten is below the low one, one in ten above the high one. */
export interface Spread {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  /** The scenario's own number: the mode of a triangular or PERT distribution. */
  readonly base: number;
}

const TAIL = 0.1;
/** How far the 90th percentile of a normal distribution is from its middle, in deviations. */
const REACH = normalQuantile(1 - TAIL);

/** The quantile function of a shape whose P10 and P90 are the low and the high value. */
export function quantileOf(shape: Shape, spread: Spread): Quantile {
  return SHAPE_QUANTILES[shape](spread);
}

const SHAPE_QUANTILES: Readonly<Record<Shape, (spread: Spread) => Quantile>> = {
  normal: ({ low, high }) => normalBetween(low, high),
  lognormal: ({ key, low, high }) => {
    if (!(low > 0))
      throw new ModelError(
        "conflict",
        key,
        `${key}: low is ${low}, but a lognormal shape needs numbers above 0. Raise low, or choose another shape.`,
      );
    const logarithm = normalBetween(Math.log(low), Math.log(high));
    return (p) => Math.exp(logarithm(p));
  },
  triangular: (spread) => withMode(spread, triangularQuantile),
  pert: (spread) =>
    withMode(spread, (mode) => {
      const table = pertTable(mode);
      return (p) => pertQuantile(table, p);
    }),
  uniform: ({ low, high }) => {
    const width = (high - low) / (1 - 2 * TAIL);
    return (p) => low + (p - TAIL) * width;
  },
};

function normalBetween(low: number, high: number): Quantile {
  const middle = (low + high) / 2;
  const deviation = (high - low) / 2 / REACH;
  return (p) => middle + deviation * normalQuantile(p);
}

/** Quantile of a triangular distribution on 0..1 with its mode at a place. */
function triangularQuantile(mode: number): Quantile {
  return (p) => (p < mode ? Math.sqrt(p * mode) : 1 - Math.sqrt((1 - p) * (1 - mode)));
}

const BISECTIONS = 45;

/**
 * A distribution on 0..1 with its mode at a place, moved and stretched so that its P10, mode and P90 are where they should be: the place is found
 * at which the mode divides the stretch between P10 and P90 as the scenario's number divides low to high.
 */
function withMode({ key, low, high, base }: Spread, unit: (mode: number) => Quantile): Quantile {
  if (!(base >= low && base <= high)) {
    throw new ModelError(
      "conflict",
      key,
      `${key} is ${base} in the scenario, outside the range ${low} to ${high}. A triangular or PERT shape needs it inside: change the range or the shape.`,
    );
  }
  const wanted = (base - low) / (high - low);
  let [left, right] = [0, 1];
  for (let step = 0; step < BISECTIONS; step++) {
    const mode = (left + right) / 2;
    const quantile = unit(mode);
    const [p10, p90] = [quantile(TAIL), quantile(1 - TAIL)];
    if ((mode - p10) / (p90 - p10) < wanted) left = mode;
    else right = mode;
  }
  const quantile = unit((left + right) / 2);
  const p10 = quantile(TAIL);
  const scale = (high - low) / (quantile(1 - TAIL) - p10);
  return (p) => low + (quantile(p) - p10) * scale;
}
