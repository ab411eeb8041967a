/** The decision table of the answer: each of its rows with a scenario and its lines. Amounts are made up, so that every one can be read off its row. */

import { describe, expect, test } from "vitest";
import { answerOf, answerOfErrors } from "../../../src/engine/analysis/answer/answer";
import type { Findings, Odds } from "../../../src/engine/analysis/answer/answer";
import { compareArchitectures } from "../../../src/engine/analysis/answer/comparison";
import type { ArchitectureComparison, Costs } from "../../../src/engine/analysis/answer/comparison";
import { COST_GROUPS, groupTotals } from "../../../src/engine/analysis/answer/groups";
import { drivers, unlikePairs } from "../../../src/engine/analysis/answer/drivers";
import { decisionsOf } from "../../../src/engine/analysis/answer/decisions";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import type { Value } from "../../../src/engine/catalogue/values";
import { project } from "../../../src/engine/plan/project";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { Architecture } from "../../../src/engine/plan/setting";
import { reference } from "../../../src/reference/load";

const LONGEST_LINE = 110;

type Stated = Readonly<Record<string, Value>>;

/** The architectures of a scenario, compared by the engine. */
function compared(stated: Stated): ArchitectureComparison {
  const a = resolveScenario(new Map(Object.entries(stated)), reference);
  return compareArchitectures(a, (architecture) => project(a, architecture, reference));
}

/** Present value and total of an architecture in millions, and the month in which it breaks even. */
type Amounts = Readonly<Partial<Record<Architecture, readonly [presentValue: number, total: number, breakEven?: number, move?: number]>>>;

/** A scenario whose architectures cost what a row of the table says; those without amounts are infeasible. */
function given(stated: Stated, amounts: Amounts, more: Partial<Findings> = {}): Findings {
  const comparison = compared(stated);
  const ranked = ARCHITECTURES.flatMap((architecture): Costs[] => {
    const [presentValue, total, breakEven, move = 0] = amounts[architecture] ?? [];
    const costs = comparison.ranked.find((each) => each.architecture === architecture);
    if (presentValue === undefined || total === undefined || !costs) return [];
    return [{ ...costs, presentValue: presentValue * 1e6, total: total * 1e6, breakEven, move: move * 1e6 }];
  }).sort((one, other) => one.presentValue - other.presentValue);
  return {
    scenario: new Map(Object.entries(stated)),
    reference,
    comparison: { ...comparison, ranked },
    drivers: [],
    pairs: [],
    odds: undefined,
    ...more,
  };
}

/** Odds of one against another from a simulation in November 2026. */
const odds = (share: number, isOutdated = false): Odds => ({ date: { year: 2026, month: 11, day: 30 }, isOutdated, share: () => share });

/** What most rows of the table are about: a plan that needs no split. */
const CENTRAL: Stated = { "plan.current": "vertical", "plan.architecture": "vertical" };

/** Data that outgrows a shard of 64 TB in October 2028, 21 months after the start: 48 TB and 9 more a year. */
const GROWING: Stated = {
  ...CENTRAL,
  "data.tb": 48,
  "data.gb_per_volume_year": 0.9,
  "demand.growth": 0,
  "shard.skew": 1,
  "data.index_overhead": 0,
};

