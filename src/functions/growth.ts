/** Growth of an amount by rates, and by what is acquired. */

import { grownAmount, grownAmountByYear } from "../engine/demand/growth";
import { ModelError } from "../engine/errors";
import { acquiredAmounts, acquiredByYear } from "./acquired";
import type { AcquiredArguments } from "./acquired";
import { choiceOf, dateOf, numberOf, optionalNumberOf, perPeriod } from "./cells";
import { elementwise } from "./elementwise";
import { answers } from "./excelError";
import { periodLabels } from "../engine/periods";
import { AMOUNT, CHANGE_RATE, GROWTH_RATE, PERIODS, QUANTITY } from "./rules";

/** @customenum {string} */
enum GrowthMethod {
  /** Each period multiplies the amount: base x (1 + rate)^t. */
  compound = "compound",
  /** Each period adds the same: base x (1 + rate x t). */
  linear = "linear",
  /** Growth slows as the amount nears the ceiling. */
  logistic = "logistic",
}

/** @customenum {string} */
enum Weighting {
  /** Each acquisition counts by its probability. */
  expected = "expected",
  /** Every acquisition counts in full. */
  all = "all",
  /** Acquisitions of at least 50% count in full, others not at all. */
  likely = "likely",
}

/** Refuses a ceiling that a logistic curve cannot approach. */
function logisticCeiling(base: number, ceiling: number | undefined): number {
  if (ceiling !== undefined && base > 0 && ceiling > base) return ceiling;
  const got = ceiling === undefined ? "blank" : String(ceiling);
  throw new ModelError(
    "conflict",
    "ceiling",
    `ceiling is ${got}. Logistic growth needs a ceiling above the base (${base}), and a base above 0.`,
  );
}

/**
 * Projects an amount over the coming periods, one column per period.
 * @customfunction GROWTH.PROJECT
 * @param base Amount today, in any unit.
 * @param rate Growth per period as a share (0.05 = 5%): one number, or one per period.
 * @param [periods] Number of periods; 5 when left out.
 * @param [method] compound (default), linear, or logistic, which needs a ceiling.
 * @param [ceiling] Amount at saturation, only for logistic; none when left out.
 * @param invocation The calling cell.
 * @returns One row: the amount at the end of each period, in the unit of the base.
 * @requiresAddress
 * @formula compound: base x (1 + rate)^t; linear: base x (1 + rate x t), not below 0; logistic: K / (1 + ((K - base) / base) x e^(-r x t)) with
 *   r = ln(1 + rate) / (1 - base / K)
 * @errors #VALUE! when the list of rates has neither one nor `periods` entries, or logistic growth has no ceiling above the base.
 * @example =TCO.GROWTH.PROJECT(100, 0.1, 3) -> {110, 121, 133.1}
 * @example =TCO.GROWTH.PROJECT(100, {0.1, 0.2}, 2) -> {110, 132}
 * @related GROWTH.AT, GROWTH.ACQUIRED
 */
export function growthProject(
  base: any,
  rate: any[][],
  periods: any,
  method: GrowthMethod,
  ceiling: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const start = numberOf("base", base, AMOUNT);
    const count = numberOf("periods", periods, PERIODS);
    const rates = perPeriod("rate", rate, GROWTH_RATE, count);
    const curve = choiceOf("method", method, GrowthMethod, "compound");
    const years = Array.from({ length: count }, (_, index) => index + 1);
    if (curve !== "logistic") return [years.map((year) => grownAmountByYear(start, rates, year, curve))];
    if (rates.some((each) => each !== rates[0]))
      throw new ModelError(
        "conflict",
        "rate",
        "rate differs by period, but logistic growth has one rate. Use one rate, or choose compound or linear.",
      );
    const limit = logisticCeiling(start, optionalNumberOf("ceiling", ceiling, QUANTITY));
    return [years.map((year) => grownAmount(start, rates[0], year, "logistic", limit))];
  });
}

