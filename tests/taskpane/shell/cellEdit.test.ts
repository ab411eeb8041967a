import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isCellEdited, PATIENCE_MS, watchHeldUp } from "../../../src/taskpane/shell/cellEdit";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const P = PATIENCE_MS;
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe("a batch that waits is said to wait", () => {
  /** What is told, and when, of batches that last from one moment to another while a cell is being edited from one to another. */
  test.each<[string, readonly (readonly [from: number, to: number])[], readonly [from: number, to: number], readonly string[]]>([
    ["not where it is quick", [[0, P - 1]], [0, P - 1], []],
    ["not where Excel is merely slow", [[0, 5 * P]], [9 * P, 9 * P], []],
    ["after a short time, until it goes through", [[0, 3 * P + 7]], [0, 3 * P], [`${String(P)} waits`, `${String(3 * P)} goes on`]],
    [
      "once for several, until the last goes through",
      [
        [0, 2 * P + 7],
        [9, 2 * P + 7],
      ],
      [0, 2 * P + 7],
      [`${String(P)} waits`, `${String(2 * P + 7)} goes on`],
    ],
    [
      "also where the edit begins in the middle of it",
      [[0, 4 * P]],
      [P + 1, 4 * P],
      [`${String(2 * P)} waits`, `${String(4 * P)} goes on`],
    ],
    [
      "no longer than the edit lasts, even if Excel is slow behind it",
      [[0, 9 * P]],
      [0, 2 * P - 1],
      [`${String(P)} waits`, `${String(2 * P)} goes on`],
    ],
  ])("%s", async (_words, batches, [from, to], told) => {
    const heard: string[] = [];
    const isEdited = () => Promise.resolve(Date.now() >= from && Date.now() < to);
    const watched = watchHeldUp(isEdited, (isHeldUp) => heard.push(`${String(Date.now())} ${isHeldUp ? "waits" : "goes on"}`));
    for (const [begin, end] of batches) void after(begin).then(() => watched(after(end - begin)));
    await vi.advanceTimersByTimeAsync(20 * P);
    expect(heard).toEqual(told);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("and its failure is its caller's all the same", async () => {
    const watched = watchHeldUp(
      () => Promise.resolve(false),
      () => undefined,
    );
    await expect(watched(Promise.reject(new Error("protected")))).rejects.toThrow("protected");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("Excel is asked by a batch that does not wait", () => {
  test.each([
    ["refused in a cell that is being edited", "InvalidOperationInCellEditMode", true],
    ["refused for another reason", "GeneralException", false],
    ["let through", undefined, false],
  ])("%s", async (_words, code, isEdited) => {
    const run = vi.fn(() => (code === undefined ? Promise.resolve() : Promise.reject(Object.assign(new Error(code), { code }))));
    vi.stubGlobal("Excel", { run });
    expect(await isCellEdited()).toBe(isEdited);
    expect(run).toHaveBeenCalledWith(expect.any(Function));
  });
});
