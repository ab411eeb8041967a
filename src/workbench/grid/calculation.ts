import { ICommandService } from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  TriggerCalculationController,
} from "@univerjs/preset-sheets-core";
import { type OpenWorkbook, onCommand } from "./workbook";

/** The engine waits 100 ms for further writes of code before it starts; if it has not started after this time, there was nothing to calculate. */
const START_LIMIT_MS = 400;

export interface Calculation {
  readonly settled: () => Promise<void>;
  readonly recalculate: () => Promise<void>;
  onStart(listener: () => void): void;
  onEnd(listener: () => void): void;
}

function notifies(command: { id: string; params?: object }): boolean {
  if (command.id !== SetFormulaCalculationNotificationMutation.id) return false;
  return "functionsExecutedState" in (command.params ?? {});
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

/** What is read of the grid's trigger of calculations; its typings keep it to itself. */
interface Trigger {
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _waitingCommandQueue: readonly object[];
  _executingDirtyData: object;
  _generateDirty: (commands: readonly object[]) => object;
  _mergeDirty: (data: object, more: object) => object;
}

/**
 * Calculates what a person has edited as soon as the edit is complete. The grid (Univer 0.25.1) waits for 100 ms whether another edit follows, and cannot be
 * told otherwise: code writes that quickly, people do not. An edit that comes while it calculates waits, for the grid then begins anew with both.
 */
function createPrompt(open: OpenWorkbook, isRunning: () => boolean) {
  const trigger = open.injector.get(TriggerCalculationController) as unknown as Trigger;
  let isBeginning = false;
  const begin = async () => {
    const commands = trigger._waitingCommandQueue;
    if (commands.length === 0 || isBeginning || isRunning()) return;
    isBeginning = true;
    clearTimeout(trigger._setTimeoutKey);
    trigger._waitingCommandQueue = [];
    trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, trigger._generateDirty(commands));
    const params = { ...trigger._executingDirtyData };
    try {
      await open.injector.get(ICommandService).executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
    } finally {
      isBeginning = false;
    }
  };
  return () => queueMicrotask(() => void begin());
}

/** Follows the formula engine, so that who reads cells can wait until they are up to date. */
export function trackCalculation(open: OpenWorkbook): Calculation {
  const dirty = open.injector.get(IActiveDirtyManagerService);
  const { listeners, isRunning, settled, expect, start, end } = createTracker();
  const calculateSoon = createPrompt(open, isRunning);
  onCommand(open, (command, options) => {
    const isResult = command.id === SetRangeValuesMutation.id && options?.onlyLocal === true;
    if (command.id === SetFormulaCalculationStartMutation.id) start();
    else if (notifies(command)) end();
    else if (!isResult && dirty.get(command.id) !== undefined) {
      expect();
      if (!open.isCodeWriting()) calculateSoon();
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
