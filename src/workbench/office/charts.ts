import type { ChartAxis as GridAxis, ChartContent, Chart as GridChart, ChartSeries as GridSeries } from "../grid/grid";
import { chartFromRange, plainSeries } from "./chartSource";
import { HostError } from "./errors";
import { type ChartTarget, type ExcelClass, type Host, type HostObject, type SeriesTarget, type Targets, object } from "./objects";
import { PIXELS_PER_POINT } from "./rangeFormat";
import { areaOf } from "./sheetAddress";

function requireChart({ sheetId, id }: ChartTarget, { grid }: Host): GridChart {
  const chart = grid.charts.list(sheetId).find((each) => each.id === id);
  if (chart === undefined) throw new HostError("ItemNotFound");
  return chart;
}

const setter =
  (key: keyof ChartContent) =>
  ({ id }: ChartTarget, value: unknown, { grid }: Host) =>
    grid.charts.change(id, { [key]: value });

type Side = "left" | "top" | "width" | "height";

const readSide = (side: Side) => (chart: ChartTarget, host: Host) => requireChart(chart, host)[side] / PIXELS_PER_POINT;
const writeSide =
  (side: Side) =>
  ({ id }: ChartTarget, points: unknown, { grid }: Host) =>
    grid.charts.move(id, { [side]: Number(points) * PIXELS_PER_POINT });

/** A native chart of Excel, drawn here by the pane's own pictures. */
export const Chart: ExcelClass<"Chart"> = {
  id: ({ id }) => id,
  values: {
    chartType: (chart, host) => requireChart(chart, host).type,
    height: readSide("height"),
    id: ({ id }) => id,
    left: readSide("left"),
    name: (chart, host) => requireChart(chart, host).name,
    top: readSide("top"),
    width: readSide("width"),
  },
  setters: {
    chartType: setter("type"),
    height: writeSide("height"),
    left: writeSide("left"),
    name: setter("name"),
    top: writeSide("top"),
    width: writeSide("width"),
  },
  objects: {
    axes: (chart) => object("ChartAxes", chart),
    legend: (chart) => object("ChartLegend", chart),
    series: (chart) => object("ChartSeriesCollection", chart),
    title: (chart) => object("ChartTitle", { ...chart, part: "title" }),
  },
  methods: {
    delete: ({ id }, { grid }) => grid.charts.remove(id),
    setPosition: ({ sheetId, id }, { grid }, startCell, endCell = startCell) => {
      const [start, end] = [startCell, endCell].map((cell) => grid.charts.boxOf(areaOf(grid, cell, sheetId)));
      if (start === undefined || end === undefined) return;
      const { left, top } = start;
      grid.charts.move(id, { left, top, width: end.left + end.width - left, height: end.top + end.height - top });
    },
  },
};

const chartObject = (chart: GridChart | undefined): HostObject | undefined =>
  chart && object("Chart", { sheetId: chart.sheetId, id: chart.id });

function findChart(sheetId: string, { grid }: Host, key: unknown): HostObject | undefined {
  const wanted = String(key);
  return chartObject(grid.charts.list(sheetId).find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()));
}

export const ChartCollection: ExcelClass<"ChartCollection"> = {
  items: (sheetId, { grid }) => grid.charts.list(sheetId).map(({ id }) => object("Chart", { sheetId, id })),
  methods: {
    add: (sheetId, { grid }, type, source, seriesBy = "Auto") => {
      const content = chartFromRange(String(type), areaOf(grid, source, sheetId), String(seriesBy), grid.charts.list(sheetId).length + 1);
      return object("Chart", { sheetId, id: grid.charts.add(sheetId, content) });
    },
    getCount: (sheetId, { grid }) => ({ value: grid.charts.list(sheetId).length }),
    getItem: findChart,
    getItemAt: (sheetId, { grid }, index) => chartObject(grid.charts.list(sheetId)[Number(index)]),
    getItemOrNullObject: findChart,
  },
};

/** The chart's title, or that of an axis. */
export const ChartTitle: ExcelClass<"ChartTitle"> = {
  values: { text: (title, host) => requireChart(title, host)[title.part] },
  setters: { text: ({ id, part }, text, { grid }) => grid.charts.change(id, { [part]: text }) },
};

export const ChartLegend: ExcelClass<"ChartLegend"> = {
  values: { position: (chart, host) => requireChart(chart, host).legendPosition },
  setters: { position: setter("legendPosition") },
};

export const ChartAxes: ExcelClass<"ChartAxes"> = {
  objects: {
    categoryAxis: ({ sheetId, id }) => object("ChartAxis", { sheetId, id, axis: "categoryAxis" }),
    valueAxis: ({ sheetId, id }) => object("ChartAxis", { sheetId, id, axis: "valueAxis" }),
  },
};

type Axis = Targets["ChartAxis"];

const axisOf = (axis: Axis, host: Host): GridAxis => requireChart(axis, host)[axis.axis] ?? {};
const changeAxis = (axis: Axis, host: Host, change: GridAxis) =>
  host.grid.charts.change(axis.id, { [axis.axis]: { ...axisOf(axis, host), ...change } });

