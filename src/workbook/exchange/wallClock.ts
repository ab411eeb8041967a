import { textOfDate } from "../../engine/timeline";

/** A time on the user's clock, such as 2026-11-03 14:05:33. */
export function wallClock(time: Date): string {
  const two = (count: number) => String(count).padStart(2, "0");
  const day = textOfDate({ year: time.getFullYear(), month: time.getMonth() + 1, day: time.getDate() });
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(":")}`;
}

/** The moment of a time that `wallClock` has written; invalid for other words. */
export function momentOf(time: string): Date {
  return new Date(time.replace(" ", "T"));
}
