/** What the check of a scenario reports: broken and repeated rows, wrong values, plans that fail, keys without effect. */

import { linesInDollars } from "../engine/analysis/dollarPrices";
import { unreadKeys } from "../engine/analysis/effect";
import { firstShard, isOverdue } from "../engine/analysis/shardDate";
import type { Assumption, CalendarDate } from "../engine/catalogue/assumption";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import { ModelError } from "../engine/errors";
import type { Issue } from "../engine/errors";
import { parseKey, subjectOf } from "../engine/catalogue/keys";
import { ARCHITECTURES } from "../engine/plan/setting";
import type { Architecture } from "../engine/plan/setting";
import { priceIssues } from "../engine/catalogue/priceRules";
import { checkScenario } from "../engine/catalogue/scenario";
import { monthYearInWords } from "../engine/words";
import { textOfDate } from "../engine/timeline";
import type { Value } from "../engine/catalogue/values";
import { reference } from "../reference/load";
import { blankDiffers } from "./blanks";
import { brokenCell, CellError } from "./cells";
import type { KnownScenario } from "./memo";
import { isBlankRow } from "./scenarioRange";
import { infeasible } from "./noAnswers";

/** All issues of a scenario, errors before warnings. */
export function issuesOf(scenario: KnownScenario): readonly Issue[] {
  const own = [...brokenRows(scenario), ...checkScenario(scenario.map, reference)];
  const readable = !own.some(({ severity }) => severity === "error");
  const issues = [...own, ...repeatedKeys(scenario), ...blankCells(scenario), ...(readable ? planIssues(scenario) : [])];
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
    count > 1 ? [{ severity: "warning", code: "repeated", key, message: repeatedWords(key, count) }] : [],
  );
}

function repeatedWords(key: string, count: number): string {
  const [often, others] = count === 2 ? ["twice", "the other row"] : [`${count} times`, "the other rows"];
  return `${subjectOf(key).label} appears ${often}. The last value is used; delete ${others} (${key}).`;
}

/** Keys of words: a range that gives all of them a word, as those that SCENARIO makes do, has no blank cells among its values. */
const WORDS = Object.entries(CATALOGUE).flatMap(([key, { kind }]) => (kind === "choice" && !key.includes("*") ? [key] : []));

/** Rows whose 0 is a blank cell, or may be one: Excel hands over both alike. */
function blankCells({ rows, map, hasBlanks }: KnownScenario): Issue[] {
  const zeros = rows.filter(({ cell }) => cell === 0);
  const isWhole = hasBlanks || WORDS.every((key) => map.has(key));
  return zeros.flatMap((row): Issue[] => {
    const rule = parseKey(row.key)?.assumption;
    if (!rule) return [];
    if (isBlankRow(row)) return [blankIssue(row.key, `${row.key} is blank, or 0, which isn't allowed. ${defaultWords(rule)}`)];
    if (isWhole || !blankDiffers(rule)) return [];
    return [blankIssue(row.key, `${row.key} is 0 or blank. If its cell is blank, pass the range as IF(LEN(range),range,"").`)];
  });
}

const blankIssue = (key: string, message: string): Issue => ({ severity: "warning", code: "blank", key, message });

const defaultWords = (rule: Assumption<unknown>): string => {
  const initial = rule.default as Value | CalendarDate | undefined;
  if (initial === undefined) return "It has no default.";
  return `The default is used: ${typeof initial === "object" ? textOfDate(initial) : String(initial)}.`;
};

/** Issues that show only when the scenario is projected. */
function planIssues(scenario: KnownScenario): readonly Issue[] {
  try {
    const plans = ARCHITECTURES.flatMap((architecture) => infeasibility(scenario, architecture));
    return [
      ...plans,
      ...overdueSplit(scenario),
      ...dollarPrices(scenario),
      ...priceIssues(scenario.assumptions(), reference),
      ...unreadKeys(scenario.assumptions(), reference),
    ];
  } catch (cause) {
    if (!(cause instanceof ModelError)) throw cause;
    return [{ severity: "error", code: cause.code, key: cause.field, message: cause.message }];
  }
}

/** Reports an architecture that can't meet the demand: an error for the chosen one, else a warning. */
function infeasibility(scenario: KnownScenario, architecture: Architecture): Issue[] {
  const projection = scenario.projection(architecture);
  if (projection.feasible) return [];
  const severity = scenario.assumptions()["plan.architecture"] === architecture ? "error" : "warning";
  return [{ severity, code: "conflict", key: "plan.architecture", message: infeasible(projection).message }];
}

/** Warns that the project of the first split has to start before the plan does. */
function overdueSplit(scenario: KnownScenario): Issue[] {
  const projection = scenario.projection("vertical");
  const first = firstShard(projection);
  if (!first || !isOverdue(projection.plan, first)) return [];
  const key = "shard.project_months";
  const need = `The central database needs its first split in ${monthYearInWords(first.date)}, after a project of ${projection.plan.a[key]} months`;
  const message = `${need}. The project should have started by ${monthYearInWords(first.decision)}: start it now.`;
  return [{ severity: "warning", code: "outside-plan", key, message }];
}

/** Warns that prices are in US dollars while the plan has another currency: they aren't converted. */
function dollarPrices(scenario: KnownScenario): Issue[] {
  const a = scenario.assumptions();
  const currency = a["plan.currency"].trim().toUpperCase();
  if (currency === "USD") return [];
  const lines = linesInDollars(a, reference);
  if (lines.length === 0) return [];
  const source = `Currency is ${currency}, but these lines use prices in USD from reference data and defaults: ${lines.join(", ")}`;
  const message = `${source}. Prices aren't converted: enter them in ${currency}, or choose USD.`;
  return [{ severity: "warning", code: "conflict", key: "plan.currency", message }];
}
