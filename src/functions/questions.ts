/** What if, at which value, and how sure: a scenario computed again with other numbers. */

import { crossings, solutions } from "../engine/analysis/crossover";
import type { KeySearch } from "../engine/analysis/crossover";
import { gridOf } from "../engine/analysis/grid";
import { fewerWords, foundWords, neverMetWords, neverSameWords } from "../engine/analysis/searchWords";
import { checkEnds } from "../engine/analysis/simulation/uncertainty";
import { tenthRanges, tornado } from "../engine/analysis/tornado";
import { numericKey } from "../engine/analysis/varied";
import { integer } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { reference } from "../reference/load";
import { architectureAsked, keyAsked, metricAsked, numericKeyOf, variedSide } from "./asked";
import { brokenCell, CellError, cellOf, choiceOf, isOmitted, numberOf, oneCell, optionalNumberOf, rowsOf } from "./cells";
import { answer, answers, Failure, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { figureOf, metricOf } from "./figures";
import { orNone } from "./ifNone";
import { scenarioOf } from "./memo";
import { note } from "./notes";
import { rangesOf } from "./ranges";
import { periodLabels } from "../engine/periods";
import { AMOUNT, required, share } from "./rules";
import { measurementsOf } from "./series";
import { noTrial, simulated, summaryRows } from "./trials";
import type { Value } from "../engine/catalogue/values";
import { ARCHITECTURE_NAMES } from "../engine/words";

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

/** @customenum {string} */
enum Inputs {
  /** Inputs that you estimate: demand, prices, work per transaction. */
  uncertain = "uncertain",
  /** Inputs that you or a vendor decide: standby servers, copies, regions, zones, packs. Whole numbers move by at least one. */
  decisions = "decisions",
  /** Both. */
  all = "all",
}

const TOP = integer("Rows", "rows", 10, 1, 1000);
const WHICH = integer("Which", "", 1, 1, 1000);
const COUNT = "count";
const MOST_CELLS = 1000;

/** The values of an axis, row by row; a broken cell is named. */
function axisValues(name: string, given: unknown): readonly Value[] {
  return rowsOf(given).flatMap((row) =>
    row.map((each) => {
      const cell = cellOf(each);
      if (cell instanceof CellError) throw brokenCell(name, cell);
      return cell;
    }),
  );
}

/** The same cells in the shape of a range. */
function shapedAs<T>(given: unknown, cells: readonly T[]): readonly (readonly T[])[] {
  let at = 0;
  return rowsOf(given).map((row) => row.map(() => cells[at++]));
}

/**
 * Computes a metric of a scenario for each value of one key, or for each pair of values of two keys.
 * @customfunction SENSITIVITY.GRID
 * @param scenario Range with keys in its first column and values in its second.
 * @param key The key that takes the values; also a word, such as vertical.hosting.
 * @param values Its values: a row, a column, or a block.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [key2] A second key, for a table over both; none when left out.
 * @param [values2] The values of the second key, in any shape; none when left out.
 * @param invocation The calling cell.
 * @returns Values only: for one key in the shape of its values; for two a row for each value of the first and a column for each of the second.
 * @requiresAddress
 * @errors #N/A in infeasible cells; #VALUE! in the cells of a value that the key doesn't allow; #VALUE! for more than 1,000 cells.
 * @example =TCO.SENSITIVITY.GRID({"horizontal.regions", 1; "demand.volume", 1; "data.tb", 0}, "horizontal.regions", {1, 2, 4}, "nodes", "horizontal") -> {3, 6, 12}
 * @related SENSITIVITY.TORNADO, SOLVE, CROSSOVER
 */
export function sensitivityGrid(
  scenario: any[][],
  key: any,
  values: any[][],
  metric: Metric,
  architecture: Architecture,
  key2: any,
  values2: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const asked = metricAsked(metric);
    const proposed = architectureAsked("architecture", architecture, known.assumptions()["plan.architecture"]);
    const down = { key: keyAsked(known, "key", key), values: axisValues("values", values) };
    const across = isOmitted(key2) ? undefined : { key: keyAsked(known, "key2", key2), values: axisValues("values2", values2) };
    const cells = down.values.length * (across?.values.length ?? 1);
    if (cells > MOST_CELLS)
      throw new ModelError(
        "out-of-range",
        "values",
        `The grid has ${cells} cells. Use at most ${MOST_CELLS}, or the Analyze tab of the pane for larger maps.`,
      );
    const grid = gridOf(known.map, reference, proposed, [down, across], (outcome): Answer => {
      if (outcome instanceof ModelError) return new Failure(outcome);
      return figureOf(() => metricOf(outcome, asked));
    });
    return across ? grid : shapedAs(values, grid.flat());
  });
}