describe("the answer", () => {
  test.each<readonly [words: string, findings: Findings, lines: Readonly<Partial<Record<keyof ReturnType<typeof answerOf>, unknown>>>]>([
    [
      "that one architecture is feasible",
      given(CENTRAL, { vertical: [36.1, 40] }),
      { severity: "clear", verdict: "Only Central can meet the demand ($36.1M present value)." },
    ],
    [
      "that two are too close to call, with the difference and the lower one",
      given(CENTRAL, { vertical: [35.3, 40], horizontal: [34.9, 41], hybrid: [39, 45] }),
      {
        severity: "close",
        verdict: "Too close to call: Central and Distributed differ by 1.1% ($400K present value; Distributed lower).",
        amounts: "Decide on risk, dates and people instead of cost. Odds not computed yet.",
        dates: "Central: no split needed. Distributed: start the move by Jan 2027.",
      },
    ],
    [
      "that all three are too close to call",
      given(CENTRAL, { vertical: [35, 40], horizontal: [35.5, 41], hybrid: [36, 45] }),
      { severity: "close", verdict: "Too close to call: all three are within 2.8% (present value)." },
    ],
    [
      "that two cost the same",
      given(CENTRAL, { vertical: [35, 40], horizontal: [35, 41], hybrid: [56, 65] }),
      { severity: "close", verdict: "Too close to call: Central and Distributed have the same present value." },
    ],
    [
      "that odds from 40% to 60% are too close to call, whatever the difference",
      given(CENTRAL, { vertical: [30, 40], horizontal: [40, 41] }, { odds: odds(0.54) }),
      {
        severity: "close",
        verdict: "Too close to call: Central and Distributed differ by 25% ($10.0M present value; Central lower).",
        amounts: "Decide on risk, dates and people instead of cost. In 54% of simulated outcomes Central costs less.",
      },
    ],
    [
      "to stay with what runs today",
      given(CENTRAL, { vertical: [6.2, 7.5], hybrid: [7.3, 8.7], horizontal: [8, 9] }, { odds: odds(0.61) }),
      {
        severity: "clear",
        verdict: "Stay with Central: it costs $1.1M less than Hybrid (15%, present value).",
        amounts: "Total over 5 years: $7.5M against $8.7M. In 61% of simulated outcomes Central costs less than Hybrid.",
        next: "Insert a report",
      },
    ],
    [
      "to stay, with the date of the split and its reason",
      given(GROWING, { vertical: [6.2, 7.5], hybrid: [7.3, 8.7] }),
      {
        dates: "Start the split by Jan 2028: the central database outgrows one shard (64 TB) in Oct 2028.",
        overdue: "Overdue: start the split now (due Jan 2028).",
        date: { year: 2028, month: 1, day: 1 },
      },
    ],
    [
      "to choose Hybrid, against both others",
      given(CENTRAL, { hybrid: [308, 350], horizontal: [368, 400], vertical: [474, 500] }),
      {
        // That Central was chosen has no room on the line.
        verdict: "Choose Hybrid: it saves $60.0M against Distributed (16%) and $166.0M against Central (35%, present value).",
        amounts: "Central part: 40% of load and data. Total over 5 years: $350.0M against $500.0M. Odds not computed yet.",
        dates: "Start the move by Jan 2027.",
      },
    ],
    [
      "to choose Distributed against what runs today, with its break-even and the move",
      given({ ...CENTRAL, "plan.architecture": "horizontal" }, { horizontal: [35, 41, 50, 0.8], vertical: [40, 44] }),
      {
        verdict: "Choose Distributed: it saves $5.0M against Central, which runs today (13%, present value).",
        // Month 50 of a plan from January 2027 is February 2031.
        amounts: "Breaks even Feb 2031. Includes $800K for the move. Total over 5 years: $41.0M against $44.0M.",
        overdue: "Overdue: these numbers assume a move from Jan 2027. Set a new plan start.",
        next: "Run a simulation",
      },
    ],
    [
      "to choose Distributed although it does not break even in total",
      given({ ...CENTRAL, "plan.architecture": "horizontal" }, { horizontal: [35, 45, Infinity, 0.8], vertical: [40, 44] }),
      { amounts: "Does not break even in total within the plan. Includes $800K for the move. Odds not computed yet." },
    ],
    [
      "without the cost of moving, where nobody entered what runs today",
      given({ "plan.architecture": "horizontal" }, { horizontal: [35, 41, 50], vertical: [40, 44] }),
      {
        verdict: "Choose Distributed: it saves $5.0M against Central (13%, present value).",
        amounts: "Breaks even Feb 2031. Cost of moving not included: enter what runs today. Odds not computed yet.",
        next: "Enter what runs today",
      },
    ],
    [
      "that another was chosen",
      given({ ...CENTRAL, "plan.architecture": "hybrid" }, { vertical: [30, 33], horizontal: [40, 44], hybrid: [50, 55] }),
      { verdict: "Stay with Central: it costs $10.0M less than Distributed (25%, present value). You chose Hybrid: $20.0M more." },
    ],
    [
      "that a simulation is out of date",
      given(CENTRAL, { vertical: [30, 33], horizontal: [40, 44] }, { odds: odds(0.9, true) }),
      { amounts: "Total over 5 years: $33.0M against $44.0M. Simulation out of date: run it again.", next: "Run a simulation" },
    ],
  ])("says %s", (_words, findings, lines) => {
    const answer = answerOf(findings);
    expect(answer).toMatchObject(lines);
    for (const line of [answer.verdict, answer.amounts, answer.dates, answer.overdue, answer.restsOn])
      expect(line.length, line).toBeLessThanOrEqual(LONGEST_LINE);
  });

  test("says which architectures cannot meet the demand, and why", () => {
    const answer = answerOf(given({ "demand.cpu_ms": 100_000, "demand.volume": 1e6 }, {}));
    expect(answer.severity).toBe("infeasible");
    expect(answer.verdict).toBe("No architecture can meet the demand.");
    expect(answer.amounts).toMatch(/^Central: from Jan 2027 it needs [\d,]+ cores; the largest server has [\d,]+\./);
    expect(answer.dates).toBe("Add a larger server or reduce peak load.");
  });

  test("names an invalid input, and how many more errors there are", () => {
    expect(answerOfErrors(["Business volume today is -5."])).toMatchObject({
      severity: "error",
      verdict: "No answer: Business volume today is -5.",
      amounts: "Fix it in Assumptions.",
    });
    expect(answerOfErrors(["One.", "Two.", "Three."]).amounts).toBe("Fix it in Assumptions. 2 more errors: see Checks.");
  });

  test("names the acquisition that moved the first split, and from when", () => {
    // Without its 8 TB, the 48 TB and 9 a year reach 64 TB in 22 months; with them from June 2027 in 11.
    const answer = answerOf(
      given(
        { ...GROWING, "deal.Northwind.close": "2027-06-30", "deal.Northwind.tb": 8, "integration.vertical_months": 0 },
        { vertical: [6.2, 7.5], hybrid: [7.3, 8.7] },
      ),
    );
    expect(answer.dates).toMatch(/^Start the split by \w+ \d{4}\. Northwind \(\+8 TB\) moved it from Oct 2028 to \w+ 202[78]\.$/);
  });
});

