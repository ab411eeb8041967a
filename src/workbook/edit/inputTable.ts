/** The table of inputs as rows and scenarios, found by the words in its header wherever its columns have been moved. Pure. */

import { canonicalKey, parseKey } from "../../engine/catalogue/keys";
import { dateOfSerial, textOfDate } from "../../engine/timeline";
import type { CalendarDate } from "../../engine/catalogue/assumption";
import type { SheetValues } from "../figures";
import type { INPUT_COLUMNS } from "../layout";
import { BASE_COLUMN, cellAddress, KEY_COLUMN } from "../layout";
import { scenarioNames, STATUS_KEY } from "../mapping";
import type { CellValue } from "../plan";
import type { InputTable } from "../standing";

/** Status of a scenario that is kept but no longer compared. */
export const ARCHIVED = "Archived";

/** What the table says about an assumption besides its values. */
export interface InputRow {
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly unit: string;
  readonly low: CellValue;
  readonly high: CellValue;
  readonly owner: string;
  readonly source: string;
  /** A year, 2026-11, 2026-11-03, or words. */
  readonly asOf: string;
  readonly note: string;
  /** Row below the header, from 1. */
  readonly offset: number;
  /** Values by the place of the scenario in `scenarios`. */
  readonly values: readonly CellValue[];
}

export interface Inputs {
  readonly sheet: string;
  /** Base first. */
  readonly scenarios: readonly string[];
  readonly rows: readonly InputRow[];
  /** Zero-based row of the header and zero-based column of Base on the sheet. */
  readonly headerRow: number;
  readonly baseColumn: number;
}

type WordColumn = (typeof INPUT_COLUMNS)[number];

/** The table as rows; undefined when it has lost the column of keys or Base. */
export function inputsOf(table: SheetValues & { readonly sheet: string }): Inputs | undefined {
  const header = (table.values[0] ?? []).map(String);
  const scenarios = scenarioNames(header);
  const base = header.indexOf(BASE_COLUMN);
  if (!header.includes(KEY_COLUMN) || scenarios.length === 0) return undefined;
  const at = (row: readonly CellValue[], name: WordColumn): CellValue => row[header.indexOf(name)] ?? "";
  const text = (row: readonly CellValue[], name: WordColumn): string => String(at(row, name));
  const rows = table.values.slice(1).flatMap((row, index): InputRow[] => {
    const key = canonicalKey(text(row, KEY_COLUMN));
    if (key === "") return [];
    return [
      {
        key,
        section: text(row, "Section"),
        label: text(row, "Assumption") || key,
        unit: text(row, "Unit"),
        low: at(row, "Low"),
        high: at(row, "High"),
        owner: text(row, "Owner"),
        source: text(row, "Source"),
        asOf: asOfText(at(row, "As of")),
        note: text(row, "Note"),
        offset: index + 1,
        values: row.slice(base, base + scenarios.length),
      },
    ];
  });
  return { sheet: table.sheet, scenarios, rows, headerRow: table.row, baseColumn: table.column + base };
}

/** Numbers that are meant as years; as days of a spreadsheet they lie before 1907. */
const YEARS = { first: 1900, last: 2500 } as const;

/** What a cell of the column As of says: a day that was typed as a date is written out, a year stays one. */
export function asOfText(cell: CellValue): string {
  const isYear = typeof cell === "number" && cell >= YEARS.first && cell <= YEARS.last;
  const date = typeof cell === "number" && !isYear ? dateOfSerial(cell) : undefined;
  return date ? textOfDate(date) : String(cell);
}

/** What a scenario's own cell holds; "" where it inherits. */
export function ownValue(inputs: Inputs, row: InputRow, scenario: string): CellValue {
  return row.values[inputs.scenarios.indexOf(scenario)] ?? "";
}

/** What a scenario has when its own cell is blank: what Base says, else the value of the key that this one follows, else the default of the catalogue. */
export function inheritedValue(inputs: Inputs, row: InputRow, scenario: string): CellValue {
  const base = row.values[0] ?? "";
  if (base !== "") return base;
  const follows = parseKey(row.key)?.assumption.follows;
  const followed = follows === undefined ? undefined : inputs.rows.find(({ key }) => key === follows);
  if (!followed) return defaultValue(row.key);
  const own = ownValue(inputs, followed, scenario);
  return own === "" ? inheritedValue(inputs, followed, scenario) : own;
}

/** The default of the catalogue as a cell shows it; "" where there is none. */
export function defaultValue(key: string): CellValue {
  const assumption = parseKey(key)?.assumption;
  if (assumption?.default === undefined) return "";
  return assumption.kind === "date" ? textOfDate(assumption.default as CalendarDate) : (assumption.default as CellValue);
}

/** Whether a scenario states a value of its own: every cell with content but the status, which each scenario has. Base overrides nothing. */
export function isOverride(inputs: Inputs, row: InputRow, scenario: string): boolean {
  return scenario !== BASE_COLUMN && row.key !== STATUS_KEY && ownValue(inputs, row, scenario) !== "";
}

/** How many values a scenario states of its own. */
export function overrideCount(inputs: Inputs, scenario: string): number {
  return inputs.rows.filter((row) => isOverride(inputs, row, scenario)).length;
}

/** Status of a scenario, as its column says. */
export function statusOf(inputs: Inputs, scenario: string): string {
  const row = inputs.rows.find(({ key }) => key === STATUS_KEY);
  return row ? String(ownValue(inputs, row, scenario)) : "";
}

/** Whether a scenario is kept but no longer compared. */
export function isArchived(inputs: Inputs, scenario: string): boolean {
  return statusOf(inputs, scenario).trim().toLowerCase() === ARCHIVED.toLowerCase();
}

/** Address (Sheet!A1) of a scenario's cell for a key. */
export function inputAddress(inputs: Inputs, row: InputRow, scenario: string): string {
  const column = inputs.baseColumn + Math.max(0, inputs.scenarios.indexOf(scenario));
  return `${inputs.sheet}!${cellAddress(inputs.headerRow + row.offset, column)}`;
}

/** The scenarios that are compared: those of the workbook without the archived ones. */
export function comparedIn(reading: { readonly kind: string; readonly inputs?: InputTable | undefined } | undefined): readonly string[] {
  const inputs = reading?.inputs ? inputsOf(reading.inputs) : undefined;
  return inputs ? inputs.scenarios.filter((name) => !isArchived(inputs, name)) : [];
}
