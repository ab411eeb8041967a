import type { ChartContent, ChartAxis as GridAxis } from "../grid/grid";
import type { Chart } from "./charts";
import { ClientObject } from "./clientObject";
import type { Subset } from "./subset";

/** A part of a chart that has one text or choice. */
abstract class ChartPart extends ClientObject<string> {
  constructor(
    protected readonly chart: Chart,
    type: string,
  ) {
    super(chart.context, () => chart.targetOrNull(), true, type);
  }

  protected readers(): Readonly<Record<string, () => unknown>> {
    return {};
  }
}

type Text = keyof Pick<ChartContent, "title" | "valueTitle" | "categoryTitle">;

export class ChartTitle extends ChartPart implements Subset<Excel.ChartTitle, "text"> {
  constructor(
    chart: Chart,
    private readonly part: Text = "title",
    type = "ChartTitle",
  ) {
    super(chart, type);
  }

  protected override readers() {
    return { text: () => this.chart.content()[this.part] };
  }

  get text(): string {
    return this.loadedValue("text");
  }

  set text(text: string) {
    this.assign("text", text, () => this.context.grid.charts.change(this.chart.target(), { [this.part]: text }));
  }
}

export class ChartLegend extends ChartPart implements Subset<Excel.ChartLegend, "position"> {
  constructor(chart: Chart) {
    super(chart, "ChartLegend");
  }

  protected override readers() {
    return { position: () => this.chart.content().legendPosition };
  }

  get position(): Excel.ChartLegend["position"] {
    return this.loadedValue("position");
  }

  set position(position: Excel.ChartLegend["position"]) {
    this.assign("position", position, (id) => this.context.grid.charts.change(id, { legendPosition: position }));
  }
}

type AxisName = "categoryAxis" | "valueAxis";
const TITLES = { categoryAxis: "categoryTitle", valueAxis: "valueTitle" } as const;
type TickLabelPosition = Excel.ChartAxis["tickLabelPosition"];

/** An axis, of which the workbench has the title, the direction and where its labels stand. */
export class ChartAxis extends ChartPart implements Subset<Excel.ChartAxis, "reversePlotOrder" | "tickLabelPosition" | "title"> {
  constructor(
    chart: Chart,
    private readonly axis: AxisName,
  ) {
    super(chart, "ChartAxis");
  }

  protected override readers() {
    return {
      reversePlotOrder: () => this.content().isReversed ?? false,
      tickLabelPosition: () => this.content().labels ?? "NextToAxis",
    };
  }

  private content(): GridAxis {
    return this.chart.content()[this.axis] ?? {};
  }

  private change(change: GridAxis) {
    this.context.grid.charts.change(this.chart.target(), { [this.axis]: { ...this.content(), ...change } });
  }

  get title(): ChartTitle {
    return this.child("title", () => new ChartTitle(this.chart, TITLES[this.axis], "ChartAxisTitle"));
  }

  get reversePlotOrder(): boolean {
    return this.loadedValue("reversePlotOrder");
  }

  set reversePlotOrder(isReversed: boolean) {
    this.assign("reversePlotOrder", isReversed, () => this.change({ isReversed }));
  }

  get tickLabelPosition(): TickLabelPosition {
    return this.loadedValue("tickLabelPosition");
  }

  set tickLabelPosition(labels: TickLabelPosition) {
    this.assign("tickLabelPosition", labels, () => this.change({ labels }));
  }
}

export class ChartAxes extends ChartPart implements Subset<Excel.ChartAxes, "categoryAxis" | "valueAxis"> {
  constructor(chart: Chart) {
    super(chart, "ChartAxes");
  }

  get valueAxis(): ChartAxis {
    return this.child("valueAxis", () => new ChartAxis(this.chart, "valueAxis"));
  }

  get categoryAxis(): ChartAxis {
    return this.child("categoryAxis", () => new ChartAxis(this.chart, "categoryAxis"));
  }
}
