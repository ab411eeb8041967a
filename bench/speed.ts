import type { FeasibleProjection } from "../src/engine/lines";
import type { Architecture } from "../src/engine/plan/setting";
import { ARCHITECTURES } from "../src/engine/plan/setting";
import { project } from "../src/engine/plan/project";
import type { Assumptions } from "../src/engine/catalogue/resolved";
import { resolveScenario } from "../src/engine/catalogue/scenario";
import { reference } from "../src/reference/load";
import { KERNEL_VALUES, kernelMicroseconds, median, microsecondsPerRun } from "./kernel";

/** Line-months per second of the engine under an architecture, as a share of the yardstick's. */
export interface SpeedRatio {
  readonly architecture: Architecture;
  /** Values computed in a run: lines that are zero throughout do not count. */
  readonly values: number;
  readonly microseconds: number;
  readonly kernelMicroseconds: number;
  readonly ratio: number;
}

function computedValues({ lines, total }: FeasibleProjection): number {
  return (lines.filter(({ values }) => values.some((value) => value !== 0)).length + 1) * total.length;
}

/** Measures the engine, then the yardstick, in one process; returns the medians of the rounds. */
export function measureSpeed(
  scenario: ReadonlyMap<string, string | number | boolean>,
  rounds: number,
  runs: number,
): readonly SpeedRatio[] {
  const a: Assumptions = resolveScenario(scenario, reference);
  return ARCHITECTURES.map((architecture) => {
    const run = (): void => void project(a, architecture, reference);
    microsecondsPerRun(run, runs * 3);
    kernelMicroseconds(runs * 3);
    const pairs = Array.from({ length: rounds }, () => [microsecondsPerRun(run, runs), kernelMicroseconds(runs)] as const);
    const projection = project(a, architecture, reference);
    if (!projection.feasible) throw new Error(`The scenario is infeasible under ${architecture}.`);
    const values = computedValues(projection);
    const ratio = median(pairs.map(([engine, yardstick]) => values / engine / (KERNEL_VALUES / yardstick)));
    return {
      architecture,
      values,
      microseconds: median(pairs.map(([engine]) => engine)),
      kernelMicroseconds: median(pairs.map(([, k]) => k)),
      ratio,
    };
  });
}
