import { fillStaffing } from "../cost/people";
import { roleTerms } from "../cost/peopleTerms";
import { DRIVER_LINES } from "../drivers";
import type { LineDefinition, Plan } from "../lines";
import { quoted, sumOfTerms } from "../terms";

const STAFF_FROM = [
  "role.*",
  "staff.roles",
  "staff.automation",
  "staff.oncall_floor_vertical",
  "staff.oncall_floor_horizontal",
  ...DRIVER_LINES,
];

/** All people; what computes them fills each role's too. */
export const STAFF_TOTAL: LineDefinition = {
  id: "fte",
  label: "Staff",
  unit: "FTE",
  kind: "stock",
  from: STAFF_FROM,
  write: (plan, values, ledger) => {
    fillStaffing(plan, ledger);
    for (const people of plan.staffing.fte) for (let m = 0; m < values.length; m++) values[m] += people[m];
  },
  terms: ({ staffing }) => sumOfTerms(staffing.roles.map(({ name }) => quoted(`fte.${name}`))),
};

/** A line per role, after the total that computes them. */
export function staffLines({ staffing }: Plan): readonly LineDefinition[] {
  return staffing.roles.map((role, index): LineDefinition => ({
    id: `fte.${role.name}`,
    label: `Staff: ${role.name}`,
    unit: "FTE",
    kind: "stock",
    from: STAFF_FROM,
    write: (plan, values) => values.set(plan.staffing.fte[index]),
    terms: (plan, t) => roleTerms(plan, t, role),
  }));
}
