/** The three architectures of a scenario side by side: what each costs, which costs least, and by when a choice has to be made. */

import type { CalendarDate } from "../../catalogue/assumption";
import type { Assumptions } from "../../catalogue/resolved";
import { breakEvenPeriod } from "../../finance/breakEven";
import { netPresentValue } from "../../finance/metrics";
import { monthlySpend } from "../../finance/profitAndLoss";
import type { FeasibleProjection, Projection } from "../../lines";
import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";
import { dateOfMonth, serialOf } from "../../timeline";
import { ceilTolerant } from "../../units";
import { annualValues, sumOf } from "../annual";
import { firstShard } from "../shardDate";
import type { FirstShard } from "../shardDate";
import { groupTotals } from "./groups";

/** What an architecture costs over the plan, money. */
export interface Costs {
  readonly architecture: Architecture;
  readonly projection: FeasibleProjection;
  /** As paid, not discounted. */
  readonly total: number;
  readonly presentValue: number;
  /** Purchases and projects. */
  readonly oneOff: number;
  /** All else. */
  readonly run: number;
  readonly peakYear: number;
  readonly acquisitions: number;
  /** The move from what runs today. */
  readonly move: number;
  /** First month from which it has cost no more in total than the reference, to the end of the plan; Infinity when never, undefined where there is nothing to compare. */
  readonly breakEven: number | undefined;
}

export interface ArchitectureComparison {
  readonly a: Assumptions;
  readonly projections: readonly Projection[];
  /** Feasible architectures, the lowest present value first. */
  readonly ranked: readonly Costs[];
  /** What runs today; Central where that is not entered. */
  readonly reference: Architecture;
  /** Whether what runs today is entered, so that a saving includes the cost of moving. */
  readonly isMoveIncluded: boolean;
  /** The first split of the central database. */
  readonly split: FirstShard | undefined;
  /** First day of the month in which a move away from what runs today has to start. */
  readonly moveStart: CalendarDate;
}

/** The architecture that the others are compared with. */
export function referenceOf({ "plan.current": current }: Pick<Assumptions, "plan.current">): Architecture {
  return current === "none" ? "vertical" : current;
}

/**
 * The architectures of a scenario side by side.
 * @throws {ModelError} when a formula of the scenario gives no number.
 */
export function compareArchitectures(a: Assumptions, projectionOf: (architecture: Architecture) => Projection): ArchitectureComparison {
  const projections = ARCHITECTURES.map(projectionOf);
  const reference = referenceOf(a);
  const before = projections[ARCHITECTURES.indexOf(reference)];
  const ranked = projections.flatMap((projection) => (projection.feasible ? [costsOf(projection, before)] : []));
  const split = firstShard(projections[0]);
  return {
    a,
    projections,
    ranked: ranked.sort((one, other) => one.presentValue - other.presentValue),
    reference,
    isMoveIncluded: a["plan.current"] !== "none",
    split,
    moveStart: moveStartOf(projections[0], reference, split),
  };
}

function costsOf(projection: FeasibleProjection, reference: Projection): Costs {
  const groups = groupTotals(projection);
  const total = sumOf(projection.total);
  const oneOff = sumOf(monthlySpend(projection, "capex")) + (groups.get("Projects") ?? 0);
  return {
    architecture: projection.architecture,
    projection,
    total,
    presentValue: netPresentValue(projection),
    oneOff,
    run: total - oneOff,
    peakYear: Math.max(...annualValues("flow", projection.total)),
    acquisitions: groups.get("Acquisitions") ?? 0,
    move: sumOfMove(projection),
    breakEven: breakEvenOf(projection, reference),
  };
}

function sumOfMove({ costs }: FeasibleProjection): number {
  return costs.filter(({ id, inTotal }) => inTotal && id.startsWith("switch.")).reduce((sum, { values }) => sum + sumOf(values), 0);
}

function breakEvenOf(projection: FeasibleProjection, reference: Projection): number | undefined {
  if (!reference.feasible || reference.architecture === projection.architecture) return undefined;
  return ceilTolerant(breakEvenPeriod(reference.total, projection.total, 0));
}

/** The plan assumes a move at its start; where what runs today is split before the move is over, it has to start earlier. */
function moveStartOf({ timeline, plan: { a } }: Projection, reference: Architecture, split: FirstShard | undefined): CalendarDate {
  const start = dateOfMonth(timeline, 1);
  if (reference !== "vertical" || !split) return start;
  const before = dateOfMonth(timeline, split.month - a["switch.months"]);
  return serialOf(before) < serialOf(start) ? before : start;
}

/** Present value of the runner-up less that of the lowest, and its share of the runner-up's; undefined where fewer than two are feasible. */
export function gapOf({ ranked }: Pick<ArchitectureComparison, "ranked">): { readonly amount: number; readonly share: number } | undefined {
  if (ranked.length < 2) return undefined;
  return difference(ranked[0], ranked[1]);
}

/** How much less one costs than another in present value, and the share of the other's present value. */
export function difference(less: Costs, more: Costs): { readonly amount: number; readonly share: number } {
  const amount = more.presentValue - less.presentValue;
  return { amount, share: amount === 0 ? 0 : amount / Math.abs(more.presentValue) };
}

/** Whether the lowest two differ by less than `plan.close_call`. */
export function isCloseCall(comparison: ArchitectureComparison): boolean {
  const gap = gapOf(comparison);
  return gap !== undefined && (gap.amount === 0 || gap.share < comparison.a["plan.close_call"]);
}
