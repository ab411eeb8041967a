import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const securityEndpoints = costComponent({
  id: "security.endpoints",
  label: "Endpoint security",
  costPool: "Other",
  tower: "Security & Compliance",
  spend: "opex",
  from: ["servers", "security.cost_per_endpoint", "prices.inflation"],
  explanation: "Security tooling on every server.",
  write: ({ a, indices }, values, ledger) => {
    const servers = ledger("servers");
    const monthly = a["security.cost_per_endpoint"] / MONTHS_PER_YEAR;
    for (let m = 0; m < values.length; m++) values[m] = servers[m] * monthly * indices.inflation[m];
  },
  terms: "servers * security.cost_per_endpoint / 12 * inflation_index",
});
