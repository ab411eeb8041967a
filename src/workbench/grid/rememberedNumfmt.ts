/**
 * numfmt with a memory, in whose place the workbench's build puts it. Each time that the grid (Univer 0.25.1) paints a text it asks whether that could be a
 * date, to mark numbers that are stored as text, and to find out takes longer than to paint it.
 */
import { parseDate as parse, parseNumber as parseEnglish } from "numfmt";

// eslint-disable-next-line no-restricted-syntax -- it stands in the place of numfmt: with all that numfmt exports
export * from "numfmt";

/** How many texts are remembered: more than any workbook shows between two edits. */
const MOST = 10_000;

const noDates = new Set<string>();

/** As numfmt's own, which gives null for a text that is no date. */
export const parseDate: typeof parse = (text, options) => {
  if (options !== undefined) return parse(text, options);
  if (noDates.has(text)) return null;
  const date = parse(text);
  if (date !== null) return date;
  if (noDates.size >= MOST) noDates.clear();
  noDates.add(text);
  return null;
};

/** Digits with a decimal comma, and points, spaces or apostrophes between thousands or nothing between them. */
const DECIMAL_COMMA = /(?<![\d.,])(\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+|\d*),(\d+)(?![\d.,])/;

/** Whether people of this language write a decimal comma. To ask costs more than to read the number. */
const hasDecimalComma = new Map<string, boolean>();

function writesDecimalComma(language: string): boolean {
  const known = hasDecimalComma.get(language) ?? new Intl.NumberFormat(language).format(1.5).includes(",");
  hasDecimalComma.set(language, known);
  return known;
}

/** A text without a digit is no number. */
const DIGIT = /\d/;

/** As numfmt's own, which reads 3,8 % as 38% in every language: where people write a decimal comma, it is one. */
export const parseNumber: typeof parseEnglish = (text, options) => {
  if (!DIGIT.test(text)) return null;
  if (options !== undefined || !writesDecimalComma(navigator.language)) return parseEnglish(text, options);
  return parseEnglish(text.replace(DECIMAL_COMMA, (_, whole: string, decimals: string) => `${whole.replace(/\D/g, "")}.${decimals}`));
};
