import type { Area, Chart as GridChart, ChartContent, ChartSeries as GridSeries } from "../grid/grid";
import { chartFromRange } from "./chartSource";
import { ChartAxes, ChartLegend, ChartTitle } from "./chartParts";
import { ChartSeriesCollection } from "./chartSeries";
import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import { OfficeError } from "./errors";
import type { Range } from "./range";
import { resolveAddress } from "./sheetAddress";
import type { Subset } from "./subset";
import type { Worksheet } from "./worksheet";

type Members = Subset<
  Excel.Chart,
  "axes" | "chartType" | "delete" | "height" | "id" | "left" | "legend" | "name" | "series" | "setPosition" | "title" | "top" | "width"
>;

/** Office.js measures in points, the grid in pixels of 1/96 inch. */
const PIXELS_PER_POINT = 96 / 72;

/** A native chart of Excel, drawn here by the pane's own pictures. */
export class Chart extends ClientObject<string> implements Members {
  constructor(
    private readonly sheet: Worksheet,
    resolve: Resolve<string>,
    mayBeNull = false,
  ) {
    super(sheet.context, resolve, mayBeNull, "Chart");
  }

  protected readers() {
    return {
      chartType: () => this.content().type,
      height: () => this.content().height / PIXELS_PER_POINT,
      id: () => this.target(),
      left: () => this.content().left / PIXELS_PER_POINT,
      name: () => this.content().name,
      top: () => this.content().top / PIXELS_PER_POINT,
      width: () => this.content().width / PIXELS_PER_POINT,
    };
  }

  /** The chart as it stands now; to be asked while the queue runs. */
  content(): GridChart {
    const chart = this.context.grid.charts.list(this.sheet.target()).find(({ id }) => id === this.target());
    if (chart === undefined) throw new OfficeError("ItemNotFound", undefined, "Chart");
    return chart;
  }

  /** Changes what the chart shows, once the queue runs. */
  change(change: (content: GridChart) => Partial<ChartContent>) {
    this.act((id) => this.context.grid.charts.change(id, change(this.content())));
  }

  changeSeries(index: () => number, change: Partial<GridSeries>) {
    this.change(({ series }) => ({ series: series.map((each, at) => (at === index() ? { ...each, ...change } : each)) }));
  }

  get id(): string {
    return this.loadedValue("id");
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.assign("name", name, (id) => this.context.grid.charts.change(id, { name }));
  }

  get chartType(): Excel.Chart["chartType"] {
    return this.loadedValue("chartType");
  }

  set chartType(type: Excel.Chart["chartType"]) {
    this.assign("chartType", type, (id) => this.context.grid.charts.change(id, { type }));
  }

  private assignBox(side: "left" | "top" | "width" | "height", points: number) {
    this.assign(side, points, (id) => this.context.grid.charts.move(id, { [side]: points * PIXELS_PER_POINT }));
  }

  get left(): number {
    return this.loadedValue("left");
  }

  set left(points: number) {
    this.assignBox("left", points);
  }

  get top(): number {
    return this.loadedValue("top");
  }

  set top(points: number) {
    this.assignBox("top", points);
  }

  get width(): number {
    return this.loadedValue("width");
  }

  set width(points: number) {
    this.assignBox("width", points);
  }

  get height(): number {
    return this.loadedValue("height");
  }

  set height(points: number) {
    this.assignBox("height", points);
  }

  get title(): ChartTitle {
    return this.child("title", () => new ChartTitle(this));
  }

  get legend(): ChartLegend {
    return this.child("legend", () => new ChartLegend(this));
  }

  get axes(): ChartAxes {
    return this.child("axes", () => new ChartAxes(this));
  }

  get series(): ChartSeriesCollection {
    return this.child("series", () => new ChartSeriesCollection(this));
  }

  setPosition(startCell: Range | string, endCell: Range | string = startCell): void {
    this.act((id) => {
      const areaOf = (cell: Range | string): Area =>
        typeof cell === "string" ? resolveAddress(this.context.grid, cell, this.sheet.target()) : cell.target();
      const { charts } = this.context.grid;
      const [start, end] = [charts.boxOf(areaOf(startCell)), charts.boxOf(areaOf(endCell))];
      const { left, top } = start;
      charts.move(id, { left, top, width: end.left + end.width - left, height: end.top + end.height - top });
    });
  }

  delete(): void {
    this.act((id) => this.context.grid.charts.remove(id));
  }
}

type CollectionMembers = Subset<
  Excel.ChartCollection,
  "add" | "count" | "getCount" | "getItem" | "getItemAt" | "getItemOrNullObject" | "items"
>;

export class ChartCollection extends ClientCollection<Chart> implements CollectionMembers {
  constructor(private readonly sheet: Worksheet) {
    super(sheet.context, () => true, false, "ChartCollection");
  }

  private charts(): readonly GridChart[] {
    return this.context.grid.charts.list(this.sheet.target());
  }

  protected list(): Chart[] {
    return this.charts().map(({ id }) => new Chart(this.sheet, () => id));
  }

  private find(key: string): string | undefined {
    return this.charts().find(({ name }) => name.toLowerCase() === key.toLowerCase())?.id;
  }

  getItem(name: string): Chart {
    return new Chart(this.sheet, () => this.find(name));
  }

  getItemAt(index: number): Chart {
    return new Chart(this.sheet, () => this.charts()[index]?.id);
  }

  getItemOrNullObject(name: string): Chart {
    return new Chart(this.sheet, () => this.find(name), true);
  }

  add(type: Excel.Chart["chartType"], sourceData: Range, seriesBy: Excel.ChartSeriesBy | "Auto" | "Columns" | "Rows" = "Auto"): Chart {
    const create = () => {
      const sheetId = this.sheet.target();
      return this.context.grid.charts.add(sheetId, chartFromRange(type, sourceData.target(), seriesBy, this.charts().length + 1));
    };
    return new Chart(this.sheet, create);
  }
}
