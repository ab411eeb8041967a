import { keySeries } from "../keyValue";
import type { Plan } from "../lines";
import type { Role } from "../resolved";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";

/** People that the work of a role needs, before the rota. */
function workTerm({ a }: Plan, t: TermWriter, { name, driver, ratio }: Role): string {
  return t.term(`work.${name}`, "FTE", () => {
    const field = (of: string): string => t.key(`role.${name}.${of}`);
    const units = (): string => (keySeries(a, driver) ? t.key(driver) : t.line(driver));
    const driven = ratio ? ` + ${units()} / ${field("ratio")} * (1 - ${t.key("staff.automation")})` : "";
    t.because(field("driver"));
    return `max(${field("minimum")}, ${field("fixed")}${driven})`;
  });
}

/** Fewest people on call together; undefined where there is no such floor. */
function rotaFloor({ a, central, distributed }: Plan, t: TermWriter): string | undefined {
  const keys = [
    ...(central ? (["staff.oncall_floor_vertical"] as const) : []),
    ...(distributed ? (["staff.oncall_floor_horizontal"] as const) : []),
  ];
  if (keys.every((key) => a[key] === 0)) return undefined;
  return keys.length === 1 ? t.key(keys[0]) : t.term("rota_floor", "FTE", () => `max(${keys.map(t.key).join(", ")})`);
}

/** Terms of the people of a role: its work, and its part of the rota floor. */
export function roleTerms(plan: Plan, t: TermWriter, role: Role): string {
  const work = workTerm(plan, t, role);
  t.because(t.key(`role.${role.name}.oncall`));
  const floor = role.oncall ? rotaFloor(plan, t) : undefined;
  if (floor === undefined) return work;
  const onCall = plan.staffing.roles.filter(({ oncall }) => oncall);
  const together = t.term("on_call_work", "FTE", () => sumOfTerms(onCall.map((each) => workTerm(plan, t, each))));
  const held = t.term("people_on_call", "FTE", () => `max(${together}, ${floor})`);
  const isNever0 = onCall.some(({ minimum, fixed }) => minimum + fixed > 0);
  const part = `${work} * ${held} / ${together}`;
  return isNever0 ? part : `${together} == 0 ? ${held} / ${onCall.length} : ${part}`;
}

/** Yearly salaries of all people, at the wages of year 1. */
export function payrollTerm({ staffing }: Plan, t: TermWriter): string {
  return t.term("payroll", "money/year", () =>
    sumOfTerms(staffing.roles.map(({ name }) => `${t.line(`fte.${name}`)} * ${t.key(`role.${name}.salary`)}`)),
  );
}
