/** In which language numbers are read and shown. */
import { afterEach, expect, test, vi } from "vitest";
import { localeWith, readLocale } from "../../../src/taskpane/shell/locale";

afterEach(() => vi.unstubAllGlobals());

test.each([
  [".", "en-US", "en-US"],
  [",", "de-DE", "de-DE"],
  [",", "fr-FR", "fr-FR"],
  [",", "en-US", "de-DE"],
  [".", "de-DE", "en-US"],
  [".", "de-CH", "de-CH"],
])("Excel with %s for decimals and a browser in %s: numbers as in %s", async (decimalSeparator, language, locale) => {
  expect(localeWith(decimalSeparator, language)).toBe(locale);
  const application = { load: () => ({ decimalSeparator }) };
  const workbook = { application, context: { sync: () => Promise.resolve() } };
  vi.stubGlobal("Excel", { run: (_options: unknown, batch: (context: unknown) => unknown) => batch({ workbook }) });
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => true } } });
  expect(await readLocale(language)).toBe(locale);
});

test("an Excel that does not say has the browser's language", async () => {
  vi.stubGlobal("Office", { context: { requirements: { isSetSupported: () => false } } });
  expect(await readLocale("de-DE")).toBe("de-DE");
});
