import { FOLLOWERS, parseKey } from "../catalogue/keys";
import type { LedgerPart } from "./ledgerPart";
import { KEY_PREFIX } from "../model/computation";
import type { Assumptions } from "../catalogue/resolved";

/** What has to be computed again when a key changes: a bit for each part of a ledger, by index. */
export type Dependents = Uint32Array;

const WORD_BITS = 32;

/** Room for the dependents of keys: none yet. */
export function noDependents(parts: number): Dependents {
  return new Uint32Array(Math.ceil(parts / WORD_BITS));
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
      source === key ||
      source === pattern ||
      source === KEY_PREFIX + key ||
      source === ANY_KEY ||
      (source.endsWith("*") && pattern.startsWith(source.slice(0, -1))),
  );
}

/** What depends on a key, by what parts say that they read: the key, one that follows it, or what another part before them has changed. */
export function dependentsOf(a: Assumptions, parts: readonly LedgerPart[], key: string): Dependents {
  const keys = [key, ...(FOLLOWERS.get(key) ?? []).filter((follower) => !a.stated.has(follower))];
  const named = keys.map((each) => [each, parseKey(each)?.pattern ?? each] as const);
  const dependents = noDependents(parts.length);
  const moved = new Set<string>();
  parts.forEach(({ ids, reads }, index) => {
    if (!named.some(([each, pattern]) => namesKey(reads, each, pattern)) && !reads.some((read) => moved.has(read))) return;
    for (const id of ids) moved.add(id);
    mark(dependents, index);
  });
  return dependents;
}

/** The ids of what some lines are computed from, with those lines themselves. */
export function withSources(parts: readonly LedgerPart[], wanted: Iterable<string>): ReadonlySet<string> {
  const needed = new Set(wanted);
  // Each part stands after those that it reads.
  for (const { ids, reads } of [...parts].reverse()) {
    if (!ids.some((id) => needed.has(id))) continue;
    for (const each of [...ids, ...reads]) needed.add(each);
  }
  return needed;
}
