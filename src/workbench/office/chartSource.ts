import type { Area, ChartContent, ChartSeries } from "../grid/grid";

const PLAIN: ChartSeries = {
  name: "",
  type: undefined,
  values: undefined,
  categories: undefined,
  fill: undefined,
  line: undefined,
  lineWeight: undefined,
  marker: undefined,
  markerColor: undefined,
  markerSize: undefined,
  gapWidth: undefined,
  overlap: undefined,
};

/** A series with nothing but its name. */
export function plainSeries(name: string): ChartSeries {
  return { ...PLAIN, name };
}

/** The chart that Excel makes of a range of numbers: a series per row or column; `Auto` takes the fewer. Headers are not looked for. */
export function chartFromRange(type: string, area: Area, seriesBy: string, number: number): ChartContent {
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && area.rowCount < area.columnCount);
  const count = byRows ? area.rowCount : area.columnCount;
  const part = (index: number): Area =>
    byRows ? { ...area, row: area.row + index, rowCount: 1 } : { ...area, column: area.column + index, columnCount: 1 };
  const series = Array.from({ length: count }, (_, index) => ({ ...plainSeries(`Series${index + 1}`), values: part(index) }));
  return { name: `Chart ${number}`, type, title: "", valueTitle: "", categoryTitle: "", legendPosition: "Right", series };
}
