/** What Snapshots shows: those that the workbook keeps, and how one of them differs from now. Pure. */

import type { Entry } from "../../workbook/exchange/snapshots";
import type { Difference } from "../shell/difference";
import type { Slice } from "../shell/screen";

export interface SnapshotsState {
  /** The latest first; undefined until they have been read. */
  readonly entries: readonly Entry[] | undefined;
  /** The snapshot whose difference is open. */
  readonly open: Difference | undefined;
  /** Why the next one is taken. */
  readonly why: string;
}

export const INITIAL_SNAPSHOTS: SnapshotsState = { entries: undefined, open: undefined, why: "" };

export type SnapshotsAction =
  | { readonly type: "snapshots/read"; readonly entries: readonly Entry[] }
  | { readonly type: "snapshots/opened"; readonly difference: Difference }
  | { readonly type: "snapshots/closed" }
  | { readonly type: "snapshots/why"; readonly why: string };

/** The state of Snapshots after an action; a snapshot that is open and gone from the workbook closes. */
export function updateSnapshots(state: SnapshotsState, action: SnapshotsAction): SnapshotsState {
  switch (action.type) {
    case "snapshots/read": {
      const isStanding = action.entries.some(({ when }) => when === state.open?.entry.when);
      return { ...state, entries: action.entries, open: isStanding ? state.open : undefined };
    }
    case "snapshots/opened":
      return { ...state, open: action.difference };
    case "snapshots/closed":
      return { ...state, open: undefined };
    case "snapshots/why":
      return { ...state, why: action.why };
  }
}

export const SNAPSHOTS: Slice<SnapshotsState, SnapshotsAction> = {
  initial: INITIAL_SNAPSHOTS,
  update: updateSnapshots,
};
