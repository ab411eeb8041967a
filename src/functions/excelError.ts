/** The one place that turns what went wrong into an error of Excel, and that lets nothing else than values and errors into a cell. */

import { ModelError } from "../engine/errors";
import { CellError } from "./cells";
import { movedAddress } from "./address";
import { takeNotes } from "./notes";

declare global {
  /** What functions said about the errors that cells show, and noted about answers, by the cell's address as Excel gives it (Sheet!A1). The pane reads it. */
  var tcoMessages: Map<string, string> | undefined;
}

const messages = (globalThis.tcoMessages ??= new Map<string, string>());
const LONGEST_MESSAGE = 500;

/** The most messages that are kept. The oldest go first: a formula that is gone is never calculated again, and so never renews its own. */
const MOST_MESSAGES = 5_000;

/** A question that has no answer, such as a limit that is never reached: #N/A with the nearest fact. */
export class NoAnswer extends Error {}

/** An element of a result that could not be computed, while others could. */
export class Failure {
  constructor(readonly cause: unknown) {}
}

/** What a function may give for one cell; undefined is shown as a blank. */
export type Answer = number | string | boolean | CellError | Failure | undefined;

/** Cells other than its own for which a formula left messages, so that they can be removed. */
const spilled = new Map<string, string[]>();

/** The formula whose spill reaches a cell with a message. */
const origins = new Map<string, string>();

/**
 * Computes the value of one cell and hands it to Excel: undefined becomes "", what is not finite an error, ModelError #VALUE! and NoAnswer #N/A, each
 * with its message, which is also kept for the pane under the cell's address.
 */
export function answer(invocation: CustomFunctions.Invocation | undefined, compute: () => Answer): any {
  return guarded(invocation?.address, () => single(compute()));
}

/** Like answer, for rows of cells; an element that failed is an error in its place, its message kept under the address to which it spills. */
export function answers(invocation: CustomFunctions.Invocation | undefined, compute: () => readonly (readonly Answer[])[]): any[][] {
  const address = invocation?.address;
  return guarded(address, () => compute().map((row, r) => row.map((cell, c) => shown(cell, address, r, c))));
}

function guarded<T>(address: string | undefined, compute: () => T): T {
  forget(address);
  takeNotes();
  try {
    const result = compute();
    const notes = takeNotes();
    if (address !== undefined && notes !== "") keepMessage(address, shortened(notes));
    return result;
  } catch (cause) {
    const { code, message } = failureOf(cause);
    if (address !== undefined) keepMessage(address, message);
    throw new CustomFunctions.Error(code, message);
  }
}

function forget(address: string | undefined): void {
  if (address === undefined) return;
  messages.delete(address);
  for (const cell of spilled.get(address) ?? []) {
    messages.delete(cell);
    origins.delete(cell);
  }
  spilled.delete(address);
}

/** Keeps a message as the newest; where there are too many, the formula with the oldest one loses all its messages. */
function keepMessage(cell: string, message: string): void {
  messages.delete(cell);
  messages.set(cell, message);
  if (messages.size <= MOST_MESSAGES) return;
  const [oldest] = messages.keys();
  forget(origins.get(oldest) ?? oldest);
  messages.delete(oldest);
}

const notFinite = (): ModelError =>
  new ModelError("out-of-range", "result", "The result isn't a finite number. Check for an argument that is too large or too small.");

function single(result: Answer): number | string | boolean {
  if (result instanceof Failure) throw result.cause;
  if (result instanceof CellError) throw new ModelError("wrong-type", "result", `The value is ${result.code}.`);
  return plain(result);
}

/** A value that a cell can show; -0 would be shown with its sign. */
function plain(result: number | string | boolean | undefined): number | string | boolean {
  if (typeof result !== "number") return result ?? "";
  if (!Number.isFinite(result)) throw notFinite();
  return result + 0;
}

function shown(cell: Answer, address: string | undefined, row: number, column: number): unknown {
  try {
    return single(cell);
  } catch (cause) {
    const { code, message } = failureOf(cause);
    if (address !== undefined) keepAt(address, row, column, message);
    return new CustomFunctions.Error(
      cell instanceof CellError && cell.code === "#N/A" ? CustomFunctions.ErrorCode.notAvailable : code,
      message,
    );
  }
}

function keepAt(address: string, row: number, column: number, message: string): void {
  const cells = spilled.get(address) ?? [];
  if (cells.length >= MOST_MESSAGES - 1) return;
  const cell = movedAddress(address, row, column);
  cells.push(cell);
  spilled.set(address, cells);
  origins.set(cell, address);
  keepMessage(cell, message);
}

function failureOf(cause: unknown): { readonly code: CustomFunctions.ErrorCode; readonly message: string } {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  const text = cause instanceof Error ? cause.message : String(cause);
  const known = cause instanceof ModelError || cause instanceof NoAnswer;
  const message = known ? text : `The function failed: ${text}`;
  return { code: cause instanceof NoAnswer ? notAvailable : invalidValue, message: shortened(message) };
}

function shortened(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}...` : message;
}
