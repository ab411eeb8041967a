/** What Import and export shows: a file that has been read and what it would change, or a text that was made. Pure. */

import type { ImportPlan } from "../../workbook/exchange/importPlan";
import type { Slice } from "../shell/screen";

/** A file that was made: shown as text too, as not every Excel saves files from a pane. */
export interface MadeFile {
  readonly name: string;
  readonly text: string;
}

/** Says that a file is UTF-8: without it Excel reads a table in the code page of the machine, and Zürich becomes ZÃ¼rich. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The text of a file as it is saved: a table for a spreadsheet says that it is UTF-8. */
export function fileText({ name, text }: MadeFile): string {
  return name.endsWith(".csv") ? `${BYTE_ORDER_MARK}${text}` : text;
}

export interface ExchangeState {
  /** A text that the user pasted instead of choosing a file. */
  readonly pasted: string;
  /** What the chosen file would change, until the user agrees or declines. */
  readonly plan: ImportPlan | undefined;
  readonly made: MadeFile | undefined;
  /** Names of the tables that can be exported. */
  readonly tables: readonly string[];
  readonly table: string;
  readonly scenario: string;
  readonly architecture: string;
}

export const INITIAL_EXCHANGE: ExchangeState = {
  pasted: "",
  plan: undefined,
  made: undefined,
  tables: [],
  table: "",
  scenario: "Base",
  architecture: "",
};

export type ExchangeAction =
  | { readonly type: "exchange/pasted"; readonly text: string }
  | { readonly type: "exchange/planned"; readonly plan: ImportPlan }
  | { readonly type: "exchange/declined" }
  | { readonly type: "exchange/making" }
  | { readonly type: "exchange/made"; readonly file: MadeFile }
  | { readonly type: "exchange/tables"; readonly tables: readonly string[] }
  | { readonly type: "exchange/chosen"; readonly choice: Partial<Pick<ExchangeState, "table" | "scenario" | "architecture">> };

/** The state of Import and export after an action. */
export function updateExchange(state: ExchangeState, action: ExchangeAction): ExchangeState {
  switch (action.type) {
    case "exchange/pasted":
      return { ...state, pasted: action.text };
    case "exchange/planned":
      return { ...state, plan: action.plan, made: undefined };
    case "exchange/declined":
      return { ...state, plan: undefined, pasted: "" };
    case "exchange/making":
      return { ...state, made: undefined };
    case "exchange/made":
      return { ...state, made: action.file };
    case "exchange/tables":
      return { ...state, tables: action.tables, table: action.tables.includes(state.table) ? state.table : (action.tables[0] ?? "") };
    case "exchange/chosen":
      return { ...state, ...action.choice };
  }
}

export const EXCHANGE: Slice<ExchangeState, ExchangeAction> = {
  initial: INITIAL_EXCHANGE,
  update: updateExchange,
  begins: (action) => action.type === "exchange/planned",
  reread: (state, { orBase }) => ({ ...state, scenario: orBase(state.scenario) }),
};
