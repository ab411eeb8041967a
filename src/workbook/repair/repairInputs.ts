/** Damage of the table of inputs: headers, rows, keys and values. Pure. */

import { canonicalKey, parseKey } from "../../engine/catalogue/keys";
import { blankRows } from "../contents";
import type { SheetValues } from "../figures";
import { BASE_COLUMN, cellAddress, INPUT_COLUMNS, KEY_COLUMN, TABLES } from "../layout";
import { inputRows, inputKeys, STATUS_KEY } from "../mapping";
import type { CellContent, CellValue } from "../plan";
import { firstFew, UNDO } from "./repairDamage";
import type { Damage, RepairStep } from "./repairDamage";
import { isError, placeIn, textDamage } from "./repairText";
import type { InputTable, StandingBlock } from "../standing";

const keyColumn = (inputs: SheetValues): number => (inputs.values[0] ?? []).map(String).indexOf(KEY_COLUMN);

/** Index of the column whose cells are mostly keys of the catalogue. */
function columnOfKeys({ values: [header = [], ...rows] }: SheetValues): number {
  const share = header.map(
    (_, column) => rows.filter((row) => parseKey(String(row[column] ?? "")) !== undefined).length / Math.max(1, rows.length),
  );
  const best = share.indexOf(Math.max(0, ...share));
  return (share[best] ?? 0) > 0.5 ? best : -1;
}

function at(inputs: InputTable, i: number, j: number): { readonly sheet: string; readonly row: number; readonly column: number } {
  const { sheet, row, column } = placeIn(inputs, i, j);
  return { sheet, row, column };
}

const addressAt = (inputs: InputTable, i: number, j: number): string => placeIn(inputs, i, j).address;

/** A header that was renamed: formulas follow it, but the add-in finds the column by its name. */
function renamed(inputs: InputTable, column: number, wanted: string): Damage {
  const now = String(inputs.values[0]?.[column] ?? "");
  return {
    id: `header:${TABLES.inputs}:${wanted}`,
    words: `The column ${wanted} of the table ${TABLES.inputs} is now called "${now}": the formulas follow it, but nothing new can be added.`,
    address: addressAt(inputs, 0, column),
    preview: [`Names the column "${now}" ${wanted} again.`],
    steps: [{ kind: "write", ...at(inputs, 0, column), cells: [[wanted]] }],
  };
}

/** Keys of the rows by the labels beside them. */
function keysByLabel(inputs: SheetValues): readonly string[] {
  const header = (inputs.values[0] ?? []).map(String);
  const [section, label] = [header.indexOf("Section"), header.indexOf("Assumption")];
  const known = new Map(
    inputRows([])
      .slice(1)
      .map(([at, key, words]) => [`${String(at)}|${String(words)}`, String(key)]),
  );
  return inputs.values.slice(1).map((row) => known.get(`${String(row[section])}|${String(row[label])}`) ?? "");
}

function keyColumnDeleted(inputs: InputTable): Damage {
  const keys = keysByLabel(inputs);
  const found = keys.filter((key) => key !== "").length;
  const column = INPUT_COLUMNS.indexOf(KEY_COLUMN);
  return {
    id: `column:${TABLES.inputs}:${KEY_COLUMN}`,
    words: `The column ${KEY_COLUMN} of the table ${TABLES.inputs} is gone: no scenario can be calculated.`,
    preview: [
      `Inserts the column ${KEY_COLUMN} and finds ${String(found)} of ${String(keys.length)} keys by their labels; the other rows stay without a key.`,
    ],
    steps: [
      { kind: "insertColumns", sheet: inputs.sheet, column: inputs.column + column, count: 1 },
      { kind: "write", ...at(inputs, 0, column), cells: [[KEY_COLUMN], ...keys.map((key) => [key])] },
    ],
    advice: UNDO,
  };
}

function keyDamage(inputs: InputTable): readonly Damage[] {
  if (keyColumn(inputs) >= 0) return [];
  const column = columnOfKeys(inputs);
  return [column >= 0 ? renamed(inputs, column, KEY_COLUMN) : keyColumnDeleted(inputs)];
}

