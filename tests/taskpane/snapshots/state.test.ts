import { describe, expect, test } from "vitest";
import { INITIAL_SNAPSHOTS, updateSnapshots } from "../../../src/taskpane/snapshots/state";
import type { Difference } from "../../../src/taskpane/shell/difference";
import type { SnapshotsAction, SnapshotsState } from "../../../src/taskpane/snapshots/state";

const ENTRY = { when: "2026-11-03T14:05:00Z", why: "Q3", hash: "ab" };
const DIFFERENCE: Difference = { entry: ENTRY, changes: [], figures: [], isIntact: true };

describe("what Snapshots shows", () => {
  test.each<[string, Partial<SnapshotsState>, SnapshotsAction, Partial<SnapshotsState>]>([
    ["the snapshots", {}, { type: "snapshots/read", entries: [ENTRY] }, { entries: [ENTRY] }],
    [
      "the open one while it stands",
      { open: DIFFERENCE },
      { type: "snapshots/read", entries: [ENTRY] },
      { entries: [ENTRY], open: DIFFERENCE },
    ],
    [
      "the list again when the open one is gone",
      { open: DIFFERENCE },
      { type: "snapshots/read", entries: [] },
      { entries: [], open: undefined },
    ],
    ["one that is opened", {}, { type: "snapshots/opened", difference: DIFFERENCE }, { open: DIFFERENCE }],
    ["the list when it is closed", { open: DIFFERENCE }, { type: "snapshots/closed" }, { open: undefined }],
    ["why the next is taken", {}, { type: "snapshots/why", why: "Q3" }, { why: "Q3" }],
  ])("%s", (_words, before, action, change) => {
    const state = { ...INITIAL_SNAPSHOTS, ...before };
    expect(updateSnapshots(state, action)).toEqual({ ...state, ...change });
  });
});
