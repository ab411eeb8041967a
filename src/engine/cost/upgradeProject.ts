import { indexTerm } from "../capacity/indexTerms";
import type { CapacityEvent } from "../capacity/plan";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { addTo, costComponent } from "./component";

/** How many times servers are replaced in a month: by larger ones, or at the end of their life. */
function eventTerms(plan: Plan, t: TermWriter, events: readonly CapacityEvent[]): string {
  t.because(t.line("servers"), t.key("hardware.life_years"));
  return [...new Set(events.map(({ month }) => month))]
    .map((at) => {
      const count = events.filter(({ month }) => month === at).length;
      return count === 1 ? `(month == ${at})` : `${count} * (month == ${at})`;
    })
    .join(" + ");
}

export const upgradeProject = costComponent({
  id: "upgrade.project",
  label: "Server replacement effort",
  costPool: "Staffing",
  tower: "Delivery",
  spend: "opex",
  from: ["servers", "upgrade.cost", "hardware.life_years", "prices.inflation"],
  explanation: "The effort to replace servers by larger ones, or by new ones at the end of their life.",
  write: ({ a, central, distributed, indices }, values) => {
    for (const { month, kind } of [...(central?.events ?? []), ...(distributed?.events ?? [])]) {
      if (kind === "upgrade" || kind === "refresh") addTo(values, month, a["upgrade.cost"] * indices.inflation[month - 1]);
    }
  },
  terms: (plan, t) => {
    const counted = [...(plan.central?.events ?? []), ...(plan.distributed?.events ?? [])].filter(
      ({ kind }) => kind === "upgrade" || kind === "refresh",
    );
    if (counted.length === 0) return t.because(t.line("servers")), "0";
    const events = t.term("upgrades", "events", () => eventTerms(plan, t, counted));
    return `${events} * ${t.key("upgrade.cost")} * ${indexTerm(t, "inflation")}`;
  },
});
