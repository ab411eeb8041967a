import { priceIndexIn } from "../../src/engine/capacity/indices";
import { ModelError } from "../../src/engine/errors";
import { breakEvenPeriod } from "../../src/engine/finance/breakEven";
import { depreciation, MACRS_5 } from "../../src/engine/finance/depreciation";
import { internalRate } from "../../src/engine/finance/presentValue";
import { annuity, discountFactor, presentValue } from "../../src/engine/finance/presentValue";
import type { Timing } from "../../src/engine/finance/presentValue";
import type { Expectation, PublishedCase } from "./family";
import { describeFamily, given } from "./family";

/** The numbers of a formula in their order: {...} of an array constant included, arithmetic such as 2 * 12 or 5% done. */
function numbersOf(formula = ""): readonly number[] {
  const [, list = ""] = /^=\w+\((.*?)\)/.exec(formula) ?? [];
  return list.replace(/[{}]/g, "").split(",").map(numberOf);
}

function numberOf(text: string): number {
  const [value = Number.NaN, ...others] = text
    .split("/")
    .map((part) => part.split("*").reduce((product, factor) => product * plain(factor), 1));
  return others.reduce((quotient, divisor) => quotient / divisor, value);
}

const plain = (text: string): number => (text.trim().endsWith("%") ? parseFloat(text) / 100 : Number(text));

/** Excel's NPV: the first flow is a period away; the amount after the bracket is paid today. */
function npv({ formula }: { formula?: string }): number {
  const [rate = 0, ...flows] = numbersOf(formula);
  const [, today = "0"] = /\)(-\d+)$/.exec(formula ?? "") ?? [];
  return presentValue(flows, rate, "end", 1, Number(today));
}

/** Excel's IRR of the array constant (a guess behind it is not needed). */
function irr({ formula = "" }: { formula?: string }): Expectation {
  const [, list = ""] = /\{(.*)\}/.exec(formula) ?? [];
  return internalRate(list.split(",").map(Number)) ?? "#NUM!";
}

/** PMT: what the payments and a future value are worth today, in equal parts; Excel's sign is that of the other party. */
function payment({ formula }: { formula?: string }): number {
  const [rate = 0, periods = 0, value = 0, future = 0, begin = 0] = numbersOf(formula);
  const today = value + future * discountFactor(rate, periods, "end", 1);
  return -annuity(today, rate, periods) / (begin === 1 ? 1 + rate : 1);
}

/** PV of equal payments and a future value. */
function valueOfPayments({ formula }: { formula?: string }): number {
  const [rate = 0, periods = 0, pay = 0, future = 0, begin = 0] = numbersOf(formula);
  const payments = presentValue(equal(pay, periods), rate, begin === 1 ? "begin" : "end", 1);
  return -payments - future * discountFactor(rate, periods, "end", 1);
}

const equal = (amount: number, periods: number): readonly number[] => new Array<number>(periods).fill(amount);

function straightLine({ formula }: { formula?: string }): Expectation {
  const [cost = 0, salvage = 0, life = 0] = numbersOf(formula);
  try {
    return depreciation(cost, { life, method: "straight-line", salvage }, 1)[0] ?? 0;
  } catch (refusal) {
    return refusal instanceof ModelError ? "#NUM!" : "?";
  }
}

const flowsOf = (published: PublishedCase): readonly number[] => given<number[]>(published, "flows");

/** Value of flows of which the first is today. */
function fromToday([today = 0, ...later]: readonly number[], rate: number, timing: Timing): number {
  return presentValue(later, rate, timing, 1, today);
}

describeFamily("finance", {
  "rule:NPV": npv,
  "rule:IRR": irr,
  "rule:PMT": payment,
  "rule:Loan/lease": payment,
  "rule:Lease advance": payment,
  "rule:PV": valueOfPayments,
  "rule:SLN": straightLine,
  "FIN-363": () => annuity(presentValue(equal(100_000, 5), 0.08, "end", 1, 500_000), 0.08, 5),
  "FIN-365": () => annuity(8_000, 0.15, 7),
  "FIN-367": () => annuity(92_000 - 18_000 * discountFactor(0.07, 6, "end", 1), 0.07, 6) + 13_000,
  "FINC-004": () => Object.fromEntries(MACRS_5.slice(0, 4).map((share, index) => [`y${index + 1}`, share])),
  "FINC-005": (published) => ({ npv: fromToday(flowsOf(published), published.inputs.rate, "end") }),
  "FINC-006": (published) => ({ npv: fromToday(flowsOf(published), published.inputs.rate, "mid") }),
  // Today is the first period here, so that the period from which the project is ahead is one more than the years.
  "FINC-008": (published) => {
    const [today = 0, ...later] = flowsOf(published);
    return { years: breakEvenPeriod([0, ...later], [-today, ...equal(0, later.length)], published.inputs.rate) - 1 };
  },
  "FINC-013": ({ inputs }) => ({
    series: equal(inputs.base, inputs.years).map((base, index) => base * priceIndexIn(inputs.rate, index + 1, 2)),
  }),
  "FINC-020": () => {
    const [A, B] = [annuity(6_000, 0.15, 5), annuity(8_000, 0.15, 7)];
    return { A, B, choose: A <= B ? "A" : "B" };
  },
  "FINC-021": ({ inputs }) => ({ eac: annuity(inputs.cost, inputs.r, inputs.n) + inputs.opex }),
  "fin-npv": (published) => ({ npv: fromToday(flowsOf(published), published.inputs.rate, "end") }),
  "fin-npv-excel": (published) => ({ excel_npv: presentValue(flowsOf(published), published.inputs.rate, "end", 1) }),
  "fin-irr-none": (published) => ({ error: internalRate(flowsOf(published)) === undefined }),
  "fin-irr-*": (published) => ({ irr: internalRate(flowsOf(published)) ?? null }),
});
