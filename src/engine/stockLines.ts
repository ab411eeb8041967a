import { DRIVER_LINES } from "./drivers";
import type { LineDefinition, Plan } from "./lines";
import { CAPACITY_LINES } from "./stocks/capacityLines";
import { DEMAND_LINES } from "./stocks/demandLines";
import { SERVICE_LINES } from "./stocks/serviceLines";
import { staffLines, staffTotal } from "./stocks/staffLines";

const BEFORE_STAFF: readonly LineDefinition[] = [...DEMAND_LINES, ...CAPACITY_LINES, ...SERVICE_LINES];

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [...BEFORE_STAFF, staffTotal(DRIVER_LINES)];

/** The stock lines of a plan, each after the lines that it reads. People are computed from what drives the plan's own roles. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  const drivers = [...new Set(plan.staffing.roles.map(({ driver }) => driver))];
  return [...BEFORE_STAFF, staffTotal(drivers), ...staffLines(plan, drivers)];
}
