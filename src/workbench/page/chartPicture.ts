/** What a chart of the sheet shows, as a picture of the pane: the same data, found in the cells that the chart draws. Pure. */

import type { Bridge, Fan, Lines, LinesOverColumns, Picture, Series, StackedColumns, Tornado } from "../../taskpane/pictures/picture";
import type { Area, CellValue, Chart, ChartSeries } from "../grid/grid";

type Frame = Pick<Picture, "widthPx" | "heightPx" | "isDark" | "locale">;

/** Contents of cells, row by row. */
export type ReadCells = (area: Area) => readonly (readonly CellValue[])[];

function cellsOf(area: Area | undefined, read: ReadCells): readonly CellValue[] {
  return area === undefined ? [] : read(area).flat();
}

/** A cell that holds no number is a gap, as in Excel where it is an error. */
function numbersOf(series: ChartSeries, read: ReadCells): readonly (number | null)[] {
  return cellsOf(series.values, read).map((value) => (typeof value === "number" ? value : null));
}

function seriesOf(series: ChartSeries, read: ReadCells): Series {
  return { name: series.name, values: numbersOf(series, read) };
}

function categoriesOf(chart: Chart, read: ReadCells): readonly string[] {
  return cellsOf(chart.series[0]?.categories, read).map(String);
}

const isHidden = ({ fill }: ChartSeries): boolean => fill === "none";
const isMarkerAlone = ({ line, marker }: ChartSeries): boolean => line === "none" && marker !== undefined;

function bridgeOf(chart: Chart, read: ReadCells, frame: Base): Bridge {
  const labels = categoriesOf(chart, read);
  const [base, up, down, total] = chart.series.map((series) => numbersOf(series, read));
  const at = (values: readonly (number | null)[] | undefined, index: number) => values?.[index] ?? 0;
  const steps = labels.map((label, index) => ({
    label,
    base: at(base, index),
    up: at(up, index),
    down: at(down, index),
    total: at(total, index),
  }));
  return { ...frame, kind: "bridge", steps: steps.filter(({ label }) => label !== "") };
}

function linesOf(chart: Chart, read: ReadCells, frame: Base): Lines {
  const lines = chart.series.filter((series) => !isMarkerAlone(series));
  const xs = cellsOf(lines[0]?.categories, read).map(Number);
  const markers = chart.series.filter(isMarkerAlone).flatMap((series) => {
    const [[x], [value]] = [cellsOf(series.categories, read), numbersOf(series, read)];
    return typeof x === "number" && typeof value === "number" ? [{ label: series.name, symbol: "diamond" as const, x, value }] : [];
  });
  return { ...frame, kind: "lines", xs, xTitle: chart.categoryTitle, series: lines.map((series) => seriesOf(series, read)), markers };
}

function linesOverColumnsOf(chart: Chart, read: ReadCells, frame: Base): LinesOverColumns {
  const isLine = ({ type }: ChartSeries) => type?.startsWith("Line") === true;
  const [columns, ...events] = chart.series.filter((series) => !isLine(series)).map((series) => seriesOf(series, read));
  return {
    ...frame,
    kind: "linesOverColumns",
    categories: categoriesOf(chart, read),
    columns: columns ?? { name: "", values: [] },
    events,
    lines: chart.series.filter(isLine).map((series) => seriesOf(series, read)),
  };
}

function columnsOf(chart: Chart, read: ReadCells, frame: Base): StackedColumns {
  return {
    ...frame,
    kind: "stackedColumns",
    categories: categoriesOf(chart, read),
    series: chart.series.map((series) => seriesOf(series, read)),
  };
}

/** Bars to both sides of zero: what the low end of each category changes, and the high end. */
function tornadoOf(chart: Chart, read: ReadCells, frame: Base): Tornado {
  const [low = [], high = []] = chart.series.map((series) => numbersOf(series, read));
  const rows = categoriesOf(chart, read).map((label, index) => ({ label, atLow: low[index] ?? null, atHigh: high[index] ?? null }));
  return { ...frame, kind: "tornado", base: 0, rows: rows.filter(({ label }) => label !== "") };
}

/** Lines over categories: the outer two with what lies between them, and the one in the middle. */
function fanOf(chart: Chart, read: ReadCells, frame: Base): Fan {
  const lines = chart.series.map((series) => seriesOf(series, read));
  const nothing: Series = { name: "", values: [] };
  const middle = lines[Math.floor(lines.length / 2)] ?? nothing;
  return { ...frame, kind: "fan", categories: categoriesOf(chart, read), low: lines[0] ?? middle, middle, high: lines.at(-1) ?? middle };
}

type Base = Frame & Pick<Picture, "title" | "caption" | "unit">;

/** The picture of a chart; what it says in words stands in the cell above it. */
export function pictureOf(chart: Chart, read: ReadCells, frame: Frame, caption: string): Picture {
  const base: Base = { ...frame, title: chart.title, caption, unit: chart.valueTitle };
  if (chart.type.startsWith("XYScatter")) return linesOf(chart, read, base);
  if (chart.type.startsWith("Bar")) return tornadoOf(chart, read, base);
  if (chart.type.startsWith("Line")) return fanOf(chart, read, base);
  if (chart.series.some(isHidden)) return bridgeOf(chart, read, base);
  return chart.series.some(({ type }) => type?.startsWith("Line") === true)
    ? linesOverColumnsOf(chart, read, base)
    : columnsOf(chart, read, base);
}
