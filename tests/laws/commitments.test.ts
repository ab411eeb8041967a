import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { Architecture } from "../../src/engine/plan/setting";
import { monthsOf, projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { areClose, drawn, expectForAll, SEED } from "./generator";
import type { Complaints } from "./generator";

const DEAL_LINES = ["integration.oneoff", "integration.legacy", "integration.beyond_plan"];
const MOVE_LINES = ["switch.project", "switch.beyond_plan"];

/** What lines cost over the plan together; undefined when no plan meets the demand. */
function spent(given: Given, architecture: Architecture, lines: readonly string[]): number | undefined {
  const projection = projectionOf(given, architecture);
  if (!projection.feasible) return undefined;
  return lines.flatMap((id) => [...monthsOf(projection, id)]).reduce((sum, value) => sum + value, 0);
}

/** The same prices in every year, and the same pace and rates under every architecture. */
const ALIKE: Given = {
  "prices.inflation": 0,
  "integration.vertical_months": 18,
  "integration.horizontal_months": 18,
  "integration.vertical_cost_per_volume": 3,
  "integration.horizontal_cost_per_volume": 3,
  "integration.vertical_cost_per_tb": 500,
  "integration.horizontal_cost_per_tb": 500,
};

const withoutDeals = (given: Given): Given => Object.fromEntries(Object.entries(given).filter(([key]) => !key.startsWith("deal.")));

/** A deal as a law varies it. */
interface DealTerms {
  readonly volume: number;
  readonly tb: number;
  readonly lag: number;
  readonly months: number;
  readonly probability: number;
}

/** The scenario in a plan of five years with a single deal that closes in a month of it, from 0 to 59. */
function withDeal(given: Given, month: number, { volume, tb, lag, months, probability }: DealTerms): Given {
  const close = `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-28`;
  const deal = { close, volume, tb, lag_months: lag, integration_cost: 4e6, legacy_cost: 1e6, probability, include: true };
  const fields = Object.fromEntries(Object.entries(deal).map(([field, value]) => [`deal.Last.${field}`, value]));
  const pace = { "integration.vertical_months": months, "integration.horizontal_months": months, "deals.weighting": "expected" };
  return { ...withoutDeals(given), ...ALIKE, ...pace, "plan.start": "2027-01-01", "plan.years": 5, ...fields };
}

/** How what is spent differs from what is agreed. */
function otherThan(agreed: number, given: Given, lines: readonly string[], architectures: readonly Architecture[]): Complaints {
  return architectures.flatMap((architecture) => {
    const amount = spent(given, architecture, lines);
    return amount === undefined || areClose(amount, agreed) ? [] : [`${architecture}: ${amount} instead of ${agreed}`];
  });
}

describe(`what is agreed within the plan (seed ${SEED})`, () => {
  // 4e6 + 3 per unit and 500 per TB, and the months of lag and move, then those of running both, at 1e6 a year; all by its chance.
  it.each<readonly [string, DealTerms]>([
    ["a deal", { volume: 200, tb: 6, lag: 3, months: 18, probability: 1 }],
    ["a deal of half a chance", { volume: 200, tb: 6, lag: 3, months: 18, probability: 0.5 }],
    ["a deal that moves at once", { volume: 200, tb: 6, lag: 0, months: 0, probability: 1 }],
    ["a deal whose move begins long after the plan", { volume: 200, tb: 6, lag: 70, months: 5, probability: 1 }],
    ["a divestiture", { volume: -5, tb: 0, lag: 1, months: 12, probability: 1 }],
  ])("%s costs the same under every architecture, in whichever month it closes", (_what, deal) => {
    const both = 2;
    const moved = 4e6 + 3 * Math.abs(deal.volume) + 500 * deal.tb;
    const agreed = deal.probability * (moved + ((deal.lag + deal.months + both) * 1e6) / 12);
    const complaints = drawn(60).flatMap((given, index) =>
      otherThan(agreed, { ...withDeal(given, index, deal), "integration.dual_run_months": both }, DEAL_LINES, ARCHITECTURES).map(
        (complaint) => `closing in month ${index + 1}: ${complaint}`,
      ),
    );
    expect(complaints).toEqual([]);
  });

  it("a move costs all of it, however long it takes", () => {
    expectForAll(150, (given) => {
      const stated = { ...given, "prices.inflation": 0, "plan.current": "vertical", "switch.cost": 9e5 };
      return otherThan(9e5, stated, MOVE_LINES, ["horizontal"]);
    });
  });

  it("what is due after a plan of 5 years is what a plan of 15 pays from its year 6 on", () => {
    expectForAll(150, (given) => {
      const ahead = { ...given, ...ALIKE, "plan.start": "2027-01-01" };
      const closesLater = Object.entries(ahead).some(([key, date]) => /^deal\..*\.close$/.test(key) && date >= "2032");
      if (closesLater) return [];
      return ARCHITECTURES.flatMap((architecture) => {
        const short = projectionOf({ ...ahead, "plan.years": 5 }, architecture);
        const long = projectionOf({ ...ahead, "plan.years": 15 }, architecture);
        if (!short.feasible || !long.feasible) return [];
        const due = monthsOf(short, "integration.beyond_plan")[59];
        const later = DEAL_LINES.flatMap((id) => monthsOf(long, id).slice(60)).reduce((sum, value) => sum + value, 0);
        return areClose(due, later, 1e6) ? [] : [`${architecture}: ${due} is due, ${later} is paid`];
      });
    });
  });
});

describe(`a loss for the organization (seed ${SEED})`, () => {
  it("has the same chance under every architecture, before the share of the data that it exposes", () => {
    expectForAll(200, (given) => {
      const stated = { ...given, "security.breach_probability": 0.02, "security.breach_cost": 1e6, "security.breach_endpoint_share": 0 };
      return ARCHITECTURES.flatMap((architecture) => {
        const projection = projectionOf({ ...stated, "prices.inflation": 0 }, architecture);
        if (!projection.feasible) return [];
        const { central, distributed, centralShare } = projection.plan;
        const chances = monthsOf(projection, "security.breach").map((cost, m) => {
          const exposed =
            (central ? centralShare / central.shards[m] : 0) + (distributed ? (1 - centralShare) / projection.plan.demand.regions[m] : 0);
          return cost / exposed;
        });
        const other = chances.find((chance) => !areClose(chance, (0.02 * 1e6) / 12));
        return other === undefined ? [] : [`${architecture}: ${other}`];
      });
    });
  });
});
