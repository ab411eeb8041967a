import type { Area, Format, Validation } from "../grid/grid";
import { HostError } from "./errors";
import { type ExcelClass, type Host, type HostObject, object } from "./objects";
import { addressOf } from "./sheetAddress";

/** Office.js measures in points, the grid in pixels of 1/96 inch. */
export const PIXELS_PER_POINT = 96 / 72;

const reader =
  (key: keyof Format) =>
  (area: Area, { grid }: Host) =>
    grid.formats.read(area)[key] ?? null;

const writer =
  (key: keyof Format) =>
  (area: Area, value: unknown, { grid }: Host) =>
    grid.formats.write(area, { [key]: value });

export const RangeFill: ExcelClass<"RangeFill"> = {
  values: { color: reader("fillColor") },
  setters: { color: writer("fillColor") },
  methods: { clear: (area, { grid }) => grid.formats.write(area, { fillColor: "" }) },
};

export const RangeFont: ExcelClass<"RangeFont"> = {
  values: {
    bold: reader("bold"),
    color: reader("fontColor"),
    italic: reader("italic"),
    name: reader("fontName"),
    size: reader("fontSize"),
  },
  setters: {
    bold: writer("bold"),
    color: writer("fontColor"),
    italic: writer("italic"),
    name: writer("fontName"),
    size: writer("fontSize"),
  },
};

const pixels = (points: unknown): number => Math.round(Number(points) * PIXELS_PER_POINT);

export const RangeFormat: ExcelClass<"RangeFormat"> = {
  values: {
    columnWidth: (area, { grid }) => grid.formats.columnWidthPixels(area) / PIXELS_PER_POINT,
    horizontalAlignment: reader("horizontalAlignment"),
    rowHeight: (area, { grid }) => grid.formats.rowHeightPixels(area) / PIXELS_PER_POINT,
    verticalAlignment: reader("verticalAlignment"),
    wrapText: reader("wrapText"),
  },
  setters: {
    columnWidth: (area, points, { grid }) => grid.formats.setColumnWidthPixels(area, pixels(points)),
    horizontalAlignment: writer("horizontalAlignment"),
    rowHeight: (area, points, { grid }) => grid.formats.setRowHeightPixels(area, pixels(points)),
    verticalAlignment: writer("verticalAlignment"),
    wrapText: writer("wrapText"),
  },
  objects: {
    borders: (area) => object("RangeBorderCollection", area),
    fill: (area) => object("RangeFill", area),
    font: (area) => object("RangeFont", area),
  },
  methods: {
    autofitColumns: (area, { grid }) => grid.formats.fitColumns(area),
    autofitRows: (area, { grid }) => grid.formats.fitRows(area),
  },
};

export const RangeBorderCollection: ExcelClass<"RangeBorderCollection"> = {
  methods: { getItem: (area, _host, edge) => object("RangeBorder", { area, edge: String(edge), style: "Continuous", color: "#000000" }) },
};

/** A border is only set here. The grid draws lines of one weight. */
export const RangeBorder: ExcelClass<"RangeBorder"> = {
  setters: {
    color: (border, color, { grid }) => {
      border.color = String(color);
      grid.formats.setBorder(border.area, border);
    },
    style: (border, style, { grid }) => {
      border.style = String(style);
      grid.formats.setBorder(border.area, border);
    },
    weight: () => undefined,
  },
};

const NONE: Validation = { source: "", title: "", message: "" };

function listSource(source: string | HostObject, { grid }: Host): string {
  if (typeof source === "string") return source;
  if (source.type !== "Range") throw new HostError("InvalidArgument");
  return `=${addressOf(grid, source.target)}`;
}

/** Rules of allowed values; this host has lists. */
export const DataValidation: ExcelClass<"DataValidation"> = {
  values: {
    errorAlert: (area, { grid }) => {
      const { title, message } = grid.validations.read(area) ?? NONE;
      return { title, message, showAlert: message !== "", style: "Stop" };
    },
    rule: (area, { grid }) => {
      const validation = grid.validations.read(area);
      return validation === undefined ? {} : { list: { inCellDropDown: true, source: validation.source } };
    },
    type: (area, { grid }) => (grid.validations.read(area) === undefined ? "None" : "List"),
  },
  setters: {
    errorAlert: (area, alert, { grid }) => {
      const { title = "", message = "" } = alert as Partial<Excel.DataValidationErrorAlert>;
      const validation = grid.validations.read(area);
      if (validation !== undefined) grid.validations.set(area, { ...validation, title, message });
    },
    rule: (area, rule, host) => {
      const { list } = rule as { list?: { source: string | HostObject } };
      if (list === undefined) throw new HostError("InvalidArgument");
      host.grid.validations.set(area, { ...(host.grid.validations.read(area) ?? NONE), source: listSource(list.source, host) });
    },
  },
  methods: { clear: (area, { grid }) => grid.validations.clear(area) },
};
