/** Damage of the tables that scenarios take in: deals, licences, roles and servers. Pure. */

import { parseKey } from "../engine/keys";
import { typedCell } from "./typedCell";
import type { ScenarioTable } from "./formulas";
import { cellAddress } from "./layout";
import { columnOfField, fieldsOf, modelTable } from "./modelTables";
import type { ModelTable } from "./modelTables";
import { UNDO } from "./repairDamage";
import type { Damage } from "./repairDamage";
import type { InputTable, ModelParts } from "./standing";

/** As the functions compare headers: case, spaces and underscores do not matter. */
const folded = (header: string): string => header.toLowerCase().replace(/[\s_]+/g, "");

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
    words: `The column ${name} of the table ${table.table} is now called "${now}": what stands in it is not read.`,
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

const ERROR = /^#(REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NUM!|NULL!)$/;

function errorCells(table: ModelTable, cells: InputTable): readonly Damage[] {
  const fields = fieldsOf(table.kind);
  return cells.values.slice(1).flatMap((row, index) =>
    row.slice(0, fields.length + 1).flatMap((value, column): Damage[] => {
      if (!ERROR.test(String(value))) return [];
      const place = { sheet: cells.sheet, row: cells.row + index + 1, column: cells.column + column };
      const address = `${cells.sheet}!${cellAddress(place.row, place.column)}`;
      const what = column === 0 ? table.firstColumn : (parseKey(`${table.kind}.x.${fields[column - 1] ?? ""}`)?.assumption.label ?? "");
      return [
        {
          id: `error:${address}`,
          words: `${what} in ${address} shows ${String(value)}: the scenarios that read it cannot be calculated.`,
          address,
          preview: column === 0 ? [] : ["Empties the cell: its default then counts."],
          steps: column === 0 ? [] : [{ kind: "write", ...place, cells: [[""]] }],
          advice: "Or put the formula of the cell right.",
        },
      ];
    }),
  );
}

/** What is damaged in the tables that scenarios take in. */
export function tableDamage(parts: ModelParts): readonly Damage[] {
  return [...parts.tableValues].flatMap(([name, cells]: readonly [ScenarioTable, InputTable]) => {
    const table = modelTable(name);
    return [headerDamage, namelessRows, repeatedRows, errorCells].flatMap((find) => find(table, cells));
  });
}
