/** What Home asks: the five questions of an empty workbook, and the name of a scenario that is being added or renamed. Pure. */

import type { LicenseProduct } from "../../engine/catalogue/reference";
import { refreshPreview } from "../../workbook/edit/scenarioPreview";
import type { WorkbookReading } from "../../workbook/readScenarios";

/** A database that can be chosen: free, or with a price that the reference data knows. */
export type Product = Pick<LicenseProduct, "name" | "label" | "price" | "unit" | "source" | "date" | "model">;

/** What can be written into a workbook without a model. */
export type Insertion = "sample" | "model" | "answers";

/** Answers to the five questions, as typed. */
export interface Answers {
  readonly sites: string;
  readonly volume: string;
  /** What the volume counts: an id of the list in questions.ts. */
  readonly counts: string;
  readonly countsName: string;
  readonly growth: string;
  readonly hosting: "cloud" | "owned";
  /** Name of a product of the reference data, or "other". */
  readonly product: string;
  readonly productName: string;
  readonly productPrice: string;
}

export type Answer = { readonly [Field in keyof Answers]: { readonly field: Field; readonly text: Answers[Field] } }[keyof Answers];

/** A scenario whose name is being typed: a new one, a copy, or an existing one that is renamed. */
export interface Naming {
  readonly kind: "new" | "copy" | "rename";
  /** The scenario that is copied or renamed; "" for a new one. */
  readonly scenario: string;
  readonly text: string;
  readonly problem: string | undefined;
}

export interface HomeState {
  /** Undefined until the reference data has been loaded. */
  readonly products: readonly Product[] | undefined;
  /** Undefined until something was typed: the questions then show their defaults. */
  readonly answers: Partial<Answers>;
  readonly naming: Naming | undefined;
  /** Scenario whose further actions are open. */
  readonly actionsOf: string | undefined;
  /** The ribbon has asked for a refresh, and the user has still to confirm what it would write. */
  readonly isRefreshProposed: boolean;
}

export const INITIAL_HOME: HomeState = {
  products: undefined,
  answers: {},
  naming: undefined,
  actionsOf: undefined,
  isRefreshProposed: false,
};

export type HomeAction =
  | { readonly type: "home/products"; readonly products: readonly Product[] }
  | { readonly type: "home/answered"; readonly answer: Answer }
  | { readonly type: "home/naming"; readonly naming: Pick<Naming, "kind" | "scenario" | "text"> }
  | { readonly type: "home/named"; readonly text: string }
  | { readonly type: "home/refused"; readonly problem: string }
  | { readonly type: "home/settled" }
  | { readonly type: "home/refresh"; readonly isProposed: boolean }
  | { readonly type: "home/actions"; readonly scenario: string };

function renamed(state: HomeState, change: Partial<Naming>): HomeState {
  return state.naming ? { ...state, naming: { ...state.naming, ...change } } : state;
}

/** A refresh is proposed as long as there is something that it would write. */
export function withProposalFor(state: HomeState, reading: WorkbookReading): HomeState {
  if (!state.isRefreshProposed) return state;
  return { ...state, isRefreshProposed: reading.kind === "model" && refreshPreview(reading.parts) !== "" };
}

/** The state of Home after an action. */
export function updateHome(state: HomeState, action: HomeAction): HomeState {
  switch (action.type) {
    case "home/products":
      return { ...state, products: action.products };
    case "home/answered":
      return { ...state, answers: { ...state.answers, [action.answer.field]: action.answer.text } };
    case "home/naming":
      return { ...state, naming: { ...action.naming, problem: undefined }, actionsOf: undefined };
    case "home/named":
      return renamed(state, { text: action.text, problem: undefined });
    case "home/refused":
      return renamed(state, { problem: action.problem });
    case "home/settled":
      return { ...state, naming: undefined, actionsOf: undefined };
    case "home/refresh":
      return { ...state, isRefreshProposed: action.isProposed };
    case "home/actions":
      return { ...state, actionsOf: state.actionsOf === action.scenario ? undefined : action.scenario };
  }
}
