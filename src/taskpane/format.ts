/** How values are shown to a person: the only place where anything is rounded. */

import { dateOfSerial } from "../engine/timeline";

const MILLION = 1e6;

/** An amount of money in short, such as $12.35M; a code that is no currency is put behind the number. */
export function shortMoney(amount: number, currency: string, locale: string): string {
  const decimals = Math.abs(amount) >= MILLION ? 2 : 0;
  const options: Intl.NumberFormatOptions = { notation: "compact", minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return isCurrency(currency)
    ? new Intl.NumberFormat(locale, { ...options, style: "currency", currency }).format(amount)
    : `${new Intl.NumberFormat(locale, options).format(amount)} ${currency}`.trim();
}

/** An amount of money to the whole unit, such as $12,345,678. */
export function wholeMoney(amount: number, currency: string, locale: string): string {
  const options: Intl.NumberFormatOptions = { maximumFractionDigits: 0 };
  return isCurrency(currency)
    ? new Intl.NumberFormat(locale, { ...options, style: "currency", currency }).format(amount)
    : `${new Intl.NumberFormat(locale, options).format(amount)} ${currency}`.trim();
}

/** A spreadsheet's date as month and year, such as Apr 2029; what is no date is given back as it stands. */
export function monthOfSerial(serial: number, locale: string): string {
  const date = dateOfSerial(serial);
  if (!date) return String(serial);
  return new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(date.year, date.month - 1, date.day),
  );
}

function isCurrency(code: string): boolean {
  return /^[A-Za-z]{3}$/.test(code);
}

/** A number in short for an axis or a label, such as 12.4M. */
export function compactNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }).format(value);
}
