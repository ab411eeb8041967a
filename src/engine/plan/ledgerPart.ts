import type { Infeasibility } from "../search/plan";

/** What is computed together when something that it reads has changed. */
export interface LedgerPart {
  readonly ids: readonly string[];
  /** Lines, entries and keys that it reads; steps of planning as `step:` and their name, keys that have the name of a line as `key:` and theirs. */
  readonly reads: readonly string[];
  /** Whether all its months are 0, whatever the parts that it reads; never when undefined. */
  readonly isZero?: (() => boolean) | undefined;
  /** An Infeasibility when no server meets the demand. */
  readonly compute: () => Infeasibility | undefined;
}

/** A computation that is never infeasible. */
export const feasibly =
  (compute: () => unknown): LedgerPart["compute"] =>
  () => {
    compute();
    return undefined;
  };