describe("what the answer rests on", () => {
  const SHORTER: Stated = { ...CENTRAL, "integration.vertical_months": 18, "integration.horizontal_months": 9, ...deals(4) };

  function deals(count: number): Stated {
    const rows = Array.from({ length: count }, (_, index) => ({
      [`deal.Clinic ${index}.close`]: `2027-0${index + 1}-28`,
      [`deal.Clinic ${index}.volume`]: 1000,
      [`deal.Clinic ${index}.legacy_cost`]: 3e6,
    }));
    return Object.assign({}, ...rows) as Stated;
  }

  test("is a pair of inputs that differ, where the answer turns round once they are alike", () => {
    const scenario = new Map(Object.entries(SHORTER));
    const comparison = compared(SHORTER);
    expect(comparison.ranked[0].architecture).toBe("horizontal");
    const [pair] = unlikePairs(scenario, comparison, reference);
    expect(pair).toMatchObject({ subject: "integration", vertical: 18, horizontal: 9 });
    for (const months of [9, 18]) {
      const alike = compared({ ...SHORTER, "integration.vertical_months": months, "integration.horizontal_months": months });
      expect(alike.ranked[0].architecture).toBe(pair.flip.lowest);
      const cost = (architecture: Architecture) => alike.ranked.find((each) => each.architecture === architecture)?.presentValue ?? 0;
      expect(cost("horizontal") - cost(pair.flip.lowest)).toBeGreaterThanOrEqual((pair.flip.saving ?? 0) - 1e-6);
    }
    const findings = { scenario, reference, comparison, drivers: [], pairs: [pair], odds: undefined };
    expect(answerOf(findings).restsOn).toMatch(
      /^Rests on: 9 instead of 18 months to integrate an acquisition\. If alike, Central costs \$[\d.]+[MK] less\.$/,
    );
  });

  test.each([
    ["demand.growth", 0.02, 0.3],
    ["shard.max_tb", 40, 90],
    ["staff.loaded", 1.1, 1.8],
    ["finance.discount_rate", 0.04, 0.12],
  ])("varies %s alone: the gaps at %s and %s are those of scenarios that state them", (key, low, high) => {
    const comparison = compared(GROWING);
    const [less, more] = comparison.ranked.map(({ architecture }) => architecture);
    const found = drivers(new Map(Object.entries(GROWING)), comparison, [{ key, low, high }], reference).find((each) => each.key === key);
    const gapAt = (value: number): number | undefined => {
      const { ranked } = compared({ ...GROWING, [key]: value });
      const cost = (architecture: Architecture) => ranked.find((each) => each.architecture === architecture)?.presentValue;
      const [one, other] = [cost(less), cost(more)];
      return one === undefined || other === undefined ? undefined : other - one;
    };
    expect(found?.gapAtLow).toBeCloseTo(gapAt(low) ?? NaN, 3);
    expect(found?.gapAtHigh).toBeCloseTo(gapAt(high) ?? NaN, 3);
  });

  test("is no input where the costs are far apart", () => {
    const findings = given(CENTRAL, { vertical: [30, 33], horizontal: [40, 44] });
    expect(answerOf(findings).restsOn).toBe("No single input changes this answer within its range.");
  });
});

