/** Looks for damage, and repairs what was chosen. */

import { readDamage, repairDamage } from "../../workbook/repairModel";
import { chosenDamage } from "../states/repair";
import { perform, run, wordsOfFailure } from "./host";
import type { EffectContext } from "./host";

export interface RepairEffects {
  readonly read: () => Promise<void>;
  readonly carryOut: () => Promise<void>;
}

async function read({ dispatch, state }: EffectContext): Promise<void> {
  if (state().reading?.kind !== "model") return;
  try {
    dispatch({ type: "repair/read", damage: await run(readDamage) });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

async function carryOut(context: EffectContext): Promise<void> {
  const chosen = chosenDamage(context.state().repair).map(({ id }) => id);
  await perform(context, "Repairing", async (excel) => {
    const done = await repairDamage(excel, chosen);
    return { notice: done.length === 0 ? "There was nothing to repair any more." : `Repaired: ${done.join(" ")}` };
  });
  await read(context);
}

/** The effects of Repair. */
export function repairEffects(context: EffectContext): RepairEffects {
  return { read: () => read(context), carryOut: () => carryOut(context) };
}
