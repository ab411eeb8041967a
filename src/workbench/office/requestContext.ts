import type { Grid } from "../grid/grid";
import { OfficeError } from "./errors";
import { strict } from "./strict";
import { Workbook } from "./workbook";

type Operation = () => void | Promise<void>;

/** Queue of a batch: writes and loads wait here until sync runs them in their order. */
export class RequestContext {
  readonly workbook: Workbook;
  readonly trackedObjects = { add: () => undefined, remove: () => undefined };
  private queue: Operation[] = [];

  constructor(
    readonly grid: Grid,
    private readonly delaysForCellEdit = false,
  ) {
    this.workbook = new Workbook(this);
    return strict(this, "Excel.RequestContext");
  }

  enqueue(operation: Operation) {
    this.queue.push(operation);
  }

  get application() {
    return this.workbook.application;
  }

  /** Runs the queue. The first operation that fails ends the batch: what ran before it stays, what waited behind it is dropped. */
  async sync<Value>(passThrough?: Value): Promise<Value> {
    const operations = this.takeQueue();
    await this.passCellEdit();
    await this.run(operations);
    return passThrough as Value;
  }

  /** While a cell is being edited, a batch waits or fails, as it has asked for. */
  async passCellEdit(): Promise<void> {
    const { cellEdit } = this.grid;
    if (!cellEdit.isOpen()) return;
    if (!this.delaysForCellEdit) throw new OfficeError("InvalidOperationInCellEditMode");
    await cellEdit.closed();
  }

  private takeQueue(): Operation[] {
    const operations = this.queue;
    this.queue = [];
    return operations;
  }

  /** What an operation enqueues itself (the items of a collection and their loads) runs right behind it. */
  private async run(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      await operation();
      await this.run(this.takeQueue());
    }
  }
}

type Batch<Result> = (context: RequestContext) => Promise<Result>;

/** What Excel.run takes before its batch: whether it waits while a cell is being edited, and whether all of it is one step of undo. */
interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly mergeUndoGroup?: boolean;
}

/** Excel.run over a grid: a context of its own for each batch, synchronised once more at its end. */
export function createRun(grid: () => Promise<Grid>) {
  return async function run<Result>(first: Batch<Result> | RunOptions, second?: Batch<Result>): Promise<Result> {
    const batch = (second ?? first) as Batch<Result>;
    const { delayForCellEdit = false, mergeUndoGroup = false } = second === undefined ? {} : (first as RunOptions);
    const context = new RequestContext(await grid(), delayForCellEdit);
    const work = async () => {
      const result = await batch(context);
      await context.sync();
      return result;
    };
    if (!mergeUndoGroup) return work();
    // What the person is typing is a step of its own.
    if (delayForCellEdit) await context.passCellEdit();
    return context.grid.inOneStep(work);
  };
}
