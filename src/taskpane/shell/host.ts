/** How effects reach Excel, and what they need to answer: batches that wait for the user, words for failures. */

import { wallClock } from "../../workbook/exchange/wallClock";
import { untilCalculated } from "../../workbook/host/calculated";
import { runCommand } from "../../workbook/host/runCommand";
import type { Shell, ShellAction, Undo } from "./state";
import type { Messages } from "./explain";
import { failedWith } from "./failure";
import { isCellEdited, watchHeldUp } from "./cellEdit";

declare global {
  /** Messages that the custom functions leave for cells; the one thing that functions and pane share. */
  var tcoMessages: Map<string, string> | undefined;
}

/** What every effect works with: the shell, and of the screens its own slice, `Own`, as `{ home: HomeState }`. `Place` are the screens that it may open. */
export interface EffectContext<Own = unknown, Action = never, Place extends string = never> {
  readonly dispatch: (action: ShellAction<Place> | Action) => void;
  readonly state: () => Shell & Own;
  readonly locale: string;
  /** Reads the workbook again and shows what it finds. */
  readonly read: () => Promise<void>;
}

/** What a piece of work leaves to be said. */
export interface Done {
  readonly notice?: string;
  readonly undo?: Undo;
}

export type Work = (context: Excel.RequestContext) => Promise<Done>;

export const messagesNow = (): Messages => new Map(globalThis.tcoMessages ?? []);

/** The time on the user's clock. */
export const timeNow = (): string => wallClock(new Date());

type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

let tellHeldUp: (isHeldUp: boolean) => void = () => undefined;

/** Hears when batches wait for a cell that the user is editing, and when they go on. */
export function onHeldUp(listener: (isHeldUp: boolean) => void): void {
  tellHeldUp = listener;
}

const watched = watchHeldUp(isCellEdited, (isHeldUp) => tellHeldUp(isHeldUp));

/** A batch that waits while the user edits a cell, instead of failing. */
export function run<Result>(batch: Batch<Result>): Promise<Result> {
  return watched(Excel.run({ delayForCellEdit: true }, batch));
}

/** A batch that writes: it waits as well, and is one step of undo where Excel can make it one. */
export function write<Result>(batch: Batch<Result>): Promise<Result> {
  return watched(runCommand(batch));
}

/** Work that keeps, exports or judges values: it waits until Excel has calculated them. */
export function whenCalculated<Result>(work: Batch<Result>): Batch<Result> {
  return async (excel) => {
    await untilCalculated(excel);
    return work(excel);
  };
}

/** Does a piece of work on the workbook, says that it is done and what came of it; a failure is said in words. */
export async function perform({ dispatch, read }: EffectContext, words: string, work: Work): Promise<boolean> {
  dispatch({ type: "started", work: words });
  try {
    const { notice, undo } = await write(work);
    await read();
    dispatch({ type: "finished", notice, ...(undo && { undo }) });
    return true;
  } catch (error) {
    dispatch(failedWith(error));
    return false;
  }
}
