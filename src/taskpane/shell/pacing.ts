/** When the pane answers the events of the workbook. They come in bursts, some for each sheet that a recalculation touches. */

/** A burst is over when no event has come for so long, ms. */
export const PAUSE_MS = 40;

type Work = () => Promise<void>;

/** Does work once at a time; what is asked for during the work is done behind it, once. */
function oneAtATime(work: Work): Work {
  let isWorking = false;
  let isWanted = false;
  return async () => {
    isWanted = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isWanted) {
        isWanted = false;
        await work();
      }
    } finally {
      isWorking = false;
    }
  };
}

/** Does pieces of work one behind the other, in the order of the calls; one that fails does not keep the next from its turn. */
export function oneBehindTheOther(): (work: Work) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Does work once the calls for it have paused. */
export function afterPause(work: Work): () => void {
  const begin = oneAtATime(work);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), PAUSE_MS);
  };
}

/**
 * Does work at once, so that an edit shows in the next picture of the page, and once more when the calls that followed have paused. Calls that come together
 * are one. What is called for while it has to wait is done after the pause alone.
 */
export function atOnce(work: Work, hasToWait: () => boolean): () => void {
  const begin = oneAtATime(work);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  let isWanted = false;
  const whenPaused = () => {
    timer = undefined;
    if (!isWanted) return;
    isWanted = false;
    void begin();
  };
  const now = () => {
    isDue = false;
    void begin();
  };
  return () => {
    if (timer === undefined && !hasToWait()) {
      isDue = true;
      queueMicrotask(now);
    } else if (!isDue) isWanted = true;
    clearTimeout(timer);
    timer = setTimeout(whenPaused, PAUSE_MS);
  };
}
