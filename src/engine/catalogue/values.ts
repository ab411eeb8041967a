import type { Assumption, CalendarDate } from "./assumption";
import type { ModelErrorCode } from "../errors";
import { isPlannableSerial, meantDates } from "./meantDate";
import { dateOfSerial, dateOfText } from "../timeline";
import { numberInText } from "./typedAmount";
import { isShare } from "../words";

/** What a cell of a scenario can hold. Dates are serial numbers of the spreadsheet or text such as 2027-01-31. */
export type Value = number | string | boolean;

/** What an assumption's value is once it has been read. */
export type ReadValue = number | string | boolean | CalendarDate;

export type Reading =
  { readonly ok: true; readonly value: ReadValue } | { readonly ok: false; readonly code: ModelErrorCode; readonly message: string };

/** Words for a number in a message: a share in per cent, so that nobody takes one for the other. */
type NumberWords = (value: number) => string;

/**
 * Reads a value as its assumption demands it; the message of a refusal says what was given and what is allowed. It calls the value by a name, its key or what a
 * person knows it by, and writes numbers in these words, or as a formula has them.
 */
export function readValue(name: string, assumption: Assumption<unknown>, value: Value, words?: NumberWords): Reading {
  switch (assumption.kind) {
    case "number":
    case "integer":
    case "rate":
    case "money":
      return readNumber(name, assumption, value, words);
    case "date":
      return readDate(name, value);
    case "choice":
      return readChoice(name, assumption.choices ?? [], value);
    case "boolean":
      return readBoolean(name, value);
    case "own":
      return { ok: true, value };
    default:
      return { ok: true, value: String(value) };
  }
}

const refuse = (code: ModelErrorCode, message: string): Reading => ({ ok: false, code, message });
const shown = (value: Value, words?: NumberWords): string => {
  if (typeof value === "string") return `the text "${value}"`;
  return words && typeof value === "number" ? words(value) : String(value).toUpperCase();
};

/** What is allowed of a number. */
function allowedOf(assumption: Assumption<unknown>, show: NumberWords): string {
  const [min, max] = boundsOf(assumption);
  const { kind, unit } = assumption;
  return `${kind === "integer" ? "a whole number" : "a number"} from ${show(min)} to ${show(max)}${unit ? ` (${unit})` : ""}`;
}

/** Noise of floating point, as a share: =0.1*3*10 is 3.0000000000000004 and means 3. */
const NOISE = 1e-12;

const isNear = (value: number, other: number): boolean => Math.abs(value - other) <= NOISE * Math.max(1, Math.abs(other));

/** A number without the noise that arithmetic leaves on whole numbers and beyond bounds. */
function withoutNoise(value: Value, { kind, min = -Infinity, max = Infinity }: Assumption<unknown>): Value {
  if (typeof value !== "number") return value;
  const meant = kind === "integer" ? Math.round(value) : Math.min(max, Math.max(min, value));
  return isNear(value, meant) ? meant : value;
}

function readNumber(name: string, assumption: Assumption<unknown>, given: Value, words?: NumberWords): Reading {
  const value = withoutNoise(given, assumption);
  const [min, max] = boundsOf(assumption);
  const [show, whole] = [words ?? String, assumption.kind === "integer"];
  const allowed = allowedOf(assumption, show);
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    return refuse(
      "wrong-type",
      `${name} is ${shown(value, words)}; allowed is ${allowed}.${typeof value === "string" ? amountHint(value) : ""}`,
    );
  }
  if (value >= min && value <= max) return { ok: true, value };
  return refuse("out-of-range", `${name} is ${show(value)}; allowed is ${allowed}.${meantHint(value, assumption, words)}`);
}

/** The nearest thing that a number out of bounds may have been meant as. */
function meantHint(value: number, assumption: Assumption<unknown>, words: NumberWords | undefined): string {
  const [min, max] = boundsOf(assumption);
  // Where nothing below 0 is allowed, the same without its minus.
  if (min >= 0 && value < 0 && -value >= min && -value <= max) return ` Did you mean ${(words ?? String)(-value)}?`;
  return words ? "" : percentHint(value, min, max, assumption.unit);
}

/** The number that a text means, as a paste of another program leaves it; both where it may be two. */
function amountHint(text: string): string {
  const amount = numberInText(text);
  if (amount.kind === "none") return "";
  return amount.kind === "number" ? ` Did you mean ${amount.value}?` : ` It can be read as ${amount.meanings.join(" or ")}.`;
}

const boundsOf = ({ min = -Infinity, max = Infinity }: Assumption<unknown>): [number, number] => [min, max];

function percentHint(value: number, min: number, max: number, unit: string): string {
  const share = value / 100;
  const isPercent = isShare(unit) && value > max && share >= min && share <= max;
  return isPercent ? ` Did you mean ${value} % (${share})?` : "";
}

/** What a number that is allowed and rare may have been meant as; undefined for a usual one. */
export function unusualWords(name: string, { unit, usualMax = Infinity }: Assumption<unknown>, value: ReadValue): string | undefined {
  if (typeof value !== "number" || value <= usualMax) return undefined;
  const [percent, factor] = [value * 100, value + 1].map((figure) => String(Number(figure.toPrecision(6))));
  const meaning = `${name} is ${value}: ${percent}% per year, ${factor} times as much each year.`;
  return `${meaning}${percentHint(value, -Infinity, usualMax, unit)}`;
}

function readDate(name: string, value: Value): Reading {
  const date = dateOf(value);
  if (date) return { ok: true, value: date };
  const meant = typeof value === "boolean" ? [] : meantDates(value);
  const hint = meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : "";
  return refuse("wrong-type", `${name} is ${shown(value)}; allowed is a date: a date cell, or text such as 2027-01-31.${hint}`);
}

function dateOf(value: Value): CalendarDate | undefined {
  if (typeof value === "string") return dateOfText(value);
  return typeof value === "number" && isPlannableSerial(value) ? dateOfSerial(value) : undefined;
}

function readChoice(name: string, choices: readonly string[], value: Value): Reading {
  const wanted = String(value).trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  return found === undefined
    ? refuse("not-allowed", `${name} is ${shown(value)}; allowed is ${choices.join(", ")}.`)
    : { ok: true, value: found };
}

function readBoolean(name: string, value: Value): Reading {
  const text = String(value).trim().toLowerCase();
  if (text === "true" || value === 1) return { ok: true, value: true };
  if (text === "false" || value === 0) return { ok: true, value: false };
  return refuse("wrong-type", `${name} is ${shown(value)}; allowed is TRUE or FALSE.`);
}
