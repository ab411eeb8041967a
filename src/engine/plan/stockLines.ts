import type { LineDefinition, ModelLine, Plan } from "../lines";
import { CAPACITY } from "../model/capacity";
import { DATABASES_LINE, DEMAND_LINES, REGIONS_LINE } from "../model/demand";
import type { Entry } from "../model/entry";
import { NETWORK } from "../model/network";
import { PEOPLE } from "../model/people";
import { SERVICE } from "../model/service";
import { staffLines } from "./staffLines";

/** The stock lines among entries of the model. */
const stocksOf = (entries: readonly Entry[]): readonly ModelLine[] =>
  entries.filter(
    (entry): entry is Entry & ModelLine =>
      !("names" in entry) && entry.isLine === true && entry.over === undefined && !("costPool" in entry),
  );

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [
  ...DEMAND_LINES,
  ...stocksOf(CAPACITY),
  REGIONS_LINE,
  DATABASES_LINE,
  ...stocksOf(NETWORK),
  ...stocksOf(SERVICE),
  ...stocksOf(PEOPLE),
];

/** The stock lines of a plan: those that every plan has, and the people of each of its roles. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  return [...FIXED_LINES, ...staffLines(plan)];
}
