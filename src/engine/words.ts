import type { CalendarDate } from "./catalogue/assumption";

/** The language in whose separators messages of functions write numbers; the pane has the user's. */
export const ENGLISH = "en-US";

const formats = new Map<string, Intl.NumberFormat>();

/** The format of a language and options, made once. */
function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(id) ?? new Intl.NumberFormat(locale, options);
  formats.set(id, format);
  return format;
}

const FOUR_DIGITS: Intl.NumberFormatOptions = { maximumSignificantDigits: 4 };

/** Digits of an input: more than any entered value has, fewer than the noise of a product. */
const ALL_DIGITS: Intl.NumberFormatOptions = { maximumSignificantDigits: 12 };

/** A number for a sentence: four significant digits. */
export function inWords(value: number, locale = ENGLISH): string {
  return Number.isFinite(value) ? formatOf(locale, FOUR_DIGITS).format(value) : "no limit";
}

/** A calendar month that sorts as text, such as 2027-01. */
export function monthId({ year, month }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Names of the architectures by their ids. */
export const ARCHITECTURE_NAMES = { vertical: "Central", horizontal: "Distributed", hybrid: "Hybrid" } as const;

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
  if (isCurrencyCode(currency)) return new Intl.NumberFormat(locale, { ...options, style: "currency", currency }).format(value);
  return `${new Intl.NumberFormat(locale, options).format(value)} ${currency}`.trim();
}

const TENTH = 0.1;

/** A share as a percentage of an answer: one decimal under 10%, none from there on. */
export function shareInWords(share: number, locale = ENGLISH): string {
  const digits = Math.abs(share) < TENTH ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(share);
}

/** A share as a percentage for a sentence, such as 3.8%; other languages put a space before the sign. */
export function percentInWords(share: number, locale = ENGLISH): string {
  return Number.isFinite(share) ? formatOf(locale, { ...FOUR_DIGITS, style: "percent" }).format(share) : inWords(share);
}

const ISO_4217 = /^[A-Z]{3}$/i;

/** Whether a text has the form of a currency code, such as USD. */
export function isCurrencyCode(text: string): boolean {
  return ISO_4217.test(text);
}

/** Whether values of a unit are shares, or shares per year: people read and enter them as percentages. */
export function isShare(unit: string): boolean {
  return unit.startsWith("share");
}

/** A value of a key for a sentence, by the unit of the key: four significant digits, a share as a percentage. */
export function valueInWords(value: number, unit: string, locale = ENGLISH): string {
  return isShare(unit) ? percentInWords(value, locale) : inWords(value, locale);
}

/** A value of a key with all its digits, where two may differ little: a share as a percentage. */
export function valueInFull(value: number, unit: string, locale = ENGLISH): string {
  if (!Number.isFinite(value)) return String(value);
  return formatOf(locale, isShare(unit) ? { ...ALL_DIGITS, style: "percent" } : ALL_DIGITS).format(value);
}

/** Choices for a sentence: "a", "a or b", "a, b, or c". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 3) return items.join(" or ");
  return `${items.slice(0, -1).join(", ")}, or ${items.at(-1) ?? ""}`;
}

/** Names that the values of a unit are shown with: the currency of the plan, and what its business volume counts. */
export interface UnitNames {
  readonly currency: string;
  readonly volume: string;
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  share: "%",
  "share/year": "% per year",
  "tx/s": "transactions per second",
  ops: "disk operations",
  "1/s": "per second",
  "1/year": "per year",
  h: "hours",
  min: "minutes",
  U: "rack units",
  ratio: "times",
  tier: "level",
  count: "",
  code: "",
  expression: "formula",
};

/** A unit of the catalogue as people read it: "money/TB-month" is "USD per TB and month". */
export function unitInWords(unit: string, { currency, volume }: UnitNames = { currency: "currency", volume: "units of volume" }): string {
  const known = UNIT_WORDS[unit];
  if (known !== undefined) return known;
  if (unit === "volume") return volume;
  const [amount, per] = unit.split("/");
  const counted = amount === "money" ? currency : (UNIT_WORDS[amount] ?? amount);
  if (per === undefined) return counted;
  return `${counted} per ${per === "h" ? "hour" : per.replace("-", " and ")}`;
}
