import type { CalendarDate } from "./assumption";

const FOUR_DIGITS = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });

/** A number for a sentence: four digits that count. */
export function inWords(value: number): string {
  return Number.isFinite(value) ? FOUR_DIGITS.format(value) : "no limit";
}

/** A calendar month as text, such as 2027-01. */
export function monthInWords({ year, month }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** A share as a percentage for a sentence. */
export function percentInWords(share: number): string {
  return `${inWords(share * 100)} %`;
}
