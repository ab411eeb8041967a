/** Tells when the workbook has changed or another cell is selected. Handlers only read: they run for every person who has the file open. */

import { unquotedSheet } from "../layout";
import type { CellValue } from "../plan";

export interface WorkbookWatcher {
  readonly changed: () => void;
  /** Cells were edited, or a sheet deleted, by this person and not by the add-in: Ctrl+Z does that, too. */
  readonly edited: () => void;
  readonly selected: () => void;
}

/** Starts to watch; edits and recalculations of any sheet, added and deleted sheets, and the selection. */
export async function watchWorkbook(context: Excel.RequestContext, { changed, edited, selected }: WorkbookWatcher): Promise<void> {
  const { worksheets } = context.workbook;
  // An Excel that does not say whose edit it was has none that is surely by hand.
  const saysWho = Office.context.requirements.isSetSupported("ExcelApi", "1.14");
  const when =
    <Args>(...tell: readonly ((args: Args) => void)[]) =>
    (args: Args): Promise<void> => {
      for (const each of tell) each(args);
      return Promise.resolve();
    };
  const editedByHand = (args: Excel.WorksheetChangedEventArgs): void => {
    if (saysWho && args.source === "Local" && args.triggerSource === "Unknown") edited();
  };
  // The add-in itself never deletes a sheet.
  const deletedByHand = (args: Excel.WorksheetDeletedEventArgs): void => {
    if (args.source === "Local") edited();
  };
  worksheets.onChanged.add(when(changed, editedByHand));
  worksheets.onCalculated.add(when(changed));
  worksheets.onAdded.add(when(changed));
  worksheets.onDeleted.add(when(changed, deletedByHand));
  worksheets.onActivated.add(when(selected));
  context.workbook.onSelectionChanged.add(when(selected));
  await context.sync();
}

/** The first selected cell. */
export interface SelectedCell {
  /** Sheet!A1, as Excel writes it. */
  readonly address: string;
  /** All that is selected, such as Sheet!A1:B4. */
  readonly range: string;
  readonly value: CellValue;
  readonly formula: string;
}

/** Reads the first cell of the selection. */
export async function readSelection(context: Excel.RequestContext): Promise<SelectedCell> {
  const selected = context.workbook.getSelectedRange().load("address");
  const cell = selected.getCell(0, 0);
  cell.load("address,values,formulas");
  await context.sync();
  const first = (cells: unknown): CellValue => (cells as CellValue[][])[0]?.[0] ?? "";
  return { address: cell.address, range: selected.address, value: first(cell.values), formula: String(first(cell.formulas)) };
}

/** Selects a cell given by its address (Sheet!A1) and shows its sheet. */
export async function showCell(context: Excel.RequestContext, address: string): Promise<void> {
  const end = address.lastIndexOf("!");
  const sheet = context.workbook.worksheets.getItem(unquotedSheet(address.slice(0, end)));
  sheet.activate();
  sheet.getRange(address.slice(end + 1)).select();
  await context.sync();
}
