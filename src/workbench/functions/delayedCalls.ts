import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/preset-sheets-core";
import type { FunctionResult, Invocation } from "../office/external";
import { type BoundCall, type Calls, toMatrix } from "./call";
import { type Argument, BUSY, FormulaError, type Scalar, marshal } from "./marshal";

/** Kept answers: more than the calls of any workbook here. The oldest go first. */
const MOST_ANSWERS = 20_000;

/** Numbers by which the library tells the error of a function. */
const ERRORS: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

type Answer = Scalar[][] | FormulaError;

interface Ends {
  readonly allowsErrors: boolean;
  /** Hands calls to the library, which has the functions. */
  readonly invoke: (calls: readonly Invocation[]) => void;
  /** Calculates again the formulas that wait for answers. */
  readonly recalculate: () => void;
}

function answerOf([, isResult, value, error = 0]: FunctionResult): Answer {
  if (!isResult) return value === "NaN" ? new FormulaError("#NUM!") : new FormulaError(ERRORS[error] ?? "#VALUE!", value as string);
  try {
    return toMatrix(value);
  } catch (thrown) {
    return thrown as FormulaError;
  }
}

function requireCalculated(given: readonly Argument[]) {
  const isBusy = (cell: Scalar) => cell instanceof FormulaError && cell.code === BUSY;
  if (given.some((argument) => argument?.some((row) => row.some(isBusy)))) throw new FormulaError(BUSY);
}

/** Calls that wait for their answers, by the cell, the function and the arguments of each. */
function createQueue(invoke: Ends["invoke"]) {
  const asked = new Set<string>();
  const keys = new Map<number, string>();
  let waiting: Invocation[] = [];
  let count = 0;
  const send = () => {
    invoke(waiting);
    waiting = [];
  };
  return {
    ask: (key: string, id: string, given: readonly unknown[], address: string, places: readonly string[]) => {
      if (asked.has(key)) return;
      count += 1;
      asked.add(key);
      keys.set(count, key);
      // All calls of one calculation go together.
      if (waiting.length === 0) setTimeout(send);
      waiting.push([count, id, given, address, 0, places]);
    },
    answered: (id: number): string | undefined => {
      const key = keys.get(id);
      keys.delete(id);
      if (key !== undefined) asked.delete(key);
      return key;
    },
  };
}

/**
 * Calls as Excel makes them: the formula is #BUSY! until the library has answered, in rounds of half a second each, and so is what reads it. Functions of
 * this add-in are pure, so an answer stays true for the same call from the same cell.
 */
export function delayedCalls({ allowsErrors, invoke, recalculate }: Ends): Calls & {
  readonly take: (results: readonly FunctionResult[]) => void;
} {
  // The engine has no name for the error: with it, what reads such a cell shows it as well.
  (ERROR_TYPE_SET as Set<ErrorType | typeof BUSY>).add(BUSY);
  const answers = new Map<string, Answer>();
  const { ask, answered } = createQueue(invoke);
  return {
    bind: ({ id, parameters }): BoundCall => {
      return (given, { address, parameterAddresses }) => {
        requireCalculated(given);
        const marshalled = marshal(parameters, given, allowsErrors);
        const key = JSON.stringify([address, id, marshalled]);
        const answer = answers.get(key);
        if (answer === undefined) ask(key, id, marshalled, address, parameterAddresses);
        if (answer === undefined || answer instanceof FormulaError) throw answer ?? new FormulaError(BUSY);
        return answer;
      };
    },
    take: (results) => {
      for (const result of results) answers.set(answered(result[0]) ?? "", answerOf(result));
      for (const oldest of [...answers.keys()].slice(0, Math.max(0, answers.size - MOST_ANSWERS))) answers.delete(oldest);
      recalculate();
    },
  };
}
