import type { WrittenLine } from "../lines";
import type { Cost } from "../model/entry";

/** A cost line that computes itself. */
export type WrittenCost = Omit<Cost, "formula"> & WrittenLine;

export type CostComponent = Cost | WrittenCost;

/** Declares a cost line in money per month. */
export function costComponent(declared: Omit<WrittenCost, "unit" | "kind">): WrittenCost {
  return { unit: "money", kind: "flow", ...declared };
}
