import type { ExcelHost } from "./external";

/** What Excel.run takes before its batch. */
interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly mergeUndoGroup?: boolean;
}

type Run = typeof Excel.run;
type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

/**
 * Excel.run with `mergeUndoGroup` (ExcelApi 1.20): the library in Excel tells it to Excel, the one that npm has (1.1.110) knows ExcelApi to 1.15 and drops it.
 * A test fails when the package learns it.
 */
export function withUndoGroups(run: Run, { inOneStep, cellEditClosed }: Pick<ExcelHost, "inOneStep" | "cellEditClosed">): Run {
  const grouped = async <Result>(first: RunOptions | Batch<Result>, second?: Batch<Result>): Promise<Result> => {
    if (second === undefined) return run(first as Batch<Result>);
    const { delayForCellEdit = false, mergeUndoGroup = false } = first as RunOptions;
    if (!mergeUndoGroup) return run(first as Excel.RunOptions, second);
    // What the person is typing is a step of its own.
    if (delayForCellEdit) await cellEditClosed();
    return inOneStep(() => run(first as Excel.RunOptions, second));
  };
  // The add-in runs batches alone or behind options, never behind objects.
  return grouped as Run;
}
