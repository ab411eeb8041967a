/** What Analyze shows: the scenario that is asked about, the forms of the questions as typed, and their answers with what they were asked of. Pure. */

import type { Shape } from "../../engine/analysis/simulation/shapes";
import type { Architecture } from "../../engine/plan/setting";
import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import type { PaneAnswer, PaneQuestion, Progress, QuestionKind } from "./question";
import type { Slice } from "../shell/screen";

/** The fields of the forms, with what stands in them at first. */
const FIELDS = {
  "tornado.ranges": "stated",
  "simulation.ranges": "stated",
  "simulation.trials": "2000",
  "simulation.seed": "1",
  "crossing.key": "demand.volume",
  "crossing.low": "",
  "crossing.high": "",
  "crossing.scenario": "",
  "crossing.architecture": "",
  "crossing.which": "1",
  "solve.key": "demand.volume",
  "solve.target": "",
  "solve.low": "",
  "solve.high": "",
  "solve.which": "1",
  "map.down": "demand.volume",
  "map.down.low": "",
  "map.down.high": "",
  "map.across": "demand.growth",
  "map.across.low": "",
  "map.across.high": "",
  "map.steps": "12",
  "advice.latency": "",
  "advice.consistency": "",
  "advice.expertise": "",
  "advice.infrastructure_budget": "",
  "advice.residency": "",
} as const;

export type AnalyzeField = keyof typeof FIELDS;

/** The questions of the checklist that nobody but the user can answer. */
export const ADVICE_FIELDS = [
  "advice.latency",
  "advice.consistency",
  "advice.expertise",
  "advice.infrastructure_budget",
  "advice.residency",
] as const satisfies readonly AnalyzeField[];

/** Two assumptions whose draws go together, as typed. */
export interface TypedPair {
  readonly one: string;
  readonly other: string;
  readonly rank: string;
}

/** A pair of which nothing is typed. */
export const NO_PAIR: TypedPair = { one: "", other: "", rank: "" };

/** An answer with the question as it was asked and when. */
export interface Answered {
  readonly question: PaneQuestion;
  readonly answer: PaneAnswer;
  /** Such as 2026-11-03 14:05:33. */
  readonly when: string;
}

/** A scenario that would be added with one value of its own, until the user agrees. */
export interface ScenarioProposal {
  readonly copied: string;
  readonly key: string;
  readonly value: number;
  readonly name: string;
  readonly problem: string | undefined;
}

export interface AnalyzeState {
  readonly scenario: string;
  readonly architecture: Architecture | "";
  readonly metric: string;
  readonly open: QuestionKind | undefined;
  readonly fields: Readonly<Partial<Record<AnalyzeField, string>>>;
  /** Shapes of uncertain keys other than the first of the list. */
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly pairs: readonly TypedPair[];
  /** Rows of the workbook's scenarios as they were last read. */
  readonly rows: ReadonlyMap<string, ScenarioRows>;
  readonly running: { readonly kind: QuestionKind; readonly progress: Progress | undefined } | undefined;
  readonly answered: Readonly<Partial<Record<QuestionKind, Answered | undefined>>>;
  /** Why a question has no answer. */
  readonly problems: Readonly<Partial<Record<QuestionKind, string | undefined>>>;
  readonly proposal: ScenarioProposal | undefined;
}

export const INITIAL_ANALYZE: AnalyzeState = {
  scenario: "Base",
  architecture: "",
  metric: "npv",
  open: undefined,
  fields: {},
  shapes: {},
  pairs: [],
  rows: new Map(),
  running: undefined,
  answered: {},
  problems: {},
  proposal: undefined,
};

