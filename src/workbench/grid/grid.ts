/** What Excel's side of office.js asks of a spreadsheet: cells, sheets, tables, names and what happens to them. Knows neither Excel nor the grid library. */

export type CellValue = string | number | boolean;
export type CellType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** A rectangle of cells on one sheet; rows and columns count from zero. */
export interface Area {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface Cell {
  readonly value: CellValue;
  readonly type: CellType;
  readonly formula: string;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly isHidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly showGridlines: boolean;
  readonly tabColor: string;
}

export interface SheetChange {
  readonly name?: string;
  readonly position?: number;
  readonly isHidden?: boolean;
  readonly showGridlines?: boolean;
  readonly tabColor?: string;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly style: string;
  /** Whether its headers bear the buttons that filter its rows. */
  readonly hasFilterButtons: boolean;
  /** Whether every other row is tinted. */
  readonly hasStripes: boolean;
  readonly area: Area;
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly id: string;
  readonly name: string;
}

export interface Name {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export interface Format {
  readonly fillColor?: string | undefined;
  readonly fontColor?: string | undefined;
  readonly fontName?: string | undefined;
  readonly fontSize?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly wrapText?: boolean | undefined;
  readonly horizontalAlignment?: string | undefined;
  readonly verticalAlignment?: string | undefined;
}

export interface Border {
  readonly edge: string;
  readonly style: string;
  readonly color: string;
}

export type Shift = "Down" | "Right" | "Up" | "Left";
export type Cleared = "All" | "Contents" | "Formats";
export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

export type GridEvent =
  /** `isByCode`: the add-in did it, not the hand of the user, nor an undo. */
  | { readonly kind: "changed"; readonly area: Area; readonly changeType: ChangeType; readonly isByCode: boolean }
  | { readonly kind: "selected"; readonly area: Area }
  | { readonly kind: "calculated" }
  | { readonly kind: "sheetAdded" | "sheetDeleted" | "sheetActivated"; readonly sheetId: string };

export interface CellStore {
  read(area: Area): Cell[][];
  /** Writes as if typed: text that starts with "=" is a formula, with "'" plain text; null leaves a cell alone, "" empties it. */
  write(area: Area, contents: readonly (readonly (CellValue | null)[])[]): void;
  /** Text as painted, in the cell's number format. */
  text(area: Area): string[][];
  numberFormats(area: Area): string[][];
  setNumberFormats(area: Area, formats: readonly (readonly string[])[]): void;
  clear(area: Area, cleared: Cleared): void;
  insert(area: Area, shift: Shift): void;
  remove(area: Area, shift: Shift): void;
  /** Cells into which the formula of the first cell spills, or undefined. */
  spill(area: Area): Area | undefined;
  /** Smallest area that holds every cell with content, or undefined on an empty sheet. */
  used(sheetId: string): Area | undefined;
}

export interface FormatStore {
  read(area: Area): Format;
  write(area: Area, format: Format): void;
  setBorder(area: Area, border: Border): void;
  columnWidthPixels(area: Area): number;
  setColumnWidthPixels(area: Area, width: number): void;
  rowHeightPixels(area: Area): number;
  setRowHeightPixels(area: Area, height: number): void;
  setColumnsHidden(area: Area, isHidden: boolean): void;
  setRowsHidden(area: Area, isHidden: boolean): void;
  fitColumns(area: Area): void;
  fitRows(area: Area): void;
}

export interface SheetStore {
  list(): readonly Sheet[];
  add(name?: string): string;
  remove(sheetId: string): void;
  change(sheetId: string, change: SheetChange): void;
  activate(sheetId: string): void;
  active(): string;
  freeze(sheetId: string, rows: number, columns: number): void;
  /** How many rows and columns stay in sight. */
  frozen(sheetId: string): { readonly rows: number; readonly columns: number };
}

export interface TableStore {
  list(): readonly Table[];
  add(area: Area, name: string | undefined): Promise<string>;
  remove(tableId: string): Promise<void>;
  rename(tableId: string, name: string): Promise<void>;
  resize(tableId: string, area: Area): Promise<void>;
  setStyle(tableId: string, style: string): void;
  showFilterButtons(tableId: string, areShown: boolean): void;
  showStripes(tableId: string, areShown: boolean): void;
}

export interface NameStore {
  list(): readonly Name[];
  set(name: Name): void;
  remove(name: string): void;
}

/** One series of a chart: the cells that it draws, and the looks by which one sees what it is. */
export interface ChartSeries {
  readonly name: string;
  /** A chart type of its own; the chart's where it has none. */
  readonly type: string | undefined;
  readonly values: Area | undefined;
  readonly categories: Area | undefined;
  /** Color of what is filled, "none" where nothing is. */
  readonly fill: string | undefined;
  /** Color of the line, "none" where there is none. */
  readonly line: string | undefined;
  readonly lineWeight: number | undefined;
  readonly marker: string | undefined;
  readonly markerColor: string | undefined;
  readonly markerSize: number | undefined;
  readonly gapWidth: number | undefined;
  /** How far bars of one category lie over each other, in percent. */
  readonly overlap: number | undefined;
}

/** What is set of an axis. */
export interface ChartAxis {
  readonly isReversed?: boolean;
  readonly labels?: string;
}

export interface ChartContent {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly valueTitle: string;
  readonly categoryTitle: string;
  readonly legendPosition: string;
  readonly categoryAxis?: ChartAxis;
  readonly valueAxis?: ChartAxis;
  readonly series: readonly ChartSeries[];
}

/** Place of a chart on its sheet, in pixels of the screen. */
export interface ChartBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Chart extends ChartContent, ChartBox {
  readonly id: string;
  readonly sheetId: string;
}

export interface ChartStore {
  list(sheetId: string): readonly Chart[];
  add(sheetId: string, content: ChartContent): string;
  change(id: string, change: Partial<ChartContent>): void;
  move(id: string, box: Partial<ChartBox>): void;
  /** Where these cells lie. */
  boxOf(area: Area): ChartBox;
  remove(id: string): void;
}

/** A list of allowed values: items with commas, or an address after an equals sign. */
export interface Validation {
  readonly source: string;
  readonly title: string;
  readonly message: string;
}

export interface ValidationStore {
  read(area: Area): Validation | undefined;
  set(area: Area, validation: Validation): void;
  clear(area: Area): void;
}

/** What a workbook keeps besides its cells: settings, protection, page layouts and how it calculates. Saved with it. */
export interface HostState {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly protectedSheets: readonly string[];
  readonly pages: Readonly<Record<string, PageLayout>>;
  readonly calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
}

export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  readonly pagesWide: number | undefined;
  readonly titleRows: string;
}

export interface HostStateStore {
  read(): HostState;
  change(change: Partial<HostState>): void;
}

export interface SelectionStore {
  read(): Area;
  select(area: Area): void;
}

/** Whether a person is typing into a cell: Excel lets no batch through until then. */
export interface CellEdit {
  isOpen(): boolean;
  /** Resolves when no cell is being edited and what was typed is in its cell. */
  closed(): Promise<void>;
}

export interface Grid {
  readonly cells: CellStore;
  readonly formats: FormatStore;
  readonly sheets: SheetStore;
  readonly tables: TableStore;
  readonly names: NameStore;
  readonly selection: SelectionStore;
  readonly charts: ChartStore;
  readonly validations: ValidationStore;
  readonly state: HostStateStore;
  readonly cellEdit: CellEdit;
  /** Makes one step of undo of everything that the work writes. */
  readonly inOneStep: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Resolves when no formula waits to be calculated. */
  readonly settled: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  /** Calls the listener on every event until the returned function is called. */
  listen(listener: (event: GridEvent) => void): () => void;
}
