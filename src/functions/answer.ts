/** The answer to which architecture costs least, with its figures, what it rests on, and the decisions that are due. */

import { answerOf, answerOfErrors } from "../engine/analysis/answer/answer";
import type { Answer as WrittenAnswer, Findings, Odds } from "../engine/analysis/answer/answer";
import { CHART_VIEWS } from "../engine/analysis/answer/chartData";
import { compareArchitectures } from "../engine/analysis/answer/comparison";
import type { ArchitectureComparison } from "../engine/analysis/answer/comparison";
import { decisionsOf } from "../engine/analysis/answer/decisions";
import { drivers, unlikePairs } from "../engine/analysis/answer/drivers";
import { FIGURE_UNITS } from "../engine/analysis/answer/figureList";
import { figuresOf } from "../engine/analysis/answer/figures";
import type { FigureValue } from "../engine/analysis/answer/figures";
import { integer } from "../engine/catalogue/assumption";
import { labelOf } from "../engine/catalogue/keys";
import { ModelError } from "../engine/errors";
import type { Architecture } from "../engine/plan/setting";
import { dateOfSerial, serialOf } from "../engine/timeline";
import { reference } from "../reference/load";
import { cellOf, choiceOf, isOmitted, numberOf, rowsOf } from "./cells";
import type { Cell } from "./cells";
import { answers, Failure, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { scenarioOf } from "./memo";
import type { KnownScenario } from "./memo";
import { rangesOf } from "./ranges";
import { issuesOf } from "./scenarioCheck";

const TOP = integer("Rows", "rows", 5, 1, 100);

/** Messages of the errors of a scenario; where there are any, it has no answer. */
const errorsOf = (scenario: KnownScenario): readonly string[] =>
  issuesOf(scenario).flatMap(({ severity, code, message }) => (severity === "error" && code !== "conflict" ? [message] : []));

/** The architectures of a scenario, or why there is nothing to compare. */
function comparisonOf(scenario: KnownScenario): ArchitectureComparison | readonly string[] {
  const errors = errorsOf(scenario);
  if (errors.length > 0) return errors;
  try {
    return compareArchitectures(scenario.assumptions(), scenario.projection);
  } catch (cause) {
    if (cause instanceof ModelError) return [cause.message];
    throw cause;
  }
}

const isComparison = (found: ArchitectureComparison | readonly string[]): found is ArchitectureComparison => !Array.isArray(found);

type Driven = Pick<Findings, "drivers" | "pairs">;

/** What drives the answer of a scenario, for the ranges that were given last: ANSWER and DRIVERS of one scenario compute it once. */
const driven = new WeakMap<KnownScenario, { readonly ranges: string; readonly found: Driven }>();

function drivenBy(scenario: KnownScenario, comparison: ArchitectureComparison, given: unknown): Driven {
  const entered = rangesOf(scenario, given) ?? [];
  const ranges = JSON.stringify(entered);
  const known = driven.get(scenario);
  if (known?.ranges === ranges) return known.found;
  const found = {
    drivers: drivers(scenario.map, comparison, entered, reference),
    pairs: unlikePairs(scenario.map, comparison, reference),
  };
  driven.set(scenario, { ranges, found });
  return found;
}

const cellOfFigure = (value: FigureValue): Answer => (typeof value === "object" ? serialOf(value) : value);

/**
 * Lists the figures of a scenario in a fixed order, for INDEX: what it is, what each architecture costs, which is lowest and by how much, and the dates.
 * @customfunction FIGURES
 * @param scenario Range with keys in its first column and values in its second.
 * @param invocation Where the formula stands.
 * @returns One column of 46 figures: errors, warnings, fingerprint of the inputs; title, status, currency, first and last month, chosen architecture, what runs
 *   today, architecture compared with, whether the cost of moving is included; for "vertical", "horizontal", and "hybrid" each: total cost, present value, one-off cost,
 *   run cost, most expensive year, cost of acquisitions, break-even ("never" if it never breaks even), TRUE or the reason why it is infeasible; lowest, runner-up, difference of
 *   their present values, its share, whether it is too close to call; first split ("none" if no split is needed), last month to start it, its reason, last month to start a move.
 * @requiresAddress
 * @formula one-off = purchases, switch.*, shard.project, upgrade.project and staff.learning; run cost = total less one-off
 * @errors None for an invalid input: every figure but the first three is blank then. #VALUE! for a range that is no scenario.
 * @example =INDEX(TCO.FIGURES({"plan.currency", "EUR"}), 6, 1) -> "EUR"
 * @example =INDEX(TCO.FIGURES({"demand.volume", -5}), 1, 1) -> 1
 * @related ANSWER, METRIC, ARCHITECTURES
 */
export function figures(scenario: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const issues = issuesOf(known);
    const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
    const found = comparisonOf(known);
    const values = isComparison(found) ? figuresOf(found).map(cellOfFigure) : FIGURE_UNITS.map(() => "");
    return [count("error"), count("warning"), known.fingerprint(), ...values].map((value) => [value]);
  });
}

