import type { Area } from "../grid/grid";
import { ClientObject } from "./clientObject";
import type { Subset } from "./subset";

type Edge =
  | Excel.BorderIndex
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideVertical"
  | "InsideHorizontal"
  | "DiagonalDown"
  | "DiagonalUp";

/** A border is only set here: its style and colour cannot be loaded. */
export class RangeBorder extends ClientObject<Area> {
  private line = "Continuous";
  private shade = "#000000";

  constructor(
    range: ClientObject<Area>,
    private readonly edge: string,
  ) {
    super(range.context, () => range.targetOrNull(), true, "RangeBorder");
  }

  protected readers() {
    return {};
  }

  private draw() {
    const border = { edge: this.edge, style: this.line, color: this.shade };
    this.act((area) => this.context.grid.formats.setBorder(area, border));
  }

  get style(): string {
    return this.line;
  }

  set style(style: string) {
    this.line = style;
    this.draw();
  }

  get color(): string {
    return this.shade;
  }

  set color(color: string) {
    this.shade = color;
    this.draw();
  }

  /** The grid draws lines of one weight. */
  get weight(): string {
    return "Thin";
  }

  set weight(_weight: string) {}
}

export class Borders extends ClientObject<Area> implements Subset<Excel.RangeBorderCollection, "getItem"> {
  constructor(private readonly range: ClientObject<Area>) {
    super(range.context, () => range.targetOrNull(), true, "RangeBorderCollection");
  }

  protected readers() {
    return {};
  }

  getItem(index: Edge): RangeBorder {
    return this.child(index, () => new RangeBorder(this.range, index));
  }
}
