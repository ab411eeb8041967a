/** What adding optional tables to a model writes, decided before anything is written. Pure. */

import type { Reference } from "../engine/catalogue/reference";
import { canonicalKey } from "../engine/catalogue/keys";
import type { Value } from "../engine/catalogue/values";
import type { ScenarioTable } from "./formulas";
import { BASE_COLUMN, KEY_COLUMN, SHEETS, TABLES } from "./layout";
import { scenarioNames } from "./mapping";
import { conflictsOf } from "./modelPlan";
import type { ModelPlan, WorkbookContents } from "./modelPlan";
import { modelTable, modelTableSheet } from "./sheets/modelTables";
import { describeSheet, EMPTY_SHEET } from "./plan";
import { referenceRows } from "./sheets/referenceRows";
import { formulaBlocks } from "./refreshPlan";
import { scenarioTables } from "./standing";
import type { InputTable, ModelParts } from "./standing";

/** What each scenario states in the table of inputs, with what it inherits from Base. */
function statedValues(inputs: InputTable | undefined): readonly ReadonlyMap<string, Value>[] {
  const [header = [], ...rows] = inputs?.values ?? [];
  const columns = header.map(String);
  const [key, base] = [columns.indexOf(KEY_COLUMN), columns.indexOf(BASE_COLUMN)];
  return scenarioNames(header).map((name) => {
    const own = columns.indexOf(name);
    const stated = rows.flatMap((row): [string, Value][] => {
      const value = [row[own], row[base]].find((cell) => cell !== undefined && cell !== "");
      return value === undefined ? [] : [[canonicalKey(String(row[key] ?? "")), value]];
    });
    return new Map(stated);
  });
}

/** Once there is a table of servers, the lists that scenarios name are not asked any more. */
const SERVERS_NOTE = "From then on every scenario chooses its servers from this table, whatever list its inputs name.";
/** The formulas of the scenarios take the new tables in; one that somebody has changed by hand is left alone and named. */
const FORMULAS_NOTE = `${SHEETS.scenarios}: the formulas of the scenarios take the tables in`;

/** The sheets of optional tables with the rows of the reference data, and the scenarios' formulas that take them in. Tables that stand are left alone. */
export function tablesPlan(
  wanted: readonly ScenarioTable[],
  parts: ModelParts,
  contents: WorkbookContents,
  reference: Reference,
): ModelPlan {
  const present = scenarioTables(parts.tables);
  const added = wanted.filter((table) => !present.includes(table));
  const stated = statedValues(parts.inputs);
  const sheets = added.map((table) => modelTableSheet(modelTable(table), referenceRows(table, stated, reference)));
  const after = scenarioTables([...parts.tables, ...added]);
  const formulas = { ...EMPTY_SHEET, sheet: SHEETS.scenarios, blocks: formulaBlocks(parts, after) };
  return {
    sheets: added.length > 0 ? [...sheets, formulas] : [],
    preview: [
      ...sheets.map(describeSheet),
      ...(added.length > 0 ? [FORMULAS_NOTE] : []),
      ...(added.includes(TABLES.servers) ? [SERVERS_NOTE] : []),
    ],
    conflicts: conflictsOf(sheets, contents, "add the table"),
  };
}
