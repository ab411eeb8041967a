import { unitsPerGb } from "../cost/tiers";
import type { Plan } from "../lines";
import { monthsToStart } from "../catalogue/priceDates";
import type { TransferRates } from "../catalogue/reference";
import { cost, decided, quantity } from "./entry";
import type { Entry } from "./entry";

const ratesOf = ({ a, reference }: Plan): TransferRates => reference.transferRates[a["transfer.rates"]];

/** Links of sites and hubs. A hybrid has one set for both parts, and its data center is one of the hubs; hubs in a cloud are joined by the provider's network. */
const LINKS: readonly Entry[] = [
  quantity("center_sites", {
    label: "Sites with the data center",
    unit: "sites",
    formula: "parts(is(wan.hubs_at_sites, yes) or is(wan.hubs_at_sites, [by hosting]) and is(vertical.hosting, owned), 0)",
  }),
  quantity("hub_sites", {
    label: "Sites with regions",
    unit: "sites",
    formula:
      "parts(0, is(wan.hubs_at_sites, yes) or is(wan.hubs_at_sites, [by hosting]) and is(horizontal.hosting, owned) ? min(regions, sites) : 0)",
  }),
  quantity("remote_site_share", {
    label: "Share of the sites remote from the data center",
    unit: "share",
    formula: "(sites - center_sites) / sites",
  }),
  quantity("remote_hub_share", {
    label: "Share of the sites remote from the regions",
    unit: "share",
    formula: "(sites - hub_sites) / sites",
  }),
  quantity("sites_with_links", {
    label: "Sites with links to the data center or the regions",
    unit: "sites",
    formula: "sites - largest_part(center_sites, hub_sites)",
  }),
  quantity("mbps_per_tps", {
    label: "Bandwidth per transaction per second, at the maximum utilization of a link",
    unit: "Mbps",
    formula: "demand.kb_per_tx * 8 / 1000 / wan.utilization",
  }),
  quantity("site_need_mbps", {
    label: "Bandwidth needed at a site",
    unit: "Mbps",
    formula: "tps_peak / sites * mbps_per_tps",
  }),
  quantity("site_mbps", {
    label: "Bandwidth of a site's link",
    unit: "Mbps",
    formula: "max(wan.base_mbps, site_need_mbps)",
  }),
  quantity("site_link_price", {
    label: "Price of a site's link, before the premium for remote sites",
    unit: "money/month",
    formula: "wan.port_price + site_mbps * wan.price_per_mbps",
  }),
  quantity("hubs_with_links", {
    label: "Regions with links to each other",
    unit: "regions",
    formula: "hub_sites > 0 and regions > 1 ? regions : 0",
  }),
  quantity("hub_need_mbps", {
    label: "Bandwidth needed in a region for reads served elsewhere and writes that every region needs",
    unit: "Mbps",
    formula:
      "tps_peak / regions * (horizontal.remote_read_share * demand.read_share + global_share * (1 - demand.read_share) * (regions - 1)) * mbps_per_tps",
  }),
  quantity("hub_central_mbps", {
    label: "Bandwidth needed in a region for its site's traffic to the data center",
    unit: "Mbps",
    // Where there are more hubs than sites, they share what the sites ask.
    formula: "tps_peak / max(sites, regions) * mbps_per_tps",
  }),
  quantity("hub_mbps", {
    label: "Bandwidth of a region's link",
    unit: "Mbps",
    formula: "max(wan.base_mbps, parts(central_share * hub_central_mbps, distributed_share * hub_need_mbps))",
  }),
  quantity("hub_link_price", {
    label: "Price of a region's link, before the premium for remote sites",
    unit: "money/month",
    formula: "wan.port_price + hub_mbps * wan.price_per_mbps",
  }),
  quantity("link_mbps", {
    label: "Bandwidth of site links",
    isLine: true,
    unit: "Mbps",
    formula: "sites_with_links * site_mbps + parts(0, hubs_with_links * hub_mbps)",
  }),
  cost("network.links", {
    label: "Site links",
    costPool: "Telecom",
    tower: "Network",
    spend: "opex",
    explanation: "Links from the sites to the data center or the regions, and between regions, with the premium for remote sites.",
    formula:
      "(sites_with_links * site_link_price + parts(0, hubs_with_links * hub_link_price)) * wan.links_per_site * (1 + wan.rural_share * (wan.rural_multiplier - 1)) * bandwidth_price_index",
  }),
];

