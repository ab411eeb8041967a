import { purchaseTerms } from "./licenseTerms";
import { addTo, costComponent } from "./component";
import { eachPlanPurchase, LICENSE_KEYS } from "./licenseCounts";

export const licensePurchase = costComponent({
  id: "license.purchase",
  label: "Licence purchases",
  costPool: "Software",
  tower: "Application",
  spend: "capex",
  from: [...LICENSE_KEYS, "prices.inflation"],
  explanation: "Perpetual licences when the count first rises to a new level.",
  write: (plan, values) => eachPlanPurchase(plan, (_, month, bought, unitPrice) => addTo(values, month, bought * unitPrice)),
  terms: purchaseTerms,
});
