/** What the grid's library asks of a browser as it is loaded, where there is none; imported before it. */

if (!("Path2D" in globalThis)) Object.assign(globalThis, { Path2D: Object });

/** A method of iterators that browsers have, and Node from version 22 on. */
const iterator = Object.getPrototypeOf(new Map().keys()) as {
  some?: (this: Iterable<unknown>, holds: (item: unknown) => boolean) => boolean;
};
iterator.some ??= function some(holds) {
  return [...this].some(holds);
};
