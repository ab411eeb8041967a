import type { LineDefinition, ModelLine, Plan } from "./lines";
import { DEMAND_LINES } from "./model/demand";
import type { Entry } from "./model/entry";
import { NETWORK } from "./model/network";
import { PEOPLE } from "./model/people";
import { SERVICE } from "./model/service";
import { CAPACITY_LINES } from "./stocks/capacityLines";
import { staffLines } from "./stocks/staffLines";

/** The stock lines among entries of the model. */
const stocksOf = (entries: readonly Entry[]): readonly ModelLine[] =>
  entries.filter(
    (entry): entry is Entry & ModelLine =>
      "formula" in entry && entry.isLine === true && entry.over === undefined && !("costPool" in entry),
  );

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [
  ...DEMAND_LINES,
  ...CAPACITY_LINES,
  ...stocksOf(NETWORK),
  ...stocksOf(SERVICE),
  ...stocksOf(PEOPLE),
];

/** The stock lines of a plan: those that every plan has, and the people of each of its roles. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  return [...FIXED_LINES, ...staffLines(plan)];
}
