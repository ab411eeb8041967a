import { dateOfSerial, dateOfText, serialOf, textOfDate } from "../timeline";

/** Serial numbers that a plan can mean by a date, 1920 to 2199: a year such as 2027 or 202701 is no day of 1905 or 2454. */
const [FIRST, LAST] = [serialOf({ year: 1920, month: 1, day: 1 }), serialOf({ year: 2199, month: 12, day: 31 })];

/** Whether a serial number is a day that a plan can mean. */
export function isPlannableSerial(serial: number): boolean {
  return serial >= FIRST && serial < LAST + 1;
}

/** What people type for a date: a year, a year and a month or a whole date, with or without signs between, the year first or last. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})(?:[-/.]?(?<month>\d{2})(?:[-/.]?(?<day>\d{2}))?)?$/,
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?$/,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
];

/** The dates that a number or text that is none may mean, as text such as 2027-01-01: 2027, 202701, 20270131, 2027-4, 31.01.2027; two for 4/5/2027. */
export function meantDates(given: number | string): readonly string[] {
  const text = String(given).trim();
  const typed = FORMS.flatMap((form) => dateOf(form.exec(text)?.groups));
  const serial = typed.length === 0 && isPlannableSerial(Number(text)) ? dateOfSerial(Number(text)) : undefined;
  return [...new Set(serial ? [textOfDate(serial)] : typed)];
}

function dateOf(groups: Readonly<Record<string, string | undefined>> | undefined): readonly string[] {
  if (!groups) return [];
  const { year, month = "1", day = "1" } = groups;
  const text = textOfDate({ year: Number(year), month: Number(month), day: Number(day) });
  const date = dateOfText(text);
  return date && isPlannableSerial(serialOf(date)) ? [text] : [];
}
