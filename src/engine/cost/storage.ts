import { partsOf, shareFactor } from "../capacity/needTerms";
import { needRules } from "../capacity/need";
import { hostingOf } from "../capacity/ladder";
import type { Part } from "../capacity/ladder";
import type { CentralPlan, DistributedPlan } from "../capacity/plan";
import type { Plan } from "../lines";
import { sumOfTerms } from "../terms";
import type { TermWriter } from "../terms";
import { costComponent } from "./component";

const isOwned = (plan: Plan, part: Part): boolean => hostingOf(plan.a, part) === "owned";

/** Copies of the central data: each server holds the data of its shard. */
function centralCopies(central: CentralPlan, m: number): number {
  return central.servers[m] / central.shards[m];
}

/** Copies of the distributed data: replicas in its region, and what every region needs in every region. */
function distributedCopies(plan: Plan, distributed: DistributedPlan, m: number): number {
  return plan.a["horizontal.replication"] * (1 - plan.globalShare + plan.globalShare * distributed.regions[m]);
}

/** Price per TB and month under a part's hosting, and the index that it follows. */
function priceOf(plan: Plan, part: Part): { readonly price: number; readonly index: Float64Array } {
  const { a, indices } = plan;
  return isOwned(plan, part)
    ? { price: a["storage.owned_price"], index: indices.inflation }
    : { price: a["storage.cloud_price"], index: indices.cloud };
}

/** Storage of a part: its data with indexes, in copies and backups, at the price of its hosting. */
function partTerms(plan: Plan, t: TermWriter, part: Part, copies: string): string {
  t.because(`${part}.hosting`);
  const tb = `tb${shareFactor(plan, part)} * (1 + data.index_overhead) / capacity.storage_fill`;
  const price = isOwned(plan, part) ? "storage.owned_price * inflation_index" : "storage.cloud_price * cloud_price_index";
  return t.flow(`storage.${part}`, "money", `${tb} * (${copies} + storage.backup_share) * ${price}`);
}

export const storage = costComponent({
  id: "storage",
  label: "Storage and backup",
  costPool: (plan) => {
    const owned = (!plan.central || isOwned(plan, "vertical")) && (!plan.distributed || isOwned(plan, "horizontal"));
    return owned ? "Hardware" : "Cloud Services";
  },
  tower: "Storage",
  spend: "opex",
  from: [
    "tb",
    "servers",
    "shards",
    "regions",
    "data.index_overhead",
    "capacity.storage_fill",
    "storage.cloud_price",
    "storage.owned_price",
    "storage.backup_share",
    "horizontal.replication",
    "horizontal.global_share",
    "cloud.price_change",
    "prices.inflation",
  ],
  explanation: "Attached storage for every copy of the data with its indexes, and for the backups.",
  write: (plan, values) => {
    const { a, central, distributed, centralShare, demand } = plan;
    const perTb = needRules(a).storageTbPerTb;
    const backup = a["storage.backup_share"];
    const centralPrice = priceOf(plan, "vertical");
    const distributedPrice = priceOf(plan, "horizontal");
    for (let m = 0; m < values.length; m++) {
      const tb = demand.tb[m] * perTb;
      if (central) values[m] += tb * centralShare * (centralCopies(central, m) + backup) * centralPrice.price * centralPrice.index[m];
      if (distributed) {
        const copies = distributedCopies(plan, distributed, m) + backup;
        values[m] += tb * (1 - centralShare) * copies * distributedPrice.price * distributedPrice.index[m];
      }
    }
  },
  terms: (plan, t) =>
    sumOfTerms(
      partsOf(plan, {
        vertical: () => partTerms(plan, t, "vertical", "central_servers / shards"),
        horizontal: () => partTerms(plan, t, "horizontal", "horizontal.replication * (1 - global_share + global_share * regions)"),
      }),
    ),
});
