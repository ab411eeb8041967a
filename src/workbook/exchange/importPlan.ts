/** What importing scenarios would change, and what of a file cannot be taken; decided before anything is written. Pure. */

import { parseKey } from "../../engine/keys";
import { unknownKey } from "../../engine/scenario";
import { readValue } from "../../engine/values";
import type { Value } from "../../engine/values";
import { BASE_COLUMN, INPUT_COLUMNS } from "../layout";
import { columnIn, columnOfField, MODEL_TABLES } from "../sheets/modelTables";
import { placeOf } from "./content";
import type { Change, Content, SharedTables, Standing, StatedFormulas, StatedScenario } from "./content";

/** Why a value of a file is not taken. */
export interface ImportIssue {
  /** Name of the scenario, or "" for the tables that all share. */
  readonly scenario: string;
  readonly key: string;
  readonly message: string;
}

export interface ImportPlan {
  readonly fileName: string;
  /** What is wrong with the file as a whole: nothing of it can be taken then. */
  readonly problems: readonly string[];
  readonly issues: readonly ImportIssue[];
  readonly newScenarios: readonly string[];
  readonly changes: readonly Change[];
}

function judged(
  scenario: string,
  values: ReadonlyMap<string, Value>,
): { readonly good: ReadonlyMap<string, Value>; readonly issues: readonly ImportIssue[] } {
  const good = new Map<string, Value>();
  const issues: ImportIssue[] = [];
  for (const [key, value] of values) {
    const assumption = parseKey(key)?.assumption;
    const reading = assumption && readValue(key, assumption, value);
    if (reading?.ok) good.set(key, value);
    else issues.push({ scenario, key, message: reading?.message ?? unknownKey(key).message });
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

/** Changes of tables that have no column for them any more: there is no cell in which to write them. */
function columnIssues(changes: readonly Change[], tables: SharedTables): readonly ImportIssue[] {
  return changes.flatMap(({ key }) => {
    const { table: kind, field = "" } = parseKey(key) ?? {};
    const { table = "", firstColumn = "" } = MODEL_TABLES.find((each) => each.kind === kind) ?? {};
    const header = tables.get(table)?.[0];
    if (!header) return [];
    // Without the column of names no row can be told from another.
    const column = [firstColumn, columnOfField(field)].find((name) => columnIn(header, name) < 0);
    const advice = "Put that right in Repair or on the sheet, then look at the file again.";
    return column === undefined ? [] : [{ scenario: "", key, message: `The table ${table} has no column ${column}. ${advice}` }];
  });
}

/** Scenarios that bear the name of another column of the inputs. */
function nameProblems({ scenarios }: Content): readonly string[] {
  return scenarios.flatMap(({ name }) => {
    const column = INPUT_COLUMNS.find((each) => sameName(each, name));
    return column === undefined ? [] : [`The scenario "${name}" needs another name: the table of inputs has a column ${column}.`];
  });
}

/** What importing a file's content would change in a workbook in which this stands. */
export function importPlan(fileName: string, content: Content, { content: standing, formulas, tables }: Standing): ImportPlan {
  const problems = nameProblems(content);
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
    issues: [...shared.issues, ...sharedRead.issues, ...withoutColumn, ...scenarios.flatMap(({ issues }) => issues)],
    newScenarios: scenarios.map(({ name }) => name).filter((name) => name !== BASE_COLUMN && standingValues(name) === undefined),
    changes: [
      ...ofTables.filter(({ key }) => !homeless.has(key)),
      ...scenarios.flatMap(({ name, good }) => changed(name, good, standingValues(name), formulas)),
    ],
  };
}
