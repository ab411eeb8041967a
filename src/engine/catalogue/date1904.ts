import type { CalendarDate } from "./assumption";
import { CATALOGUE } from "./assumptions";
import { dateOfSerial, serialOf, textOfDate } from "../timeline";

/** Days by which serial numbers of the 1904 date system are lower; a function cannot find out which system its workbook has. */
const DAYS = 1462;
/** Years before the prices of this version from which a plan is none of today. */
const LONG_BEFORE = 3;

/** The date that a workbook with the 1904 date system shows where this one arrives: 2027-01-01 for 2022-12-31. */
export function from1904(date: CalendarDate): CalendarDate {
  return dateOfSerial(serialOf(date) + DAYS) ?? date;
}

/** Whether a plan's first day looks like one of the 1904 date system: long before this version's prices, or before them and on the day before a month begins. */
function isFrom1904(start: CalendarDate): boolean {
  const usual = CATALOGUE["plan.start"].default;
  if (start.year < usual.year - LONG_BEFORE) return true;
  return serialOf(start) < serialOf(usual) && start.day !== 1 && from1904(start).day === 1;
}

/** What there is to say about a first day that looks like one of the 1904 date system; undefined for any other. */
export function early1904Words(name: string, start: CalendarDate): string | undefined {
  if (!isFrom1904(start)) return undefined;
  const remedy = `If the workbook uses the 1904 date system, enter "${textOfDate(from1904(start))}" as text`;
  return `${name} is ${textOfDate(start)}, years before the prices of this version. ${remedy}.`;
}
