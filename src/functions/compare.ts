/** Comparisons of architectures and of scenarios. */

import { sumOf } from "../engine/analysis/annual";
import { driverRows } from "../engine/analysis/driverBridge";
import { bridgeColumns, varianceRows } from "../engine/analysis/variance";
import type { VarianceRow } from "../engine/analysis/variance";
import { integer } from "../engine/catalogue/assumption";
import { COMPONENTS } from "../engine/cost/components";
import { breakEvenPeriod } from "../engine/finance/breakEven";
import { ModelError } from "../engine/errors";
import { parseKey } from "../engine/catalogue/keys";
import { dateOfMonth, serialOf } from "../engine/timeline";
import { ceilTolerant, MONTHS_PER_YEAR } from "../engine/units";
import { readValue } from "../engine/catalogue/values";
import type { Value } from "../engine/catalogue/values";
import { reference } from "../reference/load";
import { choiceOf, numberOf } from "./cells";
import { answer, answers, Failure, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { metricOf, metricsOf } from "./figures";
import { defaultOf } from "./keyDefault";
import { orNone } from "./ifNone";
import { feasibleProjection, scenarioOf } from "./memo";
import type { KnownScenario } from "./memo";
import { ARCHITECTURE_NAMES, shortMoney, monthYearInWords } from "../engine/words";

/** @customenum {string} */
enum Architecture {
  /** Central: one system, scaled up, and split when it outgrows a server. */
  vertical = "vertical",
  /** Distributed: clusters of nodes in regions, scaled out. */
  horizontal = "horizontal",
  /** Hybrid: a share stays central, the rest is distributed. */
  hybrid = "hybrid",
}

/** @customenum {string} */
enum BreakEvenFact {
  /** Years from the start of the plan, with their fraction. */
  year = "year",
  /** Months from the start of the plan, with their fraction. */
  month = "month",
  /** First day of the month. */
  date = "date",
}

/** @customenum {string} */
enum VariancePart {
  /** By cost line. */
  component = "component",
  /** By cost pool. */
  pool = "pool",
  /** By year of the plan. */
  year = "year",
  /** By group of assumptions, such as demand, acquisitions, or staff, exchanged one after another. */
  driver = "driver",
}

const TOP = integer("Rows", "rows", 8, 1, 1000);

/**
 * Returns the first month from which one architecture of a scenario has cost less in total than another, to the end of the plan.
 * @customfunction ARCHITECTURES.BREAKEVEN
 * @param scenario Range with keys in its first column and values in its second.
 * @param [from] Architecture to compare against; "vertical" when left out.
 * @param [to] The alternative; "horizontal" when left out.
 * @param [return_] year (default; years with their fraction), month, or date (first day of that month).
 * @param [if_none] What to return when the alternative never breaks even; #N/A when left out.
 * @param invocation The calling cell.
 * @returns Time from which the alternative has cost no more in total, to the end of the plan.
 * @requiresAddress
 * @formula FINANCE.BREAKEVEN of the monthly totals
 * @errors #N/A when the alternative costs more in total and if_none is left out (the message says how much), or one of them is infeasible.
 * @example =TCO.ARCHITECTURES.BREAKEVEN({"plan.years", 3}, "vertical", "vertical", "month") -> 1
 * @related FINANCE.BREAKEVEN, ARCHITECTURES
 */
export function architecturesBreakeven(
  scenario: any[][],
  from: Architecture,
  to: Architecture,
  return_: BreakEvenFact,
  if_none: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const before = feasibleProjection(known, choiceOf("from", from, Architecture, "vertical"));
    const after = feasibleProjection(known, choiceOf("to", to, Architecture, "horizontal"));
    const wanted = choiceOf("return", return_, BreakEvenFact, "year");
    const month = breakEvenPeriod(before.total, after.total, 0);
    if (month === Infinity) {
      const more = shortMoney(sumOf(after.total) - sumOf(before.total), known.assumptions()["plan.currency"]);
      const end = monthYearInWords(dateOfMonth(after.timeline, after.timeline.months));
      const [name, other] = [ARCHITECTURE_NAMES[after.architecture], ARCHITECTURE_NAMES[before.architecture]];
      return orNone(if_none, `${name} doesn't break even by ${end}. It costs ${more} more than ${other} in total.`);
    }
    if (wanted === "date") return serialOf(dateOfMonth(before.timeline, ceilTolerant(month)));
    return wanted === "month" ? month : month / MONTHS_PER_YEAR;
  });
}

