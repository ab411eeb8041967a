import { indexTerm } from "../capacity/indexTerms";
import { shareFactor } from "../capacity/needTerms";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { costComponent, spreadOver } from "./component";

/** Share of the system that a switch from what runs today moves: 0 when it already runs so, or when nothing runs. */
function movedShare({ a, centralShare }: Plan): number {
  if (a["plan.current"] === "vertical") return 1 - centralShare;
  return a["plan.current"] === "horizontal" ? centralShare : 0;
}

/** The same as a factor with its sign; undefined where nothing moves. */
function movedShareTerm(plan: Plan, t: TermWriter): string | undefined {
  if (movedShare(plan) === 0) return undefined;
  return shareFactor(plan, t, plan.a["plan.current"] === "vertical" ? "horizontal" : "vertical");
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
    if (amount > 0) spreadOver(values, 1, Math.max(1, plan.a["switch.months"]), amount, plan.indices.inflation);
  },
  terms: (plan, t) => {
    t.because(t.key("plan.current"));
    const [moved, cost] = [movedShareTerm(plan, t), t.key("switch.cost")];
    if (moved === undefined) return "0";
    const months = t.term("switch_length", "months", () => `max(1, ${t.key("switch.months")})`);
    return `month <= ${months} ? ${cost}${moved} / ${months} * ${indexTerm(t, "inflation")} : 0`;
  },
});
