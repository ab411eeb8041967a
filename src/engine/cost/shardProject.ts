import { costComponent, spreadOver } from "./component";

export const shardProject = costComponent({
  id: "shard.project",
  label: "Sharding projects",
  costPool: "Outside Services",
  tower: "Delivery",
  spend: "opex",
  from: ["shards", "tb", "shard.project_cost", "shard.cost_per_tb", "shard.project_months", "prices.inflation"],
  explanation: "Each rise of the shard count, spread over the months of the project before it.",
  write: ({ a, central, centralShare, demand, indices }, values) => {
    for (const { month, kind } of central?.events ?? []) {
      if (kind !== "shard" || month === 1) continue;
      const amount = a["shard.project_cost"] + a["shard.cost_per_tb"] * demand.tb[month - 1] * centralShare;
      const length = a["shard.project_months"];
      if (length === 0) spreadOver(values, month, month, amount, indices.inflation);
      else spreadOver(values, Math.max(1, month - length), month - 1, amount, indices.inflation);
    }
  },
});
