/** What keeps the add-in from writing, or its figures from being up to date. */
export interface Conditions {
  readonly isReadOnly: boolean;
  /** Sheets of the workbook that are protected. */
  readonly protectedSheets: readonly string[];
  /** Formulas are calculated when somebody asks for it, not by themselves. */
  readonly isManual: boolean;
}

/** Reads the conditions of the workbook. That a cell is being edited is no condition that could be read: Excel refuses the batch, or delays it. */
export async function readConditions(context: Excel.RequestContext): Promise<Conditions> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.application.load("calculationMode");
  workbook.worksheets.load("items/name,items/protection/protected");
  await context.sync();
  return {
    isReadOnly: workbook.readOnly,
    protectedSheets: workbook.worksheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name),
    isManual: workbook.application.calculationMode === "Manual",
  };
}
