/** What a tornado writes: its table and chart on Charts, and the largest sensitivities on Summary. Pure. */

import { ANALYSIS_PARTS, changedSince, FACTS_ROW, npvNowFormula } from "./analysisParts";
import type { PartPlace } from "./analysisParts";
import {
  about,
  block,
  changeCell,
  changeFormat,
  figureCell,
  figureFormat,
  figureWords,
  FIRST_ROW,
  HEADER_ROW,
  opening,
  openingLooks,
  sentence,
  spread,
  within,
  words,
} from "./analysisPlan";
import type { AnalysisSetting, PartCell, PartContent } from "./analysisPlan";
import type { TornadoResult, TornadoVaried } from "./analysisResults";
import { COLORS } from "../layout";
import { formatOf } from "../mapping";
import { LIGHT_PALETTE } from "../sheets/palette";
import { heading } from "../plan";
import type { CellArea, ChartPlan, Look, SeriesPlan } from "../plan";

const TORNADO_CHART = "tco.TornadoChart";
const VARIED: Readonly<Record<TornadoVaried, string>> = {
  stated: "each range by itself",
  uncertain: "each uncertain input by itself, 10% down and up",
  decisions: "each decision by itself, 10% down and up",
  all: "each input by itself, 10% down and up",
};
/** As many as can be read in a chart of its size; the words below the table say what the others come to. */
const MOST_BARS = 10;
const MOST_SENSITIVITIES = 5;
/** Columns of the table: the label takes three. */
const LOW_COLUMN = 3;
const CHANGE_COLUMN = LOW_COLUMN + 4;
const KEY_COLUMN = CHANGE_COLUMN + 3;

const moves = ({ atLow, atHigh }: TornadoResult["bars"][number], base: number): number =>
  Math.max(...[atLow, atHigh].map((figure) => (Number.isFinite(figure) ? Math.abs(figure - base) : 0)));

type Line = readonly [row: number, cells: ReadonlyMap<number, PartCell>];

/** The bars below their header, and how little those that are not shown matter. */
function barLines({ unit, base, bars }: TornadoResult, setting: AnalysisSetting): readonly Line[] {
  const left = bars.slice(MOST_BARS);
  const most = Math.max(0, ...left.map((bar) => moves(bar, base)));
  const note = left.length > 0 ? sentence(words(`${String(left.length)} more move it by at most `), figureWords(most, unit, setting)) : "";
  const header = ["Low", "High", "At low", "At high", "Change, low", "Change, high"];
  return [
    [HEADER_ROW, spread([0, "Assumption"], ...header.map((name, index) => [LOW_COLUMN + index, name] as const), [KEY_COLUMN, "Key"])],
    ...bars.slice(0, MOST_BARS).map(({ key, label, low, high, atLow, atHigh }, index): Line => {
      const numbers = [low, high, figureCell(atLow), figureCell(atHigh), changeCell(atLow, base), changeCell(atHigh, base)];
      const cells = numbers.map((cell, at) => [LOW_COLUMN + at, cell] as const);
      return [FIRST_ROW + index, spread([0, label], ...cells, [KEY_COLUMN, key])];
    }),
    [FIRST_ROW + MOST_BARS, spread([0, note])],
  ];
}

function tornadoTable(result: TornadoResult, setting: AnalysisSetting): PartContent {
  const { scenario, architecture, metric, unit, base, varied } = result;
  const figures = (column: number, numberFormat: string): Look => ({ row: FIRST_ROW, column, rows: MOST_BARS, columns: 2, numberFormat });
  return {
    part: "tornado",
    unitColumn: 6,
    cells: block("tornado", [
      ...opening(`Tornado: ${VARIED[varied]}`, setting, [
        [0, "Scenario", scenario],
        [3, "Architecture", architecture],
        [4, "Figure", metric],
        [6, "Unit", unit],
        [7, "Value", figureCell(base)],
        [8, "NPV then", setting.npv],
        [9, "NPV now", { formula: npvNowFormula("tornado", setting.place("tornado"), setting.compare) }],
      ]),
      ...barLines(result, setting),
    ]),
    looks: [
      ...openingLooks("tornado"),
      { row: HEADER_ROW, column: LOW_COLUMN, rows: 1 + MOST_BARS, columns: 6, align: "Right" },
      { row: FIRST_ROW + MOST_BARS, column: 0, rows: 1, columns: 1, color: COLORS.quiet },
    ],
    keyLooks: {
      column: KEY_COLUMN,
      looks: result.bars
        .slice(0, MOST_BARS)
        .map(({ key }, index) => ({ row: FIRST_ROW + index, column: LOW_COLUMN, rows: 1, columns: 2, numberFormat: formatOf(key) })),
    },
    figureLooks: [
      { row: FACTS_ROW, column: 7, rows: 1, columns: 1, numberFormat: figureFormat(unit, base) },
      figures(LOW_COLUMN + 2, figureFormat(unit, base)),
      figures(CHANGE_COLUMN, changeFormat(base)),
    ],
  };
}

