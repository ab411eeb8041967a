/** What a simulation writes: its table and chart on Charts, and a sentence on Summary. Pure. */

import { ANALYSIS_PARTS, changedSince, FACTS_ROW, npvNowFormula } from "./analysisParts";
import type { PartPlace } from "./analysisParts";
import {
  about,
  block,
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
import type { SimulationPercentile, SimulationResult } from "./analysisResults";
import { COMPARE, FORMATS } from "../layout";
import { LIGHT_PALETTE } from "../sheets/palette";
import { heading } from "../plan";
import type { CellArea, ChartPlan, Look, SeriesPlan } from "../plan";

const FAN_CHART = "tco.FanChart";
const MOST_PERCENTILES = 9;
const SHARES_ROW = FIRST_ROW + MOST_PERCENTILES;
const MOST_DRIVERS = 5;
/** Columns of the table: a label takes two or three. */
const YEAR_COLUMN = 3;
const DRIVER_COLUMN = 5;
const RANK_COLUMN = 8;
const KEY_COLUMN = RANK_COLUMN + 2;

const percent = (share: number): string => `${String(Math.round(100 * share))}%`;
const percentileName = ({ share }: SimulationPercentile): string => `P${String(Math.round(1000 * share) / 10)}`;

const sorted = ({ percentiles }: SimulationResult): readonly SimulationPercentile[] =>
  [...percentiles].sort((one, other) => one.share - other.share).slice(0, MOST_PERCENTILES);

/** Places of the lowest percentile, the one nearest to the middle and the highest. */
function fanPlaces(percentiles: readonly SimulationPercentile[]): readonly number[] {
  const distances = percentiles.map(({ share }) => Math.abs(share - 0.5));
  return [...new Set([0, distances.indexOf(Math.min(...distances)), percentiles.length - 1])].filter((at) => at >= 0);
}

/** A year in a header: a number stored as text would bear a warning. */
const yearCell = (year: string): PartCell => (/^\d+$/.test(year) ? Number(year) : year);

type Line = readonly [row: number, cells: ReadonlyMap<number, PartCell>];

/** The percentiles of the figure and of each year below their header. */
function percentileLines(result: SimulationResult): readonly Line[] {
  const years = result.years.slice(0, COMPARE.mostYears);
  return [
    [HEADER_ROW, spread([0, "Percentile"], [2, "Figure"], ...years.map((year, at) => [YEAR_COLUMN + at, yearCell(year)] as const))],
    ...sorted(result).map((each, index): Line => {
      const amounts = each.years.slice(0, years.length).map((amount, at) => [YEAR_COLUMN + at, figureCell(amount)] as const);
      return [FIRST_ROW + index, spread([0, percentileName(each)], [2, figureCell(each.figure)], ...amounts)];
    }),
  ];
}

/** Shares of the trials, and beside them the inputs that go with the figure. */
function shareLines({ cheaper, sharded, withoutPlan, drivers }: SimulationResult): readonly Line[] {
  const shares = [
    ["Distributed costs less than central", cheaper],
    ["Central is sharded within the plan", sharded],
    ["Infeasible plans", withoutPlan],
  ] as const;
  return [
    [
      SHARES_ROW,
      spread([0, "Shares of all trials"], [DRIVER_COLUMN, "Goes with the figure most"], [RANK_COLUMN, "Rank corr."], [KEY_COLUMN, "Key"]),
    ],
    ...shares.map(([label, share], index): Line => [SHARES_ROW + 1 + index, spread([0, label], [YEAR_COLUMN, figureCell(share)])]),
    ...drivers.slice(0, MOST_DRIVERS).map(({ key, label, rank }, index): Line => {
      const cells = spread([DRIVER_COLUMN, label], [RANK_COLUMN, figureCell(rank)], [KEY_COLUMN, key]);
      return [SHARES_ROW + 1 + index, cells];
    }),
  ];
}

function simulationLooks(): readonly Look[] {
  return [
    ...openingLooks("simulation"),
    { row: HEADER_ROW, column: 2, rows: 1 + MOST_PERCENTILES, columns: 1 + COMPARE.mostYears, align: "Right" },
    { row: SHARES_ROW, column: 0, rows: 1, columns: KEY_COLUMN + 1, bold: true },
    { row: SHARES_ROW + 1, column: YEAR_COLUMN, rows: MOST_DRIVERS, columns: 1, numberFormat: "0 %", align: "Right" },
    { row: SHARES_ROW, column: RANK_COLUMN, rows: 1 + MOST_DRIVERS, columns: 1, numberFormat: "0.00", align: "Right" },
    { row: FACTS_ROW, column: 6, rows: 1, columns: 2, numberFormat: FORMATS.count },
    { row: FIRST_ROW, column: YEAR_COLUMN, rows: MOST_PERCENTILES, columns: COMPARE.mostYears, numberFormat: FORMATS.amount },
  ];
}

function simulationTable(result: SimulationResult, setting: AnalysisSetting): PartContent {
  const { scenario, architecture, metric, unit, trials, seed, percentiles } = result;
  const largest = Math.max(0, ...percentiles.map(({ figure }) => Math.abs(figure)));
  return {
    part: "simulation",
    unitColumn: 5,
    cells: block("simulation", [
      ...opening("Simulation: all ranges at once", setting, [
        [0, "Scenario", scenario],
        [2, "Architecture", architecture],
        [3, "Figure", metric],
        [5, "Unit", unit],
        [6, "Trials", trials],
        [7, "Seed", seed],
        [8, "NPV then", setting.npv],
        [9, "NPV now", { formula: npvNowFormula("simulation", setting.place("simulation"), setting.compare) }],
      ]),
      ...percentileLines(result),
      ...shareLines(result),
    ]),
    looks: simulationLooks(),
    figureLooks: [{ row: FIRST_ROW, column: 2, rows: MOST_PERCENTILES, columns: 1, numberFormat: figureFormat(unit, largest) }],
  };
}

/** The percentiles of the figure, as parts of a formula. */
function figureSentence(result: SimulationResult, setting: AnalysisSetting): readonly string[] {
  const percentiles = sorted(result);
  const drawn = fanPlaces(percentiles).flatMap((at) => percentiles[at] ?? []);
  return [
    words(`${about(result, setting)}, `),
    `FIXED(${String(result.trials)},0)`,
    words(` trials, seed ${String(result.seed)}: `),
    ...drawn.flatMap((each, index) => [
      words(`${index === 0 ? "" : ", "}${percentileName(each)} `),
      figureWords(each.figure, result.unit, setting),
    ]),
    words("."),
  ];
}

/** In how many of the trials what holds. */
function shareSentence({ cheaper, sharded, withoutPlan }: SimulationResult): string {
  const none = withoutPlan > 0 ? ` In ${percent(withoutPlan)} the plan is infeasible.` : "";
  return `Distributed costs less than central in ${percent(cheaper)} of the trials; central is sharded within the plan in ${percent(sharded)}.${none}`;
}

/** What a simulation writes. */
export function simulationParts(result: SimulationResult, setting: AnalysisSetting): readonly PartContent[] {
  const [figures, shares] = [figureSentence(result, setting), shareSentence(result)];
  const title = `How sure is it (computed on ${setting.computedOn.text})`;
  return [
    simulationTable(result, setting),
    {
      part: "simulationCaption",
      cells: [[sentence(...figures, words(` ${shares}`), changedSince(setting.place("simulation")))]],
      looks: [],
      figureLooks: [],
    },
    {
      part: "certainty",
      cells: [[title], [sentence(...figures)], [shares]],
      looks: [heading(0, 0, ANALYSIS_PARTS.sensitivities.columns)],
      figureLooks: [],
    },
  ];
}

/** The chart of a simulation: a low, a middle and a high line over the years of the plan. */
export function fanChart(result: SimulationResult, place: PartPlace, area: CellArea, currency: string): ChartPlan {
  const percentiles = sorted(result);
  const columns = Math.max(1, Math.min(result.years.length, COMPARE.mostYears));
  const colors = [LIGHT_PALETTE.down, LIGHT_PALETTE.total, LIGHT_PALETTE.up];
  const series = fanPlaces(percentiles).flatMap((at, index): SeriesPlan[] => {
    const percentile = percentiles[at];
    if (!percentile) return [];
    return [
      {
        name: percentileName(percentile),
        kind: "line",
        color: colors[index] ?? LIGHT_PALETTE.text,
        values: within(place, { row: FIRST_ROW + at, column: YEAR_COLUMN, rows: 1, columns }),
        categories: within(place, { row: HEADER_ROW, column: YEAR_COLUMN, rows: 1, columns }),
      },
    ];
  });
  return { name: FAN_CHART, title: "Cost per year, how sure", type: "Line", area, series, valueTitle: currency, categoryTitle: "" };
}
