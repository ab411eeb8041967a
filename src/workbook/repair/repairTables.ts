/** Damage of the tables that scenarios take in: deals, licenses, roles and servers. Pure. */

import { folded } from "../../engine/catalogue/headers";
import { parseKey } from "../../engine/catalogue/keys";
import { typedCell } from "../typedCell";
import type { ScenarioTable } from "../formulas";
import { cellAddress } from "../layout";
import { columnIn, columnOfField, fieldsOf, modelTable } from "../sheets/modelTables";
import type { ModelTable } from "../sheets/modelTables";
import { UNDO } from "./repairDamage";
import type { Damage } from "./repairDamage";
import { isError, placeIn, textDamage } from "./repairText";
import type { CellValue } from "../plan";
import type { InputTable, ModelParts } from "../standing";

/** Fields without which a row says nothing. */
function isRequired({ kind }: ModelTable, field: string): boolean {
  return ["deal.close", "server.cores", "server.memory_gib"].includes(`${kind}.${field}`);
}

function headersOf(table: ModelTable): readonly { readonly name: string; readonly field: string | undefined }[] {
  return [{ name: table.firstColumn, field: undefined }, ...fieldsOf(table.kind).map((field) => ({ name: columnOfField(field), field }))];
}

interface Lost {
  readonly id: string;
  readonly address: string;
  readonly name: string;
}

/** A header in whose place an unknown one stands. */
function renamedColumn(table: ModelTable, cells: InputTable, column: number, { name, ...lost }: Lost): Damage {
  const now = String(cells.values[0]?.[column] ?? "");
  return {
    ...lost,
    words: `The column ${name} of the table ${table.table} is now called "${now}", so its values aren't read.`,
    preview: [`Names the column "${now}" ${name} again.`],
    steps: [{ kind: "write", sheet: cells.sheet, row: cells.row, column: cells.column + column, cells: [[name]] }],
  };
}

/** A column without which no row can be read. */
function deletedColumn(table: ModelTable, cells: InputTable, { name, ...lost }: Lost): Damage {
  const width = cells.values[0]?.length ?? 0;
  const area = { row: cells.row, column: cells.column, rows: cells.values.length, columns: width + 1 };
  const column = cells.values.map((_row, index) => [index === 0 ? name : ""]);
  const byHand = `This Excel cannot make a table wider from here: type ${name} into ${cellAddress(cells.row, cells.column + width)}, right of its headers.`;
  return {
    ...lost,
    words: `The column ${name} of the table ${table.table} is gone: no scenario can be calculated.`,
    preview: [`Adds the column ${name} at the right end of the table, without values.`],
    steps: [
      { kind: "write", sheet: cells.sheet, row: cells.row, column: cells.column + width, cells: column, isOntoBlank: true },
      { kind: "resize", table: table.table, area, byHand },
    ],
    advice: UNDO,
  };
}

/** A header that is missing where an unknown one stands in its place was renamed; without such a one its column was deleted. */
function headerDamage(table: ModelTable, cells: InputTable): readonly Damage[] {
  const header = (cells.values[0] ?? []).map(String);
  const expected = headersOf(table);
  const present = new Set(header.map(folded));
  const known = new Set(["source", ...expected.map(({ name }) => folded(name))]);
  return expected.flatMap(({ name, field }, column): Damage[] => {
    if (present.has(folded(name))) return [];
    const address = `${cells.sheet}!${cellAddress(cells.row, cells.column + column)}`;
    const lost: Lost = { id: `header:${table.table}:${name}`, address, name };
    const now = header[column] ?? "";
    if (now !== "" && !known.has(folded(now))) return [renamedColumn(table, cells, column, lost)];
    return field === undefined || isRequired(table, field) ? [deletedColumn(table, cells, lost)] : [];
  });
}

