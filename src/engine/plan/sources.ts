/** Keys that several lines, or a step of planning and the lines that show it, are computed from. */

/** What decides how deals move onto the platform. */
export const DEAL_KEYS = [
  "deal.*",
  "deals.weighting",
  "integration.vertical_months",
  "integration.horizontal_months",
  "hybrid.central_share",
  "plan.start",
  "plan.years",
];

/** What turns load and data into need. */
export const NEED_KEYS = [
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
export const PRICE_KEYS = [
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
  "storage.cloud_price",
  "storage.owned_price",
  "security.cost_per_endpoint",
  "capacity.lead_months",
];
/** What happens when data and load are split. */
export const SHARD_KEYS = [
  "shard.today",
  "shard.max_tb",
  "shard.when",
  "shard.runway_months",
  "shard.skew",
  "shard.cross_write",
  "shard.write_penalty",
  "shard.cross_read",
  "shard.read_overhead",
];
/** What decides the servers of the central part. */
export const CENTRAL_KEYS = [
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
/** What owned central servers cost beside their purchase and maintenance. */
export const OWNED_KEYS = ["power.*", "rack.*", "finance.residual_share", "finance.depreciation"];