function tornadoCaption(result: TornadoResult, setting: AnalysisSetting): PartCell {
  const { unit, base, bars } = result;
  const figure = (value: number) => figureWords(value, unit, setting);
  const [first] = bars;
  const largest = first
    ? [words(`; ${first.label} moves it most, from `), figure(first.atLow), words(" to "), figure(first.atHigh), words(".")]
    : [words("; no range moves it.")];
  return sentence(words(`${about(result, setting)}: `), figure(base), ...largest, changedSince(setting.place("tornado")));
}

function sensitivities(result: TornadoResult, setting: AnalysisSetting): PartContent {
  const { unit, base, bars, varied } = result;
  const date = setting.computedOn.text;
  const note = sentence(
    words(`${about(result, setting)}: changes against `),
    figureWords(base, unit, setting),
    words(`, ${VARIED[varied]}.`),
  );
  return {
    part: "sensitivities",
    cells: block("sensitivities", [
      [0, spread([0, `Sensitivities (computed on ${date})`], [2, "Change at low"], [3, "Change at high"])],
      ...bars
        .slice(0, MOST_SENSITIVITIES)
        .map(
          ({ label, atLow, atHigh }, index) =>
            [1 + index, spread([0, label], [2, changeCell(atLow, base)], [3, changeCell(atHigh, base)])] as const,
        ),
      [1 + MOST_SENSITIVITIES, spread([0, note])],
    ]),
    looks: [
      heading(0, 0, ANALYSIS_PARTS.sensitivities.columns),
      { row: 0, column: 2, rows: 1 + MOST_SENSITIVITIES, columns: 2, align: "Right" },
      { row: 1 + MOST_SENSITIVITIES, column: 0, rows: 1, columns: 1, color: COLORS.quiet },
    ],
    figureLooks: [{ row: 1, column: 2, rows: MOST_SENSITIVITIES, columns: 2, numberFormat: changeFormat(base) }],
  };
}

/** What a tornado writes. */
export function tornadoParts(result: TornadoResult, setting: AnalysisSetting): readonly PartContent[] {
  const caption: PartContent = { part: "tornadoCaption", cells: [[tornadoCaption(result, setting)]], looks: [], figureLooks: [] };
  return [tornadoTable(result, setting), caption, sensitivities(result, setting)];
}

/** The chart of a tornado: bars to both sides of the figure, the largest on top. */
export function tornadoChart({ unit, bars }: TornadoResult, place: PartPlace, area: CellArea): ChartPlan {
  const rows = Math.max(1, Math.min(bars.length, MOST_BARS));
  const series = (name: string, column: number, color: string): SeriesPlan => ({
    name,
    kind: "column",
    color,
    values: within(place, { row: FIRST_ROW, column, rows, columns: 1 }),
    categories: within(place, { row: FIRST_ROW, column: 0, rows, columns: 1 }),
  });
  return {
    name: TORNADO_CHART,
    title: "What moves the figure most",
    type: "BarClustered",
    area,
    series: [series("At the low end", CHANGE_COLUMN, LIGHT_PALETTE.down), series("At the high end", CHANGE_COLUMN + 1, LIGHT_PALETTE.up)],
    valueTitle: `Change, ${unit}`,
    categoryTitle: "",
  };
}
