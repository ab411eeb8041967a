/** What the check of a scenario reports: broken and repeated rows, wrong values, plans that fail, keys without effect. */

import { unreadKeys } from "../engine/analysis/effect";
import { ModelError } from "../engine/errors";
import type { Issue } from "../engine/errors";
import { ARCHITECTURES } from "../engine/planSetting";
import type { Architecture } from "../engine/planSetting";
import { checkScenario } from "../engine/scenario";
import { reference } from "../reference/load";
import { brokenCell, CellError } from "./cells";
import type { KnownScenario } from "./memo";
import { infeasible } from "./noAnswers";

/** All issues of a scenario, errors before warnings. */
export function issuesOf(scenario: KnownScenario): readonly Issue[] {
  const own = [...brokenRows(scenario), ...checkScenario(scenario.map, reference)];
  const readable = !own.some(({ severity }) => severity === "error");
  const issues = [...own, ...repeatedKeys(scenario), ...(readable ? planIssues(scenario) : [])];
  return [...issues.filter(({ severity }) => severity === "error"), ...issues.filter(({ severity }) => severity === "warning")];
}

function brokenRows({ rows }: KnownScenario): Issue[] {
  return rows.flatMap(({ key, cell }): Issue[] =>
    cell instanceof CellError ? [{ severity: "error", code: "wrong-type", key, message: brokenCell(key, cell).message }] : [],
  );
}

function repeatedKeys({ rows }: KnownScenario): Issue[] {
  const times = new Map<string, number>();
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  return [...times].flatMap(([key, count]): Issue[] =>
    count > 1 ? [{ severity: "warning", code: "repeated", key, message: `${key} stands ${count} times: the last value holds.` }] : [],
  );
}

/** Issues that show only when the scenario is projected. */
function planIssues(scenario: KnownScenario): readonly Issue[] {
  try {
    const plans = ARCHITECTURES.flatMap((architecture) => infeasibility(scenario, architecture));
    return [...plans, ...unreadKeys(scenario.assumptions(), reference)];
  } catch (cause) {
    if (!(cause instanceof ModelError)) throw cause;
    return [{ severity: "error", code: cause.code, key: cause.field, message: cause.message }];
  }
}

/** That an architecture cannot carry the demand: an error for the one that the scenario proposes. */
function infeasibility(scenario: KnownScenario, architecture: Architecture): Issue[] {
  const projection = scenario.projection(architecture);
  if (projection.feasible) return [];
  const severity = scenario.assumptions()["plan.architecture"] === architecture ? "error" : "warning";
  return [{ severity, code: "conflict", key: "plan.architecture", message: infeasible(projection).message }];
}
