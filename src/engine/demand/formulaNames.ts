import { CATALOGUE } from "../catalogue/assumptions";
import { keySeries, keyValue } from "../catalogue/keyValue";
import { parseKey } from "../catalogue/keys";
import type { Assumptions } from "../catalogue/resolved";
import { MONTHS_PER_YEAR } from "../units";
import type { Names } from "./expression";
import type { Series } from "./expressionEvaluation";

/** The time of a plan, as formulas name it. */
export const TIME_NAMES: Readonly<Record<string, Series>> = {
  t: (index) => (index + 1) / MONTHS_PER_YEAR,
  month: (index) => index + 1,
};

const SCALAR_KEYS: readonly string[] = Object.keys(CATALOGUE).filter((pattern) => !pattern.includes("*"));

/** Names that the formulas of a scenario may read: local names first, then every key with a number. */
export function planNames(a: Assumptions, find: (name: string) => Series | undefined, others: readonly string[]): Names {
  return {
    find: (name) => find(name) ?? keySeries(a, name),
    all: () => [...others, ...[...SCALAR_KEYS, ...a.stated.keys()].filter((key) => keySeries(a, key) !== undefined)],
    without: (name) => keyProblem(a, name),
    advice: "Use t, month, or a key such as demand.sites; numbers of your own have keys that start with user.",
  };
}

/** Why a key has no number; undefined for what is no key. */
function keyProblem(a: Assumptions, name: string): string | undefined {
  if (parseKey(name)?.key !== name) return undefined;
  const value = keyValue(a, name);
  if (value === undefined || value === null)
    return name.startsWith("user.") ? undefined : `${name} has no value in this scenario. Enter one, or leave the name out.`;
  const given = typeof value === "string" ? `"${value}"` : typeof value === "boolean" ? String(value).toUpperCase() : "a date";
  return `${name} is ${given}, not a number.`;
}