/**
 * Returns an amount after a number of periods of growth, for a cell or each cell of a range.
 * @customfunction GROWTH.AT
 * @param base Amount today, in any unit.
 * @param rate Growth per period as a share (0.05 = 5%).
 * @param period Periods from today; fractions are allowed, 0 is today.
 * @param [method] compound (default), linear, or logistic, which needs a ceiling.
 * @param [ceiling] Amount at saturation, only for logistic; none when left out.
 * @param invocation The calling cell.
 * @returns The amount in the unit of the base, in the shape of the arguments.
 * @requiresAddress
 * @formula compound: base x (1 + rate)^period; linear: base x (1 + rate x period), not below 0; logistic as in GROWTH.PROJECT
 * @errors #VALUE! when ranges have different shapes, or logistic growth has no ceiling above the base.
 * @example =TCO.GROWTH.AT(100, 0.1, 2) -> 121
 * @example =TCO.GROWTH.AT(100, 0.1, {1, 2}, "linear") -> {110, 120}
 * @related GROWTH.PROJECT
 */
export function growthAt(
  base: any[][],
  rate: any[][],
  period: any[][],
  method: GrowthMethod,
  ceiling: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const curve = choiceOf("method", method, GrowthMethod, "compound");
    const limit = optionalNumberOf("ceiling", ceiling, QUANTITY);
    const amount = (start: number, growth: number, time: number): number =>
      grownAmount(start, growth, time, curve, curve === "logistic" ? logisticCeiling(start, limit) : undefined);
    return elementwise(amount, [
      ["base", base, AMOUNT],
      ["rate", rate, GROWTH_RATE],
      ["period", period, QUANTITY],
    ]);
  });
}

/**
 * Returns the acquired amount on the platform at the end of each year, from a table of acquisitions, one column per year.
 * @customfunction GROWTH.ACQUIRED
 * @param deals Table of acquisitions with its header row: Deal, Close, and the measure; Growth, Lag months, Probability, and Include are optional. A 0 in Growth, Probability, or Include counts as blank, unless you pass IF(LEN(T[#All]),T[#All],"").
 * @param measure Header of the numeric column to add up, such as Volume, Sites, or TB.
 * @param start First day of the plan; year 1 begins with its month.
 * @param [periods] Number of years; 5 when left out.
 * @param [integration_months] Months over which an acquisition moves to the platform; 0 (all at once) when left out.
 * @param [growth] Yearly growth of the acquired amount if its row has none, as a share; 0 when left out.
 * @param [weighting] expected (default) counts each acquisition by its probability, all counts each in full, "likely" counts those of at least 50%.
 * @param invocation The calling cell.
 * @returns One row: the acquired measure on the platform at each year's end, in the unit of the measure.
 * @requiresAddress
 * @formula sum over acquisitions of p x clamp((m - c - lag) / integration_months, 0, 1) x measure x (1 + growth)^((m - c) / 12), with month m of the plan, and
 *   the acquisition closing at the end of month c
 * @errors #VALUE! when the table has no column Close or no such measure; the message lists its columns. An acquisition before the start counts as
 *   owned; one after the end has no effect.
 * @example =TCO.GROWTH.ACQUIRED({"Deal", "Close", "Volume"; "Northwind", "2027-06-30", 200}, "Volume", "2027-01-01", 2) -> {200, 200}
 * @related GROWTH.PROJECT
 */
export function growthAcquired(
  deals: any[][],
  measure: any,
  start: any,
  periods: any,
  integration_months: any,
  growth: any,
  weighting: Weighting,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const rate = numberOf("growth", growth, CHANGE_RATE);
    const weigh = choiceOf("weighting", weighting, Weighting, "expected");
    return [acquiredByYear({ deals, measure, start, integrationMonths: integration_months, growth: rate, weighting: weigh }, years)];
  });
}

