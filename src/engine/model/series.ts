import type { Entry } from "./entry";
import { SUMMED } from "./generated/series";
import type { ModelSeries } from "./generated/series";
import { ENTRIES } from "./model";

const room = ({ over }: Entry, length: number): Float64Array | Float64Array[] => (over === undefined ? new Float64Array(length) : []);

/** Room for the series of a plan of so many months. Made at once from a list: an object that gets its properties one by one is slower to read. */
export function emptySeries(months: number): ModelSeries {
  const series = [...ENTRIES].map(([id, entry]) => [id, room(entry, months)] as const);
  const sums = SUMMED.map((id) => [`${id} (sums)`, room(ENTRIES.get(id) as Entry, months + 1)] as const);
  return Object.fromEntries([...series, ...sums]) as unknown as ModelSeries;
}
