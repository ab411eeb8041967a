/** Runs the shipped functions.js beside the pane: what it answers is what the grid shows, and a long answer does not stop the pane. */

import type { Answer, Question, ResultCell, ResultError } from "./protocol";

declare function importScripts(address: string): void;

type Body = (...args: readonly unknown[]) => unknown;

const bodies = new Map<string, Body>();

class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? "");
  }
}

/** As much of Excel's realm of custom functions as functions.js uses. */
Object.assign(globalThis, {
  CustomFunctions: {
    associate: (id: string, body: Body) => bodies.set(id.toUpperCase(), body),
    Error: CustomFunctionsError,
    ErrorCode: {
      divisionByZero: "#DIV/0!",
      invalidName: "#NAME?",
      invalidNumber: "#NUM!",
      invalidReference: "#REF!",
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      nullReference: "#NULL!",
    },
  },
});

importScripts("../functions.js");

function errorOf(thrown: unknown): ResultError {
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return { error: typeof code === "string" ? code : "#VALUE!", message: typeof message === "string" ? message : "" };
}

function cellOf(value: unknown): ResultCell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? "" : errorOf(value);
}

function rowsOf(result: unknown): ResultCell[][] {
  if (!Array.isArray(result)) return [[cellOf(result)]];
  return result.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
}

function answered({ id, functionId, args }: Question): Answer {
  const body = bodies.get(functionId.toUpperCase());
  if (!body) return { id, rows: [[{ error: "#NAME?", message: `There is no function ${functionId}.` }]] };
  try {
    return { id, rows: rowsOf(body(...args, { functionName: functionId })) };
  } catch (thrown) {
    return { id, rows: [[errorOf(thrown)]] };
  }
}

addEventListener("message", (event: MessageEvent<Question>) => postMessage(answered(event.data)));
