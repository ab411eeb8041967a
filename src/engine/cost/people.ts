import type { Ledger, Plan } from "../lines";
import { addSeries } from "../series";

/**
 * Fills the FTE of each role, max(minimum, fixed + driver/ratio (1 - automation)), and the payroll; those on call together are at least the
 * rota floor, scaled up in proportion (0 of 0: equal shares).
 */
export function fillStaffing(plan: Plan, ledger: Ledger): void {
  const { roles, fte, payroll, onCall } = plan.staffing;
  for (let i = 0; i < roles.length; i++) fillRole(plan, i, ledger);
  const floor = onCallFloor(plan);
  payroll.fill(0);
  addSeries(payroll, onCall);
  for (let m = 0; m < payroll.length; m++) if (payroll[m] < floor) liftToFloor(onCall, floor, payroll[m], m);
  payroll.fill(0);
  for (let i = 0; i < roles.length; i += 2) addPay(payroll, fte[i], roles[i].salary, fte[i + 1], roles[i + 1]?.salary);
}

/** Adds the pay of a role, and of another one: two at a time, sums are stored half as often. */
function addPay(payroll: Float64Array, people: Float64Array, salary: number, others?: Float64Array, otherSalary = 0): void {
  for (let m = 0; m < payroll.length; m++) {
    const sum = payroll[m] + people[m] * salary;
    payroll[m] = others ? sum + others[m] * otherSalary : sum;
  }
}

/** Fewest people on call together: the larger floor of the parts in use. */
function onCallFloor({ a, central, distributed }: Plan): number {
  return Math.max(central ? a["staff.oncall_floor_vertical"] : 0, distributed ? a["staff.oncall_floor_horizontal"] : 0);
}

/** The driver of a role is a number of the scenario or a stock line; scenarios with any other are refused when they are read. */
function fillRole({ a, staffing }: Plan, i: number, ledger: Ledger): void {
  const { ratio, fixed, minimum, driver } = staffing.roles[i];
  const perUnit = ratio === undefined || ratio === 0 ? 0 : (1 - a["staff.automation"]) / ratio;
  const out = staffing.fte[i];
  const key = staffing.keyDrivers[i];
  if (key) out.fill(Math.max(minimum, fixed + key(0) * perUnit));
  else {
    const units = ledger(driver);
    for (let m = 0; m < out.length; m++) out[m] = Math.max(minimum, fixed + units[m] * perUnit);
  }
}

function liftToFloor(onCall: readonly Float64Array[], floor: number, together: number, m: number): void {
  for (let i = 0; i < onCall.length; i++) onCall[i][m] = together === 0 ? floor / onCall.length : (onCall[i][m] * floor) / together;
}
