import { supportTerms } from "./licenseTerms";
import { MONTHS_PER_YEAR } from "../units";
import { addTo, costComponent } from "./component";
import { eachPlanPurchase } from "./licenseCounts";

export const licenseSupport = costComponent({
  id: "license.support",
  label: "Licence support",
  costPool: "Software",
  tower: "Application",
  spend: "opex",
  from: ["license.purchase", "license.*", "license.uplift", "license.first_uplift_year"],
  explanation: "Yearly support of all perpetual licences bought, on what was paid for them, with the vendor's uplift.",
  write: (plan, values) =>
    eachPlanPurchase(plan, (license, bought, count, unitPrice) => {
      const monthly = (count * unitPrice * license.support) / MONTHS_PER_YEAR;
      for (let month = bought; month <= values.length; month++) addTo(values, month, monthly * plan.indices.licenses[month - 1]);
    }),
  terms: supportTerms,
});
