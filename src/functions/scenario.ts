/** Scenarios as ranges: join columns and tables into one, read and change it, check it. */

import { ModelError } from "../engine/errors";
import { keySpelling, parseKey } from "../engine/catalogue/keys";
import type { ParsedKey } from "../engine/catalogue/keys";
import { unknownKey } from "../engine/catalogue/scenario";
import { reference } from "../reference/load";
import { keyAsked } from "./asked";
import { anyValueOf, brokenCell, CellError, isOmitted, rowsOf, textOf } from "./cells";
import type { Cell } from "./cells";
import { answer, answers, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { scenarioOf } from "./memo";
import type { KnownScenario } from "./memo";
import { issuesOf } from "./scenarioCheck";
import { isBlankRow, keysAndValues } from "./scenarioRange";
import type { StatedRow } from "./scenarioRange";
import { defaultOf } from "./keyDefault";
import { flattened, tableOf } from "./tables";

/** A key that the catalogue has. */
function knownKey(key: string): ParsedKey {
  const parsed = parseKey(key);
  if (parsed) return parsed;
  throw new ModelError("unknown-key", "key", unknownKey(key).message);
}

const columnCells = (name: string, given: unknown): readonly unknown[] =>
  rowsOf(given).map((row) => {
    if (row.length === 1) return row[0];
    throw new ModelError("wrong-type", name, `${name} has ${row.length} columns. Select one column.`);
  });

/** The rows that keys and values state, after the rows of the tables that they do not override. */
function joined(
  keys: unknown,
  values: unknown,
  tables: readonly unknown[],
): { readonly name: string; readonly rows: readonly StatedRow[] } {
  const [keyCells, valueCells] = [columnCells("keys", keys), columnCells("values", values)];
  if (keyCells.length !== valueCells.length) {
    throw new ModelError(
      "conflict",
      "values",
      `values has ${valueCells.length} rows and keys has ${keyCells.length}. Select the same rows in both, headers included.`,
    );
  }
  const spelled = keySpelling(reference);
  const fromTables = tables
    .flatMap((table, index) => (isOmitted(table) ? [] : flattened(tableOf(`table ${index + 1}`, table))))
    .map(([key, cell]): StatedRow => ({ key: spelled(key), cell }));
  const { name, rows } = keysAndValues("keys", keyCells, valueCells, spelled);
  const stated = new Set(rows.map(({ key }) => key));
  return { name, rows: [...fromTables.filter(({ key }) => !stated.has(key)), ...rows] };
}

/**
 * Builds a scenario from a column of keys, a column of values, and optional tables.
 * @customfunction SCENARIO
 * @param keys Column of keys with its header; rows without a key are ignored.
 * @param values Column of values with the same rows and a header, which names the scenario; a blank value means the default.
 * @param table Tables of acquisitions, servers, licenses, roles, or custom lines with their headers; the first header (Deal, Server, License, Role) says
 *   which. Pass them as IF(LEN(T[#All]),T[#All],"") so that blank cells stay blank.
 * @param invocation The calling cell.
 * @returns Two columns with a header: key and value of each row; a value in the columns replaces one in a table.
 * @requiresAddress
 * @errors #VALUE! when keys and values differ in height, or a table lacks a column that it needs; the message lists its columns. A cell that is an error stays
 *   an error in its row.
 * @example =INDEX(TCO.SCENARIO({"Key"; "demand.growth"}, {"Base"; 0.05}, {"Deal", "Close"; "Northwind", "2027-06-30"}), 2, 1) -> "deal.Northwind.close"
 * @related SCENARIO.CHECK, SCENARIO.WITH
 */
export function scenario(keys: any[][], values: any[][], table: any[][][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const { name, rows } = joined(keys, values, table ?? []);
    return [["Key", name], ...rows.map(({ key, cell }) => [key, cell])];
  });
}