/** What each year adds to a series of year ends that starts from an amount. */
function additions(ends: readonly number[], start: number): readonly number[] {
  return ends.map((end, index) => end - (index === 0 ? start : ends[index - 1]));
}

/** What divestitures take of what there is, as an amount not above 0: no more than all of it. */
const mostTaken = (divested: number, present: number): number => Math.max(divested, Math.min(0, -present));

/**
 * Explains how an amount grows from year to year: organically, by acquisitions, and by divestitures.
 * @customfunction GROWTH.BRIDGE
 * @param base Amount today without the acquisitions of the table, in the unit of the measure.
 * @param rate Organic growth per year as a share (0.05 = 5%): one number, or one per year.
 * @param deals Table of acquisitions with its header row: Deal, Close, and the measure; Growth, Lag months, Probability, and Include are optional. A 0 in Growth, Probability, or Include counts as blank, unless you pass IF(LEN(T[#All]),T[#All],"").
 * @param measure Header of the numeric column to add up, such as Volume, Sites, or TB.
 * @param start First day of the plan; year 1 begins with its month.
 * @param [periods] Number of years; 5 when left out.
 * @param [integration_months] Months over which an acquisition moves to the platform; 0 (all at once) when left out.
 * @param [growth] Yearly growth of the acquired amount if its row has none, as a share; 0 when left out.
 * @param [weighting] expected (default) counts each acquisition by its probability, all counts each in full, "likely" counts those of at least 50%.
 * @param invocation The calling cell.
 * @returns Table with a header and a column per year: opening, organic, acquired, divested, closing; growth of acquisitions is part of acquired.
 * @requiresAddress
 * @formula closing = GROWTH.PROJECT + GROWTH.ACQUIRED, at least 0 after divestitures; opening = closing of the year before, in year 1 the base plus
 *   acquisitions before the start
 * @errors As for GROWTH.PROJECT and GROWTH.ACQUIRED.
 * @example =TCO.GROWTH.BRIDGE(100, 0.1, {"Deal", "Close", "Volume"; "Northwind", "2027-06-30", 20}, "Volume", "2027-01-01", 2) -> {"", "2027", "2028"; "Opening", 100, 130; "Organic", 10, 11; "Acquired", 20, 0; "Divested", 0, 0; "Closing", 130, 141}
 * @related GROWTH.PROJECT, GROWTH.ACQUIRED
 */
export function growthBridge(
  base: any,
  rate: any[][],
  deals: any[][],
  measure: any,
  start: any,
  periods: any,
  integration_months: any,
  growth: any,
  weighting: Weighting,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const years = numberOf("periods", periods, PERIODS);
    const today = numberOf("base", base, AMOUNT);
    const rates = perPeriod("rate", rate, GROWTH_RATE, years);
    const own = rates.map((_, index) => grownAmountByYear(today, rates, index + 1, "compound"));
    const given: AcquiredArguments = {
      deals,
      measure,
      start,
      integrationMonths: integration_months,
      growth: numberOf("growth", growth, CHANGE_RATE),
      weighting: choiceOf("weighting", weighting, Weighting, "expected"),
    };
    const { acquired, divested } = acquiredAmounts(given, years);
    const taken = divested.ends.map((amount, index) => mostTaken(amount, own[index] + acquired.ends[index]));
    const takenBefore = mostTaken(divested.before, today + acquired.before);
    const opening = today + acquired.before + takenBefore;
    const closing = own.map((amount, index) => amount + acquired.ends[index] + taken[index]);
    return [
      ["", ...periodLabels({ start: dateOf("start", start), years }, "year")],
      ["Opening", opening, ...closing.slice(0, -1)],
      ["Organic", ...additions(own, today)],
      ["Acquired", ...additions(acquired.ends, acquired.before)],
      ["Divested", ...additions(taken, takenBefore)],
      ["Closing", ...closing],
    ];
  });
}
