import type { Computation, SystemPart } from "./computation";
import { LOOPS } from "./generated/loops";
import { readsOfGroup } from "./language/reads";
import { ENTRIES, MODEL_NAMES } from "./model";

const known = new Map<SystemPart | undefined, readonly Computation[]>();

/** All that is computed, each after what it reads, for plans without a part of the system; reading the formulas takes some milliseconds, once. */
export function computations(missing?: SystemPart): readonly Computation[] {
  const found =
    known.get(missing) ??
    LOOPS.map((loop) => {
      const entries = loop.ids.flatMap((id) => ENTRIES.get(id) ?? []);
      return { ...loop, reads: readsOfGroup(entries, MODEL_NAMES, missing) };
    });
  known.set(missing, found);
  return found;
}
