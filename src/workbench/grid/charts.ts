import { DrawingTypeEnum, ICommandService, type ITransformState } from "@univerjs/core";
import { SheetSkeletonService } from "@univerjs/preset-sheets-core";
import {
  type IFloatDomData,
  ISheetDrawingService,
  InsertSheetDrawingCommand,
  RemoveSheetDrawingCommand,
  SetSheetDrawingCommand,
  transformToAxisAlignPosition,
  transformToDrawingPosition,
} from "@univerjs/preset-sheets-drawing";
import type { Area, Chart, ChartBox, ChartContent, ChartStore } from "./grid";
import { type OpenWorkbook, requireSheet } from "./workbook";

/** Name under which the page registers what draws a chart; saved with the workbook. */
export const CHART_COMPONENT = "workbench-chart";

/** Where Excel puts a chart that nobody has placed yet, in pixels. */
const FIRST_BOX: ChartBox = { left: 96, top: 96, width: 480, height: 288 };

interface Drawing extends Omit<IFloatDomData, "data"> {
  readonly data: ChartContent;
}

function isChart(drawing: object): drawing is Drawing {
  return (drawing as { componentKey?: string }).componentKey === CHART_COMPONENT;
}

function boxOf({ left = 0, top = 0, width = 0, height = 0 }: ITransformState): ChartBox {
  return { left, top, width, height };
}

function toChart({ drawingId, subUnitId, transform, data }: Drawing): Chart {
  return { id: drawingId, sheetId: subUnitId, ...data, ...boxOf(transform ?? {}) };
}

/** Pixels of whole rows or columns before one of them. */
function sizeBefore(count: number, sizeOf: (index: number) => number): number {
  return Array.from({ length: count }, (_, index) => sizeOf(index)).reduce((sum, size) => sum + size, 0);
}

function boxOfCells(open: OpenWorkbook, { sheetId, row, column, rowCount, columnCount }: Area): ChartBox {
  const sheet = requireSheet(open, sheetId);
  const width = (index: number) => sheet.getColumnWidth(index);
  const height = (index: number) => sheet.getRowHeight(index);
  return {
    left: sizeBefore(column, width),
    top: sizeBefore(row, height),
    width: sizeBefore(columnCount, (index) => width(column + index)),
    height: sizeBefore(rowCount, (index) => height(row + index)),
  };
}

function placed(open: OpenWorkbook, sheetId: string, box: ChartBox) {
  const skeleton = open.injector.get(SheetSkeletonService).ensureSkeleton(open.workbook.getId(), sheetId);
  if (skeleton === undefined) throw new Error(`The sheet ${sheetId} cannot be laid out.`);
  const sheetTransform = transformToDrawingPosition(box, skeleton);
  return { transform: box, sheetTransform, axisAlignSheetTransform: transformToAxisAlignPosition(box, skeleton) };
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
    list: (sheetId) => ofSheet(sheetId).map(toChart),
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
      set(drawing, placed(open, drawing.subUnitId, { ...boxOf(drawing.transform ?? {}), ...box }));
    },
    boxOf: (area) => boxOfCells(open, area),
    remove: (id) => {
      const { subUnitId } = require(id);
      run(RemoveSheetDrawingCommand.id, { drawings: [{ unitId, subUnitId, drawingId: id }] });
    },
  };
}