/** What a key comes to in a scenario, as a cell; "" when it is not stated and has no default. */
function valueAt({ map, assumptions }: KnownScenario, key: string): Value {
  const parsed = parseKey(key);
  return map.get(key) ?? (parsed && defaultOf(parsed, assumptions)) ?? "";
}

/** Whether two values of a key mean the same, such as a date as a cell and as text. */
function isSame(key: string, one: Value, other: Value): boolean {
  const assumption = parseKey(key)?.assumption;
  if (one === other || !assumption) return one === other;
  const [first, second] = [readValue(key, assumption, one), readValue(key, assumption, other)];
  return first.ok && second.ok && JSON.stringify(first.value) === JSON.stringify(second.value);
}

/**
 * Lists the keys in which two scenarios differ, with both values.
 * @customfunction SCENARIO.DIFF
 * @param from Scenario to compare against: keys and values.
 * @param to The other scenario.
 * @param invocation The calling cell.
 * @returns Table with a header: key, value in each scenario (the default if it has none); a single row if nothing differs.
 * @requiresAddress
 * @errors #VALUE! for an error in a scenario, naming the key.
 * @example =TCO.SCENARIO.DIFF({"Key", "Base"; "demand.growth", 0.05}, {"Key", "Growth"; "demand.growth", 0.08}) -> {"Key", "Base", "Growth"; "demand.growth", 0.05, 0.08}
 * @related SCENARIO.VARIANCE, SCENARIO.WITH
 */
export function scenarioDiff(from: any[][], to: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const [before, after] = [scenarioOf(from), scenarioOf(to)];
    before.assumptions();
    after.assumptions();
    const keys = [...new Set([...before.map.keys(), ...after.map.keys()])];
    const rows = keys
      .map((key) => [key, valueAt(before, key), valueAt(after, key)] as const)
      .filter(([key, one, other]) => !isSame(key, one, other));
    return [["Key", before.name, after.name], ...(rows.length > 0 ? rows : [["No differences", "", ""]])];
  });
}

/** A figure of a scenario under its chosen architecture; an error if it has none, so that other scenarios still show. */
function figureIn(scenario: KnownScenario, metric: ReturnType<typeof metricsOf>[number]): Answer {
  try {
    return metricOf(scenario.projection(scenario.assumptions()["plan.architecture"]), metric);
  } catch (cause) {
    if (cause instanceof NoAnswer || cause instanceof ModelError) return new Failure(cause);
    throw cause;
  }
}

/**
 * Compares metrics of scenarios side by side, each under its chosen architecture.
 * @customfunction SCENARIO.COMPARE
 * @param metrics Metrics to list, such as {"tco";"npv"}; all when blank.
 * @param scenario Scenarios to compare: keys and values.
 * @param invocation The calling cell.
 * @returns Table with a header: metric, a column per scenario under its name.
 * @requiresAddress
 * @errors #N/A or #VALUE! in the cell of a scenario that is infeasible or has an error.
 * @example =INDEX(TCO.SCENARIO.COMPARE("tco", {"Key", "Base"; "plan.years", 3}, {"Key", "Long"; "plan.years", 5}), 1, 3) -> "Long"
 * @related ARCHITECTURES, METRIC
 */
export function scenarioCompare(metrics: any[][], scenario: any[][][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const scenarios = (scenario ?? []).map(scenarioOf);
    const rows = metricsOf(metrics).map((metric) => [metric.id, ...scenarios.map((each) => figureIn(each, metric))]);
    return [["Metric", ...scenarios.map(({ name }) => name)], ...rows];
  });
}

