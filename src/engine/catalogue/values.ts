import type { Assumption, CalendarDate } from "./assumption";
import type { ModelErrorCode } from "../errors";
import { isPlannableSerial, meantDates } from "./meantDate";
import { dateOfSerial, dateOfText } from "../timeline";
import { numberInText } from "./typedAmount";
import { isShare, listInWords, unitInWords, valueInFull } from "../words";

/** What a cell of a scenario can contain. Dates are serial numbers of the spreadsheet or text such as 2027-01-31. */
export type Value = number | string | boolean;

/** What an assumption's value is once it has been read. */
export type ReadValue = number | string | boolean | CalendarDate;

export type Reading =
  { readonly ok: true; readonly value: ReadValue } | { readonly ok: false; readonly code: ModelErrorCode; readonly message: string };

/** Writes a number in a message: a share as a percentage. */
type NumberWords = (value: number) => string;

/** The subject of a message: the name of an argument, or the label of an input with the key that formulas use. */
export type Subject = string | { readonly label: string; readonly key: string };

/**
 * Reads a value as its assumption requires. The message of a refusal names the value and what is allowed; `words` writes the given number, else it is shown as
 * a formula has it.
 */
export function readValue(name: Subject, assumption: Assumption<unknown>, value: Value, words?: NumberWords): Reading {
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
  if (typeof value === "string") return `"${value}"`;
  return words && typeof value === "number" ? words(value) : String(value).toUpperCase();
};

/** Two sentences: what is wrong, and what to enter, with the nearest allowed value if there is one. */
function refusal(name: Subject, value: string, allowed: string, meant = ""): string {
  const [label, place] = typeof name === "string" ? [name, ""] : [name.label, name.label === name.key ? "" : ` (${name.key})`];
  return `${label} is ${value}. ${allowed}${place}${meant === "" ? "." : `; did you mean ${meant}?`}`;
}

/** The numbers to enter; shares as percentages, which cells accept as well. */
function allowedOf({ kind, unit, ...assumption }: Assumption<unknown>, words: NumberWords): string {
  const [min, max] = boundsOf(assumption);
  const [number, of, from] = kind === "integer" ? ["a whole number", "a whole number of ", "a whole number from "] : ["a number", "", ""];
  if (max < TECHNICAL_BOUND) return `Enter ${from}${words(min)} to ${words(max)}${unitInMessages(unit)}`;
  if (min <= -TECHNICAL_BOUND) return `Enter ${number}`;
  return min > 0 && min < SMALLEST_AMOUNT ? `Enter ${number} above 0` : `Enter ${of}${words(min)} or more`;
}

/** Bounds from here on only keep computations finite: messages don't mention them. */
const TECHNICAL_BOUND = 1e15;

/** A lower bound below this means "above 0". */
const SMALLEST_AMOUNT = 1e-3;

/** Units that say more than "a number" in a message; codes, shares and the plan's own unit of volume do not. */
function unitInMessages(unit: string): string {
  return isShare(unit) || unit === "" || /^(money.*|volume|count|code|ratio|tier|year|month)$/.test(unit) ? "" : ` ${unitInWords(unit)}`;
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

function readNumber(name: Subject, assumption: Assumption<unknown>, given: Value, words?: NumberWords): Reading {
  const value = withoutNoise(given, assumption);
  const [min, max] = boundsOf(assumption);
  const whole = assumption.kind === "integer";
  const allowed = allowedOf(assumption, words ?? ((number) => valueInFull(number, assumption.unit)));
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    const hint = typeof value === "string" ? amountHint(value) : "";
    return refuse("wrong-type", refusal(name, shown(value, words), allowed, hint));
  }
  if (value >= min && value <= max) return { ok: true, value };
  return refuse("out-of-range", refusal(name, (words ?? String)(value), allowed, meantHint(value, assumption, words)));
}

/** The nearest allowed number that a number out of bounds may have been meant as. */
function meantHint(value: number, assumption: Assumption<unknown>, words: NumberWords | undefined): string {
  const [min, max] = boundsOf(assumption);
  // If nothing below 0 is allowed, the same number without its minus.
  if (min >= 0 && value < 0 && -value >= min && -value <= max) return (words ?? String)(-value);
  if (words) return "";
  const share = meantShare(value, min, max, assumption.unit);
  return share === undefined ? "" : `${value}% (${share})`;
}

/** The number in a text, as pasted from another program; both numbers if it can be read as two. */
function amountHint(text: string): string {
  const amount = numberInText(text);
  if (amount.kind === "none") return "";
  return amount.kind === "number" ? String(amount.value) : amount.meanings.join(" or ");
}

const boundsOf = ({ min = -Infinity, max = Infinity }: Pick<Assumption<unknown>, "min" | "max">): [number, number] => [min, max];

/** The share that a number may have been meant as in percent: 0.05 for 5; undefined if that isn't allowed either. */
function meantShare(value: number, min: number, max: number, unit: string): number | undefined {
  const share = value / 100;
  return isShare(unit) && value > max && share >= min && share <= max ? share : undefined;
}

/** Warns of a number that is allowed but rare; undefined for a usual one. */
export function unusualWords(name: string, { unit, usualMax = Infinity }: Assumption<unknown>, value: ReadValue): string | undefined {
  if (typeof value !== "number" || value <= usualMax) return undefined;
  const [percent, factor] = [value * 100, value + 1].map((figure) => String(Number(figure.toPrecision(6))));
  const share = meantShare(value, -Infinity, usualMax, unit);
  const hint = share === undefined ? "" : ` Did you mean ${value}% (${share})?`;
  return `${name} is ${value}: ${percent}% per year, or ${factor} times as much each year.${hint}`;
}

function readDate(name: Subject, value: Value): Reading {
  const date = dateOf(value);
  if (date) return { ok: true, value: date };
  const meant = typeof value === "boolean" ? [] : meantDates(value);
  return refuse("wrong-type", refusal(name, shown(value), "Enter a date, such as 2027-01-31", meant.join(" or ")));
}

function dateOf(value: Value): CalendarDate | undefined {
  if (typeof value === "string") return dateOfText(value);
  return typeof value === "number" && isPlannableSerial(value) ? dateOfSerial(value) : undefined;
}

function readChoice(name: Subject, choices: readonly string[], value: Value): Reading {
  const wanted = String(value).trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  return found === undefined
    ? refuse("not-allowed", refusal(name, shown(value), `Use ${listInWords(choices)}`))
    : { ok: true, value: found };
}

function readBoolean(name: Subject, value: Value): Reading {
  const text = String(value).trim().toLowerCase();
  if (text === "true" || value === 1) return { ok: true, value: true };
  if (text === "false" || value === 0) return { ok: true, value: false };
  return refuse("wrong-type", refusal(name, shown(value), "Enter TRUE or FALSE"));
}
