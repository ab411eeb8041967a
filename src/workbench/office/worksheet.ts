import type { Area, Sheet } from "../grid/grid";
import { toA1 } from "../grid/address";
import { ClientObject, type Resolve } from "./clientObject";
import { OfficeError } from "./errors";
import { EventHandlers } from "./events";
import { ChartCollection } from "./charts";
import { NamedItemCollection } from "./names";
import { PageLayout } from "./pageLayout";
import { Protection } from "./protection";
import { Range } from "./range";
import type { RequestContext } from "./requestContext";
import { resolveAddress, wholeSheet } from "./sheetAddress";
import type { Subset } from "./subset";
import { TableCollection } from "./tables";

export class WorksheetFreezePanes
  extends ClientObject<string>
  implements Subset<Excel.WorksheetFreezePanes, "freezeAt" | "freezeColumns" | "freezeRows" | "getLocationOrNullObject" | "unfreeze">
{
  constructor(sheet: Worksheet) {
    super(sheet.context, () => sheet.targetOrNull(), true, "WorksheetFreezePanes");
  }

  protected readers() {
    return {};
  }

  freezeRows(count = 0): void {
    this.act((sheetId) => this.context.grid.sheets.freeze(sheetId, count, 0));
  }

  freezeColumns(count = 0): void {
    this.act((sheetId) => this.context.grid.sheets.freeze(sheetId, 0, count));
  }

  freezeAt(frozenRange: Range | string): void {
    this.act((sheetId) => {
      const area = typeof frozenRange === "string" ? resolveAddress(this.context.grid, frozenRange, sheetId) : frozenRange.target();
      this.context.grid.sheets.freeze(sheetId, area.row + area.rowCount, area.column + area.columnCount);
    });
  }

  /** What stays in sight: whole rows or columns where nothing else does, as in Excel. */
  getLocationOrNullObject(): Range {
    const location = (): Area | undefined => {
      const sheetId = this.target();
      const { rows, columns } = this.context.grid.sheets.frozen(sheetId);
      return rows + columns === 0
        ? undefined
        : { ...wholeSheet(sheetId), ...(rows > 0 && { rowCount: rows }), ...(columns > 0 && { columnCount: columns }) };
    };
    return new Range(this.context, location, true);
  }

  unfreeze(): void {
    this.act((sheetId) => this.context.grid.sheets.freeze(sheetId, 0, 0));
  }
}

type Visibility = Excel.SheetVisibility | "Visible" | "Hidden" | "VeryHidden";
type Members = Subset<
  Excel.Worksheet,
  | "activate"
  | "charts"
  | "delete"
  | "freezePanes"
  | "getCell"
  | "getRange"
  | "getRangeByIndexes"
  | "getUsedRange"
  | "getUsedRangeOrNullObject"
  | "id"
  | "name"
  | "names"
  | "onActivated"
  | "onCalculated"
  | "onChanged"
  | "onSelectionChanged"
  | "pageLayout"
  | "position"
  | "protection"
  | "showGridlines"
  | "tabColor"
  | "tables"
  | "visibility"
>;

export class Worksheet extends ClientObject<string> implements Members {
  constructor(context: RequestContext, resolve: Resolve<string>, mayBeNull = false) {
    super(context, resolve, mayBeNull, "Worksheet");
  }

  protected readers() {
    return {
      id: () => this.sheet().id,
      name: () => this.sheet().name,
      position: () => this.sheet().position,
      showGridlines: () => this.sheet().showGridlines,
      tabColor: () => this.sheet().tabColor,
      visibility: () => (this.sheet().isHidden ? "Hidden" : "Visible"),
    };
  }

  private sheet(): Sheet {
    const sheet = this.context.grid.sheets.list().find(({ id }) => id === this.target());
    if (sheet === undefined) throw new OfficeError("ItemNotFound", undefined, "Worksheet");
    return sheet;
  }

  get id(): string {
    return this.loadedValue("id");
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.assign("name", name, (sheetId) => this.context.grid.sheets.change(sheetId, { name }));
  }

  get position(): number {
    return this.loadedValue("position");
  }

  set position(position: number) {
    this.assign("position", position, (sheetId) => this.context.grid.sheets.change(sheetId, { position }));
  }

  get visibility(): Visibility {
    return this.loadedValue("visibility");
  }

  set visibility(visibility: Visibility) {
    this.assign("visibility", visibility, (sheetId) => this.context.grid.sheets.change(sheetId, { isHidden: visibility !== "Visible" }));
  }

  get showGridlines(): boolean {
    return this.loadedValue("showGridlines");
  }

