import { partsOf, shareFactor } from "../capacity/needTerms";
import { sumOfTerms } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

export const securityBreach = costComponent({
  id: "security.breach",
  label: "Breaches (risk)",
  costPool: "Other",
  tower: "Security & Compliance",
  spend: "opex",
  from: ["servers", "shards", "regions", "security.breach_probability", "security.breach_cost", "hybrid.central_share", "prices.inflation"],
  explanation: "Expected cost of breaches: each server's yearly chance, for the share of the data that it exposes.",
  write: ({ a, central, distributed, centralShare, indices }, values) => {
    const monthly = (a["security.breach_probability"] * a["security.breach_cost"]) / MONTHS_PER_YEAR;
    if (monthly === 0) return;
    for (let m = 0; m < values.length; m++) {
      const exposedCentral = central ? (central.servers[m] / central.shards[m]) * centralShare : 0;
      const exposedDistributed = distributed ? (distributed.nodes[m] / distributed.regions[m]) * (1 - centralShare) : 0;
      values[m] = (exposedCentral + exposedDistributed) * monthly * indices.inflation[m];
    }
  },
  terms: (plan) => {
    const exposed = partsOf(plan, {
      vertical: () => `central_servers / shards${shareFactor(plan, "vertical")}`,
      horizontal: () => `nodes / regions${shareFactor(plan, "horizontal")}`,
    });
    return `(${sumOfTerms(exposed)}) * security.breach_probability * security.breach_cost / 12 * inflation_index`;
  },
});