/**
 * Returns the value of one key of a scenario.
 * @customfunction SCENARIO.GET
 * @param scenario Range with keys in its first column and values in its second.
 * @param key The key, such as demand.growth.
 * @param [if_missing] What to return when the scenario has no value for the key; the default when left out.
 * @param invocation The calling cell.
 * @returns The value, from the last row if the key is repeated; dates as dates.
 * @requiresAddress
 * @errors #VALUE! for an unknown key, with the nearest one; #N/A when the key has no value and no default.
 * @example =TCO.SCENARIO.GET({"demand.growth", 0.08}, "demand.growth") -> 0.08
 * @example =TCO.SCENARIO.GET({"demand.growth", 0.08}, "plan.years") -> 5
 * @related SCENARIO.WITH
 */
export function scenarioGet(scenario: any[][], key: any, if_missing: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const name = keyAsked(known, "key", key);
    const parsed = knownKey(name);
    const { map, rows, assumptions } = known;
    const stated = rows.filter((row) => row.key === name && !isBlankRow(row)).at(-1)?.cell;
    if (stated instanceof CellError) throw brokenCell(name, stated);
    if (stated !== undefined) return map.get(name);
    const otherwise = anyValueOf("if_missing", if_missing) ?? defaultOf(parsed, assumptions);
    if (otherwise !== undefined) return otherwise;
    throw new NoAnswer(`The scenario has no value for ${name}, which has no default.`);
  });
}

/**
 * Returns a scenario with some keys changed.
 * @customfunction SCENARIO.WITH
 * @param scenario Range with keys in its first column and values in its second.
 * @param key_value Pairs of a key and a value: key, value, key, value; a blank value restores the default.
 * @param invocation The calling cell.
 * @returns Two columns with a header: the scenario's rows with the changes.
 * @requiresAddress
 * @errors #VALUE! for an unknown key, with the nearest one, and for a key without a value.
 * @example =TCO.METRIC(TCO.SCENARIO.WITH({"plan.years", 5; "horizontal.regions", 2}, "horizontal.spare", 0, "demand.volume", 1, "data.tb", 0), "nodes", "horizontal") -> 6
 * @related SCENARIO.GET, METRIC
 */
export function scenarioWith(scenario: any[][], key_value: any[], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const { name, rows } = known;
    const changes = changesOf(known, key_value ?? []);
    const kept = rows.filter(({ key }) => !changes.has(key));
    const changed = [...changes].filter(([, cell]) => cell !== "");
    return [["Key", name], ...kept.map(({ key, cell }): Answer[] => [key, cell]), ...changed];
  });
}

function changesOf(known: KnownScenario, given: readonly unknown[]): ReadonlyMap<string, Cell> {
  if (given.length % 2 === 1)
    throw new ModelError(
      "missing",
      "key_value",
      `The key "${textOf("key", given.at(-1))}" has no value. Enter pairs of a key and a value.`,
    );
  const changes = new Map<string, Cell>();
  for (let index = 0; index < given.length; index += 2) {
    const key = keyAsked(known, "key", given[index]);
    knownKey(key);
    const cell = anyValueOf(key, given[index + 1]) ?? "";
    changes.set(key, isBlankRow({ key, cell }) ? "" : cell);
  }
  return changes;
}

/**
 * Lists errors and warnings in a scenario, errors first.
 * @customfunction SCENARIO.CHECK
 * @param scenario Range with keys in its first column and values in its second.
 * @param invocation The calling cell.
 * @returns Table with a header: severity (error, warning, or ok when there are none), key, message.
 * @requiresAddress
 * @errors None for the issues it lists; #VALUE! when the range has fewer than two columns.
 * @example =INDEX(TCO.SCENARIO.CHECK({"demand.grwth", 0.08}), 2, 3) -> "Unknown key ""demand.grwth"". Did you mean demand.growth?"
 * @example =INDEX(TCO.SCENARIO.CHECK({"staff.roles", "none"}), 2, 1) -> "ok"
 * @related SCENARIO
 */
export function scenarioCheck(scenario: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const issues = issuesOf(scenarioOf(scenario));
    const rows = issues.map(({ severity, key, message }) => [severity, key, message]);
    return [["Severity", "Key", "Message"], ...(rows.length > 0 ? rows : [["ok", "", "No errors and no warnings."]])];
  });
}
