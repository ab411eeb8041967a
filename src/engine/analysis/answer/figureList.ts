/** Which figures FIGURES lists, in the order that workbooks count on: new ones go to the end. */

import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";

export type FigureUnit = "money" | "share" | "date" | "text";

/** Figures that each architecture has. */
export const ARCHITECTURE_FIGURES = {
  tco: "money",
  npv: "money",
  one_off: "money",
  run_cost: "money",
  peak_year: "money",
  acquisitions: "money",
  break_even: "date",
  feasible: "text",
} as const satisfies Record<string, FigureUnit>;
export type ArchitectureFigure = keyof typeof ARCHITECTURE_FIGURES;

/** Figures of the scenario before those of its architectures. */
const BEFORE = {
  title: "text",
  status: "text",
  currency: "text",
  start: "date",
  end: "date",
  chosen: "text",
  current: "text",
  reference: "text",
  move_included: "text",
} as const satisfies Record<string, FigureUnit>;

/** Figures that compare them. */
const AFTER = {
  lowest: "text",
  runner_up: "text",
  gap: "money",
  gap_share: "share",
  close_call: "text",
  split: "date",
  split_decision: "date",
  split_reason: "text",
  move_start: "date",
} as const satisfies Record<string, FigureUnit>;

export type ScenarioFigure = keyof typeof BEFORE | keyof typeof AFTER;
export type FigureId = ScenarioFigure | `${ArchitectureFigure}.${Architecture}`;

const listed = (figures: Readonly<Record<string, FigureUnit>>, suffix = ""): readonly (readonly [FigureId, FigureUnit])[] =>
  Object.entries(figures).map(([id, unit]) => [`${id}${suffix}` as FigureId, unit]);

/** Figures of a scenario without errors, with their units. */
export const FIGURE_UNITS: readonly (readonly [id: FigureId, unit: FigureUnit])[] = [
  ...listed(BEFORE),
  ...ARCHITECTURES.flatMap((architecture) => listed(ARCHITECTURE_FIGURES, `.${architecture}`)),
  ...listed(AFTER),
];

/** Ids of the rows of the column: what is known of any scenario, then its figures. */
export const FIGURE_IDS: readonly string[] = ["errors", "warnings", "fingerprint", ...FIGURE_UNITS.map(([id]) => id)];