function baseDamage(inputs: InputTable, blocks: readonly StandingBlock[]): readonly Damage[] {
  const header = (inputs.values[0] ?? []).map(String);
  if (header.includes(BASE_COLUMN)) return [];
  const read = blocks.find(({ definedName, isBroken }) => definedName.toLowerCase() === "as.base" && !isBroken)?.header;
  const column = read === undefined ? -1 : header.indexOf(read);
  if (column >= 0) return [renamed(inputs, column, BASE_COLUMN)];
  const place = INPUT_COLUMNS.length;
  return [
    {
      id: `column:${TABLES.inputs}:${BASE_COLUMN}`,
      words: `The column ${BASE_COLUMN} of the table ${TABLES.inputs} is gone, and with it the values that the other scenarios inherit.`,
      preview: [`Inserts the column ${BASE_COLUMN} without values: every assumption then counts at its default.`],
      steps: [
        { kind: "insertColumns", sheet: inputs.sheet, column: inputs.column + place, count: 1 },
        { kind: "write", ...at(inputs, 0, place), cells: [[BASE_COLUMN], ["Draft"]] },
      ],
      advice: `${UNDO} A snapshot of the log has the values too.`,
    },
  ];
}

/**
 * The rows of a key that scenarios read, by their index: each reads the last one in which it, or Base, says something. With Base gone, the last one counts.
 */
function countingRows({ values: [header = [], ...rows] }: InputTable, indexes: readonly number[]): readonly number[] {
  const base = header.map(String).indexOf(BASE_COLUMN);
  const isStated = (index: number, column: number) => [column, base].some((each) => (rows[index]?.[each] ?? "") !== "");
  const columns = base < 0 ? [] : header.flatMap((name, column) => (column >= base && String(name) !== "" ? [column] : []));
  const read = columns.flatMap((column) => indexes.filter((index) => isStated(index, column)).slice(-1));
  return read.length > 0 ? [...new Set(read)] : indexes.slice(-1);
}

/** Rows of a key that stands more than once: one that no scenario reads may lose its key; where several are read, a person has to choose. */
function duplicateKeys(inputs: InputTable, keys: readonly string[], column: number): readonly Damage[] {
  const repeated = [...new Set(keys.filter((key, index) => key !== "" && keys.indexOf(key) !== index))];
  return repeated.map((key) => {
    const rows = keys.flatMap((each, index) => (each === key ? [index] : []));
    const [counting, ...others] = countingRows(inputs, rows);
    const ignored = rows.filter((index) => index !== counting);
    const rowNumber = (index: number) => String(inputs.row + index + 2);
    const place = {
      id: `duplicate:${key}`,
      address: addressAt(inputs, (ignored[0] ?? 0) + 1, column),
    };
    const stands = `The key ${key} appears in rows ${rows.map(rowNumber).join(" and ")} of ${inputs.sheet}`;
    if (others.length > 0)
      return {
        ...place,
        words: `${stands}: some scenarios read one of them, some another.`,
        preview: [],
        steps: [],
        advice: "Put all values into one of the rows, then delete the other.",
      };
    return {
      ...place,
      words: `${stands}: only row ${rowNumber(counting ?? 0)} counts.`,
      preview: [`Empties the key in row ${ignored.map(rowNumber).join(" and ")}; its values stay, and are not read, as now.`],
      steps: ignored.map((index): RepairStep => ({ kind: "write", ...at(inputs, index + 1, column), cells: [[""]] })),
      advice: "Or change one of the keys, if both values are meant.",
    };
  });
}

