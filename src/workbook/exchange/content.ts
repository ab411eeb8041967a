/** What a person has stated in a workbook: the content of files, snapshots and their hashes. Pure. */

import { folded } from "../../engine/catalogue/headers";
import { parseKey } from "../../engine/catalogue/keys";
import { dateOfSerial, textOfDate } from "../../engine/timeline";
import type { Value } from "../../engine/catalogue/values";
import { asOfText } from "../edit/inputTable";
import type { Inputs } from "../edit/inputTable";
import { isFormula } from "../contents";
import type { Contents } from "../contents";
import { INPUT_COLUMNS, KEY_COLUMN, TABLES } from "../layout";
import { columnIn, columnOfField, fieldsOf, MODEL_TABLES } from "../sheets/modelTables";
import type { ModelTable } from "../sheets/modelTables";
import type { CellValue } from "../plan";
import { timeOfCell } from "./timeCell";

export interface StatedScenario {
  readonly name: string;
  /** Own values by key; what is not stated is inherited. */
  readonly values: ReadonlyMap<string, Value>;
}

export interface Content {
  /** Base first. */
  readonly scenarios: readonly StatedScenario[];
  /** Values of the tables that every scenario shares, such as deal.Northwind.close. */
  readonly shared: ReadonlyMap<string, Value>;
}

/** A cell as a file keeps it: dates by their name, so that no reader has to know how a spreadsheet counts days. */
export function statedValue(key: string, cell: CellValue): Value {
  const date = parseKey(key)?.assumption.kind === "date" && typeof cell === "number" ? dateOfSerial(cell) : undefined;
  return date ? textOfDate(date) : cell;
}

/** The keys and values that a table states. */
export function tableEntries(
  { kind, firstColumn }: ModelTable,
  values: readonly (readonly CellValue[])[],
): readonly (readonly [string, Value])[] {
  const header = values[0] ?? [];
  const nameAt = columnIn(header, firstColumn);
  if (nameAt < 0) return [];
  const fields = fieldsOf(kind).map((field) => [field, columnIn(header, columnOfField(field))] as const);
  return values.slice(1).flatMap((row) => {
    const name = String(row[nameAt] ?? "").trim();
    if (name === "") return [];
    return fields.flatMap(([field, column]): (readonly [string, Value])[] => {
      const cell = row[column] ?? "";
      const key = `${kind}.${name}.${field}`;
      return cell === "" ? [] : [[key, statedValue(key, cell)]];
    });
  });
}

/** Tables of keys and values, besides those whose columns are fields. */
const TABLES_OF_KEYS: readonly string[] = [TABLES.inputs, TABLES.snapshots];

/** Columns with moments, by their tables, and how they are written. */
const MOMENTS: Readonly<Record<string, readonly [column: string, written: (cell: CellValue) => string]>> = {
  [TABLES.inputs]: ["As of", asOfText],
  [TABLES.log]: ["When", timeOfCell],
};

/** Cells of a table with its dates written out, those of its keys and when something was stated or done; a table that is not the model's is left as it is. */
export function datesWritten(table: string, values: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const header = (values[0] ?? []).map(String);
  const modelTable = MODEL_TABLES.find((each) => each.table === table);
  const keyAt = TABLES_OF_KEYS.includes(table) ? header.indexOf(KEY_COLUMN) : -1;
  const fields = modelTable ? fieldsOf(modelTable.kind) : [];
  const fieldIn = (column: string) => fields.find((field) => folded(columnOfField(field)) === folded(column)) ?? "";
  const keyOf = (row: readonly CellValue[], column: number) =>
    modelTable ? `${modelTable.kind}.row.${fieldIn(header[column] ?? "")}` : String(row[keyAt] ?? "");
  const moment = MOMENTS[table];
  const momentAt = moment ? header.indexOf(moment[0]) : -1;
  const shown = (row: readonly CellValue[]) => (cell: CellValue, column: number) =>
    moment && column === momentAt ? moment[1](cell) : statedValue(keyOf(row, column), cell);
  const [names = [], ...rows] = values;
  return [names, ...rows.map((row) => row.map(shown(row)))];
}

