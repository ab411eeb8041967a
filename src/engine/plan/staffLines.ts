import type { Plan, RowLine } from "../lines";

/** A line for each role of a plan. */
export function staffLines({ staffing }: Plan): readonly RowLine[] {
  return staffing.roles.map(({ name }, index) => ({
    id: `fte.${name}`,
    label: `Staff: ${name}`,
    unit: "FTE",
    kind: "stock",
    row: { entry: "role_fte", index },
  }));
}
