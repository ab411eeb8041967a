import { IUndoRedoService } from "@univerjs/core";
import type { OpenWorkbook } from "./workbook";

const inStep = new WeakSet<OpenWorkbook>();

/** Makes one step of undo of everything that the work writes; work within such work belongs to the same step. */
export async function inOneStep<Result>(open: OpenWorkbook, work: () => Promise<Result>): Promise<Result> {
  if (inStep.has(open)) return work();
  inStep.add(open);
  // Deprecated because the library is going to replace it; it has nothing else yet.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const step = open.injector.get(IUndoRedoService).__tempBatchingUndoRedo(open.workbook.getId());
  try {
    return await work();
  } finally {
    step.dispose();
    inStep.delete(open);
  }
}
