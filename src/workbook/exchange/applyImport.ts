/** Writes an import into the workbook, exactly what its plan said. */

import { parseKey } from "../../engine/keys";
import { appendRows } from "../edit/appendRows";
import { addScenarios } from "../edit/scenarios";
import { insertModel } from "../insertModel";
import { BASE_COLUMN, KEY_COLUMN, TABLES } from "../layout";
import { labelOf, sectionOf } from "../mapping";
import type { ModelContent } from "../modelPlan";
import { columnOfField, fieldsOf, MODEL_TABLES } from "../modelTables";
import type { ModelTable, TableRow } from "../modelTables";
import type { CellContent, CellValue } from "../plan";
import type { Change, Content } from "./content";
import { importPlan } from "./importPlan";
import type { ImportPlan } from "./importPlan";
import { readContent } from "./readContent";
import { typedContent } from "./typedContent";

/** A row of the table of inputs for a key that has none yet. */
function inputRow(header: readonly string[], key: string): CellContent[] {
  const words: Readonly<Record<string, string>> = {
    Section: sectionOf(key),
    [KEY_COLUMN]: key,
    Assumption: labelOf(key),
    Unit: parseKey(key)?.assumption.unit ?? "",
    Source: "import",
  };
  return header.map((column) => typedContent(words[column] ?? ""));
}

async function writeInputChanges(context: Excel.RequestContext, changes: readonly Change[]): Promise<void> {
  const { header, inputs } = await readContent(context);
  const known = new Set(inputs.rows.map(({ key }) => key));
  const added = [...new Set(changes.map(({ key }) => key))].filter((key) => !known.has(key));
  await appendRows(
    context,
    TABLES.inputs,
    added.map((key) => inputRow(header, key)),
  );
  const range = context.workbook.tables.getItem(TABLES.inputs).getRange().load("values");
  await context.sync();
  const keys = (range.values as CellValue[][]).map((row) => String(row[header.indexOf(KEY_COLUMN)] ?? "").trim());
  for (const { scenario, key, after } of changes)
    range.getCell(keys.indexOf(key), header.indexOf(scenario)).values = [[typedContent(after ?? "", key)]];
  await context.sync();
}

/** Cells of a row of a shared table: what the changes state, blank elsewhere. */
function rowCells(header: readonly string[], { firstColumn, kind }: ModelTable, name: string, changes: readonly Change[]): CellContent[] {
  const stated = new Map(changes.map(({ key, after }) => [key, after]));
  return header.map((column) => {
    if (column === firstColumn) return typedContent(name);
    const field = fieldsOf(kind).find((each) => columnOfField(each) === column);
    const key = `${kind}.${name}.${field ?? ""}`;
    return typedContent(stated.get(key) ?? "", key);
  });
}

async function writeTableChanges(
  context: Excel.RequestContext,
  table: ModelTable,
  values: readonly (readonly CellValue[])[],
  changes: readonly Change[],
): Promise<void> {
  const header = (values[0] ?? []).map(String);
  const nameAt = header.indexOf(table.firstColumn);
  const names = values.map((row) => String(row[nameAt] ?? "").trim());
  const nameOf = (key: string) => parseKey(key)?.row ?? "";
  const range = context.workbook.tables.getItem(table.table).getRange();
  for (const { key, after } of changes.filter((change) => names.includes(nameOf(change.key)))) {
    const column = header.indexOf(columnOfField(parseKey(key)?.field ?? ""));
    range.getCell(names.indexOf(nameOf(key)), column).values = [[typedContent(after ?? "", key)]];
  }
  const added = [...new Set(changes.map(({ key }) => nameOf(key)))].filter((name) => !names.includes(name));
  await appendRows(
    context,
    table.table,
    added.map((name) => rowCells(header, table, name, changes)),
  );
  await context.sync();
}

/**
 * Carries out an import that the user has agreed to.
 * @returns the plan as it is now, when the workbook has changed since it was shown: nothing was written then
 */
export async function applyImport(context: Excel.RequestContext, agreed: ImportPlan, content: Content): Promise<ImportPlan | undefined> {
  const { content: standing, tables } = await readContent(context);
  const plan = importPlan(agreed.fileName, content, standing);
  if (JSON.stringify(plan) !== JSON.stringify(agreed)) return plan;
  if (plan.newScenarios.length > 0) await addScenarios(context, plan.newScenarios);
  const standsAt = (key: string) => MODEL_TABLES.find(({ kind, table }) => key.startsWith(`${kind}.`) && tables.has(table));
  // What belongs to a table that the workbook does not have stands in Base, which every scenario inherits.
  const own = plan.changes.flatMap((change) => {
    if (change.scenario !== "") return [change];
    return standsAt(change.key) ? [] : [{ ...change, scenario: BASE_COLUMN }];
  });
  if (own.length > 0) await writeInputChanges(context, own);
  for (const table of MODEL_TABLES) {
    const changes = plan.changes.filter(({ scenario, key }) => scenario === "" && standsAt(key) === table);
    if (changes.length > 0) await writeTableChanges(context, table, tables.get(table.table) ?? [], changes);
  }
  return undefined;
}

/** Rows of a table from the values under their keys. */
function tableRows({ kind }: ModelTable, changes: readonly Change[]): readonly TableRow[] {
  const own = changes.filter(({ scenario, key }) => scenario === "" && parseKey(key)?.table === kind);
  return [...new Set(own.map(({ key }) => parseKey(key)?.row ?? ""))].map((name) => {
    const stated = own.filter(({ key }) => parseKey(key)?.row === name);
    return { name, fields: Object.fromEntries(stated.map(({ key, after }) => [parseKey(key)?.field ?? "", after ?? ""])) };
  });
}

/** A model of what a plan states, for a workbook that has none. */
function modelContent({ changes, newScenarios }: ImportPlan): ModelContent {
  const valuesOf = (name: string) =>
    new Map(changes.filter(({ scenario }) => scenario === name).map(({ key, after }) => [key, after ?? ""]));
  const rows = new Map(MODEL_TABLES.map((table) => [table.table, tableRows(table, changes)]));
  const { [TABLES.deals]: deals = [], ...optional } = Object.fromEntries(rows);
  const tables = new Map(
    MODEL_TABLES.map(({ table }) => [table, optional[table] ?? []] as const).filter(([, stated]) => stated.length > 0),
  );
  return {
    scenarios: [BASE_COLUMN, ...newScenarios].map((name) => ({ name, values: valuesOf(name) })),
    deals,
    evidence: new Map(),
    tables,
  };
}

/** Writes a model with the content of an import into a workbook that has none. */
export async function insertImport(context: Excel.RequestContext, plan: ImportPlan): Promise<void> {
  const { conflicts } = await insertModel(context, modelContent(plan));
  if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
}
