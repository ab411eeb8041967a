import { CHECK_FORMULA, STATUS_FORMULA } from "../formulas";
import { COLORS } from "../layout";
import type { Block, Look, SheetPlan } from "../plan";

/** Title, status and check: the three lines that open each sheet. A sheet about chosen scenarios has a status line of its own. */
export function frame(title: string, status: string = STATUS_FORMULA): Pick<SheetPlan, "blocks" | "looks"> {
  const blocks: Block[] = [{ row: 0, column: 0, cells: [[title], [status], [CHECK_FORMULA]] }];
  const looks: Look[] = [
    { row: 0, column: 0, rows: 1, columns: 1, bold: true, size: 14 },
    { row: 1, column: 0, rows: 2, columns: 1, color: COLORS.quiet },
  ];
  return { blocks, looks };
}
