import type { CalendarDate } from "./catalogue/assumption";

/** The language in whose separators messages of functions write numbers; the pane has the user's. */
export const ENGLISH = "en-US";

const formats = new Map<string, Intl.NumberFormat>();

function fourDigits(locale: string): Intl.NumberFormat {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  formats.set(locale, format);
  return format;
}

/** A number for a sentence: four digits that count. */
export function inWords(value: number, locale = ENGLISH): string {
  return Number.isFinite(value) ? fourDigits(locale).format(value) : "no limit";
}

/** A calendar month as text, such as 2027-01. */
export function monthInWords({ year, month }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** A calendar month as people write it, such as Oct 2028. */
export function monthYearInWords({ year, month }: CalendarDate, locale = ENGLISH): string {
  return new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, month - 1, 1));
}

const MILLION = 1e6;
/** From here on a thousand rounds to a million. */
const NEARLY_A_MILLION = 999_950;

/** An amount of money for a sentence, such as $41.3M or $147K; a code that is no currency follows the number. */
export function shortMoney(amount: number, currency: string, locale = ENGLISH): string {
  const isLarge = Math.abs(amount) >= NEARLY_A_MILLION;
  const decimals = isLarge ? 1 : 0;
  const options: Intl.NumberFormatOptions = { notation: "compact", minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const value = isLarge && Math.abs(amount) < MILLION ? Math.sign(amount) * MILLION : amount;
  if (/^[A-Za-z]{3}$/.test(currency)) return new Intl.NumberFormat(locale, { ...options, style: "currency", currency }).format(value);
  return `${new Intl.NumberFormat(locale, options).format(value)} ${currency}`.trim();
}

const TENTH = 0.1;

/** A share as a percentage of an answer: one decimal under 10%, none from there on. */
export function shareInWords(share: number, locale = ENGLISH): string {
  const digits = Math.abs(share) < TENTH ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** A share as a percentage for a sentence. */
export function percentInWords(share: number, locale = ENGLISH): string {
  return Number.isFinite(share) ? `${inWords(share * 100, locale)} %` : inWords(share);
}

/** Whether values of a unit are shares, or shares per year: a person reads and types them as percentages. */
export function isShare(unit: string): boolean {
  return unit.startsWith("share");
}

/** A value of a key for a sentence, by the unit of the key: four digits that count, a share as a percentage. */
export function valueInWords(value: number, unit: string, locale = ENGLISH): string {
  return isShare(unit) ? percentInWords(value, locale) : inWords(value, locale);
}

/** Digits that a percentage keeps: more than any stated value has, fewer than the noise of a product. */
const PERCENT_DIGITS = 12;

/** A value of a key with all its digits, where two may differ little: a share as a percentage. */
export function valueInFull(value: number, unit: string): string {
  return isShare(unit) && Number.isFinite(value) ? `${Number((value * 100).toPrecision(PERCENT_DIGITS))} %` : String(value);
}
