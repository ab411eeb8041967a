/** A scenario's projection: lines, metrics and the comparison of architectures. */

import { annualValues } from "../engine/analysis/annual";
import { namedLine } from "../engine/analysis/namedLine";
import type { Metric as MetricDefinition } from "../engine/finance/metrics";
import { metricValue } from "../engine/finance/metrics";
import { ARCHITECTURES } from "../engine/plan/setting";
import type { FeasibleProjection, Line } from "../engine/lines";
import type { Architecture as ArchitectureName } from "../engine/plan/setting";
import { choiceOf, textOf } from "./cells";
import { answer, answers } from "./excelError";
import type { Answer } from "./excelError";
import { figureOf, metricIn, metricOf, metricsOf } from "./figures";
import { unknownLine } from "./lineNames";
import { figureOrNone } from "./noAnswers";
import { feasibleProjection, scenarioOf } from "./memo";
import type { KnownScenario } from "./memo";
import { periodEnds, periodLabels, periodStarts } from "../engine/periods";

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
enum Step {
  /** By year of the plan. */
  year = "year",
  /** By month of the plan. */
  month = "month",
}

/** @customenum {string} */
enum PeriodReturn {
  /** Such as 2027, 2027/28 for years that do not start in January, or 2027-03. */
  label = "label",
  /** First day of the period. */
  start = "start",
  /** Last day of the period. */
  end = "end",
}

/** @customenum {string} */
enum Metric {
  /** Total cost of the plan, not discounted. */
  tco = "tco",
  /** Present value of the costs. */
  npv = "npv",
  /** Capital spending. */
  capex = "capex",
  /** Operating cost. */
  opex = "opex",
  /** Cost of the most expensive year. */
  peak_year = "peak_year",
  /** Cost per unit of volume per month. */
  per_volume_month = "per_volume_month",
  /** Cost per TB per month. */
  per_tb_month = "per_tb_month",
  /** Staff at the end of the plan. */
  fte = "fte",
  /** Equivalent annual cost. */
  eac = "eac",
  /** Year of the first split. */
  shard_year = "shard_year",
  /** Distributed nodes at the end of the plan. */
  nodes = "nodes",
}

const ALL = "all";
const TOTAL = "total";

/** The requested architecture; the scenario's chosen one by default. */
function architectureOf(scenario: KnownScenario, given: unknown): ArchitectureName {
  return choiceOf("architecture", given, Architecture, scenario.assumptions()["plan.architecture"]);
}

/** Values of a line by year or month. */
function valuesBy({ kind, values }: Line, step: Step | `${Step}`): readonly number[] {
  return step === "month" ? Array.from(values) : annualValues(kind, values);
}

function lineOf(projection: FeasibleProjection, name: string): Line {
  const line = namedLine(projection, name);
  if (line) return line;
  throw unknownLine(projection, name, ALL);
}

/** A line under an architecture as one row; or, for "all", every cost line under a header. */
function series(given: unknown, architecture: unknown, line: unknown, by: unknown): readonly (readonly Answer[])[] {
  const scenario = scenarioOf(given);
  const projection = feasibleProjection(scenario, architectureOf(scenario, architecture));
  const step = choiceOf("by", by, Step, "year");
  const name = textOf("line", line, TOTAL);
  if (name.toLowerCase() !== ALL) return [valuesBy(lineOf(projection, name), step)];
  const header = ["Line", "Cost pool", ...periodLabels(projection.timeline, step)];
  return [header, ...projection.costs.map((cost) => [cost.id, cost.costPool, ...valuesBy(cost, step)])];
}

/**
 * Returns a line of the scenario's projection for Central: one system, scaled up, and split (sharded) when it outgrows a server.
 * @customfunction VERTICAL
 * @param scenario Range with keys in its first column and values in its second.
 * @param [line] total (default), capex, opex, depreciation, pnl, a cost pool, the id of a line such as cloud.compute or tb, or all for every cost line.
 * @param [by] year (default) or month.
 * @param invocation The calling cell.
 * @returns One row with a column per period: sums of costs, other lines at the end of the period; for all, a table with a header.
 * @requiresAddress
 * @errors #N/A when Central is infeasible; #VALUE! for an error in the scenario, naming the key, or an unknown line.
 * @example =TCO.VERTICAL({"demand.volume", 1000; "demand.growth", 0.1; "plan.years", 2}, "volume") -> {1100, 1210}
 * @related HORIZONTAL, HYBRID, COST, PERIODS
 */
export function vertical(scenario: any[][], line: any, by: Step, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => series(scenario, "vertical", line, by));
}

/**
 * Returns a line of the scenario's projection for Distributed: clusters of nodes in regions.
 * @customfunction HORIZONTAL
 * @param scenario Range with keys in its first column and values in its second.
 * @param [line] total (default), capex, opex, depreciation, pnl, a cost pool, the id of a line such as nodes or staff.salaries, or all.
 * @param [by] year (default) or month.
 * @param invocation The calling cell.
 * @returns One row with a column per period: sums of costs, other lines at the end of the period; for all, a table with a header.
 * @requiresAddress
 * @errors #N/A when Distributed is infeasible; #VALUE! for an error in the scenario, naming the key, or an unknown line.
 * @example =TCO.HORIZONTAL({"horizontal.regions", 2; "plan.years", 3}, "regions") -> {2, 2, 2}
 * @related VERTICAL, HYBRID, COST, PERIODS
 */
export function horizontal(scenario: any[][], line: any, by: Step, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => series(scenario, "horizontal", line, by));
}

