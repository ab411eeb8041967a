/** What the pane does to the workbook: the only place that waits. */

import { insertModel } from "../workbook/insertModel";
import { EMPTY_MODEL } from "../workbook/modelPlan";
import { readWorkbook } from "../workbook/readScenarios";
import { compareScenarios, refreshModel } from "../workbook/refreshModel";
import { runCommand } from "../workbook/runCommand";
import { SAMPLE } from "../workbook/sample";
import { readSelection, showCell, watchWorkbook } from "../workbook/watch";
import type { Messages } from "./explain";
import type { Action, Insertion } from "./state";

declare global {
  /** Messages that the custom functions leave for cells; the one thing that functions and pane share. */
  var tcoMessages: Map<string, string> | undefined;
}

export interface Effects {
  readonly start: () => Promise<void>;
  readonly insert: (insertion: Insertion) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly compare: () => Promise<void>;
  readonly show: (address: string) => Promise<void>;
}

/** Edits come in bursts, one for each cell that a recalculation touches: they are read once they pause for so long, ms. */
const PAUSE_MS = 40;

const messagesNow = (): Messages => new Map(globalThis.tcoMessages ?? []);

/** What went wrong, in words for a planner. */
export function wordsOfFailure(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case "AccessDenied":
      return "The sheet is protected or the file is read-only. Remove the protection, then try again.";
    case "InvalidOperationInCellEditMode":
      return "A cell is being edited. Finish the edit with Enter, then try again.";
    case "ItemNotFound":
      return "A sheet or table of the model is no longer there. Refresh the model, then try again.";
    default:
      return message ?? String(error);
  }
}

/** Calls a function once its calls have paused; a call during its work makes it work once more. */
function afterPause(work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isWanted = false;
  const begin = async (): Promise<void> => {
    if (isWorking) {
      isWanted = true;
      return;
    }
    isWorking = true;
    await work();
    isWorking = false;
    if (isWanted) {
      isWanted = false;
      await begin();
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), PAUSE_MS);
  };
}

/** A batch that waits while the user edits a cell, instead of failing. */
function run<Result>(batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  return Excel.run({ delayForCellEdit: true }, batch);
}

type Dispatch = (action: Action) => void;
type Work = (context: Excel.RequestContext) => Promise<string | undefined>;

async function read(dispatch: Dispatch): Promise<void> {
  try {
    const reading = await run(readWorkbook);
    dispatch({ type: "read", reading, messages: messagesNow() });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

async function select(dispatch: Dispatch): Promise<void> {
  try {
    const selection = await run(readSelection);
    dispatch({ type: "selected", selection, messages: messagesNow() });
  } catch {
    // A chart or several ranges may be selected: there is no cell to explain then.
  }
}

async function perform(dispatch: Dispatch, words: string, work: Work): Promise<void> {
  dispatch({ type: "started", work: words });
  try {
    const notice = await runCommand(work);
    await read(dispatch);
    dispatch({ type: "finished", notice });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

async function start(dispatch: Dispatch): Promise<void> {
  await read(dispatch);
  const selected = afterPause(() => select(dispatch));
  const whenChanged = afterPause(() => read(dispatch));
  const changed = (): void => {
    whenChanged();
    selected();
  };
  await run((context) => watchWorkbook(context, { changed, selected }));
  await select(dispatch);
}

const insert =
  (insertion: Insertion): Work =>
  async (context) => {
    const { conflicts } = await insertModel(context, insertion === "sample" ? SAMPLE : EMPTY_MODEL);
    if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
    return undefined;
  };

const refresh: Work = async (context) => {
  const added = await refreshModel(context);
  return added.length > 0 ? `Added to the comparison: ${added.join(", ")}.` : "The model is up to date.";
};

const compare: Work = async (context) => {
  await compareScenarios(context);
  return undefined;
};

async function show(dispatch: Dispatch, address: string): Promise<void> {
  try {
    await run((context) => showCell(context, address));
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

/** The effects of the pane; what they find is handed to `dispatch`. */
export function createEffects(dispatch: Dispatch): Effects {
  return {
    start: () => start(dispatch),
    insert: (insertion) => perform(dispatch, insertion === "sample" ? "Writing the sample" : "Writing the model", insert(insertion)),
    refresh: () => perform(dispatch, "Refreshing the model", refresh),
    compare: () => perform(dispatch, "Preparing the comparison", compare),
    show: (address) => show(dispatch, address),
  };
}
