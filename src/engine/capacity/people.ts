import { keySeries } from "../keyValue";
import type { Series } from "../demand/expression";
import type { PlanParts } from "../planSetting";
import type { Assumptions, Role } from "../resolved";
import type { SeriesPool } from "../series";

/** The people that a plan needs, month by month. */
export interface Staffing {
  readonly roles: readonly Role[];
  /** FTE of each role. */
  readonly fte: readonly Float64Array[];
  /** The number of the scenario that drives each role; undefined where a line does. */
  readonly keyDrivers: readonly (Series | undefined)[];
  /** FTE of the roles that share the on-call rota. */
  readonly onCall: readonly Float64Array[];
  /** Sum over the roles of FTE x yearly salary, at the wages of year 1. */
  readonly payroll: Float64Array;
}

/** The roles that the parts of a plan need, with room for their people. */
export function staffingOf(a: Assumptions, { central, distributed }: PlanParts, pool: SeriesPool): Staffing {
  const roles = a.roles.filter(({ applies }) => applies === "both" || (applies === "vertical" ? central : distributed) !== undefined);
  const fte = roles.map(pool.take);
  return {
    roles,
    fte,
    keyDrivers: roles.map(({ driver }) => keySeries(a, driver)),
    onCall: fte.filter((_, i) => roles[i].oncall),
    payroll: pool.take(),
  };
}
