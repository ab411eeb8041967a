import { indexTerm } from "../capacity/indexTerms";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { payrollTerm } from "./peopleTerms";

/** Fills each month with a share of the payroll at the month's wages. */
export function payrollShare({ staffing, indices }: Plan, values: Float64Array, monthly: number): void {
  for (let m = 0; m < values.length; m++) values[m] = staffing.payroll[m] * indices.wages[m] * monthly;
}

/** Terms of a yearly share of the payroll at the month's wages. */
export function payrollTerms(plan: Plan, t: TermWriter, yearly: string): string {
  return `${payrollTerm(plan, t)} * ${yearly} * ${indexTerm(t, "wages")} / ${MONTHS_PER_YEAR}`;
}

export const STAFF_KEYS = ["fte", "role.*", "staff.roles", "staff.wage_growth"];
