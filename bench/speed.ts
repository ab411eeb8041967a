import type { FeasibleProjection } from "../src/engine/lines";
import type { Architecture } from "../src/engine/planSetting";
import { ARCHITECTURES } from "../src/engine/planSetting";
import { projector } from "../src/engine/projector";
import type { Assumptions } from "../src/engine/resolved";
import { resolveScenario } from "../src/engine/scenario";
import { reference } from "../src/reference/load";
import { out, runLinewise } from "./kernel/linewise.mjs";
import { BASE, NAMES } from "./kernel/params.mjs";

/** Values that one run of the yardstick computes. */
const KERNEL_VALUES = 2165;
const KERNEL_CHECK = [15909303.543449, 6499566.953229];

/** Line-months per second of the engine under an architecture, as a share of the yardstick's. */
export interface SpeedRatio {
  readonly architecture: Architecture;
  /** Values computed in a run: lines that are zero throughout do not count. */
  readonly values: number;
  readonly microseconds: number;
  readonly kernelMicroseconds: number;
  readonly ratio: number;
}

const EVERYTHING = ["hybrid.central_share", "demand.volume"];

const median = (numbers: readonly number[]): number => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

function microsecondsPerRun(run: () => void, runs: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < runs; i++) run();
  return Number(process.hrtime.bigint() - start) / 1000 / runs;
}

function computedValues({ lines, total }: FeasibleProjection): number {
  return (lines.filter(({ values }) => values.some((value) => value !== 0)).length + 1) * total.length;
}

/** Measures the engine and the yardstick in turn in one process; the medians of the rounds. */
export function measureSpeed(
  scenario: ReadonlyMap<string, string | number | boolean>,
  rounds: number,
  runs: number,
): readonly SpeedRatio[] {
  const parameters = Float64Array.from(NAMES, (name) => BASE[name]);
  const kernel = (): void => runLinewise(parameters);
  kernel();
  if (KERNEL_CHECK.some((value, i) => Math.abs(out[i] - value) > 1e-5)) throw new Error(`The yardstick gives ${out.join(", ")}.`);
  const a: Assumptions = resolveScenario(scenario, reference);
  return ARCHITECTURES.map((architecture) => {
    const { projection: projected, changed } = projector(a, architecture, reference);
    const run = (): void => {
      // Under every step and line there is one of these.
      EVERYTHING.forEach(changed);
      projected();
    };
    microsecondsPerRun(run, runs * 3);
    microsecondsPerRun(kernel, runs * 3);
    const pairs = Array.from({ length: rounds }, () => [microsecondsPerRun(run, runs), microsecondsPerRun(kernel, runs)] as const);
    const projection = projected();
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