/** An axis, of which this host has the title, the direction and where its labels are. */
export const ChartAxis: ExcelClass<"ChartAxis"> = {
  values: {
    reversePlotOrder: (axis, host) => axisOf(axis, host).isReversed ?? false,
    tickLabelPosition: (axis, host) => axisOf(axis, host).labels ?? "NextToAxis",
  },
  setters: {
    reversePlotOrder: (axis, isReversed, host) => changeAxis(axis, host, { isReversed: isReversed === true }),
    tickLabelPosition: (axis, labels, host) => changeAxis(axis, host, { labels: String(labels) }),
  },
  objects: {
    title: ({ sheetId, id, axis }) => object("ChartTitle", { sheetId, id, part: axis === "valueAxis" ? "valueTitle" : "categoryTitle" }),
  },
};

function requireSeries(series: SeriesTarget, host: Host): GridSeries {
  const found = requireChart(series, host).series[series.index];
  if (found === undefined) throw new HostError("ItemNotFound");
  return found;
}

function changeSeries(target: SeriesTarget, host: Host, change: Partial<GridSeries>) {
  const { series } = requireChart(target, host);
  host.grid.charts.change(target.id, { series: series.map((each, index) => (index === target.index ? { ...each, ...change } : each)) });
}

const seriesReader =
  (key: keyof GridSeries, unset: unknown = "") =>
  (series: SeriesTarget, host: Host) =>
    requireSeries(series, host)[key] ?? unset;
const seriesSetter = (key: keyof GridSeries) => (series: SeriesTarget, value: unknown, host: Host) =>
  changeSeries(series, host, { [key]: value });

/** A series of a chart: its place in the chart at the time it was found. Values that are not set are Excel's. */
export const ChartSeries: ExcelClass<"ChartSeries"> = {
  values: {
    chartType: (series, host) => requireSeries(series, host).type ?? requireChart(series, host).type,
    gapWidth: seriesReader("gapWidth", 150),
    markerBackgroundColor: seriesReader("markerColor"),
    markerForegroundColor: seriesReader("markerColor"),
    markerSize: seriesReader("markerSize", 7),
    markerStyle: seriesReader("marker", "Automatic"),
    name: seriesReader("name"),
    overlap: seriesReader("overlap", 0),
  },
  setters: {
    chartType: seriesSetter("type"),
    gapWidth: seriesSetter("gapWidth"),
    markerBackgroundColor: seriesSetter("markerColor"),
    markerForegroundColor: seriesSetter("markerColor"),
    markerSize: seriesSetter("markerSize"),
    markerStyle: seriesSetter("marker"),
    name: seriesSetter("name"),
    overlap: seriesSetter("overlap"),
  },
  objects: { format: (series) => object("ChartSeriesFormat", series) },
  methods: {
    delete: (target, host) => {
      const { series } = requireChart(target, host);
      host.grid.charts.change(target.id, { series: series.filter((_, index) => index !== target.index) });
    },
    setValues: (series, host, source) => changeSeries(series, host, { values: areaOf(host.grid, source, series.sheetId) }),
    setXAxisValues: (series, host, source) => changeSeries(series, host, { categories: areaOf(host.grid, source, series.sheetId) }),
  },
};

function seriesAt(chart: ChartTarget, host: Host, index: unknown): HostObject | undefined {
  return requireChart(chart, host).series[Number(index)] && object("ChartSeries", { ...chart, index: Number(index) });
}

export const ChartSeriesCollection: ExcelClass<"ChartSeriesCollection"> = {
  items: (chart, host) => requireChart(chart, host).series.map((_, index) => object("ChartSeries", { ...chart, index })),
  methods: {
    add: (chart, host, name = "") => {
      const { series } = requireChart(chart, host);
      host.grid.charts.change(chart.id, { series: [...series, plainSeries(String(name))] });
      return object("ChartSeries", { ...chart, index: series.length });
    },
    getCount: (chart, host) => ({ value: requireChart(chart, host).series.length }),
    getItemAt: seriesAt,
  },
};

export const ChartSeriesFormat: ExcelClass<"ChartSeriesFormat"> = {
  objects: { fill: (series) => object("ChartFill", series), line: (series) => object("ChartLineFormat", series) },
};

export const ChartFill: ExcelClass<"ChartFill"> = {
  methods: {
    clear: (series, host) => changeSeries(series, host, { fill: "none" }),
    setSolidColor: (series, host, color) => changeSeries(series, host, { fill: String(color) }),
  },
};

export const ChartLineFormat: ExcelClass<"ChartLineFormat"> = {
  values: { color: seriesReader("line"), weight: seriesReader("lineWeight", 2) },
  setters: { color: seriesSetter("line"), weight: seriesSetter("lineWeight") },
  methods: { clear: (series, host) => changeSeries(series, host, { line: "none" }) },
};
