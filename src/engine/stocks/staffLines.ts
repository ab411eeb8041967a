import { fillStaffing } from "../cost/people";
import { roleTerms } from "../cost/peopleTerms";
import type { LineDefinition, Plan } from "../lines";
import { addSeries } from "../series";
import { quoted, sumOfTerms } from "../terms";

const STAFF_KEYS = ["role.*", "staff.roles", "staff.automation", "staff.oncall_floor_vertical", "staff.oncall_floor_horizontal"];

/** All people, driven by lines, of which any can drive a role, or by keys; what computes them fills each role's too. */
export function staffTotal(drivers: readonly string[]): LineDefinition {
  return {
    id: "fte",
    label: "Staff",
    unit: "FTE",
    kind: "stock",
    from: [...STAFF_KEYS, ...drivers],
    write: (plan, values, ledger) => {
      fillStaffing(plan, ledger);
      addSeries(values, plan.staffing.fte);
    },
    terms: ({ staffing }) => sumOfTerms(staffing.roles.map(({ name }) => quoted(`fte.${name}`))),
  };
}

/** A line per role, after the total that computes them. */
export function staffLines({ staffing }: Plan, drivers: readonly string[]): readonly LineDefinition[] {
  return staffing.roles.map((role, index): LineDefinition => ({
    id: `fte.${role.name}`,
    label: `Staff: ${role.name}`,
    unit: "FTE",
    kind: "stock",
    from: [...STAFF_KEYS, ...drivers],
    write: (plan, values) => values.set(plan.staffing.fte[index]),
    terms: (plan, t) => roleTerms(plan, t, role),
  }));
}
