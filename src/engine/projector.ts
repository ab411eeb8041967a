import type { Infeasibility } from "./capacity/plan";
import { emptyDemand } from "./demand/demand";
import { dependentsOf, isMarked, noDependents, withSources } from "./dependents";
import type { Dependents } from "./dependents";
import { emptyLedger, isLedgerOf, writeLine, writeTotal } from "./ledger";
import type { PlanLedger } from "./ledger";
import type { Projection } from "./lines";
import { PLAN_STEPS } from "./planSteps";
import type { PlanDraft } from "./planSteps";
import type { Architecture, Service } from "./planSetting";
import type { Reference } from "./reference";
import type { Assumptions } from "./resolved";
import { seriesPool } from "./series";
import type { SeriesPool } from "./series";
import { timelineOf } from "./timeline";

/**
 * Projects a scenario under an architecture again and again while its numbers change: what no changed key touches is not computed anew, and
 * every series is written into the same room.
 */
export interface Projector {
  /** The projection of the numbers as they are; the one before is lost. */
  readonly projection: () => Projection;
  /** Says that the number of a key has changed, by its place among the keys. */
  readonly changed: (index: number) => void;
}

/** What of a projection is asked for. */
export interface Projected {
  /** Keys whose numbers change. */
  readonly keys?: readonly string[] | undefined;
  /** Ids of lines: stock lines that neither those nor a cost line is computed from are left as they were. All lines when undefined. */
  readonly wanted?: readonly string[] | undefined;
  /** The months in which the architecture is in service; all when undefined. */
  readonly service?: Service | undefined;
}

/** What a projector keeps from one projection to the next. */
interface Kept {
  readonly plan: PlanDraft;
  readonly pools: readonly SeriesPool[];
  readonly keys: readonly string[];
  readonly wanted: readonly string[] | undefined;
  /** 1 for each key that has changed since its dependents were computed. */
  readonly pending: Uint8Array;
  lines: KeptLines | undefined;
}

interface KeptLines {
  readonly ledger: PlanLedger;
  /** Indices of the steps and lines that are computed at all, in order. */
  readonly steps: readonly number[];
  readonly lines: readonly number[];
  /** By key: what depends on it. */
  readonly dependents: (Dependents | undefined)[];
  /** What has to be computed again. */
  readonly stale: Dependents;
}

/** A projector of a scenario under an architecture. */
export function projector(a: Assumptions, architecture: Architecture, reference: Reference, projected: Projected = {}): Projector {
  const { wanted, service, keys = [] } = projected;
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const kept: Kept = {
    plan: { a, architecture, reference, timeline, service, demand: emptyDemand(timeline.months) } as PlanDraft,
    pools: PLAN_STEPS.map(() => seriesPool(timeline.months)),
    keys,
    wanted,
    pending: new Uint8Array(keys.length),
    lines: undefined,
  };
  return {
    projection: () => projectionOf(kept),
    changed: (index) => {
      kept.pending[index] = 1;
    },
  };
}

const EVERY_STEP = PLAN_STEPS.map((_, index) => index);
/** The step that decides which parts the plan has, and with them its lines. */
const PARTS = PLAN_STEPS.findIndex(({ id }) => id === "share");

function projectionOf(kept: Kept): Projection {
  const { plan, pending, lines } = kept;
  if (lines) markStale(kept, lines);
  const infeasibility = planned(kept);
  // What has changed stays pending: all that depends on it is computed when there is a plan again.
  if (infeasibility) return { feasible: false, architecture: plan.architecture, timeline: plan.timeline, infeasibility };
  pending.fill(0);
  if (lines && (!isMarked(lines.stale.steps, PARTS) || isLedgerOf(lines.ledger, plan))) return computed(lines, true);
  return computed((kept.lines = newLines(kept)), false);
}

/** Fills the steps that are stale, or all before the first projection; gives why there is no plan. */
function planned({ plan, pools, lines }: Kept): Infeasibility | undefined {
  for (const index of lines?.steps ?? EVERY_STEP) {
    if (lines && !isMarked(lines.stale.steps, index)) continue;
    pools[index].reset();
    const infeasibility = PLAN_STEPS[index].fill(plan, pools[index]);
    if (infeasibility) return infeasibility;
  }
  return undefined;
}

/** Computes the lines that are stale, or all. */
function computed({ ledger, lines, stale }: KeptLines, onlyStale: boolean): Projection {
  let last = -1;
  for (const index of lines) {
    if (onlyStale && !isMarked(stale.lines, index)) continue;
    writeLine(ledger, index);
    last = index;
  }
  // Cost lines stand last.
  if (last >= ledger.firstCost) writeTotal(ledger);
  return ledger.projection;
}

function newLines({ plan, wanted, keys }: Kept): KeptLines {
  const ledger = emptyLedger(plan);
  const { definitions, components } = ledger;
  const ids = definitions.map(({ id }) => id);
  const needed = withSources(definitions, wanted ? [...wanted, ...components.map(({ id }) => id)] : ids);
  return {
    ledger,
    steps: EVERY_STEP.filter((index) => PLAN_STEPS[index].neededBy?.some((id) => needed.has(id)) ?? true),
    lines: ids.flatMap((id, index) => (needed.has(id) ? [index] : [])),
    dependents: keys.map(() => undefined),
    stale: noDependents(ids.length),
  };
}

/** Marks what depends on the keys that have changed, and nothing else. */
function markStale({ plan, keys, pending }: Kept, { ledger, dependents, stale }: KeptLines): void {
  stale.steps.fill(0);
  stale.lines.fill(0);
  for (let index = 0; index < pending.length; index++) {
    if (pending[index] === 0) continue;
    const { steps, lines } = (dependents[index] ??= dependentsOf(plan.a, ledger.definitions, keys[index]));
    for (let word = 0; word < steps.length; word++) stale.steps[word] |= steps[word];
    for (let word = 0; word < lines.length; word++) stale.lines[word] |= lines[word];
  }
}
