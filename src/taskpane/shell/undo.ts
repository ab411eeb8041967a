/** Brings back the cells that were changed last, unless somebody has changed them again. */

import { writeInputs } from "../../workbook/edit/writeInputs";
import { perform } from "./host";
import type { EffectContext } from "./host";
import type { Undo } from "./state";

export async function undo(context: EffectContext, { words, edits }: Undo): Promise<void> {
  await perform(context, "Undoing", async (excel) => {
    const outcome = await writeInputs(excel, edits);
    return {
      notice:
        outcome.kind === "written" ? `${words}: as it was before.` : `${words} has been changed again since then. Nothing was undone.`,
    };
  });
}
