/** Numbers in text, as they come from a paste of another program or another language. Pure. */

export type NumberInText =
  | { readonly kind: "number"; readonly value: number }
  /** One comma or point before three digits: a thousand here, a decimal there. */
  | { readonly kind: "ambiguous"; readonly meanings: readonly number[] }
  | { readonly kind: "none" };

const NONE: NumberInText = { kind: "none" };

/** Whole digits without their separators; undefined where thousands do not come in threes. */
function ungrouped(whole: string, thousands: string): string | undefined {
  const [first = "", ...others] = whole.split(thousands);
  if (others.length === 0) return first;
  return /^[1-9]\d{0,2}$/.test(first) && others.every((group) => /^\d{3}$/.test(group)) ? [first, ...others].join("") : undefined;
}

/** Digits with one kind of separator taken for decimals and the other for thousands; undefined where they cannot be. */
function read(digits: string, decimal: "." | ","): number | undefined {
  const [whole = "", fraction = "", ...more] = digits.split(decimal);
  const integer = ungrouped(whole, decimal === "." ? "," : ".");
  if (more.length > 0 || integer === undefined || !/^\d*$/.test(fraction)) return undefined;
  return integer + fraction === "" ? undefined : Number(`${integer}.${fraction}0`);
}

/** What a text means as a number: thousands and decimals by comma or point, spaces and apostrophes between thousands, a percent sign behind. */
export function numberInText(text: string): NumberInText {
  const match = /^([-+−]?)([\d.,]+)(%?)$/.exec(text.trim().replace(/[\s'\u00a0\u202f]/g, ""));
  if (!match) return NONE;
  const [, sign, digits = "", percent] = match;
  const scale = (sign === "-" || sign === "−" ? -1 : 1) / (percent === "%" ? 100 : 1);
  const meanings = [...new Set(([".", ","] as const).flatMap((decimal) => read(digits, decimal) ?? []))].map((value) => value * scale);
  const [value, other] = meanings;
  if (value === undefined) return NONE;
  return other === undefined ? { kind: "number", value } : { kind: "ambiguous", meanings };
}
