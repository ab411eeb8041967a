import type { Area, Format } from "../grid/grid";
import { Borders } from "./borders";
import { ClientObject } from "./clientObject";
import type { Subset } from "./subset";

/** Office.js measures in points, the grid in pixels of 1/96 inch. */
const PIXELS_PER_POINT = 96 / 72;

abstract class FormatPart extends ClientObject<Area> {
  constructor(
    protected readonly range: ClientObject<Area>,
    type: string,
  ) {
    super(range.context, () => range.targetOrNull(), true, type);
  }

  protected read<Key extends keyof Format>(key: Key): Format[Key] {
    return this.context.grid.formats.read(this.target())[key];
  }

  protected write(name: string, key: keyof Format, value: string | number | boolean) {
    this.assign(name, value, (area) => this.context.grid.formats.write(area, { [key]: value }));
  }
}

export class RangeFill extends FormatPart implements Subset<Excel.RangeFill, "color" | "clear"> {
  constructor(range: ClientObject<Area>) {
    super(range, "RangeFill");
  }

  protected readers() {
    return { color: () => this.read("fillColor") };
  }

  get color(): string {
    return this.loadedValue("color");
  }

  set color(color: string) {
    this.write("color", "fillColor", color);
  }

  clear(): void {
    this.write("color", "fillColor", "");
  }
}

export class RangeFont extends FormatPart implements Subset<Excel.RangeFont, "bold" | "color" | "italic" | "name" | "size"> {
  constructor(range: ClientObject<Area>) {
    super(range, "RangeFont");
  }

  protected readers() {
    return {
      bold: () => this.read("bold"),
      color: () => this.read("fontColor"),
      italic: () => this.read("italic"),
      name: () => this.read("fontName"),
      size: () => this.read("fontSize"),
    };
  }

  get bold(): boolean {
    return this.loadedValue("bold");
  }

  set bold(isBold: boolean) {
    this.write("bold", "bold", isBold);
  }

  get color(): string {
    return this.loadedValue("color");
  }

  set color(color: string) {
    this.write("color", "fontColor", color);
  }

  get italic(): boolean {
    return this.loadedValue("italic");
  }

  set italic(isItalic: boolean) {
    this.write("italic", "italic", isItalic);
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.write("name", "fontName", name);
  }

  get size(): number {
    return this.loadedValue("size");
  }

  set size(size: number) {
    this.write("size", "fontSize", size);
  }
}

type Horizontal = Excel.RangeFormat["horizontalAlignment"];
type Vertical = Excel.RangeFormat["verticalAlignment"];
type Members = Subset<
  Excel.RangeFormat,
  | "autofitColumns"
  | "autofitRows"
  | "borders"
  | "columnWidth"
  | "fill"
  | "font"
  | "horizontalAlignment"
  | "rowHeight"
  | "verticalAlignment"
  | "wrapText"
>;

export class RangeFormat extends FormatPart implements Members {
  constructor(range: ClientObject<Area>) {
    super(range, "RangeFormat");
  }

  protected readers() {
    const { formats } = this.context.grid;
    return {
      columnWidth: () => formats.columnWidthPixels(this.target()) / PIXELS_PER_POINT,
      rowHeight: () => formats.rowHeightPixels(this.target()) / PIXELS_PER_POINT,
      horizontalAlignment: () => this.read("horizontalAlignment"),
      verticalAlignment: () => this.read("verticalAlignment"),
      wrapText: () => this.read("wrapText"),
    };
  }

  get fill(): RangeFill {
    return this.child("fill", () => new RangeFill(this.range));
  }

  get font(): RangeFont {
    return this.child("font", () => new RangeFont(this.range));
  }

  get borders(): Borders {
    return this.child("borders", () => new Borders(this.range));
  }

  get columnWidth(): number {
    return this.loadedValue("columnWidth");
  }

  set columnWidth(points: number) {
    const pixels = Math.round(points * PIXELS_PER_POINT);
    this.assign("columnWidth", points, (area) => this.context.grid.formats.setColumnWidthPixels(area, pixels));
  }

  get rowHeight(): number {
    return this.loadedValue("rowHeight");
  }

  set rowHeight(points: number) {
    const pixels = Math.round(points * PIXELS_PER_POINT);
    this.assign("rowHeight", points, (area) => this.context.grid.formats.setRowHeightPixels(area, pixels));
  }

  get horizontalAlignment(): Horizontal {
    return this.loadedValue("horizontalAlignment");
  }

  set horizontalAlignment(alignment: Horizontal) {
    this.write("horizontalAlignment", "horizontalAlignment", alignment);
  }

  get verticalAlignment(): Vertical {
    return this.loadedValue("verticalAlignment");
  }

  set verticalAlignment(alignment: Vertical) {
    this.write("verticalAlignment", "verticalAlignment", alignment);
  }

  get wrapText(): boolean {
    return this.loadedValue("wrapText");
  }

  set wrapText(isWrapped: boolean) {
    this.write("wrapText", "wrapText", isWrapped);
  }

  autofitColumns(): void {
    this.act((area) => this.context.grid.formats.fitColumns(area));
  }

  autofitRows(): void {
    this.act((area) => this.context.grid.formats.fitRows(area));
  }
}
