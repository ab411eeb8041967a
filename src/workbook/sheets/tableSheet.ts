import { frame } from "./frame";
import { TABLE_ROW } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { CellContent, SheetPlan } from "../plan";

/** A sheet whose frame is followed by one table, given with its header. */
export function tableSheet(sheet: string, title: string, table: string, cells: readonly (readonly CellContent[])[]): SheetPlan {
  const { blocks, looks } = frame(title);
  const columns = cells[0]?.length ?? 0;
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: [...blocks, { row: TABLE_ROW, column: 0, cells }],
    looks: [...looks, heading(TABLE_ROW, 0, columns)],
    tables: [{ name: table, row: TABLE_ROW, column: 0, rows: cells.length, columns }],
    frozenRows: TABLE_ROW + 1,
  };
}
