import type { Assumption } from "./assumption";
import { CATALOGUE } from "./assumptions";
import type { ScalarAssumptions } from "./assumptions";
import { isErrorCode, ModelError } from "../errors";
import type { Issue } from "../errors";
import { canonicalKey, nearestKey, parseKey, subjectOf } from "./keys";
import type { Reference } from "./reference";
import type { Assumptions, ScenarioMap, Stated } from "./resolved";
import { ruleIssues } from "./scenarioRules";
import { deriveTables } from "./scenarioTables";
import { readValue, unusualWords } from "./values";

const SCALARS: readonly (readonly [string, Assumption<unknown>])[] = Object.entries(CATALOGUE).filter(([key]) => !key.includes("*"));

/**
 * Everything that is wrong or doubtful in a scenario, errors first; an empty list when there is nothing.
 *
 * Keys that no line of the model reads are not judged here but by the projection, which knows what it read.
 */
export function checkScenario(scenario: ScenarioMap, reference: Reference): readonly Issue[] {
  const { issues } = readScenario(scenario, reference);
  return [...issues.filter((issue) => issue.severity === "error"), ...issues.filter((issue) => issue.severity === "warning")];
}

/**
 * The scenario with every default filled in, typed.
 * @throws {ModelError} for the first error that checkScenario reports.
 */
export function resolveScenario(scenario: ScenarioMap, reference: Reference): Assumptions {
  const { assumptions, issues } = readScenario(scenario, reference);
  const first = issues.find((issue) => issue.severity === "error");
  if (first || !assumptions) throw errorOf(first);
  return assumptions;
}

function errorOf(issue: Issue | undefined): ModelError {
  const code = issue !== undefined && isErrorCode(issue.code) ? issue.code : "conflict";
  return new ModelError(code, issue?.key ?? "scenario", issue?.message ?? "The scenario can't be read.");
}

interface ReadScenario {
  readonly assumptions: Assumptions | undefined;
  readonly issues: readonly Issue[];
}

function readScenario(scenario: ScenarioMap, reference: Reference): ReadScenario {
  const spelled = canonicalScenario(scenario);
  const { stated, issues } = readStated(spelled);
  const scalars = readScalars(stated);
  const tables = deriveTables(stated, scalars, reference, issues);
  const assumptions: Assumptions = { ...scalars, ...tables, stated: spelled };
  issues.push(...ruleIssues(assumptions, reference));
  return { assumptions, issues };
}

/** The scenario with its keys as the catalogue spells them. */
function canonicalScenario(scenario: ScenarioMap): ScenarioMap {
  const isSpelled = [...scenario.keys()].every((key) => canonicalKey(key) === key);
  return isSpelled ? scenario : new Map([...scenario].map(([key, value]) => [canonicalKey(key), value]));
}

function readStated(scenario: ScenarioMap): { stated: Stated[]; issues: Issue[] } {
  const stated: Stated[] = [];
  const issues: Issue[] = [];
  for (const [key, value] of scenario) {
    const parsed = parseKey(key);
    if (!parsed) {
      issues.push(unknownKey(key));
      continue;
    }
    const reading = readValue(subjectOf(key), parsed.assumption, value);
    if (!reading.ok) {
      issues.push({ severity: "error", code: reading.code, key, message: reading.message });
      continue;
    }
    stated.push({ parsed, value: reading.value });
    const unusual = unusualWords(key, parsed.assumption, reading.value);
    if (unusual !== undefined) issues.push({ severity: "warning", code: "unusual", key, message: unusual });
  }
  return { stated, issues };
}

const LONGEST_SHOWN = 100;

const shortened = (key: string): string => (key.length > LONGEST_SHOWN ? `${key.slice(0, LONGEST_SHOWN)}...` : key);

/** The issue about a key that the catalogue does not have, with the nearest one that it has. */
export function unknownKey(key: string): Issue {
  const nearest = nearestKey(key);
  const hint = nearest === undefined ? "Start the keys of your own numbers with user." : `Did you mean ${nearest}?`;
  return { severity: "error", code: "unknown-key", key, message: `Unknown key "${shortened(key)}". ${hint}` };
}

function readScalars(stated: readonly Stated[]): ScalarAssumptions {
  const values: Record<string, unknown> = {};
  for (const [key, assumption] of SCALARS) values[key] = assumption.default;
  for (const { parsed, value } of stated) if (parsed.pattern === parsed.key) values[parsed.key] = value;
  for (const [key, { follows }] of SCALARS)
    if (follows !== undefined && !stated.some(({ parsed }) => parsed.key === key)) values[key] = values[follows];
  return values as unknown as ScalarAssumptions;
}
