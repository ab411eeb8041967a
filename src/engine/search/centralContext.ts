import type { PlanSetting } from "../plan/setting";
import type { License } from "../catalogue/resolved";
import type { CentralLadder } from "./centralLadder";
import { dependsOnServers, userLicenses } from "../capacity/licenses";
import { DIMENSIONS, needRules } from "../capacity/need";
import type { NeedRules, Workload } from "../capacity/need";
import type { ServerBatch } from "./plan";
import { serverCounts, shardFactors } from "../capacity/sharding";
import type { ServerCounts, ShardFactors } from "../capacity/sharding";

export const NO_SHAPE = -1;

/** A scenario before its central part is planned. */
export type CentralSetting = Pick<PlanSetting, "a" | "centralShare" | "demand" | "indices" | "service">;

/** What a choice of shape and shard count depends on. Months count from 1. */
export interface ChoiceContext {
  readonly setting: CentralSetting;
  readonly workload: Workload;
  /** Last month in service. */
  readonly months: number;
  readonly owned: boolean;
  readonly ladder: CentralLadder;
  readonly licenses: WeighedLicenses;
  readonly rules: NeedRules;
  /** Need of the busiest server, by dimension, as last loaded. */
  readonly need: Float64Array;
  readonly loaded: LoadedNeed;
  readonly found: FoundShape;
  /** Servers as last counted. */
  counted: CountedServers;
  /** The shape in service before the choice, and the owned servers bought so far. */
  shape: number;
  readonly batches: ServerBatch[];
}

/** Licenses whose number depends on the servers. */
export interface WeighedLicenses {
  readonly products: readonly License[];
  /** By product: perpetual licenses bought so far. They are never sold. */
  readonly held: Float64Array;
  /** By product and shape: licenses that the servers of a shard count need without any users; NaN until they are counted. */
  readonly byServers: Float64Array;
  shards: number;
  /** By product: licenses that its users need in each month; undefined where users are not counted. */
  readonly byUsers: readonly (Float64Array | undefined)[];
}

function weighedLicenses({ demand, centralShare }: CentralSetting, all: readonly License[], shapes: number): WeighedLicenses {
  const products = all.filter(dependsOnServers);
  return {
    products,
    held: new Float64Array(products.length),
    byServers: new Float64Array(products.length * shapes),
    shards: 0,
    byUsers: products.map((license) =>
      license.metric === "user" ? demand.volume.map((volume) => userLicenses(license, volume * centralShare)) : undefined,
    ),
  };
}

/** Servers at a shard count. */
export interface CountedServers extends ServerCounts {
  readonly shards: number;
}

/**
 * Where in the order of rents the last shape was found that was cheapest for a month, and what a month has to need so that every cheaper one is too
 * small: more memory than any that lacks memory has, and more cores than any other that lacks cores.
 */
export interface FoundShape {
  place: number;
  memoryAbove: number;
  coresAbove: number;
}

/** For what the need was last loaded. */
export interface LoadedNeed {
  shards: number;
  month: number;
  window: number;
  factors: ShardFactors;
}

/** What the choices of a plan depend on, before the first one. */
export function startChoice(
  setting: CentralSetting,
  workload: Workload,
  ladder: CentralLadder,
  licenses: readonly License[],
): ChoiceContext {
  const { a, service } = setting;
  return {
    setting,
    workload,
    months: service?.last ?? workload.peakTps.length,
    owned: a["vertical.hosting"] === "owned",
    ladder,
    licenses: weighedLicenses(setting, licenses, ladder.shapes.length),
    rules: needRules(a),
    need: new Float64Array(DIMENSIONS.length),
    loaded: { shards: 0, month: 0, window: 0, factors: shardFactors(a, 1) },
    found: { place: 0, memoryAbove: Infinity, coresAbove: Infinity },
    counted: { shards: 0, active: 0, passive: 0, disasterRecovery: 0, total: 0 },
    shape: NO_SHAPE,
    batches: [],
  };
}

/** Servers of the central system at a shard count. */
export function countServers(c: ChoiceContext, shards: number): CountedServers {
  if (c.counted.shards !== shards) c.counted = { shards, ...serverCounts(c.setting.a, shards) };
  return c.counted;
}
