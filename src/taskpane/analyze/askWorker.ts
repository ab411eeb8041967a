/** Asks the worker of Analyze: one question at a time, a newer one or a cancellation ends the one before. */

import type { Answer, Progress, Question, Reply, Request } from "./question";

interface Waiting {
  readonly id: number;
  readonly onProgress: (progress: Progress) => void;
  /** Undefined: it was cancelled. */
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let waiting: Waiting | undefined;
let lastId = 0;

function take(reply: Reply): void {
  if (waiting?.id !== reply.id) return;
  if (reply.type === "progress") {
    waiting.onProgress(reply.progress);
    return;
  }
  const { resolve, reject } = waiting;
  waiting = undefined;
  if (reply.type === "answered") resolve(reply.answer);
  else reject(new Error(reply.problem));
}

function begin(): Worker {
  const begun = new Worker(new URL("./analysis.worker.ts", import.meta.url));
  begun.addEventListener("message", ({ data }: MessageEvent<Reply>) => take(data));
  begun.addEventListener("error", (event) => {
    event.preventDefault();
    begun.terminate();
    worker = undefined;
    // Where a script cannot be loaded there is no message.
    waiting?.reject(new Error(event.message || "The analysis could not be loaded. Check the connection, then try again."));
    waiting = undefined;
  });
  return begun;
}

/** Ends the question that is being answered; its answer is undefined. */
export function cancelAnalysis(): void {
  if (!waiting) return;
  worker?.postMessage({ type: "cancel", id: waiting.id } satisfies Request);
  waiting.resolve(undefined);
  waiting = undefined;
}

/** The answer to a question, with numbers as a language writes them; undefined when it was cancelled or a newer one was asked. */
export function askAnalysis(question: Question, locale: string, onProgress: (progress: Progress) => void): Promise<Answer | undefined> {
  cancelAnalysis();
  worker ??= begin();
  const id = (lastId += 1);
  return new Promise((resolve, reject) => {
    waiting = { id, onProgress, resolve, reject };
    worker?.postMessage({ type: "ask", id, question, locale } satisfies Request);
  });
}
