import { centralLadder } from "./capacity/centralLadder";
import { planDistributed } from "./capacity/horizontal";
import { ladderFactor, ladderFor } from "./capacity/ladder";
import { licensesOf } from "./capacity/licenses";
import { licensingOf } from "./capacity/licensing";
import type { Workload } from "./capacity/need";
import { KNOWN_BEFORE_NODES, KNOWN_BEFORE_SERVERS, nodePeople } from "./capacity/nodePeople";
import { clusterLaw } from "./capacity/nodes";
import type { CentralPlan, DistributedPlan, Infeasibility } from "./capacity/plan";
import { isInfeasible } from "./capacity/plan";
import { planFill } from "./capacity/planFill";
import { globalShareOf } from "./capacity/regionNeed";
import { planTotals } from "./capacity/totals";
import { planCentral } from "./capacity/vertical";
import { setDeals } from "./demand/demand";
import { integrationMonths } from "./demand/deals";
import type { IntegrationPace } from "./demand/deals";
import type { DemandDraft } from "./demand/demand";
import { DRIVER_LINES } from "./drivers";
import type { Plan } from "./lines";
import type { Architecture } from "./planSetting";
import type { Assumptions } from "./resolved";
import type { SeriesPool } from "./series";
import { CENTRAL_KEYS, DEAL_KEYS, NEED_KEYS, NODE_KEYS, OWNED_KEYS, PEOPLE_KEYS, PRICE_KEYS, SHARD_KEYS, SPLIT_KEYS } from "./sources";

/** A plan while its steps fill it. */
export type PlanDraft = { -readonly [K in keyof Plan]: Plan[K] } & { demand: DemandDraft };

/** A part of planning that can be done again by itself when something that it reads has changed. */
export interface PlanStep {
  readonly id: string;
  /** Keys, entries and lines that it reads, and other steps as `step:` and their name. */
  readonly from: (a: Assumptions) => readonly string[];
  /** Stock lines that show what it fills, and nothing else. */
  readonly shows: readonly string[];
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
  return planCentral(p, workloadOf(p, p.centralShare, pool), p.ladder, licensesOf(p.a, "vertical"), pool);
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
    priceFactor: ladderFactor(p.a, "horizontal", p.reference),
    people: nodePeople(p, p.central, pool),
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

/** What the choice of central servers and shards weighs beside rents, which rank the servers as they are. */
function centralPrices(a: Assumptions): readonly string[] {
  const isCheaper = a["shard.when"] === "cheaper";
  const isOwned = a["vertical.hosting"] === "owned";
  if (!isCheaper && !isOwned && a.licenses.length === 0) return [];
  return [
    ...[...INDICES, "volume", "sites", "regions", ...PRICE_KEYS],
    ...(isOwned ? OWNED_KEYS : []),
    ...(isCheaper ? [...SPLIT_KEYS, ...PEOPLE_KEYS, ...driversAmong(a, KNOWN_BEFORE_SERVERS)] : []),
  ];
}

const TOTALS_LINES = [
  "need.cores",
  "need.memory_gib",
  "need.storage_tb",
  "need.iops",
  "capacity.cores",
  "capacity.memory_gib",
  "capacity.storage_tb",
];

const INDICES = [
  "cloud_price_index",
  "hardware_price_index",
  "wage_index",
  "license_price_index",
  "license_price_index_left",
  "inflation_index",
];

/** What drives roles: keys, and of lines those that are known. */
function driversAmong(a: Assumptions, known: readonly string[]): readonly string[] {
  return a.roles
    .map(({ driver }) => driver)
    .filter((driver) => known.includes(driver) || !(DRIVER_LINES as readonly string[]).includes(driver));
}

/** The steps of planning. The ledger orders them, among entries and lines, by what they read. */
export const PLAN_STEPS: readonly PlanStep[] = [
  step("share", ["hybrid.central_share"], [], (p) => {
    p.centralShare = centralShareOf(p.a, p.architecture);
  }),
  step("global", ["step:share", "horizontal.global_share"], [], (p) => {
    p.globalShare = globalShareOf(p.a, p.centralShare);
  }),
  step("deals", ["step:share", ...DEAL_KEYS], [], (p) => setDeals(p.a, p.timeline, integrationPace(p), p.demand)),
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
  step(
    "ladder",
    [
      "step:share",
      "vertical.*",
      "server.*",
      "license.*",
      "capacity.dwell_months",
      "shard.max_tb",
      "hardware.price_change",
      "cloud.price_change",
    ],
    [],
    (p) => {
      p.ladder =
        p.centralShare === 0
          ? undefined
          : centralLadder(
              p.a,
              ladderFor(p.a, "vertical", p.reference).shapes,
              licensesOf(p.a, "vertical"),
              ladderFactor(p.a, "vertical", p.reference),
            );
    },
  ),
  {
    id: "central",
    from: (a) => [
      "step:share",
      "step:ladder",
      "tps_peak",
      "tb",
      ...NEED_KEYS,
      ...SHARD_KEYS,
      ...CENTRAL_KEYS,
      "hardware.*",
      "capacity.lead_months",
      ...centralPrices(a),
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
    from: (a) => [
      "step:share",
      "step:global",
      "volume",
      "sites",
      "regions",
      "tps_peak",
      "tb",
      ...INDICES,
      "step:law",
      ...NEED_KEYS,
      "step:central",
      ...NODE_KEYS,
      ...PRICE_KEYS,
      ...PEOPLE_KEYS,
      // A role can follow a key of any name; what it follows of the nodes themselves is found here.
      ...driversAmong(a, KNOWN_BEFORE_NODES),
      "horizontal.*",
      "demand.peak_to_mean",
    ],
    shows: ["servers", "nodes"],
    fill: (p, pool) => {
      const plan = distributed(p, pool);
      p.distributed = plan && !isInfeasible(plan) ? plan : undefined;
      if (!plan || !isInfeasible(plan)) return undefined;
      return { ...plan, events: (p.central?.events ?? []).filter(({ month }) => month < plan.month) };
    },
  },
  step("totals", ["step:share", "tps_peak", "tb", "step:law", "step:central", "step:distributed"], TOTALS_LINES, (p, pool) => {
    p.totals = planTotals(p, p, pool);
  }),
  step("fill", ["step:share", "tps_peak", "tb", "step:law", "step:central", "step:distributed"], ["utilization"], (p, pool) => {
    p.fill = planFill(p, p, pool);
  }),
  step("licensing", ["step:share", "vertical.hosting", "horizontal.hosting", "license.*.applies", "license.*.metric"], [], (p) => {
    p.licensing = licensingOf(p.a, { central: p.centralShare > 0, distributed: p.centralShare < 1 });
  }),
];
