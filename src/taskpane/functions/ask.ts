/** Asks the functions of the add-in without a cell: the shipped functions.js answers in a worker. */

import type { Answer, Argument, Question, ResultRows } from "./protocol";

interface Waiting {
  readonly resolve: (rows: ResultRows) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

function stop(error: Error): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function begin(): Worker {
  const begun = new Worker(new URL("./functions.worker.ts", import.meta.url));
  begun.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.resolve(data.rows);
    waiting.delete(data.id);
  });
  begun.addEventListener("error", (event) => {
    event.preventDefault();
    // Where a script cannot be loaded there is no message.
    stop(new Error(event.message || "The functions of the add-in could not be loaded. Check the connection, then try again."));
  });
  return begun;
}

/** Rows that a function gives for arguments as Excel would hand them over; a single value is one row of one. */
export function ask(functionId: string, args: readonly Argument[]): Promise<ResultRows> {
  worker ??= begin();
  lastId += 1;
  const question: Question = { id: lastId, functionId, args };
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    worker?.postMessage(question);
  });
}

/** Stops what is being computed; everything that waits for an answer learns that it was cancelled. */
export function cancelQuestions(): void {
  if (waiting.size > 0) stop(new Error("Stopped."));
}
