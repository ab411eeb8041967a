/** The number that 1 January 2027 has in a workbook that counts days from 1904. */
const NEW_YEAR_2027_FROM_1904 = 44926;

/** Whether the workbook counts days from 1904, by what Excel's own DATE returns there: no property says it. */
export async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const date = context.workbook.functions.date(2027, 1, 1).load("value");
  await context.sync();
  return date.value === NEW_YEAR_2027_FROM_1904;
}