/** What the table of inputs and the other tables state. */
export function contentOf(inputs: Inputs, tables: SharedTables): Content {
  const scenarios = inputs.scenarios.map((name, place) => ({
    name,
    values: new Map(
      inputs.rows.flatMap((row): (readonly [string, Value])[] => {
        const cell = row.values[place] ?? "";
        return cell === "" ? [] : [[row.key, statedValue(row.key, cell)]];
      }),
    ),
  }));
  const shared = MODEL_TABLES.flatMap((table) => tableEntries(table, tables.get(table.table) ?? []));
  return { scenarios, shared: new Map(shared) };
}

/** One value that two contents state differently; undefined where one of them does not state it. */
export interface Change {
  /** Name of the scenario, or "" for the tables that all share. */
  readonly scenario: string;
  readonly key: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** The formula that stands in the cell now, where the value takes its place. */
  readonly replaces?: string;
}

/** The formulas among what is stated, by the scenario ("" for the tables that all share) and the key. */
export type StatedFormulas = ReadonlyMap<string, string>;

export const placeOf = (scenario: string, key: string): string => `${scenario}\n${key}`;

/** Cells of the tables that all scenarios share, by the table's name. */
export type SharedTables = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

/** What stands in a workbook: what is stated, which of it are formulas, and the tables that all scenarios share. */
export interface Standing {
  /** The columns of the table of inputs that are no scenarios. */
  readonly columns: readonly string[];
  readonly content: Content;
  readonly formulas: StatedFormulas;
  readonly tables: SharedTables;
}

/** In a workbook without a model. */
export const NOTHING_STANDING: Standing = {
  columns: INPUT_COLUMNS,
  content: { scenarios: [], shared: new Map() },
  formulas: new Map(),
  tables: new Map(),
};

/** The formulas in the cells of the table of inputs, whose whole range was read, and in the other tables. */
export function formulasOf(
  inputs: Inputs,
  header: readonly string[],
  table: Contents,
  others: ReadonlyMap<string, Contents>,
): StatedFormulas {
  const own = inputs.rows.flatMap(({ key, offset }) =>
    inputs.scenarios.map((scenario) => {
      const column = header.indexOf(scenario);
      return [placeOf(scenario, key), table.formulas[offset]?.[column], table.values[offset]?.[column]] as const;
    }),
  );
  const shared = MODEL_TABLES.flatMap((each) => {
    const { values, formulas } = others.get(each.table) ?? { values: [], formulas: [] };
    const stated = new Map(tableEntries(each, values));
    return tableEntries(each, formulas).map(([key, typed]) => [placeOf("", key), typed, stated.get(key)] as const);
  });
  return new Map([...own, ...shared].flatMap(([place, typed, value]) => (isFormula(typed, value) ? [[place, typed] as const] : [])));
}

function changesIn(scenario: string, before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): Change[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) =>
    before.get(key) === after.get(key) ? [] : [{ scenario, key, before: before.get(key), after: after.get(key) }],
  );
}

/** What differs between two contents: shared values first, then scenario by scenario; a scenario that one of them lacks states nothing there. */
export function changesBetween(before: Content, after: Content): readonly Change[] {
  const valuesOf = ({ scenarios }: Content, name: string) =>
    scenarios.find((scenario) => scenario.name === name)?.values ?? new Map<string, Value>();
  const names = [...new Set([...before.scenarios, ...after.scenarios].map(({ name }) => name))];
  return [
    ...changesIn("", before.shared, after.shared),
    ...names.flatMap((name) => changesIn(name, valuesOf(before, name), valuesOf(after, name))),
  ];
}

function sorted(values: ReadonlyMap<string, Value>): Record<string, Value> {
  return Object.fromEntries([...values].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The content as a text that is the same for the same content, whatever the order of its rows and columns. */
export function canonicalText({ scenarios, shared }: Content): string {
  const stating = scenarios.filter(({ values }) => values.size > 0);
  const named = [...stating].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, values }) => [name, sorted(values)]);
  return JSON.stringify([named, sorted(shared)]);
}
