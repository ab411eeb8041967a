/** Looks for damage, and repairs what was chosen. */

import { readDamage, repairDamage } from "../../workbook/repair/repairModel";
import { chosenDamage } from "./state";
import { failedWith } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, whenCalculated } from "../shell/host";
import type { Done, EffectContext } from "../shell/host";
import type { RepairAction, RepairState } from "./state";

export type RepairContext = EffectContext<{ readonly repair: RepairState }, RepairAction>;

export interface RepairEffects {
  /** Looks for damage. */
  readonly refresh: () => Promise<void>;
  readonly carryOut: () => Promise<void>;
}

/** What its views answer the user with. */
export type RepairControls = Controls<RepairAction, { readonly repair: RepairEffects }>;

async function read({ dispatch, state }: RepairContext): Promise<void> {
  if (state().reading?.kind !== "model") return;
  try {
    dispatch({ type: "repair/read", damage: await run(whenCalculated(readDamage)) });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** What was repaired, and whether the repair has brought damage to light that nobody could see before. */
async function repaired(excel: Excel.RequestContext, chosen: readonly string[], seen: readonly string[]): Promise<Done> {
  const done = await repairDamage(excel, chosen);
  if (done.length === 0) return { notice: "There was nothing to repair any more." };
  const isMore = (await readDamage(excel)).some(({ id, steps }) => steps.length > 0 && !seen.includes(id));
  return { notice: `Repaired: ${done.join(" ")}${isMore ? " The repair has brought more to light: see below." : ""}` };
}

async function carryOut(context: RepairContext): Promise<void> {
  const { repair } = context.state();
  const chosen = chosenDamage(repair).map(({ id }) => id);
  const seen = (repair.damage ?? []).filter(({ steps }) => steps.length > 0).map(({ id }) => id);
  await perform(
    context,
    "Repairing",
    whenCalculated((excel) => repaired(excel, chosen, seen)),
  );
  await read(context);
}

/** The effects of Repair. */
export function repairEffects(context: RepairContext): RepairEffects {
  return { refresh: () => read(context), carryOut: () => carryOut(context) };
}
