import type { Assumptions, Role } from "../catalogue/resolved";

/** Who works for a plan. */
export interface Staffing {
  readonly roles: readonly Role[];
}

/** Which parts a plan has. */
export interface HasParts {
  readonly central: boolean;
  readonly distributed: boolean;
}

/** The roles that the parts of a plan need. */
export function rolesOf(a: Assumptions, { central, distributed }: HasParts): readonly Role[] {
  return a.roles.filter(({ applies }) => applies === "both" || (applies === "vertical" ? central : distributed));
}

/** Fewest people on call together: the larger floor of the parts in use. */
export function onCallFloor(a: Assumptions, { central, distributed }: HasParts): number {
  return Math.max(central ? a["staff.oncall_floor_vertical"] : 0, distributed ? a["staff.oncall_floor_horizontal"] : 0);
}

/** FTE that a unit of what drives a role adds; 0 for a role that nothing drives. */
export function perUnitOf(a: Assumptions, ratio: number | undefined): number {
  return ratio === undefined || ratio === 0 ? 0 : (1 - a["staff.automation"]) / ratio;
}
