import { emptyDemand } from "./demand/demand";
import { dependentsOf, withSources } from "./dependents";
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
  /** Says that the number of a key has changed. */
  readonly changed: (key: string) => void;
}

/** What a projector keeps from one projection to the next. */
interface Kept {
  readonly plan: PlanDraft;
  readonly pools: readonly SeriesPool[];
  /** 1 where a step has to be filled again. */
  readonly staleSteps: Uint8Array;
  /** Lines that are asked for; all when undefined. */
  readonly wanted: readonly string[] | undefined;
  lines: KeptLines | undefined;
}

interface KeptLines {
  readonly ledger: PlanLedger;
  /** 1 where a line has to be computed again. */
  readonly stale: Uint8Array;
  /** Indices of the lines that are computed at all, in order, and of the steps. */
  readonly needed: readonly number[];
  readonly neededSteps: readonly number[];
  readonly dependents: Map<string, Dependents>;
}

/** What of a projection is asked for. */
export interface Projected {
  /** Ids of lines: stock lines that neither those nor a cost line is computed from are left as they were. All lines when undefined. */
  readonly wanted?: readonly string[] | undefined;
  /** The months in which the architecture is in service; all when undefined. */
  readonly service?: Service | undefined;
}

/** A projector of a scenario under an architecture. */
export function projector(a: Assumptions, architecture: Architecture, reference: Reference, projected: Projected = {}): Projector {
  const { wanted, service } = projected;
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const kept: Kept = {
    plan: { a, architecture, reference, timeline, service, demand: emptyDemand(timeline.months) } as PlanDraft,
    pools: PLAN_STEPS.map(() => seriesPool(timeline.months)),
    staleSteps: new Uint8Array(PLAN_STEPS.length).fill(1),
    wanted,
    lines: undefined,
  };
  return { projection: () => projectionOf(kept), changed: (key) => markStale(kept, key) };
}

function markStale({ plan, staleSteps, lines }: Kept, key: string): void {
  if (!lines) {
    // No projection has been feasible yet, so what depends on what is not known.
    staleSteps.fill(1);
    return;
  }
  let dependents = lines.dependents.get(key);
  if (!dependents) lines.dependents.set(key, (dependents = dependentsOf(plan.a, lines.ledger.definitions, key)));
  for (const step of dependents.steps) staleSteps[step] = 1;
  for (const line of dependents.lines) lines.stale[line] = 1;
}

const EVERY_STEP = PLAN_STEPS.map((_, index) => index);

function projectionOf(kept: Kept): Projection {
  const { plan, pools, staleSteps } = kept;
  for (const index of kept.lines?.neededSteps ?? EVERY_STEP) {
    if (staleSteps[index] === 0) continue;
    pools[index].reset();
    const infeasibility = PLAN_STEPS[index].fill(plan, pools[index]);
    if (infeasibility) return { feasible: false, architecture: plan.architecture, timeline: plan.timeline, infeasibility };
    staleSteps[index] = 0;
  }
  const lines = kept.lines && isLedgerOf(kept.lines.ledger, plan) ? kept.lines : newLines(kept);
  kept.lines = lines;
  computeStale(lines);
  return lines.ledger.projection;
}

function newLines({ plan, wanted }: Kept): KeptLines {
  const ledger = emptyLedger(plan);
  const { definitions, components } = ledger;
  const ids = definitions.map(({ id }) => id);
  const needed = withSources(definitions, wanted ? [...wanted, ...components.map(({ id }) => id)] : ids);
  return {
    ledger,
    stale: new Uint8Array(definitions.length).fill(1),
    needed: ids.flatMap((id, index) => (needed.has(id) ? [index] : [])),
    neededSteps: EVERY_STEP.filter((index) => !PLAN_STEPS[index].onlyShown || PLAN_STEPS[index].shows.some((id) => needed.has(id))),
    dependents: new Map(),
  };
}

function computeStale({ ledger, stale, needed }: KeptLines): void {
  let costsChanged = false;
  for (const index of needed) {
    if (stale[index] === 0) continue;
    writeLine(ledger, index);
    stale[index] = 0;
    costsChanged ||= index >= ledger.firstCost;
  }
  if (costsChanged) writeTotal(ledger);
}
