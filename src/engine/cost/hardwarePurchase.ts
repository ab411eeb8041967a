import { sumOfFleets } from "../capacity/batchTerms";
import { batchesOf } from "../capacity/plan";
import { addTo, costComponent } from "./component";

const CAPACITY_KEYS = [
  "vertical.hosting",
  "vertical.servers",
  "horizontal.hosting",
  "horizontal.servers",
  "server.*",
  "capacity.lead_months",
  "capacity.dwell_months",
  "hardware.life_years",
];

export const hardwarePurchase = costComponent({
  id: "hardware.purchase",
  label: "Server purchases",
  costPool: "Hardware",
  tower: "Compute",
  spend: "capex",
  paidAhead: true,
  from: ["servers", "hardware.discount", "hardware.price_change", ...CAPACITY_KEYS],
  explanation: "Owned servers when they are paid: the first ones, larger ones, more of them, and replacements at the end of their life.",
  write: (plan, values) => {
    for (const batch of batchesOf(plan)) addTo(values, batch.paidMonth, batch.count * batch.unitPrice);
  },
  terms: (plan, t) =>
    sumOfFleets(
      plan,
      t,
      (fleet) =>
        `sum(i, month == 1 ? 1 : month + capacity.lead_months, min(12 * plan.years, month + capacity.lead_months), value_bought.${fleet}(i))`,
    ),
});
