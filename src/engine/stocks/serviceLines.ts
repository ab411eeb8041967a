import { downtimeHours, downtimeTerms } from "../capacity/availability";
import { linkNeedTerms } from "../capacity/linkTerms";
import { responseTimes } from "../capacity/response";
import { responseTerms } from "../capacity/responseTerms";
import { transferTerms } from "../capacity/transferTerms";
import type { LineDefinition } from "../lines";
import { HOURS_PER_YEAR } from "../units";
import { REMOTE_KEYS, SHARD_KEYS } from "./keys";
import { filledStock, stock } from "./stock";

export const SERVICE_LINES: readonly LineDefinition[] = [
  stock(
    "link_mbps",
    {
      label: "Bandwidth of site links",
      unit: "Mbps",
      from: ["sites", "regions", "tps_peak", "demand.kb_per_tx", "demand.read_share", "wan.base_mbps", "wan.utilization", ...REMOTE_KEYS],
      terms: (plan, t) => {
        const { sites, siteMbps, hubs, hubMbps } = linkNeedTerms(plan, t);
        return hubs === "0" ? `${sites} * ${siteMbps}` : `${sites} * ${siteMbps} + ${hubs} * ${hubMbps}`;
      },
    },
    ({ links }, m) => links.sites[m] * links.siteMbps[m] + links.hubs[m] * links.hubMbps[m],
  ),
  stock(
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
      terms: (plan, t) => {
        const { egress, between } = transferTerms(plan, t);
        return `${egress} + ${between}`;
      },
    },
    ({ transfer }, m) => transfer.egressGb[m] + transfer.regionGb[m],
  ),
  filledStock(
    "response_ms",
    {
      label: "Mean response in the peak hour",
      unit: "ms",
      from: ["need.cores", "capacity.cores", "sites", "shards", "nodes", "wan.round_trip_ms", ...SHARD_KEYS, ...REMOTE_KEYS],
      terms: responseTerms,
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
      terms: downtimeTerms,
    },
    downtimeHours,
  ),
  filledStock(
    "availability",
    {
      label: "Expected availability",
      unit: "share",
      from: ["downtime_hours"],
      terms: (_plan, t) => `1 - ${t.line("downtime_hours")} / ${HOURS_PER_YEAR}`,
    },
    (_plan, values, ledger) => {
      const hours = ledger("downtime_hours");
      for (let m = 0; m < values.length; m++) values[m] = 1 - hours[m] / HOURS_PER_YEAR;
    },
  ),
];
