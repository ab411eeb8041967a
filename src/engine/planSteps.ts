import { centralLadder } from "./capacity/centralLadder";
import { planDistributed } from "./capacity/horizontal";
import { emptyIndices, fillIndices } from "./capacity/indices";
import { ladderFor } from "./capacity/ladder";
import { licensesOf } from "./capacity/licenses";
import { linkNeeds } from "./capacity/links";
import type { Workload } from "./capacity/need";
import { clusterLaw } from "./capacity/nodes";
import { staffingOf } from "./capacity/people";
import type { CentralPlan, DistributedPlan, Infeasibility } from "./capacity/plan";
import { isInfeasible } from "./capacity/plan";
import { planFill } from "./capacity/planFill";
import { globalShareOf } from "./capacity/regionNeed";
import { planTotals } from "./capacity/totals";
import { transferNeeds } from "./capacity/transfer";
import { planCentral } from "./capacity/vertical";
import { fillData, fillLoad, fillPlaces, fillVolume, setDeals } from "./demand/demand";
import { integrationMonths } from "./demand/deals";
import type { IntegrationPace } from "./demand/deals";
import type { DemandDraft } from "./demand/demand";
import type { Plan } from "./lines";
import type { Architecture } from "./planSetting";
import type { Assumptions } from "./resolved";
import type { SeriesPool } from "./series";
import { CENTRAL_KEYS, DEAL_KEYS, NEED_KEYS, NODE_KEYS, PRICE_KEYS, SHARD_KEYS } from "./sources";

/** A plan while its steps fill it. */
export type PlanDraft = { -readonly [K in keyof Plan]: Plan[K] } & { demand: DemandDraft };

/** A part of planning that can be done again by itself when something that it reads has changed. */
export interface PlanStep {
  readonly id: string;
  /** Keys and earlier steps that it reads; `*` for any key. */
  readonly from: (a: Assumptions) => readonly string[];
  /** Stock lines that show what it fills, and nothing else. */
  readonly shows: readonly string[];
  /** The only lines that read it; undefined where others, or later steps, do. */
  readonly neededBy?: readonly string[];
  /** Fills its part of the plan, with series of its own; an Infeasibility when no plan carries the demand. */
  readonly fill: (draft: PlanDraft, pool: SeriesPool) => Infeasibility | undefined;
}

/** Share of load and data that an architecture keeps central. */
export function centralShareOf(a: Assumptions, architecture: Architecture): number {
  if (architecture === "hybrid") return a["hybrid.central_share"];
  return architecture === "vertical" ? 1 : 0;
}

/** How fast deals move: at the architecture's pace while it is in service, at the other's before and after. */
function integrationPace({ a, centralShare, service, timeline }: PlanDraft): IntegrationPace {
  const months = integrationMonths(a, centralShare);
  if (!service) return { months };
  const other = integrationMonths(a, centralShareOf(a, service.other));
  if (service.first > 1) return { months: other, later: { after: service.first - 1, months } };
  return service.last < timeline.months ? { months, later: { after: service.last, months: other } } : { months };
}

function scaled(values: Float64Array, share: number, pool: SeriesPool): Float64Array {
  if (share === 1) return values;
  const out = pool.room();
  for (let m = 0; m < out.length; m++) out[m] = values[m] * share;
  return out;
}

function workloadOf({ demand }: PlanDraft, share: number, pool: SeriesPool): Workload {
  return { peakTps: scaled(demand.tpsPeak, share, pool), tb: scaled(demand.tb, share, pool) };
}

/** The central part; it does not exist without a share of the load. */
function central(p: PlanDraft, pool: SeriesPool): CentralPlan | Infeasibility | undefined {
  if (!p.ladder) return undefined;
  return planCentral(p.a, workloadOf(p, p.centralShare, pool), p.ladder, licensesOf(p.a, "vertical"), p.indices, pool, p.service?.last);
}

/** The distributed part, likewise. */
function distributed(p: PlanDraft, pool: SeriesPool): DistributedPlan | Infeasibility | undefined {
  if (p.centralShare === 1) return undefined;
  const share = 1 - p.centralShare;
  const { law, indices, globalShare } = p;
  const { regions, sites, volume } = p.demand;
  const setting = {
    workload: workloadOf(p, share, pool),
    regions,
    sites,
    volume: scaled(volume, share, pool),
    globalShare,
    law,
    indices,
    firstMonth: p.service?.first ?? 1,
  };
  return planDistributed(p.a, setting, ladderFor(p.a, "horizontal", p.reference).shapes, licensesOf(p.a, "horizontal"), pool);
}

function step(
  id: string,
  from: readonly string[] | ((a: Assumptions) => readonly string[]),
  shows: readonly string[],
  fill: (draft: PlanDraft, pool: SeriesPool) => void,
): PlanStep {
  return {
    id,
    from: typeof from === "function" ? from : () => from,
    shows,
    fill: (draft, pool) => {
      fill(draft, pool);
      return undefined;
    },
  };
}

/** Whether the choice of servers or shards weighs prices that change over the years. */
const weighsPrices = (a: Assumptions): boolean => a["vertical.hosting"] === "owned" || a["shard.when"] === "cheaper";

const TOTALS_LINES = [
  "need.cores",
  "need.memory_gib",
  "need.storage_tb",
  "need.iops",
  "capacity.cores",
  "capacity.memory_gib",
  "capacity.storage_tb",
];

