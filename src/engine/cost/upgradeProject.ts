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
});
