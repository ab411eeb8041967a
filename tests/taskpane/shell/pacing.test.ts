import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { afterPause, atOnce, PAUSE_MS } from "../../../src/taskpane/shell/pacing";

/** Work that takes a while, with the moments at which it began, ms. */
function timed(takes = 0) {
  const began: number[] = [];
  const work = async (): Promise<void> => {
    began.push(Date.now());
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
  };
  return { began, work };
}

/** Calls at the given moments, ms from now; ends long after the last. */
async function callAt(call: () => void, moments: readonly number[]): Promise<void> {
  let now = 0;
  for (const moment of moments) {
    if (moment > now) await vi.advanceTimersByTimeAsync(moment - now);
    now = moment;
    void Promise.resolve().then(call);
  }
  await vi.advanceTimersByTimeAsync(1000);
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const P = PAUSE_MS;

describe("work after a pause begins", () => {
  it.each([
    ["a pause after the call", [0], [P]],
    ["once for a burst, a pause after its last call", [0, 10, 20], [20 + P]],
    ["again for a call after the burst", [0, 500], [P, 500 + P]],
  ])("%s", async (_when, calls, begins) => {
    const { began, work } = timed();
    await callAt(afterPause(work), calls);
    expect(began).toEqual(begins);
  });
});

describe("work at once begins", () => {
  it.each([
    ["with the first call", [0], [0]],
    ["once for calls that come together", [0, 0, 0], [0]],
    ["with the first of a burst and a pause after its last", [0, 10, 20], [0, 20 + P]],
    ["with each call that comes alone", [0, 500], [0, 500]],
    ["a pause after the last call of a burst that outlasts the pause", [0, 30, 60, 90], [0, 90 + P]],
  ])("%s", async (_when, calls, begins) => {
    const { began, work } = timed();
    await callAt(
      atOnce(work, () => false),
      calls,
    );
    expect(began).toEqual(begins);
  });

  it("after a pause alone while it has to wait", async () => {
    const { began, work } = timed();
    await callAt(
      atOnce(work, () => true),
      [0, 10],
    );
    expect(began).toEqual([10 + P]);
  });

  it("behind work that has not ended, once for all that was called meanwhile", async () => {
    const { began, work } = timed(300);
    await callAt(
      atOnce(work, () => false),
      [0, 100, 200],
    );
    expect(began).toEqual([0, 300]);
  });

  it("again after work that failed", async () => {
    let times = 0;
    const failing = atOnce(
      () => Promise.reject(new Error(String(++times))).catch(() => undefined),
      () => false,
    );
    await callAt(failing, [0, 500]);
    expect(times).toBe(2);
  });
});
