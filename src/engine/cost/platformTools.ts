import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const platformTools = costComponent({
  id: "platform.tools",
  label: "Platform tools",
  costPool: "Software",
  tower: "Platform",
  spend: "opex",
  from: ["nodes", "platform.tools_cost", "prices.inflation"],
  explanation: "Observability and orchestration of the distributed nodes.",
  write: ({ a, distributed, indices }, values) => {
    if (!distributed) return;
    const monthly = a["platform.tools_cost"] / MONTHS_PER_YEAR;
    for (let m = 0; m < values.length; m++) values[m] = distributed.nodes[m] * monthly * indices.inflation[m];
  },
  terms: "nodes * platform.tools_cost / 12 * inflation_index",
});
