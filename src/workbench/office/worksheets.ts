import { toA1 } from "../grid/address";
import type { Area, Grid, PageLayout as GridPageLayout, Sheet } from "../grid/grid";
import { HostError } from "./errors";
import { type ExcelClass, type Host, type HostObject, object } from "./objects";
import { range, rangeOrNothing } from "./range";
import { areaOf, resolveAddress, wholeSheet } from "./sheetAddress";

function requireSheet(grid: Grid, sheetId: string): Sheet {
  const sheet = grid.sheets.list().find(({ id }) => id === sheetId);
  if (sheet === undefined) throw new HostError("ItemNotFound");
  return sheet;
}

async function used(sheetId: string, { grid }: Host): Promise<Area | undefined> {
  await grid.settled();
  return grid.cells.used(sheetId);
}

export const Worksheet: ExcelClass<"Worksheet"> = {
  id: (sheetId) => sheetId,
  values: {
    id: (sheetId) => sheetId,
    name: (sheetId, { grid }) => requireSheet(grid, sheetId).name,
    position: (sheetId, { grid }) => requireSheet(grid, sheetId).position,
    showGridlines: (sheetId, { grid }) => requireSheet(grid, sheetId).showGridlines,
    tabColor: (sheetId, { grid }) => requireSheet(grid, sheetId).tabColor,
    visibility: (sheetId, { grid }) => (requireSheet(grid, sheetId).isHidden ? "Hidden" : "Visible"),
  },
  setters: {
    name: (sheetId, name, { grid }) => grid.sheets.change(sheetId, { name: String(name) }),
    position: (sheetId, position, { grid }) => grid.sheets.change(sheetId, { position: Number(position) }),
    showGridlines: (sheetId, isShown, { grid }) => grid.sheets.change(sheetId, { showGridlines: isShown === true }),
    tabColor: (sheetId, color, { grid }) => grid.sheets.change(sheetId, { tabColor: String(color) }),
    visibility: (sheetId, visibility, { grid }) => grid.sheets.change(sheetId, { isHidden: visibility !== "Visible" }),
  },
  objects: {
    charts: (sheetId) => object("ChartCollection", sheetId),
    freezePanes: (sheetId) => object("WorksheetFreezePanes", sheetId),
    names: () => object("NamedItemCollection", "workbook"),
    pageLayout: (sheetId) => object("PageLayout", sheetId),
    protection: (sheetId) => object("WorksheetProtection", sheetId),
    tables: (sheetId) => object("TableCollection", { sheetId }),
  },
  methods: {
    activate: (sheetId, { grid }) => grid.sheets.activate(sheetId),
    delete: (sheetId, { grid }) => grid.sheets.remove(sheetId),
    getCell: (sheetId, _host, row, column) => range({ sheetId, row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 }),
    getRange: (sheetId, { grid }, address) =>
      range(typeof address === "string" && address !== "" ? resolveAddress(grid, address, sheetId) : wholeSheet(sheetId)),
    getRangeByIndexes: (sheetId, _host, row, column, rowCount, columnCount) =>
      range({ sheetId, row: Number(row), column: Number(column), rowCount: Number(rowCount), columnCount: Number(columnCount) }),
    getUsedRange: async (sheetId, host) =>
      range((await used(sheetId, host)) ?? { sheetId, row: 0, column: 0, rowCount: 1, columnCount: 1 }),
    getUsedRangeOrNullObject: async (sheetId, host) => rangeOrNothing(await used(sheetId, host)),
  },
};

function findSheet({ grid }: Host, key: unknown): HostObject | undefined {
  const wanted = String(key);
  const sheets = grid.sheets.list();
  const sheet = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? sheets.find(({ id }) => id === wanted);
  return sheet && object("Worksheet", sheet.id);
}

const inOrder = ({ grid }: Host, visibleOnly: unknown): Sheet[] =>
  grid.sheets.list().filter(({ isHidden }) => visibleOnly !== true || !isHidden);

