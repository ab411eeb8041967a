import type { CalendarDate } from "./assumption";
import type { Issue, ModelErrorCode } from "../errors";
import { ladderFor } from "../capacity/ladder";
import { changesIn } from "../demand/expressionChanges";
import { DRIVER_LINES, isDriver } from "../drivers";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { early1904Words, from1904 } from "./date1904";
import { monthIndex, textOfDate, timelineOf } from "../timeline";
import type { Timeline } from "../timeline";

const MOST_DEALS = 200;

/** Rules that join several keys: what each value allows by itself is checked where it is read. */
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

/** Currencies are known by the three letters of ISO 4217. */
const CURRENCY_CODE = /^[A-Z]{3}$/i;

function planRules({ "plan.currency": currency }: Assumptions): Issue[] {
  if (CURRENCY_CODE.test(currency)) return [];
  const allowed = "a currency is known by its code of three letters, such as USD or EUR";
  return [warning("not-allowed", "plan.currency", `plan.currency is "${currency}"; ${allowed}. Amounts are shown with what is stated.`)];
}

/** A plan that starts years before its prices: most such dates are of a workbook that counts days from 1904. */
function startRules({ "plan.start": start }: Assumptions): Issue[] {
  const words = early1904Words("plan.start", start);
  return words === undefined ? [] : [warning("outside-plan", "plan.start", words)];
}

/** What the growth of a scenario lacks, or contradicts. */
export function growthRules(a: Assumptions): Issue[] {
  const issues: Issue[] = [];
  const volume = a["demand.volume"];
  const ceiling = a["demand.ceiling"];
  if (a["demand.curve"] === "logistic") {
    if (ceiling === undefined)
      issues.push(error("missing", "demand.ceiling", "State demand.ceiling: logistic growth needs the volume at saturation."));
    else if (!(volume > 0 && ceiling > volume))
      issues.push(
        error(
          "conflict",
          "demand.ceiling",
          `demand.ceiling is ${ceiling}; logistic growth allows only a ceiling above demand.volume (${volume}), and a volume above 0.`,
        ),
      );
    if (a.hasYearlyGrowth)
      issues.push(
        error(
          "conflict",
          "demand.growth.1",
          "Growth rates by year do not go with logistic growth; remove them, or choose compound or linear.",
        ),
      );
  }
  if (a["demand.curve"] === "formula" && a["demand.formula"] === undefined)
    issues.push(error("missing", "demand.formula", "State demand.formula: the curve is formula and there is none."));
  return issues;
}

/** Formulas whose value is another one since they are read as a spreadsheet reads its own. */
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
        `transfer.rates is "${rates}"; allowed is none, ${Object.keys(reference.transferRates).join(", ")}.`,
      ),
    );
  return issues;
}

function dealRules(a: Assumptions): Issue[] {
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const issues: Issue[] = [];
  if (a.deals.length > MOST_DEALS)
    issues.push(error("out-of-range", "deal", `The scenario has ${a.deals.length} deals; allowed are ${MOST_DEALS}.`));
  for (const deal of a.deals) {
    const key = `deal.${deal.name}.close`;
    const month = monthIndex(timeline, deal.close);
    if (month < 1)
      issues.push(
        warning(
          "outside-plan",
          key,
          `${deal.name} closes on ${textOfDate(deal.close)}, before the plan starts: it counts as owned already.${early1904(deal.close, timeline)}`,
        ),
      );
    if (month > timeline.months)
      issues.push(
        warning("outside-plan", key, `${deal.name} closes on ${textOfDate(deal.close)}, after the plan ends: it counts nothing.`),
      );
  }
  return issues;
}

/** The hint that a date of a workbook that counts from 1904 is within the plan. */
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
        `role.${name}.driver is "${driver}"; allowed is a key with a number, or one of ${DRIVER_LINES.join(", ")}.`,
      ),
    );
}

/** Assumptions of the central and the distributed way that are alike until a scenario says otherwise, in words. */
const ALIKE = [
  ["integration.vertical_months", "integration.horizontal_months", "months to integrate an acquisition"],
  ["staff.turnover_vertical", "staff.turnover_horizontal", "yearly staff turnover"],
  ["staff.oncall_floor_vertical", "staff.oncall_floor_horizontal", "minimum on-call FTE"],
  ["compliance.jurisdictions_vertical", "compliance.jurisdictions_horizontal", "number of jurisdictions audited"],
] as const;

/** What a comparison rests on: assumptions by which one architecture gets an advantage. */
function unequalRules(a: Assumptions): Issue[] {
  return ALIKE.flatMap(([central, distributed, words]) => {
    const isRead = !central.startsWith("integration.") || a.deals.some(({ include }) => include);
    if (!isRead || a[central] === a[distributed]) return [];
    const difference = `Central has ${a[central]}, Distributed ${a[distributed]}`;
    return [
      warning("unequal", distributed, `The comparison rests on unequal ${words}: ${difference}. Give the source, or make them equal.`),
    ];
  });
}
