import type { ChartSeries as GridSeries } from "../grid/grid";
import { plainSeries } from "./chartSource";
import type { Chart } from "./charts";
import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import { OfficeError } from "./errors";
import type { Range } from "./range";
import type { Subset } from "./subset";

/** What no series of a chart in the workbench has until it is set. */
const NOT_SET = { gapWidth: 150, lineWeight: 2, marker: "Automatic", markerColor: "", markerSize: 7, overlap: 0 } as const;

abstract class SeriesPart extends ClientObject<number> {
  constructor(
    protected readonly series: ChartSeries,
    type: string,
  ) {
    super(series.context, () => series.targetOrNull(), true, type);
  }

  protected readers(): Readonly<Record<string, () => unknown>> {
    return {};
  }
}

export class ChartFill extends SeriesPart implements Subset<Excel.ChartFill, "clear" | "setSolidColor"> {
  constructor(series: ChartSeries) {
    super(series, "ChartFill");
  }

  setSolidColor(color: string): void {
    this.series.change({ fill: color });
  }

  clear(): void {
    this.series.change({ fill: "none" });
  }
}

export class ChartLineFormat extends SeriesPart implements Subset<Excel.ChartLineFormat, "clear" | "color" | "weight"> {
  constructor(series: ChartSeries) {
    super(series, "ChartLineFormat");
  }

  protected override readers() {
    return { color: () => this.series.content().line ?? "", weight: () => this.series.content().lineWeight ?? NOT_SET.lineWeight };
  }

  get color(): string {
    return this.loadedValue("color");
  }

  set color(color: string) {
    this.keep({ color });
    this.series.change({ line: color });
  }

  get weight(): number {
    return this.loadedValue("weight");
  }

  set weight(weight: number) {
    this.keep({ weight });
    this.series.change({ lineWeight: weight });
  }

  clear(): void {
    this.series.change({ line: "none" });
  }
}

export class ChartSeriesFormat extends SeriesPart implements Subset<Excel.ChartSeriesFormat, "fill" | "line"> {
  constructor(series: ChartSeries) {
    super(series, "ChartSeriesFormat");
  }

  get fill(): ChartFill {
    return this.child("fill", () => new ChartFill(this.series));
  }

  get line(): ChartLineFormat {
    return this.child("line", () => new ChartLineFormat(this.series));
  }
}

type Members = Subset<
  Excel.ChartSeries,
  | "chartType"
  | "delete"
  | "format"
  | "gapWidth"
  | "markerBackgroundColor"
  | "markerForegroundColor"
  | "markerSize"
  | "markerStyle"
  | "name"
  | "overlap"
  | "setValues"
  | "setXAxisValues"
>;

/** A series of a chart; it stands for its place in the chart at the time it was asked for. */
export class ChartSeries extends ClientObject<number> implements Members {
  constructor(
    private readonly chart: Chart,
    resolve: Resolve<number>,
  ) {
    super(chart.context, resolve, false, "ChartSeries");
  }

  protected readers() {
    return {
      chartType: () => this.content().type ?? this.chart.content().type,
      gapWidth: () => this.content().gapWidth ?? NOT_SET.gapWidth,
      markerBackgroundColor: () => this.content().markerColor ?? NOT_SET.markerColor,
      markerForegroundColor: () => this.content().markerColor ?? NOT_SET.markerColor,
      markerSize: () => this.content().markerSize ?? NOT_SET.markerSize,
      markerStyle: () => this.content().marker ?? NOT_SET.marker,
      name: () => this.content().name,
      overlap: () => this.content().overlap ?? NOT_SET.overlap,
    };
  }

  content(): GridSeries {
    const series = this.chart.content().series[this.target()];
    if (series === undefined) throw new OfficeError("ItemNotFound", undefined, "ChartSeries");
    return series;
  }

  change(change: Partial<GridSeries>) {
    this.chart.changeSeries(() => this.target(), change);
  }

  private assignPart(name: string, value: unknown, change: Partial<GridSeries>) {
    this.keep({ [name]: value });
    this.change(change);
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.assignPart("name", name, { name });
  }

  get chartType(): Excel.ChartSeries["chartType"] {
    return this.loadedValue("chartType");
  }

  set chartType(type: Excel.ChartSeries["chartType"]) {
    this.assignPart("chartType", type, { type });
  }

  get gapWidth(): number {
    return this.loadedValue("gapWidth");
  }

  set gapWidth(gapWidth: number) {
    this.assignPart("gapWidth", gapWidth, { gapWidth });
  }

  get overlap(): number {
    return this.loadedValue("overlap");
  }

  set overlap(overlap: number) {
    this.assignPart("overlap", overlap, { overlap });
  }

  get markerStyle(): Excel.ChartSeries["markerStyle"] {
    return this.loadedValue("markerStyle");
  }

  set markerStyle(marker: Excel.ChartSeries["markerStyle"]) {
    this.assignPart("markerStyle", marker, { marker });
  }

  get markerSize(): number {
    return this.loadedValue("markerSize");
  }

  set markerSize(markerSize: number) {
    this.assignPart("markerSize", markerSize, { markerSize });
  }

  get markerBackgroundColor(): string {
    return this.loadedValue("markerBackgroundColor");
  }

  set markerBackgroundColor(markerColor: string) {
    this.assignPart("markerBackgroundColor", markerColor, { markerColor });
  }

  get markerForegroundColor(): string {
    return this.loadedValue("markerForegroundColor");
  }

  /** The pictures draw a marker in one colour. */
  set markerForegroundColor(markerColor: string) {
    this.assignPart("markerForegroundColor", markerColor, { markerColor });
  }

  get format(): ChartSeriesFormat {
    return this.child("format", () => new ChartSeriesFormat(this));
  }

  setValues(sourceData: Range): void {
    this.chart.change(({ series }) => ({ series: this.replaced(series, { values: sourceData.target() }) }));
  }

  setXAxisValues(sourceData: Range): void {
    this.chart.change(({ series }) => ({ series: this.replaced(series, { categories: sourceData.target() }) }));
  }

  private replaced(series: readonly GridSeries[], change: Partial<GridSeries>): readonly GridSeries[] {
    return series.map((each, index) => (index === this.target() ? { ...each, ...change } : each));
  }

  delete(): void {
    this.chart.change(({ series }) => ({ series: series.filter((_, index) => index !== this.target()) }));
  }
}

type CollectionMembers = Subset<Excel.ChartSeriesCollection, "add" | "count" | "getCount" | "getItemAt" | "items">;

export class ChartSeriesCollection extends ClientCollection<ChartSeries> implements CollectionMembers {
  constructor(private readonly chart: Chart) {
    super(chart.context, () => true, false, "ChartSeriesCollection");
  }

  protected list(): ChartSeries[] {
    return this.chart.content().series.map((_, index) => new ChartSeries(this.chart, () => index));
  }

  getItemAt(index: number): ChartSeries {
    return new ChartSeries(this.chart, () => (index < this.chart.content().series.length ? index : undefined));
  }

  add(name = ""): ChartSeries {
    const create = () => {
      const { id, series } = this.chart.content();
      this.context.grid.charts.change(id, { series: [...series, plainSeries(name)] });
      return series.length;
    };
    return new ChartSeries(this.chart, create);
  }
}
