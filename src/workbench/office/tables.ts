import { toA1 } from "../grid/address";
import type { Area, Table as GridTable } from "../grid/grid";
import { intersection } from "./areas";
import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import { OfficeError } from "./errors";
import { EventHandlers } from "./events";
import { Range } from "./range";
import type { RequestContext } from "./requestContext";
import { resolveAddress } from "./sheetAddress";
import type { Subset } from "./subset";
import { TableColumnCollection, TableRowCollection } from "./tableParts";
import type { Worksheet } from "./worksheet";

type Members = Subset<
  Excel.Table,
  | "columns"
  | "convertToRange"
  | "delete"
  | "getDataBodyRange"
  | "getHeaderRowRange"
  | "getRange"
  | "id"
  | "name"
  | "onChanged"
  | "resize"
  | "rows"
  | "showBandedRows"
  | "showFilterButton"
  | "showHeaders"
  | "showTotals"
  | "style"
  | "worksheet"
>;

export class Table extends ClientObject<string> implements Members {
  constructor(context: RequestContext, resolve: Resolve<string>, mayBeNull = false) {
    super(context, resolve, mayBeNull, "Table");
  }

  protected readers() {
    return {
      id: () => this.target(),
      name: () => this.table().name,
      showBandedRows: () => true,
      showFilterButton: () => this.table().hasFilterButtons,
      showHeaders: () => true,
      showTotals: () => false,
      style: () => this.table().style,
    };
  }

  /** The table as it stands now; to be asked while the queue runs. */
  table(): GridTable {
    return requireTable(this.context, this.target());
  }

  get id(): string {
    return this.loadedValue("id");
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.assign("name", name, (id) => this.context.grid.tables.rename(id, name));
  }

  get style(): string {
    return this.loadedValue("style");
  }

  set style(style: string) {
    this.assign("style", style, (id) => this.context.grid.tables.setStyle(id, style));
  }

  /** The grid shows bands and headers always, totals never. */
  get showBandedRows(): boolean {
    return this.loadedValue("showBandedRows");
  }

  set showBandedRows(isShown: boolean) {
    this.assign("showBandedRows", isShown, () => undefined);
  }

  get showFilterButton(): boolean {
    return this.loadedValue("showFilterButton");
  }

  set showFilterButton(isShown: boolean) {
    this.assign("showFilterButton", isShown, (id) => this.context.grid.tables.showFilterButtons(id, isShown));
  }

  get showHeaders(): boolean {
    return this.loadedValue("showHeaders");
  }

  get showTotals(): boolean {
    return this.loadedValue("showTotals");
  }

  get columns(): TableColumnCollection {
    return this.child("columns", () => new TableColumnCollection(this));
  }

  get rows(): TableRowCollection {
    return this.child("rows", () => new TableRowCollection(this));
  }

  get worksheet(): Worksheet {
    return this.child("worksheet", () =>
      this.context.workbook.worksheets.owner(() => (this.targetOrNull() === undefined ? undefined : this.table().area.sheetId)),
    );
  }

  get onChanged(): EventHandlers<object> {
    return this.child(
      "onChanged",
      () => new EventHandlers(this.context, (emit) => onTableChanged(this.context, () => this.target(), emit)),
    );
  }

  /** A range of the table; of a null object, a null object. */
  range(part: (table: GridTable) => Area): Range {
    return new Range(this.context, () => (this.targetOrNull() === undefined ? undefined : part(this.table())), this.targetMayBeNull());
  }

  getRange(): Range {
    return this.range(({ area }) => area);
  }

  getHeaderRowRange(): Range {
    return this.range(({ area }) => ({ ...area, rowCount: 1 }));
  }

  getDataBodyRange(): Range {
    return this.range(({ area }) => ({ ...area, row: area.row + 1, rowCount: area.rowCount - 1 }));
  }

  resize(newRange: Range | string): void {
    this.act((id) => {
      const { area } = this.table();
      const next = typeof newRange === "string" ? resolveAddress(this.context.grid, newRange, area.sheetId) : newRange.target();
      if (next.sheetId !== area.sheetId || next.row !== area.row || next.rowCount < 2) {
        throw new OfficeError("InvalidArgument", "A table keeps its header row and has at least one row below it.", "Table.resize");
      }
      return this.context.grid.tables.resize(id, next);
    });
  }

  convertToRange(): Range {
    const range = this.getRange();
    this.act((id) => this.context.grid.tables.remove(id));
    return range;
  }

  delete(): void {
    this.act(async (id) => {
      const { area } = this.table();
      await this.context.grid.tables.remove(id);
      this.context.grid.cells.clear(area, "All");
    });
  }
}

function requireTable({ grid }: RequestContext, id: string): GridTable {
  const table = grid.tables.list().find((candidate) => candidate.id === id);
  if (table === undefined) throw new OfficeError("ItemNotFound", undefined, "Table");
  return table;
}

function onTableChanged(context: RequestContext, tableId: () => string | undefined, emit: (args: object) => void): () => void {
  return context.grid.listen((event) => {
    if (event.kind !== "changed") return;
    const wanted = tableId();
    for (const table of context.grid.tables.list()) {
      if (wanted !== undefined && table.id !== wanted) continue;
      const shared = intersection(table.area, event.area);
      if (shared === undefined) continue;
      const place = { tableId: table.id, worksheetId: shared.sheetId, address: toA1(event.area) };
      emit({ type: "TableChanged", changeType: event.changeType, source: "Local", ...place });
    }
  });
}

type CollectionMembers = Subset<
  Excel.TableCollection,
  "add" | "getCount" | "getItem" | "getItemAt" | "getItemOrNullObject" | "items" | "onChanged"
>;

/** Tables of the workbook, or of one sheet. */
export class TableCollection extends ClientCollection<Table> implements CollectionMembers {
  constructor(
    context: RequestContext,
    private readonly sheetId: () => string | undefined,
  ) {
    super(context, () => true, false, "TableCollection");
  }

  private tables(): readonly GridTable[] {
    const sheetId = this.sheetId();
    return this.context.grid.tables.list().filter(({ area }) => sheetId === undefined || area.sheetId === sheetId);
  }

  protected list(): Table[] {
    return this.tables().map(({ id }) => new Table(this.context, () => id));
  }

  private find(key: string): string | undefined {
    return this.tables().find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase())?.id;
  }

  getItem(key: string): Table {
    return new Table(this.context, () => this.find(key));
  }

  getItemAt(index: number): Table {
    return new Table(this.context, () => this.tables()[index]?.id);
  }

  getItemOrNullObject(key: string): Table {
    return new Table(this.context, () => this.find(key), true);
  }

  add(address: Range | string, hasHeaders: boolean): Table {
    const create = () => {
      if (!hasHeaders) throw new OfficeError("InvalidArgument", "A table without headers is not in the workbench.", "TableCollection.add");
      const sheetId = this.sheetId() ?? this.context.grid.sheets.active();
      const area = typeof address === "string" ? resolveAddress(this.context.grid, address, sheetId) : address.target();
      return this.context.grid.tables.add(area, undefined);
    };
    return new Table(this.context, create);
  }

  get onChanged(): EventHandlers<object> {
    return this.child("onChanged", () => new EventHandlers(this.context, (emit) => onTableChanged(this.context, () => undefined, emit)));
  }
}
