import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOT_LOADED } from "../../../src/taskpane/shell/failure";
import { onDemand } from "../../../src/taskpane/shell/onDemand";
import type { Action } from "../../../src/taskpane/shell/screens";

const said: Action[] = [];
const context = { dispatch: (action: Action) => void said.push(action) };

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "error").mockReturnValue(undefined);
});

afterEach(() => vi.restoreAllMocks());

/** Effects of one that does what it is given. */
const effectsOf = (act: () => Promise<void>) => onDemand(context, () => Promise.resolve({ act }));

describe("an effect that fails", () => {
  it.each<[string, Error, string]>([
    ["an error of its own", new Error("Base has no row for demand.growth."), "Base has no row for demand.growth."],
    [
      "what Excel refuses",
      { code: "AccessDenied", message: "You cannot perform the requested operation." } as unknown as Error,
      "The sheet is protected or the file is read-only. Remove the protection, then try again.",
    ],
  ])("says %s in its words, and leaves the error in the console", async (_words, error, failure) => {
    await effectsOf(() => Promise.reject(error)).act();
    expect(said).toMatchObject([{ type: "failed", failure, cause: { message: error.message } }]);
    expect(console.error).toHaveBeenCalledWith(error);
  });
});

describe("code that cannot be loaded", () => {
  it("is said as that, and loaded the next time", async () => {
    const done: string[] = [];
    const load = vi.fn(() => Promise.resolve({ act: () => Promise.resolve(void done.push("act")) }));
    load.mockRejectedValueOnce(Object.assign(new Error("Loading chunk model failed."), { name: "ChunkLoadError" }));
    const effects = onDemand(context, load);
    await effects.act();
    expect(said).toMatchObject([{ type: "failed", failure: NOT_LOADED }]);
    await effects.act();
    await effects.act();
    expect([done, load.mock.calls.length]).toEqual([["act", "act"], 2]);
  });
});