/**
 * Lists how far each assumption moves a metric of a scenario on its own, largest swing first.
 * @customfunction SENSITIVITY.TORNADO
 * @param scenario Range with keys in its first column and values in its second.
 * @param [ranges] Table with the columns key, low, and high; every uncertain number 10% down and up when left out, and a share above one half by 10% of
 *   its distance to 1.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [top] Number of rows; 10 when left out.
 * @param [inputs] uncertain (default), decisions, or all: the inputs to move when ranges are left out.
 * @param invocation The calling cell.
 * @returns Table with a header: key, low, high, metric at low, metric at high, swing (the largest minus the smallest of both and the base). Assumptions
 *   without effect are omitted.
 * @requiresAddress
 * @errors #VALUE! for an unknown key, a key without a number, low above high, equal ends, ends outside of the bounds; #N/A in an infeasible cell.
 * @example =INDEX(TCO.SENSITIVITY.TORNADO({"compliance.audit_cost", 1000; "plan.years", 3; "prices.inflation", 0}, {"compliance.audit_cost", 1000, 2000}, "tco", "vertical"), 2, 6) -> 9000
 * @related SENSITIVITY.GRID, SIMULATE
 */
export function sensitivityTornado(
  scenario: any[][],
  ranges: any[][],
  metric: Metric,
  architecture: Architecture,
  top: any,
  inputs: Inputs,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const a = known.assumptions();
    const asked = metricAsked(metric);
    const proposed = architectureAsked("architecture", architecture, a["plan.architecture"]);
    const rows = numberOf("top", top, TOP);
    const stated = rangesOf(known, ranges);
    const moved = choiceOf("inputs", inputs, Inputs, "uncertain");
    for (const { key, low, high } of stated ?? []) checkEnds(numericKey(a, key), low, high);
    const base = metricOf(known.projection(proposed), asked);
    const found = tornado(known.map, proposed, stated ?? tenthRanges(known.map, reference, moved), asked, reference);
    const noPlan = (figure: number | undefined): Answer =>
      figure ?? new Failure(new NoAnswer(`${ARCHITECTURE_NAMES[proposed]} has no feasible plan at this end of the range.`));
    const bars = (found?.bars ?? []).slice(0, rows);
    const header = ["Key", "Low", "High", `${asked.id} at low`, `${asked.id} at high`, "Swing"];
    if (bars.length === 0) return [header, ["No range has an effect", "", "", base, base, 0]];
    return [header, ...bars.map(({ key, low, high, atLow, atHigh, swing }) => [key, low, high, noPlan(atLow), noPlan(atHigh), swing])];
  });
}

/** The n-th value found (1 = lowest), with a remark for the pane; if_none with the reason if it is missing, and no answer if no value is feasible. */
function valueFound(search: KeySearch, which: number, ifNone: unknown, none: () => string): Value {
  const { changes } = search;
  if (!search.ends) throw new NoAnswer(none());
  if (changes.length === 0) return orNone(ifNone, none());
  if (which > changes.length) return orNone(ifNone, fewerWords(search, which));
  note(foundWords(search, which - 1));
  return changes[which - 1].value;
}

/**
 * Returns the value of a key at which a metric of a scenario meets a target.
 * @customfunction SOLVE
 * @param scenario Range with keys in its first column and values in its second.
 * @param key The key to vary, such as demand.volume.
 * @param target The value that the metric should reach.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [low] Lower end of the search; the lowest value allowed when left out, or 1/100 of the scenario's value if the bounds are wide.
 * @param [high] Upper end of the search; the highest value allowed when left out, or 100 times the scenario's value if the bounds are wide.
 * @param [if_none] What to return when the metric never reaches the target; #N/A when left out.
 * @param invocation The calling cell.
 * @returns The lowest value at which the metric equals the target; if it jumps over the target, the first value after the jump. A whole number for a key with whole numbers.
 * @requiresAddress
 * @errors #N/A when the metric does not reach the target and if_none is left out (the message gives it at both ends and at its closest); #VALUE! for an unknown key or
 *   one without a number, or low not below high.
 * @example =ROUND(TCO.SOLVE({"downtime.cost_per_hour", 1000; "plan.years", 1; "prices.inflation", 0}, "compliance.audit_cost", TCO.METRIC({"compliance.audit_cost", 5000; "downtime.cost_per_hour", 1000; "plan.years", 1; "prices.inflation", 0}, "tco"), "tco"), 4) -> 5000
 * @related CROSSOVER, SENSITIVITY.GRID
 */
