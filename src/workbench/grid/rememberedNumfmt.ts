/**
 * numfmt with a memory, in whose place the workbench's build puts it. Each time that the grid (Univer 0.25.1) paints a text it asks whether that could be a
 * date, to mark numbers that are stored as text, and to find out takes longer than to paint it.
 */
import { parseDate as parse, parseNumber as parseEnglish } from "numfmt";
import { type Separators, separatorsOf } from "./separators";

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

/** Thousands with points between them: 0.123 has none. */
const GROUPED_BY_POINTS = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,])/;

/** A text without a digit is no number. */
const DIGIT = /\d/;

/** A number of a language with a decimal comma as English writes it. A point that cannot part thousands is taken for a decimal one: 3.8 is no date here. */
function inEnglish(text: string, { group }: Separators): string {
  if (DECIMAL_COMMA.test(text))
    return text.replace(DECIMAL_COMMA, (_, whole: string, decimals: string) => `${whole.replace(/\D/g, "")}.${decimals}`);
  return group === "." ? text.replace(GROUPED_BY_POINTS, (digits) => digits.replaceAll(".", ",")) : text;
}

/** As numfmt's own, which reads 3,8 % as 38% in every language: where people write a decimal comma, it is one. */
export const parseNumber: typeof parseEnglish = (text, options) => {
  if (!DIGIT.test(text)) return null;
  const separators = separatorsOf(navigator.language);
  return options === undefined && separators.decimal === "," ? parseEnglish(inEnglish(text, separators)) : parseEnglish(text, options);
};
