import type { Issue, ModelErrorCode } from "./errors";
import { ladderFor } from "./capacity/ladder";
import { DRIVER_LINES, isDriver } from "./drivers";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { monthIndex, textOfDate, timelineOf } from "./timeline";

const MOST_DEALS = 200;

/** Rules that join several keys: what each value allows by itself is checked where it is read. */
export function ruleIssues(a: Assumptions, reference: Reference): readonly Issue[] {
  return [...planRules(a), ...growthRules(a), ...referenceRules(a, reference), ...dealRules(a), ...roleRules(a)];
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
          `${deal.name} closes on ${textOfDate(deal.close)}, before the plan starts: it counts as owned already.`,
        ),
      );
    if (month > timeline.months)
      issues.push(
        warning("outside-plan", key, `${deal.name} closes on ${textOfDate(deal.close)}, after the plan ends: it counts nothing.`),
      );
  }
  return issues;
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
