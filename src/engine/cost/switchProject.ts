import { shareFactor } from "../capacity/needTerms";
import type { Plan } from "../lines";
import { costComponent, spreadOver } from "./component";

/** Share of the system that a switch from what runs before moves: 0 when it already runs so, or when nothing runs. */
function movedShare({ a, centralShare, service }: Plan): number {
  const before = service && service.first > 1 ? service.other : a["plan.current"];
  if (before === "vertical") return 1 - centralShare;
  return before === "horizontal" ? centralShare : 0;
}

export const switchProject = costComponent({
  id: "switch.project",
  label: "Move to another architecture",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: ["plan.current", "switch.cost", "switch.months", "hybrid.central_share", "prices.inflation"],
  explanation: "The project that moves what runs today to another architecture, for the share that moves.",
  write: (plan, values) => {
    const amount = plan.a["switch.cost"] * movedShare(plan);
    if (amount <= 0) return;
    const first = plan.service?.first ?? 1;
    const last = first + Math.max(1, plan.a["switch.months"]) - 1;
    // A move within the plan is paid in full, however late it starts: a decision counts with all that it costs.
    spreadOver(values, first, first > 1 ? Math.min(last, values.length) : last, amount, plan.indices.inflation);
  },
  terms: (plan, t) => {
    t.because("plan.current");
    if (movedShare(plan) === 0) return "0";
    const share = shareFactor(plan, plan.a["plan.current"] === "vertical" ? "horizontal" : "vertical");
    return `month <= max(1, switch.months) ? switch.cost${share} / max(1, switch.months) * inflation_index : 0`;
  },
});
