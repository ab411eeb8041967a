import { sumOfFleets } from "../capacity/batchTerms";
import { MONTHS_PER_YEAR } from "../units";
import { addTo, costComponent } from "./component";

export const hardwareMaintenance = costComponent({
  id: "hardware.maintenance",
  label: "Server maintenance",
  costPool: "Hardware",
  tower: "Compute",
  spend: "opex",
  from: ["hardware.purchase", "hardware.maintenance"],
  explanation: "Yearly maintenance as a share of what the servers in service cost when they were bought.",
  write: ({ a, central, distributed }, values) => {
    const rate = a["hardware.maintenance"] / MONTHS_PER_YEAR;
    for (const batches of [central?.batches ?? [], distributed?.batches ?? []]) {
      for (const batch of batches)
        for (let month = batch.serviceMonth; month < batch.endMonth && month <= values.length; month++)
          addTo(values, month, batch.count * batch.unitPrice * rate);
    }
  },
  terms: (plan, t) => `(${sumOfFleets(plan, t, (fleet) => `value_in_service.${fleet}`)}) * ${t.key("hardware.maintenance")} / 12`,
});
