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

/** Indices of the steps and lines that are computed, in order. */
interface Work {
  readonly steps: readonly number[];
  readonly lines: readonly number[];
}

interface KeptLines {
  readonly ledger: PlanLedger;
  /** All work. */
  readonly whole: Work;
  /** By key: what depends on it. */
  readonly dependents: (Dependents | undefined)[];
  /** The work that was done last, and for which keys: the next trial changes the same. */
  readonly lastPending: Uint8Array;
  last: Work;
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
  const { plan, pools, pending, lines } = kept;
  const work = lines && workFor(kept, lines);
  for (const index of work?.steps ?? EVERY_STEP) {
    pools[index].reset();
    const infeasibility = PLAN_STEPS[index].fill(plan, pools[index]);
    // What has changed stays pending: all that depends on it is computed when there is a plan again.
    if (infeasibility) return { feasible: false, architecture: plan.architecture, timeline: plan.timeline, infeasibility };
  }
  if (!lines || (work?.steps[0] === PARTS && !isLedgerOf(lines.ledger, plan))) computeAll(kept);
  else computeLines(lines.ledger, work?.lines ?? []);
  pending.fill(0);
  return kept.lines?.ledger.projection as Projection;
}

function computeAll(kept: Kept): void {
  const lines = newLines(kept);
  kept.lines = lines;
  computeLines(lines.ledger, lines.whole.lines);
}

function computeLines(ledger: PlanLedger, lines: readonly number[]): void {
  for (const index of lines) writeLine(ledger, index);
  // Cost lines stand last.
  if ((lines.at(-1) ?? -1) >= ledger.firstCost) writeTotal(ledger);
}

function newLines({ plan, wanted, keys }: Kept): KeptLines {
  const ledger = emptyLedger(plan);
  const { definitions, components } = ledger;
  const ids = definitions.map(({ id }) => id);
  const needed = withSources(definitions, wanted ? [...wanted, ...components.map(({ id }) => id)] : ids);
  const whole = {
    steps: EVERY_STEP.filter((index) => PLAN_STEPS[index].neededBy?.some((id) => needed.has(id)) ?? true),
    lines: ids.flatMap((id, index) => (needed.has(id) ? [index] : [])),
  };
  return { ledger, whole, dependents: keys.map(() => undefined), lastPending: new Uint8Array(keys.length).fill(2), last: whole };
}

/** The steps and lines that depend on what has changed. */
function workFor({ plan, keys, pending }: Kept, lines: KeptLines): Work {
  const { ledger, whole, dependents, lastPending } = lines;
  if (isSame(pending, lastPending)) return lines.last;
  lastPending.set(pending);
  const steps = new Set<number>();
  const stale = new Set<number>();
  pending.forEach((flag, index) => {
    if (flag === 0) return;
    const found = (dependents[index] ??= dependentsOf(plan.a, ledger.definitions, keys[index]));
    found.steps.forEach((step) => steps.add(step));
    found.lines.forEach((line) => stale.add(line));
  });
  return (lines.last = { steps: whole.steps.filter((step) => steps.has(step)), lines: whole.lines.filter((line) => stale.has(line)) });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
