import type { CalendarDate } from "./assumption";
import { MONTHS_PER_YEAR } from "../units";

/** A date without a month is the middle of its year. */
const MIDDLE_MONTH = 7;

/** Year and month of the date of a price, such as 2026-07-20, 2025-05 or 2016. */
function monthOfPrice(date: string): { readonly year: number; readonly month: number } {
  const [, year, month = MIDDLE_MONTH] = /(\d{4})(?:-(\d{2}))?/.exec(date) ?? [];
  return { year: Number(year), month: Number(month) };
}

/** Calendar months from the date of a price to the start of the plan; negative when the price is younger. */
export function monthsToStart(date: string, start: CalendarDate): number {
  const { year, month } = monthOfPrice(date);
  return (start.year - year) * MONTHS_PER_YEAR + start.month - month;
}

/** By what a price changes in so many months at a yearly rate: (1 + rate)^(months/12). */
export function changeOver(rate: number, months: number): number {
  return rate === 0 || months === 0 ? 1 : Math.pow(1 + rate, months / MONTHS_PER_YEAR);
}
