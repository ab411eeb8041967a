/** Times on the user's clock, such as 2026-11-03 14:05:33, as cells hold them. Pure. */

import { dateOfSerial, serialOf, textOfDate } from "../../engine/timeline";
import { MINUTES_PER_HOUR, SECONDS_PER_DAY, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from "../../engine/units";
import type { CellValue } from "../plan";

const TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;

/** A time as the spreadsheet's number: days and their part. */
export function serialOfTime(when: string): number | undefined {
  const [, year, month, day, hour, minute, second] = (TIME.exec(when) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const seconds = ((hour ?? 0) * MINUTES_PER_HOUR + (minute ?? 0)) * SECONDS_PER_MINUTE + (second ?? 0);
  return serialOf({ year, month, day }) + seconds / SECONDS_PER_DAY;
}

/** The time that a cell of the log shows: a number as this add-in writes it, or a text that somebody typed. */
export function timeOfCell(cell: CellValue): string {
  const date = typeof cell === "number" ? dateOfSerial(cell) : undefined;
  if (typeof cell !== "number" || !date) return String(cell);
  const seconds = Math.round((cell - Math.floor(cell)) * SECONDS_PER_DAY);
  const two = (count: number) => String(Math.floor(count)).padStart(2, "0");
  const [hour, minute] = [seconds / SECONDS_PER_HOUR, (seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE];
  return `${textOfDate(date)} ${two(hour)}:${two(minute)}:${two(seconds % SECONDS_PER_MINUTE)}`;
}
