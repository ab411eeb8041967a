/** Everything the pane shows, and how it changes. Pure: nothing here waits, reads or writes. */

import type { Conditions } from "../workbook/host/conditions";
import type { InputEdit } from "../workbook/edit/writeInputs";
import type { WorkbookReading } from "../workbook/readScenarios";
import type { SelectedCell } from "../workbook/host/watch";
import type { Messages } from "./explain";
import { isReadingBusy, withLastFigures } from "./states/calculating";
import type { Place } from "./places";
import { INITIAL_ANALYZE, updateAnalyze } from "./states/analyze";
import type { AnalyzeAction, AnalyzeState } from "./states/analyze";
import { INITIAL_COMPARE, updateCompare } from "./states/compare";
import type { CompareAction, CompareState } from "./states/compare";
import { INITIAL_EXCHANGE, updateExchange } from "./states/exchange";
import type { ExchangeAction, ExchangeState } from "./states/exchange";
import { INITIAL_FORMULAS, updateFormulas } from "./states/formulas";
import type { FormulasAction, FormulasState } from "./states/formulas";
import { INITIAL_HOME, updateHome, withProposalFor } from "./states/home";
import type { HomeAction, HomeState, Insertion } from "./states/home";
import { INITIAL_INPUTS, updateInputs } from "./states/inputs";
import type { InputsAction, InputsState } from "./states/inputs";
import { INITIAL_REPAIR, updateRepair } from "./states/repair";
import type { RepairAction, RepairState } from "./states/repair";
import { withNamesOf } from "./states/scenarios";
import { INITIAL_SETTINGS, updateSettings } from "./states/settings";
import type { SettingsAction, SettingsState } from "./states/settings";
import { INITIAL_SNAPSHOTS, updateSnapshots } from "./states/snapshots";
import type { SnapshotsAction, SnapshotsState } from "./states/snapshots";

/** What brings back the cells that were changed last. */
export interface Undo {
  readonly words: string;
  readonly edits: readonly InputEdit[];
}

/** The error behind a failure. */
export interface Cause {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  /** The member of office.js that failed, and the statement that asked it. */
  readonly place: string | undefined;
  readonly statement: string | undefined;
  readonly stack: string | undefined;
}

/** What a report of a failure needs, as text; to be copied by hand where the browser does not allow it. */
export interface Details {
  readonly text: string;
  readonly isCopied: boolean;
}

export interface PaneState {
  readonly place: Place;
  /** Screens whose code has been loaded. */
  readonly loaded: readonly Place[];
  /** The screen whose code could not be loaded. */
  readonly unavailable: Place | undefined;
  readonly isMenuOpen: boolean;
  /** The workbook as it was last read; undefined until then. */
  readonly reading: WorkbookReading | undefined;
  readonly conditions: Conditions;
  /** Excel lacks what the pane needs: functions work, the pane does not. */
  readonly isTooOld: boolean;
  /** The workbook counts days from 1904: date cells reach the functions four years and a day early. */
  readonly countsFrom1904: boolean;
  readonly messages: Messages;
  readonly selection: SelectedCell | undefined;
  /** What is being done, in words; undefined when nothing is. */
  readonly busy: string | undefined;
  /** Excel waits with what the pane reads or writes until the cell that is being edited is finished. */
  readonly isHeldUp: boolean;
  /** Excel is still calculating: what has no value yet shows its last one. */
  readonly isCalculating: boolean;
  /** What the user asked to insert and has still to confirm. */
  readonly proposed: Insertion | undefined;
  /** What went wrong last, in words. */
  readonly failure: string | undefined;
  /** The error that it comes from; undefined where it is no error. */
  readonly cause: Cause | undefined;
  /** The details of that error, once they have been asked for. */
  readonly details: Details | undefined;
  /** What was done last, in words: until the next thing is begun, another screen is opened, or the sheets are edited by hand. */
  readonly notice: string | undefined;
  readonly undo: Undo | undefined;
  readonly home: HomeState;
  readonly inputs: InputsState;
  readonly compare: CompareState;
  readonly analyze: AnalyzeState;
  readonly formulas: FormulasState;
  readonly snapshots: SnapshotsState;
  readonly exchange: ExchangeState;
  readonly repair: RepairState;
  readonly settings: SettingsState;
}

