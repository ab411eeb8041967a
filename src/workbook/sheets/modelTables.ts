/** The tables that a scenario takes in besides the inputs: what stands in each, and the sheet that holds it. */

import { CATALOGUE } from "../../engine/catalogue/assumptions";
import type { TableName } from "../../engine/catalogue/assumptions";
import { headerIndex } from "../../engine/catalogue/headers";
import { parseKey } from "../../engine/catalogue/keys";
import type { Value } from "../../engine/catalogue/values";
import type { ScenarioTable } from "../formulas";
import { COLORS, SHEETS, TABLE_ROW, TABLES } from "../layout";
import { formatOf, typedValue } from "../mapping";
import { input } from "../plan";
import type { Block, CellContent, CellValue, Look, SheetPlan } from "../plan";
import { tableSheet } from "./tableSheet";
import { typedCell } from "../typedCell";

/** A row to be written: its name and the fields that it states, by the last part of their keys (`deal.Northwind.close`: `close`). */
export interface TableRow {
  readonly name: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly evidence?: string;
}

export interface ModelTable {
  readonly table: ScenarioTable;
  readonly sheet: string;
  readonly title: string;
  /** First part of the keys of its rows. */
  readonly kind: TableName;
  /** The first header says to TCO.SCENARIO which table it is. */
  readonly firstColumn: string;
}

/** In the order of their sheets. Deals are part of every model; the others are added when somebody wants to edit what they list. */
export const MODEL_TABLES: readonly ModelTable[] = [
  { table: TABLES.deals, sheet: SHEETS.deals, title: "Acquisitions and divestitures", kind: "deal", firstColumn: "Deal" },
  { table: TABLES.licenses, sheet: SHEETS.licenses, title: "License products", kind: "license", firstColumn: "License" },
  { table: TABLES.roles, sheet: SHEETS.roles, title: "Roles of the staff", kind: "role", firstColumn: "Role" },
  { table: TABLES.servers, sheet: SHEETS.servers, title: "Server shapes", kind: "server", firstColumn: "Server" },
];

/** What a table is and where it stands; every table of scenarios has an entry. */
export function modelTable(table: ScenarioTable): ModelTable {
  const found = MODEL_TABLES.find((each) => each.table === table);
  if (!found) throw new Error(`There is no table ${table}.`);
  return found;
}

const SOURCE_COLUMN = "Source";
const NAME_WIDTH = 150;
const FIELD_WIDTH = 66;
const SOURCE_WIDTH = 300;

/** Fields of a table's rows in the order of the catalogue, by the last part of their keys. */
export function fieldsOf(kind: TableName): readonly string[] {
  const prefix = `${kind}.*.`;
  return Object.keys(CATALOGUE)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** Parts of headers that are no plain words. */
const SPELLINGS: Readonly<Record<string, string>> = { tb: "TB", gib: "GiB", iops: "IOPS", kw: "kW", "1y": "1Y", "3y": "3Y" };

/** Header of a table's column for a field: `lag_months` is "Lag months". The functions find columns by these names. */
export function columnOfField(field: string): string {
  const words = field
    .split("_")
    .map((word) => SPELLINGS[word] ?? word)
    .join(" ");
  return words === SPELLINGS["kw"] ? words : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Place of a column among the headers of a table of scenarios, as the functions find it; -1 where it has none. */
export function columnIn(header: readonly CellValue[], name: string): number {
  return headerIndex(header.map(String), name) ?? -1;
}

/** Rows of a table with its header; a blank cell is "not stated". An empty list has one blank row, as a table needs one. */
export function tableCells({ kind, firstColumn }: ModelTable, rows: readonly TableRow[]): CellContent[][] {
  const fields = fieldsOf(kind);
  const header = [firstColumn, ...fields.map(columnOfField), SOURCE_COLUMN];
  const cells = rows.map(({ name, fields: stated, evidence = "" }) => {
    const values = fields.map((field) => {
      const value = stated[field];
      return value === undefined ? "" : typedValue(`${kind}.${name}.${field}`, value);
    });
    return [typedCell(name), ...values, typedCell(evidence)];
  });
  return [header, ...(cells.length > 0 ? cells : [header.map(() => "")])];
}

/** The sheet of a table: a row per deal, product, role or shape, the unit of each column above its header. */
export function modelTableSheet(table: ModelTable, rows: readonly TableRow[]): SheetPlan {
  const cells = tableCells(table, rows);
  const plan = tableSheet(table.sheet, table.title, table.table, cells);
  const fields = fieldsOf(table.kind);
  const keyOf = (field: string) => `${table.kind}.x.${field}`;
  const count = cells.length - 1;
  const formats = fields.map((field, index): Look => {
    return { row: TABLE_ROW + 1, column: index + 1, rows: count, columns: 1, numberFormat: formatOf(keyOf(field)) };
  });
  const units: Block = {
    row: TABLE_ROW - 1,
    column: 1,
    cells: [fields.map((field) => parseKey(keyOf(field))?.assumption.unit ?? "")],
  };
  const looks: Look[] = [
    ...plan.looks,
    { row: TABLE_ROW - 1, column: 1, rows: 1, columns: fields.length, color: COLORS.quiet },
    input(TABLE_ROW + 1, 0, count, cells[0]?.length ?? 0),
    ...formats,
  ];
  return {
    ...plan,
    blocks: [...plan.blocks, units],
    looks,
    columnWidths: [NAME_WIDTH, ...fields.map((field) => columnWidth(field)), SOURCE_WIDTH],
    frozenColumns: 1,
  };
}

/** Room for the header of a field. */
function columnWidth(field: string): number {
  return Math.max(FIELD_WIDTH, columnOfField(field).length * 6);
}
