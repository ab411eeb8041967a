import { hostingOf } from "../capacity/ladder";
import type { Part } from "../capacity/ladder";
import { partsOf } from "../capacity/needTerms";
import { sumOfTerms } from "../terms";
import { costComponent } from "./component";

const RENTS: Readonly<Record<Part, string>> = { vertical: "central_servers * server_rent", horizontal: "nodes_billed * node_rent" };

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
  terms: (plan, t) => {
    const rented = partsOf(plan, { vertical: () => "vertical", horizontal: () => "horizontal" }) as readonly Part[];
    t.because(...rented.map((part) => `${part}.hosting`));
    const rents = rented.filter((part) => hostingOf(plan.a, part) === "cloud").map((part) => RENTS[part]);
    return `(${sumOfTerms(rents)}) * cloud_price_index`;
  },
});
