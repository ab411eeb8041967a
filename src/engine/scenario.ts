import type { Assumption } from "./assumption";
import { CATALOGUE } from "./assumptions";
import type { ScalarAssumptions } from "./assumptions";
import { ModelError } from "./errors";
import type { Issue } from "./errors";
import { nearestKey, parseKey } from "./keys";
import type { Reference } from "./reference";
import type { Assumptions, ScenarioMap, Stated } from "./resolved";
import { ruleIssues } from "./scenarioRules";
import { deriveTables } from "./scenarioTables";
import { readValue } from "./values";

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
  const code =
    issue === undefined || issue.code === "no-effect" || issue.code === "repeated" || issue.code === "outside-plan"
      ? "conflict"
      : issue.code;
  return new ModelError(code, issue?.key ?? "scenario", issue?.message ?? "The scenario cannot be read.");
}

interface ReadScenario {
  readonly assumptions: Assumptions | undefined;
  readonly issues: readonly Issue[];
}

function readScenario(scenario: ScenarioMap, reference: Reference): ReadScenario {
  const { stated, issues } = readStated(scenario);
  const scalars = readScalars(stated);
  const tables = deriveTables(stated, scalars, reference, issues);
  const assumptions: Assumptions = { ...scalars, ...tables, stated: scenario };
  issues.push(...ruleIssues(assumptions, reference));
  return { assumptions, issues };
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
    const reading = readValue(key, parsed.assumption, value);
    if (reading.ok) stated.push({ parsed, value: reading.value });
    else issues.push({ severity: "error", code: reading.code, key, message: reading.message });
  }
  return { stated, issues };
}

/** The issue about a key that the catalogue does not have, with the nearest one that it has. */
export function unknownKey(key: string): Issue {
  const nearest = nearestKey(key);
  const hint = nearest === undefined ? "Your own numbers take keys that start with user." : `Did you mean ${nearest}?`;
  return { severity: "error", code: "unknown-key", key, message: `Unknown key "${key}". ${hint}` };
}

function readScalars(stated: readonly Stated[]): ScalarAssumptions {
  const values: Record<string, unknown> = {};
  for (const [key, assumption] of SCALARS) values[key] = assumption.default;
  for (const { parsed, value } of stated) if (parsed.pattern === parsed.key) values[parsed.key] = value;
  return values as unknown as ScalarAssumptions;
}
