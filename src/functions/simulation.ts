/** How sure: a scenario with many draws of its uncertain numbers. */

import { simulation as simulationOf } from "../engine/analysis/simulation/simulation";
import type { SimulationSummary } from "../engine/analysis/simulation/summary";
import { integer } from "../engine/assumption";
import { ModelError } from "../engine/errors";
import type { Metric as MetricDefinition } from "../engine/finance/metrics";
import type { Architecture as ArchitectureName } from "../engine/planSetting";
import { reference } from "../reference/load";
import { architectureAsked, metricAsked } from "./asked";
import { isOmitted, numberOf, numbersOf } from "./cells";
import { answer, answers, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { feasibleProjection, scenarioOf } from "./memo";
import type { KnownScenario } from "./memo";
import { periodLabels } from "./periods";
import { rangesOf } from "./ranges";
import { required, share } from "./rules";
import { inWords } from "./words";

/** @customenum {string} */
enum Architecture {
  /** One central system, scaled up and sharded past its ceiling. */
  vertical = "vertical",
  /** Clusters of nodes in regional hubs, scaled out. */
  horizontal = "horizontal",
  /** A share stays central, the rest is distributed. */
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
  /** Cost of the dearest year. */
  peak_year = "peak_year",
  /** Cost per unit of volume and month. */
  per_volume_month = "per_volume_month",
  /** Cost per TB and month. */
  per_tb_month = "per_tb_month",
  /** Staff at the end of the plan. */
  fte = "fte",
  /** Equivalent annual cost. */
  eac = "eac",
  /** Year of the first shard. */
  shard_year = "shard_year",
  /** Distributed nodes at the end of the plan. */
  nodes = "nodes",
}

/** Trials that a cell runs: more would keep Excel waiting. */
const MOST_TRIALS = 5000;
const TRIALS = 2000;
const SEED = integer("Seed", "", 1, 0, 2 ** 31 - 1);
const PERCENTILES: readonly number[] = [0.1, 0.5, 0.9];

/** The number of trials asked for. 0 is none, not the default: who asks for no trials has made a mistake. */
function trialsOf(given: unknown): number {
  if (isOmitted(given)) return TRIALS;
  const count = numberOf("trials", given, integer("Trials", "", TRIALS, 0, Number.MAX_SAFE_INTEGER));
  if (count >= 1 && count <= MOST_TRIALS) return count;
  throw new ModelError(
    "out-of-range",
    "trials",
    `trials is ${count}; allowed in a cell are 1 to ${MOST_TRIALS}. The pane's Analyze tab runs more, with progress and cancel.`,
  );
}

interface Asked {
  readonly ranges: unknown;
  readonly metric: MetricDefinition;
  readonly architectures: readonly ArchitectureName[];
  readonly trials: unknown;
  readonly seed: unknown;
}

/** Runs the trials of a scenario; what is uncertain are its ranges, and deals that may not close. */
function simulated(
  scenario: KnownScenario,
  { ranges, metric, architectures, trials, seed }: Asked,
  percentiles: readonly number[],
): SimulationSummary {
  scenario.assumptions();
  const run = simulationOf({
    scenario: scenario.map,
    reference,
    uncertain: rangesOf(ranges) ?? [],
    metric,
    architectures,
    trials: trialsOf(trials),
    seed: numberOf("seed", seed, SEED),
  });
  run.runTrials(run.trials);
  return run.summary(percentiles);
}

/** That no trial has a figure: why the scenario itself has none, else that only its draws have none. */
function noTrial(scenario: KnownScenario, architecture: ArchitectureName, { trials }: SimulationSummary): NoAnswer {
  feasibleProjection(scenario, architecture);
  return new NoAnswer(`None of ${inWords(trials)} trials has a figure: no ${architecture} plan carries what was drawn.`);
}

/**
 * Simulates a scenario whose assumptions are uncertain: percentiles of a metric and of each year's cost, the chance of a shard, and what drives them.
 * @customfunction SIMULATE
 * @param scenario Range with keys in its first column and values in its second.
 * @param ranges Table with the columns key, low, high and perhaps shape: one value in ten is below low, one above high. Shapes: pert (default), triangular
 *   (both with the scenario's value as their peak), normal, lognormal, uniform. Deals with a probability below 1 are drawn besides.
 * @param [metric] npv when left out; tco, capex, opex, peak_year, per_volume_month, per_tb_month, fte, eac, shard_year or nodes.
 * @param [architecture] vertical, horizontal or hybrid; the scenario's plan.architecture when left out.
 * @param [percentiles] Shares 0 to 1; 0.1, 0.5 and 0.9 when left out.
 * @param [trials] Number of trials, at most 5,000; 2,000 when left out.
 * @param [seed] Whole number; the same seed gives the same draws, whatever the order of the ranges. 1 when left out.
 * @param invocation Where the formula stands.
 * @returns Table with a header (figure, the metric, a column per year): a row per percentile, mean, deviation, trials, the share without a plan, draws moved
 *   to a bound, the share with a shard within the plan, then the rank correlation of each input with the metric, the strongest first.
 * @requiresAddress
 * @formula Latin hypercube sampling with a stream of chance per key; percentiles as PERCENTILE.INC
 * @source W. Iman and M. Conover, Technometrics 22 (1980)
 * @errors #VALUE! for an unknown key, a key without a number, low above high, equal ends, ends outside of the bounds, shares outside of 0 to 1, or too many
 *   trials; #N/A when no trial has a plan.
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
    const shares = isOmitted(percentiles) ? PERCENTILES : numbersOf("percentiles", percentiles, required(share(0)));
    const summary = simulated(known, { ranges, metric: asked, architectures: [proposed], trials, seed }, shares);
    if (summary.architectures[0].counted === 0) throw noTrial(known, proposed, summary);
    const labels = periodLabels({ start: a["plan.start"], years: a["plan.years"] }, "year");
    return [["Figure", asked.id, ...labels], ...summaryRows(summary, labels.length)];
  });
}

const percentileLabel = (share: number): string => `P${Number((share * 100).toPrecision(6))}`;

function summaryRows({ trials, clamped, architectures }: SimulationSummary, years: number): readonly (readonly Answer[])[] {
  const [only] = architectures;
  const blanks = Array.from({ length: years }, () => "");
  const facts: readonly (readonly [string, number])[] = [
    ["deviation", only.deviation],
    ["trials", trials],
    ["share without a plan", only.withoutPlan],
    ["draws moved to a bound", clamped],
    ["share sharded within the plan", only.shardedWithin],
    ...only.inputs.map(({ key, rank }) => [`rank correlation: ${key}`, rank] as const),
  ];
  return [
    ...only.percentiles.map(({ share, figure, years: costs }) => [percentileLabel(share), figure, ...costs]),
    ["mean", only.mean, ...only.meanYears],
    ...facts.map(([name, value]) => [name, value, ...blanks]),
  ];
}

/**
 * Returns the chance that one architecture has a lower present value of costs than another when assumptions are uncertain.
 * @customfunction PROBABILITY
 * @param scenario Range with keys in its first column and values in its second.
 * @param ranges Table with the columns key, low, high and perhaps shape, as for SIMULATE. Deals with a probability below 1 are drawn besides.
 * @param [from] Architecture that is compared against; vertical when left out.
 * @param [to] The alternative; horizontal when left out.
 * @param [trials] Number of trials, at most 5,000; 2,000 when left out.
 * @param [seed] Whole number; the same seed gives the same draws. 1 when left out.
 * @param invocation Where the formula stands.
 * @returns Share of the trials, 0 to 1, in which the alternative costs less, both with the same draws. An architecture without a plan costs more than any with one.
 * @requiresAddress
 * @errors As for SIMULATE; #N/A when neither has a plan in any trial.
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
    if (before === after)
      throw new ModelError("conflict", "to", `from and to are both ${before}; allowed are two different architectures.`);
    const summary = simulated(known, { ranges, metric: metricAsked(undefined), architectures: [before, after], trials, seed }, []);
    if (summary.architectures.every(({ counted }) => counted === 0)) throw noTrial(known, after, summary);
    return summary.cheaper(after, before);
  });
}