type FrameAction =
  | { readonly type: "went"; readonly place: Place }
  | { readonly type: "loaded"; readonly place: Place }
  | { readonly type: "unavailable"; readonly place: Place }
  | { readonly type: "menu"; readonly isOpen: boolean }
  /** What has been found out about Excel and how it is set up. */
  | { readonly type: "host"; readonly found: Partial<Pick<PaneState, "isTooOld" | "countsFrom1904">> }
  | { readonly type: "read"; readonly reading: WorkbookReading; readonly conditions: Conditions; readonly messages: Messages }
  /** Cells were edited or a sheet deleted by hand: an undo in the workbook, too, does that. */
  | { readonly type: "edited" }
  | { readonly type: "selected"; readonly selection: SelectedCell; readonly messages: Messages }
  | { readonly type: "proposed"; readonly insertion: Insertion }
  | { readonly type: "declined" }
  | { readonly type: "started"; readonly work: string }
  | { readonly type: "heldUp"; readonly isHeldUp: boolean }
  | { readonly type: "finished"; readonly notice: string | undefined; readonly undo?: Undo }
  | { readonly type: "failed"; readonly failure: string; readonly cause?: Cause }
  | { readonly type: "details"; readonly details: Details }
  | { readonly type: "dismissed" };

export type Action =
  | FrameAction
  | HomeAction
  | InputsAction
  | CompareAction
  | AnalyzeAction
  | FormulasAction
  | SnapshotsAction
  | ExchangeAction
  | RepairAction
  | SettingsAction;

/** A workbook that nothing keeps from being changed. */
export const UNHINDERED: Conditions = { isReadOnly: false, protectedSheets: [], isManual: false };

const NO_FAILURE = { failure: undefined, cause: undefined, details: undefined } as const;

export const INITIAL_STATE: PaneState = {
  place: "home",
  loaded: ["home"],
  unavailable: undefined,
  isMenuOpen: false,
  reading: undefined,
  conditions: UNHINDERED,
  isTooOld: false,
  countsFrom1904: false,
  messages: new Map(),
  selection: undefined,
  busy: undefined,
  isHeldUp: false,
  isCalculating: false,
  proposed: undefined,
  ...NO_FAILURE,
  notice: undefined,
  undo: undefined,
  home: INITIAL_HOME,
  inputs: INITIAL_INPUTS,
  compare: INITIAL_COMPARE,
  analyze: INITIAL_ANALYZE,
  formulas: INITIAL_FORMULAS,
  snapshots: INITIAL_SNAPSHOTS,
  exchange: INITIAL_EXCHANGE,
  repair: INITIAL_REPAIR,
  settings: INITIAL_SETTINGS,
};

/** How the action of a screen changes that screen's part of the state. */
const SCREENS = {
  home: (state: PaneState, action: HomeAction) => ({ ...state, home: updateHome(state.home, action) }),
  inputs: (state: PaneState, action: InputsAction) => ({ ...state, inputs: updateInputs(state.inputs, action) }),
  compare: (state: PaneState, action: CompareAction) => ({ ...state, compare: updateCompare(state.compare, action) }),
  analyze: (state: PaneState, action: AnalyzeAction) => ({ ...state, analyze: updateAnalyze(state.analyze, action) }),
  formulas: (state: PaneState, action: FormulasAction) => ({ ...state, formulas: updateFormulas(state.formulas, action) }),
  snapshots: (state: PaneState, action: SnapshotsAction) => ({ ...state, snapshots: updateSnapshots(state.snapshots, action) }),
  exchange: (state: PaneState, action: ExchangeAction) => ({ ...state, exchange: updateExchange(state.exchange, action) }),
  repair: (state: PaneState, action: RepairAction) => ({ ...state, repair: updateRepair(state.repair, action) }),
  settings: (state: PaneState, action: SettingsAction) => ({ ...state, settings: updateSettings(state.settings, action) }),
};

