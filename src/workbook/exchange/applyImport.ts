/** Writes an import into the workbook, exactly what its plan said. */

import { folded } from "../../engine/catalogue/headers";
import { parseKey } from "../../engine/catalogue/keys";
import { growTable, requireRoom } from "../edit/appendRows";
import { requireOneRow } from "../edit/writeInputs";
import { insertModel } from "../insertModel";
import { BASE_COLUMN, TABLES } from "../layout";
import type { ModelContent } from "../modelPlan";
import { columnIn, columnOfField, fieldsOf, MODEL_TABLES } from "../sheets/modelTables";
import type { ModelTable, TableRow } from "../sheets/modelTables";
import type { CellContent } from "../plan";
import type { Change, Content } from "./content";
import { importPlan } from "./importPlan";
import type { ImportContent, ImportPlan } from "./importPlan";
import { readStanding } from "./readContent";
import type { ReadContent } from "./readContent";
import { placesOf, prepareInputs } from "./importedInputs";
import type { PreparedWrite } from "./importedInputs";
import { typedContent } from "./typedContent";
import { writeRuns } from "./writeRuns";

function groupedBy<Item>(items: readonly Item[], groupOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return groups;
}

/** Cells of a row of a shared table: what the changes of its name state, blank elsewhere. */
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
  /** What is in the column of names, the header first. */
  readonly names: readonly string[];
  /** What changes, by the name of its row. */
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  /** Names that have no row yet. */
  readonly added: readonly string[];
}

function tableChanges(table: ModelTable, { tables }: ReadContent, changed: readonly Change[]): TableChanges {
  const values = tables.get(table.table) ?? [];
  const header = (values[0] ?? []).map(String);
  const names = values.map((row) => String(row[columnIn(header, table.firstColumn)] ?? "").trim());
  const changes = groupedBy(changed, nameOf);
  const known = new Set(names);
  return { table, header, names, changes, added: [...changes.keys()].filter((name) => !known.has(name)) };
}

/** Reads whether a shared table has room for its new rows; gives what writes its changes. */
async function prepareTable(context: Excel.RequestContext, changes: TableChanges): Promise<() => void> {
  const { table, header, names, added } = changes;
  const room = await requireRoom(context, table.table, added.length);
  const rows = placesOf(names);
  const columns = new Map(fieldsOf(table.kind).map((field) => [field, columnIn(header, columnOfField(field))]));
  const cells = [...changes.changes].flatMap(([name, stated]) =>
    stated.map(({ key, after }) => {
      const column = columns.get(parseKey(key)?.field ?? "") ?? -1;
      return { row: rows.get(name) ?? -1, column, content: typedContent(after ?? "", key) };
    }),
  );
  return () => {
    writeRuns(
      room.whole,
      cells.filter(({ row }) => row >= 0),
    );
    growTable(room, { rows: added.map((name) => rowCells(header, table, name, changes.changes.get(name) ?? [])) });
  };
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

/** Texts that a list has more than once. */
function repeatedIn(texts: readonly string[]): readonly string[] {
  const places = placesOf(texts);
  return texts.filter((text, at) => places.get(text) !== at);
}

/** Which of several rows of a name counts is for a person to say. */
function requireOneRowOfEach({ table, names, changes }: TableChanges): void {
  const repeated = repeatedIn(names).find((name) => changes.has(name));
  if (repeated !== undefined)
    throw new Error(
      `${repeated} appears twice in the table ${table.table}. Delete or rename one of the rows, then import again; nothing was changed.`,
    );
}

/** Refuses an import for which there is no room or no one row; gives what writes all of it. */
async function prepareChanges(
  context: Excel.RequestContext,
  read: ReadContent,
  { own, shared }: DividedChanges,
  newScenarios: readonly string[],
): Promise<readonly PreparedWrite[]> {
  const repeated = new Set(repeatedIn(read.inputs.rows.map(({ key }) => key)));
  for (const { key } of own) if (repeated.has(key)) requireOneRow(read.inputs, key);
  for (const each of shared) requireOneRowOfEach(each);
  const writes: PreparedWrite[] = [];
  if (own.length > 0 || newScenarios.length > 0) writes.push(await prepareInputs(context, read, own, newScenarios));
  for (const each of shared) writes.push({ write: await prepareTable(context, each) });
  return writes;
}

async function readPlan(context: Excel.RequestContext, fileName: string, content: ImportContent) {
  const read = await readStanding(context);
  return { read, plan: importPlan(fileName, content, read) };
}

/**
 * Carries out an import that the user has agreed to, or nothing of it.
 * @returns the plan as it is now, when the workbook has changed since it was shown: nothing was changed then
 */
export async function applyImport(
  context: Excel.RequestContext,
  agreed: ImportPlan,
  content: ImportContent,
): Promise<ImportPlan | undefined> {
  const { read, plan } = await readPlan(context, agreed.fileName, content);
  const [problem] = plan.problems;
  if (problem !== undefined) throw new Error(`${problem} Nothing was changed.`);
  if (JSON.stringify(plan) !== JSON.stringify(agreed)) return plan;
  const changes = divided(plan.changes, read);
  const writes = await prepareChanges(context, read, changes, plan.newScenarios);
  for (const { write } of writes) write();
  await context.sync();
  for (const { finish } of writes) await finish?.();
  return undefined;
}

/** Adds scenarios that the product itself proposes, or refuses with what stands in the way. */
export async function addStated(context: Excel.RequestContext, source: string, content: Content): Promise<void> {
  const { plan } = await readPlan(context, source, content);
  const [issue] = plan.issues;
  if (issue) throw new Error(`${issue.message} Nothing was changed.`);
  if (await applyImport(context, plan, content))
    throw new Error("The workbook changed while you were working. Nothing was saved; try again.");
}

/** Rows of a table from the values under their keys. */
function tableRows({ kind }: ModelTable, changes: readonly Change[]): readonly TableRow[] {
  const own = changes.filter(({ scenario, key }) => scenario === "" && parseKey(key)?.table === kind);
  return [...groupedBy(own, nameOf)].map(([name, stated]) => ({
    name,
    fields: Object.fromEntries(stated.map(({ key, after }) => [parseKey(key)?.field ?? "", after ?? ""])),
  }));
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
  if (conflicts.length > 0) throw new Error(`Nothing was changed. ${conflicts.join(" ")}`);
}
