import { downtimeHours } from "../capacity/availability";
import { weightedParts } from "../capacity/needTerms";
import { responseTimes } from "../capacity/response";
import type { LineDefinition, Plan } from "../lines";
import { HOURS_PER_YEAR } from "../units";
import { REMOTE_KEYS, SHARD_KEYS } from "../sources";
import { filledStock, stock } from "./stock";

/** One more round trip for work that crosses shards. */
const crossing = ({ central }: Plan): string =>
  central?.shards.some((shards) => shards > 1) ? " + (shards == 1 ? 0 : crossing_share)" : "";

export const SERVICE_LINES: readonly LineDefinition[] = [
  stock(
    "link_mbps",
    {
      label: "Bandwidth of site links",
      unit: "Mbps",
      from: ["sites", "regions", "tps_peak", "demand.kb_per_tx", "demand.read_share", "wan.base_mbps", "wan.utilization", ...REMOTE_KEYS],
      terms: ({ distributed }) => `sites_with_links * site_mbps${distributed ? " + hubs_with_links * hub_mbps" : ""}`,
    },
    ({ links }, m) => links.sites[m] * links.siteMbps[m] + links.hubs[m] * links.hubMbps[m],
  ),
  filledStock(
    "transfer_gb",
    {
      label: "Traffic that the cloud bills",
      unit: "GB/month",
      from: [
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
      terms: "egress_gb + between_regions_gb",
    },
    ({ transfer }, values) => {
      for (let m = 0; m < values.length; m++) values[m] = transfer.egressGb[m] + transfer.regionGb[m];
    },
  ),
  filledStock(
    "response_ms",
    {
      label: "Mean response in the peak hour",
      unit: "ms",
      from: ["need.cores", "capacity.cores", "sites", "shards", "nodes", "wan.round_trip_ms", ...SHARD_KEYS, ...REMOTE_KEYS],
      terms: (plan) =>
        weightedParts(plan, {
          vertical: () => `response.server + wan.round_trip_ms * ((sites - 1) / sites${crossing(plan)})`,
          horizontal: () => "response.node + wan.round_trip_ms * horizontal.remote_read_share",
        }),
    },
    responseTimes,
  ),
  filledStock(
    "downtime_hours",
    {
      label: "Expected unplanned downtime",
      unit: "h/year",
      from: [
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
      terms: (plan) => {
        const hours = weightedParts(plan, {
          vertical: () => "shard_down + links_down * (sites - 1) / sites",
          horizontal: () => "region_down + links_down * horizontal.remote_read_share",
        });
        return `min(8760, ${hours})`;
      },
    },
    downtimeHours,
  ),
  filledStock(
    "availability",
    {
      label: "Expected availability",
      unit: "share",
      from: ["downtime_hours"],
      terms: "1 - downtime_hours / 8760",
    },
    (_plan, values, ledger) => {
      const hours = ledger("downtime_hours");
      for (let m = 0; m < values.length; m++) values[m] = 1 - hours[m] / HOURS_PER_YEAR;
    },
  ),
];