export function solve(
  scenario: any[][],
  key: any,
  target: any,
  metric: Metric,
  architecture: Architecture,
  low: any,
  high: any,
  if_none: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const asked = metricAsked(metric);
    const proposed = architectureAsked("architecture", architecture, known.assumptions()["plan.architecture"]);
    const name = numericKeyOf(known, key);
    const wanted = numberOf("target", target, AMOUNT);
    const side = variedSide(known, name, proposed, asked);
    const search = solutions(side, asked, wanted, optionalNumberOf("low", low, AMOUNT), optionalNumberOf("high", high, AMOUNT));
    return valueFound(search, 1, if_none, () => neverMetWords(asked.id, search, wanted));
  });
}

/** Which of several values is wanted, or how many there are. */
function whichOf(given: unknown): number | typeof COUNT {
  const cell = oneCell("which", given);
  return typeof cell === "string" && cell.trim().toLowerCase() === COUNT ? COUNT : numberOf("which", given, WHICH);
}

/**
 * Returns the value of a key at which two architectures of a scenario cost the same.
 * @customfunction CROSSOVER
 * @param scenario Range with keys in its first column and values in its second.
 * @param key The key to vary, such as demand.volume.
 * @param [from] Architecture to compare against; "vertical" when left out.
 * @param [to] The alternative; "horizontal" when left out.
 * @param [low] Lower end of the search; the lowest value allowed when left out, or 1/100 of the scenario's value if the bounds are wide.
 * @param [high] Upper end of the search; the highest value allowed when left out, or 100 times the scenario's value if the bounds are wide.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [which] 1 (default) for the lowest of several crossings, 2 for the next, or "count" for how many there are.
 * @param [if_none] What to return when the cheaper one never changes, or there are fewer crossings; #N/A when left out.
 * @param invocation The calling cell.
 * @returns The value at which the cheaper one changes; if it changes in a jump, the first value after it. A whole number for a key with whole numbers.
 * @requiresAddress
 * @errors #N/A when, with if_none left out, the cheaper one never changes (the message gives the difference at both ends and at its smallest) or there
 *   are fewer crossings than requested; #N/A when no value has a feasible plan; #VALUE! for an unknown key or one without a number, or low not below high.
 * @example =TCO.CROSSOVER({"plan.years", 1; "demand.volume", 100}, "compliance.jurisdictions_vertical", "vertical", "horizontal", 1, 90, "tco", "count") -> 1
 * @related SOLVE, ARCHITECTURES, PROBABILITY
 */
export function crossover(
  scenario: any[][],
  key: any,
  from: Architecture,
  to: Architecture,
  low: any,
  high: any,
  metric: Metric,
  which: any,
  if_none: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const asked = metricAsked(metric);
    const [before, after] = [architectureAsked("from", from, "vertical"), architectureAsked("to", to, "horizontal")];
    if (before === after) throw new ModelError("conflict", "to", `from and to are both ${before}. Choose two different architectures.`);
    const name = numericKeyOf(known, key);
    const place = whichOf(which);
    const side = variedSide(known, name, before, asked);
    const search = crossings(
      side,
      { ...side, architecture: after },
      asked,
      optionalNumberOf("low", low, AMOUNT),
      optionalNumberOf("high", high, AMOUNT),
    );
    if (place === COUNT) return search.changes.length;
    return valueFound(search, place, if_none, () =>
      neverSameWords(asked.id, search, [ARCHITECTURE_NAMES[before], ARCHITECTURE_NAMES[after]]),
    );
  });
}

const PERCENTILES: readonly number[] = [0.1, 0.5, 0.9];