/**
 * Answers which architecture a scenario should have: the one with the lowest present value, unless it is too close to call; with amounts, dates, and the input that the answer rests on.
 * @customfunction ANSWER
 * @param scenario Range with keys in its first column and values in its second.
 * @param [simulation] Table of names and values that Analyze writes: date, fingerprint, and the share of outcomes such as "vertical < horizontal"; no odds when left out.
 * @param [ranges] Table with the columns key, low and high; a fifth down and up when left out.
 * @param invocation Where the formula stands.
 * @returns Eight rows: error, infeasible, close or clear; verdict; amounts and odds; dates; the same once the date has passed; the date; what the answer rests on; next step.
 * @requiresAddress
 * @formula lowest = the feasible architecture with the lowest present value; too close to call when the difference to the next is below plan.close_call of it
 * @errors None for an invalid input: the verdict names it. #VALUE! for a range that is no scenario, or ranges that are no ranges.
 * @example =INDEX(TCO.ANSWER({"demand.volume", -5}), 1, 1) -> "error"
 * @example =INDEX(TCO.ANSWER({"plan.current", "vertical"; "plan.years", 3}), 1, 1) -> "clear"
 * @related FIGURES, DRIVERS, DECISIONS, ADVISE
 */
export function answerFunction(scenario: any[][], simulation: any[][], ranges: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const comparison = comparisonOf(known);
    if (!isComparison(comparison)) return answerRows(answerOfErrors(comparison));
    const odds = oddsOf(known, simulation);
    return answerRows(answerOf({ scenario: known.map, reference, comparison, odds, ...drivenBy(known, comparison, ranges) }));
  });
}

function answerRows({ severity, verdict, amounts, dates, overdue, date, restsOn, next }: WrittenAnswer): readonly (readonly Answer[])[] {
  return [severity, verdict, amounts, dates, overdue, date && serialOf(date), restsOn, next].map((cell) => [cell]);
}

const nameIn = (cell: Cell): string => (typeof cell === "string" ? cell.trim().toLowerCase() : "");

/** The odds of a simulation that was written before; undefined without one. */
function oddsOf({ fingerprint }: KnownScenario, given: unknown): Odds | undefined {
  if (isOmitted(given)) return undefined;
  const values = new Map(rowsOf(given).map(([name, value]) => [nameIn(cellOf(name)), cellOf(value)]));
  const serial = values.get("date");
  const date = typeof serial === "number" ? dateOfSerial(serial) : undefined;
  if (!date) return undefined;
  const share = (less: Architecture, more: Architecture): number | undefined => {
    const value = values.get(`${less} < ${more}`);
    return typeof value === "number" ? value : undefined;
  };
  return { date, isOutdated: values.get("fingerprint") !== fingerprint(), share };
}

