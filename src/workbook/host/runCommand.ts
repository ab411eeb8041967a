/** A command that writes: it waits while a cell is being edited, and where Excel can, Ctrl+Z takes all of it back in one step. */
export function runCommand<Result>(command: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  // The typings that ship with office.js do not know mergeUndoGroup yet.
  const options: Excel.RunOptions & { mergeUndoGroup?: boolean } = { delayForCellEdit: true };
  if (Office.context.requirements.isSetSupported("ExcelApi", "1.20")) options.mergeUndoGroup = true;
  return Excel.run(options, command);
}
