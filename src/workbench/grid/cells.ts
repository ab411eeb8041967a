import { CellValueType, Dimension, type ICellData, type IRange, type Nullable } from "@univerjs/core";
import { FormulaDataModel, SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import type { Area, Cell, CellStore, CellValue, Cleared, Shift } from "./grid";
import { type OpenWorkbook, boundsOf, clip, grow, rangeOf, requireSheet, storedText, toArea, toRange } from "./workbook";

const ERROR = /^#(N\/A|VALUE!|REF!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!|CALC!|BUSY!|BLOCKED!)$/;

function typed(value: CellValue, isFormula: boolean): Pick<Cell, "value" | "type"> {
  if (typeof value === "number") return { value, type: "Double" };
  if (typeof value === "boolean") return { value, type: "Boolean" };
  if (value === "" && !isFormula) return { value, type: "Empty" };
  return { value, type: isFormula && ERROR.test(value) ? "Error" : "String" };
}

function contentOf(cell: Nullable<ICellData>): CellValue {
  if (cell?.v === null || cell?.v === undefined) return "";
  if (cell.t === CellValueType.BOOLEAN) return cell.v === "TRUE" || Number(cell.v) === 1;
  // Numbers that the engine keeps as text of type number.
  return cell.t === CellValueType.NUMBER && typeof cell.v === "string" && cell.v !== "" ? Number(cell.v) : cell.v;
}

/** What typing a text into a cell stores. */
function parse(text: string): ICellData {
  if (text.startsWith("=")) return { f: text, v: null, p: null, si: null, t: null };
  // As a text by force: of any other that looks like a number, such as 007, the grid makes one when the cell becomes bold.
  if (text.startsWith("'")) return { f: null, v: text.slice(1), p: null, si: null, t: CellValueType.FORCE_STRING };
  if (/^(true|false)$/i.test(text)) return { f: null, v: /^true$/i.test(text) ? 1 : 0, p: null, si: null, t: CellValueType.BOOLEAN };
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  return isNumber
    ? { f: null, v: Number(text), p: null, si: null, t: CellValueType.NUMBER }
    : { f: null, v: text, p: null, si: null, t: CellValueType.STRING };
}

function stored(value: CellValue): ICellData {
  if (value === "") return { f: null, v: null, p: null, si: null, t: null };
  if (typeof value === "boolean") return { f: null, v: value ? 1 : 0, p: null, si: null, t: CellValueType.BOOLEAN };
  return typeof value === "number" ? { f: null, v: value, p: null, si: null, t: CellValueType.NUMBER } : parse(value);
}

function hasValue(cell: Nullable<ICellData>): boolean {
  return cell?.v !== undefined && cell.v !== null;
}

function isRichText(cell: Nullable<ICellData>): boolean {
  return Boolean(cell?.p) && !hasValue(cell);
}

/** Reads one cell at a time: a spilled one is not in the sheet's own data. */
function cellReader(open: OpenWorkbook, sheetId: string) {
  const model = open.injector.get(FormulaDataModel);
  const sheet = requireSheet(open, sheetId).getSheet();
  const unitId = open.workbook.getId();
  const spilled = model.getArrayFormulaCellData()[unitId]?.[sheetId];
  return (row: number, column: number): Cell => {
    const formula = model.getFormulaStringByCell(row, column, sheetId, unitId) ?? "";
    const spill = formula === "" ? spilled?.[row]?.[column] : undefined;
    const cell = sheet.getCellRaw(row, column);
    const value = isRichText(cell) ? storedText(sheet, row, column) : contentOf(hasValue(cell) ? cell : spill);
    return { ...typed(value, formula !== "" || Boolean(spill)), formula: formula || String(value) };
  };
}

function readCells(open: OpenWorkbook, { sheetId, row, column, rowCount, columnCount }: Area): Cell[][] {
  const read = cellReader(open, sheetId);
  return Array.from({ length: rowCount }, (_, i) => Array.from({ length: columnCount }, (_unused, j) => read(row + i, column + j)));
}

function writeCells(open: OpenWorkbook, area: Area, contents: readonly (readonly (CellValue | null)[])[]) {
  grow(open, area);
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const [i, row] of Array.from(contents).entries()) {
    const cells: Record<number, ICellData> = (matrix[area.row + i] = {});
    for (const [j, value] of Array.from(row).entries()) if (value !== null && value !== undefined) cells[area.column + j] = stored(value);
  }
  open.asCode(() => rangeOf(open, area).setValues(matrix));
}

function clearCells(open: OpenWorkbook, area: Area, cleared: Cleared) {
  const range = rangeOf(open, area);
  open.asCode(() => range.clear({ contentsOnly: cleared === "Contents", formatOnly: cleared === "Formats" }));
}

/** Rows or columns that an insertion or deletion moves as a whole, or undefined where only a part of them moves. */
function whole(open: OpenWorkbook, area: Area): "rows" | "columns" | undefined {
  const sheet = requireSheet(open, area.sheetId);
  if (area.columnCount >= sheet.getMaxColumns()) return "rows";
  return area.rowCount >= sheet.getMaxRows() ? "columns" : undefined;
}

