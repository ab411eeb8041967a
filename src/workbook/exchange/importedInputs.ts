/** What an import writes into the table of inputs: values in its cells, rows for new keys, columns for new scenarios. */

import { canonicalKey, parseKey } from "../../engine/catalogue/keys";
import { growTable, requireRoom } from "../edit/appendRows";
import type { Growth } from "../edit/appendRows";
import { partsAfter, requireColumns } from "../edit/scenarios";
import { KEY_COLUMN, TABLES } from "../layout";
import { labelOf, sectionOf } from "../mapping";
import type { CellContent } from "../plan";
import { readParts } from "../readScenarios";
import { prepareRefresh } from "../refreshModel";
import type { Change } from "./content";
import type { ReadContent } from "./readContent";
import { typedContent } from "./typedContent";
import { writeRuns } from "./writeRuns";
import type { CellWrite } from "./writeRuns";

/** A write for which everything is read. */
export interface PreparedWrite {
  /** Adds it to the batch. */
  readonly write: () => void;
  /** What is left to do once the batch is sent. */
  readonly finish?: () => Promise<void>;
}

/** Place of each text in a list: of the first that is the same. */
export function placesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, at) => [text, at] as const).reverse());
}

/** A row of the table of inputs for a key that has none yet. */
function inputRow(header: readonly string[], key: string): CellContent[] {
  const words: Readonly<Record<string, string>> = {
    Section: sectionOf(key),
    [KEY_COLUMN]: key,
    Assumption: labelOf(key),
    Unit: parseKey(key)?.assumption.unit ?? "",
    Source: "import",
  };
  return header.map((column) => typedContent(words[column] ?? ""));
}

/** The table of inputs as it will be. */
interface InputsAfter extends Required<Growth> {
  /** Values in cells that are there already. */
  readonly cells: readonly CellWrite[];
}

/** The table before the import: its keys, header first, and its columns, the new ones last. */
interface InputsBefore {
  readonly keys: readonly string[];
  readonly header: readonly string[];
  readonly newScenarios: readonly string[];
  /** Cells of the new columns, from the header on. */
  readonly columns: readonly CellContent[][];
}

/** Puts each change into its cell: one that is there, or one of the new columns and rows. */
function inputsAfter({ keys, header, newScenarios, columns }: InputsBefore, changes: readonly Change[]): InputsAfter {
  const [rowOf, columnOf] = [placesOf(keys), placesOf([...header, ...newScenarios])];
  const newRows = new Map<string, CellContent[]>();
  const cells: CellWrite[] = [];
  for (const { scenario, key, after } of changes) {
    const [row, column] = [rowOf.get(key), columnOf.get(scenario)];
    if (column === undefined) throw new Error(`The table ${TABLES.inputs} has no column "${scenario}".`);
    const content = typedContent(after ?? "", key);
    const newRow = newRows.get(key) ?? [...inputRow(header, key), ...newScenarios.map(() => "")];
    const newColumn = columns[column - header.length];
    newRow[column] = content;
    if (row === undefined) newRows.set(key, newRow);
    else if (newColumn) newColumn[row] = content;
    else cells.push({ row, column, content });
  }
  return { cells, rows: [...newRows.values()], columns };
}

/** Refuses an import for which the table of inputs has no room; gives what writes its values, with the places of new scenarios on all sheets. */
export async function prepareInputs(
  context: Excel.RequestContext,
  { inputs, header }: ReadContent,
  changes: readonly Change[],
  newScenarios: readonly string[],
): Promise<PreparedWrite> {
  const known = new Set(inputs.rows.map(({ key }) => key));
  const newKeys = new Set(changes.map(({ key }) => key).filter((key) => !known.has(key)));
  const room = await requireRoom(context, TABLES.inputs, newKeys.size, newScenarios.length);
  const { columns } = newScenarios.length > 0 ? await requireColumns(context, newScenarios) : { columns: [] };
  const parts = await readParts(context);
  const keys = (parts.inputs?.values ?? []).map((row) => canonicalKey(String(row[header.indexOf(KEY_COLUMN)] ?? "")));
  const after = inputsAfter({ keys, header, newScenarios, columns }, changes);
  const refresh =
    newScenarios.length > 0 ? await prepareRefresh(context, partsAfter(parts, after, after.rows.length - room.added)) : undefined;
  return {
    write: () => {
      writeRuns(room.whole, after.cells);
      growTable(room, after);
      refresh?.write();
    },
    ...(refresh && { finish: refresh.finish }),
  };
}