/** What was done before is not said any more, nor offered to be undone. */
const NOTHING_SAID = { notice: undefined, undo: undefined } as const;

/** Whether the user begins something else. What is written says so itself, when it starts. */
function isBeginning(action: Action, { place }: PaneState): boolean {
  switch (action.type) {
    case "went":
      return action.place !== place;
    case "edited":
    case "home/naming":
    case "analyze/started":
    case "exchange/planned":
      return true;
    case "home/refresh":
      return action.isProposed;
    case "inputs/table":
      return action.proposed !== undefined;
    case "analyze/proposed":
      return action.proposal !== undefined;
    default:
      return false;
  }
}

/** The state with nothing said of what was done; of what went wrong, too, once the user wants something else of the workbook. */
function atBeginning(state: PaneState, action: Action): PaneState {
  const isElsewhere = action.type === "went" || action.type === "edited";
  return { ...state, ...(isElsewhere ? {} : NO_FAILURE), ...NOTHING_SAID };
}

/** The state after an action. */
export function update(before: PaneState, action: Action): PaneState {
  const state = isBeginning(action, before) ? atBeginning(before, action) : before;
  const screen = action.type.split("/")[0] ?? "";
  // The type of an action names its screen: home/named is a HomeAction.
  if (action.type.includes("/") && screen in SCREENS)
    return (SCREENS[screen as keyof typeof SCREENS] as (state: PaneState, action: Action) => PaneState)(state, action);
  return updateFrame(updateReports(state, action as FrameAction), action as FrameAction);
}

/** Where the user is, and what the workbook is. */
function updateFrame(state: PaneState, action: FrameAction): PaneState {
  switch (action.type) {
    case "went":
      // That a screen could not be loaded is no news for another, nor while it is loaded again.
      return { ...state, ...(state.unavailable && NO_FAILURE), place: action.place, isMenuOpen: false, unavailable: undefined };
    case "loaded":
      return { ...state, loaded: [...new Set([...state.loaded, action.place])], unavailable: undefined };
    case "unavailable":
      return { ...state, unavailable: action.place };
    case "menu":
      return { ...state, isMenuOpen: action.isOpen };
    case "host":
      return { ...state, ...action.found };
    case "read": {
      const named = withNamesOf(state, state.reading, action.reading);
      return {
        ...state,
        ...named,
        home: withProposalFor(named.home, action.reading),
        reading: withLastFigures(state.reading, action.reading),
        isCalculating: isReadingBusy(action.reading),
        conditions: action.conditions,
        messages: action.messages,
        proposed: action.reading.kind === "model" ? undefined : state.proposed,
      };
    }
    case "selected":
      return { ...state, selection: action.selection, messages: action.messages };
    default:
      return state;
  }
}

/** What the pane is about to do, does, and has done. */
function updateReports(state: PaneState, action: FrameAction): PaneState {
  switch (action.type) {
    case "proposed":
      return propose(state, action.insertion);
    case "declined":
      return { ...state, proposed: undefined };
    case "started":
      return { ...state, busy: action.work, ...NO_FAILURE, ...NOTHING_SAID };
    case "heldUp":
      return { ...state, isHeldUp: action.isHeldUp };
    case "finished":
      return { ...state, busy: undefined, proposed: undefined, notice: action.notice, undo: action.undo };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure, cause: action.cause, details: undefined };
    case "details":
      return { ...state, details: action.details };
    case "dismissed":
      return { ...state, ...NO_FAILURE, ...NOTHING_SAID };
    default:
      return state;
  }
}

function propose(state: PaneState, insertion: Insertion): PaneState {
  if (state.reading?.kind === "model") return { ...state, notice: "This workbook has a model already. Nothing was written." };
  return { ...state, place: "home", proposed: insertion, ...NO_FAILURE, ...NOTHING_SAID };
}

/** Whether the values of the model cannot be changed: the file is read-only, or the sheet of the inputs is protected. */
export function isFixed({ conditions, reading }: PaneState): boolean {
  const sheet = reading?.kind === "model" ? reading.inputs?.sheet : undefined;
  return conditions.isReadOnly || (sheet !== undefined && conditions.protectedSheets.includes(sheet));
}
