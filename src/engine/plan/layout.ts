import { parseKey } from "../catalogue/keys";
import type { Assumptions } from "../catalogue/resolved";
import { KEY_PREFIX } from "../model/computation";
import { idsAfter, idsBetween, readsOfSlice } from "../search/slice";
import type { Reading } from "../search/slice";
import { PLAN_STEPS } from "./steps";
import type { PlanStep } from "./steps";

/** In which order the parts of a ledger are computed, and what its steps weigh. */
export interface Layout {
  /** The steps of planning, with all that they read. */
  readonly steps: readonly Reading[];
  /** Indices into the steps followed by what else is computed, each after those that it reads. */
  readonly order: readonly number[];
  /** For each step: what it weighs its candidates by, and what of the plan a later step has still to find. */
  readonly slices: readonly Weighed[];
}

interface Weighed {
  readonly ids: ReadonlySet<string>;
  readonly unknown: ReadonlySet<string>;
}

/** All that a layout follows from. */
interface Structure {
  readonly steps: readonly Reading[];
  readonly isWeighing: readonly boolean[];
  readonly computed: readonly Reading[];
  readonly costs: readonly string[];
}

/** The layouts found last, the newest first: a plan is projected again and again, and most plans have one of a few structures. */
const recent: { readonly structure: Structure; readonly layout: Layout }[] = [];
const KEPT = 8;

/** The layout of what is computed in a scenario, with the steps of planning; `costs` are the ids of the cost lines that count. */
export function layoutOf(a: Assumptions, computed: readonly Reading[], costs: readonly string[]): Layout {
  const structure: Structure = {
    steps: PLAN_STEPS.map((step) => stepReading(a, step)),
    isWeighing: PLAN_STEPS.map(({ weighs, isWeighing }) => weighs !== undefined && isWeighing?.(a) !== false),
    computed,
    costs,
  };
  const known = recent.find((each) => isSame(each.structure, structure));
  if (known) return known.layout;
  const layout = newLayout(structure);
  // Without what else the parts hold: a plan and its series.
  recent.unshift({ structure: { ...structure, computed: computed.map(({ ids, reads }) => ({ ids, reads })) }, layout });
  recent.length = Math.min(recent.length, KEPT);
  return layout;
}

/** A step as it reads by itself. It reads entries; hardware.maintenance is to it the key, not the line of the same name. */
function stepReading(a: Assumptions, { id, reads, readsIn = () => reads }: PlanStep): Reading {
  return { ids: [`step:${id}`], reads: readsIn(a).map((read) => (parseKey(read) ? KEY_PREFIX + read : read)) };
}

function isSame(one: Structure, other: Structure): boolean {
  return (
    one.computed.length === other.computed.length &&
    areSame(one.costs, other.costs) &&
    areSame(one.isWeighing, other.isWeighing) &&
    one.steps.every((step, i) => areSame(step.reads, other.steps[i].reads)) &&
    one.computed.every(({ ids, reads }, i) => areSame(ids, other.computed[i].ids) && areSame(reads, other.computed[i].reads))
  );
}

function areSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((each, i) => each === other[i]));
}

function newLayout(structure: Structure): Layout {
  const { computed } = structure;
  const slices = PLAN_STEPS.map((step, at) => weighedBy(structure, step, at));
  const steps = structure.steps.map(({ ids, reads }, at) => {
    const weighed = readsOfSlice(computed, ids[0], slices[at].ids).filter((read) => !slices[at].unknown.has(read));
    return { ids, reads: [...reads, ...weighed] };
  });
  return { steps, slices, order: inOrder([...steps, ...computed]) };
}

const NOTHING: ReadonlySet<string> = new Set();

function weighedBy({ computed, costs, isWeighing, steps }: Structure, { id }: PlanStep, at: number): Weighed {
  if (!isWeighing[at]) return { ids: NOTHING, unknown: NOTHING };
  const later = PLAN_STEPS.flatMap(({ reads }, index) => (reads.includes(`step:${id}`) ? steps[index].ids : []));
  return {
    ids: idsBetween(computed, `step:${id}`, new Set(costs)),
    unknown: new Set(later.flatMap((each) => [...idsAfter(computed, each)])),
  };
}

/** Indices of parts in an order in which each is after those that it reads. */
function inOrder(parts: readonly Reading[]): readonly number[] {
  const byId = new Map(parts.flatMap(({ ids }, index) => ids.map((id) => [id, index] as const)));
  const sorted = new Set<number>();
  const begun = new Set<number>();
  const add = (index: number): void => {
    if (sorted.has(index)) return;
    const { ids, reads } = parts[index];
    if (begun.has(index)) throw new Error(`${ids.join(", ")} is computed from itself.`);
    begun.add(index);
    for (const read of reads) {
      const other = byId.get(read);
      if (other !== undefined && other !== index) add(other);
    }
    sorted.add(index);
  };
  parts.forEach((_, index) => {
    add(index);
  });
  return [...sorted];
}
