import { type IMutationInfo, type IUndoRedoItem, IUndoRedoService } from "@univerjs/core";
import { SetSelectionsOperation, SetWorksheetActiveOperation } from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "./workbook";

const inStep = new WeakSet<OpenWorkbook>();

/** Where the step began is gone back to before a sheet that it added is taken away: the grid cannot draw a sheet that is not there. */
function returning({ workbook, injector }: OpenWorkbook): () => void {
  const unitId = workbook.getId();
  const standing = workbook.getSheets().map((sheet) => sheet.getSheetId());
  const activeSheet = () => workbook.getActiveSheet().getSheetId();
  const activating = (subUnitId: string) => [{ id: SetWorksheetActiveOperation.id, params: { unitId, subUnitId } }];
  const [service, before] = [injector.get(IUndoRedoService), activeSheet()];
  return () => {
    const after = activeSheet();
    if (standing.includes(after)) return;
    service.pushUndoRedo({ unitID: unitId, undoMutations: activating(before), redoMutations: activating(after) });
  };
}

/**
 * What a person sees stays in sight when a step of code is undone or done again. By itself (Univer 0.25.1) the grid selects the cells that were selected, but on
 * the sheet that was written to, and so shows that one.
 */
function withoutSelecting(item: IUndoRedoItem): IUndoRedoItem {
  const isKept = ({ id }: IMutationInfo) => id !== SetSelectionsOperation.id;
  return { ...item, undoMutations: item.undoMutations.filter(isKept), redoMutations: item.redoMutations.filter(isKept) };
}

/** Lets steps be pushed without selections until the returned function is called. */
function keepInSight(service: IUndoRedoService): () => void {
  const push = service.pushUndoRedo.bind(service);
  service.pushUndoRedo = (item) => push(withoutSelecting(item));
  return () => {
    service.pushUndoRedo = push;
  };
}

/** Makes one step of undo of everything that the work writes; work within such work belongs to the same step. */
export async function inOneStep<Result>(open: OpenWorkbook, work: () => Promise<Result>): Promise<Result> {
  if (inStep.has(open)) return work();
  inStep.add(open);
  const endWithReturn = returning(open);
  const service = open.injector.get(IUndoRedoService);
  const endInSight = keepInSight(service);
  // Deprecated because the library is going to replace it; it has nothing else yet.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const step = service.__tempBatchingUndoRedo(open.workbook.getId());
  try {
    return await work();
  } finally {
    endWithReturn();
    endInSight();
    step.dispose();
    inStep.delete(open);
  }
}
