import { indexTerm } from "../capacity/indexTerms";
import type { Plan } from "../lines";
import type { TermWriter } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent, eachMonth } from "./component";

/** Jurisdictions that audit the system in a month; for a hybrid the larger number of its parts. */
function jurisdictions({ a, central, distributed, demand }: Plan, m: number): number {
  const counted = (part: "vertical" | "horizontal"): number => a[`compliance.jurisdictions_${part}`] || demand.regions[m];
  return Math.max(central ? counted("vertical") : 0, distributed ? counted("horizontal") : 0);
}

function jurisdictionTerms({ a, central, distributed }: Plan, t: TermWriter): string {
  const counted = (["vertical", "horizontal"] as const)
    .filter((part) => (part === "vertical" ? central : distributed) !== undefined)
    .map((part) => {
      const key = `compliance.jurisdictions_${part}` as const;
      if (a[key] > 0) return t.key(key);
      t.because(t.key(key));
      return t.line("regions");
    });
  return counted.length === 1 ? counted[0] : `max(${counted.join(", ")})`;
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
    const counted = t.term("jurisdictions", "count", () => jurisdictionTerms(plan, t));
    return `${counted} * ${t.key("compliance.audit_cost")} / ${MONTHS_PER_YEAR} * ${indexTerm(t, "inflation")}`;
  },
});
