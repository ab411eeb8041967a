import { ScrollCommand } from "@univerjs/preset-sheets-core";
import type { Calculation } from "./calculation";
import { watchCellEdit } from "./cellEdit";
import { createCellStore } from "./cells";
import { createChartStore } from "./charts";
import { watchChanges } from "./changes";
import { createFormatStore } from "./formats";
import type { Area, Grid, HostStateStore, SelectionStore } from "./grid";
import { createNameStore } from "./names";
import { createSheetStore } from "./sheets";
import { createTableStore } from "./tables";
import { inOneStep } from "./undo";
import { createValidationStore } from "./validations";
import { type OpenWorkbook, rangeOf, requireSheet, selectedArea } from "./workbook";

/** Pixels before a row or column, from the ends of all: hidden ones end where those before them do. */
const before = (ends: readonly number[], index: number): number => ends[Math.min(index, ends.length) - 1] ?? 0;

/**
 * Brings a cell into view with a little of what is above and left of it; what is frozen is in view. The grid's own command (Univer 0.25.1) takes the width of as
 * many columns from the first on for the width of those behind the frozen ones, and scrolls past the cell where these are wider (docs/decisions/0092).
 */
function scrollTo(open: OpenWorkbook, { sheetId, row, column }: Area) {
  const sheet = requireSheet(open, sheetId);
  const skeleton = sheet.getSkeleton();
  if (!skeleton) return;
  const { startRow, startColumn } = sheet.getFreeze();
  const [firstRow, firstColumn] = [Math.max(0, startRow), Math.max(0, startColumn)];
  const { columnWidthAccumulation: rights, rowHeightAccumulation: bottoms } = skeleton;
  open.api.syncExecuteCommand(ScrollCommand.id, {
    ...(row >= firstRow && { sheetViewStartRow: 0, offsetY: before(bottoms, Math.max(firstRow, row - 2)) - before(bottoms, firstRow) }),
    ...(column >= firstColumn && {
      sheetViewStartColumn: 0,
      offsetX: before(rights, Math.max(firstColumn, column - 1)) - before(rights, firstColumn),
    }),
  });
}

function createSelectionStore(open: OpenWorkbook): SelectionStore {
  return {
    read: () => selectedArea(open),
    select: (area) => {
      requireSheet(open, area.sheetId).activate();
      rangeOf(open, area).activate();
      scrollTo(open, area);
    },
  };
}

/** The open workbook as Excel's side of office.js sees it. */
export function createGrid(open: OpenWorkbook, calculation: Calculation, state: HostStateStore): Grid {
  const { listen } = watchChanges(open, calculation);
  return {
    cells: createCellStore(open),
    formats: createFormatStore(open),
    sheets: createSheetStore(open),
    tables: createTableStore(open),
    names: createNameStore(open),
    selection: createSelectionStore(open),
    charts: createChartStore(open),
    validations: createValidationStore(open),
    state,
    cellEdit: watchCellEdit(open),
    inOneStep: (work) => inOneStep(open, work),
    settled: calculation.settled,
    recalculate: calculation.recalculate,
    listen,
  };
}
