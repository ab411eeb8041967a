/** Writes an import into the workbook, exactly what its plan said. */

import { parseKey } from "../../engine/keys";
import { appendRows, requireRoom } from "../edit/appendRows";
import { addScenarios } from "../edit/scenarios";
import { requireOneRow } from "../edit/writeInputs";
import { insertModel } from "../insertModel";
import { BASE_COLUMN, KEY_COLUMN, TABLES } from "../layout";
import { labelOf, sectionOf } from "../mapping";
import type { ModelContent } from "../modelPlan";
import { columnIn, columnOfField, fieldsOf, folded, MODEL_TABLES } from "../sheets/modelTables";
import type { ModelTable, TableRow } from "../sheets/modelTables";
import type { CellContent, CellValue } from "../plan";
import type { Change, Content } from "./content";
import { importPlan } from "./importPlan";
import type { ImportPlan } from "./importPlan";
import { readContent, readStanding } from "./readContent";
import type { ReadContent } from "./readContent";
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

/** Keys of changes for which the table of inputs has no row yet. */
function newKeys({ inputs }: ReadContent, changes: readonly Change[]): readonly string[] {
  const known = new Set(inputs.rows.map(({ key }) => key));
  return [...new Set(changes.map(({ key }) => key))].filter((key) => !known.has(key));
}

async function writeInputChanges(context: Excel.RequestContext, changes: readonly Change[]): Promise<void> {
  const read = await readContent(context);
  const { header } = read;
  await appendRows(
    context,
    TABLES.inputs,
    newKeys(read, changes).map((key) => inputRow(header, key)),
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
    if (folded(column) === folded(firstColumn)) return typedContent(name);
    const field = fieldsOf(kind).find((each) => folded(columnOfField(each)) === folded(column));
    const key = `${kind}.${name}.${field ?? ""}`;
    return typedContent(stated.get(key) ?? "", key);
  });
}

const nameOf = ({ key }: Change): string => parseKey(key)?.row ?? "";

/** Cells of a table that all scenarios share, and what changes in it. */
interface TableChanges {
  readonly table: ModelTable;
  readonly header: readonly string[];
  /** What stands in the column of names, the header first. */
  readonly names: readonly string[];
  readonly changes: readonly Change[];
  /** Names that have no row yet. */
  readonly added: readonly string[];
}

function tableChanges(table: ModelTable, { tables }: ReadContent, changes: readonly Change[]): TableChanges {
  const values = tables.get(table.table) ?? [];
  const header = (values[0] ?? []).map(String);
  const names = values.map((row) => String(row[columnIn(header, table.firstColumn)] ?? "").trim());
  const added = [...new Set(changes.map(nameOf))].filter((name) => !names.includes(name));
  return { table, header, names, changes, added };
}

async function writeTableChanges(context: Excel.RequestContext, { table, header, names, changes, added }: TableChanges): Promise<void> {
  const range = context.workbook.tables.getItem(table.table).getRange();
  for (const change of changes.filter((each) => names.includes(nameOf(each)))) {
    const { key, after } = change;
    const column = columnIn(header, columnOfField(parseKey(key)?.field ?? ""));
    range.getCell(names.indexOf(nameOf(change)), column).values = [[typedContent(after ?? "", key)]];
  }
  await appendRows(
    context,
    table.table,
    added.map((name) => rowCells(header, table, name, changes)),
  );
  await context.sync();
}

interface DividedChanges {
  /** Those of the table of inputs. */
  readonly own: readonly Change[];
  readonly shared: readonly TableChanges[];
}

/** The changes by the table in which they are written. */
function divided(changes: readonly Change[], read: ReadContent): DividedChanges {
  const standsAt = ({ scenario, key }: Change) =>
    scenario === "" ? MODEL_TABLES.find(({ kind, table }) => key.startsWith(`${kind}.`) && read.tables.has(table)) : undefined;
  return {
    // What belongs to a table that the workbook does not have stands in Base, which every scenario inherits.
    own: changes.filter((change) => !standsAt(change)).map((change) => ({ ...change, scenario: change.scenario || BASE_COLUMN })),
    shared: MODEL_TABLES.flatMap((table) => {
      const here = changes.filter((change) => standsAt(change) === table);
      return here.length > 0 ? [tableChanges(table, read, here)] : [];
    }),
  };
}

/** Which of several rows of a name counts is for a person to say. */
function requireOneRowOfEach({ table, names, changes }: TableChanges): void {
  const repeated = changes.map(nameOf).find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (repeated !== undefined)
    throw new Error(
      `${repeated} stands twice in the table ${table.table}. Nothing was written: delete or rename one of the rows on the sheet, then import again.`,
    );
}

/** Refuses an import for which there is no room or no one row, before anything of it is written. */
async function requireImportRoom(
  context: Excel.RequestContext,
  read: ReadContent,
  { own, shared }: DividedChanges,
  newScenarios: number,
): Promise<void> {
  for (const { key } of own) requireOneRow(read.inputs, key);
  for (const each of shared) requireOneRowOfEach(each);
  const keys = newKeys(read, own).length;
  if (keys > 0) await requireRoom(context, TABLES.inputs, keys, newScenarios);
  for (const { table, added } of shared) if (added.length > 0) await requireRoom(context, table.table, added.length);
}

async function readPlan(context: Excel.RequestContext, fileName: string, content: Content) {
  const read = await readStanding(context);
  return { read, plan: importPlan(fileName, content, read) };
}

/**
 * Carries out an import that the user has agreed to, or nothing of it.
 * @returns the plan as it is now, when the workbook has changed since it was shown: nothing was written then
 */
export async function applyImport(context: Excel.RequestContext, agreed: ImportPlan, content: Content): Promise<ImportPlan | undefined> {
  const { read, plan } = await readPlan(context, agreed.fileName, content);
  if (JSON.stringify(plan) !== JSON.stringify(agreed)) return plan;
  const changes = divided(plan.changes, read);
  await requireImportRoom(context, read, changes, plan.newScenarios.length);
  if (plan.newScenarios.length > 0) await addScenarios(context, plan.newScenarios);
  if (changes.own.length > 0) await writeInputChanges(context, changes.own);
  for (const each of changes.shared) await writeTableChanges(context, each);
  return undefined;
}

/** Adds scenarios that the product itself proposes, or refuses with what stands in the way. */
export async function addStated(context: Excel.RequestContext, source: string, content: Content): Promise<void> {
  const { plan } = await readPlan(context, source, content);
  const [issue] = plan.issues;
  if (issue) throw new Error(`${issue.message} Nothing was written.`);
  if (await applyImport(context, plan, content)) throw new Error("The workbook was changed meanwhile. Nothing was written.");
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
