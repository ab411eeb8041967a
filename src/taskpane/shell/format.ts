/** How values are shown to a person: the only place where anything is rounded. */

import type { Assumption } from "../../engine/catalogue/assumption";
import { dateOfSerial, dateOfText, serialOf } from "../../engine/timeline";
import { isShare } from "../../engine/words";
import { momentOf } from "../../workbook/exchange/wallClock";
import type { CellValue } from "../../workbook/plan";

const MILLION = 1e6;

/** Digits that an assumption's value keeps: more than any stated value has, fewer than the noise of a product. */
const INPUT_DIGITS = 12;

const formats = new Map<string, Intl.NumberFormat>();

/** The formatter of a language and options, made once: a screen shows hundreds of numbers. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(id) ?? new Intl.NumberFormat(locale, options);
  formats.set(id, known);
  return known;
}

function moneyFormat(currency: string, locale: string, options: Intl.NumberFormatOptions): (amount: number) => string {
  if (isCurrency(currency)) return (amount) => numberFormat(locale, { ...options, style: "currency", currency }).format(amount);
  return (amount) => `${numberFormat(locale, options).format(amount)} ${currency}`.trim();
}

function shortOptions(amount: number): Intl.NumberFormatOptions {
  const decimals = Math.abs(amount) >= MILLION ? 2 : 0;
  return { notation: "compact", minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** An amount of money in short, such as $12.35M; a code that is no currency is put behind the number. */
export function shortMoney(amount: number, currency: string, locale: string): string {
  return moneyFormat(currency, locale, shortOptions(amount))(amount);
}

/** How amounts of money are to be shown. */
export interface MoneyStyle {
  readonly currency: string;
  readonly locale: string;
  readonly amounts: "short" | "whole";
}

/** An amount of money as the user wants to see it. */
export function money(amount: number, { currency, locale, amounts }: MoneyStyle): string {
  return amounts === "whole" ? wholeMoney(amount, currency, locale) : shortMoney(amount, currency, locale);
}

/** A difference of money with its sign, as the user wants to see it. */
export function moneyChange(amount: number, { currency, locale, amounts }: MoneyStyle): string {
  if (amounts === "short") return signedMoney(amount, currency, locale);
  return moneyFormat(currency, locale, { maximumFractionDigits: 0, signDisplay: "exceptZero" })(amount);
}

/** A difference of money in short with its sign, such as +$1.20M; no difference is $0. */
export function signedMoney(amount: number, currency: string, locale: string): string {
  return moneyFormat(currency, locale, { ...shortOptions(amount), signDisplay: "exceptZero" })(amount);
}

/** An amount of money to the whole unit, such as $12,345,678. */
export function wholeMoney(amount: number, currency: string, locale: string): string {
  return moneyFormat(currency, locale, { maximumFractionDigits: 0 })(amount);
}

/** A spreadsheet's date as month and year, such as Apr 2029. A number that is none is said to be none: a cell that is not calculated yet reads as 0. */
export function monthOfSerial(serial: number, locale: string): string {
  return dateOfSerial(serial) ? dateShown(serial, locale, { month: "short", year: "numeric" }) : `no date (${String(serial)})`;
}

function dateShown(serial: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = dateOfSerial(serial);
  if (!date) return String(serial);
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(Date.UTC(date.year, date.month - 1, date.day));
}

/** A time such as 2026-11-03 14:05:33 in the user's language, Nov 3, 2026, 2:05 PM; what is no time is given back as it stands. */
export function momentShown(when: string, locale: string): string {
  const time = momentOf(when);
  if (Number.isNaN(time.getTime())) return when;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}

/** A number with as many digits as it has. */
export function plainNumber(value: number, locale: string): string {
  return numberFormat(locale, { maximumSignificantDigits: INPUT_DIGITS }).format(value);
}

/** A number in at most so many digits, in short where it is large: for results that are read, not typed. */
export function resultNumber(value: number, locale: string): string {
  const isLarge = Math.abs(value) >= MILLION;
  return numberFormat(locale, { maximumSignificantDigits: isLarge ? 8 : 6 }).format(value);
}

/** A share as a percentage, such as 3.8%; other languages put a space before the sign. */
export function percent(
  value: number,
  locale: string,
  digits: Intl.NumberFormatOptions = { maximumSignificantDigits: INPUT_DIGITS },
): string {
  return numberFormat(locale, { ...digits, style: "percent" }).format(value);
}

/** A share to the whole percent, such as 44%: for sentences. */
export function wholePercent(value: number, locale: string): string {
  return percent(value, locale, { maximumFractionDigits: 0 });
}

/** An assumption's value as a field shows it and as it may be typed back. */
export function inputText(value: CellValue, assumption: Assumption<unknown> | undefined, locale: string): string {
  if (value === "") return "";
  if (assumption?.kind === "date") return dateText(value, locale);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return value;
  return assumption && isShare(assumption.unit) ? percent(value, locale) : plainNumber(value, locale);
}

function dateText(value: CellValue, locale: string): string {
  const date = typeof value === "string" ? dateOfText(value) : undefined;
  const serial = typeof value === "number" ? value : date && serialOf(date);
  return serial === undefined ? String(value) : dateShown(serial, locale, { year: "numeric", month: "short", day: "numeric" });
}

/** When a statement was made, as people write it: Nov 2026 for 2026-11, Nov 3, 2026 for 2026-11-03; other words as they stand. */
export function asOfShown(asOf: string, locale: string): string {
  const month = /^\d{4}-\d{2}$/.test(asOf) ? dateOfText(`${asOf}-01`) : undefined;
  return month ? monthOfSerial(serialOf(month), locale) : dateText(asOf, locale);
}

function isCurrency(code: string): boolean {
  return /^[A-Za-z]{3}$/.test(code);
}

/** A number in short for an axis or a label, such as 12.4M. */
export function compactNumber(value: number, locale: string): string {
  return numberFormat(locale, COMPACT).format(value);
}

/** A share as a percentage in at most three digits, such as 3.75%: for axes. */
export function compactPercent(value: number, locale: string): string {
  return percent(value, locale, COMPACT);
}

const COMPACT: Intl.NumberFormatOptions = { notation: "compact", maximumSignificantDigits: 3 };
