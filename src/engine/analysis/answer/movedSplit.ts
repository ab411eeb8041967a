/** Which acquisition moves the first split most. */

import type { Reference } from "../../catalogue/reference";
import type { Assumptions, Deal, ScenarioMap } from "../../catalogue/resolved";
import { resolveScenario } from "../../catalogue/scenario";
import { project } from "../../plan/project";
import { firstShard } from "../shardDate";
import type { FirstShard } from "../shardDate";

/** An acquisition without which the first split would fall in another month. */
export interface MovedSplit {
  readonly deal: Deal;
  /** The first split without it; undefined where it would not fall within the plan. */
  readonly without: FirstShard | undefined;
}

/** Each takes a projection. */
const MOST_DEALS = 50;

/** The acquisition whose removal moves the first split most; undefined where none moves it. */
export function movedSplit(scenario: ScenarioMap, a: Assumptions, split: FirstShard, reference: Reference): MovedSplit | undefined {
  let most: (MovedSplit & { readonly months: number }) | undefined;
  for (const deal of a.deals.filter(({ include }) => include).slice(0, MOST_DEALS)) {
    const alone = resolveScenario(new Map(scenario).set(`deal.${deal.name}.include`, false), reference);
    const without = firstShard(project(alone, "vertical", reference));
    const months = without ? Math.abs(without.month - split.month) : Infinity;
    if (months > 0 && months > (most?.months ?? 0)) most = { deal, without, months };
  }
  return most && { deal: most.deal, without: most.without };
}
