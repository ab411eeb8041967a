import { partsOf } from "../capacity/needTerms";
import { DRIVER_LINES } from "../drivers";
import type { Plan, TermDefinitions } from "../lines";
import type { Role } from "../resolved";
import { mostOfTerms, quoted, sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";

/** People that the work of a role needs, before the rota. */
function workTerm(t: TermWriter, { name, driver, ratio }: Role): string {
  const field = (of: string): string => quoted(`role.${name}.${of}`);
  const units = (DRIVER_LINES as readonly string[]).includes(driver) ? driver : t.key(driver);
  const driven = ratio ? ` + ${units} / ${field("ratio")} * (1 - staff.automation)` : "";
  return t.term(`work.${name}`, "FTE", `max(${field("minimum")}, ${field("fixed")}${driven})`);
}

const FLOORS = { vertical: "staff.oncall_floor_vertical", horizontal: "staff.oncall_floor_horizontal" } as const;

/** Terms of the people of a role: its work, and its part of the rota floor. */
export function roleTerms(plan: Plan, t: TermWriter, role: Role): string {
  const work = workTerm(t, role);
  t.because(quoted(`role.${role.name}.driver`), quoted(`role.${role.name}.oncall`));
  const hasFloor = (plan.central && plan.a[FLOORS.vertical] > 0) || (plan.distributed && plan.a[FLOORS.horizontal] > 0);
  if (!role.oncall || !hasFloor) return work;
  const onCall = plan.staffing.roles.filter(({ oncall }) => oncall);
  const part = `${work} * people_on_call / on_call_work`;
  const isNever0 = onCall.some(({ minimum, fixed }) => minimum + fixed > 0);
  return isNever0 ? part : `on_call_work == 0 ? people_on_call / ${onCall.length} : ${part}`;
}

/** Terms of people. */
export const PEOPLE_TERMS: TermDefinitions = {
  on_call_work: ["FTE", ({ staffing }, t) => sumOfTerms(staffing.roles.filter(({ oncall }) => oncall).map((role) => workTerm(t, role)))],
  rota_floor: ["FTE", (plan) => mostOfTerms(partsOf(plan, { vertical: () => FLOORS.vertical, horizontal: () => FLOORS.horizontal }))],
  people_on_call: ["FTE", "max(on_call_work, rota_floor)"],
  payroll: [
    "money/year",
    ({ staffing }) => sumOfTerms(staffing.roles.map(({ name }) => `${quoted(`fte.${name}`)} * ${quoted(`role.${name}.salary`)}`)),
  ],
};
