import { keySeries } from "../demand/expression";
import type { Ledger, Plan } from "../lines";
import type { Role } from "../resolved";

/**
 * Fills the FTE of each role, max(minimum, fixed + driver/ratio (1 - automation)), and the payroll; those on call together are at least the
 * rota floor, scaled up in proportion (0 of 0: equal shares).
 */
export function fillStaffing(plan: Plan, ledger: Ledger): void {
  const { roles, fte, payroll } = plan.staffing;
  roles.forEach((role, i) => fillRole(plan, role, ledger, fte[i]));
  const onCall = fte.filter((_, i) => roles[i].oncall);
  const floor = onCallFloor(plan);
  payroll.fill(0);
  for (let m = 0; m < payroll.length; m++) {
    liftToFloor(onCall, floor, m);
    for (let i = 0; i < roles.length; i++) payroll[m] += fte[i][m] * roles[i].salary;
  }
}

/** Fewest people on call together: the larger floor of the parts in use. */
function onCallFloor({ a, central, distributed }: Plan): number {
  return Math.max(central ? a["staff.oncall_floor_vertical"] : 0, distributed ? a["staff.oncall_floor_horizontal"] : 0);
}

/** The driver of a role is a number of the scenario or a stock line; scenarios with any other are refused when they are read. */
function fillRole({ a }: Plan, role: Role, ledger: Ledger, out: Float64Array): void {
  const perUnit = role.ratio === undefined || role.ratio === 0 ? 0 : (1 - a["staff.automation"]) / role.ratio;
  const key = keySeries(a, role.driver);
  const driver = key ? undefined : ledger(role.driver);
  const constant = key?.(0) ?? 0;
  for (let m = 0; m < out.length; m++) out[m] = Math.max(role.minimum, role.fixed + (driver ? driver[m] : constant) * perUnit);
}

function liftToFloor(onCall: readonly Float64Array[], floor: number, m: number): void {
  let together = 0;
  for (const people of onCall) together += people[m];
  if (together >= floor) return;
  for (const people of onCall) people[m] = together === 0 ? floor / onCall.length : (people[m] * floor) / together;
}
