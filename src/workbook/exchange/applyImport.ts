/** Writes an import into the workbook, exactly what its plan said. */

import { parseKey } from "../../engine/keys";
import { appendRows } from "../edit/appendRows";
import { addScenario } from "../edit/scenarios";
import { insertModel } from "../insertModel";
import { BASE_COLUMN, KEY_COLUMN, TABLES } from "../layout";
import { columnOfField, labelOf, sectionOf } from "../mapping";
import type { ModelContent } from "../modelPlan";
import type { CellContent, CellValue } from "../plan";
import { KEY_TABLES } from "./content";
import type { Change, Content, KeyTable } from "./content";
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
function tableRow(
  header: readonly string[],
  { nameColumn, prefix, fields }: KeyTable,
  name: string,
  changes: readonly Change[],
): CellContent[] {
  const stated = new Map(changes.map(({ key, after }) => [key, after]));
  return header.map((column) => {
    if (column === nameColumn) return typedContent(name);
    const field = fields.find((each) => columnOfField(each) === column);
    const key = `${prefix}.${name}.${field ?? ""}`;
    return typedContent(stated.get(key) ?? "", key);
  });
}

async function writeTableChanges(
  context: Excel.RequestContext,
  keyTable: KeyTable,
  values: readonly (readonly CellValue[])[],
  changes: readonly Change[],
): Promise<void> {
  const header = (values[0] ?? []).map(String);
  const nameAt = header.indexOf(keyTable.nameColumn);
  const names = values.map((row) => String(row[nameAt] ?? "").trim());
  const nameOf = (key: string) => parseKey(key)?.row ?? "";
  const range = context.workbook.tables.getItem(keyTable.table).getRange();
  for (const { key, after } of changes.filter((change) => names.includes(nameOf(change.key)))) {
    const column = header.indexOf(columnOfField(parseKey(key)?.field ?? ""));
    range.getCell(names.indexOf(nameOf(key)), column).values = [[typedContent(after ?? "", key)]];
  }
  const added = [...new Set(changes.map(({ key }) => nameOf(key)))].filter((name) => !names.includes(name));
  // A table without rows has a blank one: the first new row takes its place.
  const blank = names.indexOf("", 1);
  const rows = added.map((name) => tableRow(header, keyTable, name, changes));
  const [first, ...rest] = rows;
  if (first && blank > 0) range.getRow(blank).values = [first];
  await appendRows(context, keyTable.table, blank > 0 ? rest : rows);
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
  for (const name of plan.newScenarios) await addScenario(context, name);
  const own = plan.changes.filter(({ scenario }) => scenario !== "");
  if (own.length > 0) await writeInputChanges(context, own);
  for (const keyTable of KEY_TABLES) {
    const changes = plan.changes.filter(({ scenario, key }) => scenario === "" && key.startsWith(`${keyTable.prefix}.`));
    const values = tables.get(keyTable.table);
    if (changes.length > 0 && values) await writeTableChanges(context, keyTable, values, changes);
  }
  return undefined;
}

/** A model of what a plan states, for a workbook that has none. */
function modelContent(plan: ImportPlan): ModelContent {
  const valuesOf = (name: string) =>
    new Map(plan.changes.filter(({ scenario }) => scenario === name).map(({ key, after }) => [key, after ?? ""]));
  const names = [BASE_COLUMN, ...plan.newScenarios];
  const shared = plan.changes.filter(({ scenario, key }) => scenario === "" && parseKey(key)?.table === "deal");
  const deals = [...new Set(shared.map(({ key }) => parseKey(key)?.row ?? ""))].map((name) => {
    const own = shared.filter(({ key }) => parseKey(key)?.row === name);
    return { name, fields: Object.fromEntries(own.map(({ key, after }) => [parseKey(key)?.field ?? "", after ?? ""])) };
  });
  return { scenarios: names.map((name) => ({ name, values: valuesOf(name) })), deals, evidence: new Map() };
}

/** Writes a model with the content of an import into a workbook that has none. */
export async function insertImport(context: Excel.RequestContext, plan: ImportPlan): Promise<void> {
  const { conflicts } = await insertModel(context, modelContent(plan));
  if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
}