function insertCells(open: OpenWorkbook, area: Area, shift: Shift) {
  const sheet = requireSheet(open, area.sheetId);
  const moved = whole(open, area);
  open.asCode(() => {
    if (moved === "rows") sheet.insertRows(area.row, area.rowCount);
    else if (moved === "columns") sheet.insertColumns(area.column, area.columnCount);
    else rangeOf(open, area).insertCells(shift === "Right" ? Dimension.COLUMNS : Dimension.ROWS);
  });
}

function removeCells(open: OpenWorkbook, area: Area, shift: Shift) {
  const sheet = requireSheet(open, area.sheetId);
  const moved = whole(open, area);
  open.asCode(() => {
    if (moved === "rows") sheet.deleteRows(area.row, area.rowCount);
    else if (moved === "columns") sheet.deleteColumns(area.column, area.columnCount);
    else rangeOf(open, area).deleteCells(shift === "Left" ? Dimension.COLUMNS : Dimension.ROWS);
  });
}

function spillOf(open: OpenWorkbook, area: Area): Area | undefined {
  const ranges = open.injector.get(FormulaDataModel).getArrayFormulaRange()[open.workbook.getId()]?.[area.sheetId];
  const range = ranges?.[area.row]?.[area.column];
  return range && toArea(area.sheetId, range);
}

function extent(open: OpenWorkbook, sheetId: string): Area {
  const stored = requireSheet(open, sheetId).getSheet().getCellMatrix().getDataRange();
  const rows: object = open.injector.get(FormulaDataModel).getArrayFormulaRange()[open.workbook.getId()]?.[sheetId] ?? {};
  const spills = Object.values<Record<number, IRange>>({ ...rows }).flatMap((row) => Object.values(row));
  const endRow = Math.max(stored.endRow, ...spills.map((spill) => spill.endRow));
  const endColumn = Math.max(stored.endColumn, ...spills.map((spill) => spill.endColumn));
  return { sheetId, row: 0, column: 0, rowCount: endRow + 1, columnCount: endColumn + 1 };
}

function used(open: OpenWorkbook, sheetId: string): Area | undefined {
  const cells = readCells(open, extent(open, sheetId));
  const places = cells.flatMap((row, i) => row.flatMap((cell, j) => (cell.type === "Empty" ? [] : [{ row: i, column: j }])));
  return boundsOf(sheetId, places);
}

const TEXTS: ReadonlySet<unknown> = new Set([CellValueType.STRING, CellValueType.FORCE_STRING]);

/** Places of an area in which a text stands that is stored as one. */
function textsIn(open: OpenWorkbook, area: Area) {
  const sheet = requireSheet(open, area.sheetId).getSheet();
  const { startRow, startColumn, endRow, endColumn } = toRange(clip(open, area));
  const texts: { readonly row: number; readonly column: number }[] = [];
  for (let row = startRow; row <= endRow; row += 1)
    for (let column = startColumn; column <= endColumn; column += 1)
      if (TEXTS.has(sheet.getCellRaw(row, column)?.t)) texts.push({ row, column });
  return texts;
}

/** Sets number formats and nothing else: by itself (Univer 0.25.1) the grid makes a number of each text, such as 007, that looks like one. */
function setNumberFormats(open: OpenWorkbook, area: Area, formats: readonly (readonly string[])[]) {
  grow(open, area);
  const texts = textsIn(open, area);
  const patterns = formats.map((row) => row.map((format) => (format === "General" ? "" : format)));
  open.asCode(() => rangeOf(open, area).setNumberFormats(patterns));
  const kept = new Set(textsIn(open, area).map(({ row, column }) => `${row},${column}`));
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (const { row, column } of texts)
    if (!kept.has(`${row},${column}`)) (cellValue[row] ??= {})[column] = { t: CellValueType.FORCE_STRING };
  const params = { unitId: open.workbook.getId(), subUnitId: area.sheetId, cellValue };
  if (Object.keys(cellValue).length > 0) open.asCode(() => open.api.syncExecuteCommand(SetRangeValuesMutation.id, params));
}

/** Cells of the workbook, with true values: numbers unrounded, booleans, and spilled cells as well. */
export function createCellStore(open: OpenWorkbook): CellStore {
  return {
    read: (area) => readCells(open, clip(open, area)),
    write: (area, contents) => writeCells(open, area, contents),
    text: (area) => rangeOf(open, area).getDisplayValues(),
    numberFormats: (area) =>
      rangeOf(open, area)
        .getNumberFormats()
        .map((row) => row.map((format) => format || "General")),
    setNumberFormats: (area, formats) => setNumberFormats(open, area, formats),
    clear: (area, cleared) => clearCells(open, area, cleared),
    insert: (area, shift) => insertCells(open, area, shift),
    remove: (area, shift) => removeCells(open, area, shift),
    spill: (area) => spillOf(open, area),
    used: (sheetId) => used(open, sheetId),
  };
}
