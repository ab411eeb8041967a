import type { Assumption, CalendarDate } from "./assumption";
import type { ModelErrorCode } from "./errors";
import { dateOfSerial, dateOfText } from "./timeline";

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

function readNumber(name: string, assumption: Assumption<unknown>, value: Value, words?: NumberWords): Reading {
  const [min, max] = boundsOf(assumption);
  const [show, whole] = [words ?? String, assumption.kind === "integer"];
  const allowed = allowedOf(assumption, show);
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    return refuse("wrong-type", `${name} is ${shown(value, words)}; allowed is ${allowed}.`);
  }
  if (value >= min && value <= max) return { ok: true, value };
  const hint = words ? "" : percentHint(value, min, max, assumption.unit);
  return refuse("out-of-range", `${name} is ${show(value)}; allowed is ${allowed}.${hint}`);
}

const boundsOf = ({ min = -Infinity, max = Infinity }: Assumption<unknown>): [number, number] => [min, max];

function percentHint(value: number, min: number, max: number, unit: string): string {
  const share = value / 100;
  const isShare = unit.startsWith("share") && value > max && share >= min && share <= max;
  return isShare ? ` Did you mean ${value} % (${share})?` : "";
}

function readDate(name: string, value: Value): Reading {
  const date = typeof value === "number" ? dateOfSerial(value) : typeof value === "string" ? dateOfText(value) : undefined;
  return date
    ? { ok: true, value: date }
    : refuse("wrong-type", `${name} is ${shown(value)}; allowed is a date: a date cell, or text such as 2027-01-31.`);
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
