import { parseKey } from "./keys";
import { PLAN_STEPS } from "./planSteps";
import type { LineDefinition } from "./lines";
import type { Assumptions } from "./resolved";

/** What has to be computed again when a key changes: a bit for each of the plan's steps and of its lines, by index. */
export interface Dependents {
  readonly steps: Uint32Array;
  readonly lines: Uint32Array;
}

const WORD_BITS = 32;

/** Room for the dependents of keys: none yet. */
export function noDependents(lines: number): Dependents {
  return { steps: new Uint32Array(Math.ceil(PLAN_STEPS.length / WORD_BITS)), lines: new Uint32Array(Math.ceil(lines / WORD_BITS)) };
}

/** Whether the bit of an index is set. */
export function isMarked(bits: Uint32Array, index: number): boolean {
  return ((bits[index >>> 5] >>> (index & (WORD_BITS - 1))) & 1) === 1;
}

function mark(bits: Uint32Array, index: number): void {
  bits[index >>> 5] |= 1 << (index & (WORD_BITS - 1));
}

const ANY_KEY = "*";

/** Whether a list of sources names a key: by itself, by its row of the catalogue, or by what it starts with. */
function namesKey(from: readonly string[], key: string, pattern: string): boolean {
  return from.some(
    (source) =>
      source === key || source === pattern || source === ANY_KEY || (source.endsWith("*") && pattern.startsWith(source.slice(0, -1))),
  );
}

/**
 * What depends on a key, by what steps and lines say that they read. A line that shows a step depends on what the step does; the others on
 * the keys and lines that they name, and on the lines that those name.
 */
export function dependentsOf(a: Assumptions, definitions: readonly LineDefinition[], key: string): Dependents {
  const pattern = parseKey(key)?.pattern ?? key;
  const changed = new Set<string>();
  PLAN_STEPS.forEach(({ id, from }) => {
    const sources = from(a);
    if (namesKey(sources, key, pattern) || sources.some((source) => changed.has(source))) changed.add(id);
  });
  const lines = new Map(definitions.map((definition) => [definition.id, definition] as const));
  const known = new Map<string, boolean>();
  const moves = (id: string): boolean => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, false);
    const showing = PLAN_STEPS.filter(({ shows }) => shows.includes(id));
    const { from } = lines.get(id) ?? { from: [] };
    const result =
      showing.length > 0
        ? showing.some((step) => changed.has(step.id))
        : namesKey(from, key, pattern) || from.some((source) => lines.has(source) && moves(source));
    known.set(id, result);
    return result;
  };
  const dependents = noDependents(definitions.length);
  PLAN_STEPS.forEach(({ id }, index) => changed.has(id) && mark(dependents.steps, index));
  definitions.forEach(({ id }, index) => moves(id) && mark(dependents.lines, index));
  return dependents;
}

/** The lines that some lines are computed from, with those lines themselves. */
export function withSources(definitions: readonly LineDefinition[], wanted: readonly string[]): ReadonlySet<string> {
  const lines = new Map(definitions.map((definition) => [definition.id, definition] as const));
  const needed = new Set<string>();
  const need = (id: string): void => {
    const line = lines.get(id);
    if (!line || needed.has(id)) return;
    needed.add(id);
    line.from.forEach(need);
  };
  wanted.forEach(need);
  return needed;
}
