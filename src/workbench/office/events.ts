import { OfficeError } from "./errors";
import type { RequestContext } from "./requestContext";

type Handler<Args> = (args: Args) => unknown;

/** Subscribes to the grid; returns how to end it. */
export type Subscribe<Args> = (emit: (args: Args) => void) => () => void;

/** An event of Office.js: a handler is added or removed when its context is synchronised. */
export class EventHandlers<Args extends object> {
  private readonly removers = new Map<Handler<Args>, () => void>();

  constructor(
    private readonly context: RequestContext,
    private readonly subscribe: Subscribe<Args>,
  ) {}

  add(handler: Handler<Args>) {
    this.context.enqueue(() => {
      const remover = this.subscribe((args) => {
        // As in Excel, a handler that fails does not disturb the others.
        void Promise.resolve(args)
          .then(handler)
          .catch((error: unknown) => console.error(error));
      });
      this.removers.set(handler, remover);
    });
    return { context: this.context, remove: () => this.remove(handler) };
  }

  remove(handler: Handler<Args>) {
    this.context.enqueue(() => {
      const remover = this.removers.get(handler);
      if (remover === undefined) throw new OfficeError("InvalidOperation", "The handler is not registered.");
      remover();
      this.removers.delete(handler);
    });
  }
}