describe("groups of costs", () => {
  test.each(ARCHITECTURES)("sum to the total of %s", (architecture) => {
    const projection = compared(GROWING).projections[ARCHITECTURES.indexOf(architecture)];
    if (!projection.feasible) throw new Error("The plan is feasible.");
    const sum = [...groupTotals(projection).values()].reduce((total, amount) => total + amount, 0);
    const total = projection.total.reduce((months, amount) => months + amount, 0);
    expect(sum).toBeCloseTo(total, 3);
    expect([...groupTotals(projection).keys()]).toEqual([...COST_GROUPS]);
  });
});

describe("the decisions", () => {
  test("are always the same four, and none applies to an invalid scenario", () => {
    const found = decisionsOf(undefined);
    expect(found.map(({ decision }) => decision)).toEqual([
      "Start the split",
      "Start the move",
      "Confirm what the answer rests on",
      "Plan the next integration",
    ]);
    expect(found.some(({ applies }) => applies)).toBe(false);
  });

  test("have the split's date where Central is the answer, and no move", () => {
    const findings = given(GROWING, { vertical: [30, 33], horizontal: [40, 44] });
    const [split, move] = decisionsOf(findings);
    expect(split).toMatchObject({ applies: true, date: { year: 2028, month: 1, day: 1 } });
    expect(move.applies).toBe(false);
  });

  test("have the next acquisition from the date that decisions are judged by", () => {
    const stated = {
      ...CENTRAL,
      "plan.as_of": "2028-01-01",
      "deal.Early.close": "2027-06-30",
      "deal.Late.close": "2029-06-30",
      "deal.Next.close": "2028-06-30",
    };
    const next = decisionsOf(given(stated, { vertical: [30, 33], horizontal: [40, 44] })).at(3);
    expect(next).toMatchObject({ applies: true, reason: "Next closes.", date: { year: 2028, month: 6, day: 30 } });
  });
});
