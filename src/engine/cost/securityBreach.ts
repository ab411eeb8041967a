import { centralServers } from "../capacity/centralTerms";
import { indexTerm } from "../capacity/indexTerms";
import { shareFactor } from "../capacity/needTerms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent, eachMonth } from "./component";

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
    eachMonth(values, (m) => {
      const exposedCentral = central ? (central.servers[m] / central.shards[m]) * centralShare : 0;
      const exposedDistributed = distributed ? (distributed.nodes[m] / distributed.regions[m]) * (1 - centralShare) : 0;
      return (exposedCentral + exposedDistributed) * monthly * indices.inflation[m];
    });
  },
  terms: (plan, t) => {
    const exposed = [
      ...(plan.central ? [`${centralServers(t)} / ${t.line("shards")}${shareFactor(plan, t, "vertical")}`] : []),
      ...(plan.distributed ? [`${t.line("nodes")} / ${t.line("regions")}${shareFactor(plan, t, "horizontal")}`] : []),
    ];
    const yearly = `${t.key("security.breach_probability")} * ${t.key("security.breach_cost")}`;
    return `(${exposed.join(" + ")}) * ${yearly} / ${MONTHS_PER_YEAR} * ${indexTerm(t, "inflation")}`;
  },
});
