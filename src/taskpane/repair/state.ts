/** What Repair shows: the damage that was found, and what of it is to be repaired. Pure. */

import { isWaiting } from "../../workbook/repair/repairDamage";
import type { Damage } from "../../workbook/repair/repairDamage";
import type { Slice } from "../shell/screen";

export interface RepairState {
  /** Undefined until it has been looked for. */
  readonly damage: readonly Damage[] | undefined;
  /** Ids of the damage that is not to be repaired: at first everything is but what may be wanted. */
  readonly spared: readonly string[];
}

export const INITIAL_REPAIR: RepairState = { damage: undefined, spared: [] };

export type RepairAction =
  | { readonly type: "repair/read"; readonly damage: readonly Damage[] }
  | { readonly type: "repair/chosen"; readonly id: string; readonly isChosen: boolean };

function sparedOf({ damage: seen = [], spared }: RepairState, found: readonly Damage[]): readonly string[] {
  const isNew = (id: string) => seen.every((damage) => damage.id !== id);
  return found.flatMap(({ id, isOptional }) => (spared.includes(id) || (isOptional === true && isNew(id)) ? [id] : []));
}

/** The state of Repair after an action; a choice outlives another reading of the same damage. */
export function updateRepair(state: RepairState, action: RepairAction): RepairState {
  switch (action.type) {
    case "repair/read":
      return { damage: action.damage, spared: sparedOf(state, action.damage) };
    case "repair/chosen": {
      const others = state.spared.filter((id) => id !== action.id);
      return { ...state, spared: action.isChosen ? others : [...others, action.id] };
    }
  }
}

/** Whether a repair waits for another one that was not chosen. */
export function waits(damage: Damage, { damage: present = [], spared }: RepairState): boolean {
  return isWaiting(damage, present, (id) => !spared.includes(id) && present.some((other) => other.id === id && other.steps.length > 0));
}

/** The damage that a repair would put right: what can be, was not spared, and does not wait for what was. */
export function chosenDamage(state: RepairState): readonly Damage[] {
  const { damage = [], spared } = state;
  return damage.filter((each) => each.steps.length > 0 && !spared.includes(each.id) && !waits(each, state));
}

export const REPAIR: Slice<RepairState, RepairAction> = {
  initial: INITIAL_REPAIR,
  update: updateRepair,
};
