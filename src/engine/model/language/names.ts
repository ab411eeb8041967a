import { assumptionFor } from "../../catalogue/assumptions";
import type { Expression } from "../../demand/expressionTree";
import type { Entry } from "../entry";
import type { RowSet } from "../sets";
import { PLAN_WORDS } from "./planWords";
import type { PlanWord } from "./planWords";

/** What formulas can name. */
export interface Names {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sets: Readonly<Record<string, RowSet<unknown>>>;
}

/** The meaning of a name in a formula. */
export type Named =
  | { readonly kind: "month" }
  | { readonly kind: "plan"; readonly word: PlanWord }
  | { readonly kind: "field"; readonly set: string; readonly field: string }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "key"; readonly key: string };

/** The sets over whose rows a formula, or a part of it, goes: that of its entry, and of the sums around the part. */
export type Scope = readonly string[];

/** The meaning of a name in a scope; undefined for an unknown one. */
export function named({ entries, sets }: Names, name: string, scope: Scope): Named | undefined {
  if (name === "month") return { kind: "month" };
  if (Object.hasOwn(PLAN_WORDS, name)) return { kind: "plan", word: name as PlanWord };
  for (const set of scope) {
    const { row, fields } = sets[set];
    const field = name.startsWith(`${row}.`) ? name.slice(row.length + 1) : "";
    if (Object.hasOwn(fields, field)) return { kind: "field", set, field };
  }
  const entry = entries.get(name);
  if (entry) return { kind: "entry", entry };
  return isNumberKey(name) ? { kind: "key", key: name } : undefined;
}

/** The word that a name is of a row in a scope, with the set of the row; undefined when it is none. */
export function rowWord(
  sets: Names["sets"],
  name: string,
  scope: Scope,
): { readonly set: string; readonly word: RowSet<unknown>["words"][string] } | undefined {
  for (const set of scope) {
    const { row, words } = sets[set];
    const field = name.startsWith(`${row}.`) ? name.slice(row.length + 1) : "";
    if (Object.hasOwn(words, field)) return { set, word: words[field] };
  }
  return undefined;
}

const NUMBERS: readonly string[] = ["number", "integer", "rate", "money", "boolean"];

/** Whether a key holds a number, or TRUE or FALSE. */
export function isNumberKey(key: string): boolean {
  const assumption = key.includes("*") ? undefined : assumptionFor(key);
  return assumption !== undefined && NUMBERS.includes(assumption.kind);
}

/** The name that an argument is: of a set, a key, a word or an entry. */
export function nameIn(node: Expression): string {
  if (node.kind !== "name") throw new Error("A name is missing.");
  return node.name;
}