/** Traffic that the cloud bills; parts on owned servers are not billed. */
const TRANSFER: readonly Entry[] = [
  quantity("traffic_gb", {
    label: "Traffic of all transactions",
    unit: "GB",
    kind: "flow",
    formula: "tps_mean * demand.kb_per_tx * 3600 * demand.busy_hours_per_month / 1e6",
  }),
  quantity("central_billed_gb", {
    label: "Traffic of the central part that the cloud bills",
    unit: "GB",
    kind: "flow",
    formula: "is(vertical.hosting, cloud) * central_share * traffic_gb",
  }),
  quantity("distributed_billed_gb", {
    label: "Traffic of the distributed part that the cloud bills",
    unit: "GB",
    kind: "flow",
    formula: "is(horizontal.hosting, cloud) * distributed_share * traffic_gb",
  }),
  quantity("written_share", {
    label: "Writes sent to each other copy, as a share of the traffic",
    unit: "ratio",
    formula: "(1 - demand.read_share) * transfer.write_amplification",
  }),
  quantity("egress_gb", {
    label: "Reads to sites remote from the data center or the regions",
    unit: "GB",
    kind: "flow",
    formula: "demand.read_share * parts(central_billed_gb * remote_site_share, distributed_billed_gb * remote_hub_share)",
  }),
  quantity("between_regions_gb", {
    label: "Traffic between regions: copies for disaster recovery, writes that every region needs, reads served elsewhere",
    unit: "GB",
    kind: "flow",
    formula:
      "parts(central_billed_gb * (vertical.dr_share > 0 ? written_share : 0), distributed_billed_gb * (written_share * global_share * (regions - 1) + (regions > 1 ? demand.read_share * horizontal.remote_read_share : 0)))",
  }),
  quantity("copies_in_other_zones", {
    label: "Copies of a write in other zones, if spread evenly",
    unit: "copies",
    formula: "horizontal.replication - ceil(horizontal.replication / horizontal.zones)",
  }),
  quantity("between_zones_gb", {
    label: "Traffic between zones of a region: writes to copies in other zones",
    unit: "GB",
    kind: "flow",
    formula:
      "written_share * parts(central_billed_gb * (vertical.standby + vertical.read_replicas), distributed_billed_gb * copies_in_other_zones * (1 - global_share + global_share * regions))",
  }),
  quantity("transfer_gb", {
    label: "Traffic to sites and between regions that the cloud bills",
    isLine: true,
    unit: "GB/month",
    formula: "egress_gb + between_regions_gb",
  }),
  decided("transfer.units_per_gb", {
    label: "Units of the transfer rates per GB",
    unit: "units/GB",
    reads: ["transfer.rates"],
    isConstant: true,
    series: (plan, room) => room.fill(unitsPerGb(ratesOf(plan))),
    printed: (plan, t) => {
      t.because("transfer.rates");
      return ratesOf(plan).unit === "GiB" ? "1e9 / 2 ^ 30" : "1";
    },
  }),
  decided("transfer.rates_age", {
    label: "Months from the date of the transfer rates to the start of the plan",
    unit: "months",
    reads: ["transfer.rates", "plan.start"],
    isConstant: true,
    series: (plan, room) => room.fill(monthsToStart(ratesOf(plan).date, plan.a["plan.start"])),
    printed: (plan, t) => {
      t.because("transfer.rates", "plan.start");
      return String(monthsToStart(ratesOf(plan).date, plan.a["plan.start"]));
    },
  }),
  quantity("egress_bill", {
    label: "Cost of the traffic to sites by price tiers, at the prices of year 1",
    unit: "money",
    kind: "flow",
    formula: "graduated(egress_gb * transfer.units_per_gb, tiers) * (1 + cloud.price_change) ^ (transfer.rates_age / 12)",
  }),
  cost("network.transfer", {
    label: "Data transfer",
    costPool: "Telecom",
    tower: "Network",
    spend: "opex",
    explanation: "Cloud charges for traffic: to the sites by graduated tiers, between regions, and between zones.",
    formula: "(egress_bill + between_regions_gb * transfer.region_price + between_zones_gb * transfer.zone_price) * cloud_price_index",
  }),
];

/** The network: links of sites and hubs, and traffic that a cloud bills. */
export const NETWORK: readonly Entry[] = [...LINKS, ...TRANSFER];
