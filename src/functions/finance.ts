/** Finance that Excel does not have itself: discount factors by timing, running sums, lasting break-even, depreciation. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { breakEvenPeriod, cumulative } from "../engine/finance/breakEven";
import { depreciation } from "../engine/finance/depreciation";
import { discountFactors, presentValue } from "../engine/finance/presentValue";
import { integer, number } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { choiceOf, numberOf, numbersOf, rowsOf } from "./cells";
import { answer, answers } from "./excelError";
import { orNone } from "./ifNone";
import { note } from "./notes";
import { AMOUNT, PERIODS, QUANTITY, required, withDefault } from "./rules";
import { lengthBeforeZeros } from "./series";
import { inWords, percentInWords } from "../engine/words";

/** @customenum {string} */
enum Timing {
  /** Payments fall at the beginning of their period. */
  begin = "begin",
  /** Payments fall in the middle of their period. */
  mid = "mid",
  /** Payments fall at the end of their period. */
  end = "end",
}

/** @customenum {string} */
enum Depreciation {
  /** Equal parts over the life. */
  straightLine = "straight-line",
  /** IRS five-year class, half-year convention. */
  macrs5 = "macrs-5",
}

const RATE = required(CATALOGUE["finance.discount_rate"]);
const NO_RATE = withDefault(CATALOGUE["finance.discount_rate"], 0);
const NOTHING = withDefault(AMOUNT, 0);
const PER_YEAR = integer("Periods per year", "periods/year", 1, 1, 365);
const LIFE = required(number("Life", "years", 5, 0.01, 100));

/**
 * Returns the discount factors of the coming periods, one column per period.
 * @customfunction FINANCE.FACTORS
 * @param rate Discount rate per year as a share (0.07 = 7%).
 * @param [periods] Number of periods; 5 when left out.
 * @param [timing] begin, mid (default), or end: when a payment falls in its period.
 * @param [per_year] Periods per year, such as 12 for months; 1 when left out.
 * @param invocation The calling cell.
 * @returns One row: the value today of one unit in each period.
 * @requiresAddress
 * @formula (1 + rate)^(-t), t = (period - 1) / per_year for begin, (period - 0.5) / per_year for mid, period / per_year for end
 * @errors #VALUE! for a rate that isn't a share.
 * @example =TCO.FINANCE.FACTORS(0.25, 2, "end") -> {0.8, 0.64}
 * @related FINANCE.PV
 */
export function financeFactors(rate: any, periods: any, timing: Timing, per_year: any, invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const count = numberOf("periods", periods, PERIODS);
    const when = choiceOf("timing", timing, Timing, "mid");
    return [discountFactors(numberOf("rate", rate, RATE), count, when, numberOf("per_year", per_year, PER_YEAR))];
  });
}

/**
 * Returns the present value of yearly payments.
 * @customfunction FINANCE.PV
 * @param flows Payments by year, in order.
 * @param rate Discount rate per year as a share (0.07 = 7%).
 * @param [timing] begin, mid (default), or end: when a payment falls in its year.
 * @param [initial] Payment today, not discounted; 0 when left out.
 * @param invocation The calling cell.
 * @returns Present value, in the unit of the payments.
 * @requiresAddress
 * @formula initial + sum of flow x factor, factors as in FINANCE.FACTORS
 * @errors #VALUE! for a rate that isn't a share, or text among the payments.
 * @example =TCO.FINANCE.PV({125, 125}, 0.25, "end", -100) -> 80
 * @related FINANCE.FACTORS
 */
export function financePv(flows: any[][], rate: any, timing: Timing, initial: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => {
    const amounts = numbersOf("flows", flows, required(AMOUNT));
    const when = choiceOf("timing", timing, Timing, "mid");
    return presentValue(amounts, numberOf("rate", rate, RATE), when, 1, numberOf("initial", initial, NOTHING));
  });
}

/**
 * Returns the running sums of payments.
 * @customfunction FINANCE.CUMULATIVE
 * @param flows Payments by period: a row or a column.
 * @param invocation The calling cell.
 * @returns Sum up to each period, in the shape of the payments.
 * @requiresAddress
 * @errors #VALUE! for text among the payments.
 * @example =TCO.FINANCE.CUMULATIVE({10, 20, 30}) -> {10, 30, 60}
 * @related FINANCE.BREAKEVEN
 */
