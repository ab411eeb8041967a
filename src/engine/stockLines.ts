import { downtimeHours } from "./capacity/availability";
import { responseTimes } from "./capacity/response";
import type { PlanTotals } from "./capacity/totals";
import { fillStaffing } from "./cost/people";
import type { Demand } from "./demand/demand";
import { DRIVER_LINES } from "./drivers";
import type { LineDefinition, Plan } from "./lines";
import { CENTRAL_KEYS, DEAL_KEYS, NEED_KEYS, NODE_KEYS, PRICE_KEYS, REMOTE_KEYS, REPLICA_KEYS, SHARD_KEYS } from "./sources";
import { HOURS_PER_YEAR } from "./units";

/** Ids of the stock lines before the staff: every one can drive a role. */
type StockId = (typeof DRIVER_LINES)[number];

type ByMonth = (plan: Plan, m: number) => number;

function stock(id: StockId, label: string, unit: string, from: readonly string[], at: ByMonth): LineDefinition {
  return filledStock(id, label, unit, from, (plan, values) => {
    for (let m = 0; m < values.length; m++) values[m] = at(plan, m);
  });
}

function filledStock(id: StockId, label: string, unit: string, from: readonly string[], write: LineDefinition["write"]): LineDefinition {
  return { id, label, unit, kind: "stock", from, write };
}

type DemandSeries = { [K in keyof Demand]: Demand[K] extends Float64Array ? K : never }[keyof Demand];

function demandLine(id: StockId, label: string, unit: string, series: DemandSeries, from: readonly string[]): LineDefinition {
  return { id, label, unit, kind: "stock", from, write: (plan, values) => values.set(plan.demand[series]) };
}

const DEMAND_LINES: readonly LineDefinition[] = [
  demandLine("volume", "Business volume on the platform", "volume", "volume", [
    "demand.volume",
    "demand.volume_name",
    "demand.growth",
    "demand.growth.*",
    "demand.curve",
    "demand.ceiling",
    "demand.formula",
    ...DEAL_KEYS,
  ]),
  demandLine("sites", "Sites on the platform", "sites", "sites", ["demand.sites", ...DEAL_KEYS]),
  demandLine("tps_mean", "Mean transactions per second", "tx/s", "tpsMean", ["volume", "demand.tps_per_volume"]),
  demandLine("tps_peak", "Peak transactions per second", "tx/s", "tpsPeak", [
    "tps_mean",
    "demand.peak_to_mean",
    "demand.season",
    "demand.season.*",
    "demand.surge",
    "demand.surge_month",
  ]),
  demandLine("tb", "Data on the platform", "TB", "tb", [
    "volume",
    "data.tb",
    "data.gb_per_volume_year",
    "data.retention_years",
    ...DEAL_KEYS,
  ]),
  demandLine("integration.unsynced_tb", "Acquired data not yet on the platform", "TB", "unsyncedTb", DEAL_KEYS),
];

function totalsLine(
  id: StockId,
  label: string,
  unit: string,
  side: keyof PlanTotals,
  dimension: number,
  from: readonly string[],
): LineDefinition {
  return { id, label, unit, kind: "stock", from, write: (plan, values) => values.set(plan.totals[side][dimension]) };
}

const shardsOf: ByMonth = ({ central }, m) => (central ? central.shards[m] : 0);
const regionsOf: ByMonth = ({ demand }, m) => demand.regions[m];

const CAPACITY_LINES: readonly LineDefinition[] = [
  totalsLine("need.cores", "Cores needed", "cores", "need", 0, [...NEED_KEYS, ...REPLICA_KEYS, "shards", "regions"]),
  totalsLine("need.memory_gib", "Memory needed", "GiB", "need", 1, [...NEED_KEYS, ...REPLICA_KEYS, "shards", "regions"]),
  totalsLine("need.storage_tb", "Storage needed", "TB", "need", 2, [...NEED_KEYS, ...REPLICA_KEYS, "shards", "regions"]),
  totalsLine("need.iops", "Disk operations needed", "1/s", "need", 3, [...NEED_KEYS, ...REPLICA_KEYS, "shards", "regions"]),
  totalsLine("capacity.cores", "Effective cores in service", "cores", "capacity", 0, [
    "servers",
    "shards",
    "nodes",
    ...CENTRAL_KEYS,
    ...NODE_KEYS,
  ]),
  totalsLine("capacity.memory_gib", "Memory in service", "GiB", "capacity", 1, ["servers", "shards", "nodes", "server.*"]),
  totalsLine("capacity.storage_tb", "Storage in service", "TB", "capacity", 2, [
    "servers",
    "shards",
    "nodes",
    "need.storage_tb",
    "server.*",
  ]),
  stock(
    "utilization",
    "Utilization of the binding dimension",
    "share",
    ["need.cores", "need.memory_gib", "need.storage_tb", "need.iops", "capacity.cores", "capacity.memory_gib", "shards", "nodes"],
    ({ fill }, m) => Math.max(fill.central ? fill.central.utilization[m] : 0, fill.distributed ? fill.distributed.utilization[m] : 0),
  ),
  filledStock("servers", "Servers in service", "servers", ["shards", "nodes", ...CENTRAL_KEYS], ({ central, distributed }, values) => {
    if (central) values.set(central.servers);
    if (distributed) for (let m = 0; m < values.length; m++) values[m] += distributed.nodes[m];
  }),
  filledStock(
    "nodes",
    "Distributed nodes in service",
    "nodes",
    ["regions", ...NEED_KEYS, ...NODE_KEYS, ...PRICE_KEYS],
    ({ distributed }, values) => {
      if (distributed) values.set(distributed.nodes);
    },
  ),
  filledStock(
    "shards",
    "Shards of the central system",
    "shards",
    [...NEED_KEYS, ...SHARD_KEYS, ...CENTRAL_KEYS, ...PRICE_KEYS],
    ({ central }, values) => {
      if (central) values.set(central.shards);
    },
  ),
  demandLine("regions", "Regional hubs", "regions", "regions", ["horizontal.regions", ...DEAL_KEYS]),
  stock(
    "databases",
    "Databases to run",
    "databases",
    ["shards", "regions"],
    (plan, m) => shardsOf(plan, m) + (plan.distributed ? regionsOf(plan, m) : 0),
  ),
];

