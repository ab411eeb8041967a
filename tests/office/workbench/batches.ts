/** Batches that behave alike in Excel, in the workbench and, where it can, in office-addin-mock. Each names its types by the real typings. */

/** Loads the selection's address and values and reads them after sync. */
export async function readSelection(context: Excel.RequestContext): Promise<{ address: string; values: unknown[][] }> {
  const range = context.workbook.getSelectedRange();
  range.load("address,values");
  await context.sync();
  return { address: range.address, values: range.values as unknown[][] };
}

/** Writes through a proxy object, and reads what another proxy object of the same cell sees. */
export async function writeAndRead(context: Excel.RequestContext): Promise<{ before: unknown; after: unknown }> {
  const read = async () => {
    const range = context.workbook.getSelectedRange();
    range.load("values");
    await context.sync();
    return (range.values as unknown[][])[0]?.[0];
  };
  const before = await read();
  context.workbook.getSelectedRange().values = [[42]];
  return { before, after: await read() };
}
