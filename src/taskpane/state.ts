/** Everything the pane shows, and how it changes. Pure: nothing here waits, reads or writes. */

import type { WorkbookReading } from "../workbook/readScenarios";
import type { SelectedCell } from "../workbook/watch";
import type { Messages } from "./explain";

/** What can be written into a workbook without a model. */
export type Insertion = "sample" | "model";

export interface PaneState {
  /** The workbook as it was last read; undefined until then. */
  readonly reading: WorkbookReading | undefined;
  readonly messages: Messages;
  readonly selection: SelectedCell | undefined;
  /** What is being done, in words; undefined when nothing is. */
  readonly busy: string | undefined;
  /** What the user asked to insert and has still to confirm. */
  readonly proposed: Insertion | undefined;
  /** What went wrong last, in words. */
  readonly failure: string | undefined;
  /** What was done last, in words. */
  readonly notice: string | undefined;
}

export type Action =
  | { readonly type: "read"; readonly reading: WorkbookReading; readonly messages: Messages }
  | { readonly type: "selected"; readonly selection: SelectedCell; readonly messages: Messages }
  | { readonly type: "proposed"; readonly insertion: Insertion }
  | { readonly type: "declined" }
  | { readonly type: "started"; readonly work: string }
  | { readonly type: "finished"; readonly notice: string | undefined }
  | { readonly type: "failed"; readonly failure: string }
  | { readonly type: "dismissed" };

export const INITIAL_STATE: PaneState = {
  reading: undefined,
  messages: new Map(),
  selection: undefined,
  busy: undefined,
  proposed: undefined,
  failure: undefined,
  notice: undefined,
};

/** The state after an action. */
export function update(state: PaneState, action: Action): PaneState {
  switch (action.type) {
    case "read":
      return {
        ...state,
        reading: action.reading,
        messages: action.messages,
        proposed: action.reading.kind === "model" ? undefined : state.proposed,
      };
    case "selected":
      return { ...state, selection: action.selection, messages: action.messages };
    case "proposed":
      return propose(state, action.insertion);
    case "declined":
      return { ...state, proposed: undefined };
    case "started":
      return { ...state, busy: action.work, failure: undefined, notice: undefined };
    case "finished":
      return { ...state, busy: undefined, proposed: undefined, notice: action.notice };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure };
    case "dismissed":
      return { ...state, failure: undefined, notice: undefined };
  }
}

function propose(state: PaneState, insertion: Insertion): PaneState {
  if (state.reading?.kind === "model") return { ...state, notice: "This workbook has a model already. Nothing was written." };
  return { ...state, proposed: insertion, failure: undefined, notice: undefined };
}
