/** Everything the pane shows, and how it changes: the shell, and a slice per screen. Pure. */

import { namesAfter } from "./names";
import { SLICES } from "./screens";
import type { Action, PaneState } from "./screens";
import { atBeginning, beginsElsewhere, INITIAL_SHELL, updateShell } from "./state";
import type { ShellAction } from "./state";

type Slices = Readonly<Record<string, unknown>>;

function slicesBy(slice: (id: string) => unknown): Slices {
  return Object.fromEntries(Object.keys(SLICES).map((id) => [id, slice(id)]));
}

export const INITIAL_STATE = { ...INITIAL_SHELL, ...slicesBy((id) => SLICES[id]?.initial) } as PaneState;

/** The slices after another reading of the workbook. */
function reread(state: PaneState, { reading }: Extract<ShellAction, { type: "read" }>): Slices {
  const names = namesAfter(state.reading, reading);
  const before = state as unknown as Slices;
  return slicesBy((id) => SLICES[id]?.reread?.(before[id], names, reading) ?? before[id]);
}

/** The state after an action. */
export function update(before: PaneState, action: Action): PaneState {
  // The type of an action names its screen: home/named is an action of Home.
  const [id = ""] = action.type.split("/");
  const slice = SLICES[id];
  if (slice) {
    const state = slice.begins?.(action) ? { ...before, ...atBeginning(false) } : before;
    return { ...state, [id]: slice.update((state as unknown as Slices)[id], action) };
  }
  const own = action as ShellAction;
  const state = beginsElsewhere(own, before) ? { ...before, ...atBeginning(true) } : before;
  return { ...state, ...updateShell(state, own), ...(own.type === "read" ? reread(state, own) : {}) };
}
