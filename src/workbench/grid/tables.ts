import { type IRange, IUndoRedoService } from "@univerjs/core";
import {
  AddSheetTableCommand,
  DeleteSheetTableCommand,
  SetSheetTableCommand,
  SetSheetTableMutation,
  TableManager,
} from "@univerjs/preset-sheets-table";
import type { Area, Table, TableStore } from "./grid";
import { PLAIN, STRIPED } from "./tableLooks";
import { type OpenWorkbook, toArea, toRange } from "./workbook";

const DEFAULT_STYLE = "TableStyleMedium2";

/** Styles by their Excel name are only remembered: the grid has looks of its own. */
type Styles = Map<string, string>;

/** What is kept with a table, in the saved workbook too. */
interface Kept {
  readonly hidesFilterButtons?: boolean;
  readonly hidesStripes?: boolean;
}

const keptOf = (meta: Kept | undefined): Kept => meta ?? {};

function listTables(open: OpenWorkbook, styles: Styles): Table[] {
  return open.injector
    .get(TableManager)
    .getTableList(open.workbook.getId())
    .map(({ id, name, subUnitId, range, columns, meta }) => ({
      id,
      name,
      style: styles.get(id) ?? DEFAULT_STYLE,
      hasStripes: keptOf(meta).hidesStripes !== true,
      hasFilterButtons: keptOf(meta).hidesFilterButtons !== true,
      area: toArea(subUnitId, { ...range }),
      columns: columns.map((column) => ({ id: column.id, name: column.displayName })),
    }));
}

function freeName(open: OpenWorkbook, styles: Styles): string {
  const taken = new Set(listTables(open, styles).map((table) => table.name.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`table${number}`)) number += 1;
  return `Table${number}`;
}

async function addTable(open: OpenWorkbook, styles: Styles, area: Area, wanted: string | undefined): Promise<string> {
  const id = `table-${crypto.randomUUID()}`;
  const name = wanted ?? freeName(open, styles);
  const params = { unitId: open.workbook.getId(), subUnitId: area.sheetId, name, range: toRange(area), id, options: { showHeader: true } };
  const isAdded = await open.api.executeCommand(AddSheetTableCommand.id, params);
  if (!isAdded) throw new Error(`The table ${name} cannot be added: another table or a merged cell is in the way.`);
  return id;
}

/** Gives a table other cells, in a way that undo takes back; at once, so that nothing is calculated between it and the writes that follow. */
function resizeTable(open: OpenWorkbook, tableId: string, area: Area) {
  const unitId = open.workbook.getId();
  const before = open.injector.get(TableManager).getTableById(unitId, tableId)?.getRange();
  const resizing = (newRange: IRange) => ({
    id: SetSheetTableMutation.id,
    params: { unitId, tableId, subUnitId: area.sheetId, config: { updateRange: { newRange } } },
  });
  const { id, params } = resizing(toRange(area));
  open.asCode(() => open.api.syncExecuteCommand(id, params));
  if (before === undefined) return;
  const item = { unitID: unitId, undoMutations: [resizing({ ...before })], redoMutations: [{ id, params }] };
  open.injector.get(IUndoRedoService).pushUndoRedo(item);
}

/** Has the grid (Univer 0.25.1), which knows no table without filter buttons, draw those of the tables alone that are to have them. */
function drawWantedFilterButtons(manager: TableManager) {
  const all = manager.getSheetFilterRangeWithState.bind(manager);
  manager.getSheetFilterRangeWithState = (unitId, sheetId) =>
    all(unitId, sheetId).filter(({ tableId }) => keptOf(manager.getTableById(unitId, tableId)?.getTableMeta()).hidesFilterButtons !== true);
}

function showFilterButtons(open: OpenWorkbook, tableId: string, areShown: boolean) {
  const manager = open.injector.get(TableManager);
  const table = manager.getTableById(open.workbook.getId(), tableId);
  if (!table) return;
  table.setTableMeta({ ...keptOf(table.getTableMeta()), hidesFilterButtons: !areShown });
  // The grid draws the buttons again when a table gets another theme, were it the same.
  manager.setTableByConfig(open.workbook.getId(), tableId, { theme: table.getTableStyleId() });
}

function showStripes(open: OpenWorkbook, tableId: string, areShown: boolean) {
  const manager = open.injector.get(TableManager);
  const table = manager.getTableById(open.workbook.getId(), tableId);
  if (!table) return;
  table.setTableMeta({ ...keptOf(table.getTableMeta()), hidesStripes: !areShown });
  manager.setTableByConfig(open.workbook.getId(), tableId, { theme: areShown ? STRIPED : PLAIN.name });
}

/** The grid (Univer 0.25.1) opens a saved workbook with its own looks for every table. */
function hideStripesAsSaved(open: OpenWorkbook) {
  for (const { id, meta } of open.injector.get(TableManager).getTableList(open.workbook.getId()))
    if (keptOf(meta).hidesStripes === true) showStripes(open, id, false);
}

/** Tables of the workbook; their columns' names are kept true by `references.ts`. */
export function createTableStore(open: OpenWorkbook): TableStore {
  const styles: Styles = new Map();
  const unitId = open.workbook.getId();
  hideStripesAsSaved(open);
  drawWantedFilterButtons(open.injector.get(TableManager));
  const config = (tableId: string) => ({ unitId, tableId });
  const subUnitId = (tableId: string) => open.injector.get(TableManager).getTableById(unitId, tableId)?.getSubunitId();
  return {
    list: () => listTables(open, styles),
    add: (area, name) => addTable(open, styles, area, name),
    remove: async (tableId) => {
      await open.api.executeCommand(DeleteSheetTableCommand.id, { ...config(tableId), subUnitId: subUnitId(tableId) });
    },
    rename: async (tableId, name) => {
      await open.api.executeCommand(SetSheetTableCommand.id, { ...config(tableId), name });
    },
    resize: (tableId, area) => {
      resizeTable(open, tableId, area);
      return Promise.resolve();
    },
    showStripes: (tableId, areShown) => showStripes(open, tableId, areShown),
    setStyle: (tableId, style) => void styles.set(tableId, style),
    showFilterButtons: (tableId, areShown) => showFilterButtons(open, tableId, areShown),
  };
}
