/** What every screen may read of the pane and of the workbook, and how it changes. Pure: nothing here waits, reads or writes. */

import type { InputEdit } from "../../workbook/edit/writeInputs";
import type { Conditions } from "../../workbook/host/conditions";
import type { SelectedCell } from "../../workbook/host/watch";
import type { WorkbookReading } from "../../workbook/readScenarios";
import { isReadingBusy, withLastFigures } from "./calculating";
import type { Messages } from "./explain";
import { INITIAL_PREFERENCES } from "./preferences";
import type { Preferences } from "./preferences";

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

/** What can be written into a workbook without a model. */
export type Insertion = "sample" | "model" | "answers";

export interface Shell {
  /** Id of the open screen. */
  readonly place: string;
  /** Screens whose code has been loaded. */
  readonly loaded: readonly string[];
  /** The screen whose code could not be loaded. */
  readonly unavailable: string | undefined;
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
  readonly preferences: Preferences;
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
}

/** Actions of the pane itself; `Place` are the screens that the sender may open. */
export type ShellAction<Place extends string = string> =
  | { readonly type: "went"; readonly place: Place }
  | { readonly type: "loaded"; readonly place: Place }
  | { readonly type: "unavailable"; readonly place: Place }
  | { readonly type: "menu"; readonly isOpen: boolean }
  /** What has been found out about Excel and how it is set up. */
  | { readonly type: "host"; readonly found: Partial<Pick<Shell, "isTooOld" | "countsFrom1904">> }
  | { readonly type: "read"; readonly reading: WorkbookReading; readonly conditions: Conditions; readonly messages: Messages }
  /** Cells were edited or a sheet deleted by hand: an undo in the workbook, too, does that. */
  | { readonly type: "edited" }
  | { readonly type: "selected"; readonly selection: SelectedCell; readonly messages: Messages }
  | { readonly type: "preferred"; readonly change: Partial<Preferences> }
  | { readonly type: "proposed"; readonly insertion: Insertion }
  | { readonly type: "declined" }
  | { readonly type: "started"; readonly work: string }
  | { readonly type: "heldUp"; readonly isHeldUp: boolean }
  | { readonly type: "finished"; readonly notice: string | undefined; readonly undo?: Undo }
  | { readonly type: "failed"; readonly failure: string; readonly cause?: Cause }
  | { readonly type: "details"; readonly details: Details }
  | { readonly type: "dismissed" };

/** A workbook that nothing keeps from being changed. */
export const UNHINDERED: Conditions = { isReadOnly: false, protectedSheets: [], isManual: false };

const NO_FAILURE = { failure: undefined, cause: undefined, details: undefined } as const;

/** What was done before is not said any more, nor offered to be undone. */
const NOTHING_SAID = { notice: undefined, undo: undefined } as const;

/** The screen that is open at first, whose code is part of the pane at start. */
const FIRST = "home";

export const INITIAL_SHELL: Shell = {
  place: FIRST,
  loaded: [FIRST],
  unavailable: undefined,
  isMenuOpen: false,
  reading: undefined,
  conditions: UNHINDERED,
  isTooOld: false,
  countsFrom1904: false,
  messages: new Map(),
  selection: undefined,
  preferences: INITIAL_PREFERENCES,
  busy: undefined,
  isHeldUp: false,
  isCalculating: false,
  proposed: undefined,
  ...NO_FAILURE,
  ...NOTHING_SAID,
};

/** Whether the user begins something else with an action of the pane itself. What is written says so itself, when it starts. */
export function beginsElsewhere(action: ShellAction, { place }: Shell): boolean {
  return action.type === "edited" || (action.type === "went" && action.place !== place);
}

/** What changes once the user begins something else: nothing is said of what was done before. */
export function atBeginning(isElsewhere: boolean): Partial<Shell> {
  // What went wrong is still said on another screen, and beside an edit on the sheet.
  return { ...(isElsewhere ? {} : NO_FAILURE), ...NOTHING_SAID };
}

/** The state of the pane itself after an action. */
export function updateShell(state: Shell, action: ShellAction): Shell {
  return updateFrame(updateReports(state, action), action);
}

/** Where the user is, and what the workbook is. */
function updateFrame(state: Shell, action: ShellAction): Shell {
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
    case "read":
      return afterReading(state, action);
    case "selected":
      return { ...state, selection: action.selection, messages: action.messages };
    case "preferred":
      return { ...state, preferences: { ...state.preferences, ...action.change } };
    default:
      return state;
  }
}

function afterReading(state: Shell, { reading, conditions, messages }: Extract<ShellAction, { type: "read" }>): Shell {
  return {
    ...state,
    reading: withLastFigures(state.reading, reading),
    isCalculating: isReadingBusy(reading),
    conditions,
    messages,
    proposed: reading.kind === "model" ? undefined : state.proposed,
  };
}

/** What the pane is about to do, does, and has done. */
function updateReports(state: Shell, action: ShellAction): Shell {
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

function propose(state: Shell, insertion: Insertion): Shell {
  if (state.reading?.kind === "model") return { ...state, notice: "This workbook already has a model. Nothing was changed." };
  return { ...state, place: FIRST, proposed: insertion, ...NO_FAILURE, ...NOTHING_SAID };
}

/** Whether the values of the model cannot be changed: the file is read-only, or the sheet of the inputs is protected. */
export function isFixed({ conditions, reading }: Pick<Shell, "conditions" | "reading">): boolean {
  const sheet = reading?.kind === "model" ? reading.inputs?.sheet : undefined;
  return conditions.isReadOnly || (sheet !== undefined && conditions.protectedSheets.includes(sheet));
}

/** The currency of the model; "" while there is none. */
export function currencyOf({ reading }: Pick<Shell, "reading">): string {
  return reading?.kind === "model" ? reading.model.currency : "";
}