/**
 * Lists the inputs that move the difference between the two cheapest architectures most, each varied alone.
 * @customfunction DRIVERS
 * @param scenario Range with keys in its first column and values in its second.
 * @param [top] Number of rows; 5 when left out.
 * @param [ranges] Table with the columns key, low and high; a fifth down and up when left out.
 * @param invocation Where the formula stands.
 * @returns Table with a header: input, key, low, high, gap at low, gap at high (present value of the runner-up less that of the lowest), swing, and whether another architecture is lowest at
 *   one of the ends. Inputs without effect, and inputs that you choose, such as standby servers, are left out.
 * @requiresAddress
 * @formula swing = the largest gap less the smallest, at both ends and now
 * @errors None for an invalid input: the table has its header only. #VALUE! for ranges that are no ranges.
 * @example =ROWS(TCO.DRIVERS({"plan.years", 3}, 3)) -> 4
 * @related ANSWER, SENSITIVITY.TORNADO
 */
export function driversFunction(scenario: any[][], top: any, ranges: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const rows = numberOf("top", top, TOP);
    const comparison = comparisonOf(known);
    const found = isComparison(comparison) ? drivenBy(known, comparison, ranges).drivers : [];
    const header = ["Input", "Key", "Low", "High", "Gap at low", "Gap at high", "Swing", "Changes the answer"];
    const uncertain = found.filter(({ isDecision }) => !isDecision).slice(0, rows);
    return [
      header,
      ...uncertain.map(({ key, low, high, gapAtLow, gapAtHigh, swing, flip }): Answer[] => [
        labelOf(key),
        key,
        low,
        high,
        gapAtLow,
        gapAtHigh,
        swing,
        flip !== undefined,
      ]),
    ];
  });
}

/**
 * Lists the decisions that a scenario asks for, always the same four: start the split, start the move, confirm what the answer rests on, plan the next integration.
 * @customfunction DECISIONS
 * @param scenario Range with keys in its first column and values in its second.
 * @param [ranges] Table with the columns key, low and high; a fifth down and up when left out.
 * @param invocation Where the formula stands.
 * @returns Table with a header: decision, date by which it has to be made (blank if none), reason, and TRUE if it applies.
 * @requiresAddress
 * @errors None for an invalid input: nothing applies then. #VALUE! for a range that is no scenario.
 * @example =INDEX(TCO.DECISIONS({"demand.sites", 2}), 2, 1) -> "Start the split"
 * @related ANSWER, CAPACITY.SHARDDATE
 */
export function decisions(scenario: any[][], ranges: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const comparison = comparisonOf(known);
    const findings = isComparison(comparison) ? { comparison, ...drivenBy(known, comparison, ranges) } : undefined;
    return [
      ["Decision", "Date", "Reason", "Applies"],
      ...decisionsOf(findings).map(({ decision, date, reason, applies }): Answer[] => [decision, date && serialOf(date), reason, applies]),
    ];
  });
}

/** @customenum {string} */
enum ChartView {
  /** What each architecture has saved by each month against what runs today. */
  gap = "gap",
  /** Total cost by group of cost lines. */
  groups = "groups",
}

/**
 * Lists the figures of a chart about the three architectures of a scenario.
 * @customfunction CHARTDATA
 * @param scenario Range with keys in its first column and values in its second.
 * @param view gap (by month: total saved so far against what runs today) or groups (total cost by group of cost lines).
 * @param invocation Where the formula stands.
 * @returns Table with a header: years from the start of the plan or group, Central, Distributed, Hybrid.
 * @requiresAddress
 * @formula gap = running sum of the monthly total of what runs today less that of the architecture, as paid
 * @errors #N/A in the cells of an architecture that cannot meet the demand; #VALUE! for an error in the scenario, naming it, and an unknown view.
 * @example =INDEX(TCO.CHARTDATA({"plan.years", 3}, "gap"), 2, 2) -> 0
 * @example =ROWS(TCO.CHARTDATA({"plan.years", 3}, "groups")) -> 7
 * @related FIGURES, ARCHITECTURES
 */
export function chartData(scenario: any[][], view: ChartView, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const known = scenarioOf(scenario);
    const wanted = choiceOf("view", view, ChartView);
    const comparison = comparisonOf(known);
    if (!isComparison(comparison)) throw new ModelError("conflict", "scenario", comparison[0]);
    return CHART_VIEWS[wanted](comparison).map((row) => row.map((cell) => cell ?? new Failure(new NoAnswer(INFEASIBLE))));
  });
}

const INFEASIBLE = "This architecture cannot meet the demand.";
