import { out, runLinewise } from "./kernel/linewise.mjs";
import { runModel } from "./kernel/objects.mjs";
import { BASE, NAMES } from "./kernel/params.mjs";

/** Values that one run of the yardstick computes. */
export const KERNEL_VALUES = 2165;
const KERNEL_CHECK = [15909303.543449, 6499566.953229];

const parameters = Float64Array.from(NAMES, (name) => BASE[name]);
runLinewise(parameters);
if (KERNEL_CHECK.some((value, i) => Math.abs(out[i] - value) > 1e-5)) throw new Error(`The yardstick gives ${out.join(", ")}.`);

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

/** Time of the processor per run: on a machine that others use too, the clock on the wall says little. */
export function microsecondsPerRun(run: () => void, runs: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < runs; i++) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / runs;
}

/** Time of a run of the yardstick. */
export function kernelMicroseconds(runs: number): number {
  return microsecondsPerRun(() => runLinewise(parameters), runs);
}

/** Time of a run of the same model written as plain objects. */
export function objectsMicroseconds(runs: number): number {
  const { npvV, npvH } = runModel(BASE);
  if ([npvV, npvH].some((value, i) => Math.abs(value - KERNEL_CHECK[i]) > 1e-5))
    throw new Error(`The plain objects give ${npvV}, ${npvH}.`);
  return microsecondsPerRun(() => runModel(BASE), runs);
}
