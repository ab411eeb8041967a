/** The inputs that move the gap between the architectures, not its level; chosen in four models (docs/decisions/0104). */

/** Keys of the catalogue, the first of each subject first. */
export const ESSENTIAL = [
  "plan.start",
  "plan.years",
  "plan.current",
  "demand.volume",
  "demand.volume_name",
  "demand.growth",
  "demand.sites",
  "demand.tps_per_volume",
  "demand.peak_to_mean",
  "demand.cpu_ms",
  "data.tb",
  "data.gb_per_volume_year",
  "data.working_set",
  "shard.max_tb",
  "shard.skew",
  "vertical.standby",
  "vertical.dr_share",
  "horizontal.regions",
  "horizontal.replication",
  "horizontal.zones",
  "horizontal.spare",
  "horizontal.global_share",
  "vertical.hosting",
  "horizontal.hosting",
  "cloud.commitment",
  "license.*.price",
  "license.*.support",
  "staff.loaded",
  "staff.oncall_floor_vertical",
  "staff.oncall_floor_horizontal",
  "role.platform.salary",
  "role.dba.salary",
  "switch.cost",
  "integration.vertical_months",
  "integration.horizontal_months",
  "finance.discount_rate",
] as const;

const SCALARS: ReadonlySet<string> = new Set(ESSENTIAL.filter((key) => !key.includes("*")));
const FIELDS = ESSENTIAL.filter((key) => key.includes("*")).map((key) => key.split("*") as [string, string]);

/** Whether a key is Essential; of each license, its price and support are. */
export function isEssential(key: string): boolean {
  return SCALARS.has(key) || FIELDS.some(([start, end]) => key.startsWith(start) && key.endsWith(end));
}