const SERVICE_LINES: readonly LineDefinition[] = [
  stock(
    "link_mbps",
    "Bandwidth of site links",
    "Mbps",
    ["sites", "regions", "tps_peak", "demand.kb_per_tx", "demand.read_share", "wan.base_mbps", "wan.utilization", ...REMOTE_KEYS],
    ({ links }, m) => links.sites[m] * links.siteMbps[m] + links.hubs[m] * links.hubMbps[m],
  ),
  filledStock(
    "transfer_gb",
    "Traffic that the cloud bills",
    "GB/month",
    [
      "tps_mean",
      "sites",
      "regions",
      "demand.kb_per_tx",
      "demand.busy_hours_per_month",
      "demand.read_share",
      "transfer.write_amplification",
      "vertical.hosting",
      "vertical.dr_share",
      "horizontal.hosting",
      ...REMOTE_KEYS,
    ],
    ({ transfer }, values) => {
      for (let m = 0; m < values.length; m++) values[m] = transfer.egressGb[m] + transfer.regionGb[m];
    },
  ),
  filledStock(
    "response_ms",
    "Mean response in the peak hour",
    "ms",
    ["need.cores", "capacity.cores", "sites", "shards", "nodes", "wan.round_trip_ms", ...SHARD_KEYS, ...REMOTE_KEYS],
    responseTimes,
  ),
  filledStock(
    "downtime_hours",
    "Expected unplanned downtime",
    "h/year",
    [
      "sites",
      "hybrid.central_share",
      "availability.node_mtbf_hours",
      "availability.node_mttr_hours",
      "availability.failover_success",
      "availability.failover_minutes",
      "availability.link_availability",
      "vertical.standby",
      "horizontal.replication",
      "horizontal.remote_read_share",
      "wan.links_per_site",
    ],
    downtimeHours,
  ),
  filledStock("availability", "Expected availability", "share", ["downtime_hours"], (_plan, values, ledger) => {
    const hours = ledger("downtime_hours");
    for (let m = 0; m < values.length; m++) values[m] = 1 - hours[m] / HOURS_PER_YEAR;
  }),
];

const STAFF_KEYS = ["role.*", "staff.roles", "staff.automation", "staff.oncall_floor_vertical", "staff.oncall_floor_horizontal"];

/** Staff driven by lines, of which any can drive a role, or by keys. */
function staffTotal(drivers: readonly string[]): LineDefinition {
  return {
    id: "fte",
    label: "Staff",
    unit: "FTE",
    kind: "stock",
    from: [...STAFF_KEYS, ...drivers],
    write: (plan, values, ledger) => {
      fillStaffing(plan, ledger);
      for (const people of plan.staffing.fte) for (let m = 0; m < values.length; m++) values[m] += people[m];
    },
  };
}

/** A line per role, after the total that computes them. */
function staffLines({ staffing }: Plan, drivers: readonly string[]): readonly LineDefinition[] {
  return staffing.roles.map(({ name }, index): LineDefinition => ({
    id: `fte.${name}`,
    label: `Staff: ${name}`,
    unit: "FTE",
    kind: "stock",
    from: [...STAFF_KEYS, ...drivers],
    write: (plan, values) => values.set(plan.staffing.fte[index]),
  }));
}

const BEFORE_STAFF: readonly LineDefinition[] = [...DEMAND_LINES, ...CAPACITY_LINES, ...SERVICE_LINES];

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [...BEFORE_STAFF, staffTotal(DRIVER_LINES)];

/** The stock lines of a plan, each after the lines that it reads. People are computed from what drives the plan's own roles. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  const drivers = [...new Set(plan.staffing.roles.map(({ driver }) => driver))];
  return [...BEFORE_STAFF, staffTotal(drivers), ...staffLines(plan, drivers)];
}
