/** What the pane does to the workbook. Only here and in effects/ does anything wait. */

import { readConditions } from "../workbook/host/conditions";
import { countsFrom1904 } from "../workbook/host/dateSystem";
import { readWorkbook } from "../workbook/readScenarios";
import { readSelection, showCell, watchWorkbook } from "../workbook/host/watch";
import type { AnalyzeEffects } from "./effects/analyze";
import type { CompareEffects } from "./effects/compare";
import type { ExchangeEffects } from "./effects/exchange";
import type { FormulaEffects } from "./effects/formulas";
import { copyDetails, failedWith } from "./effects/failure";
import { messagesNow, onHeldUp, perform, run } from "./effects/host";
import type { EffectContext, Work } from "./effects/host";
import { onDemand } from "./effects/onDemand";
import { afterPause, atOnce } from "./effects/pacing";
import type { InputEffects } from "./effects/inputs";
import type { ModelEffects } from "./effects/model";
import type { ScenarioEffects } from "./effects/scenarios";
import type { RepairEffects } from "./effects/repair";
import { settingsEffects } from "./effects/settings";
import type { SettingsEffects } from "./effects/settings";
import type { SnapshotEffects } from "./effects/snapshots";
import { cancelQuestions } from "./functions/ask";
import type { Place } from "./places";
import type { Action, PaneState } from "./state";

export interface Effects {
  readonly start: () => Promise<void>;
  /** Opens a screen, loading its code when it has not been open yet. */
  readonly go: (place: Place) => Promise<void>;
  readonly show: (address: string) => Promise<void>;
  readonly calculate: () => Promise<void>;
  readonly cancel: () => void;
  /** Copies what a report of the last failure needs. */
  readonly copyDetails: () => Promise<void>;
  readonly model: ModelEffects;
  readonly inputs: InputEffects;
  readonly scenarios: ScenarioEffects;
  readonly compare: CompareEffects;
  readonly analyze: AnalyzeEffects;
  readonly formulas: FormulaEffects;
  readonly snapshots: SnapshotEffects;
  readonly exchange: ExchangeEffects;
  readonly repair: RepairEffects;
  readonly settings: SettingsEffects;
}

/** Loads the code of a screen; fails when it cannot be reached. */
type LoadScreen = (place: Place) => Promise<unknown>;

/** Requirement set of Office.js below which the pane cannot work; the functions can. */
const NEEDED_API = "1.9";

