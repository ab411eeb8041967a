import type { HostState } from "../grid/grid";
import { setEditable, setReadOnly } from "../grid/readOnly";
import type { OpenWorkbook } from "../grid/workbook";
import { type Stored, keepOpened, readStored, setAside } from "./database";
import type { SavedWorkbook } from "./database";
import { follow, setInert, takeWish } from "./follower";
import { type Saving, keepSaved, tellSaved } from "./storage";
import { type Channel, type Turn, openChannel, takeTurn, waitForTurn } from "./turn";

const OPEN_ELSEWHERE = "This workbook is open in another tab. Here you can look at it, but not change it.";
const NO_ANSWER = "This workbook is open in another tab, which is busy or can't save its changes. Close that tab to edit here.";
const TAKEN_OVER = "You edit this workbook in another tab now. Everything from here is saved.";
const OVERTAKEN = "Another tab has saved a newer workbook. Your changes here since the last save are not saved.";

const NOTHING_KEPT = "Nothing is kept: this browser doesn't let the page store data. Your changes are lost when you close this tab.";

/** What this tab found when it was opened. */
export interface Beginning {
  readonly channel: Channel;
  readonly turn: Turn;
  readonly stored: Stored;
  /** Whether the user asked to edit in this tab, and not in the one that edits. */
  readonly isTakingOver: boolean;
  readonly isEmptyWanted: boolean;
}

/** Whether this tab may change the workbook, and what the browser has of it by then. */
export async function begin(): Promise<Beginning> {
  const wish = takeWish();
  const channel = openChannel();
  const isTakingOver = wish === "edit here";
  const turn = await takeTurn(channel, isTakingOver);
  return { channel, turn, isTakingOver, isEmptyWanted: wish === "start empty", stored: await readStored() };
}

/** Whether a tab without a saved workbook begins with the sample: not where another tab is just writing it. */
export function isSampleWanted({ turn, isEmptyWanted }: Beginning): boolean {
  return turn.isWriter && !isEmptyWanted;
}

/** Keeps out of the way of the next save what it would overwrite. */
export async function keepBefore({ turn, stored: { workbooks, isReadable } }: Beginning, opened: SavedWorkbook | undefined): Promise<void> {
  if (!turn.isWriter || !isReadable) return;
  if (opened !== workbooks[0] && workbooks[0] !== undefined) await setAside(workbooks[0]);
  if (opened !== undefined) await keepOpened(opened);
}

/** Hands the workbook to a tab that asks for it, once everything is saved. A tab that can't save goes on. */
function handOverWhenAsked(open: OpenWorkbook, channel: Channel, saving: Saving, giveUp: () => void) {
  const handOver = async () => {
    await open.workbook.endEditingAsync(true);
    await setReadOnly(open);
    setInert(true);
    if (await saving.now()) {
      giveUp();
      channel.tell("handed over");
    } else {
      await setEditable(open);
      setInert(false);
    }
  };
  channel.on("hand over", () => void handOver());
}

const NOT_SAVING: Saving = {
  soon: () => undefined,
  now: () => Promise.resolve(false),
  stop: () => undefined,
  forget: () => Promise.resolve(),
};

/** Saves the workbook while people work, where this tab may and the browser can; else says why not. */
export function keep(open: OpenWorkbook, host: () => HostState, { channel, turn, stored, isTakingOver }: Beginning): Saving {
  if (!stored.isReadable) {
    tellSaved(NOTHING_KEPT);
    return NOT_SAVING;
  }
  if (!turn.isWriter) {
    const hasWorkbook = stored.workbooks.length > 0;
    void follow(open, { channel, words: isTakingOver ? NO_ANSWER : OPEN_ELSEWHERE, hasWorkbook, freed: turn.changed });
    return NOT_SAVING;
  }
  let hasGivenUp = false;
  const giveUp = (words: string) => {
    saving.stop();
    if (!hasGivenUp) void follow(open, { channel, words, hasWorkbook: true, freed: waitForTurn().changed });
    hasGivenUp = true;
  };
  const saving = keepSaved(open, host, { saved: () => channel.tell("saved"), overtaken: () => giveUp(OVERTAKEN) });
  handOverWhenAsked(open, channel, saving, () => giveUp(TAKEN_OVER));
  void turn.changed.then(() => giveUp(TAKEN_OVER));
  return saving;
}
