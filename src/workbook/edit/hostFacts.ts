/** What about the workbook and its host decides whether a change can be made, and whether figures are fresh. */

import { TABLES } from "../layout";

export interface HostFacts {
  readonly isReadOnly: boolean;
  /** The sheet of the table of inputs is protected. */
  readonly isProtected: boolean;
  readonly isManual: boolean;
}

export const OPEN_HOST: HostFacts = { isReadOnly: false, isProtected: false, isManual: false };

/** Whether the file was opened for reading only; hosts that do not say are taken to allow writing. */
function isReadOnly(): boolean {
  return "document" in Office.context && Office.context.document?.mode === Office.DocumentMode.ReadOnly;
}

/** Reads the facts anew: a sheet may be protected, or calculation set to manual, at any time. */
export async function readHostFacts(context: Excel.RequestContext): Promise<HostFacts> {
  const { application, tables } = context.workbook;
  application.load("calculationMode");
  const table = tables.getItemOrNullObject(TABLES.inputs);
  await context.sync();
  const protection = table.isNullObject ? undefined : table.worksheet.protection.load("protected");
  await context.sync();
  return {
    isReadOnly: isReadOnly(),
    isProtected: protection?.protected ?? false,
    isManual: application.calculationMode === "Manual",
  };
}

/** Calculates every formula now, where calculation is manual. */
export async function calculateNow(context: Excel.RequestContext): Promise<void> {
  context.workbook.application.calculate("Full");
  await context.sync();
}