/** The difference in total cost between two scenarios, each under its chosen architecture. */
interface Variance {
  readonly part: `${VariancePart}`;
  readonly names: readonly [string, string];
  readonly rows: readonly VarianceRow[];
  readonly totals: VarianceRow;
}

function variance(from: unknown, to: unknown, by: unknown): Variance {
  const part = choiceOf("by", by, VariancePart, "component");
  const [before, after] = [scenarioOf(from), scenarioOf(to)];
  const own = (scenario: KnownScenario) => feasibleProjection(scenario, scenario.assumptions()["plan.architecture"]);
  const [one, other] = [own(before), own(after)];
  const rows = part === "driver" ? (driverRows(before.map, after.map, reference) ?? []) : varianceRows(one, other, part);
  return { part, names: [before.name, after.name], rows, totals: { item: "total", from: sumOf(one.total), to: sumOf(other.total) } };
}

const LINE_LABELS: ReadonlyMap<string, string> = new Map(COMPONENTS.map(({ id, label }) => [id, label]));

/** The rows as a chart names them: cost lines in words. */
function inLabels({ part, rows }: Variance): readonly VarianceRow[] {
  return part === "component" ? rows.map((row) => ({ ...row, item: LINE_LABELS.get(row.item) ?? row.item })) : rows;
}

/** A row of a variance report; a lower cost is "favorable". */
function varianceCells({ item, from, to }: VarianceRow): Answer[] {
  const difference = to - from;
  const effect = difference < 0 ? "favorable" : difference > 0 ? "adverse" : "";
  return [item, from, to, difference, from === 0 ? "" : difference / from, effect];
}

/**
 * Explains the difference in total cost between two scenarios, item by item in a fixed order.
 * @customfunction SCENARIO.VARIANCE
 * @param from Scenario to compare against: keys and values.
 * @param to The other scenario.
 * @param [by] "component" (default; cost line), pool, year, or driver (group of assumptions).
 * @param invocation The calling cell.
 * @returns Table with a header: item, cost in each scenario, difference, share of the first, effect ("favorable" when it costs less, "adverse" when it costs more); all
 *   items and a total, so that rows keep their place. By driver: total cost before and after each group of assumptions is exchanged, then the remainder.
 * @requiresAddress
 * @errors #N/A when a scenario's plan is infeasible; #VALUE! for an error in a scenario, naming the key.
 * @example =INDEX(TCO.SCENARIO.VARIANCE({"Key", "Base"; "compliance.audit_cost", 1000}, {"Key", "Audit"; "compliance.audit_cost", 2000}, "pool"), 8, 6) -> "adverse"
 * @related SCENARIO.BRIDGE, SCENARIO.DIFF
 */
export function scenarioVariance(from: any[][], to: any[][], by: VariancePart, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const { names, rows, totals } = variance(from, to, by);
    return [["Item", ...names, "Difference", "%", "Effect"], ...[...rows, totals].map(varianceCells)];
  });
}

/**
 * Returns the columns of a bridge chart from the total cost of one scenario to that of another.
 * @customfunction SCENARIO.BRIDGE
 * @param from Scenario to compare against: keys and values.
 * @param to The other scenario.
 * @param [by] "component" (default; cost line), pool, year, or driver (group of assumptions).
 * @param [top] Number of separate changes, largest first; 8 when left out.
 * @param invocation The calling cell.
 * @returns Table with a header: label, base (invisible), up, down, total; ready for a stacked column chart.
 * @requiresAddress
 * @errors As for SCENARIO.VARIANCE.
 * @example =INDEX(TCO.SCENARIO.BRIDGE({"Key", "Base"; "compliance.audit_cost", 1000}, {"Key", "Audit"; "compliance.audit_cost", 2000}), 3, 1) -> "Compliance audits"
 * @related SCENARIO.VARIANCE
 */
export function scenarioBridge(from: any[][], to: any[][], by: VariancePart, top: any, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const found = variance(from, to, by);
    const columns = bridgeColumns(inLabels(found), found.totals, found.names, numberOf("top", top, TOP));
    return [["Label", "Base", "Up", "Down", "Total"], ...columns.map(({ label, base, up, down, total }) => [label, base, up, down, total])];
  });
}
