/** What Analyze asks about scenarios, and what comes back: plain data, so that a worker can answer. */

import type { SignChange } from "../../engine/analysis/signChanges";
import type { KeyCorrelation } from "../../engine/analysis/simulation/rankCorrelation";
import type { InputRank, PercentileRow } from "../../engine/analysis/simulation/summary";
import type { UncertainKey } from "../../engine/analysis/simulation/uncertainty";
import type { SwitchCost } from "../../engine/analysis/switchMonth";
import type { KeyRange, TornadoBar } from "../../engine/analysis/tornado";
import type { TornadoInputs } from "../../engine/analysis/tornadoInputs";
import type { Architecture } from "../../engine/plan/setting";
import type { TornadoVaried } from "../../workbook/analysis/analysisResults";
import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import type { ResultRows } from "../functions/protocol";

/** A scenario under an architecture; "" is the one that it proposes. */
export interface AskedSide {
  readonly scenario: string;
  readonly rows: ScenarioRows;
  readonly architecture: Architecture | "";
}

interface Asked {
  readonly side: AskedSide;
  /** Id of a metric of the model. */
  readonly metric: string;
}

/** Ends between which a key is looked at, as far as they are stated. */
export interface KeyEnds {
  readonly key: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface TornadoQuestion extends Asked {
  readonly kind: "tornado";
  /** Ranges as stated, or which inputs go ten per cent down and up. */
  readonly ranges: readonly KeyRange[] | TornadoInputs;
}

export interface SimulationQuestion extends Asked {
  readonly kind: "simulation";
  /** The numbers that matter most, ten per cent down and up, when undefined. */
  readonly ranges: readonly UncertainKey[] | undefined;
  readonly correlations: readonly KeyCorrelation[];
  readonly trials: number;
  readonly seed: number;
}

export interface CrossingQuestion extends Asked, KeyEnds {
  readonly kind: "crossing";
  /** What is compared with `side`. */
  readonly against: AskedSide;
}

export interface SolveQuestion extends Asked, KeyEnds {
  readonly kind: "solve";
  readonly target: number;
}

export interface MapQuestion extends Asked {
  readonly kind: "map";
  readonly down: KeyEnds;
  readonly across: KeyEnds;
  /** Values of each key. */
  readonly steps: number;
}

export interface SwitchQuestion extends Asked {
  readonly kind: "switch";
}

export type Question = TornadoQuestion | SimulationQuestion | CrossingQuestion | SolveQuestion | MapQuestion | SwitchQuestion;

/** What would you do: the checklist, which the shipped function answers. */
export interface AdviceQuestion extends Asked {
  readonly kind: "advice";
  /** Answers that are given here instead of the scenario's, by key. */
  readonly given: Readonly<Record<string, string>>;
}

/** Everything that Analyze asks; the worker answers all but the checklist. */
export type PaneQuestion = Question | AdviceQuestion;
export type QuestionKind = PaneQuestion["kind"];

/** What a figure is. */
export interface FigureMeaning {
  readonly metric: string;
  /** Metric in words. */
  readonly label: string;
  /** Such as USD, USD/year or FTE. */
  readonly unit: string;
}

export interface TornadoAnswer extends FigureMeaning {
  readonly kind: "tornado";
  readonly architecture: Architecture;
  readonly varied: TornadoVaried;
  readonly base: number;
  /** The largest swing first. */
  readonly bars: readonly (TornadoBar & { readonly label: string })[];
}

/** How many trials have a figure from one value up to the next. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly trials: number;
}

export interface SimulationAnswer extends FigureMeaning {
  readonly kind: "simulation";
  readonly architecture: Architecture;
  readonly ranges: readonly UncertainKey[];
  readonly trials: number;
  readonly seed: number;
  readonly years: readonly string[];
  readonly percentiles: readonly PercentileRow[];
  readonly mean: number;
  readonly deviation: number;
  readonly bins: readonly HistogramBin[];
  /** Share of the trials in which the distributed system costs less than the central one. */
  readonly cheaper: number;
  /** Share of the trials in which the central system is sharded within the plan. */
  readonly sharded: number;
  readonly withoutPlan: number;
  /** Draws beyond the bounds of their key, which were moved onto them. */
  readonly clamped: number;
  readonly drivers: readonly (InputRank & { readonly label: string })[];
}

/** Values of a key with the figures there; null where there is none. */
export interface KeyCurve {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A value at which something happens to a key, with the figure there. */
export interface FoundValue extends SignChange {
  readonly figure: number;
  /** What there is to say about it: a step, the others, values without a plan. */
  readonly words: string;
}

interface Search extends FigureMeaning {
  readonly key: string;
  readonly keyLabel: string;
  readonly keyUnit: string;
  /** The scenario's own number. */
  readonly base: number;
  /** Lowest first. */
  readonly found: readonly FoundValue[];
  /** Why nothing was found. */
  readonly none: string | undefined;
  readonly xs: readonly number[];
  readonly curves: readonly KeyCurve[];
}

export interface CrossingAnswer extends Search {
  readonly kind: "crossing";
}

export interface SolveAnswer extends Search {
  readonly kind: "solve";
  readonly target: number;
}

export interface MapAxis {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly base: number;
  readonly values: readonly number[];
}

export interface MapCell {
  /** The cheapest architecture; undefined where none has a figure. */
  readonly winner: Architecture | undefined;
  /** How much more the next one costs; undefined where there is no other. */
  readonly margin: number | undefined;
}

export interface MapAnswer extends FigureMeaning {
  readonly kind: "map";
  readonly down: MapAxis;
  readonly across: MapAxis;
  /** A row per value of `down`. */
  readonly cells: readonly (readonly MapCell[])[];
}

export interface SwitchAnswer extends FigureMeaning {
  readonly kind: "switch";
  readonly costs: readonly SwitchCost[];
  /** A label per month of the switch, such as 2029-04; the last is never. */
  readonly months: readonly string[];
  /** The best month as the serial number of its first day; the month past the plan is to stay central. */
  readonly best: { readonly month: number; readonly cost: number; readonly serial: number };
  readonly stay: number | undefined;
  /** What to say where staying central costs least. */
  readonly stays: string | undefined;
}

export type Answer = TornadoAnswer | SimulationAnswer | CrossingAnswer | SolveAnswer | MapAnswer | SwitchAnswer;

export interface AdviceAnswer {
  readonly kind: "advice";
  /** What the function ADVISE gives: question, answer, leans to, reason, under a header. */
  readonly rows: ResultRows;
}

export type PaneAnswer = Answer | AdviceAnswer;

/** What the pane says to the worker. */
export type Request =
  | { readonly type: "ask"; readonly id: number; readonly question: Question; readonly locale: string }
  | { readonly type: "cancel"; readonly id: number };

/** How far the work on a question is, in its own steps. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is counted, such as trials. */
  readonly steps: string;
}

/** An answer that comes in steps; it is returned after the last one. */
export type Steps<Result extends Answer> = Generator<Progress, Result, void>;

/** What the worker says to the pane. */
export type Reply =
  | { readonly type: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly type: "answered"; readonly id: number; readonly answer: Answer }
  | { readonly type: "refused"; readonly id: number; readonly problem: string };
