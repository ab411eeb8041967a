import type { Assumption, CalendarDate } from "./assumption";
import type { ModelErrorCode } from "./errors";
import { dateOfSerial, dateOfText } from "./timeline";

/** What a cell of a scenario can hold. Dates are serial numbers of the spreadsheet or text such as 2027-01-31. */
export type Value = number | string | boolean;

/** What an assumption's value is once it has been read. */
export type ReadValue = number | string | boolean | CalendarDate;

export type Reading =
  { readonly ok: true; readonly value: ReadValue } | { readonly ok: false; readonly code: ModelErrorCode; readonly message: string };

/** Reads a value as its assumption demands it; the message of a refusal says what was given and what is allowed. */
export function readValue(key: string, assumption: Assumption<unknown>, value: Value): Reading {
  switch (assumption.kind) {
    case "number":
    case "integer":
    case "rate":
    case "money":
      return readNumber(key, assumption, value);
    case "date":
      return readDate(key, value);
    case "choice":
      return readChoice(key, assumption.choices ?? [], value);
    case "boolean":
      return readBoolean(key, value);
    case "own":
      return { ok: true, value };
    default:
      return { ok: true, value: String(value) };
  }
}

const refuse = (code: ModelErrorCode, message: string): Reading => ({ ok: false, code, message });
const shown = (value: Value): string => (typeof value === "string" ? `the text "${value}"` : String(value).toUpperCase());

function readNumber(key: string, assumption: Assumption<unknown>, value: Value): Reading {
  const { unit } = assumption;
  const [min, max] = boundsOf(assumption);
  const whole = assumption.kind === "integer";
  const allowed = `${whole ? "a whole number" : "a number"} from ${min} to ${max}${unit ? ` (${unit})` : ""}`;
  if (typeof value !== "number" || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    return refuse("wrong-type", `${key} is ${shown(value)}; allowed is ${allowed}.`);
  }
  if (value >= min && value <= max) return { ok: true, value };
  return refuse("out-of-range", `${key} is ${value}; allowed is ${allowed}.${percentHint(value, min, max, unit)}`);
}

const boundsOf = ({ min = -Infinity, max = Infinity }: Assumption<unknown>): [number, number] => [min, max];

function percentHint(value: number, min: number, max: number, unit: string): string {
  const share = value / 100;
  const isShare = unit.startsWith("share") && value > max && share >= min && share <= max;
  return isShare ? ` Did you mean ${value} % (${share})?` : "";
}

function readDate(key: string, value: Value): Reading {
  const date = typeof value === "number" ? dateOfSerial(value) : typeof value === "string" ? dateOfText(value) : undefined;
  return date
    ? { ok: true, value: date }
    : refuse("wrong-type", `${key} is ${shown(value)}; allowed is a date: a date cell, or text such as 2027-01-31.`);
}

function readChoice(key: string, choices: readonly string[], value: Value): Reading {
  const wanted = String(value).trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  return found === undefined
    ? refuse("not-allowed", `${key} is ${shown(value)}; allowed is ${choices.join(", ")}.`)
    : { ok: true, value: found };
}

function readBoolean(key: string, value: Value): Reading {
  const text = String(value).trim().toLowerCase();
  if (text === "true" || value === 1) return { ok: true, value: true };
  if (text === "false" || value === 0) return { ok: true, value: false };
  return refuse("wrong-type", `${key} is ${shown(value)}; allowed is TRUE or FALSE.`);
}