export const WorksheetCollection: ExcelClass<"WorksheetCollection"> = {
  items: (_workbook, { grid }) => grid.sheets.list().map(({ id }) => object("Worksheet", id)),
  methods: {
    add: (_workbook, { grid }, name) => object("Worksheet", grid.sheets.add(name as string | undefined)),
    getActiveWorksheet: (_workbook, { grid }) => object("Worksheet", grid.sheets.active()),
    getCount: (_workbook, host, visibleOnly) => ({ value: inOrder(host, visibleOnly).length }),
    getFirst: (_workbook, host, visibleOnly) => object("Worksheet", inOrder(host, visibleOnly)[0]?.id ?? ""),
    getItem: (_workbook, host, key) => findSheet(host, key),
    getItemOrNullObject: (_workbook, host, key) => findSheet(host, key),
    getLast: (_workbook, host, visibleOnly) => object("Worksheet", inOrder(host, visibleOnly).at(-1)?.id ?? ""),
  },
};

/** What stays in sight: whole rows or columns where nothing else does, as in Excel. */
function frozenArea(sheetId: string, { grid }: Host): Area | undefined {
  const { rows, columns } = grid.sheets.frozen(sheetId);
  if (rows + columns === 0) return undefined;
  return { ...wholeSheet(sheetId), ...(rows > 0 && { rowCount: rows }), ...(columns > 0 && { columnCount: columns }) };
}

export const WorksheetFreezePanes: ExcelClass<"WorksheetFreezePanes"> = {
  methods: {
    freezeAt: (sheetId, { grid }, frozen) => {
      const area = areaOf(grid, frozen, sheetId);
      grid.sheets.freeze(sheetId, area.row + area.rowCount, area.column + area.columnCount);
    },
    freezeColumns: (sheetId, { grid }, count = 0) => grid.sheets.freeze(sheetId, 0, Number(count)),
    freezeRows: (sheetId, { grid }, count = 0) => grid.sheets.freeze(sheetId, Number(count), 0),
    getLocationOrNullObject: (sheetId, host) => rangeOrNothing(frozenArea(sheetId, host)),
    unfreeze: (sheetId, { grid }) => grid.sheets.freeze(sheetId, 0, 0),
  },
};

/** Protection of a sheet: keeps code from writing, as in Excel; a person may type all the same, as the grid knows no such protection. */
export const WorksheetProtection: ExcelClass<"WorksheetProtection"> = {
  values: { protected: (sheetId, { grid }) => grid.state.read().protectedSheets.includes(sheetId) },
  methods: {
    protect: (sheetId, { grid: { state } }, _options, password) => {
      if (password !== undefined) throw new HostError("InvalidArgument");
      state.change({ protectedSheets: [...new Set([...state.read().protectedSheets, sheetId])] });
    },
    unprotect: (sheetId, { grid: { state } }) =>
      state.change({ protectedSheets: state.read().protectedSheets.filter((id) => id !== sheetId) }),
  },
};

const USUAL_PAGE: GridPageLayout = { orientation: "Portrait", pagesWide: undefined, titleRows: "" };

const pageOf = (sheetId: string, { grid }: Host): GridPageLayout => grid.state.read().pages[sheetId] ?? USUAL_PAGE;

function changePage(sheetId: string, host: Host, change: Partial<GridPageLayout>) {
  const { state } = host.grid;
  state.change({ pages: { ...state.read().pages, [sheetId]: { ...pageOf(sheetId, host), ...change } } });
}

/** How a sheet is printed: remembered and saved, as the workbench does not print. */
export const PageLayout: ExcelClass<"PageLayout"> = {
  values: {
    orientation: (sheetId, host) => pageOf(sheetId, host).orientation,
    zoom: (sheetId, host) => ({ horizontalFitToPages: pageOf(sheetId, host).pagesWide }),
  },
  setters: {
    orientation: (sheetId, orientation, host) => changePage(sheetId, host, { orientation: orientation as "Portrait" | "Landscape" }),
    zoom: (sheetId, zoom, host) => changePage(sheetId, host, { pagesWide: (zoom as Excel.PageLayoutZoomOptions).horizontalFitToPages }),
  },
  methods: {
    getPrintTitleRowsOrNullObject: (sheetId, host) => {
      const { titleRows } = pageOf(sheetId, host);
      return titleRows === "" ? undefined : range(resolveAddress(host.grid, titleRows, sheetId));
    },
    setPrintTitleRows: (sheetId, host, rows) =>
      changePage(sheetId, host, { titleRows: typeof rows === "string" ? rows : toA1(areaOf(host.grid, rows, sheetId)) }),
  },
};
