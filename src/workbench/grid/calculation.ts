import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetRangeValuesMutation,
  SetSuperTableMutation,
} from "@univerjs/preset-sheets-core";
import { createPrompt } from "./patches/promptCalculation";
import { type OpenWorkbook, onCommand } from "./workbook";

/** The engine waits 100 ms for further writes of code before it starts; if it has not started after this time, there was nothing to calculate. */
const START_LIMIT_MS = 400;

export interface Calculation {
  readonly settled: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  onStart(listener: () => void): void;
  onEnd(listener: () => void): void;
}

/** How a calculation has ended, when a command says that one has. */
function endOf({ id, params }: { id: string; params?: object }): FormulaExecutedStateType | undefined {
  if (id !== SetFormulaCalculationNotificationMutation.id) return undefined;
  return (params as { functionsExecutedState?: FormulaExecutedStateType } | undefined)?.functionsExecutedState;
}

/** The engine says twice that a calculation was stopped, the second time after the next one has begun. */
const TIMES_SAID = 2;

/** Tells ends of the calculation that runs from late ones of a calculation that was stopped. */
function createEnds() {
  let stillSaid = 0;
  let isNext = false;
  return {
    stopped: () => {
      stillSaid = TIMES_SAID;
      isNext = false;
    },
    started: () => (isNext = true),
    isOfTheLast: (state: FormulaExecutedStateType): boolean => {
      if (state !== FormulaExecutedStateType.STOP_EXECUTION || stillSaid === 0) return true;
      stillSaid -= 1;
      return !isNext;
    },
  };
}

/** The state that the engine's commands drive: an edit is awaited until the engine starts, and its work until it ends. */
function createTracker() {
  const waiting: (() => void)[] = [];
  const listeners = { start: [] as (() => void)[], end: [] as (() => void)[] };
  let isRunning = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isBusy = () => isRunning || timer !== undefined;
  const release = () => {
    if (!isBusy()) for (const resolve of waiting.splice(0)) resolve();
  };
  const stopTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    listeners,
    isRunning: () => isRunning,
    settled: () => new Promise<void>((resolve) => (isBusy() ? waiting.push(resolve) : resolve())),
    expect: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stopTimer();
        release();
      }, START_LIMIT_MS);
    },
    start: () => {
      stopTimer();
      isRunning = true;
      for (const listener of listeners.start) listener();
    },
    end: () => {
      isRunning = false;
      // The results are written by listeners of the same command: let them finish, and who reads them come before the next picture of the page.
      queueMicrotask(() => {
        for (const listener of listeners.end) listener();
        release();
      });
    },
  };
}

/** Follows the formula engine, so that who reads cells can wait until they are up to date. */
export function trackCalculation(open: OpenWorkbook): Calculation {
  const dirty = open.injector.get(IActiveDirtyManagerService);
  const { listeners, isRunning, settled, expect, start, end } = createTracker();
  const ends = createEnds();
  const prompt = createPrompt(open, isRunning);
  listeners.end.push(prompt.ended);
  onCommand(open, (command) => {
    const ended = endOf(command);
    if (command.id === SetFormulaCalculationStopMutation.id) ends.stopped();
    else if (ended !== undefined && ends.isOfTheLast(ended)) {
      // A calculation is stopped for one with further changes, as a rule: who waits, waits for that.
      if (ended === FormulaExecutedStateType.STOP_EXECUTION) expect();
      end();
    } else if (command.id === SetFormulaCalculationStartMutation.id) {
      ends.started();
      start();
    }
  });
  onCommand(open, (command, options) => {
    const isResult = command.id === SetRangeValuesMutation.id && options?.onlyLocal === true;
    if (!isResult && dirty.get(command.id) !== undefined) {
      expect();
      // Where a table is follows from another change: in a batch of code, which goes on, or in an edit, which is calculated by itself.
      if (!open.isCodeWriting() && command.id !== SetSuperTableMutation.id) prompt.calculate();
    }
  });
  return {
    settled,
    recalculate: () => {
      open.api.getFormula().executeCalculation();
      expect();
      return settled();
    },
    onStart: (listener) => void listeners.start.push(listener),
    onEnd: (listener) => void listeners.end.push(listener),
  };
}
