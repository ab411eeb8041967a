/** What follows from a choice of the plan: the cost lines by which its candidates are weighed, and all that stands between. */

/** What is computed, and what it reads. */
export interface Reading {
  readonly ids: readonly string[];
  readonly reads: readonly string[];
}

/** The same as it computes itself. */
interface Computing extends Reading {
  /** Whether all its months are 0, whatever the parts that it reads. */
  readonly isZero?: (() => boolean) | undefined;
  readonly compute: () => unknown;
}

/** The cost lines that follow from a choice, and the entries between. */
export interface Slice {
  /** Begins a search: what is 0 for every candidate is computed once, and what a later step finds counts as nothing. */
  readonly begin: () => void;
  /**
   * What a candidate costs, once the plan has it: the undiscounted sum, over the months in service, of every cost line that counts in the total and
   * follows from the choice. Infinity for one that cannot win, as told once what comes first is computed.
   */
  readonly cost: (canWin?: () => boolean) => number;
  /** Whether something follows from the choice. */
  readonly has: (id: string) => boolean;
}

/** Ids of what is computed from a step of planning. */
export function idsAfter(parts: readonly Reading[], step: string): ReadonlySet<string> {
  const following = new Set([step]);
  const adds = ({ ids, reads }: Reading): boolean => !following.has(ids[0]) && reads.some((read) => following.has(read));
  for (let found = parts.filter(adds); found.length > 0; found = parts.filter(adds))
    for (const { ids } of found) for (const id of ids) following.add(id);
  following.delete(step);
  return following;
}

/** Ids of what is computed from a step of planning and leads to a cost line. */
export function idsBetween(parts: readonly Reading[], step: string, costs: ReadonlySet<string>): ReadonlySet<string> {
  const following = idsAfter(parts, step);
  const leading = new Set<string>();
  const lead = (id: string): void => {
    if (leading.has(id) || !following.has(id)) return;
    for (const { ids, reads } of parts.filter((part) => part.ids.includes(id))) {
      for (const each of ids) leading.add(each);
      reads.forEach(lead);
    }
  };
  costs.forEach(lead);
  return leading;
}

/** What the candidates of a choice are weighed from: what the parts between it and its cost lines read, beside each other and the choice. */
export function readsOfSlice(parts: readonly Reading[], step: string, ids: ReadonlySet<string>): readonly string[] {
  const reads = parts.filter((part) => ids.has(part.ids[0])).flatMap((part) => part.reads);
  return [...new Set(reads)].filter((read) => read !== step && !ids.has(read));
}

/**
 * The slice of parts in their order: those that some ids need come first; `costs` are the months of the cost lines that count, by id. What a later step
 * has still to find is forgotten at the beginning.
 */
export function sliceOf(
  parts: readonly Computing[],
  ids: ReadonlySet<string>,
  first: readonly string[],
  costs: ReadonlyMap<string, Float64Array>,
  forgetUnknown: () => void,
): Slice {
  const own = parts.filter((part) => ids.has(part.ids[0]));
  const needed = new Set(first);
  for (const part of [...own].reverse()) if (part.ids.some((id) => needed.has(id))) part.reads.forEach((read) => needed.add(read));
  const isFirst = ({ ids: [id] }: Computing): boolean => needed.has(id);
  const ordered = [...own.filter(isFirst), ...own.filter((part) => !isFirst(part))];
  const firstParts = own.filter(isFirst).length;
  const lines = ordered.map((part) => part.ids.flatMap((id) => costs.get(id) ?? []));
  const isVaried = new Uint8Array(ordered.length);
  return {
    begin: () => {
      forgetUnknown();
      for (let i = 0; i < ordered.length; i++) {
        isVaried[i] = ordered[i].isZero?.() ? 0 : 1;
        if (isVaried[i] === 0) ordered[i].compute();
      }
    },
    cost: (canWin) => {
      let cost = 0;
      for (let i = 0; i < ordered.length; i++) {
        if (i === firstParts && canWin?.() === false) return Infinity;
        if (isVaried[i] === 0) continue;
        ordered[i].compute();
        for (let line = 0; line < lines[i].length; line++) cost += sumOf(lines[i][line]);
      }
      return cost;
    },
    has: (id) => ids.has(id),
  };
}

function sumOf(months: Float64Array): number {
  let sum = 0;
  for (let m = 0; m < months.length; m++) sum += months[m];
  return sum;
}
