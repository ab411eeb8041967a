import { downtimeHours } from "./capacity/availability";
import { responseTimes } from "./capacity/response";
import type { PlanTotals } from "./capacity/totals";
import { fillStaffing } from "./cost/people";
import type { Demand } from "./demand/demand";
import { DRIVER_LINES } from "./drivers";
import type { LineDefinition, Plan } from "./lines";
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

const DEAL_KEYS = [
  "deal.*",
  "deals.weighting",
  "integration.vertical_months",
  "integration.horizontal_months",
  "hybrid.central_share",
  "plan.start",
  "plan.years",
];

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

const NEED_KEYS = [
  "tps_peak",
  "tb",
  "capacity.rule",
  "capacity.target_utilization",
  "capacity.quality",
  "capacity.base_memory",
  "capacity.storage_fill",
  "data.working_set",
  "data.index_overhead",
  "demand.cpu_ms",
  "demand.read_share",
  "demand.iops_per_tx",
  "hybrid.central_share",
];
/** What the choice between servers and shards weighs. */
const PRICE_KEYS = [
  "hardware.discount",
  "hardware.price_change",
  "hardware.maintenance",
  "hardware.life_years",
  "cloud.commitment",
  "cloud.price_change",
  "license.*",
  "license.uplift",
  "license.first_uplift_year",
  "prices.inflation",
  "upgrade.cost",
  "shard.project_cost",
  "shard.cost_per_tb",
  "platform.tools_cost",
  "security.cost_per_endpoint",
  "capacity.lead_months",
];
const SHARD_KEYS = [
  "shard.max_tb",
  "shard.when",
  "shard.runway_months",
  "shard.skew",
  "shard.cross_write",
  "shard.write_penalty",
  "shard.cross_read",
  "shard.read_overhead",
];
/** What is asked of other regions. */
const REMOTE_KEYS = ["horizontal.global_share", "horizontal.remote_read_share", "hybrid.central_share"];
const REPLICA_KEYS = ["vertical.read_replicas", "horizontal.replication", "horizontal.global_share"];
const CENTRAL_KEYS = [
  "vertical.hosting",
  "vertical.servers",
  "vertical.contention",
  "vertical.coherency",
  "vertical.standby",
  "vertical.read_replicas",
  "vertical.dr_share",
  "server.*",
  "license.*",
  "cloud.commitment",
  "capacity.dwell_months",
];
const NODE_KEYS = [
  "horizontal.hosting",
  "horizontal.servers",
  "horizontal.replication",
  "horizontal.zones",
  "horizontal.spare",
  "horizontal.min_nodes",
  "horizontal.contention",
  "horizontal.coherency",
  "horizontal.cell_limit",
  "horizontal.overhead_share",
  "horizontal.global_share",
  "server.*",
  "license.*",
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

const serversOf: ByMonth = ({ central, distributed }, m) => (central ? central.servers[m] : 0) + (distributed ? distributed.nodes[m] : 0);
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
    ({ central, distributed }, m) => Math.max(central ? central.utilization[m] : 0, distributed ? distributed.utilization[m] : 0),
  ),
  stock("servers", "Servers in service", "servers", ["shards", "nodes", ...CENTRAL_KEYS], serversOf),
  stock("nodes", "Distributed nodes in service", "nodes", ["regions", ...NEED_KEYS, ...NODE_KEYS, ...PRICE_KEYS], ({ distributed }, m) =>
    distributed ? distributed.nodes[m] : 0,
  ),
  stock("shards", "Shards of the central system", "shards", [...NEED_KEYS, ...SHARD_KEYS, ...CENTRAL_KEYS, ...PRICE_KEYS], shardsOf),
  stock("regions", "Regional hubs", "regions", ["horizontal.regions", ...DEAL_KEYS], regionsOf),
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
  stock(
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
    ({ transfer }, m) => transfer.egressGb[m] + transfer.regionGb[m],
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

const STAFF_FROM = [
  "role.*",
  "staff.roles",
  "staff.automation",
  "staff.oncall_floor_vertical",
  "staff.oncall_floor_horizontal",
  ...DRIVER_LINES,
];

const STAFF_TOTAL: LineDefinition = {
  id: "fte",
  label: "Staff",
  unit: "FTE",
  kind: "stock",
  from: STAFF_FROM,
  write: (plan, values, ledger) => {
    fillStaffing(plan, ledger);
    for (const people of plan.staffing.fte) for (let m = 0; m < values.length; m++) values[m] += people[m];
  },
};

/** A line per role, after the total that computes them. */
function staffLines({ staffing }: Plan): readonly LineDefinition[] {
  return staffing.roles.map(({ name }, index): LineDefinition => ({
    id: `fte.${name}`,
    label: `Staff: ${name}`,
    unit: "FTE",
    kind: "stock",
    from: STAFF_FROM,
    write: (plan, values) => values.set(plan.staffing.fte[index]),
  }));
}

/** Stock lines that every plan has, in order. */
export const FIXED_LINES: readonly LineDefinition[] = [...DEMAND_LINES, ...CAPACITY_LINES, ...SERVICE_LINES, STAFF_TOTAL];

/** The stock lines of a plan, each after the lines that it reads. */
export function stockLines(plan: Plan): readonly LineDefinition[] {
  return [...FIXED_LINES, ...staffLines(plan)];
}