/** The steps of planning in order; each reads only earlier ones. */
export const PLAN_STEPS: readonly PlanStep[] = [
  step("share", ["hybrid.central_share"], [], (p) => {
    p.centralShare = centralShareOf(p.a, p.architecture);
  }),
  step("global", ["share", "horizontal.global_share"], [], (p) => {
    p.globalShare = globalShareOf(p.a, p.centralShare);
  }),
  step("deals", ["share", ...DEAL_KEYS, "demand.growth", "demand.growth.*"], [], (p) =>
    setDeals(p.a, p.timeline, integrationPace(p), p.demand),
  ),
  step(
    "volume",
    (a) => (a["demand.curve"] === "formula" ? ["*"] : ["deals", "demand.volume", "demand.growth", "demand.growth.*", "demand.ceiling"]),
    ["volume"],
    (p) => fillVolume(p.a, p.demand),
  ),
  step("places", ["deals", "demand.sites", "horizontal.regions"], ["sites", "regions"], (p) => fillPlaces(p.a, p.demand)),
  step(
    "data",
    ["deals", "volume", "data.tb", "data.gb_per_volume_year", "data.retention_years"],
    ["tb", "integration.unsynced_tb"],
    (p, pool) => fillData(p.a, p.demand, pool),
  ),
  step(
    "load",
    [
      "volume",
      "demand.tps_per_volume",
      "demand.peak_to_mean",
      "demand.season.*",
      "demand.surge",
      "demand.surge_month",
      "demand.kb_per_tx",
      "demand.busy_hours_per_month",
    ],
    ["tps_mean", "tps_peak"],
    (p) => fillLoad(p.a, p.timeline, p.demand),
  ),
  step(
    "indices",
    [
      "cloud.price_change",
      "hardware.price_change",
      "wan.price_change",
      "staff.wage_growth",
      "license.uplift",
      "license.first_uplift_year",
      "prices.inflation",
    ],
    [],
    (p) => {
      p.indices ??= emptyIndices(p.timeline);
      fillIndices(p.a, p.indices);
    },
  ),
  step(
    "law",
    [
      "horizontal.contention",
      "horizontal.coherency",
      "horizontal.cell_limit",
      "horizontal.overhead_share",
      "horizontal.spare",
      "horizontal.min_nodes",
      "horizontal.zones",
      "capacity.base_memory",
    ],
    [],
    (p) => {
      p.law = clusterLaw(p.a);
    },
  ),
  step("ladder", ["share", "vertical.*", "server.*", "license.*", "hardware.*", "capacity.dwell_months", "shard.max_tb"], [], (p) => {
    p.ladder =
      p.centralShare === 0 ? undefined : centralLadder(p.a, ladderFor(p.a, "vertical", p.reference).shapes, licensesOf(p.a, "vertical"));
  }),
  {
    id: "central",
    from: (a) => [
      "share",
      "ladder",
      "data",
      "load",
      ...NEED_KEYS,
      ...SHARD_KEYS,
      ...CENTRAL_KEYS,
      "hardware.*",
      "capacity.lead_months",
      ...(weighsPrices(a) ? ["indices", ...PRICE_KEYS] : []),
    ],
    shows: ["servers", "shards"],
    fill: (p, pool) => {
      const plan = central(p, pool);
      p.central = plan && !isInfeasible(plan) ? plan : undefined;
      return plan && isInfeasible(plan) ? plan : undefined;
    },
  },
  {
    id: "distributed",
    from: () => [
      "share",
      "global",
      "volume",
      "places",
      "data",
      "load",
      "indices",
      "law",
      ...NEED_KEYS,
      ...NODE_KEYS,
      ...PRICE_KEYS,
      "horizontal.*",
      "demand.peak_to_mean",
    ],
    shows: ["servers", "nodes"],
    fill: (p, pool) => {
      const plan = distributed(p, pool);
      p.distributed = plan && !isInfeasible(plan) ? plan : undefined;
      return plan && isInfeasible(plan) ? plan : undefined;
    },
  },
  {
    ...step("totals", ["share", "data", "load", "law", "central", "distributed"], TOTALS_LINES, (p, pool) => {
      p.totals = planTotals(p, p, pool);
    }),
    neededBy: TOTALS_LINES,
  },
  {
    ...step("fill", ["share", "data", "load", "law", "central", "distributed"], ["utilization"], (p, pool) => {
      p.fill = planFill(p, p, pool);
    }),
    neededBy: ["utilization"],
  },
  step(
    "links",
    [
      "share",
      "places",
      "load",
      "wan.*",
      "demand.kb_per_tx",
      "demand.read_share",
      "horizontal.remote_read_share",
      "horizontal.global_share",
    ],
    ["link_mbps"],
    (p, pool) => {
      p.links = linkNeeds(p, p, pool);
    },
  ),
  step(
    "transfer",
    ["share", "global", "places", "load", "demand.read_share", "vertical.dr_share", "transfer.*", "horizontal.remote_read_share"],
    ["transfer_gb"],
    (p, pool) => {
      p.transfer = transferNeeds(p, p, pool);
    },
  ),
  step("staffing", ["share"], [], (p, pool) => {
    p.staffing = staffingOf(p.a, p, pool);
  }),
];
