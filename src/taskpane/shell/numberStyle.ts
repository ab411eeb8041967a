/** How the languages of the world write numbers. */

import type { NumberStyle } from "../../engine/catalogue/typedAmount";

/** The separators of numbers in a language, and how it parts their digits. */
export function numberStyleOf(locale: string): NumberStyle {
  const format = new Intl.NumberFormat(locale);
  const parts = format.formatToParts(12345.6);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const groups = format.formatToParts(1_000_000).filter(({ type }) => type === "integer");
  return { decimal: find("decimal") || ".", group: find("group"), groupsInTwos: groups.at(-2)?.value.length === 2 };
}
