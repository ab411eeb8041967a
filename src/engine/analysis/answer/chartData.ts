/** The figures that charts of the answer draw. */

import type { FeasibleProjection } from "../../lines";
import { ARCHITECTURES } from "../../plan/setting";
import { MONTHS_PER_YEAR } from "../../units";
import type { ArchitectureComparison, Costs } from "./comparison";
import { COST_GROUPS, groupTotals } from "./groups";
import { TEXTS } from "./texts";

/** A cell of a chart's figures; undefined where there is none, which a chart must not draw as 0. */
export type ChartCell = number | string | undefined;
export type ChartRows = readonly (readonly ChartCell[])[];

const NAMES = ARCHITECTURES.map((architecture) => TEXTS.architectures[architecture]);

const projectionsOf = ({ ranked }: ArchitectureComparison): readonly (FeasibleProjection | undefined)[] =>
  ARCHITECTURES.map((architecture) => ranked.find((each: Costs) => each.architecture === architecture)?.projection);

/** What each architecture has saved by the end of each month against what runs today, as paid, money: what runs today is the zero line. */
function savingRows(comparison: ArchitectureComparison): ChartRows {
  const projections = projectionsOf(comparison);
  const { timeline } = comparison.projections[0];
  const today = projections[ARCHITECTURES.indexOf(comparison.reference)];
  const saved = projections.map(() => 0);
  const rows = Array.from({ length: timeline.months }, (_, month): readonly ChartCell[] => [
    (month + 1) / MONTHS_PER_YEAR,
    ...projections.map((projection, index) => {
      if (!projection || !today) return undefined;
      saved[index] += today.total[month] - projection.total[month];
      return saved[index];
    }),
  ]);
  return [["Years from start", ...NAMES], ...rows];
}

/** Total cost of each group, by architecture, money. */
function groupRows(comparison: ArchitectureComparison): ChartRows {
  const totals = projectionsOf(comparison).map((projection) => projection && groupTotals(projection));
  return [["Group", ...NAMES], ...COST_GROUPS.map((group) => [group, ...totals.map((each) => each?.get(group))])];
}

export const CHART_VIEWS = { gap: savingRows, groups: groupRows } as const satisfies Record<
  string,
  (comparison: ArchitectureComparison) => ChartRows
>;
