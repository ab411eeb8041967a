import { centralLadder } from "../search/centralLadder";
import { planDistributed } from "../search/distributed";
import { ladderFactor, ladderFor } from "../capacity/ladder";
import { licensesOf } from "../capacity/licenses";
import { licensingOf } from "../capacity/licensing";
import { clusterLaw } from "../capacity/nodes";
import type { Infeasibility } from "../search/plan";
import { isInfeasible } from "../search/plan";
import { planCentral } from "../search/central";
import { setDeals } from "../demand/demand";
import { integrationMonths } from "../demand/deals";
import type { IntegrationPace } from "../demand/deals";
import type { PlanDraft } from "./draft";
import type { Architecture } from "./setting";
import type { Assumptions } from "../catalogue/resolved";
import type { Slice } from "../search/slice";
import { scaledSeries } from "../series";
import type { SeriesPool } from "../series";
import { CENTRAL_KEYS, DEAL_KEYS, NEED_KEYS, OWNED_KEYS, PRICE_KEYS, SHARD_KEYS } from "./sources";

/** A part of planning that can be done again by itself when something that it reads has changed. */
export interface PlanStep {
  readonly id: string;
  /** Keys, entries and lines that it may read, and other steps as `step:` and their name. */
  readonly reads: readonly string[];
  /** Those that it reads in a scenario; all of them when undefined. */
  readonly readsIn?: (a: Assumptions) => readonly string[];
  /** Lines by which a reader knows what it finds; none where those are the keys that it reads. */
  readonly shownBy: readonly string[];
  /**
   * That it weighs candidates by the cost lines that follow from it: then it reads all that those are computed from. What it names is computed first, and
   * tells which candidates can still win.
   */
  readonly weighs?: readonly string[];
  /** Whether it does so in a scenario; always when undefined. */
  readonly isWeighing?: (a: Assumptions) => boolean;
  /** Fills its part of the plan and its series; an Infeasibility when no server meets the demand. */
  readonly fill: (draft: PlanDraft, pool: SeriesPool, slice: Slice) => Infeasibility | undefined;
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

/** The central part; it does not exist without a share of the load. */
function central(p: PlanDraft, pool: SeriesPool, slice: Slice): Infeasibility | undefined {
  if (!p.ladder) return undefined;
  const { tpsPeak, tb } = p.demand;
  const workload = { peakTps: scaledSeries(tpsPeak, p.centralShare, pool), tb: scaledSeries(tb, p.centralShare, pool) };
  return planCentral(p, workload, p.ladder, { licenses: licensesOf(p.a, "vertical"), pool, slice });
}

function step(id: string, reads: readonly string[], fill: (draft: PlanDraft, pool: SeriesPool) => void): PlanStep {
  return {
    id,
    reads,
    shownBy: [],
    fill: (draft, pool) => {
      fill(draft, pool);
      return undefined;
    },
  };
}

const INDICES = ["cloud_price_index", "hardware_price_index", "wage_index", "license_price_index", "inflation_index"];

/** What decides which servers are large enough. */
const SERVERS_THAT_FIT = [
  "step:share",
  "step:ladder",
  "tps_peak",
  "tb",
  ...NEED_KEYS,
  ...SHARD_KEYS,
  ...CENTRAL_KEYS,
  "hardware.*",
  "capacity.lead_months",
];

/** What prices are weighed with, beside rents, which rank servers as they are. */
const PRICES = [...INDICES, "volume", "sites", "regions", ...PRICE_KEYS];

/** What the choice of central servers and shards reads in a scenario. */
function centralReads(a: Assumptions): readonly string[] {
  const isOwned = a["vertical.hosting"] === "owned";
  if (!isOwned && a.licenses.length === 0) return SERVERS_THAT_FIT;
  return [...SERVERS_THAT_FIT, ...PRICES, ...(isOwned ? OWNED_KEYS : [])];
}

/** The steps of planning. The ledger orders them, among entries and lines, by what they read. */
export const PLAN_STEPS: readonly PlanStep[] = [
  step("share", ["hybrid.central_share"], (p) => {
    p.centralShare = centralShareOf(p.a, p.architecture);
  }),
  step("deals", ["step:share", ...DEAL_KEYS], (p) => setDeals(p.a, p.timeline, integrationPace(p), p.demand)),
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
    reads: [...SERVERS_THAT_FIT, ...PRICES, ...OWNED_KEYS],
    readsIn: centralReads,
    weighs: [],
    isWeighing: (a) => a["shard.when"] === "cheaper",
    shownBy: ["servers", "shards"],
    fill: (p, pool, slice) => {
      p.central = undefined;
      const problem = central(p, pool, slice);
      if (problem) p.central = undefined;
      return problem;
    },
  },
  {
    id: "distributed",
    reads: [
      "step:share",
      "step:law",
      "step:central",
      "cores_needed.region",
      "memory_needed.region",
      "storage_needed.region",
      "iops_needed.region",
      "regions",
      "horizontal.hosting",
      "horizontal.servers",
      "horizontal.replication",
      "server.*",
      "license.*",
      "cloud.commitment",
    ],
    weighs: ["nodes", "nodes_billed"],
    shownBy: ["nodes"],
    fill: (p, pool, slice) => {
      p.distributed = undefined;
      if (p.centralShare === 1) return undefined;
      const plan = planDistributed(p, slice, pool);
      p.distributed = isInfeasible(plan) ? undefined : plan;
      if (!isInfeasible(plan)) return undefined;
      return { ...plan, events: (p.central?.events ?? []).filter(({ month }) => month < plan.month) };
    },
  },
  step("licensing", ["step:share", "vertical.hosting", "horizontal.hosting", "license.*.applies", "license.*.metric"], (p) => {
    p.licensing = licensingOf(p.a, { central: p.centralShare > 0, distributed: p.centralShare < 1 });
  }),
];