/**
 * Returns a line of the scenario's projection for Hybrid: a share stays central, the rest is distributed.
 * @customfunction HYBRID
 * @param scenario Range with keys in its first column and values in its second.
 * @param [line] total (default), capex, opex, depreciation, pnl, a cost pool, the id of a line such as databases, or all.
 * @param [by] year (default) or month.
 * @param invocation The calling cell.
 * @returns One row with a column per period: sums of costs, other lines at the end of the period; for all, a table with a header.
 * @requiresAddress
 * @errors #N/A when Hybrid is infeasible; #VALUE! for an error in the scenario, naming the key, or an unknown line.
 * @example =TCO.HYBRID({"demand.sites", 4; "plan.years", 1}, "sites") -> {4}
 * @related VERTICAL, HORIZONTAL, COST, PERIODS
 */
export function hybrid(scenario: any[][], line: any, by: Step, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => series(scenario, "hybrid", line, by));
}

/**
 * Returns a line of the scenario's projection, with the architecture from a cell.
 * @customfunction COST
 * @param scenario Range with keys in its first column and values in its second.
 * @param [line] total (default), capex, opex, depreciation, pnl, a cost pool, the id of a line, or all for every cost line.
 * @param [by] year (default) or month.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param invocation The calling cell.
 * @returns One row with a column per period: sums of costs, other lines at the end of the period; for all, a table with a header.
 * @requiresAddress
 * @errors As for VERTICAL.
 * @example =TCO.COST({"demand.volume", 1000; "demand.growth", 0.1; "plan.years", 2}, "volume", "year", "horizontal") -> {1100, 1210}
 * @related VERTICAL, HORIZONTAL, HYBRID
 */
export function cost(scenario: any[][], line: any, by: Step, architecture: Architecture, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => series(scenario, architecture, line, by));
}

/**
 * Returns the headers of a scenario's periods: labels, first days or last days.
 * @customfunction PERIODS
 * @param scenario Range with keys in its first column and values in its second.
 * @param [by] year (default) or month.
 * @param [return_] label (default), start or end; the last two are dates.
 * @param invocation The calling cell.
 * @returns One row with a column per period.
 * @requiresAddress
 * @errors #VALUE! for an error in the scenario, naming the key.
 * @example =TCO.PERIODS({"plan.start", "2027-01-01"; "plan.years", 2}) -> {"2027", "2028"}
 * @example =TCO.PERIODS({"plan.start", "2027-07-01"; "plan.years", 2}, "year", "end") -> {46934, 47299}
 * @related VERTICAL
 */
export function periods(scenario: any[][], by: Step, return_: PeriodReturn, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const assumptions = scenarioOf(scenario).assumptions();
    const step = choiceOf("by", by, Step, "year");
    const read = { label: periodLabels, start: periodStarts, end: periodEnds }[choiceOf("return", return_, PeriodReturn, "label")];
    return [read({ start: assumptions["plan.start"], years: assumptions["plan.years"] }, step)];
  });
}

/**
 * Returns one figure about a scenario, such as its total cost or net present value.
 * @customfunction METRIC
 * @param scenario Range with keys in its first column and values in its second.
 * @param metric tco, npv, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year, or nodes.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [if_none] What to return when the metric has no value, such as shard_year without a split; #N/A when left out.
 * @param invocation The calling cell.
 * @returns The figure: money in the plan's currency, people, nodes or a year of the plan.
 * @requiresAddress
 * @errors #N/A when no plan can meet the demand, or, with if_none left out, when there is no volume to divide by or no split; the message says
 *   why.
 * @example =TCO.METRIC({"horizontal.regions", 3; "horizontal.min_nodes", 3; "demand.volume", 100; "data.tb", 0.1; "horizontal.spare", 0}, "nodes", "horizontal") -> 9
 * @related ARCHITECTURES, VERTICAL
 */
export function metric(
  scenario: any[][],
  metric: Metric,
  architecture: Architecture,
  if_none: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const projection = known.projection(architectureOf(known, architecture));
    const wanted = metricIn("metric", metric);
    return metricValue(wanted, projection) ?? figureOrNone(projection, wanted.id, if_none);
  });
}

/**
 * Compares the three architectures of a scenario, metric by metric, and names the cheapest.
 * @customfunction ARCHITECTURES
 * @param scenario Range with keys in its first column and values in its second.
 * @param [metrics] Metrics to list; all when left out.
 * @param invocation The calling cell.
 * @returns Table with a header: metric, "vertical", "horizontal", "hybrid", cheapest (for amounts of money).
 * @requiresAddress
 * @errors #N/A in the cells of an infeasible architecture, and of a metric without a value.
 * @example =INDEX(TCO.ARCHITECTURES({"demand.volume", 1000}), 1, 2) -> "vertical"
 * @related METRIC
 */
export function architectures(scenario: any[][], metrics: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    known.assumptions();
    return [["Metric", ...ARCHITECTURES, "Cheapest"], ...metricsOf(metrics).map((each) => comparison(known, each))];
  });
}

function comparison(scenario: KnownScenario, definition: MetricDefinition): readonly Answer[] {
  const figures = ARCHITECTURES.map((architecture) => figureOf(() => metricOf(scenario.projection(architecture), definition)));
  return [definition.id, ...figures, definition.unit.startsWith("money") ? cheapest(figures) : ""];
}

/** The architecture with the lowest amount; none where all that have one cost the same. */
function cheapest(figures: readonly Answer[]): string {
  const amounts = figures.map((figure) => (typeof figure === "number" ? figure : Infinity));
  const least = Math.min(...amounts);
  return amounts.every((amount) => amount === least) ? "" : ARCHITECTURES[amounts.indexOf(least)];
}
