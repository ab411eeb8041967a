import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";

/** What joins a command to the step of undo before it; the typings keep it to themselves. */
interface Joining {
  _tryBatchingElements: (step: IUndoRedoItem, added: IUndoRedoItem) => void;
}

/**
 * Lets the grid take the commands of one step back from the last to the first. By itself (Univer 0.25.1) it begins with the first: it removes a sheet that was
 * added, then moves that sheet, and from then on lists a sheet that is not there
 * (docs/decisions/0074).
 */
export function takeBackFromTheLast() {
  const joining = LocalUndoRedoService.prototype as unknown as Joining;
  joining._tryBatchingElements = (step, added) => {
    step.redoMutations.push(...added.redoMutations);
    step.undoMutations.unshift(...added.undoMutations);
  };
}
