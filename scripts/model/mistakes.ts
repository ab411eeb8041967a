import type { Entry } from "../../src/engine/model/entry";
import { ENTRIES, MODEL_NAMES } from "../../src/engine/model/model";
import { mistakesIn } from "./check";
import type { Mistake } from "./check";
import { inOrder } from "./generate";

/** A mistake in the formula of an entry. */
interface EntryMistake extends Mistake {
  readonly id: string;
  readonly formula: string;
}

/** What is wrong with entries of one file, as they are or will be among the others of the model. */
export function mistakesAmong(own: readonly Entry[]): readonly EntryMistake[] {
  const entries = new Map([...ENTRIES, ...own.map((entry) => [entry.id, entry] as const)]);
  const names = { ...MODEL_NAMES, entries };
  const found = own.flatMap((entry) =>
    "formula" in entry
      ? mistakesIn(entry, names).map((mistake): EntryMistake => ({ ...mistake, id: entry.id, formula: entry.formula }))
      : [],
  );
  return found.length > 0 ? found : circleAmong(own, [...entries.values()], names);
}

/** Entries of the file that are computed in a circle. */
function circleAmong(own: readonly Entry[], all: readonly Entry[], names: typeof MODEL_NAMES): readonly EntryMistake[] {
  try {
    inOrder(all, names);
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const first = own.find(({ id }) => message.split(/, | read /).includes(id));
    return first && "formula" in first ? [{ id: first.id, formula: first.formula, message, at: 0, length: 1 }] : [];
  }
}
