/** Which of the tabs that show the workbook may change it: the one that has the browser's lock on it. */

const NAME = "tco-planner-workbook";

/** For so long, ms, a tab waits for the lock of a page that is about to close, such as itself before it was loaded again. */
const CLOSING_MS = 500;

/** A tab that has not answered after so long, ms, is busy, or can't save what was changed in it. */
const ANSWER_MS = 5_000;

/** A browser that has not said after so long, ms, who has the lock is taken for one without locks. */
const LOCK_MS = 5_000;

export interface Turn {
  /** Whether this tab may change the workbook. */
  readonly isWriter: boolean;
  /** Resolves when that has changed: the other tab was closed, or has taken over. */
  readonly changed: Promise<void>;
}

type Message = "hand over" | "handed over" | "saved";

const never = new Promise<never>(() => undefined);
const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms));

/** Asks for the lock. `got` resolves when it is here, or with false where it is not to be had; `lost` when another tab has taken it. */
function ask(options: LockOptions) {
  let tellLost: () => void = () => undefined;
  const lost = new Promise<void>((resolve) => (tellLost = resolve));
  const got = new Promise<boolean>((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock === null ? undefined : never;
    };
    navigator.locks.request(NAME, options, hold).catch((error: unknown) => {
      tellLost();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
  return { got, lost };
}

export interface Channel {
  readonly tell: (message: Message) => void;
  readonly on: (message: Message, listener: () => void) => void;
}

/** What tabs of one workbook tell each other; nothing where the browser lets them not. */
export function openChannel(): Channel {
  try {
    const channel = new BroadcastChannel(NAME);
    return {
      tell: (message) => channel.postMessage(message),
      on: (message, listener) => {
        channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
          if (data === message) listener();
        });
      },
    };
  } catch {
    return { tell: () => undefined, on: () => undefined };
  }
}

/** Asks the tab that may change the workbook to save it and to stop; false where none answers, or one that can't save. */
function isHandedOver(channel: Channel): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ANSWER_MS);
    channel.on("handed over", () => resolve(true));
    channel.tell("hand over");
  });
}

/** Waits, as a follower, until the lock is free. */
export function waitForTurn(): Turn {
  return {
    isWriter: false,
    changed: ask({}).got.then(
      () => undefined,
      () => never,
    ),
  };
}

async function takeLock(channel: Channel, isTakingOver: boolean): Promise<Turn> {
  const free = ask({ ifAvailable: true });
  const late = pause(LOCK_MS).then(() => Promise.reject(new Error("The browser's locks don't answer.")));
  if (await Promise.race([free.got, late])) return { isWriter: true, changed: free.lost };
  if (isTakingOver && (await isHandedOver(channel))) {
    const taken = ask({ steal: true });
    await taken.got;
    return { isWriter: true, changed: taken.lost };
  }
  const queued = ask({});
  const isHere = (await Promise.race([queued.got, pause(CLOSING_MS)])) ?? false;
  return isHere ? { isWriter: true, changed: queued.lost } : { isWriter: false, changed: queued.got.then(() => undefined) };
}

/**
 * Makes this tab the writer where no other tab is, or where it takes over from the one that is; else a follower. A browser without locks lets every tab
 * write, and each save finds out whether another tab has saved since.
 */
export async function takeTurn(channel: Channel, isTakingOver: boolean): Promise<Turn> {
  try {
    return await takeLock(channel, isTakingOver);
  } catch {
    return { isWriter: true, changed: never };
  }
}
