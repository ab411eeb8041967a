/** A command that writes: it waits while a cell is being edited, and where Excel can, Ctrl+Z takes all of it back in one step. */

type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

const WAITING: Excel.RunOptions = { delayForCellEdit: true };

/** What commands that are under way leave to be done behind them. */
const left = new WeakMap<Excel.RequestContext, Batch<void>[]>();

/** Does what a command can do without; a failure is told in the console, and the command stands. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Does work in a batch of its own behind the command of this context, or at once where there is none: what Excel cannot take back, such as the place of a tab,
 * or what may fail without harm, such as a page that the printer's driver refuses.
 */
export async function afterCommand(context: Excel.RequestContext, work: Batch<void>): Promise<void> {
  const waiting = left.get(context);
  if (waiting) waiting.push(work);
  else await attempt(() => work(context));
}

/** The command as one step of undo where Excel can: it refuses the step for calls that it cannot take back, and the command is done without. */
async function inOneStep<Result>(command: Batch<Result>): Promise<Result> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return Excel.run(WAITING, command);
  // The typings that ship with office.js do not know mergeUndoGroup yet.
  const options: Excel.RunOptions & { mergeUndoGroup?: boolean } = { ...WAITING };
  options.mergeUndoGroup = true;
  try {
    return await Excel.run(options, command);
  } catch (error) {
    if ((error as { readonly code?: string }).code !== "UndoNotSupported") throw error;
    return Excel.run(WAITING, command);
  }
}

/** Runs a command, then what it leaves to be done behind it. */
export async function runCommand<Result>(command: Batch<Result>): Promise<Result> {
  let behind: Batch<void>[] = [];
  const result = await inOneStep((context) => {
    behind = [];
    left.set(context, behind);
    return command(context);
  });
  for (const work of behind) await attempt(() => Excel.run(WAITING, work));
  return result;
}
