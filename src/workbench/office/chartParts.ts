import type { ChartContent } from "../grid/grid";
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

/** An axis, of which the workbench has the title. */
export class ChartAxis extends ChartPart implements Subset<Excel.ChartAxis, "title"> {
  constructor(
    chart: Chart,
    private readonly part: Text,
  ) {
    super(chart, "ChartAxis");
  }

  get title(): ChartTitle {
    return this.child("title", () => new ChartTitle(this.chart, this.part, "ChartAxisTitle"));
  }
}

export class ChartAxes extends ChartPart implements Subset<Excel.ChartAxes, "categoryAxis" | "valueAxis"> {
  constructor(chart: Chart) {
    super(chart, "ChartAxes");
  }

  get valueAxis(): ChartAxis {
    return this.child("valueAxis", () => new ChartAxis(this.chart, "valueTitle"));
  }

  get categoryAxis(): ChartAxis {
    return this.child("categoryAxis", () => new ChartAxis(this.chart, "categoryTitle"));
  }
}
