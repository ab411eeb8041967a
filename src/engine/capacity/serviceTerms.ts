import type { Plan, TermDefinitions } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { loadInService } from "./centralTerms";
import { busyCores, hasPart, partsOf, shareFactor } from "./needTerms";
import { HIGHEST_UTILIZATION } from "./queueing";

const mbps = (tps: string): string => `${tps} * demand.kb_per_tx * 8 / 1000 / wan.utilization`;

/** Traffic of the parts that are rented: others are not billed. */
function billedTraffic(plan: Plan, t: TermWriter, of: Readonly<Record<"vertical" | "horizontal", string>>): string {
  const parts = (["vertical", "horizontal"] as const).filter((part) => hasPart(plan, part));
  t.because(...parts.map((part) => `${part}.hosting`));
  const rented = parts.filter((part) => plan.a[`${part}.hosting`] === "cloud");
  return sumOfTerms(rented.map((part) => `traffic_gb${shareFactor(plan, part)} * ${of[part]}`));
}

const WRITES = "(1 - demand.read_share) * transfer.write_amplification";

/** Response of one server: M/M/c of its cores, each as fast as the scalability law leaves it. */
function responseTerms(of: string, busy: string, effective: string, cores: string): TermDefinitions {
  const [servers, load] = [`queue_cores.${of}`, `queue_load.${of}`];
  return {
    [servers]: ["cores", `max(1, floor(${cores}))`],
    [load]: ["erlang", `min(${HIGHEST_UTILIZATION}, ${busy} / ${effective}) * ${servers}`],
    [`response.${of}`]: ["ms", `demand.cpu_ms * ${servers} / ${effective} * (1 + erlang_c(${servers}, ${load}) / (${servers} - ${load}))`],
  };
}

/** Terms of links, traffic, response and availability. */
export const SERVICE_TERMS: TermDefinitions = {
  site_need_mbps: ["Mbps", mbps("tps_peak / sites")],
  sites_with_links: ["sites", ({ distributed }) => `max(0, sites - ${distributed ? "regions" : "1"})`],
  site_mbps: ["Mbps", "max(wan.base_mbps, site_need_mbps)"],
  hub_need_mbps: [
    "Mbps",
    mbps(
      "tps_peak / regions * (horizontal.remote_read_share * demand.read_share + global_share * (1 - demand.read_share) * (regions - 1))",
    ),
  ],
  hubs_with_links: ["regions", "regions > 1 ? regions : 0"],
  hub_mbps: [
    "Mbps",
    (plan) => {
      const needs = partsOf(plan, {
        vertical: () => `site_need_mbps${shareFactor(plan, "vertical")}`,
        horizontal: () => `hub_need_mbps${shareFactor(plan, "horizontal")}`,
      });
      return `max(wan.base_mbps, ${needs.join(" + ")})`;
    },
  ],
  egress_gb: [
    "GB",
    (plan, t) =>
      billedTraffic(plan, t, {
        vertical: "demand.read_share * (sites - 1) / sites",
        horizontal: "demand.read_share * max(0, sites - regions) / sites",
      }),
    true,
  ],
  between_regions_gb: [
    "GB",
    (plan, t) =>
      billedTraffic(plan, t, {
        vertical: `(vertical.dr_share > 0 ? ${WRITES} : 0)`,
        horizontal: `(${WRITES} * global_share * (regions - 1) + (regions > 1 ? demand.read_share * horizontal.remote_read_share : 0))`,
      }),
    true,
  ],
  "busy_cores.server": ["cores", (plan, t) => busyCores(loadInService(plan, t).tps)],
  "busy_cores.region": ["cores", busyCores("tps.region")],
  ...responseTerms("server", "busy_cores.server", "server_effective_cores", "server_cores"),
  ...responseTerms("node", "busy_cores.region * regions / nodes", "(distributed_cores / nodes)", "node_cores"),
  crossing_share: ["share", "demand.read_share * shard.cross_read + (1 - demand.read_share) * shard.cross_write"],
  node_availability: ["share", "availability.node_mtbf_hours / (availability.node_mtbf_hours + availability.node_mttr_hours)"],
  links_down: ["h/year", "8760 * (1 - availability.link_availability) ^ wan.links_per_site"],
  rescued_share: ["share", "availability.failover_success * (1 - (1 - node_availability) ^ vertical.standby)"],
  failovers_down: [
    "h/year",
    "8760 / (availability.node_mtbf_hours + availability.node_mttr_hours) * rescued_share * availability.failover_minutes / 60",
  ],
  shard_down: ["h/year", "8760 * (1 - node_availability) * (1 - rescued_share) + failovers_down"],
  region_down: ["h/year", "8760 * (1 - cluster(node_availability, horizontal.replication, floor(horizontal.replication / 2) + 1))"],
};