async function read(dispatch: (action: Action) => void): Promise<void> {
  try {
    const [reading, conditions] = await run(async (context) => [await readWorkbook(context), await readConditions(context)] as const);
    dispatch({ type: "read", reading, conditions, messages: messagesNow() });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

async function select({ dispatch }: EffectContext): Promise<void> {
  try {
    const selection = await run(readSelection);
    dispatch({ type: "selected", selection, messages: messagesNow() });
  } catch {
    // A chart or several ranges may be selected: there is no cell to explain then.
  }
}

const calculateWork: Work = async (excel) => {
  excel.workbook.application.calculate("Full");
  await excel.sync();
  return {};
};

async function show({ dispatch }: EffectContext, address: string): Promise<void> {
  try {
    await run((excel) => showCell(excel, address));
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** Loads what a workbook without a model needs: the questions, and the products that they offer with their prices. */
async function loadBeginning({ dispatch, state }: EffectContext, loadScreen: LoadScreen): Promise<void> {
  if (state().reading?.kind !== "absent" || state().home.products) return;
  try {
    await loadScreen("begin");
    dispatch({ type: "loaded", place: "begin" });
    const [{ reference }, { databasesOf }] = await Promise.all([import("../reference/load"), import("./questions")]);
    dispatch({ type: "home/products", products: databasesOf(reference.licenses) });
  } catch (error) {
    console.error(error);
    dispatch(failedWith(error));
  }
}

/** What a screen needs anew when it is opened, and when the workbook changes while it is open. */
function refreshScreen(effects: Effects, place: Place): Promise<void> {
  switch (place) {
    case "home":
    case "snapshots":
      return effects.snapshots.read();
    case "compare":
      return effects.compare.ask();
    case "analyze":
      return effects.analyze.read();
    case "formulas":
      return effects.formulas.load().then(() => effects.formulas.preview());
    case "exchange":
      return effects.exchange.readTables();
    case "repair":
      return effects.repair.read();
    case "settings":
      return effects.settings.read();
    default:
      return Promise.resolve();
  }
}

async function go({ dispatch }: EffectContext, effects: Effects, loadScreen: LoadScreen, place: Place): Promise<void> {
  dispatch({ type: "went", place });
  try {
    await loadScreen(place);
    dispatch({ type: "loaded", place });
  } catch (error) {
    console.error(error);
    dispatch({ type: "unavailable", place });
    dispatch(failedWith(error));
    return;
  }
  await refreshScreen(effects, place);
}

/** Asks whether the workbook counts days from 1904; an Excel that does not answer is taken for one that does not. */
async function readDateSystem({ dispatch }: EffectContext): Promise<void> {
  try {
    if (await run(countsFrom1904)) dispatch({ type: "host", found: { countsFrom1904: true } });
  } catch (error) {
    console.warn(error);
  }
}

async function start(context: EffectContext, effects: Effects, loadScreen: LoadScreen): Promise<void> {
  const { dispatch, state } = context;
  if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED_API)) {
    dispatch({ type: "host", found: { isTooOld: true } });
    return;
  }
  const readAll = async () => {
    await context.read();
    await loadBeginning(context, loadScreen);
    await refreshScreen(effects, state().place);
  };
  await context.read();
  const selected = afterPause(() => select(context));
  // What the pane writes itself it reads when all of it is written.
  const whenChanged = atOnce(readAll, () => state().busy !== undefined);
  const changed = (): void => {
    whenChanged();
    selected();
  };
  const edited = (): void => context.dispatch({ type: "edited" });
  await run((excel) => watchWorkbook(excel, { changed, edited, selected }));
  await select(context);
  await loadBeginning(context, loadScreen);
  await refreshScreen(effects, state().place);
  await readDateSystem(context);
}

/** What keeps the pane from starting is told as everything else that goes wrong. */
async function started({ dispatch }: EffectContext, begin: () => Promise<void>): Promise<void> {
  try {
    await begin();
  } catch (error) {
    console.error(error);
    dispatch(failedWith(error));
  }
}

/** The effects of the pane; what they find is handed to `dispatch`. */
export function createEffects(
  dispatch: (action: Action) => void,
  state: () => PaneState,
  locale: () => string,
  loadScreen: LoadScreen,
): Effects {
  onHeldUp((isHeldUp) => dispatch({ type: "heldUp", isHeldUp }));
  const context: EffectContext = {
    dispatch,
    state,
    get locale() {
      return locale();
    },
    read: () => read(dispatch),
  };
  const doing = async (words: string, work: Work): Promise<void> => {
    await perform(context, words, work);
  };
  const effects: Effects = {
    start: () => started(context, () => start(context, effects, loadScreen)),
    go: (place) => go(context, effects, loadScreen, place),
    show: (address) => show(context, address),
    calculate: () => doing("Calculating", calculateWork),
    cancel: cancelQuestions,
    copyDetails: () => copyDetails(dispatch, state()),
    model: onDemand(context, () => import("./effects/model").then(({ modelEffects }) => modelEffects(context))),
    inputs: onDemand(context, () => import("./effects/inputs").then(({ inputEffects }) => inputEffects(context))),
    scenarios: onDemand(context, () => import("./effects/scenarios").then(({ scenarioEffects }) => scenarioEffects(context))),
    compare: onDemand(context, () => import("./effects/compare").then(({ compareEffects }) => compareEffects(context))),
    analyze: onDemand(context, () => import("./effects/analyze").then(({ analyzeEffects }) => analyzeEffects(context))),
    formulas: onDemand(context, () => import("./effects/formulas").then(({ formulaEffects }) => formulaEffects(context))),
    snapshots: onDemand(context, () => import("./effects/snapshots").then(({ snapshotEffects }) => snapshotEffects(context))),
    repair: onDemand(context, () => import("./effects/repair").then(({ repairEffects }) => repairEffects(context))),
    settings: settingsEffects(context),
    exchange: onDemand(context, () => import("./effects/exchange").then(({ exchangeEffects }) => exchangeEffects(context))),
  };
  return effects;
}
