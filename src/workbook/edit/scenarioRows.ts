/** The rows of scenarios as the workbook's functions see them: keys and values of their blocks, tables and Base joined in. */

import type { SheetValues } from "../figures";
import { BLOCK, SHEETS } from "../layout";
import type { CellValue } from "../plan";
import type { ScenarioBlock } from "../sheets/scenariosSheet";

/** Keys and values with their header ["Key", name]. */
export type ScenarioRows = readonly (readonly [CellValue, CellValue])[];

const at = ({ values, row, column }: SheetValues, sheetRow: number, sheetColumn: number): CellValue =>
  values[sheetRow - row]?.[sheetColumn - column] ?? "";

/** Rows of a block below the cell that holds its defined name, wherever rows above it have been inserted; undefined when the block cannot be read. */
export function rowsOfBlock(
  sheet: SheetValues,
  { column, definedName }: Pick<ScenarioBlock, "column" | "definedName">,
): ScenarioRows | undefined {
  const last = sheet.row + sheet.values.length;
  let row = sheet.row;
  while (row < last && String(at(sheet, row, column + 1)).toLowerCase() !== definedName.toLowerCase()) row += 1;
  const rows: (readonly [CellValue, CellValue])[] = [];
  for (row += BLOCK.firstRow - BLOCK.nameRow; row < last && at(sheet, row, column) !== ""; row += 1)
    rows.push([at(sheet, row, column), at(sheet, row, column + 1)]);
  return rows.length > 1 ? rows : undefined;
}

/** Reads the rows of scenarios in one exchange with Excel; one that cannot be read is left out. */
export async function readScenarioRows(
  context: Excel.RequestContext,
  blocks: readonly ScenarioBlock[],
): Promise<ReadonlyMap<string, ScenarioRows>> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.scenarios);
  await context.sync();
  if (sheet.isNullObject) return new Map();
  const used = sheet.getUsedRangeOrNullObject(true).load("values,rowIndex,columnIndex");
  await context.sync();
  if (used.isNullObject) return new Map();
  const values: SheetValues = { row: used.rowIndex, column: used.columnIndex, values: used.values as CellValue[][] };
  return new Map(
    blocks.flatMap((block): (readonly [string, ScenarioRows])[] => {
      const rows = rowsOfBlock(values, block);
      return rows ? [[block.header, rows]] : [];
    }),
  );
}
