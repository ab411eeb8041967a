/** The figures of a scenario that sheets read, in one column. */

import type { CalendarDate } from "../../catalogue/assumption";
import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";
import { dateOfMonth } from "../../timeline";
import { reasonOf, splitReason } from "./answer";
import { gapOf, isCloseCall } from "./comparison";
import type { ArchitectureComparison, Costs } from "./comparison";

export type FigureValue = number | string | boolean | CalendarDate | undefined;

/** One figure. A scenario with an error has none. */
export interface Figure {
  readonly id: string;
  readonly unit: "money" | "share" | "date" | "text";
  readonly of: (comparison: ArchitectureComparison) => FigureValue;
}

const text = (id: string, of: Figure["of"]): Figure => ({ id, unit: "text", of });
const money = (id: string, of: Figure["of"]): Figure => ({ id, unit: "money", of });
const date = (id: string, of: Figure["of"]): Figure => ({ id, unit: "date", of });

const costsIn = ({ ranked }: ArchitectureComparison, architecture: Architecture): Costs | undefined =>
  ranked.find((each) => each.architecture === architecture);

/** "never" is a good answer: the month in which it breaks even is not within the plan. */
function breakEvenIn(comparison: ArchitectureComparison, architecture: Architecture): FigureValue {
  const costs = costsIn(comparison, architecture);
  if (costs?.breakEven === undefined) return "";
  return costs.breakEven === Infinity ? "never" : dateOfMonth(costs.projection.timeline, costs.breakEven);
}

function figuresOf(architecture: Architecture): readonly Figure[] {
  const amount = (id: string, of: (costs: Costs) => number): Figure =>
    money(`${id}.${architecture}`, (comparison) => {
      const costs = costsIn(comparison, architecture);
      return costs && of(costs);
    });
  return [
    amount("tco", ({ total }) => total),
    amount("npv", ({ presentValue }) => presentValue),
    amount("one_off", ({ oneOff }) => oneOff),
    amount("run_cost", ({ run }) => run),
    amount("peak_year", ({ peakYear }) => peakYear),
    amount("acquisitions", ({ acquisitions }) => acquisitions),
    date(`break_even.${architecture}`, (comparison) => breakEvenIn(comparison, architecture)),
    text(`feasible.${architecture}`, ({ projections }) => {
      const projection = projections[ARCHITECTURES.indexOf(architecture)];
      return projection.feasible ? true : reasonOf(projection);
    }),
  ];
}

/** Every figure in the order of the column, which workbooks count on: new ones go to the end. */
export const FIGURES: readonly Figure[] = [
  text("title", ({ a }) => a["plan.title"]),
  text("status", ({ a }) => a["plan.status"]),
  text("currency", ({ a }) => a["plan.currency"]),
  date("start", ({ a }) => a["plan.start"]),
  date("end", ({ projections: [{ timeline }] }) => dateOfMonth(timeline, timeline.months)),
  text("chosen", ({ a }) => a["plan.architecture"]),
  text("current", ({ a }) => a["plan.current"]),
  text("reference", ({ reference }) => reference),
  text("move_included", ({ isMoveIncluded }) => isMoveIncluded),
  ...ARCHITECTURES.flatMap(figuresOf),
  text("lowest", ({ ranked }) => ranked.at(0)?.architecture ?? "none"),
  text("runner_up", ({ ranked }) => ranked.at(1)?.architecture ?? "none"),
  money("gap", (comparison) => gapOf(comparison)?.amount),
  { id: "gap_share", unit: "share", of: (comparison) => gapOf(comparison)?.share },
  text("close_call", (comparison) => isCloseCall(comparison)),
  date("split", ({ split, projections: [central] }) => split?.date ?? (central.feasible ? "none" : "")),
  date("split_decision", ({ split }) => split?.decision),
  text("split_reason", (comparison) => comparison.split && splitReason(comparison, comparison.split)),
  date("move_start", ({ moveStart }) => moveStart),
];

/** Ids of the rows of the column: what is known of any scenario, then its figures. */
export const FIGURE_IDS: readonly string[] = ["errors", "warnings", "fingerprint", ...FIGURES.map(({ id }) => id)];
