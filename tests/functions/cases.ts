/** Tables of cases for custom functions: calls with their results, and calls that are refused. */

import { expect, test } from "vitest";
import { call, errorOf } from "./host";

/** A call and what it gives: a cell, or rows of cells. */
export type AnswerCase = readonly [what: string, args: readonly unknown[], expected: unknown];

/** A call that has no answer: its code and a part of its message. */
export type RefusalCase = readonly [what: string, args: readonly unknown[], code: "#VALUE!" | "#N/A", message: string];

const near = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(near);
  return typeof value === "number" ? expect.closeTo(value, 9) : value;
};

/** Each call gives its result, numbers to nine digits after the point. */
export function answersOf(id: string, cases: readonly AnswerCase[]): void {
  test.each(cases)(`${id} %s`, (_what, args, expected) => {
    const result = call(id, ...args);
    expect(Array.isArray(expected) || !Array.isArray(result) ? result : (result as unknown[][])[0][0]).toEqual(near(expected));
  });
}

/** Each call is refused with its code and message. */
export function refusalsOf(id: string, cases: readonly RefusalCase[]): void {
  test.each(cases)(`${id} refuses %s`, (_what, args, code, message) => {
    expect(errorOf(id, ...args)).toEqual({ code, message: expect.stringContaining(message) as string });
  });
}
