/** What a person typed, as the value it means: "1.2M", "3,8 %", "1.2 TB", "2027-04". Pure; what cannot be read is refused with what is allowed. */

import type { Assumption } from "../../engine/catalogue/assumption";
import { factorOfWords, typedAmount } from "../../engine/catalogue/typedAmount";
import type { NumberInText } from "../../engine/catalogue/typedAmount";
import type { Value } from "../../engine/catalogue/values";
import { readValue } from "../../engine/catalogue/values";
import { isShare } from "../../engine/words";
import { subjectOf } from "../../engine/catalogue/keys";
import { inputText, percent } from "../shell/format";
import { serialOfTypedDate } from "./date";
import { numberStyleOf } from "../shell/numberStyle";
import { factorOfUnit } from "./unit";

export type Typed = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

/** Digits that decide: a product such as 3.8 x 0.01 carries noise behind them. */
const PRECISION = 15;

interface Quantity {
  readonly number: number;
  /** What it means as well, where nobody but its author knows. */
  readonly other?: number;
  /** What stands behind the number, such as %, M or TB. */
  readonly words: readonly string[];
}

function meaningsOf(reading: NumberInText): readonly number[] {
  if (reading.kind === "none") return [];
  return reading.kind === "number" ? [reading.value] : reading.meanings;
}

function quantityOf(text: string, locale: string): Quantity | undefined {
  const amount = typedAmount(text, numberStyleOf(locale));
  const [number, other] = meaningsOf(amount.number);
  return number === undefined ? undefined : { number, ...(other !== undefined && { other }), words: amount.words };
}

/** What is said of a number that has two meanings: both, as the language writes them. */
export function ambiguityWords(text: string, meanings: readonly number[], locale: string): string {
  const shown = meanings.map((meaning) => new Intl.NumberFormat(locale).format(meaning));
  return `${quoted(text)} can be read as ${shown.join(" or as ")}. Type it as one of these.`;
}

/** Longest text that a message repeats: what was pasted by mistake may be a page. */
const LONGEST_QUOTE = 40;

/** A typed text within a message, cut where it is long. */
export function shortened(text: string): string {
  const typed = text.trim();
  return typed.length > LONGEST_QUOTE ? `${typed.slice(0, LONGEST_QUOTE)} ...` : typed;
}

const quoted = (text: string): string => `"${shortened(text)}"`;
const refuse = (message: string): Typed => ({ ok: false, message });
const rounded = (value: number): number => Number(value.toPrecision(PRECISION));

/** A share: with % as it says, without it as a percent-formatted cell takes it: from 1 on as percent, below 1 as the share itself. */
function shareOf({ number, words }: Quantity): number | undefined {
  const isPercent = words.length === 1 && words[0] === "%";
  if (words.length > 0 && !isPercent) return undefined;
  return isPercent || Math.abs(number) >= 1 ? rounded(number / 100) : number;
}

function typedQuantity(text: string, unit: string, locale: string): Typed {
  const quantity = quantityOf(text, locale);
  if (!quantity) return refuse(`${quoted(text)} is not a number. Allowed is a number such as ${exampleOf(unit, locale)}.`);
  if (quantity.other !== undefined) return refuse(ambiguityWords(text, [quantity.number, quantity.other], locale));
  const isPercent = isShare(unit);
  const factor = isPercent ? undefined : factorOfWords(quantity.words, (word) => factorOfUnit(word, unit));
  const value = isPercent ? shareOf(quantity) : factor === undefined ? undefined : rounded(quantity.number * factor);
  if (value !== undefined) return { ok: true, value };
  return refuse(
    `${quoted(quantity.words.join(" "))} is no unit of this value${unit === "" ? "" : ` (${unit})`}. Allowed is, for example, ${exampleOf(unit, locale)}.`,
  );
}

/** A number as it may be typed for a unit, in the user's own separators. */
export function exampleOf(unit: string, locale: string): string {
  const show = (value: number) => new Intl.NumberFormat(locale).format(value);
  if (isShare(unit)) return percent(0.038, locale);
  if (unit === "date") return "2027-04";
  const [first = ""] = unit.split("/");
  if (first === "money") return `${show(1.2)}M`;
  return /^(TB|GB|GiB|kB|Mbps)$/.test(first) ? `${show(1.2)} ${first}` : show(1200);
}

/** The value that a typed text means for an assumption; out of its bounds or of the wrong kind, it is refused with what is allowed. */
export function typedFor(key: string, assumption: Assumption<unknown>, text: string, locale: string): Typed {
  const typed = typedByKind(assumption, text, locale);
  if (!typed.ok) return typed;
  const reading = readValue(subjectOf(key), assumption, typed.value, (number) => inputText(number, assumption, locale));
  return reading.ok ? typed : refuse(reading.message);
}

const YES = ["yes", "true", "ja", "oui", "1"] as const;
const NO = ["no", "false", "nein", "non", "0"] as const;
const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);

/** What a list offers for an assumption; undefined where it is typed. */
export function choicesOf({ kind, choices }: Assumption<unknown>): readonly string[] | undefined {
  return kind === "boolean" ? [YES[0], NO[0]] : choices;
}

function typedByKind(assumption: Assumption<unknown>, text: string, locale: string): Typed {
  switch (assumption.kind) {
    case "number":
    case "integer":
    case "rate":
    case "money":
      return typedQuantity(text, assumption.unit, locale);
    case "date": {
      const serial = serialOfTypedDate(text, locale);
      return serial === undefined
        ? refuse(`${quoted(text)} is not a date. Allowed is, for example, 2027-04 or 2027-04-30.`)
        : { ok: true, value: serial };
    }
    case "boolean":
      return { ok: true, value: YES_OR_NO.get(text.trim().toLowerCase()) ?? text.trim() };
    case "own":
      return typedOwn(text, locale);
    default:
      return { ok: true, value: text.trim() };
  }
}

/** The user's own number, or text where it is none. */
function typedOwn(text: string, locale: string): Typed {
  const quantity = quantityOf(text, locale);
  if (!quantity) return { ok: true, value: text.trim() };
  if (quantity.other !== undefined) return refuse(ambiguityWords(text, [quantity.number, quantity.other], locale));
  if (quantity.words.length === 1 && quantity.words[0] === "%") return { ok: true, value: rounded(quantity.number / 100) };
  const factor = factorOfWords(quantity.words, (word) => factorOfUnit(word, ""));
  return { ok: true, value: factor === undefined ? text.trim() : rounded(quantity.number * factor) };
}
