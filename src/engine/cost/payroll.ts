import type { Plan } from "../lines";

/** Fills each month with a share of the payroll at the month's wages. */
export function payrollShare({ staffing, indices }: Plan, values: Float64Array, monthly: number): void {
  for (let m = 0; m < values.length; m++) values[m] = staffing.payroll[m] * indices.wages[m] * monthly;
}

export const STAFF_KEYS = ["fte", "role.*", "staff.roles", "staff.wage_growth"];
