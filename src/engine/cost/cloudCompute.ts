import { centralServers, serverRent } from "../capacity/centralTerms";
import { indexTerm } from "../capacity/indexTerms";
import { billedNodes, nodeRent } from "../capacity/nodeTerms";
import { costComponent } from "./component";

export const cloudCompute = costComponent({
  id: "cloud.compute",
  label: "Cloud servers",
  costPool: "Cloud Services",
  tower: "Compute",
  spend: "opex",
  from: [
    "servers",
    "nodes",
    "cloud.commitment",
    "cloud.price_change",
    "vertical.hosting",
    "vertical.servers",
    "horizontal.hosting",
    "horizontal.servers",
    "horizontal.elastic_share",
    "server.*",
  ],
  explanation: "Rent of the servers and nodes in service; nodes that are scaled down off-peak are billed for the time they run.",
  write: ({ central, distributed, indices }, values) => {
    for (let m = 0; m < values.length; m++) {
      const centralRent = central ? central.servers[m] * central.rent[m] : 0;
      const distributedRent = distributed ? distributed.billedNodes[m] * distributed.monthlyRent : 0;
      values[m] = (centralRent + distributedRent) * indices.cloud[m];
    }
  },
  terms: ({ central, distributed, ...plan }, t) => {
    const parts: string[] = [];
    if (central && plan.a["vertical.hosting"] === "cloud")
      parts.push(`${centralServers(t)} * ${serverRent({ ...plan, central, distributed }, t)}`);
    if (distributed && plan.a["horizontal.hosting"] === "cloud") {
      const nodes = { ...plan, central, distributed };
      parts.push(`${billedNodes(nodes, t)} * ${nodeRent(nodes, t)}`);
    }
    if (central) t.because(t.key("vertical.hosting"));
    if (distributed) t.because(t.key("horizontal.hosting"));
    return parts.length === 0 ? "0" : `(${parts.join(" + ")}) * ${indexTerm(t, "cloud")}`;
  },
});
