/** In which language numbers are read and shown: Excel's own settings decide, not the browser's. */

import { numberStyleOf } from "./numberStyle";
import { run } from "./host";

/** A language that has this decimal separator: the given one, or one that stands for all with that separator. */
export function localeWith(decimal: string, language: string): string {
  if (numberStyleOf(language).decimal === decimal) return language;
  return decimal === "," ? "de-DE" : "en-US";
}

/** The given language, or another where Excel separates decimals otherwise. */
export async function readLocale(language: string): Promise<string> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.11")) return language;
  try {
    return await run(async ({ workbook }) => {
      const application = workbook.application.load("decimalSeparator");
      await workbook.context.sync();
      return localeWith(application.decimalSeparator, language);
    });
  } catch {
    // Without an answer numbers are read as the browser's language has them.
    return language;
  }
}