/** A row of values without its name cannot be told from the others. */
function namelessRows(table: ModelTable, cells: InputTable): readonly Damage[] {
  const own = (row: readonly unknown[]) => row.slice(1, fieldsOf(table.kind).length + 1);
  return cells.values.slice(1).flatMap((row, index): Damage[] => {
    if (String(row[0] ?? "") !== "" || own(row).every((cell) => cell === "")) return [];
    const address = `${cells.sheet}!${cellAddress(cells.row + index + 1, cells.column)}`;
    const words = `A row of the table ${table.table} has values but no ${table.firstColumn}: no scenario can be calculated.`;
    return [
      { id: `row:${table.table}:${String(index)}`, words, address, preview: [], steps: [], advice: "Give the row a name, or clear it." },
    ];
  });
}

/** A name like this one that no row has yet. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name} (${String(number)})`)) number += 1;
  return `${name} (${String(number)})`;
}

/** Two rows of one name: the later one's values count. */
function repeatedRows(table: ModelTable, cells: InputTable): readonly Damage[] {
  const names = cells.values.slice(1).map((row) => String(row[0] ?? "").trim());
  const taken = new Set(names);
  const repeated = names.flatMap((name, index) => (name !== "" && names.indexOf(name) !== index ? [{ name, index }] : []));
  return repeated.map(({ name, index }) => {
    const own = freeName(name, taken);
    taken.add(own);
    return {
      id: `duplicate:${table.table}:${name}:${String(index)}`,
      words: `${name} stands twice in the table ${table.table}: the values of the lower row count.`,
      address: `${cells.sheet}!${cellAddress(cells.row + index + 1, cells.column)}`,
      preview: [`Names the lower row "${own}", so that both count.`],
      steps: [{ kind: "write", sheet: cells.sheet, row: cells.row + index + 1, column: cells.column, cells: [[typedCell(own)]] }],
      advice: "Or delete one of the rows.",
    };
  });
}

/** A cell that is read: its field, or undefined for the name of its row, and what it is in words. */
interface TableCell {
  readonly field: string | undefined;
  readonly key: string;
  readonly what: string;
  readonly place: ReturnType<typeof placeIn>;
  readonly value: CellValue;
}

/** The cells that scenarios read, wherever their columns have been moved; columns of a person's own are theirs. */
function readCells(table: ModelTable, cells: InputTable): readonly TableCell[] {
  const header = cells.values[0] ?? [];
  const columns = headersOf(table).flatMap(({ name, field }) => {
    const column = columnIn(header, name);
    const key = `${table.kind}.x.${field ?? ""}`;
    const label = field === undefined ? table.firstColumn : (parseKey(key)?.assumption.label ?? name);
    return column < 0 ? [] : [{ field, key, label, column }];
  });
  return cells.values.slice(1).flatMap((row, index) =>
    columns.map(({ field, key, label, column }) => {
      const place = placeIn(cells, index + 1, column);
      return { field, key, what: `${label} in ${place.address}`, place, value: row[column] ?? "" };
    }),
  );
}

function errorCells(table: ModelTable, cells: InputTable): readonly Damage[] {
  return readCells(table, cells)
    .filter(({ value }) => isError(value))
    .map(({ field, what, place: { address, ...place }, value }): Damage => {
      const isName = field === undefined;
      return {
        id: `error:${address}`,
        words: `${what} shows ${String(value)}: the scenarios that read it cannot be calculated.`,
        address,
        preview: isName ? [] : ["Empties the cell: its default then counts."],
        steps: isName ? [] : [{ kind: "write", ...place, cells: [[""]] }],
        advice: "Or put the formula of the cell right.",
      };
    });
}

/** Text where the scenarios read a number. */
function textCells(table: ModelTable, cells: InputTable): readonly Damage[] {
  return readCells(table, cells).flatMap(({ key, what, place, value }) => textDamage(`text:${place.address}`, what, key, place, value));
}

/** What is damaged in the tables that scenarios take in. */
export function tableDamage(parts: ModelParts): readonly Damage[] {
  return [...parts.tableValues].flatMap(([name, cells]: readonly [ScenarioTable, InputTable]) => {
    const table = modelTable(name);
    return [headerDamage, namelessRows, repeatedRows, errorCells, textCells].flatMap((find) => find(table, cells));
  });
}
