import { MAX_COLUMNS, MAX_ROWS, toA1 } from "../grid/address";
import type { Area, Cleared } from "../grid/grid";
import { cellProperties } from "./cellProperties";
import { boundingBox, intersection, isInside } from "./areas";
import { ClientObject, type Resolve } from "./clientObject";
import { DataValidation } from "./dataValidation";
import { OfficeError } from "./errors";
import { toMatrix } from "./matrix";
import { requireUnprotected } from "./protection";
import { RangeFormat } from "./rangeFormat";
import type { RequestContext } from "./requestContext";
import type { Subset } from "./subset";
import type { Worksheet } from "./worksheet";

type Members = Subset<
  Excel.Range,
  | "address"
  | "clear"
  | "columnCount"
  | "columnHidden"
  | "columnIndex"
  | "dataValidation"
  | "delete"
  | "format"
  | "formulas"
  | "getBoundingRect"
  | "getCell"
  | "getCellProperties"
  | "getColumn"
  | "getEntireColumn"
  | "getEntireRow"
  | "getIntersection"
  | "getIntersectionOrNullObject"
  | "getLastCell"
  | "getLastColumn"
  | "getLastRow"
  | "getOffsetRange"
  | "getResizedRange"
  | "getRow"
  | "getSpillingToRangeOrNullObject"
  | "getUsedRange"
  | "getUsedRangeOrNullObject"
  | "hasSpill"
  | "insert"
  | "numberFormat"
  | "rowCount"
  | "rowHidden"
  | "rowIndex"
  | "select"
  | "text"
  | "valueTypes"
  | "values"
  | "worksheet"
>;

// The cell boundary: what a cell holds is any in the API itself.
type Cells = Excel.Range["values"];

export class Range extends ClientObject<Area> implements Members {
  constructor(context: RequestContext, resolve: Resolve<Area>, mayBeNull = false) {
    super(context, resolve, mayBeNull, "Range");
  }

  protected readers() {
    const { cells, sheets } = this.context.grid;
    const sheetName = () => sheets.list().find(({ id }) => id === this.target().sheetId)?.name;
    return {
      address: () => toA1(this.target(), sheetName()),
      columnCount: () => this.target().columnCount,
      columnIndex: () => this.target().column,
      formulas: () => cells.read(this.target()).map((row) => row.map((cell) => (cell.formula.startsWith("=") ? cell.formula : cell.value))),
      hasSpill: () => cells.spill({ ...this.target(), rowCount: 1, columnCount: 1 }) !== undefined,
      numberFormat: () => cells.numberFormats(this.target()),
      rowCount: () => this.target().rowCount,
      rowIndex: () => this.target().row,
      text: () => cells.text(this.target()),
      valueTypes: () => cells.read(this.target()).map((row) => row.map((cell) => cell.type)),
      values: () => cells.read(this.target()).map((row) => row.map((cell) => cell.value)),
    };
  }

  get worksheet(): Worksheet {
    return this.child("worksheet", () => this.context.workbook.worksheets.owner(() => this.targetOrNull()?.sheetId));
  }

  get format(): RangeFormat {
    return this.child("format", () => new RangeFormat(this));
  }

  get dataValidation(): DataValidation {
    return this.child("dataValidation", () => new DataValidation(this));
  }

  /** Writes cells once the queue runs, unless their sheet is protected. */
  private actOnCells(operation: (area: Area) => void) {
    this.act((area) => {
      requireUnprotected(this.context, area.sheetId);
      operation(area);
    });
  }

  private assignCells(name: string, value: unknown, write: (area: Area) => void) {
    this.keep({ [name]: value });
    this.actOnCells(write);
  }

  get address(): string {
    return this.loadedValue("address");
  }

  get columnCount(): number {
    return this.loadedValue("columnCount");
  }

  get columnIndex(): number {
    return this.loadedValue("columnIndex");
  }

  get rowCount(): number {
    return this.loadedValue("rowCount");
  }

  get rowIndex(): number {
    return this.loadedValue("rowIndex");
  }

  get hasSpill(): boolean {
    return this.loadedValue("hasSpill");
  }

  get text(): string[][] {
    return this.loadedValue("text");
  }

  get valueTypes(): Excel.RangeValueType[][] {
    return this.loadedValue("valueTypes");
  }

  get values(): Cells {
    return this.loadedValue("values");
  }

  set values(values: Cells) {
    this.assignCells("values", values, (area) => this.context.grid.cells.write(area, toMatrix(values, area)));
  }

  get formulas(): Cells {
    return this.loadedValue("formulas");
  }

  set formulas(formulas: Cells) {
    this.assignCells("formulas", formulas, (area) => this.context.grid.cells.write(area, toMatrix(formulas, area)));
  }

  get numberFormat(): Cells {
    return this.loadedValue("numberFormat");
  }

  set numberFormat(formats: Cells) {
    this.assignCells("numberFormat", formats, (area) =>
      this.context.grid.cells.setNumberFormats(
        area,
        toMatrix(formats, area).map((row) => row.map(String)),
      ),
    );
  }

  get columnHidden(): boolean {
    return this.loadedValue("columnHidden");
  }

