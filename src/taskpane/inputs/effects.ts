/** What Inputs does to the workbook: one cell of the table at a time, never over what somebody else has written meanwhile. */

import type { Assumption } from "../../engine/catalogue/assumption";
import { parseKey } from "../../engine/catalogue/keys";
import { addTables, previewTables } from "../../workbook/addTables";
import { inputsOf, ownValue } from "../../workbook/edit/inputTable";
import type { InputRow, Inputs } from "../../workbook/edit/inputTable";
import { writeInputs } from "../../workbook/edit/writeInputs";
import type { InputEdit } from "../../workbook/edit/writeInputs";
import type { ScenarioTable } from "../../workbook/formulas";
import { BASE_COLUMN } from "../../workbook/layout";
import type { CellValue } from "../../workbook/plan";
import { inputText } from "../shell/format";
import { draftOf } from "./state";
import type { Field } from "./state";
import { shortened, typedFor } from "../typed/value";
import type { Typed } from "../typed/value";
import { failedWith, wordsOfFailure } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, write } from "../shell/host";
import type { EffectContext } from "../shell/host";
import { oneBehindTheOther } from "../shell/pacing";
import type { InputsAction, InputsState } from "./state";

export type InputContext = EffectContext<{ readonly inputs: InputsState }, InputsAction>;

export interface InputEffects {
  /** Writes what has been typed into a field, if it can be read and the cell still holds what was seen. */
  readonly commit: (field: Field, replacesFormula?: boolean) => Promise<void>;
  /** Gives a value back to Base. */
  readonly reset: (field: Field) => Promise<void>;
  /** Shows what adding a table beside the inputs would write. */
  readonly proposeTable: (table: ScenarioTable) => Promise<void>;
  readonly addTable: (table: ScenarioTable) => Promise<void>;
}

/** What its views answer the user with. */
export type InputControls = Controls<InputsAction, { readonly inputs: InputEffects }>;

interface FoundField {
  readonly inputs: Inputs;
  readonly row: InputRow;
  readonly now: CellValue;
}

function found({ state }: InputContext, { key, scenario }: Field): FoundField | undefined {
  const { reading } = state();
  const inputs = reading?.kind === "model" && reading.inputs ? inputsOf(reading.inputs) : undefined;
  const row = inputs?.rows.find((each) => each.key === key);
  return inputs && row ? { inputs, row, now: ownValue(inputs, row, scenario) } : undefined;
}

/** What the user has confirmed: the text that a field held then, and whether it may replace a formula. */
interface Confirmed {
  readonly field: Field;
  readonly text: string | undefined;
  readonly replacesFormula: boolean;
}

/** Writes one edit and says what was changed; what stands in the way is shown at the field. */
async function writeEdit(
  context: InputContext,
  { field, text, replacesFormula }: Confirmed,
  edit: InputEdit,
  label: string,
): Promise<void> {
  const { dispatch, read, state, locale } = context;
  try {
    const outcome = await write((excel) => writeInputs(excel, [edit], replacesFormula));
    await read();
    if (outcome.kind === "formula") dispatch({ type: "inputs/refused", field, remark: { formula: outcome.formula } });
    // Where another value stands now, the reading shows it, and the field asks which one holds.
    if (outcome.kind !== "written") return;
    // What has been typed meanwhile stays, over the value that stands now.
    const isTyping = draftOf(state().inputs, field)?.text !== text;
    dispatch(isTyping ? { type: "inputs/kept", field, now: edit.after } : { type: "inputs/settled", field });
    const emptied = edit.scenario === BASE_COLUMN ? "its default" : "as in Base";
    const shown = edit.after === "" ? emptied : shortened(inputText(edit.after, parseKey(edit.key)?.assumption, locale));
    dispatch({ type: "finished", notice: `${label}, ${edit.scenario}: ${shown}.`, undo: { words: label, edits: outcome.inverse } });
  } catch (error) {
    dispatch({ type: "inputs/refused", field, remark: { problem: wordsOfFailure(error) } });
  }
}

/** What a text means for a field: an emptied one inherits again, in Base it has its default. */
function meantBy(text: string, key: string, assumption: Assumption<unknown>, locale: string): Typed {
  return text.trim() === "" ? { ok: true, value: "" } : typedFor(key, assumption, text, locale);
}

/** What a text means for a key that there is not: the cell can be emptied, and nothing else would be read. */
async function unknownKeyed(text: string, key: string): Promise<Typed> {
  if (text.trim() === "") return { ok: true, value: "" };
  const { unknownKey } = await import("../../engine/catalogue/scenario");
  return { ok: false, message: `${unknownKey(key).message} Fix the key on the sheet.` };
}

async function commit(context: InputContext, confirmed: Confirmed): Promise<void> {
  const { dispatch, state, locale } = context;
  const { field, text } = confirmed;
  const draft = draftOf(state().inputs, field);
  const place = found(context, field);
  const assumption = parseKey(field.key)?.assumption;
  if (!draft || text === undefined || !place) return;
  const typed = assumption ? meantBy(text, field.key, assumption, locale) : await unknownKeyed(text, field.key);
  if (!typed.ok) dispatch({ type: "inputs/refused", field, remark: { problem: typed.message } });
  // Also where somebody else has written the same meanwhile: nobody has to decide between two equal values.
  else if (typed.value === place.now) dispatch({ type: "inputs/settled", field });
  else await writeEdit(context, confirmed, { ...field, before: draft.seen, after: typed.value }, place.row.label);
}

/** The field is emptied, as if by hand: what stands in the way of that is asked at the field. */
async function reset(context: InputContext, field: Field): Promise<void> {
  const place = found(context, field);
  if (!place) return;
  context.dispatch({ type: "inputs/typed", field, text: "", seen: place.now });
  await commit(context, { field, text: "", replacesFormula: false });
}

async function proposeTable({ dispatch }: InputContext, table: ScenarioTable): Promise<void> {
  try {
    const { preview, conflicts } = await run((excel) => previewTables(excel, [table]));
    dispatch({ type: "inputs/table", proposed: { table, preview, conflicts } });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

async function addTable(context: InputContext, table: ScenarioTable): Promise<void> {
  await perform(context, "Writing the table", async (excel) => {
    const { conflicts } = await addTables(excel, [table]);
    if (conflicts.length > 0) throw new Error(`Nothing was changed. ${conflicts.join(" ")}`);
    return { notice: `The table ${table} was added with what the reference data lists. Every scenario takes it in.` };
  });
  context.dispatch({ type: "inputs/table", proposed: undefined });
}

/** The effects of Inputs. */
export function inputEffects(context: InputContext): InputEffects {
  // A second Enter may come while Excel still holds what the first one wrote.
  const inTurn = oneBehindTheOther();
  return {
    commit: (field, replacesFormula = false) => {
      const text = draftOf(context.state().inputs, field)?.text;
      return inTurn(() => commit(context, { field, text, replacesFormula }));
    },
    reset: (field) => inTurn(() => reset(context, field)),
    proposeTable: (table) => proposeTable(context, table),
    addTable: (table) => addTable(context, table),
  };
}