/** Assumptions of the catalogue without a row. */
function deletedRows(inputs: InputTable, keys: readonly string[]): readonly Damage[] {
  const missing = inputKeys([]).filter((key) => !keys.includes(key));
  if (missing.length === 0) return [];
  const header = (inputs.values[0] ?? []).map(String);
  const [ownHeader = [], ...rows] = inputRows([{ name: BASE_COLUMN, values: new Map() }]);
  const cells = missing.map((key) => {
    const row = rows.find((each) => each[1] === key) ?? [];
    return header.map(
      (name) =>
        row[ownHeader.map(String).indexOf(name)] ??
        (key === STATUS_KEY && header.indexOf(name) > header.indexOf(BASE_COLUMN) ? "Draft" : ""),
    );
  });
  const isOne = missing.length === 1;
  return [
    {
      id: `rows:${TABLES.inputs}:${missing.join()}`,
      words: `The table ${TABLES.inputs} has no row for ${firstFew(missing)}: ${isOne ? "it counts at its default" : "they count at their defaults"}.`,
      preview: [
        `Adds ${isOne ? "the row" : `${String(missing.length)} rows`} below the table with ${isOne ? "its default" : "their defaults"}.`,
      ],
      steps: addedRows(inputs, cells),
      advice: UNDO,
    },
  ];
}

/** New rows at the end of the table, into its blank ones first: where Excel cannot resize a table, a person makes room by dragging its corner. */
function addedRows(inputs: InputTable, cells: readonly (readonly CellContent[])[]): readonly RepairStep[] {
  const [count, columns] = [inputs.values.length, inputs.values[0]?.length ?? 0];
  const first = count - Math.min(blankRows({ values: inputs.values, formulas: [] }), cells.length);
  const rows = first + cells.length;
  const write: RepairStep = { kind: "write", ...at(inputs, first, 0), cells, isOntoBlank: true };
  if (rows <= count) return [write];
  const corner = cellAddress(inputs.row + rows - 1, inputs.column + columns - 1);
  const byHand = `This Excel cannot make a table longer from here: drag the lower right corner of the table ${TABLES.inputs} to ${corner}, then look here again.`;
  return [write, { kind: "resize", table: TABLES.inputs, area: { row: inputs.row, column: inputs.column, rows, columns }, byHand }];
}

function errorDamage(inputs: InputTable, row: number, column: number, key: string, error: string): Damage {
  return {
    id: `error:${key}:${String(inputs.values[0]?.[column])}`,
    words: `${key} shows ${error}: the scenarios that read it cannot be calculated.`,
    address: addressAt(inputs, row, column),
    preview: [`Empties the cell: the scenario then takes what it inherits.`],
    steps: [{ kind: "write", ...at(inputs, row, column), cells: [[""]] }],
    advice: "Or put the formula of the cell right.",
  };
}

const RANGE_COLUMNS: readonly string[] = ["Low", "High"];

/** What a value of a key is, in words: its scenario stands in its address. */
function whatOf(key: string, header: string): string {
  return RANGE_COLUMNS.includes(header) ? `${header} of ${key}` : key;
}

/** Values of the scenarios, and those between which they may lie, that cannot be what they should be. */
function valueDamage(inputs: InputTable, keys: readonly string[]): readonly Damage[] {
  const header = (inputs.values[0] ?? []).map(String);
  const base = header.indexOf(BASE_COLUMN);
  const isScenario = (column: number) => base >= 0 && column >= base;
  return inputs.values.slice(1).flatMap((row, index) =>
    row.flatMap((value: CellValue, column): readonly Damage[] => {
      const [key, name] = [keys[index] ?? "", header[column] ?? ""];
      if (key === "" || (!isScenario(column) && !RANGE_COLUMNS.includes(name))) return [];
      if (isScenario(column) && isError(value)) return [errorDamage(inputs, index + 1, column, key, String(value))];
      return textDamage(`text:${key}:${name}`, whatOf(key, name), key, placeIn(inputs, index + 1, column), value);
    }),
  );
}

/** What is damaged in the table of inputs, given the blocks that read it. */
export function inputDamage(inputs: InputTable, blocks: readonly StandingBlock[]): readonly Damage[] {
  const column = keyColumn(inputs);
  const headers = [...keyDamage(inputs), ...baseDamage(inputs, blocks)];
  if (column < 0) return headers;
  const keys = inputs.values.slice(1).map((row) => canonicalKey(String(row[column] ?? "")));
  return [...headers, ...duplicateKeys(inputs, keys, column), ...deletedRows(inputs, keys), ...valueDamage(inputs, keys)];
}
