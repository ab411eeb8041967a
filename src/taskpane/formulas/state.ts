/** What Formulas shows: a search, or the form of one function with its preview. Pure. */

import type { FunctionHelp } from "../functions/help";
import type { ResultRows } from "../functions/protocol";
import type { Slice } from "../shell/screen";

/** Why a formula with a calculation among its arguments has no preview: it can be inserted all the same. */
export const ONLY_IN_CELL = "The result shows once the formula is in a cell.";

export interface Preview {
  /** As Excel reads it whatever the user's language. */
  readonly formula: string;
  /** Undefined while the function is being asked, or where an argument can only be computed in a cell. */
  readonly rows: ResultRows | undefined;
  /** Why there is no result to show. */
  readonly problem: string | undefined;
}

export interface FormulasState {
  /** Undefined until they have been read. */
  readonly helps: readonly FunctionHelp[] | undefined;
  readonly search: string;
  /** Id of the function whose form is open. */
  readonly chosen: string | undefined;
  /** Texts of the form, one per argument; a repeating argument has several at the end. */
  readonly fields: readonly string[];
  readonly preview: Preview | undefined;
}

export const INITIAL_FORMULAS: FormulasState = { helps: undefined, search: "", chosen: undefined, fields: [], preview: undefined };

export type FormulasAction =
  | { readonly type: "formulas/helps"; readonly helps: readonly FunctionHelp[] }
  | { readonly type: "formulas/search"; readonly search: string }
  | { readonly type: "formulas/chosen"; readonly id: string; readonly fields: readonly string[] }
  | { readonly type: "formulas/left" }
  | { readonly type: "formulas/typed"; readonly index: number; readonly text: string }
  | { readonly type: "formulas/more" }
  | { readonly type: "formulas/previewed"; readonly preview: Preview };

function replaced(fields: readonly string[], index: number, text: string): readonly string[] {
  return fields.map((field, at) => (at === index ? text : field));
}

/** The state of Formulas after an action. */
export function updateFormulas(state: FormulasState, action: FormulasAction): FormulasState {
  switch (action.type) {
    case "formulas/helps":
      return { ...state, helps: action.helps };
    case "formulas/search":
      return { ...state, search: action.search };
    case "formulas/chosen":
      return { ...state, chosen: action.id, fields: action.fields, preview: undefined };
    case "formulas/left":
      return { ...state, chosen: undefined, fields: [], preview: undefined };
    case "formulas/typed":
      return { ...state, fields: replaced(state.fields, action.index, action.text) };
    case "formulas/more":
      return { ...state, fields: [...state.fields, ""] };
    case "formulas/previewed":
      return { ...state, preview: action.preview };
  }
}

export const FORMULAS: Slice<FormulasState, FormulasAction> = {
  initial: INITIAL_FORMULAS,
  update: updateFormulas,
};
