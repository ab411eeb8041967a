import { subscriptionTerms } from "./licenseTerms";
import { netLicensePrice } from "../capacity/licenses";
import { MONTHS_PER_YEAR } from "../units";
import { costComponent } from "./component";
import { licenseCounts, LICENSE_KEYS } from "./licenseCounts";

export const licenseSubscription = costComponent({
  id: "license.subscription",
  label: "Software subscriptions",
  costPool: "Software",
  tower: "Application",
  spend: "opex",
  from: [...LICENSE_KEYS, "license.uplift", "license.first_uplift_year"],
  explanation: "Subscriptions for the licences needed in the month, with the vendor's uplift.",
  write: (plan, values) => {
    for (const license of plan.a.licenses) {
      if (license.model !== "subscription" || license.applies === "none") continue;
      const monthly = netLicensePrice(license) / MONTHS_PER_YEAR;
      const counts = licenseCounts(plan, license);
      for (let m = 0; m < values.length; m++) values[m] += counts[m] * monthly * plan.indices.licenses[m];
    }
  },
  terms: subscriptionTerms,
});
