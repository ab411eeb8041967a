import { costComponent } from "./component";

export const networkLinks = costComponent({
  id: "network.links",
  label: "Site links",
  costPool: "Telecom",
  tower: "Network",
  spend: "opex",
  from: [
    "sites",
    "regions",
    "tps_peak",
    "demand.kb_per_tx",
    "demand.read_share",
    "horizontal.remote_read_share",
    "horizontal.global_share",
    "wan.base_mbps",
    "wan.utilization",
    "wan.price_per_mbps",
    "wan.port_price",
    "wan.links_per_site",
    "wan.rural_share",
    "wan.rural_multiplier",
    "wan.price_change",
  ],
  explanation: "Lines from the sites to the data centre or the hubs, and between the hubs, with the premium of remote sites.",
  write: ({ a, indices, links }, values) => {
    const perSite = a["wan.links_per_site"] * (1 + a["wan.rural_share"] * (a["wan.rural_multiplier"] - 1));
    const port = a["wan.port_price"];
    const perMbps = a["wan.price_per_mbps"];
    for (let m = 0; m < values.length; m++) {
      const sites = links.sites[m] * (port + links.siteMbps[m] * perMbps);
      const hubs = links.hubs[m] * (port + links.hubMbps[m] * perMbps);
      values[m] = perSite * (sites + hubs) * indices.wan[m];
    }
  },
  terms: ({ distributed }) => {
    const price = (mbps: string): string => `(wan.port_price + ${mbps} * wan.price_per_mbps)`;
    const hubs = distributed ? ` + hubs_with_links * ${price("hub_mbps")}` : "";
    const perSite = "wan.links_per_site * (1 + wan.rural_share * (wan.rural_multiplier - 1))";
    return `(sites_with_links * ${price("site_mbps")}${hubs}) * ${perSite} * bandwidth_price_index`;
  },
});