export type AnalyzeAction =
  | { readonly type: "analyze/subject"; readonly change: Partial<Pick<AnalyzeState, "scenario" | "architecture" | "metric">> }
  | { readonly type: "analyze/opened"; readonly kind: QuestionKind }
  | { readonly type: "analyze/typed"; readonly field: AnalyzeField; readonly text: string }
  | { readonly type: "analyze/shape"; readonly key: string; readonly shape: Shape }
  | { readonly type: "analyze/pairs"; readonly pairs: readonly TypedPair[] }
  | { readonly type: "analyze/rows"; readonly rows: ReadonlyMap<string, ScenarioRows> }
  | { readonly type: "analyze/started"; readonly kind: QuestionKind }
  | { readonly type: "analyze/progress"; readonly kind: QuestionKind; readonly progress: Progress }
  | { readonly type: "analyze/answered"; readonly answered: Answered }
  | { readonly type: "analyze/refused"; readonly kind: QuestionKind; readonly problem: string }
  | { readonly type: "analyze/cancelled"; readonly kind: QuestionKind }
  | { readonly type: "analyze/proposed"; readonly proposal: ScenarioProposal | undefined };

/** What stands in a field of a form. */
export function fieldOf({ fields }: AnalyzeState, field: AnalyzeField): string {
  return fields[field] ?? FIELDS[field];
}

/** Without the work on a question; one that another has replaced is not there any more. */
function settled(state: AnalyzeState, kind: QuestionKind): AnalyzeState {
  return state.running?.kind === kind ? { ...state, running: undefined } : state;
}

function withProblem(state: AnalyzeState, kind: QuestionKind, problem: string | undefined): AnalyzeState {
  return { ...state, problems: { ...state.problems, [kind]: problem } };
}

/** The state of Analyze after its forms have changed. */
function updateForms(state: AnalyzeState, action: AnalyzeAction): AnalyzeState {
  switch (action.type) {
    case "analyze/subject":
      return { ...state, ...action.change };
    case "analyze/opened":
      return { ...state, open: state.open === action.kind ? undefined : action.kind, proposal: undefined };
    case "analyze/typed":
      return { ...state, fields: { ...state.fields, [action.field]: action.text } };
    case "analyze/shape":
      return { ...state, shapes: { ...state.shapes, [action.key]: action.shape } };
    case "analyze/pairs":
      return { ...state, pairs: action.pairs };
    case "analyze/rows":
      return { ...state, rows: action.rows };
    case "analyze/proposed":
      return { ...state, proposal: action.proposal };
    default:
      return state;
  }
}

/** What was chosen among the values of the answer before says nothing of a new one: its first is shown. */
function withFirstOf(state: AnalyzeState, kind: QuestionKind): AnalyzeState {
  return kind === "crossing" || kind === "solve" ? { ...state, fields: { ...state.fields, [`${kind}.which`]: "1" } } : state;
}

/** The state of Analyze after something has happened to a question. */
function updateAnswers(state: AnalyzeState, action: AnalyzeAction): AnalyzeState {
  switch (action.type) {
    case "analyze/started":
      return { ...withProblem(state, action.kind, undefined), running: { kind: action.kind, progress: undefined }, proposal: undefined };
    case "analyze/progress":
      return state.running?.kind === action.kind ? { ...state, running: { kind: action.kind, progress: action.progress } } : state;
    case "analyze/answered": {
      const { answered } = action;
      const { kind } = answered.answer;
      return { ...settled(withFirstOf(state, kind), kind), answered: { ...state.answered, [kind]: answered } };
    }
    case "analyze/refused": {
      const { kind, problem } = action;
      return { ...withProblem(settled(state, kind), kind, problem), answered: { ...state.answered, [kind]: undefined } };
    }
    case "analyze/cancelled":
      return settled(state, action.kind);
    default:
      return state;
  }
}

/** The state of Analyze after an action. */
export function updateAnalyze(state: AnalyzeState, action: AnalyzeAction): AnalyzeState {
  return updateAnswers(updateForms(state, action), action);
}

export const ANALYZE: Slice<AnalyzeState, AnalyzeAction> = {
  initial: INITIAL_ANALYZE,
  update: updateAnalyze,
  begins: (action) => action.type === "analyze/started" || (action.type === "analyze/proposed" && action.proposal !== undefined),
  reread: (state, { now, orBase }) => {
    const { "crossing.scenario": other = "" } = state.fields;
    // "" is the scenario itself.
    const fields = other === "" ? state.fields : { ...state.fields, "crossing.scenario": now(other) ?? "" };
    return { ...state, scenario: orBase(state.scenario), fields };
  },
};
