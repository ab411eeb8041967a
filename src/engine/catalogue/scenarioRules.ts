import type { CalendarDate } from "./assumption";
import type { Issue, ModelErrorCode } from "../errors";
import { ladderFor } from "../capacity/ladder";
import { changesIn } from "../demand/expressionChanges";
import { DRIVER_LINES, isDriver } from "../drivers";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { early1904Words, from1904 } from "./date1904";
import { dateOfMonth, monthIndex, textOfDate, timelineOf } from "../timeline";
import type { Timeline } from "../timeline";
import { isCurrencyCode, listInWords, monthYearInWords } from "../words";

const MOST_DEALS = 200;

/** Rules that combine several keys; the bounds of each value are checked where it is read. */
export function ruleIssues(a: Assumptions, reference: Reference): readonly Issue[] {
  return [
    ...planRules(a),
    ...startRules(a),
    ...growthRules(a),
    ...formulaRules(a),
    ...referenceRules(a, reference),
    ...dealRules(a),
    ...roleRules(a),
    ...unequalRules(a),
  ];
}

const error = (code: ModelErrorCode, key: string, message: string): Issue => ({ severity: "error", code, key, message });
const warning = (code: Issue["code"], key: string, message: string): Issue => ({ severity: "warning", code, key, message });

function planRules({ "plan.currency": currency }: Assumptions): Issue[] {
  if (isCurrencyCode(currency)) return [];
  return [
    warning("not-allowed", "plan.currency", `Currency is "${currency}". Use a three-letter code such as USD or EUR (plan.currency).`),
  ];
}

/** Warns of a plan that starts years before its prices: most such dates come from a workbook with the 1904 date system. */
function startRules({ "plan.start": start }: Assumptions): Issue[] {
  const words = early1904Words("plan.start", start);
  return words === undefined ? [] : [warning("outside-plan", "plan.start", words)];
}

/** What is missing or contradictory in the growth of a scenario. */
export function growthRules(a: Assumptions): Issue[] {
  const issues: Issue[] = [];
  const volume = a["demand.volume"];
  const ceiling = a["demand.ceiling"];
  if (a["demand.curve"] === "logistic") {
    if (ceiling === undefined)
      issues.push(error("missing", "demand.ceiling", "Enter the volume at saturation (demand.ceiling), or choose another growth curve."));
    else if (!(volume > 0 && ceiling > volume))
      issues.push(
        error(
          "conflict",
          "demand.ceiling",
          `Volume at saturation is ${ceiling}. Enter a number above the business volume today, ${volume}, which must be above 0 (demand.ceiling).`,
        ),
      );
    if (a.hasYearlyGrowth)
      issues.push(
        error(
          "conflict",
          "demand.growth.1",
          "Growth by year doesn't work with a logistic curve. Clear the yearly rates, or choose compound or linear.",
        ),
      );
  }
  if (a["demand.curve"] === "formula" && a["demand.formula"] === undefined)
    issues.push(
      error(
        "missing",
        "demand.formula",
        "The growth curve is formula. Enter the volume as a formula of t (demand.formula), or choose another curve.",
      ),
    );
  return issues;
}

/** Warns of formulas whose value changed when they came to be read as in a spreadsheet. */
function formulaRules(a: Assumptions): Issue[] {
  const formulas = a.customLines.map(({ name, formula }) => [`custom.${name}.formula`, formula] as const);
  const volume = a["demand.curve"] === "formula" ? (a["demand.formula"] ?? "") : "";
  return [["demand.formula", volume] as const, ...formulas].flatMap(([key, formula]) =>
    changesIn(formula).map((advice) => warning("reads-differently", key, `${key}: ${advice}`)),
  );
}

function referenceRules(a: Assumptions, reference: Reference): Issue[] {
  const issues: Issue[] = [];
  for (const part of ["vertical", "horizontal"] as const) {
    const key = `${part}.servers` as const;
    const problem = ladderFor(a, part, reference).problem;
    if (problem !== undefined) issues.push(error("not-allowed", key, problem));
  }
  const rates = a["transfer.rates"];
  if (rates !== "none" && !Object.hasOwn(reference.transferRates, rates))
    issues.push(
      error(
        "not-allowed",
        "transfer.rates",
        `Transfer price tiers is "${rates}". Use ${listInWords(["none", ...Object.keys(reference.transferRates)])} (transfer.rates).`,
      ),
    );
  return issues;
}

function dealRules(a: Assumptions): Issue[] {
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const issues: Issue[] = [];
  if (a.deals.length > MOST_DEALS)
    issues.push(error("out-of-range", "deal", `The scenario has ${a.deals.length} acquisitions. Enter at most ${MOST_DEALS}.`));
  for (const deal of a.deals) {
    const key = `deal.${deal.name}.close`;
    const month = monthIndex(timeline, deal.close);
    if (month < 1)
      issues.push(
        warning(
          "outside-plan",
          key,
          `${deal.name} closes before the plan starts (${monthYearInWords(a["plan.start"])}) and counts as owned from the first month.${early1904(deal.close, timeline)}`,
        ),
      );
    if (month > timeline.months)
      issues.push(
        warning(
          "outside-plan",
          key,
          `${deal.name} closes after the plan ends (${monthYearInWords(dateOfMonth(timeline, timeline.months))}) and has no effect.`,
        ),
      );
  }
  return issues;
}

/** A hint for a date that is within the plan if the workbook uses the 1904 date system. */
function early1904(date: CalendarDate, timeline: Timeline): string {
  const meant = from1904(date);
  const month = monthIndex(timeline, meant);
  if (month < 1 || month > timeline.months) return "";
  return ` If the workbook uses the 1904 date system, enter "${textOfDate(meant)}" as text.`;
}

function roleRules(a: Assumptions): Issue[] {
  return a.roles
    .filter((role) => !isDriver(a, role.driver))
    .map(({ name, driver }) =>
      error(
        "not-allowed",
        `role.${name}.driver`,
        `role.${name}.driver is "${driver}". Use a key with a number, or ${listInWords(DRIVER_LINES)}.`,
      ),
    );
}

/** Inputs of Central and Distributed that are equal by default, with their names in a message. */
const ALIKE = [
  ["integration.vertical_months", "integration.horizontal_months", "months to integrate an acquisition"],
  ["staff.turnover_vertical", "staff.turnover_horizontal", "yearly staff turnover"],
  ["staff.oncall_floor_vertical", "staff.oncall_floor_horizontal", "minimum on-call FTE"],
  ["compliance.jurisdictions_vertical", "compliance.jurisdictions_horizontal", "number of jurisdictions audited"],
] as const;

/** Warns of inputs that differ between architectures and give one an advantage. */
function unequalRules(a: Assumptions): Issue[] {
  return ALIKE.flatMap(([central, distributed, words]) => {
    const isRead = !central.startsWith("integration.") || a.deals.some(({ include }) => include);
    if (!isRead || a[central] === a[distributed]) return [];
    const difference = `Central has ${a[central]}, Distributed ${a[distributed]}`;
    return [
      warning("unequal", distributed, `The comparison rests on unequal ${words}: ${difference}. Enter the source, or make them equal.`),
    ];
  });
}
