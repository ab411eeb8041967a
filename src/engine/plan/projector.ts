import { indicesOf } from "../capacity/indices";
import { rolesOf } from "../capacity/people";
import { demandOf } from "../demand/demand";
import { dependentsOf, isMarked, noDependents, withSources } from "./dependents";
import type { Dependents } from "./dependents";
import { emptyLedger, isLedgerOf, writeTotal } from "./ledger";
import type { PlanLedger } from "./ledger";
import type { Projection } from "../lines";
import { BOOKS } from "../model/fleets";
import { emptySeries } from "../model/series";
import { centralShareOf } from "./steps";
import type { PlanDraft } from "./draft";
import type { Architecture, Service } from "./setting";
import type { Reference } from "../catalogue/reference";
import type { Assumptions } from "../catalogue/resolved";
import { timelineOf } from "../timeline";

/**
 * Projects a scenario under an architecture again and again while its numbers change: what no changed key touches is not computed again, and
 * every series is written into the same room.
 */
export interface Projector {
  /** The projection of the numbers as they are; the one before is lost. */
  readonly projection: () => Projection;
  /** Says that the number of a key has changed, by its place among the keys. */
  readonly changed: (index: number) => void;
}

/** The requested lines of a projection. */
export interface Projected {
  /** Keys whose numbers change. */
  readonly keys?: readonly string[] | undefined;
  /** Ids of lines: stock lines that neither those nor a cost line is computed from are left as they were. All lines when undefined. */
  readonly wanted?: readonly string[] | undefined;
  /** The months in which the architecture is in service; all when undefined. */
  readonly service?: Service | undefined;
  /** A node type that is not offered. */
  readonly without?: string | undefined;
}

/** What a projector keeps from one projection to the next. */
interface Kept {
  readonly plan: PlanDraft;
  readonly keys: readonly string[];
  readonly wanted: readonly string[] | undefined;
  /** 1 for each key that has changed since its dependents were computed. */
  readonly pending: Uint8Array;
  computed: KeptParts | undefined;
}

interface KeptParts {
  readonly ledger: PlanLedger;
  /** Indices of the parts that are computed at all, in order. */
  readonly parts: readonly number[];
  /** By key: what depends on it. */
  readonly dependents: (Dependents | undefined)[];
  /** What has to be computed again. */
  readonly stale: Dependents;
  /** Whether all parts have been computed. */
  isComplete: boolean;
}

/** A projector of a scenario under an architecture. */
export function projector(a: Assumptions, architecture: Architecture, reference: Reference, projected: Projected = {}): Projector {
  const { wanted, service, without, keys = [] } = projected;
  const timeline = timelineOf(a["plan.start"], a["plan.years"]);
  const series = emptySeries(timeline.months);
  const kept: Kept = {
    plan: {
      a,
      architecture,
      reference,
      timeline,
      service,
      without,
      series,
      demand: demandOf(series),
      indices: indicesOf(series),
    } as PlanDraft,
    keys,
    wanted,
    pending: new Uint8Array(keys.length),
    computed: undefined,
  };
  return {
    projection: () => projectionOf(kept),
    changed: (index) => {
      kept.pending[index] = 1;
    },
  };
}

function projectionOf(kept: Kept): Projection {
  const { plan, pending } = kept;
  settle(plan);
  if (!kept.computed || !isLedgerOf(kept.computed.ledger, plan)) kept.computed = newParts(kept);
  const { ledger, parts, stale } = kept.computed;
  markStale(kept, kept.computed);
  for (const index of parts) {
    if (kept.computed.isComplete && !isMarked(stale, index)) continue;
    const infeasibility = ledger.parts[index].compute();
    // What has changed stays pending: all that depends on it is computed when there is a plan again.
    if (infeasibility) return { feasible: false, architecture: plan.architecture, timeline: plan.timeline, plan, infeasibility };
  }
  pending.fill(0);
  kept.computed.isComplete = true;
  writeTotal(ledger);
  return ledger.projection;
}

/** What decides which lines a plan has: its parts, and who works for them. */
function settle(plan: PlanDraft): void {
  const share = centralShareOf(plan.a, plan.architecture);
  const isAsBefore = plan.staffing !== undefined && share > 0 === plan.centralShare > 0 && share < 1 === plan.centralShare < 1;
  plan.centralShare = share;
  if (!isAsBefore) plan.staffing = { roles: rolesOf(plan.a, { central: share > 0, distributed: share < 1 }) };
}

function newParts({ plan, wanted, keys }: Kept): KeptParts {
  const ledger = emptyLedger(plan);
  const { components, parts, projection } = ledger;
  const shown = wanted ?? projection.lines.map(({ id }) => id);
  const needed = withSources(parts, [...shown, ...components.map(({ id }) => id), ...BOOKS]);
  return {
    ledger,
    parts: parts.flatMap((part, index) => (part.ids.some((id) => needed.has(id)) ? [index] : [])),
    dependents: keys.map(() => undefined),
    stale: noDependents(parts.length),
    isComplete: false,
  };
}

/** Marks what depends on the keys that have changed, and nothing else. */
function markStale({ plan, keys, pending }: Kept, { ledger, dependents, stale }: KeptParts): void {
  stale.fill(0);
  for (let index = 0; index < pending.length; index++) {
    if (pending[index] === 0) continue;
    const found = (dependents[index] ??= dependentsOf(plan.a, ledger.parts, keys[index]));
    for (let word = 0; word < found.length; word++) stale[word] |= found[word];
  }
}
