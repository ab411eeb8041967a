/** What Home asks: the five questions of an empty workbook, and the name of a scenario that is being added or renamed. Pure. */

import type { LicenseProduct } from "../../engine/catalogue/reference";
import { refreshPreview } from "../../workbook/edit/scenarioPreview";
import { comparedIn } from "../../workbook/edit/inputTable";
import type { WorkbookReading } from "../../workbook/readScenarios";
import type { Difference } from "../shell/difference";
import type { Names } from "../shell/names";
import type { EffectContext } from "../shell/host";
import type { Slice } from "../shell/screen";

/** A database that can be chosen: free, or with a price that the reference data knows. */
export type Product = Pick<LicenseProduct, "name" | "label" | "price" | "unit" | "source" | "date" | "model">;

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
  /** What is different since the latest snapshot; undefined where there is none. */
  readonly since: Difference | undefined;
}

export const INITIAL_HOME: HomeState = {
  products: undefined,
  answers: {},
  naming: undefined,
  actionsOf: undefined,
  isRefreshProposed: false,
  since: undefined,
};

export type HomeAction =
  | { readonly type: "home/products"; readonly products: readonly Product[] }
  | { readonly type: "home/answered"; readonly answer: Answer }
  | { readonly type: "home/naming"; readonly naming: Pick<Naming, "kind" | "scenario" | "text"> }
  | { readonly type: "home/named"; readonly text: string }
  | { readonly type: "home/refused"; readonly problem: string }
  | { readonly type: "home/settled" }
  | { readonly type: "home/refresh"; readonly isProposed: boolean }
  | { readonly type: "home/actions"; readonly scenario: string }
  | { readonly type: "home/since"; readonly since: Difference | undefined };

function renamed(state: HomeState, change: Partial<Naming>): HomeState {
  return state.naming ? { ...state, naming: { ...state.naming, ...change } } : state;
}

function toggled(state: HomeState, scenario: string): HomeState {
  return { ...state, actionsOf: state.actionsOf === scenario ? undefined : scenario };
}

/** A refresh is proposed as long as there is something that it would write. */
function withProposalFor(state: HomeState, reading: WorkbookReading): HomeState {
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
      return toggled(state, action.scenario);
    case "home/since":
      return { ...state, since: action.since };
  }
}

/** The name that is being typed goes with its scenario; where that is gone or put aside, nobody is asked for one any more. */
function renamedIn(state: HomeState, { now }: Names, reading: WorkbookReading): HomeState {
  const { naming, actionsOf } = state;
  const compared = comparedIn(reading);
  const standing = (name: string) => {
    const next = now(name);
    return next !== undefined && (compared.length === 0 || compared.includes(next)) ? next : undefined;
  };
  const scenario = naming && naming.kind !== "new" ? standing(naming.scenario) : "";
  return {
    ...state,
    naming: naming && scenario !== undefined ? { ...naming, scenario } : undefined,
    actionsOf: actionsOf === undefined ? undefined : now(actionsOf),
  };
}

export const HOME: Slice<HomeState, HomeAction> = {
  initial: INITIAL_HOME,
  update: updateHome,
  begins: (action) => action.type === "home/naming" || (action.type === "home/refresh" && action.isProposed),
  reread: (state, names, reading) => withProposalFor(renamedIn(state, names, reading), reading),
};

/** What the effects of Home work with. */
export type HomeContext = EffectContext<{ readonly home: HomeState }, HomeAction, "home">;
