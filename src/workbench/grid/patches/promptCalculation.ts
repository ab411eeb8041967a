import { ICommandService, IConfigService } from "@univerjs/core";
import {
  ENGINE_FORMULA_PLUGIN_CONFIG_KEY,
  type IUniverEngineFormulaConfig,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  TriggerCalculationController,
} from "@univerjs/preset-sheets-core";
import type { OpenWorkbook } from "../workbook";

/** What is read of the grid's trigger of calculations; its typings keep it to itself. */
interface Trigger {
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _waitingCommandQueue: readonly { readonly id: string }[];
  _executingDirtyData: object;
  _generateDirty: (commands: readonly object[]) => object;
  _mergeDirty: (data: object, more: object) => object;
}

/** A calculation that takes longer than this lets the page be painted before the next, ms: without a sign for longer, people press the key again. */
const MOST_MS_UNPAINTED = 1000;

/** In place of the number of formulas after which the engine lets the page be painted: none is a multiple of it, not even the 0 of the first formula. */
const NEVER = {} as unknown as number;

/** Whether the engine lets the page be painted before the first formula and after every 500th, as it does when left alone. */
function createPauses({ injector }: OpenWorkbook) {
  const settings = injector.get(IConfigService);
  const own = settings.getConfig<IUniverEngineFormulaConfig>(ENGINE_FORMULA_PLUGIN_CONFIG_KEY) ?? {};
  return (are: boolean) => {
    settings.setConfig(ENGINE_FORMULA_PLUGIN_CONFIG_KEY, are ? own : { ...own, intervalCount: NEVER });
  };
}

/**
 * Calculates what a person has edited as soon as the edit is complete, and before the grid is painted: the cell and all that follows from it change at once, and
 * the pane shows its figures sooner by the time of a painting. The grid (Univer 0.25.1) waits for 100 ms whether another edit follows, and cannot be
 * told otherwise: code writes that quickly, people do not. An edit that comes while it calculates waits, for the grid then begins again with both.
 */
export function createPrompt(open: OpenWorkbook, isRunning: () => boolean) {
  const pause = createPauses(open);
  let began = 0;
  let lastMs = 0;
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
    // Whatever else has changed, such as a table's columns, is told first to those who keep formulas true to it.
    const isTyped = commands.every(({ id }) => id === SetRangeValuesMutation.id);
    pause(!isTyped || lastMs > MOST_MS_UNPAINTED);
    began = performance.now();
    try {
      await open.injector.get(ICommandService).executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
    } finally {
      isBeginning = false;
    }
  };
  return {
    calculate: () => queueMicrotask(() => void begin()),
    /** To be called when a calculation has ended, for any caller. */
    ended: () => {
      if (began > 0) lastMs = performance.now() - began;
      began = 0;
      pause(true);
    },
  };
}
