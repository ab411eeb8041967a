/** When a burst of edits is saved. The clock is the test's own. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPace } from "../../../src/workbench/page/pace";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Times at which the work is done for edits at these times, ms. */
function doneAt(edits: readonly number[]): number[] {
  const began = performance.now();
  const done: number[] = [];
  const pace = createPace(() => done.push(performance.now() - began));
  for (const edit of edits) setTimeout(() => pace.soon(), edit);
  vi.advanceTimersByTime(60_000);
  return done;
}

const every = (ms: number, count: number) => Array.from({ length: count }, (_, i) => i * ms);

describe("edits are saved", () => {
  it.each([
    ["0.4 s after one edit", [0], [400]],
    ["0.4 s after the last of a short burst", [0, 100, 300], [700]],
    ["each by itself where they are further apart", [0, 1000, 2000], [400, 1400, 2400]],
    ["2 s after the first of a long burst, and once more after it", every(100, 25), [2000, 2800]],
    ["every 2 s while 70 edits come within 15 s", every(210, 70), [2000, 4100, 6200, 8300, 10400, 12500, 14600]],
    ["every 2 s while edits come 399 ms apart", every(399, 12), [2000, 4394]],
    ["2 s after the first even where they come every 10 ms", every(10, 250), [2000, 2890]],
  ])("%s", (_, edits, expected) => {
    expect(doneAt(edits)).toEqual(expected);
  });

  it("at once when the page may be closed, and not again for the same edits", () => {
    const work = vi.fn();
    const pace = createPace(work);
    pace.soon();
    pace.now();
    expect(pace.isWaiting()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("again after a save that failed, sooner where another edit comes", () => {
    const work = vi.fn();
    const pace = createPace(work);
    pace.after(10_000);
    vi.advanceTimersByTime(9_999);
    expect(work).not.toHaveBeenCalled();
    pace.soon();
    vi.advanceTimersByTime(400);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("no more once saving has ended", () => {
    const work = vi.fn();
    const pace = createPace(work);
    pace.soon();
    pace.stop();
    vi.advanceTimersByTime(60_000);
    expect(work).not.toHaveBeenCalled();
  });
});
