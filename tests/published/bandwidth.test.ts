import { burstableMbps, copyDays } from "../../src/engine/cost/bandwidth";
import { graduatedCost, tierCosts } from "../../src/engine/cost/tiers";
import type { Tier } from "../../src/engine/catalogue/reference";
import { GB_PER_TB } from "../../src/engine/units";
import type { PublishedCase } from "./family";
import { describeFamily, given } from "./family";

interface TieredInputs {
  readonly gb: number;
  readonly freeGb: number;
  readonly tiers: readonly { readonly upTo: number | null; readonly rate: number }[];
}

/** The case's upper bounds as lower ones; a free allowance comes first and shifts the rest. */
function tiersOf({ freeGb, tiers }: TieredInputs): readonly Tier[] {
  const paid = tiers.map(({ rate }, index) => ({ from: (tiers[index - 1]?.upTo ?? 0) + freeGb, price: rate }));
  return freeGb > 0 ? [{ from: 0, price: 0 }, ...paid] : paid;
}

function tiered(published: PublishedCase): { total: number; cost: number; perTier: readonly number[] } {
  const inputs = published.inputs as unknown as TieredInputs;
  const tiers = tiersOf(inputs);
  const total = graduatedCost(inputs.gb, tiers);
  return { total, cost: total, perTier: tierCosts(inputs.gb, tiers).slice(inputs.freeGb > 0 ? 1 : 0) };
}

describeFamily("bandwidth", {
  "rule:graduated_tiers": tiered,
  "rule:free_allowance": (published) => ({
    ...tiered(published),
    billable:
      tierCosts(5120, [
        { from: 0, price: 0 },
        { from: 100, price: 1 },
      ])[1] ?? 0,
  }),
  "BW-048": ({ inputs }) => {
    const samples = Array.from({ length: (inputs.days * 24 * 60) / inputs.minutes }, (_, index) => index + 1);
    const discarded = samples.length - burstableMbps(samples, 0.95);
    return { samples: samples.length, discarded, freeHours: (discarded * inputs.minutes) / 60 };
  },
  "BW-051": (published) => ({ nearestRank: burstableMbps(given<number[]>(published, "samples"), 0.95) }),
  "BW-056": ({ inputs, expected }) => {
    const { gb } = expected as { gb: number };
    const hours = copyDays(gb / GB_PER_TB, inputs.mbps, inputs.util) * 24;
    return { gb: (gb * inputs.hours) / hours };
  },
});
