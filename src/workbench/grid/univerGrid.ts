import type { Calculation } from "./calculation";
import { watchCellEdit } from "./cellEdit";
import { createCellStore } from "./cells";
import { createChartStore } from "./charts";
import { watchChanges } from "./changes";
import { createFormatStore } from "./formats";
import type { Grid, HostStateStore, SelectionStore } from "./grid";
import { createNameStore } from "./names";
import { createSheetStore } from "./sheets";
import { createTableStore } from "./tables";
import { inOneStep } from "./undo";
import { createValidationStore } from "./validations";
import { type OpenWorkbook, rangeOf, requireSheet, selectedArea } from "./workbook";

function createSelectionStore(open: OpenWorkbook): SelectionStore {
  return {
    read: () => selectedArea(open),
    select: (area) => {
      requireSheet(open, area.sheetId).activate();
      rangeOf(open, area).activate();
      requireSheet(open, area.sheetId).scrollToCell(Math.max(0, area.row - 2), Math.max(0, area.column - 1));
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
