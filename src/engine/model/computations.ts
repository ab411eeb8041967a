import type { Computation, Loop, SystemPart } from "./computation";
import { LOOPS } from "./generated/loops";
import { readsOfGroup } from "./language/reads";
import { ENTRIES, MODEL_NAMES } from "./model";

const known = new Map<SystemPart | undefined, readonly Computation[]>();

const reading = (loop: Loop, missing?: SystemPart): Computation => {
  const entries = loop.ids.flatMap((id) => ENTRIES.get(id) ?? []);
  return { ...loop, reads: readsOfGroup(entries, MODEL_NAMES, missing) };
};

/** All that is computed, each after what it reads, for plans without a part of the system; reading the formulas takes some milliseconds, once. */
export function computations(missing?: SystemPart): readonly Computation[] {
  const found = known.get(missing) ?? (missing ? withoutPart(missing) : LOOPS.map((loop) => reading(loop)));
  known.set(missing, found);
  return found;
}

/** What names parts of the system reads which of them a plan has; all else is the same in every plan. */
const withoutPart = (missing: SystemPart): readonly Computation[] =>
  computations().map((each) => (each.reads.includes("step:share") ? reading(each, missing) : each));