/**
 * Simulates a scenario with uncertain assumptions: percentiles of a metric and of each year's cost, the chance of a split, and the drivers.
 * @customfunction SIMULATE
 * @param scenario Range with keys in its first column and values in its second.
 * @param ranges Table with the columns key, low, high, and optionally shape: 10% of values are below low, 10% above high. Shapes: pert (default), triangular
 *   (both with the scenario's value as their peak), normal, lognormal, uniform. Acquisitions with a probability below 1 are
 *   uncertain as well. Enter a low or high of 0 as the text 0: a blank cell is also 0.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [architecture] "vertical", "horizontal", or "hybrid"; the scenario's plan.architecture when left out.
 * @param [percentiles] Shares 0 to 1; 0.1, 0.5, and 0.9 when left out.
 * @param [trials] Number of trials, at most 5000; 2000 when left out.
 * @param [seed] Whole number; the same seed gives the same outcomes, in any order of the ranges; 1 when left out.
 * @param invocation The calling cell.
 * @returns Table with a header (figure, the metric, a column per year): a row per percentile, mean, deviation, trials, the share without a plan, values moved
 *   to a bound, the share with a split within the plan, then the rank correlation of each input with the metric, the strongest first.
 * @requiresAddress
 * @formula Latin hypercube sampling with a random stream per key; percentiles as PERCENTILE.INC
 * @source W. Iman and M. Conover, Technometrics 22 (1980)
 * @errors #VALUE! for an unknown key, a key without a number, low above high, equal ends, ends outside of the bounds, shares outside of 0 to 1, or too many
 *   trials; #N/A when no trial has a feasible plan.
 * @example =INDEX(TCO.SIMULATE({"plan.years", 1; "demand.volume", 100}, {"compliance.audit_cost", 50000, 70000}, "tco", "vertical", 0.5, 100), 2, 1) -> "P50"
 * @related PROBABILITY, SENSITIVITY.TORNADO
 */
export function simulate(
  scenario: any[][],
  ranges: any[][],
  metric: Metric,
  architecture: Architecture,
  percentiles: any[][],
  trials: any,
  seed: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const a = known.assumptions();
    const asked = metricAsked(metric);
    const proposed = architectureAsked("architecture", architecture, a["plan.architecture"]);
    const shares = isOmitted(percentiles) ? PERCENTILES : measurementsOf("percentiles", percentiles, required(share(0)));
    const summary = simulated(known, { ranges, metric: asked, architectures: [proposed], trials, seed }, shares);
    if (summary.architectures[0].counted === 0) throw noTrial(proposed, summary);
    const labels = periodLabels({ start: a["plan.start"], years: a["plan.years"] }, "year");
    return [["Figure", asked.id, ...labels], ...summaryRows(summary, labels.length)];
  });
}

/**
 * Returns the chance that one architecture has a lower present value of costs than another when assumptions are uncertain.
 * @customfunction PROBABILITY
 * @param scenario Range with keys in its first column and values in its second.
 * @param ranges Table with the columns key, low, high, and optionally shape, as for SIMULATE. Acquisitions with a probability below 1 are uncertain as well.
 * @param [from] Architecture to compare against; "vertical" when left out.
 * @param [to] The alternative; "horizontal" when left out.
 * @param [trials] Number of trials, at most 5000; 2000 when left out.
 * @param [seed] Whole number; the same seed gives the same outcomes; 1 when left out.
 * @param invocation The calling cell.
 * @returns Share of the trials, 0 to 1, in which the alternative costs less, both with the same inputs. An infeasible architecture counts as more expensive.
 * @requiresAddress
 * @errors As for SIMULATE; #N/A when neither has a feasible plan in any trial.
 * @example =TCO.PROBABILITY({"plan.years", 1; "demand.volume", 100; "compliance.jurisdictions_vertical", 40}, {"compliance.audit_cost", 500000, 700000, "uniform"}, "vertical", "horizontal", 50) -> 1
 * @related SIMULATE, CROSSOVER
 */
export function probability(
  scenario: any[][],
  ranges: any[][],
  from: Architecture,
  to: Architecture,
  trials: any,
  seed: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const known = scenarioOf(scenario);
    const [before, after] = [architectureAsked("from", from, "vertical"), architectureAsked("to", to, "horizontal")];
    if (before === after) throw new ModelError("conflict", "to", `from and to are both ${before}. Choose two different architectures.`);
    const summary = simulated(known, { ranges, metric: metricAsked(undefined), architectures: [before, after], trials, seed }, []);
    if (summary.architectures.every(({ counted }) => counted === 0)) throw noTrial(after, summary);
    return summary.cheaper(after, before);
  });
}
