/** Tables of a worksheet: a header row, then rows; columns are found by name in any order, and columns that nobody asks for are ignored. */

import { distance } from "fastest-levenshtein";
import type { Assumption } from "../engine/catalogue/assumption";
import { assumptionFor, CATALOGUE } from "../engine/catalogue/assumptions";
import type { TableName } from "../engine/catalogue/assumptions";
import { ModelError } from "../engine/errors";
import { folded, headerIndex, unitMissed } from "../engine/catalogue/headers";
import { holdsTotals, isTotalsLabel } from "../engine/catalogue/totalsRow";
import { visibleText } from "../engine/catalogue/visibleText";
import { allowsZero, blankDiffers, isKnownBlank, noteBlanks } from "./blanks";
import { CellError, brokenCell, cellOf, rowsOf } from "./cells";
import type { Cell } from "./cells";

export interface Table {
  /** Name of the argument, for messages. */
  readonly name: string;
  readonly headers: readonly string[];
  /** Columns that were sought, by name. */
  readonly found: Map<string, number | undefined>;
  /** Rows with at least one cell that is not blank, without a totals row. */
  readonly rows: readonly TableCells[];
  /** Whether the host hands over blank cells as such, so that a 0 is meant. */
  readonly hasBlanks: boolean;
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

/** Fields of each table in the order of the catalogue. */
const FIELDS: Readonly<Record<TableName, readonly string[]>> = {
  deal: fieldsOf("deal"),
  license: fieldsOf("license"),
  role: fieldsOf("role"),
  server: fieldsOf("server"),
  custom: fieldsOf("custom"),
};

function fieldsOf(table: TableName): readonly string[] {
  const prefix = `${table}.*.`;
  return Object.keys(CATALOGUE)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** The table of a range, with headers in its first row. */
export function tableOf(name: string, given: unknown): Table {
  const [header = [], ...rows] = rowsOf(given);
  const headers = header.map((cell) => textIn(cellOf(cell)));
  if (headers.every((text) => text === ""))
    throw new ModelError("missing", name, `${name} is empty: include the row with the headers, such as Deal, License, Role, or Server.`);
  const stated = rows
    .map((cells, index) => ({ number: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => !isBlank(cellOf(cell))));
  const hasBlanks = rows.some((cells) => cells.some((cell, column) => headers[column] !== "" && isKnownBlank(cell)));
  return { name, headers, found: new Map(), rows: withoutTotals(name, headers, stated), hasBlanks };
}

const textIn = (cell: Cell): string => (cell instanceof CellError || cell === 0 ? "" : visibleText(String(cell)));

/** A blank cell of a range that was passed as it is reaches a function as 0. */
const isBlank = (cell: Cell): boolean => cell === "" || cell === 0;

/** The rows but for those of totals, known by their label or by having none at the end, and by their numbers. */
function withoutTotals(name: string, headers: readonly string[], rows: readonly TableCells[]): readonly TableCells[] {
  return rows.filter(({ number, cells }, index) => {
    const label = textIn(cellOf(cells[0]));
    const isUnnamedEnd = label === "" && index === rows.length - 1;
    if (index === 0 || !(isUnnamedEnd || isTotalsLabel(label))) return true;
    const above = rows.slice(0, index).map((row) => row.cells.map(cellOf));
    if (holdsTotals(cells.map(cellOf), above)) return false;
    if (isUnnamedEnd) return true;
    const what = `Row ${number} of ${name} is called "${label}" but isn't the total of the rows above`;
    throw new ModelError("conflict", name, `${what}. Turn off the totals row, or rename the ${headers[0]}.`);
  });
}

/** Index of a column that a table may have, found in any spelling, with a unit in brackets, or in the plural; refused in another unit. */
export function columnIn({ found, name, headers }: Table, wanted: string): number | undefined {
  if (found.has(wanted)) return found.get(wanted);
  const index = headerIndex(headers, wanted);
  const unit = index === undefined ? undefined : unitMissed(headers[index], wanted);
  if (index !== undefined && unit !== undefined) {
    const means = unit === "" ? "has no such unit" : `is in ${unit}`;
    throw new ModelError(
      "conflict",
      name,
      `${name} has the column "${headers[index]}", but ${inWords(wanted)} ${means}. Convert its numbers, then rename it.`,
    );
  }
  found.set(wanted, index);
  return index;
}

/** Index of a column; a message names it and what is there. */
export function columnOf(table: Table, wanted: string): number {
  const index = columnIn(table, wanted);
  if (index !== undefined) return index;
  const { name, headers } = table;
  throw new ModelError(
    "missing",
    name,
    `${name} has no column "${wanted}". Its columns are ${headers.filter((text) => text !== "").join(", ")}.`,
  );
}

/** A field as the header of its column: lag_months is "Lag months". */
const inWords = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1).replaceAll("_", " ");

const SHORTEST_MISSPELT = 4;

/** Refuses a header that nearly is a field of a kind of table which no other header names: what is below it would not count. */
export function refuseNearMisses(table: Table, kind: TableName): void {
  const { name, headers } = table;
  const known = new Set([0, ...FIELDS[kind].map((field) => columnIn(table, field))]);
  for (const field of FIELDS[kind].filter((each) => columnIn(table, each) === undefined && each.length >= SHORTEST_MISSPELT)) {
    const meant = folded(field);
    const mostEdits = meant.length > 5 ? 2 : 1;
    const near = headers.find((header, index) => !known.has(index) && header !== "" && distance(folded(header), meant) <= mostEdits);
    if (near === undefined) continue;
    throw new ModelError(
      "unknown-key",
      name,
      `${name} has the column "${near}". Did you mean "${inWords(field)}"? Rename it, or its values have no effect.`,
    );
  }
}

/** Which of a scenario's tables it is, by its first header. */
export function tableKind({ name, headers }: Table): TableName {
  const first = folded(headers[0] ?? "");
  const kind = FIRST_HEADERS[first] ?? FIRST_HEADERS[first.replace(/s$/, "")];
  if (kind !== undefined) return kind;
  throw new ModelError(
    "not-allowed",
    name,
    `${name} starts with the header "${headers[0]}". Start it with Deal, License, Role, Server, or Custom line.`,
  );
}

/** The name of a row: its first cell. */
export function rowName({ name, headers }: Table, { number, cells }: TableCells): string {
  const cell = cellOf(cells[0]);
  if (cell instanceof CellError) throw brokenCell(`${headers[0]} in row ${number} of ${name}`, cell);
  const text = textIn(cell);
  if (text === "")
    throw new ModelError("missing", name, `Row ${number} of ${name} has no ${headers[0]}. Enter its name, or clear the row.`);
  return text;
}

/** A cell of a row, "" for a 0 that is a blank cell: where a blank means something else than 0, and the host hands over no blank cells as such. */
export function statedCell(table: Table, { cells }: TableCells, column: number, rule: Assumption<unknown>): Cell {
  const cell = cellOf(cells[column]);
  if (cell !== 0 || table.hasBlanks || !blankDiffers(rule)) return cell;
  noteBlanks(`${table.headers[column]} of ${table.name}`);
  return "";
}

interface Field {
  readonly column: number;
  readonly field: string;
  readonly rule: Assumption<unknown>;
}

/** Whether a 0 below a header cannot be meant: it is no word or date, a truth value of a cell is TRUE or FALSE, and many numbers are above 0. */
function isBlankZero({ hasBlanks }: Table, { rule }: Field): boolean {
  if (!allowsZero(rule) && rule.min === undefined) return true;
  return !hasBlanks && (rule.kind === "boolean" || !allowsZero(rule));
}

/** Whether the host hands over the blank cells of a table as 0: one 0 shows it where 0 cannot be meant. */
function handsOverZeros(table: Table, fields: readonly Field[]): boolean {
  return !table.hasBlanks && fields.some((field) => isBlankZero(table, field) && table.rows.some(({ cells }) => cells[field.column] === 0));
}

/** The keys and values that a table of a scenario states, row by row; blank cells are not stated, other columns than the fields are ignored. */
export function flattened(table: Table): readonly (readonly [key: string, cell: Cell])[] {
  const kind = tableKind(table);
  for (const field of REQUIRED[kind]) columnOf(table, field);
  refuseNearMisses(table, kind);
  const fields = FIELDS[kind].flatMap((field): Field[] => {
    const [column, rule] = [columnIn(table, field), assumptionFor(`${kind}.*.${field}`)];
    return column === undefined || column === 0 || rule === undefined ? [] : [{ column, field, rule }];
  });
  const zerosAreBlank = handsOverZeros(table, fields);
  return table.rows.flatMap((row) => {
    const name = rowName(table, row);
    return fields.flatMap((each): (readonly [string, Cell])[] => {
      const cell = zerosAreBlank ? statedCell(table, row, each.column, each.rule) : cellOf(row.cells[each.column]);
      return cell === "" || (cell === 0 && isBlankZero(table, each)) ? [] : [[`${kind}.${name}.${each.field}`, cell]];
    });
  });
}
