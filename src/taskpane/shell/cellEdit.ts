/** Whether Excel holds batches back because the user is editing a cell. It has no event for that: the pane asks, once a batch takes longer than usual. */

/** How long a batch may take before the pane asks why, and between two questions, ms. */
export const PATIENCE_MS = 600;

/** Asks Excel by a batch that does not wait: it is refused while a cell is being edited. */
export async function isCellEdited(): Promise<boolean> {
  try {
    await Excel.run(async (excel) => {
      excel.workbook.application.load("calculationMode");
      await excel.sync();
    });
    return false;
  } catch (error) {
    return (error as { code?: string }).code === "InvalidOperationInCellEditMode";
  }
}

type Watch = <Result>(batch: Promise<Result>) => Promise<Result>;

/** Follows batches, and tells when the cell that is being edited holds one of them back, and when none is held back any more. */
export function watchHeldUp(isEdited: () => Promise<boolean>, tell: (isHeldUp: boolean) => void): Watch {
  let [pending, isTold] = [0, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (isHeldUp: boolean) => {
    if (isHeldUp !== isTold) tell(isHeldUp);
    isTold = isHeldUp;
  };
  const askSoon = () => {
    timer ??= setTimeout(() => void askAgain(), PATIENCE_MS);
  };
  const askAgain = async () => {
    const isHeldUp = await isEdited();
    timer = undefined;
    say(isHeldUp && pending > 0);
    if (pending > 0) askSoon();
  };
  return async (batch) => {
    pending += 1;
    askSoon();
    try {
      return await batch;
    } finally {
      pending -= 1;
      if (pending === 0) {
        clearTimeout(timer);
        timer = undefined;
        say(false);
      }
    }
  };
}
