/** Writes an import into the workbook, exactly what its plan said. */

import { folded } from "../../engine/headers";
import { canonicalKey, parseKey } from "../../engine/keys";
import { appendRows, requireRoom } from "../edit/appendRows";
import { addScenarios } from "../edit/scenarios";
import { requireOneRow } from "../edit/writeInputs";
import { insertModel } from "../insertModel";
import { BASE_COLUMN, KEY_COLUMN, TABLES } from "../layout";
import { labelOf, sectionOf } from "../mapping";
import type { ModelContent } from "../modelPlan";
import { columnIn, columnOfField, fieldsOf, MODEL_TABLES } from "../sheets/modelTables";
import type { ModelTable, TableRow } from "../sheets/modelTables";
import type { CellContent, CellValue } from "../plan";
import type { Change, Content } from "./content";
import { importPlan } from "./importPlan";
import type { ImportContent, ImportPlan } from "./importPlan";
import { readContent, readStanding } from "./readContent";
import type { ReadContent } from "./readContent";
import { typedCell } from "../typedCell";
import { typedContent } from "./typedContent";
import { writeRuns } from "./writeRuns";
import type { CellWrite } from "./writeRuns";

function groupedBy<Item>(items: readonly Item[], groupOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group) group.push(item);
    else groups.set(groupOf(item), [item]);
  }
  return groups;
}

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

/** Place of each text in a list: of the first that is the same. */
function placesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(texts.map((text, at) => [text, at] as const).reverse());
}

/** The table of inputs as it is, with a row for every key. */
interface InputCells {
  readonly header: readonly string[];
  readonly values: readonly (readonly CellValue[])[];
}

/** All cells of a scenario that has just been added, from the first that changes to the last: its column is ours, and written at once. */
function filledUp(cells: readonly CellWrite[], { values }: InputCells): readonly CellWrite[] {
  const [column = 0] = cells.map((cell) => cell.column);
  const contents = new Map(cells.map(({ row, content }) => [row, content]));
  const rows = cells.map(({ row }) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const row = first + at;
    return { row, column, content: contents.get(row) ?? typedCell(values[row]?.[column] ?? "") };
  });
}

function inputCells(changes: readonly Change[], newScenarios: readonly string[], table: InputCells): readonly CellWrite[] {
  const { header, values } = table;
  const rows = placesOf(values.map((row) => canonicalKey(String(row[header.indexOf(KEY_COLUMN)] ?? ""))));
  const byScenario = groupedBy(changes, ({ scenario }) => scenario);
  return [...byScenario].flatMap(([scenario, own]) => {
    const column = header.indexOf(scenario);
    if (column < 0) throw new Error(`The table ${TABLES.inputs} has no column "${scenario}".`);
    const cells = own.map(({ key, after }) => ({ row: rows.get(key) ?? -1, column, content: typedContent(after ?? "", key) }));
    return newScenarios.includes(scenario) ? filledUp(cells, table) : cells;
  });
}

async function writeInputChanges(
  context: Excel.RequestContext,
  changes: readonly Change[],
  newScenarios: readonly string[],
): Promise<void> {
  const read = await readContent(context);
  const { header } = read;
  await appendRows(
    context,
    TABLES.inputs,
    newKeys(read, changes).map((key) => inputRow(header, key)),
  );
  const range = context.workbook.tables.getItem(TABLES.inputs).getRange().load("values");
  await context.sync();
  writeRuns(range, inputCells(changes, newScenarios, { header, values: range.values as CellValue[][] }));
  await context.sync();
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

async function writeTableChanges(context: Excel.RequestContext, { table, header, names, changes, added }: TableChanges): Promise<void> {
  const range = context.workbook.tables.getItem(table.table).getRange();
  const rows = placesOf(names);
  const columns = new Map(fieldsOf(table.kind).map((field) => [field, columnIn(header, columnOfField(field))]));
  const cells = [...changes].flatMap(([name, stated]) =>
    stated.map(({ key, after }) => {
      const column = columns.get(parseKey(key)?.field ?? "") ?? -1;
      return { row: rows.get(name) ?? -1, column, content: typedContent(after ?? "", key) };
    }),
  );
  writeRuns(
    range,
    cells.filter(({ row }) => row >= 0),
  );
  await appendRows(
    context,
    table.table,
    added.map((name) => rowCells(header, table, name, changes.get(name) ?? [])),
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
  const repeated = new Set(repeatedIn(read.inputs.rows.map(({ key }) => key)));
  for (const { key } of own) if (repeated.has(key)) requireOneRow(read.inputs, key);
  for (const each of shared) requireOneRowOfEach(each);
  const keys = newKeys(read, own).length;
  if (keys > 0) await requireRoom(context, TABLES.inputs, keys, newScenarios);
  for (const { table, added } of shared) if (added.length > 0) await requireRoom(context, table.table, added.length);
}

async function readPlan(context: Excel.RequestContext, fileName: string, content: ImportContent) {
  const read = await readStanding(context);
  return { read, plan: importPlan(fileName, content, read) };
}

/**
 * Carries out an import that the user has agreed to, or nothing of it.
 * @returns the plan as it is now, when the workbook has changed since it was shown: nothing was written then
 */
export async function applyImport(
  context: Excel.RequestContext,
  agreed: ImportPlan,
  content: ImportContent,
): Promise<ImportPlan | undefined> {
  const { read, plan } = await readPlan(context, agreed.fileName, content);
  const [problem] = plan.problems;
  if (problem !== undefined) throw new Error(`${problem} Nothing was written.`);
  if (JSON.stringify(plan) !== JSON.stringify(agreed)) return plan;
  const changes = divided(plan.changes, read);
  await requireImportRoom(context, read, changes, plan.newScenarios.length);
  if (plan.newScenarios.length > 0) await addScenarios(context, plan.newScenarios);
  if (changes.own.length > 0) await writeInputChanges(context, changes.own, plan.newScenarios);
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
  if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
}
