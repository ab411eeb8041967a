/** What the pane does to the workbook. Only here and in effects/ does anything wait. */

import { calculateNow, readHostFacts } from "../workbook/edit/hostFacts";
import { insertModel } from "../workbook/insertModel";
import { EMPTY_MODEL } from "../workbook/modelPlan";
import type { ModelContent } from "../workbook/modelPlan";
import { readWorkbook } from "../workbook/readScenarios";
import { compareScenarios, refreshModel } from "../workbook/refreshModel";
import { SAMPLE } from "../workbook/sample";
import { readSelection, showCell, watchWorkbook } from "../workbook/watch";
import { compareEffects } from "./effects/compare";
import type { CompareEffects } from "./effects/compare";
import { exchangeEffects } from "./effects/exchange";
import type { ExchangeEffects } from "./effects/exchange";
import { formulaEffects } from "./effects/formulas";
import type { FormulaEffects } from "./effects/formulas";
import { afterPause, messagesNow, perform, run, wordsOfFailure } from "./effects/host";
import type { EffectContext, Work } from "./effects/host";
import { inputEffects } from "./effects/inputs";
import type { InputEffects } from "./effects/inputs";
import { scenarioEffects } from "./effects/scenarios";
import type { ScenarioEffects } from "./effects/scenarios";
import { snapshotEffects } from "./effects/snapshots";
import type { SnapshotEffects } from "./effects/snapshots";
import { cancelQuestions } from "./functions/ask";
import type { Place } from "./places";
import { databasesOf, defaultAnswers, modelOfAnswers, readAnswers } from "./questions";
import type { Action, Insertion, PaneState } from "./state";

export interface Effects {
  readonly start: () => Promise<void>;
  /** Opens a screen, loading its code when it has not been open yet. */
  readonly go: (place: Place) => Promise<void>;
  readonly insert: (insertion: Insertion) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly compareSheet: () => Promise<void>;
  readonly show: (address: string) => Promise<void>;
  readonly calculate: () => Promise<void>;
  readonly cancel: () => void;
  readonly inputs: InputEffects;
  readonly scenarios: ScenarioEffects;
  readonly compare: CompareEffects;
  readonly formulas: FormulaEffects;
  readonly snapshots: SnapshotEffects;
  readonly exchange: ExchangeEffects;
}

/** Requirement set of Office.js below which the pane cannot work; the functions can. */
const NEEDED_API = "1.9";

async function read(dispatch: (action: Action) => void): Promise<void> {
  try {
    const [reading, host] = await run(async (context) => [await readWorkbook(context), await readHostFacts(context)] as const);
    dispatch({ type: "read", reading, host, messages: messagesNow() });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
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

/** The model that is asked for: the sample, an empty one, or that of the answers. */
function contentOf({ home }: PaneState, insertion: Insertion, locale: string): ModelContent {
  if (insertion === "sample") return SAMPLE;
  if (insertion === "model") return EMPTY_MODEL;
  const products = home.products ?? [];
  return modelOfAnswers(readAnswers({ ...defaultAnswers(locale), ...home.answers }, products, locale).values, products);
}

function insertWork({ state, locale }: EffectContext, insertion: Insertion): Work {
  return async (excel) => {
    const { conflicts } = await insertModel(excel, contentOf(state(), insertion, locale));
    if (conflicts.length > 0) throw new Error(`Nothing was written. ${conflicts.join(" ")}`);
    return {};
  };
}

const refreshWork: Work = async (excel) => {
  const added = await refreshModel(excel);
  return { notice: added.length > 0 ? `Added to the comparison: ${added.join(", ")}.` : "The model is up to date." };
};

async function show({ dispatch }: EffectContext, address: string): Promise<void> {
  try {
    await run((excel) => showCell(excel, address));
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

/** The products that the questions offer: the reference data is loaded only where they are asked. */
async function loadProducts({ dispatch, state }: EffectContext): Promise<void> {
  if (state().reading?.kind !== "absent" || state().home.products) return;
  try {
    const { reference } = await import("../reference/load");
    dispatch({ type: "home/products", products: databasesOf(reference.licenses) });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
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
    case "formulas":
      return effects.formulas.load().then(() => effects.formulas.preview());
    case "exchange":
      return effects.exchange.readTables();
    default:
      return Promise.resolve();
  }
}

/** Loads the code of a screen; fails when it cannot be reached. */
type LoadScreen = (place: Place) => Promise<unknown>;

async function go({ dispatch }: EffectContext, effects: Effects, loadScreen: LoadScreen, place: Place): Promise<void> {
  dispatch({ type: "went", place });
  try {
    await loadScreen(place);
    dispatch({ type: "loaded", place });
  } catch {
    return dispatch({ type: "unavailable", place });
  }
  await refreshScreen(effects, place);
}

async function start(context: EffectContext, effects: Effects): Promise<void> {
  const { dispatch, state } = context;
  if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED_API)) return dispatch({ type: "tooOld" });
  const readAll = async () => {
    await context.read();
    await loadProducts(context);
    await refreshScreen(effects, state().place);
  };
  await context.read();
  const selected = afterPause(() => select(context));
  const whenChanged = afterPause(readAll);
  const changed = (): void => {
    whenChanged();
    selected();
  };
  await run((excel) => watchWorkbook(excel, { changed, selected }));
  await select(context);
  await loadProducts(context);
  await refreshScreen(effects, state().place);
}

/** The effects of the pane; what they find is handed to `dispatch`. */
export function createEffects(dispatch: (action: Action) => void, state: () => PaneState, locale: string, loadScreen: LoadScreen): Effects {
  const context: EffectContext = { dispatch, state, locale, read: () => read(dispatch) };
  const writing = { sample: "Writing the sample", model: "Writing the model", answers: "Writing the model" };
  const effects: Effects = {
    start: () => start(context, effects),
    go: (place) => go(context, effects, loadScreen, place),
    insert: async (insertion) => void (await perform(context, writing[insertion], insertWork(context, insertion))),
    refresh: async () => void (await perform(context, "Refreshing the model", refreshWork)),
    compareSheet: async () =>
      void (await perform(context, "Preparing the comparison", (excel) => compareScenarios(excel).then(() => ({})))),
    show: (address) => show(context, address),
    calculate: async () => void (await perform(context, "Calculating", (excel) => calculateNow(excel).then(() => ({})))),
    cancel: cancelQuestions,
    inputs: inputEffects(context),
    scenarios: scenarioEffects(context),
    compare: compareEffects(context),
    formulas: formulaEffects(context),
    snapshots: snapshotEffects(context),
    exchange: exchangeEffects(context),
  };
  return effects;
}
