/** What Inputs does to the workbook: one cell of the table at a time, never over what somebody else has written meanwhile. */

import { parseKey } from "../../engine/keys";
import { addTables, previewTables } from "../../workbook/addTables";
import { inputsOf, ownValue } from "../../workbook/edit/inputTable";
import type { InputRow, Inputs } from "../../workbook/edit/inputTable";
import { inverse, writeInputs } from "../../workbook/edit/writeInputs";
import type { InputEdit } from "../../workbook/edit/writeInputs";
import type { ScenarioTable } from "../../workbook/formulas";
import type { CellValue } from "../../workbook/plan";
import { runCommand } from "../../workbook/runCommand";
import { inputText } from "../format";
import type { Undo } from "../state";
import { draftOf } from "../states/inputs";
import type { Field } from "../states/inputs";
import { typedFor } from "../typed";
import { perform, run, wordsOfFailure } from "./host";
import type { EffectContext } from "./host";

export interface InputEffects {
  /** Writes what has been typed into a field, if it can be read and the cell still holds what was seen. */
  readonly commit: (field: Field, replacesFormula?: boolean) => Promise<void>;
  /** Gives a value back to Base. */
  readonly reset: (field: Field) => Promise<void>;
  readonly undo: (undo: Undo) => Promise<void>;
  /** Shows what adding a table beside the inputs would write. */
  readonly proposeTable: (table: ScenarioTable) => Promise<void>;
  readonly addTable: (table: ScenarioTable) => Promise<void>;
}

interface FoundField {
  readonly inputs: Inputs;
  readonly row: InputRow;
  readonly now: CellValue;
}

function found({ state }: EffectContext, { key, scenario }: Field): FoundField | undefined {
  const { reading } = state();
  const inputs = reading?.kind === "model" && reading.inputs ? inputsOf(reading.inputs) : undefined;
  const row = inputs?.rows.find((each) => each.key === key);
  return inputs && row ? { inputs, row, now: ownValue(inputs, row, scenario) } : undefined;
}

/** Writes one edit and says what was changed; what stands in the way is shown at the field. */
async function write(context: EffectContext, edit: InputEdit, label: string, replacesFormula: boolean): Promise<void> {
  const field: Field = { key: edit.key, scenario: edit.scenario };
  const { dispatch, read, locale } = context;
  try {
    const outcome = await runCommand((excel) => writeInputs(excel, [edit], replacesFormula));
    await read();
    if (outcome.kind === "formula") dispatch({ type: "inputs/refused", field, remark: { formula: outcome.formula } });
    // Where another value stands now, the reading shows it, and the field asks which one holds.
    if (outcome.kind !== "written") return;
    dispatch({ type: "inputs/settled", field });
    const shown = edit.after === "" ? "as in Base" : inputText(edit.after, parseKey(edit.key)?.assumption, locale);
    dispatch({ type: "finished", notice: `${label}, ${edit.scenario}: ${shown}.`, undo: { words: label, edits: inverse(outcome.edits) } });
  } catch (error) {
    dispatch({ type: "inputs/refused", field, remark: { problem: wordsOfFailure(error) } });
  }
}

async function commit(context: EffectContext, field: Field, replacesFormula: boolean): Promise<void> {
  const { dispatch, state, locale } = context;
  const draft = draftOf(state().inputs, field);
  const place = found(context, field);
  const assumption = parseKey(field.key)?.assumption;
  if (!draft || !place || !assumption) return;
  if (draft.text.trim() === "") {
    await reset(context, field);
    return;
  }
  const typed = typedFor(field.key, assumption, draft.text, locale);
  if (!typed.ok) dispatch({ type: "inputs/refused", field, remark: { problem: typed.message } });
  else if (typed.value === place.now && draft.seen === place.now) dispatch({ type: "inputs/settled", field });
  else await write(context, { ...field, before: draft.seen, after: typed.value }, place.row.label, replacesFormula);
}

/** An emptied field inherits again; in Base it has its default, and where nothing is stated, there is nothing to give back. */
async function reset(context: EffectContext, field: Field): Promise<void> {
  const place = found(context, field);
  if (!place) return;
  if (place.now === "") context.dispatch({ type: "inputs/settled", field });
  else await write(context, { ...field, before: place.now, after: "" }, place.row.label, false);
}

async function undo(context: EffectContext, { words, edits }: Undo): Promise<void> {
  await perform(context, "Undoing", async (excel) => {
    const outcome = await writeInputs(excel, edits);
    return {
      notice:
        outcome.kind === "written" ? `${words}: as it was before.` : `${words} has been changed again since then. Nothing was undone.`,
    };
  });
}

async function proposeTable({ dispatch }: EffectContext, table: ScenarioTable): Promise<void> {
  try {
    const { preview, conflicts } = await run((excel) => previewTables(excel, [table]));
    dispatch({ type: "inputs/table", proposed: { table, preview, conflicts } });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

async function addTable(context: EffectContext, table: ScenarioTable): Promise<void> {
  await perform(context, "Writing the table", async (excel) => {
    const { conflicts } = await addTables(excel, [table]);
    if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
    return { notice: `The table ${table} was added with what the reference data lists. Every scenario takes it in.` };
  });
  context.dispatch({ type: "inputs/table", proposed: undefined });
}

/** The effects of Inputs. */
export function inputEffects(context: EffectContext): InputEffects {
  return {
    commit: (field, replacesFormula = false) => commit(context, field, replacesFormula),
    reset: (field) => reset(context, field),
    undo: (last) => undo(context, last),
    proposeTable: (table) => proposeTable(context, table),
    addTable: (table) => addTable(context, table),
  };
}
