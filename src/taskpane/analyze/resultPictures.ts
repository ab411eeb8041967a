/** The pictures of the answers as data. Pure. */

import { ARCHITECTURES } from "../../engine/plan/setting";
import { isShare } from "../../engine/words";
import { percentileName } from "./cells";
import type {
  CrossingAnswer,
  FigureMeaning,
  MapAnswer,
  MapAxis,
  SimulationAnswer,
  SolveAnswer,
  SwitchAnswer,
  TornadoAnswer,
} from "./question";
import { compactNumber, compactPercent, plainNumber } from "../shell/format";
import type { DecisionMap, Fan, Histogram, Lines, MapAxisLabels, Tornado } from "../pictures/picture";
import type { PictureSize } from "../pictures/pictureView";

interface Frame extends PictureSize {
  readonly locale: string;
}

const MOST_BARS = 10;
const BAR_PX = 32;
const HEAD_PX = 100;
const MAP_PX = 330;
/** The letter of each architecture on a map. */
const LETTERS = { vertical: "V", horizontal: "H", hybrid: "M" } as const;

/** A value of an assumption, shares as percentages. */
function shownOnAxis(value: number, isPercent: boolean, locale: string): string {
  return isPercent ? compactPercent(value, locale) : compactNumber(value, locale);
}

const lowered = ({ label }: FigureMeaning): string => label.charAt(0).toLowerCase() + label.slice(1);

export function tornadoPicture(answer: TornadoAnswer, frame: Frame): Tornado {
  const bars = answer.bars.slice(0, MOST_BARS);
  return {
    ...frame,
    kind: "tornado",
    heightPx: HEAD_PX + BAR_PX * bars.length,
    title: `What moves the ${lowered(answer)} most`,
    caption: `The ${String(bars.length)} largest swings around ${compactNumber(answer.base, frame.locale)} ${answer.unit}, ${answer.architecture}; the table below has the figures.`,
    unit: answer.unit,
    base: answer.base,
    rows: bars.map(({ label, atLow, atHigh }) => ({ label, atLow: atLow ?? null, atHigh: atHigh ?? null })),
  };
}

const shareOf = ({ percentiles }: SimulationAnswer, index: number) => percentiles[index] ?? { share: 0, figure: 0, years: [] };

export function fanPicture(answer: SimulationAnswer, currency: string, frame: Frame): Fan {
  const series = (index: number) => ({ name: percentileName(shareOf(answer, index).share), values: shareOf(answer, index).years });
  return {
    ...frame,
    kind: "fan",
    title: "Cost of each year",
    caption: `Between P10 and P90 of each year's cost lie four of five trials, ${answer.architecture}; the table below has the figures.`,
    unit: currency,
    categories: answer.years,
    low: series(0),
    middle: series(1),
    high: series(2),
  };
}

export function histogramPicture(answer: SimulationAnswer, frame: Frame): Histogram {
  return {
    ...frame,
    kind: "histogram",
    title: `${answer.label} in ${plainNumber(answer.trials, frame.locale)} trials`,
    caption: `How many trials come to which figure; ${answer.percentiles.map(({ share, figure }) => `${percentileName(share)} ${compactNumber(figure, frame.locale)}`).join(", ")}.`,
    unit: "trials",
    xTitle: `${answer.label}, ${answer.unit}`,
    bins: answer.bins.map(({ from, to, trials }) => ({ from, to, count: trials })),
    marked: answer.percentiles.map(({ share, figure }) => ({ name: percentileName(share), value: figure })),
  };
}

export function searchPicture(answer: CrossingAnswer | SolveAnswer, frame: Frame): Lines {
  const shown = answer.found.filter(({ value }) => answer.xs.includes(value));
  const what = answer.kind === "crossing" ? "Crossing" : "Target met";
  const isPercent = isShare(answer.keyUnit);
  const at = (value: number) => shownOnAxis(value, isPercent, frame.locale);
  return {
    ...frame,
    kind: "lines",
    title: `${answer.label} by ${answer.keyLabel.charAt(0).toLowerCase()}${answer.keyLabel.slice(1)}`,
    caption: answer.none ?? `${what} at ${shown.map(({ value }) => at(value)).join(", ")}.`,
    unit: answer.unit,
    xs: answer.xs,
    xTitle: answer.keyUnit === "" || isPercent ? answer.keyLabel : `${answer.keyLabel}, ${answer.keyUnit}`,
    series: answer.curves,
    markers: shown.map(({ value, figure }) => ({ label: `${what} at ${at(value)}`, symbol: "diamond", x: value, value: figure })),
    isZoomed: true,
    isShare: isPercent,
  };
}

export function switchPicture(answer: SwitchAnswer, frame: Frame): Lines {
  const { costs, months, best } = answer;
  const label = months[best.month - 1] ?? "";
  const isStay = answer.stays !== undefined;
  return {
    ...frame,
    kind: "lines",
    title: "Present value by month of the switch",
    caption: answer.stays ?? `A switch in ${label} costs least.`,
    unit: answer.unit,
    xs: costs.map(({ month }) => month),
    xTitle: "Month in which the switch begins",
    series: [{ name: answer.label, values: costs.map(({ cost }) => cost ?? null) }],
    markers: [{ label: isStay ? "No move" : `Cheapest: ${label}`, symbol: "diamond", x: best.month, value: best.cost }],
    isZoomed: true,
  };
}

function axisLabels({ label, unit, values, base }: MapAxis, locale: string): MapAxisLabels {
  const isPercent = isShare(unit);
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const isInside = last > first && base >= first && base <= last;
  return {
    title: unit === "" || isPercent ? label : `${label}, ${unit}`,
    labels: values.map((value) => shownOnAxis(value, isPercent, locale)),
    present: isInside ? ((base - first) / (last - first)) * (values.length - 1) : null,
  };
}

export function mapPicture(answer: MapAnswer, frame: Frame): DecisionMap {
  const { cells, down, across } = answer;
  const [columns, rows] = [axisLabels(across, frame.locale), axisLabels(down, frame.locale)];
  return {
    ...frame,
    kind: "map",
    heightPx: MAP_PX,
    title: `Lowest ${lowered(answer)}`,
    caption: `Which architecture has the lowest ${lowered(answer)} by ${across.label} across and ${down.label} upwards; the table below says the same.`,
    unit: rows.title,
    across: columns,
    down: rows,
    groups: ARCHITECTURES.map((architecture) => ({ letter: LETTERS[architecture], name: architecture })),
    cells: cells.map((row) => row.map(({ winner }) => (winner ? ARCHITECTURES.indexOf(winner) : null))),
  };
}
