import { indexTerm } from "../capacity/indexTerms";
import { linkNeedTerms } from "../capacity/linkTerms";
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
  terms: (plan, t) => {
    const { sites, siteMbps, hubs, hubMbps } = linkNeedTerms(plan, t);
    const price = (mbps: string): string => `(${t.key("wan.port_price")} + ${mbps} * ${t.key("wan.price_per_mbps")})`;
    const perSite = `${t.key("wan.links_per_site")} * (1 + ${t.key("wan.rural_share")} * (${t.key("wan.rural_multiplier")} - 1))`;
    const linked = hubs === "0" ? `${sites} * ${price(siteMbps)}` : `(${sites} * ${price(siteMbps)} + ${hubs} * ${price(hubMbps)})`;
    return `${perSite} * ${linked} * ${indexTerm(t, "wan")}`;
  },
});
