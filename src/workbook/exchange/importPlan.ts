/** What importing scenarios would change, and what of a file cannot be taken; decided before anything is written. Pure. */

import { parseKey, subjectOf } from "../../engine/catalogue/keys";
import { unknownKey } from "../../engine/catalogue/scenario";
import { readValue } from "../../engine/catalogue/values";
import type { Value } from "../../engine/catalogue/values";
import { nameProblem } from "../edit/scenarioNames";
import { BASE_COLUMN } from "../layout";
import { columnIn, columnOfField, MODEL_TABLES } from "../sheets/modelTables";
import { placeOf } from "./content";
import type { ImportIssue } from "./scenarioFile";
import type { Change, Content, SharedTables, Standing, StatedFormulas, StatedScenario } from "./content";

export interface ImportPlan {
  readonly fileName: string;
  /** What is wrong with the file as a whole: nothing of it can be taken then. */
  readonly problems: readonly string[];
  readonly issues: readonly ImportIssue[];
  readonly newScenarios: readonly string[];
  readonly changes: readonly Change[];
}

/** How many unknown keys of a scenario are compared with all known ones: a file may have 100,000 of them. */
const MOST_SUGGESTIONS = 100;

const unknownWords = (key: string, at: number): string => (at < MOST_SUGGESTIONS ? unknownKey(key).message : `Unknown key "${key}".`);

function judged(
  scenario: string,
  values: ReadonlyMap<string, Value>,
): { readonly good: ReadonlyMap<string, Value>; readonly issues: readonly ImportIssue[] } {
  const good = new Map<string, Value>();
  const issues: ImportIssue[] = [];
  let unknown = 0;
  for (const [key, value] of values) {
    const assumption = parseKey(key)?.assumption;
    const reading = assumption && readValue(subjectOf(key), assumption, value);
    if (reading?.ok) good.set(key, value);
    else issues.push({ scenario, key, message: reading?.message ?? unknownWords(key, unknown++) });
  }
  return { good, issues };
}

/** Values of the file that differ from what stands; what the file does not state stays as it is. */
function changed(
  scenario: string,
  values: ReadonlyMap<string, Value>,
  standing: ReadonlyMap<string, Value> | undefined,
  formulas: StatedFormulas,
): readonly Change[] {
  return [...values].flatMap(([key, after]) => {
    const before = standing?.get(key);
    // What all share stands in Base where the workbook does not have its table.
    const replaces = formulas.get(placeOf(scenario, key)) ?? formulas.get(placeOf(scenario === "" ? BASE_COLUMN : scenario, key));
    return before === after ? [] : [{ scenario, key, before, after, ...(replaces === undefined ? {} : { replaces }) }];
  });
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The plan of a file that cannot be read. */
export function refusedPlan(fileName: string, problems: readonly string[]): ImportPlan {
  return { fileName, problems, issues: [], newScenarios: [], changes: [] };
}

function sharedIssues(shared: ReadonlyMap<string, Value>): {
  readonly values: ReadonlyMap<string, Value>;
  readonly issues: readonly ImportIssue[];
} {
  const prefixes = MODEL_TABLES.map(({ kind }) => `${kind}.`);
  const values = new Map([...shared].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix))));
  const issues = [...shared.keys()]
    .filter((key) => !values.has(key))
    .map((key) => ({
      scenario: "",
      key,
      message: `"${key}" belongs to no table; allowed are keys that start with ${prefixes.join(", ")}`,
    }));
  return { values, issues };
}

/** The column that a table lacks for a field: its own, or that of names, without which no row can be told from another. */
function missingColumn({ kind, field }: { readonly kind: string | undefined; readonly field: string }, tables: SharedTables) {
  const { table = "", firstColumn = "" } = MODEL_TABLES.find((each) => each.kind === kind) ?? {};
  const header = tables.get(table)?.[0];
  if (!header) return undefined;
  const column = [firstColumn, columnOfField(field)].find((name) => columnIn(header, name) < 0);
  return column === undefined ? undefined : { table, column };
}

/** Changes of tables that have no column for them any more: there is no cell in which to write them. */
function columnIssues(changes: readonly Change[], tables: SharedTables): readonly ImportIssue[] {
  const found = new Map<string, ReturnType<typeof missingColumn>>();
  return changes.flatMap(({ key }) => {
    const { table: kind, field = "", pattern = "" } = parseKey(key) ?? {};
    if (!found.has(pattern)) found.set(pattern, missingColumn({ kind, field }, tables));
    const missing = found.get(pattern);
    const advice = "Fix it in Repair or on the sheet, then choose the file again.";
    return missing ? [{ scenario: "", key, message: `The table ${missing.table} has no column ${missing.column}. ${advice}` }] : [];
  });
}

/** Scenarios that the table of inputs cannot have under their names, beside its columns of words. */
function nameProblems({ scenarios }: Content, columns: readonly string[]): readonly string[] {
  return scenarios.flatMap(({ name }, index) => {
    const problem = nameProblem(name, [...columns, ...scenarios.slice(0, index).map((other) => other.name)]);
    return problem === undefined ? [] : [`The scenario "${name}" needs another name. ${problem}`];
  });
}

/** What is to be imported, with what of its file could not be read. */
export type ImportContent = Content & { readonly unread?: readonly ImportIssue[] };

/** What importing a file's content would change in a workbook in which this stands. */
export function importPlan(
  fileName: string,
  content: ImportContent,
  { columns, content: standing, formulas, tables }: Standing,
): ImportPlan {
  const problems = nameProblems(content, columns);
  if (problems.length > 0) return refusedPlan(fileName, problems);
  const shared = sharedIssues(content.shared);
  const sharedRead = judged("", shared.values);
  const names = [...standing.scenarios.map(({ name }) => name), BASE_COLUMN];
  const nameIn = ({ name }: StatedScenario) => names.find((other) => sameName(other, name)) ?? name;
  const scenarios = content.scenarios.map((scenario) => ({ name: nameIn(scenario), ...judged(nameIn(scenario), scenario.values) }));
  const standingValues = (name: string) => standing.scenarios.find((other) => other.name === name)?.values;
  const ofTables = changed("", sharedRead.good, new Map([...(standingValues(BASE_COLUMN) ?? []), ...standing.shared]), formulas);
  const withoutColumn = columnIssues(ofTables, tables);
  const homeless = new Set(withoutColumn.map(({ key }) => key));
  return {
    fileName,
    problems: [],
    issues: [
      ...(content.unread ?? []),
      ...shared.issues,
      ...sharedRead.issues,
      ...withoutColumn,
      ...scenarios.flatMap(({ issues }) => issues),
    ],
    newScenarios: scenarios.map(({ name }) => name).filter((name) => name !== BASE_COLUMN && standingValues(name) === undefined),
    changes: [
      ...ofTables.filter(({ key }) => !homeless.has(key)),
      ...scenarios.flatMap(({ name, good }) => changed(name, good, standingValues(name), formulas)),
    ],
  };
}
