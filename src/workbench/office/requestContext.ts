import type { Grid } from "../grid/grid";
import { strict } from "./strict";
import { Workbook } from "./workbook";

type Operation = () => void | Promise<void>;

/** Queue of a batch: writes and loads wait here until sync runs them in their order. */
export class RequestContext {
  readonly workbook: Workbook;
  readonly trackedObjects = { add: () => undefined, remove: () => undefined };
  private queue: Operation[] = [];

  constructor(readonly grid: Grid) {
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
    await this.run(this.takeQueue());
    return passThrough as Value;
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

/** What Excel.run takes before its batch: here, whether all of it is one step of undo. */
interface RunOptions {
  readonly mergeUndoGroup?: boolean;
}

/** Excel.run over a grid: a context of its own for each batch, synchronised once more at its end. */
export function createRun(grid: () => Promise<Grid>) {
  return async function run<Result>(first: Batch<Result> | RunOptions, second?: Batch<Result>): Promise<Result> {
    const batch = (second ?? first) as Batch<Result>;
    const context = new RequestContext(await grid());
    const work = async () => {
      const result = await batch(context);
      await context.sync();
      return result;
    };
    const { mergeUndoGroup = false } = second === undefined ? {} : (first as RunOptions);
    return mergeUndoGroup ? context.grid.inOneStep(work) : work();
  };
}
