import type { PlanParts } from "../planSetting";
import type { Assumptions, Role } from "../resolved";
import type { SeriesPool } from "../series";

/** The people that a plan needs, month by month. */
export interface Staffing {
  readonly roles: readonly Role[];
  /** FTE of each role. */
  readonly fte: readonly Float64Array[];
  /** Sum over the roles of FTE x yearly salary, at the wages of year 1. */
  readonly payroll: Float64Array;
}

/** The roles that the parts of a plan need, with room for their people. */
export function staffingOf(a: Assumptions, { central, distributed }: PlanParts, pool: SeriesPool): Staffing {
  const roles = a.roles.filter(({ applies }) => applies === "both" || (applies === "vertical" ? central : distributed) !== undefined);
  return { roles, fte: roles.map(pool.take), payroll: pool.take() };
}