  set columnHidden(isHidden: boolean) {
    this.assign("columnHidden", isHidden, (area) => this.context.grid.formats.setColumnsHidden(area, isHidden));
  }

  get rowHidden(): boolean {
    return this.loadedValue("rowHidden");
  }

  set rowHidden(isHidden: boolean) {
    this.assign("rowHidden", isHidden, (area) => this.context.grid.formats.setRowsHidden(area, isHidden));
  }

  private derive(change: (area: Area) => Area | undefined | Promise<Area | undefined>, mayBeNull = false): Range {
    const resolve = async () => {
      const area = this.targetOrNull();
      const derived = area && (await change(area));
      if (derived && !isInside(derived)) throw new OfficeError("InvalidArgument", "The range lies outside the worksheet.");
      return derived;
    };
    return new Range(this.context, resolve, mayBeNull);
  }

  getCell(row: number, column: number): Range {
    return this.derive((area) => ({ ...area, row: area.row + row, column: area.column + column, rowCount: 1, columnCount: 1 }));
  }

  getCellProperties(cellPropertiesLoadOptions: Excel.CellPropertiesLoadOptions): {
    readonly value: Excel.CellProperties[][];
    toJSON(): unknown;
  } {
    const result: { value: Excel.CellProperties[][]; toJSON(): unknown } = { value: [], toJSON: () => result.value };
    this.act((area) => {
      const { formats } = this.context.grid;
      const look = (row: number, column: number) => formats.read({ ...area, row: area.row + row, column: area.column + column });
      result.value = Array.from({ length: area.rowCount }, (_row, row) =>
        Array.from({ length: area.columnCount }, (_cell, column) => cellProperties(look(row, column), cellPropertiesLoadOptions)),
      );
    });
    return result;
  }

  getRow(row: number): Range {
    return this.derive((area) => ({ ...area, row: area.row + row, rowCount: 1 }));
  }

  getColumn(column: number): Range {
    return this.derive((area) => ({ ...area, column: area.column + column, columnCount: 1 }));
  }

  getLastCell(): Range {
    return this.getLastRow().getLastColumn();
  }

  getLastRow(): Range {
    return this.derive((area) => ({ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }));
  }

  getLastColumn(): Range {
    return this.derive((area) => ({ ...area, column: area.column + area.columnCount - 1, columnCount: 1 }));
  }

  getResizedRange(deltaRows: number, deltaColumns: number): Range {
    return this.derive((area) => ({ ...area, rowCount: area.rowCount + deltaRows, columnCount: area.columnCount + deltaColumns }));
  }

  getOffsetRange(rowOffset: number, columnOffset: number): Range {
    return this.derive((area) => ({ ...area, row: area.row + rowOffset, column: area.column + columnOffset }));
  }

  getEntireRow(): Range {
    return this.derive((area) => ({ ...area, column: 0, columnCount: MAX_COLUMNS }));
  }

  getEntireColumn(): Range {
    return this.derive((area) => ({ ...area, row: 0, rowCount: MAX_ROWS }));
  }

  private resolveOther(other: Range | string): Range {
    return typeof other === "string" ? this.worksheet.getRange(other) : other;
  }

  getIntersection(anotherRange: Range | string): Range {
    const other = this.resolveOther(anotherRange);
    return this.derive((area) => intersection(area, other.target()));
  }

  getIntersectionOrNullObject(anotherRange: Range | string): Range {
    const other = this.resolveOther(anotherRange);
    return this.derive((area) => intersection(area, other.target()), true);
  }

  getBoundingRect(anotherRange: Range | string): Range {
    const other = this.resolveOther(anotherRange);
    return this.derive((area) => boundingBox(area, other.target()));
  }

  getUsedRange(_valuesOnly?: boolean): Range {
    return this.derive(async (area) => (await this.usedPart(area)) ?? { ...area, rowCount: 1, columnCount: 1 });
  }

  getUsedRangeOrNullObject(_valuesOnly?: boolean): Range {
    return this.derive((area) => this.usedPart(area), true);
  }

  private async usedPart(area: Area): Promise<Area | undefined> {
    await this.context.grid.settled();
    const used = this.context.grid.cells.used(area.sheetId);
    return used && intersection(area, used);
  }

  getSpillingToRangeOrNullObject(): Range {
    const spill = async (area: Area) => {
      await this.context.grid.settled();
      return this.context.grid.cells.spill(area);
    };
    return this.derive(spill, true);
  }

  select(): void {
    this.act((area) => this.context.grid.selection.select(area));
  }

  clear(applyTo: Excel.ClearApplyTo | "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents" = "All"): void {
    if (applyTo !== "All" && applyTo !== "Formats" && applyTo !== "Contents")
      throw new OfficeError("InvalidArgument", `clear("${applyTo}") is not in the workbench.`);
    this.actOnCells((area) => this.context.grid.cells.clear(area, applyTo satisfies Cleared));
  }

  insert(shift: Excel.InsertShiftDirection | "Down" | "Right"): Range {
    this.actOnCells((area) => this.context.grid.cells.insert(area, shift));
    return this.derive((area) => area);
  }

  delete(shift: Excel.DeleteShiftDirection | "Up" | "Left"): void {
    this.actOnCells((area) => this.context.grid.cells.remove(area, shift));
  }
}
