import { spawnSync } from "node:child_process";

/** The stand-in model as another tool runs it. */
export interface OtherRun {
  readonly written: string;
  readonly microseconds: number;
}

/** The command that measures a tool's time per trial: it prints one number, in microseconds. */
interface Tool {
  readonly written: string;
  readonly command: string;
  readonly script: string;
}

const TOOLS: readonly Tool[] = [{ written: "numpy, 10,000 trials at a time", command: "python3", script: "bench/kernel/mc_numpy.py" }];

/** Runs the tools that are installed, and says which are not. */
export function runOthers(): readonly OtherRun[] {
  return TOOLS.flatMap(({ written, command, script }) => {
    const { status, stdout } = spawnSync(command, [script], { encoding: "utf8" });
    const microseconds = Number(stdout);
    if (status === 0 && microseconds > 0) return [{ written, microseconds }];
    console.log(`${written}: not run, ${command} or its package is not installed`);
    return [];
  });
}
