import { describe, expect, it } from "vitest";
import {
  calendarMonth,
  dateOfMonth,
  dateOfSerial,
  dateOfText,
  monthIndex,
  serialOf,
  textOfDate,
  timelineOf,
  yearOfMonth,
} from "../../src/engine/timeline";

const date = (text: string): NonNullable<ReturnType<typeof dateOfText>> => dateOfText(text)!;
const timeline = timelineOf(date("2027-07-15"), 2);

describe("months of a plan that starts in July 2027", () => {
  it.each([
    ["2027-07-01", 1],
    ["2027-07-31", 1],
    ["2027-06-30", 0],
    ["2026-07-01", -11],
    ["2028-01-31", 7],
    ["2029-06-30", 24],
    ["2029-07-01", 25],
  ])("%s falls in month %d", (text, month) => {
    expect(monthIndex(timeline, date(text))).toBe(month);
  });

  it.each([
    [1, "2027-07-01", 7, 1],
    [6, "2027-12-01", 12, 1],
    [7, "2028-01-01", 1, 1],
    [12, "2028-06-01", 6, 1],
    [13, "2028-07-01", 7, 2],
  ])("month %d starts on %s, calendar month %d, year %d", (month, text, calendar, year) => {
    expect(textOfDate(dateOfMonth(timeline, month))).toBe(text);
    expect([calendarMonth(timeline, month), yearOfMonth(month)]).toEqual([calendar, year]);
  });

  it("has 24 of them", () => {
    expect(timeline.months).toBe(24);
  });
});

describe("dates of a sheet", () => {
  it.each([
    [25569, "1970-01-01"],
    [46388, "2027-01-01"],
    [46388.75, "2027-01-01"],
    [36585, "2000-02-29"],
    [61, "1900-03-01"],
  ])("serial %d is %s", (serial, text) => {
    expect(textOfDate(dateOfSerial(serial)!)).toBe(text);
    expect(serialOf(date(text))).toBe(Math.floor(serial));
  });

  it.each([0, 60, -5, 2958466, Number.NaN])("serial %d is no date", (serial) => {
    expect(dateOfSerial(serial)).toBeUndefined();
  });

  it.each(["2027-02-29", "2027-13-01", "2027-00-10", "27-01-01", "01.02.2027", "tomorrow", ""])("the text %j is no date", (text) => {
    expect(dateOfText(text)).toBeUndefined();
  });
});
