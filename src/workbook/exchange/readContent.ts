import { inputsOf } from "../edit/inputTable";
import type { Inputs } from "../edit/inputTable";
import { CONTENTS, contentsOf } from "../contents";
import { BASE_COLUMN, TABLES } from "../layout";
import type { CellValue } from "../plan";
import { MODEL_TABLES } from "../sheets/modelTables";
import { contentOf, formulasOf } from "./content";
import type { Content, SharedTables, Standing, StatedFormulas } from "./content";

export interface ReadContent {
  readonly inputs: Inputs;
  /** Header of the table of inputs. */
  readonly header: readonly string[];
  readonly tables: SharedTables;
  readonly content: Content;
}

/** Reads what is stated in the workbook: the table of inputs and the tables that all scenarios share. */
export async function readContent(context: Excel.RequestContext): Promise<ReadContent> {
  const names = [TABLES.inputs, ...MODEL_TABLES.map(({ table }) => table)];
  const found = names.map((name) => context.workbook.tables.getItemOrNullObject(name));
  await context.sync();
  const [inputTable, ...keyTables] = found.map((table) =>
    table.isNullObject ? undefined : table.getRange().load("values,rowIndex,columnIndex"),
  );
  const sheet = !found[0]?.isNullObject ? found[0].worksheet.load("name") : undefined;
  await context.sync();
  if (!inputTable || !sheet) throw new Error(`The table ${TABLES.inputs} is missing: there is nothing to read.`);
  const values = inputTable.values as CellValue[][];
  const inputs = inputsOf({ sheet: sheet.name, row: inputTable.rowIndex, column: inputTable.columnIndex, values });
  if (!inputs) throw new Error(`The table ${TABLES.inputs} has lost its column of keys or ${BASE_COLUMN}.`);
  const tables = new Map(
    MODEL_TABLES.flatMap(({ table }, index): [string, CellValue[][]][] => {
      const range = keyTables[index];
      return range ? [[table, range.values as CellValue[][]]] : [];
    }),
  );
  return { inputs, header: (values[0] ?? []).map(String), tables, content: contentOf(inputs, tables) };
}

/** Reads which of the stated values are formulas. */
async function readFormulas(context: Excel.RequestContext, { inputs, header, tables }: ReadContent): Promise<StatedFormulas> {
  const read = (name: string) => context.workbook.tables.getItem(name).getRange().load(CONTENTS);
  const [own, others] = [read(TABLES.inputs), [...tables.keys()].map((name) => [name, read(name)] as const)];
  await context.sync();
  return formulasOf(inputs, header, contentsOf(own), new Map(others.map(([name, range]) => [name, contentsOf(range)])));
}

/** Reads what is stated in the workbook, and which of it are formulas. */
export async function readStanding(context: Excel.RequestContext): Promise<ReadContent & Standing> {
  const read = await readContent(context);
  const columns = read.header.slice(0, read.header.indexOf(BASE_COLUMN));
  return { ...read, columns, formulas: await readFormulas(context, read) };
}
