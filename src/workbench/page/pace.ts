/** Edits come in bursts: work on them is done once they pause for so long, ms. */
const PAUSE_MS = 400;

/** The longest that the first edit of a burst waits, however fast others follow it, ms. */
const MOST_MS = 2_000;

export interface Pace {
  /** Has the work done once edits pause, and within 2 s of the first edit that waits. */
  readonly soon: () => void;
  /** Has the work done after so long, ms, unless an edit has it done sooner. */
  readonly after: (ms: number) => void;
  /** Does the work now, and no more for the edits until now. */
  readonly now: () => void;
  readonly isWaiting: () => boolean;
  readonly stop: () => void;
}

type Timer = ReturnType<typeof setTimeout>;

/** Does work for bursts of edits: not for each of them, and not only when the last has come. */
export function createPace(work: () => void): Pace {
  let paused: Timer | undefined;
  // A timer by itself, which no edit sets again: one that edits shorten would not come while they follow each other at once.
  let latest: Timer | undefined;
  const stop = () => {
    clearTimeout(paused);
    clearTimeout(latest);
    paused = undefined;
    latest = undefined;
  };
  const now = () => {
    stop();
    work();
  };
  const after = (ms: number) => {
    clearTimeout(paused);
    paused = setTimeout(now, ms);
  };
  return {
    soon: () => {
      after(PAUSE_MS);
      latest ??= setTimeout(now, MOST_MS);
    },
    after,
    now,
    isWaiting: () => paused !== undefined,
    stop,
  };
}
