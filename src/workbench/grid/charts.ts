import { DrawingTypeEnum, ICommandService } from "@univerjs/core";
import { SheetSkeletonService } from "@univerjs/preset-sheets-core";
import {
  type ISheetFloatDom,
  ISheetDrawingService,
  InsertSheetDrawingCommand,
  RemoveSheetDrawingCommand,
  SetSheetDrawingCommand,
} from "@univerjs/preset-sheets-drawing";
import type { Chart, ChartBox, ChartContent, ChartStore } from "./grid";
import { type OpenWorkbook, requireSheet } from "./workbook";

/** Name under which the page registers what draws a chart; saved with the workbook. */
export const CHART_COMPONENT = "workbench-chart";

/** Where Excel puts a chart that nobody has placed yet, in pixels. */
const FIRST_BOX: ChartBox = { left: 96, top: 96, width: 480, height: 288 };

interface Drawing extends Omit<ISheetFloatDom, "data"> {
  readonly data: ChartContent;
}

function isChart(drawing: object): drawing is Drawing {
  return (drawing as { componentKey?: string }).componentKey === CHART_COMPONENT;
}

/** A place on a sheet as the grid keeps it: a cell, and pixels from its corner. */
interface CellPoint {
  readonly row: number;
  readonly rowOffset: number;
  readonly column: number;
  readonly columnOffset: number;
}

type Sheet = ReturnType<typeof requireSheet>;
type SizeOf = (index: number) => number;

const widths =
  (sheet: Sheet): SizeOf =>
  (index) =>
    sheet.getColumnWidth(index);
const heights =
  (sheet: Sheet): SizeOf =>
  (index) =>
    sheet.getRowHeight(index);

/** Pixels of whole rows or columns before one of them. */
function pixelsBefore(count: number, sizeOf: SizeOf): number {
  return Array.from({ length: count }, (_, index) => sizeOf(index)).reduce((sum, size) => sum + size, 0);
}

/** The row or column at a distance from the first, and the pixels into it. */
function indexAt(pixels: number, count: number, sizeOf: SizeOf): readonly [index: number, offset: number] {
  let rest = pixels;
  for (let index = 0; index < count; index += 1) {
    const size = sizeOf(index);
    if (rest < size || index === count - 1) return [index, Math.min(rest, size)];
    rest -= size;
  }
  return [0, 0];
}

function pointAt(sheet: Sheet, x: number, y: number): CellPoint {
  const [column, columnOffset] = indexAt(x, sheet.getMaxColumns(), widths(sheet));
  const [row, rowOffset] = indexAt(y, sheet.getMaxRows(), heights(sheet));
  return { row, rowOffset, column, columnOffset };
}

function boxBetween(sheet: Sheet, from: CellPoint, to: CellPoint): ChartBox {
  const x = ({ column, columnOffset }: CellPoint) => pixelsBefore(column, widths(sheet)) + columnOffset;
  const y = ({ row, rowOffset }: CellPoint) => pixelsBefore(row, heights(sheet)) + rowOffset;
  return { left: x(from), top: y(from), width: x(to) - x(from), height: y(to) - y(from) };
}

function toChart(open: OpenWorkbook, { drawingId, subUnitId, sheetTransform: { from, to }, data }: Drawing): Chart {
  return { id: drawingId, sheetId: subUnitId, ...data, ...boxBetween(requireSheet(open, subUnitId), from, to) };
}

/** A box as a drawing's place: by cells, so that it follows them, and in pixels from the corner of the headers. */
function placed(open: OpenWorkbook, sheetId: string, { left, top, width, height }: ChartBox) {
  const sheet = requireSheet(open, sheetId);
  const skeleton = open.injector.get(SheetSkeletonService).ensureSkeleton(open.workbook.getId(), sheetId);
  const sheetTransform = { from: pointAt(sheet, left, top), to: pointAt(sheet, left + width, top + height) };
  const [besideRows, belowColumns] = [skeleton?.rowHeaderWidth ?? 0, skeleton?.columnHeaderHeight ?? 0];
  const transform = { left: left + besideRows, top: top + belowColumns, width, height };
  return { transform, sheetTransform, axisAlignSheetTransform: sheetTransform };
}

/** The drawings of the grid that are charts. */
function chartDrawings(open: OpenWorkbook) {
  const unitId = open.workbook.getId();
  const drawings = open.injector.get(ISheetDrawingService);
  const ofSheet = (sheetId: string): Drawing[] => Object.values<object>(drawings.getDrawingData(unitId, sheetId)).filter(isChart);
  const require = (id: string): Drawing => {
    const all = Object.keys(drawings.getDrawingDataForUnit(unitId)).flatMap(ofSheet);
    const found = all.find(({ drawingId }) => drawingId === id);
    if (found === undefined) throw new Error(`There is no chart ${id}.`);
    return found;
  };
  return { ofSheet, require };
}

/** Charts of the workbook, as drawings of the grid: moved by hand, saved and undone as other drawings are. */
export function createChartStore(open: OpenWorkbook): ChartStore {
  const unitId = open.workbook.getId();
  const { ofSheet, require } = chartDrawings(open);
  const commands = open.injector.get(ICommandService);
  const run = (id: string, params: object) => void open.asCode(() => commands.syncExecuteCommand(id, { unitId, ...params }));
  const set = (drawing: Drawing, change: object) =>
    run(SetSheetDrawingCommand.id, { subUnitId: drawing.subUnitId, drawings: [{ ...drawing, ...change }] });
  return {
    list: (sheetId) => ofSheet(sheetId).map((drawing) => toChart(open, drawing)),
    add: (sheetId, content) => {
      const drawingId = `chart-${crypto.randomUUID()}`;
      const drawing = { unitId, subUnitId: sheetId, drawingId, drawingType: DrawingTypeEnum.DRAWING_DOM, componentKey: CHART_COMPONENT };
      const added = { ...drawing, ...placed(open, sheetId, FIRST_BOX), data: content, allowTransform: true };
      run(InsertSheetDrawingCommand.id, { drawings: [added] });
      return drawingId;
    },
    change: (id, change) => {
      const drawing = require(id);
      set(drawing, { data: { ...drawing.data, ...change } });
    },
    move: (id, box) => {
      const drawing = require(id);
      set(drawing, placed(open, drawing.subUnitId, { ...toChart(open, drawing), ...box }));
    },
    boxOf: ({ sheetId, row, column, rowCount, columnCount }) => {
      const corner = { row, column, rowOffset: 0, columnOffset: 0 };
      return boxBetween(requireSheet(open, sheetId), corner, { ...corner, row: row + rowCount, column: column + columnCount });
    },
    remove: (id) => {
      const { subUnitId } = require(id);
      run(RemoveSheetDrawingCommand.id, { drawings: [{ unitId, subUnitId, drawingId: id }] });
    },
  };
}
