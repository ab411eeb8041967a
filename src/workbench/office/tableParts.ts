import type { Area, Table as GridTable } from "../grid/grid";
import { ClientObject, type Resolve } from "./clientObject";
import { ClientCollection } from "./collection";
import { OfficeError } from "./errors";
import { toMatrix } from "./matrix";
import { Range } from "./range";
import type { Subset } from "./subset";
import type { Table } from "./tables";

type ColumnMembers = Subset<
  Excel.TableColumn,
  "delete" | "getDataBodyRange" | "getHeaderRowRange" | "getRange" | "index" | "name" | "values"
>;

/** A column of a table; it stands for its place in the table at the time it was asked for. */
export class TableColumn extends ClientObject<number> implements ColumnMembers {
  constructor(
    private readonly owner: Table,
    resolve: Resolve<number>,
    mayBeNull = false,
  ) {
    super(owner.context, resolve, mayBeNull, "TableColumn");
  }

  protected readers() {
    return {
      index: () => this.target(),
      name: () => this.owner.table().columns[this.target()]?.name,
      values: () => this.context.grid.cells.read(this.area()).map((row) => row.map((cell) => cell.value)),
    };
  }

  private area(): Area {
    const { area } = this.owner.table();
    return { ...area, column: area.column + this.target(), columnCount: 1 };
  }

  get index(): number {
    return this.loadedValue("index");
  }

  get name(): string {
    return this.loadedValue("name");
  }

  set name(name: string) {
    this.assign("name", name, () => this.context.grid.cells.write({ ...this.area(), rowCount: 1 }, [[name]]));
  }

  get values(): Excel.TableColumn["values"] {
    return this.loadedValue("values");
  }

  set values(values: Excel.TableColumn["values"]) {
    this.assign("values", values, () => this.context.grid.cells.write(this.area(), toMatrix(values, this.area())));
  }

  private range(part: (area: Area) => Area): Range {
    return new Range(this.context, () => (this.targetOrNull() === undefined ? undefined : part(this.area())), this.targetMayBeNull());
  }

  getRange(): Range {
    return this.range((area) => area);
  }

  getHeaderRowRange(): Range {
    return this.range((area) => ({ ...area, rowCount: 1 }));
  }

  getDataBodyRange(): Range {
    return this.range((area) => ({ ...area, row: area.row + 1, rowCount: area.rowCount - 1 }));
  }

  delete(): void {
    this.act(() => this.context.grid.cells.remove(this.area(), "Left"));
  }
}

type ColumnsMembers = Subset<
  Excel.TableColumnCollection,
  "add" | "count" | "getCount" | "getItem" | "getItemAt" | "getItemOrNullObject" | "items"
>;

export class TableColumnCollection extends ClientCollection<TableColumn> implements ColumnsMembers {
  constructor(private readonly owner: Table) {
    super(owner.context, () => true, false, "TableColumnCollection");
  }

  protected list(): TableColumn[] {
    return this.owner.table().columns.map((_, index) => new TableColumn(this.owner, () => index));
  }

  private find(key: number | string): number | undefined {
    const index = this.owner.table().columns.findIndex(({ id, name }) => name.toLowerCase() === String(key).toLowerCase() || id === key);
    return index < 0 ? undefined : index;
  }

  getItem(key: number | string): TableColumn {
    return new TableColumn(this.owner, () => this.find(key));
  }

  getItemAt(index: number): TableColumn {
    return new TableColumn(this.owner, () => (index < this.owner.table().columns.length ? index : undefined));
  }

  getItemOrNullObject(key: number | string): TableColumn {
    return new TableColumn(this.owner, () => this.find(key), true);
  }

  /** Adds a column at the right end: the only place that needs no cells moved. */
  add(index?: number, values?: Parameters<Excel.TableColumnCollection["add"]>[1], name?: string): TableColumn {
    const create = async () => {
      const table = this.owner.table();
      const { cells, tables } = this.context.grid;
      const end = table.columns.length;
      if (index !== undefined && index !== null && index >= 0 && index !== end) {
        throw new OfficeError("InvalidArgument", "The workbench adds a column at the end of a table only.", "TableColumnCollection.add");
      }
      const column = { ...table.area, column: table.area.column + end, columnCount: 1 };
      if (values !== undefined) cells.write(column, toMatrix(values, column));
      if (name !== undefined) cells.write({ ...column, rowCount: 1 }, [[name]]);
      await tables.resize(table.id, { ...table.area, columnCount: end + 1 });
      return end;
    };
    return new TableColumn(this.owner, create);
  }
}

/** A row of a table; it stands for its place below the header at the time it was asked for. */
export class TableRow extends ClientObject<number> implements Subset<Excel.TableRow, "index"> {
  protected readers() {
    return { index: () => this.target() };
  }

  get index(): number {
    return this.loadedValue("index");
  }
}

type RowsMembers = Subset<Excel.TableRowCollection, "add" | "count" | "getCount">;

/** Rows of a table: counted, and added at its end. */
export class TableRowCollection extends ClientObject<true> implements RowsMembers {
  constructor(private readonly owner: Table) {
    super(owner.context, () => true, false, "TableRowCollection");
  }

  private bodyRows(): number {
    const { area }: GridTable = this.owner.table();
    return area.rowCount - 1;
  }

  protected readers() {
    return { count: () => this.bodyRows() };
  }

  get count(): number {
    return this.loadedValue("count");
  }

  /** Adds rows at the end, over cells that hold nothing: the only place that needs no cells moved. */
  add(index?: number, values?: Parameters<Excel.TableRowCollection["add"]>[1]): TableRow {
    const create = async () => {
      const { id, area } = this.owner.table();
      const { cells, tables } = this.context.grid;
      const end = this.bodyRows();
      const rows = { ...area, row: area.row + area.rowCount, rowCount: Array.isArray(values) ? values.length : 1 };
      const isFree = cells.read(rows).every((line) => line.every(({ value, formula }) => value === "" && formula === ""));
      if (!isFree || (index !== undefined && index !== null && index >= 0 && index !== end))
        throw new OfficeError(
          "InvalidArgument",
          "The workbench adds rows at the end of a table over blank cells only.",
          "TableRowCollection.add",
        );
      if (values !== undefined) cells.write(rows, toMatrix(values, rows));
      await tables.resize(id, { ...area, rowCount: area.rowCount + rows.rowCount });
      return end;
    };
    return new TableRow(this.owner.context, create, false, "TableRow");
  }

  getCount(): { readonly value: number } {
    const result = { value: NaN };
    this.act(() => {
      result.value = this.bodyRows();
    });
    return result;
  }
}
