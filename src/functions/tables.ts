/** Tables of a worksheet: a header row, then rows; columns are found by name in any order, and columns that nobody asks for are ignored. */

import { CATALOGUE } from "../engine/assumptions";
import type { TableName } from "../engine/assumptions";
import { ModelError } from "../engine/errors";
import { CellError, brokenCell, cellOf, rowsOf } from "./cells";
import type { Cell } from "./cells";

export interface Table {
  /** Name of the argument, for messages. */
  readonly name: string;
  readonly headers: readonly string[];
  /** Index of a column by its folded header. */
  readonly columns: ReadonlyMap<string, number>;
  /** Rows with at least one cell that is not blank. */
  readonly rows: readonly TableCells[];
}

export interface TableCells {
  /** Row of the range, the header being 1. */
  readonly number: number;
  readonly cells: readonly unknown[];
}

/** The first header of each table that can be part of a scenario. */
const FIRST_HEADERS: Readonly<Record<string, TableName>> = {
  deal: "deal",
  license: "license",
  role: "role",
  server: "server",
  custom: "custom",
  customline: "custom",
};

/** Columns without which a table says nothing. */
const REQUIRED: Readonly<Record<TableName, readonly string[]>> = {
  deal: ["close"],
  license: [],
  role: [],
  server: ["cores", "memory_gib"],
  custom: ["formula"],
};

/** Fields of each table by their folded name, in the order of the catalogue. */
const FIELDS: Readonly<Record<TableName, ReadonlyMap<string, string>>> = {
  deal: fieldsOf("deal"),
  license: fieldsOf("license"),
  role: fieldsOf("role"),
  server: fieldsOf("server"),
  custom: fieldsOf("custom"),
};

function fieldsOf(table: TableName): ReadonlyMap<string, string> {
  const prefix = `${table}.*.`;
  const fields = Object.keys(CATALOGUE)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  return new Map(fields.map((field) => [folded(field), field]));
}

/** A header without what does not matter: case, spaces and underscores. */
export function folded(header: string): string {
  return header.toLowerCase().replace(/[\s_]+/g, "");
}

/** The table of a range; its first row holds the headers. */
export function tableOf(name: string, given: unknown): Table {
  const [header = [], ...rows] = rowsOf(given);
  const headers = header.map((cell) => textIn(cellOf(cell)));
  if (headers.every((text) => text === ""))
    throw new ModelError(
      "missing",
      name,
      `${name} is empty: its first row has to hold the headers, from Deal, License, Role or Server on.`,
    );
  const columns = new Map<string, number>();
  headers.forEach((text, index) => {
    if (text !== "" && !columns.has(folded(text))) columns.set(folded(text), index);
  });
  const stated = rows
    .map((cells, index) => ({ number: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => !isBlank(cellOf(cell))));
  return { name, headers, columns, rows: stated };
}

const textIn = (cell: Cell): string => (cell instanceof CellError || cell === 0 ? "" : String(cell).trim());

/** A blank cell of a range that was passed as it is reaches a function as 0. */
const isBlank = (cell: Cell): boolean => cell === "" || cell === 0;

/** Index of a column; a message names it and what is there. */
export function columnOf({ name, headers, columns }: Table, wanted: string): number {
  const index = columns.get(folded(wanted));
  if (index !== undefined) return index;
  throw new ModelError("missing", name, `${name} has no column "${wanted}"; it has ${headers.filter((text) => text !== "").join(", ")}.`);
}

/** Which of a scenario's tables it is, by its first header. */
export function tableKind({ name, headers }: Table): TableName {
  const kind = FIRST_HEADERS[folded(headers[0])];
  if (kind !== undefined) return kind;
  throw new ModelError(
    "not-allowed",
    name,
    `${name} starts with the header "${headers[0]}"; allowed is Deal, License, Role, Server or Custom line.`,
  );
}

/** The name of a row: its first cell. */
export function rowName({ name, headers }: Table, { number, cells }: TableCells): string {
  const cell = cellOf(cells[0]);
  if (cell instanceof CellError) throw brokenCell(`${headers[0]} in row ${number} of ${name}`, cell);
  const text = textIn(cell);
  if (text === "")
    throw new ModelError("missing", name, `Row ${number} of ${name} has no ${headers[0]}: state its name, or clear the row.`);
  return text;
}

/** The keys and values that a table of a scenario states, row by row; blank cells are not stated, other columns than the fields are ignored. */
export function flattened(table: Table): readonly (readonly [key: string, cell: Cell])[] {
  const kind = tableKind(table);
  for (const field of REQUIRED[kind]) columnOf(table, field);
  const stated = [...FIELDS[kind]].flatMap(([name, field]) => {
    const column = table.columns.get(name);
    return column === undefined || column === 0
      ? []
      : [{ column, field, isDate: CATALOGUE[`${kind}.*.${field}` as keyof typeof CATALOGUE].kind === "date" }];
  });
  return table.rows.flatMap((row) => {
    const name = rowName(table, row);
    return stated.flatMap(({ column, field, isDate }): (readonly [string, Cell])[] => {
      const cell = cellOf(row.cells[column]);
      return cell === "" || (isDate && cell === 0) ? [] : [[`${kind}.${name}.${field}`, cell]];
    });
  });
}
