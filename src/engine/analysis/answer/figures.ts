/** The figures of a scenario that sheets read, in one column. */

import type { CalendarDate } from "../../catalogue/assumption";
import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";
import { dateOfMonth } from "../../timeline";
import { reasonOf, splitReason } from "./answer";
import { gapOf, isCloseCall } from "./comparison";
import type { ArchitectureComparison, Costs } from "./comparison";
import { FIGURE_UNITS } from "./figureList";
import type { ArchitectureFigure, FigureId, ScenarioFigure } from "./figureList";

export type FigureValue = number | string | boolean | CalendarDate | undefined;

/** Figures of the scenario as a whole. */
const OF_SCENARIO: Readonly<Record<ScenarioFigure, (comparison: ArchitectureComparison) => FigureValue>> = {
  title: ({ a }) => a["plan.title"],
  status: ({ a }) => a["plan.status"],
  currency: ({ a }) => a["plan.currency"],
  start: ({ a }) => a["plan.start"],
  end: ({ projections: [{ timeline }] }) => dateOfMonth(timeline, timeline.months),
  chosen: ({ a }) => a["plan.architecture"],
  current: ({ a }) => a["plan.current"],
  reference: ({ reference }) => reference,
  move_included: ({ isMoveIncluded }) => isMoveIncluded,
  lowest: ({ ranked }) => ranked.at(0)?.architecture ?? "none",
  runner_up: ({ ranked }) => ranked.at(1)?.architecture ?? "none",
  gap: (comparison) => gapOf(comparison)?.amount,
  gap_share: (comparison) => gapOf(comparison)?.share,
  close_call: (comparison) => isCloseCall(comparison),
  split: ({ split, projections: [central] }) => split?.date ?? (central.feasible ? "none" : ""),
  split_decision: ({ split }) => split?.decision,
  split_reason: (comparison) => comparison.split && splitReason(comparison, comparison.split),
  move_start: ({ moveStart }) => moveStart,
};

/** Figures of an architecture; of an infeasible one only that it is. */
const OF_ARCHITECTURE: Readonly<Record<Exclude<ArchitectureFigure, "feasible">, (costs: Costs) => FigureValue>> = {
  tco: ({ total }) => total,
  npv: ({ presentValue }) => presentValue,
  one_off: ({ oneOff }) => oneOff,
  run_cost: ({ run }) => run,
  peak_year: ({ peakYear }) => peakYear,
  acquisitions: ({ acquisitions }) => acquisitions,
  // "never" is a good answer: it does not break even within the plan.
  break_even: ({ breakEven, projection: { timeline } }) => {
    if (breakEven === undefined) return "";
    return breakEven === Infinity ? "never" : dateOfMonth(timeline, breakEven);
  },
};

function figureOf(comparison: ArchitectureComparison, id: FigureId): FigureValue {
  const [name, architecture] = id.split(".") as [ScenarioFigure | ArchitectureFigure, Architecture | undefined];
  if (architecture === undefined) return OF_SCENARIO[name as ScenarioFigure](comparison);
  if (name === "feasible") {
    const projection = comparison.projections[ARCHITECTURES.indexOf(architecture)];
    return projection.feasible ? true : reasonOf(projection);
  }
  const costs = comparison.ranked.find((each) => each.architecture === architecture);
  return costs && OF_ARCHITECTURE[name as Exclude<ArchitectureFigure, "feasible">](costs);
}

/** Every figure of a scenario without errors, in the order of the column. */
export const figuresOf = (comparison: ArchitectureComparison): readonly FigureValue[] =>
  FIGURE_UNITS.map(([id]) => figureOf(comparison, id));
