/** What the pane itself does to the workbook, and how the effects of the screens are loaded. Only in effects does anything wait. */

import { readConditions } from "../../workbook/host/conditions";
import { countsFrom1904 } from "../../workbook/host/dateSystem";
import { readSelection, showCell, watchWorkbook } from "../../workbook/host/watch";
import { readWorkbook } from "../../workbook/readScenarios";
import { cancelQuestions } from "../functions/ask";
import { copyDetails, failedWith } from "./failure";
import { messagesNow, onHeldUp, perform, run } from "./host";
import type { EffectContext, Work } from "./host";
import { onDemand } from "./onDemand";
import { afterPause, atOnce } from "./pacing";
import { keepPreferences } from "./preferences";
import { EFFECTS } from "./screens";
import type { Action, Effects, PaneState, Place } from "./screens";
import type { ShellEffects } from "./screen";
import type { ShellAction, Undo } from "./state";

/** Loads the code of a screen; fails when it cannot be reached. */
type LoadScreen = (place: Place) => Promise<unknown>;

type PaneContext = EffectContext<PaneState, Action, Place>;

/** Requirement set of Office.js below which the pane cannot work; the functions can. */
const NEEDED_API = "1.9";

async function read(dispatch: (action: ShellAction<never>) => void): Promise<void> {
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

/** What a screen reads again when it is opened, and when the workbook changes while it is open. */
async function refresh(effects: Effects, place: string): Promise<void> {
  const group = (effects as unknown as Readonly<Record<string, { readonly refresh?: () => Promise<void> } | undefined>>)[place];
  await group?.refresh?.();
}

async function go({ dispatch }: PaneContext, effects: Effects, loadScreen: LoadScreen, place: Place): Promise<void> {
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
  await refresh(effects, place);
}

/** Asks whether the workbook counts days from 1904; an Excel that does not answer is taken for one that does not. */
async function readDateSystem({ dispatch }: EffectContext): Promise<void> {
  try {
    if (await run(countsFrom1904)) dispatch({ type: "host", found: { countsFrom1904: true } });
  } catch (error) {
    console.warn(error);
  }
}

async function start(context: EffectContext, effects: Effects): Promise<void> {
  const { dispatch, state } = context;
  if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED_API)) {
    dispatch({ type: "host", found: { isTooOld: true } });
    return;
  }
  const readAll = async () => {
    await context.read();
    await refresh(effects, state().place);
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
  await refresh(effects, state().place);
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

/** The effects of the screens by their names: their code is loaded when one of them is first wanted. */
function screenEffects(context: PaneContext): Omit<Effects, keyof ShellEffects | "start"> {
  const groups = Object.entries(EFFECTS).map(([id, load]) => [id, onDemand(context, async () => (await load())(context))] as const);
  return Object.fromEntries(groups) as unknown as Effects;
}

function shellEffects(context: PaneContext, effects: () => Effects, loadScreen: LoadScreen) {
  const { dispatch, state } = context;
  const later = onDemand(context, async () => {
    const { undo } = await import("./undo");
    return { undo: (last: Undo) => undo(context, last) };
  });
  return {
    start: () => started(context, () => start(context, effects())),
    go: (place: Place) => go(context, effects(), loadScreen, place),
    show: (address: string) => show(context, address),
    calculate: async () => {
      await perform(context, "Calculating", calculateWork);
    },
    cancel: cancelQuestions,
    prefer: (change) => {
      dispatch({ type: "preferred", change });
      keepPreferences(state().preferences);
    },
    undo: (last: Undo) => later.undo(last),
    copyDetails: () => copyDetails(dispatch, state()),
  } satisfies ShellEffects<Place> & Pick<Effects, "start">;
}

/** The effects of the pane; what they find is handed to `dispatch`. */
export function createEffects(
  dispatch: (action: Action) => void,
  state: () => PaneState,
  locale: () => string,
  loadScreen: LoadScreen,
): Effects {
  onHeldUp((isHeldUp) => dispatch({ type: "heldUp", isHeldUp }));
  const context: PaneContext = {
    dispatch,
    state,
    get locale() {
      return locale();
    },
    read: () => read(dispatch),
  };
  const effects: Effects = { ...shellEffects(context, () => effects, loadScreen), ...screenEffects(context) };
  return effects;
}
