/** What Inputs shows: which scenario, which rows, and what has been typed but not yet written. Pure. */

import type { ScenarioTable } from "../../workbook/formulas";
import type { CellValue } from "../../workbook/plan";
import type { Slice } from "../shell/screen";

/** A text that a person has typed into a field and that the workbook does not hold yet. */
export interface Draft {
  readonly text: string;
  /** What the cell held when typing began. */
  readonly seen: CellValue;
  /** Why the text could not be written. */
  readonly problem?: string;
  /** The formula that a value would replace. */
  readonly formula?: string;
}

export interface InputsState {
  readonly scenario: string;
  readonly search: string;
  /** "" shows every section. */
  readonly section: string;
  readonly onlyOverrides: boolean;
  /** Drafts by scenario and key. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** Key of the row whose details are open. */
  readonly open: string | undefined;
  /** A table that would be added beside the inputs, until the user agrees or declines. */
  readonly proposed: ProposedTable | undefined;
}

export interface ProposedTable {
  readonly table: ScenarioTable;
  /** What would be written, a line per sheet; nothing when the workbook has the table. */
  readonly preview: readonly string[];
  /** Why it cannot be written. */
  readonly conflicts: readonly string[];
}

export const INITIAL_INPUTS: InputsState = {
  scenario: "Base",
  search: "",
  section: "",
  onlyOverrides: false,
  drafts: new Map(),
  open: undefined,
  proposed: undefined,
};

export type Remark = { readonly problem: string } | { readonly formula: string };

export interface Field {
  readonly scenario: string;
  readonly key: string;
}

export type InputsAction =
  | { readonly type: "inputs/shown"; readonly shown: Partial<Pick<InputsState, "scenario" | "search" | "section" | "onlyOverrides">> }
  | { readonly type: "inputs/details"; readonly key: string }
  | { readonly type: "inputs/table"; readonly proposed: ProposedTable | undefined }
  | { readonly type: "inputs/typed"; readonly field: Field; readonly text: string; readonly seen: CellValue }
  /** Why what was typed is not written. */
  | { readonly type: "inputs/refused"; readonly field: Field; readonly remark: Remark }
  /** The user keeps what was typed although the cell has changed: it counts as seen. */
  | { readonly type: "inputs/kept"; readonly field: Field; readonly now: CellValue }
  /** The text is written, or the user took what the cell holds. */
  | { readonly type: "inputs/settled"; readonly field: Field };

function idOf({ scenario, key }: Field): string {
  return `${scenario}\n${key}`;
}

/** What has been typed into a field and not been written. */
export function draftOf(state: InputsState, field: Field): Draft | undefined {
  return state.drafts.get(idOf(field));
}

function withDraft(state: InputsState, field: Field, draft: Draft | undefined): InputsState {
  const drafts = new Map(state.drafts);
  if (draft) drafts.set(idOf(field), draft);
  else drafts.delete(idOf(field));
  return { ...state, drafts };
}

/** A draft with something said about it, or with another value that counts as seen; nothing where the draft is gone by now. */
function changedDraft(state: InputsState, field: Field, change: Partial<Draft>): InputsState {
  const draft = draftOf(state, field);
  return draft ? withDraft(state, field, { text: draft.text, seen: draft.seen, ...change }) : state;
}

/** What was typed stays with its scenario, whatever that is called now. */
function withDraftsOf(state: InputsState, nameOf: (scenario: string) => string): InputsState {
  const drafts = [...state.drafts].map(([id, draft]) => {
    const [scenario = "", key = ""] = id.split("\n");
    return [idOf({ scenario: nameOf(scenario), key }), draft] as const;
  });
  return { ...state, drafts: new Map(drafts) };
}

function toggled(state: InputsState, key: string): InputsState {
  return { ...state, open: state.open === key ? undefined : key };
}

/** The state of Inputs after an action. */
export function updateInputs(state: InputsState, action: InputsAction): InputsState {
  switch (action.type) {
    case "inputs/shown":
      return { ...state, ...action.shown };
    case "inputs/details":
      return toggled(state, action.key);
    case "inputs/table":
      return { ...state, proposed: action.proposed };
    case "inputs/typed":
      return withDraft(state, action.field, { text: action.text, seen: draftOf(state, action.field)?.seen ?? action.seen });
    case "inputs/refused":
      return changedDraft(state, action.field, action.remark);
    case "inputs/kept":
      return changedDraft(state, action.field, { seen: action.now });
    case "inputs/settled":
      return withDraft(state, action.field, undefined);
  }
}

export const INPUTS: Slice<InputsState, InputsAction> = {
  initial: INITIAL_INPUTS,
  update: updateInputs,
  begins: (action) => action.type === "inputs/table" && action.proposed !== undefined,
  reread: (state, { now, orBase }) => withDraftsOf({ ...state, scenario: orBase(state.scenario) }, (name) => now(name) ?? name),
};
