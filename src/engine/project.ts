import { priceIndices } from "./capacity/indices";
import { planDistributed } from "./capacity/horizontal";
import { ladderFor } from "./capacity/ladder";
import { licensesOf } from "./capacity/licenses";
import { clusterLaw } from "./capacity/nodes";
import type { Workload } from "./capacity/need";
import { isInfeasible } from "./capacity/plan";
import type { CentralPlan, DistributedPlan, Infeasibility } from "./capacity/plan";
import { globalShareOf } from "./capacity/regionNeed";
import { planTotals } from "./capacity/totals";
import { planCentral } from "./capacity/vertical";
import { linkNeeds } from "./capacity/links";
import { staffingOf } from "./capacity/people";
import { transferNeeds } from "./capacity/transfer";
import { demandOf } from "./demand/demand";
import { computeLedger } from "./ledger";
import type { Plan, Projection } from "./lines";
import type { Architecture, PlanParts, PlanSetting } from "./planSetting";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { seriesPool } from "./series";
import type { SeriesPool } from "./series";
import { timelineOf } from "./timeline";
import { MONTHS_PER_YEAR } from "./units";

/** Share of load and data that an architecture keeps central. */
export function centralShareOf(a: Assumptions, architecture: Architecture): number {
  if (architecture === "hybrid") return a["hybrid.central_share"];
  return architecture === "vertical" ? 1 : 0;
}

/**
 * The projection of a scenario under an architecture: its stock and cost lines month by month, in the unit of each line; or, when no plan carries
 * the demand, the month and dimension in which it fails.
 *
 * The series of the projection come from the pool, which has to be of the plan's months; they hold until the pool is reset.
 * @throws {ModelError} when a formula of the scenario cannot be read or gives no number.
 */
export function project(
  a: Assumptions,
  architecture: Architecture,
  reference: Reference,
  pool: SeriesPool = seriesPool(a["plan.years"] * MONTHS_PER_YEAR),
): Projection {
  const setting = settingOf(a, architecture, reference, pool);
  const { timeline } = setting;
  const central = centralPart(setting, pool);
  const distributed = distributedPart(setting, pool);
  if (central && isInfeasible(central)) return { feasible: false, architecture, timeline, infeasibility: central };
  if (distributed && isInfeasible(distributed)) return { feasible: false, architecture, timeline, infeasibility: distributed };
  return computeLedger(pool, planOf(setting, { central, distributed }, pool));
}

function settingOf(a: Assumptions, architecture: Architecture, reference: Reference, pool: SeriesPool): PlanSetting {
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const centralShare = centralShareOf(a, architecture);
  return {
    a,
    reference,
    timeline,
    architecture,
    centralShare,
    demand: demandOf(a, timeline, centralShare, pool),
    indices: priceIndices(a, timeline, pool),
    law: clusterLaw(a),
    globalShare: globalShareOf(a, centralShare),
  };
}

function planOf(setting: PlanSetting, parts: PlanParts, pool: SeriesPool): Plan {
  return {
    a: setting.a,
    reference: setting.reference,
    timeline: setting.timeline,
    architecture: setting.architecture,
    centralShare: setting.centralShare,
    demand: setting.demand,
    indices: setting.indices,
    law: setting.law,
    globalShare: setting.globalShare,
    central: parts.central,
    distributed: parts.distributed,
    totals: planTotals(setting, parts, pool),
    links: linkNeeds(setting, parts, pool),
    transfer: transferNeeds(setting, parts, pool),
    staffing: staffingOf(setting.a, parts, pool),
  };
}

function scaled(values: Float64Array, share: number, pool: SeriesPool): Float64Array {
  const out = pool.take();
  for (let m = 0; m < out.length; m++) out[m] = values[m] * share;
  return out;
}

function workloadOf({ demand }: PlanSetting, share: number, pool: SeriesPool): Workload {
  return { peakTps: scaled(demand.tpsPeak, share, pool), tb: scaled(demand.tb, share, pool) };
}

/** A part without a share of the load does not exist. */
function centralPart(s: PlanSetting, pool: SeriesPool): CentralPlan | Infeasibility | undefined {
  if (s.centralShare === 0) return undefined;
  const { shapes } = ladderFor(s.a, "vertical", s.reference);
  return planCentral(s.a, workloadOf(s, s.centralShare, pool), shapes, licensesOf(s.a, "vertical"), s.indices, pool);
}

function distributedPart(s: PlanSetting, pool: SeriesPool): DistributedPlan | Infeasibility | undefined {
  if (s.centralShare === 1) return undefined;
  const share = 1 - s.centralShare;
  const { law, indices, globalShare } = s;
  const { regions, sites, volume } = s.demand;
  const setting = { workload: workloadOf(s, share, pool), regions, sites, volume: scaled(volume, share, pool), globalShare, law, indices };
  return planDistributed(s.a, setting, ladderFor(s.a, "horizontal", s.reference).shapes, licensesOf(s.a, "horizontal"), pool);
}
