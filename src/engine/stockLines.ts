import type { LineDefinition, Plan } from "./lines";
import { CAPACITY_LINES } from "./stocks/capacityLines";
import { DEMAND_LINES } from "./stocks/demandLines";
import { SERVICE_LINES } from "./stocks/serviceLines";
import { STAFF_TOTAL, staffLines } from "./stocks/staffLines";

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [...DEMAND_LINES, ...CAPACITY_LINES, ...SERVICE_LINES, STAFF_TOTAL];

/** The stock lines of a plan, each after the lines that it reads. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  return [...FIXED_LINES, ...staffLines(plan)];
}
