/** Dates as people write them, by month or by day, in the order of their language. */

import { serialOf, dateOfText, textOfDate } from "../../engine/timeline";

const MONTHS = 12;

/** Names of the months in a language, long and short, without points. */
function monthNames(locale: string): readonly (readonly string[])[] {
  const format = (month: "long" | "short", index: number) =>
    new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" })
      .format(Date.UTC(2027, index, 1))
      .toLowerCase()
      .replaceAll(".", "");
  return Array.from({ length: MONTHS }, (_, index) => [format("long", index), format("short", index)]);
}

function monthNamed(word: string, locale: string): number | undefined {
  const wanted = word.toLowerCase().replaceAll(".", "");
  const inLanguage = (language: string) =>
    monthNames(language).findIndex(
      (names) => names.includes(wanted) || names.some((name) => wanted.length >= 3 && name.startsWith(wanted)),
    );
  const found = [inLanguage(locale), inLanguage("en")].find((index) => index >= 0);
  return found === undefined ? undefined : found + 1;
}

/** Order of day and month in a language. */
function isDayFirst(locale: string): boolean {
  const order = new Intl.DateTimeFormat(locale).formatToParts(Date.UTC(2027, 0, 31)).map(({ type }) => type);
  return order.indexOf("day") < order.indexOf("month");
}

function serial(year: number, month: number, day: number): number | undefined {
  const date = dateOfText(textOfDate({ year, month, day }));
  return date && serialOf(date);
}

type Reader = (match: RegExpExecArray, locale: string) => number | undefined;

/** What may be typed, tried in this order. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})$/, ([, year]) => serial(Number(year), 1, 1)],
  [/^(\d{4})[-/.](\d{1,2})$/, ([, year, month]) => serial(Number(year), Number(month), 1)],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, year, month, day]) => serial(Number(year), Number(month), Number(day))],
  [/^(\d{1,2})[-/.](\d{4})$/, ([, month, year]) => serial(Number(year), Number(month), 1)],
  [
    /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4})$/,
    ([, one, two, year], locale) =>
      isDayFirst(locale) ? serial(Number(year), Number(two), Number(one)) : serial(Number(year), Number(one), Number(two)),
  ],
  [/^(\p{L}+)\.?,?\s+(\d{4})$/u, ([, month, year], locale) => serial(Number(year), monthNamed(month ?? "", locale) ?? 0, 1)],
  [
    /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u,
    ([, day, month, year], locale) => serial(Number(year), monthNamed(month ?? "", locale) ?? 0, Number(day)),
  ],
  [
    /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u,
    ([, month, day, year], locale) => serial(Number(year), monthNamed(month ?? "", locale) ?? 0, Number(day)),
  ],
];

/** The serial number of a typed date; a month alone is its first day. Undefined for what is no date. */
export function serialOfTypedDate(text: string, locale: string): number | undefined {
  const typed = text.trim();
  for (const [form, read] of FORMS) {
    const match = form.exec(typed);
    if (match) return read(match, locale);
  }
  return undefined;
}