  set showGridlines(showGridlines: boolean) {
    this.assign("showGridlines", showGridlines, (sheetId) => this.context.grid.sheets.change(sheetId, { showGridlines }));
  }

  get tabColor(): string {
    return this.loadedValue("tabColor");
  }

  set tabColor(tabColor: string) {
    this.assign("tabColor", tabColor, (sheetId) => this.context.grid.sheets.change(sheetId, { tabColor }));
  }

  get protection(): Protection {
    return this.child("protection", () => new Protection(this));
  }

  get charts(): ChartCollection {
    return this.child("charts", () => new ChartCollection(this));
  }

  get pageLayout(): PageLayout {
    return this.child("pageLayout", () => new PageLayout(this));
  }

  get freezePanes(): WorksheetFreezePanes {
    return this.child("freezePanes", () => new WorksheetFreezePanes(this));
  }

  get tables(): TableCollection {
    return this.child("tables", () => new TableCollection(this.context, () => this.target()));
  }

  get names(): NamedItemCollection {
    return this.child("names", () => new NamedItemCollection(this.context));
  }

  get onChanged(): EventHandlers<object> {
    return this.child(
      "onChanged",
      () => new EventHandlers(this.context, (emit) => onSheetEvents(this.context, "changed", () => this.target(), emit)),
    );
  }

  get onSelectionChanged(): EventHandlers<object> {
    return this.child(
      "onSelectionChanged",
      () => new EventHandlers(this.context, (emit) => onSheetEvents(this.context, "selected", () => this.target(), emit)),
    );
  }

  get onCalculated(): EventHandlers<object> {
    return this.child(
      "onCalculated",
      () => new EventHandlers(this.context, (emit) => onCalculated(this.context, () => this.target(), emit)),
    );
  }

  get onActivated(): EventHandlers<object> {
    const worksheet = () => this.target();
    return this.child(
      "onActivated",
      () =>
        new EventHandlers(this.context, (emit) =>
          this.context.grid.listen((event) => {
            if (event.kind === "sheetActivated" && event.sheetId === worksheet())
              emit({ type: "WorksheetActivated", worksheetId: event.sheetId });
          }),
        ),
    );
  }

  activate(): void {
    this.act((sheetId) => this.context.grid.sheets.activate(sheetId));
  }

  delete(): void {
    this.act((sheetId) => this.context.grid.sheets.remove(sheetId));
  }

  private range(resolve: (sheetId: string) => Area | undefined | Promise<Area | undefined>, mayBeNull = false): Range {
    const area = () => {
      const sheetId = this.targetOrNull();
      return sheetId === undefined ? undefined : resolve(sheetId);
    };
    return new Range(this.context, area, mayBeNull);
  }

  getRange(address?: string): Range {
    return this.range((sheetId) => (address ? resolveAddress(this.context.grid, address, sheetId) : wholeSheet(sheetId)));
  }

  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getRangeByIndexes(row: number, column: number, rowCount: number, columnCount: number): Range {
    return this.range((sheetId) => ({ sheetId, row, column, rowCount, columnCount }));
  }

  getUsedRange(_valuesOnly?: boolean): Range {
    return this.range(async (sheetId) => (await this.used(sheetId)) ?? { sheetId, row: 0, column: 0, rowCount: 1, columnCount: 1 });
  }

  getUsedRangeOrNullObject(_valuesOnly?: boolean): Range {
    return this.range((sheetId) => this.used(sheetId), true);
  }

  private async used(sheetId: string): Promise<Area | undefined> {
    await this.context.grid.settled();
    return this.context.grid.cells.used(sheetId);
  }
}

const EVENT_TYPES = { changed: "WorksheetChanged", selected: "WorksheetSelectionChanged" } as const;

/** Edits or selections on one sheet, or on all where no sheet is asked for. */
export function onSheetEvents(
  { grid }: RequestContext,
  kind: "changed" | "selected",
  sheetId: () => string | undefined,
  emit: (args: object) => void,
): () => void {
  return grid.listen((event) => {
    if (event.kind !== kind) return;
    const wanted = sheetId();
    if (wanted !== undefined && event.area.sheetId !== wanted) return;
    const change =
      event.kind === "changed"
        ? { changeType: event.changeType, source: "Local", triggerSource: event.isByCode ? "ThisLocalAddin" : "Unknown" }
        : {};
    emit({ type: EVENT_TYPES[kind], worksheetId: event.area.sheetId, address: toA1(event.area), ...change });
  });
}

export function onCalculated({ grid }: RequestContext, sheetId: () => string, emit: (args: object) => void): () => void {
  return grid.listen((event) => {
    if (event.kind === "calculated") emit({ type: "WorksheetCalculated", worksheetId: sheetId() });
  });
}
