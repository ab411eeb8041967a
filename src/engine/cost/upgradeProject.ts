import { sumOfTerms } from "../terms";
import { addTo, costComponent } from "./component";

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
    t.because("servers", "hardware.life_years");
    const counted = [...(plan.central?.events ?? []), ...(plan.distributed?.events ?? [])].filter(
      ({ kind }) => kind === "upgrade" || kind === "refresh",
    );
    return `(${sumOfTerms(counted.map(({ month }) => `(month == ${month})`))}) * upgrade.cost * inflation_index`;
  },
});