export function financeCumulative(flows: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const sums = cumulative(numbersOf("flows", flows, required(AMOUNT)));
    const isColumn = rowsOf(flows).length > 1 && rowsOf(flows)[0].length === 1;
    return isColumn ? sums.map((sum) => [sum]) : [sums];
  });
}

/** Says that one series ends with zeros where the other has costs: blank cells are 0, and would count as no costs. */
function noteOpenEnd(from: readonly number[], to: readonly number[]): void {
  const [first, second] = [lengthBeforeZeros(from), lengthBeforeZeros(to)];
  if (first !== second)
    note(`${first < second ? "from" : "to"} counts 0 after period ${Math.min(first, second)}; a blank cell counts as 0.`);
}

/**
 * Returns the first period from which one series of costs is lower in total than another, to the last period.
 * @customfunction FINANCE.BREAKEVEN
 * @param from Costs by period to compare against.
 * @param to Costs by period of the alternative, for the same periods.
 * @param [rate] Discount rate per period as a share; 0 when left out.
 * @param [if_none] What to return when the alternative never breaks even; #N/A when left out.
 * @param invocation The calling cell.
 * @returns Period with its fraction; 1 is the end of the first period, or means that the alternative costs no more from the start.
 * @requiresAddress
 * @formula first period after which cumulative to <= cumulative from up to the last period, interpolated
 * @errors #N/A when the alternative costs more in total and if_none is left out: the message says how much more.
 * @example =TCO.FINANCE.BREAKEVEN({10, 10, 10}, {20, 5, 5}) -> 3
 * @example =TCO.FINANCE.BREAKEVEN({10, 10}, {20, 5}, 0, "never") -> "never"
 * @related ARCHITECTURES.BREAKEVEN, FINANCE.CUMULATIVE
 */
export function financeBreakeven(from: any[][], to: any[][], rate: any, if_none: any, invocation: CustomFunctions.Invocation): any {
  return answer(invocation, () => {
    const before = numbersOf("from", from, required(AMOUNT));
    const after = numbersOf("to", to, required(AMOUNT));
    noteOpenEnd(before, after);
    if (before.length !== after.length)
      throw new ModelError(
        "conflict",
        "to",
        `to has ${after.length} values and from has ${before.length}. Select the same number of periods.`,
      );
    const perPeriod = numberOf("rate", rate, NO_RATE);
    const period = breakEvenPeriod(before, after, perPeriod);
    if (period !== Infinity) return period;
    const worth = (flows: readonly number[]): number => presentValue(flows, perPeriod, "end", 1);
    const basis = perPeriod === 0 ? "not discounted" : `discounted at ${percentInWords(perPeriod)} per period`;
    const more = inWords(worth(after) - worth(before));
    return orNone(if_none, `The alternative doesn't break even. It costs ${more} more by the last period, ${basis}.`);
  });
}

/**
 * Returns the depreciation of an asset in each year, one column per year.
 * @customfunction FINANCE.DEPRECIATION
 * @param cost Cost of the asset.
 * @param life Years of depreciation; macrs-5 ignores it.
 * @param [method] straight-line (default) or macrs-5 (20, 32, 19.2, 11.52, 11.52, 5.76%).
 * @param [salvage] Value left at the end of its life (straight-line); 0 when left out.
 * @param [periods] Number of years; 5 when left out.
 * @param invocation The calling cell.
 * @returns One row: depreciation of each year, in the unit of the cost.
 * @requiresAddress
 * @formula straight-line: (cost - salvage) / life per year, the last year in part; macrs-5: share x cost
 * @source IRS Publication 946, table A-1
 * @errors #VALUE! for a life of 0, a negative cost, or a salvage value below 0 or above the cost.
 * @example =TCO.FINANCE.DEPRECIATION(1000, 4, "straight-line", 200) -> {200, 200, 200, 200, 0}
 * @example =TCO.FINANCE.DEPRECIATION(1000, 5, "macrs-5", 0, 2) -> {200, 320}
 * @related COST.HARDWARE
 */
export function financeDepreciation(
  cost: any,
  life: any,
  method: Depreciation,
  salvage: any,
  periods: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const terms = {
      life: numberOf("life", life, LIFE),
      method: choiceOf("method", method, Depreciation, "straight-line"),
      salvage: numberOf("salvage", salvage, withDefault(QUANTITY, 0)),
    };
    return [depreciation(numberOf("cost", cost, QUANTITY), terms, numberOf("periods", periods, PERIODS))];
  });
}
