import { partsOf } from "../capacity/needTerms";
import { mostOfTerms } from "../terms";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";

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
  write: ({ a, central, distributed, demand, indices }, values) => {
    const monthly = a["compliance.audit_cost"] / MONTHS_PER_YEAR;
    const stated = (part: object | undefined, count: number): number | undefined => (part ? count || undefined : 0);
    // 0 is one per region. For a hybrid the larger number of its parts counts.
    const vertical = stated(central, a["compliance.jurisdictions_vertical"]);
    const horizontal = stated(distributed, a["compliance.jurisdictions_horizontal"]);
    for (let m = 0; m < values.length; m++) {
      const regions = demand.regions[m];
      values[m] = Math.max(vertical ?? regions, horizontal ?? regions) * monthly * indices.inflation[m];
    }
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
