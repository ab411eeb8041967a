import type { CalendarDate } from "./catalogue/assumption";
import { MONTHS_PER_YEAR } from "./units";

const DAYS_BEFORE_EPOCH = 25569;
const MS_PER_DAY = 86_400_000;

/** The longest plan. */
export const MOST_YEARS = 30;

/** The months of the plan: 1..months, calendar months from the one of the start. */
export interface Timeline {
  readonly start: CalendarDate;
  readonly years: number;
  readonly months: number;
}

/** The months of a plan that starts in the month of a date. */
export function timelineOf(start: CalendarDate, years: number): Timeline {
  return { start, years, months: years * MONTHS_PER_YEAR };
}

/** Month of the plan in which a date falls; the month of the start is 1, the one before it 0. */
export function monthIndex(timeline: Timeline, date: CalendarDate): number {
  return (date.year - timeline.start.year) * MONTHS_PER_YEAR + date.month - timeline.start.month + 1;
}

/** First day of a month of the plan; months before 1 are before the start. */
export function dateOfMonth(timeline: Timeline, month: number): CalendarDate {
  const zeroBased = timeline.start.year * MONTHS_PER_YEAR + timeline.start.month - 1 + month - 1;
  return { year: Math.floor(zeroBased / MONTHS_PER_YEAR), month: (((zeroBased % MONTHS_PER_YEAR) + 12) % 12) + 1, day: 1 };
}

/** Calendar month (1..12) of a month of the plan. */
export function calendarMonth(timeline: Timeline, month: number): number {
  return ((timeline.start.month - 1 + month - 1) % MONTHS_PER_YEAR) + 1;
}

/** Year of the plan (from 1) of a month of the plan. */
export function yearOfMonth(month: number): number {
  return Math.ceil(month / MONTHS_PER_YEAR);
}

/** A date as a serial number of the spreadsheet (1 January 1970 is 25569). */
export function serialOf(date: CalendarDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / MS_PER_DAY + DAYS_BEFORE_EPOCH;
}

/** The date of a spreadsheet's serial number; undefined outside 1900-03-01..9999-12-31, where serials are not dates. */
export function dateOfSerial(serial: number): CalendarDate | undefined {
  if (!(serial >= 61 && serial < 2958466)) return undefined;
  const date = new Date((Math.floor(serial) - DAYS_BEFORE_EPOCH) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The date of a text such as 2027-01-31; undefined for any other text and for days that the calendar does not have. */
export function dateOfText(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const back = dateOfSerial(serialOf(date));
  return back && back.month === date.month && back.day === date.day ? date : undefined;
}

/** A date as text, 2027-01-31. */
export function textOfDate(date: CalendarDate): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}
