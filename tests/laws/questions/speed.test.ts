import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../../src/engine/planSetting";

/**
 * Line-months per second over those of the line-wise yardstick in the same process, counting only series that differ from trial to trial. Both run in
 * turn in a process of their own, from a bundle as it is shipped: here every import would be looked up anew, which no user's machine does.
 */
const GATE = 0.3;

let ratios: Readonly<Record<string, number>> = {};

beforeAll(() => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["scripts/bench.mjs", "trials"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  ratios = JSON.parse(stdout) as Readonly<Record<string, number>>;
}, 240_000);

describe("a trial of the sample", () => {
  it.each(ARCHITECTURES)("%s computes at a fair part of the yardstick's speed", (architecture) => {
    expect(ratios[architecture]).toBeGreaterThan(GATE);
  });
});
