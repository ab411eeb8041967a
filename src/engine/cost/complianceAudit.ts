import { partsOf } from "../capacity/needTerms";
import { mostOfTerms } from "../terms";
import type { Plan } from "../lines";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent, eachMonth } from "./component";

/** Jurisdictions that audit the system in a month; for a hybrid the larger number of its parts. */
function jurisdictions({ a, central, distributed, demand }: Plan, m: number): number {
  const counted = (part: "vertical" | "horizontal"): number => a[`compliance.jurisdictions_${part}`] || demand.regions[m];
  return Math.max(central ? counted("vertical") : 0, distributed ? counted("horizontal") : 0);
}

export const complianceAudit = costComponent({
  id: "compliance.audit",
  label: "Compliance audits",
  costPool: "Outside Services",
  tower: "Security & Compliance",
  spend: "opex",
  from: [
    "regions",
    "compliance.jurisdictions_vertical",
    "compliance.jurisdictions_horizontal",
    "compliance.audit_cost",
    "prices.inflation",
  ],
  explanation: "A yearly audit per jurisdiction.",
  write: (plan, values) => {
    const monthly = plan.a["compliance.audit_cost"] / MONTHS_PER_YEAR;
    eachMonth(values, (m) => jurisdictions(plan, m) * monthly * plan.indices.inflation[m]);
  },
  terms: (plan, t) => {
    const counted = (part: "vertical" | "horizontal") => (): string => {
      const key = `compliance.jurisdictions_${part}` as const;
      t.because(key);
      return plan.a[key] > 0 ? key : "regions";
    };
    const jurisdictions = mostOfTerms(partsOf(plan, { vertical: counted("vertical"), horizontal: counted("horizontal") }));
    return `${jurisdictions} * compliance.audit_cost / 12 * inflation_index`;
  },
});
