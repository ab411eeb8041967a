/** The entries of the model as parts of a ledger: by their loops, as a step of planning has found them, or as cells name them. */
import { keySeries } from "../catalogue/keyValue";
import type { Plan } from "../lines";
import type { Computation, SystemPart } from "../model/computation";
import { computations } from "../model/computations";
import type { Named } from "../model/entry";
import type { ModelSeries } from "../model/generated/series";
import { ENTRIES } from "../model/model";
import type { PlanDraft } from "./draft";
import { feasibly } from "./ledgerPart";
import type { LedgerPart } from "./ledgerPart";

/** The part of the system that a plan does not have. */
const missingPart = ({ centralShare }: PlanDraft): SystemPart | undefined =>
  centralShare === 0 ? "central" : centralShare === 1 ? "distributed" : undefined;

/** Entries by their loop, which is left out in plans that leave all their months at 0. */
function loopPart(
  { ids, isZero }: Computation,
  compute: NonNullable<Computation["compute"]>,
  reads: readonly string[],
  plan: Plan,
  series: ModelSeries,
): LedgerPart {
  if (!isZero) return { ids, reads, compute: feasibly(() => compute(plan, series)) };
  const all = series as unknown as Readonly<Record<string, Float64Array>>;
  const own = ids.flatMap((id) => [id, `${id} (sums)`]).filter((name) => Object.hasOwn(all, name));
  return {
    ids,
    reads,
    isZero: () => isZero(plan),
    compute: feasibly(() => {
      if (isZero(plan)) for (const name of own) all[name].fill(0);
      else compute(plan, series);
    }),
  };
}

/** What cells name: for each row the months of a line, or the number of a key in each. */
function namedPart(
  plan: Plan,
  series: ModelSeries,
  { id, names }: Named,
  reads: readonly string[],
  lines: ReadonlyMap<string, Float64Array>,
): LedgerPart {
  const rows = (series as unknown as Record<string, Float64Array[]>)[id];
  const numbers: Float64Array[] = [];
  const monthsOf = (name: string, at: number): Float64Array => {
    const line = lines.get(name);
    const room = (numbers[at] ??= new Float64Array(plan.timeline.months));
    return line ?? room.fill(keySeries(plan.a, name)?.(0) ?? 0);
  };
  return {
    ids: [id],
    // Those who read it read the lines that it names.
    reads: [...reads, ...names(plan).filter((name) => !lines.has(name))],
    compute: feasibly(() => {
      rows.length = 0;
      rows.push(...names(plan).map(monthsOf));
    }),
  };
}

/** The entries of the model as parts. */
export function modelParts(plan: PlanDraft, series: ModelSeries, lines: ReadonlyMap<string, Float64Array>): readonly LedgerPart[] {
  const linesNamed = new Map(
    [...ENTRIES.values()].flatMap((entry) => {
      const named = "names" in entry ? entry.names(plan).filter((name) => lines.has(name)) : [];
      return named.length > 0 ? [[entry.id, named] as const] : [];
    }),
  );
  const withNamed = (reads: readonly string[]): readonly string[] =>
    reads.some((read) => linesNamed.has(read)) ? reads.flatMap((read) => [read, ...(linesNamed.get(read) ?? [])]) : reads;
  return computations(missingPart(plan)).map((computation) => {
    const { ids, compute } = computation;
    const reads = withNamed(computation.reads);
    const [id] = ids;
    if (compute) return loopPart(computation, compute, reads, plan, series);
    const entry = ENTRIES.get(id);
    if (entry && "names" in entry) return namedPart(plan, series, entry, reads, lines);
    if (!entry || !("series" in entry)) throw new Error(`${id} is neither computed nor found.`);
    const all = series as unknown as Record<string, Float64Array>;
    const any = entry.readsAny?.(plan) ? ["*"] : [];
    return { ids, reads: [...reads, ...any], compute: feasibly(() => (all[id] = entry.series(plan, all[id]))) };
  });
}
