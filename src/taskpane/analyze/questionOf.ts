/** The question that a form asks of the workbook as it stands. Pure. */

import type { KeyCorrelation } from "../../engine/analysis/simulation/rankCorrelation";
import { TORNADO_INPUTS } from "../../engine/analysis/tornadoInputs";
import type { TornadoInputs } from "../../engine/analysis/tornadoInputs";
import type { Assumption } from "../../engine/catalogue/assumption";
import { CATALOGUE } from "../../engine/catalogue/assumptions";
import { parseKey } from "../../engine/catalogue/keys";
import { ARCHITECTURES } from "../../engine/plan/setting";
import type { Architecture } from "../../engine/plan/setting";
import type { Inputs } from "../../workbook/edit/inputTable";
import { ADVICE_FIELDS, fieldOf } from "./state";
import type { AnalyzeField, AnalyzeState } from "./state";
import { typedFor } from "../typed/value";
import type { AskedSide, KeyEnds, PaneQuestion, QuestionKind } from "./question";
import { statedRanges } from "./ranges";

/** What a form is read with. */
export interface FormContext {
  readonly state: AnalyzeState;
  readonly inputs: Inputs | undefined;
  readonly locale: string;
}

export type Posed = { readonly question: PaneQuestion } | { readonly problem: string };

const ARCHITECTURE_KEY = "plan.architecture";
const TARGET: Assumption<unknown> = { kind: "number", label: "Target", unit: "money", default: undefined, source: "" };
const COUNT: Assumption<unknown> = { kind: "number", label: "Count", unit: "", default: undefined, source: "" };

function sideOf({ state }: FormContext, scenario: string, architecture: Architecture | ""): AskedSide {
  const rows = state.rows.get(scenario);
  if (!rows) throw new Error(`The scenario ${scenario} has no rows in the workbook. Refresh the model on Home.`);
  return { scenario, rows, architecture };
}

/** The architecture of a side, chosen or proposed by its scenario. */
export function architectureOf({ rows, architecture }: AskedSide): Architecture {
  if (architecture !== "") return architecture;
  const stated = rows.filter(([key]) => key === ARCHITECTURE_KEY).at(-1)?.[1];
  return ARCHITECTURES.find((each) => each === String(stated).trim().toLowerCase()) ?? CATALOGUE[ARCHITECTURE_KEY].default;
}

/** A number as typed, in the unit of an assumption; undefined where nothing is typed. */
function numberIn(
  words: string,
  text: string,
  key: string,
  assumption: Assumption<unknown> | undefined,
  locale: string,
): number | undefined {
  if (text.trim() === "") return undefined;
  const typed = typedFor(key, assumption ?? TARGET, text, locale);
  if (typed.ok && typeof typed.value === "number") return typed.value;
  throw new Error(`${words}: ${typed.ok ? `"${text.trim()}" is not a number.` : typed.message}`);
}

function endsIn({ state, locale }: FormContext, key: AnalyzeField, low: AnalyzeField, high: AnalyzeField): KeyEnds {
  const name = fieldOf(state, key).trim();
  if (name === "") throw new Error("Choose an assumption.");
  const assumption = parseKey(name)?.assumption;
  const end = (words: string, field: AnalyzeField) => numberIn(words, fieldOf(state, field), name, assumption, locale);
  return { key: name, low: end("From", low), high: end("To", high) };
}

function requiredNumber({ state, locale }: FormContext, words: string, field: AnalyzeField, assumption: Assumption<unknown>): number {
  const number = numberIn(words, fieldOf(state, field), words, assumption, locale);
  if (number === undefined) throw new Error(`${words} is still missing.`);
  return number;
}

/** The pairs of the form with their correlations; one of which nothing is typed is none. */
function correlationsIn({ state, locale }: FormContext): readonly KeyCorrelation[] {
  return state.pairs.flatMap(({ one, other, rank }, index) => {
    if ([one, other, rank].every((text) => text.trim() === "")) return [];
    const words = `Pair ${String(index + 1)}`;
    const number = numberIn(words, rank, words, COUNT, locale);
    if (one.trim() === "" || other.trim() === "" || number === undefined)
      throw new Error(`${words} is not complete: it needs two assumptions and a rank correlation from -1 to 1.`);
    return [{ one: one.trim(), other: other.trim(), rank: number }];
  });
}

/** Ranges of the table of inputs; undefined where the form wants none of them. */
function rangesIn({ state, inputs }: FormContext, field: "tornado.ranges" | "simulation.ranges") {
  return fieldOf(state, field) === "stated" && inputs ? statedRanges(inputs, state.shapes) : undefined;
}

/** Which inputs a tornado varies by a tenth: those of the form, and what is uncertain where it wants ranges and there are none. */
export function tornadoInputs(state: AnalyzeState): TornadoInputs {
  return TORNADO_INPUTS.find((each) => each === fieldOf(state, "tornado.ranges")) ?? "uncertain";
}

type Reader = (context: FormContext, side: AskedSide, metric: string) => PaneQuestion;

const READERS: Readonly<Record<QuestionKind, Reader>> = {
  tornado: (context, side, metric) => {
    const ranges = rangesIn(context, "tornado.ranges");
    return { kind: "tornado", side, metric, ranges: ranges?.length ? ranges : tornadoInputs(context.state) };
  },
  simulation: (context, side, metric) => {
    const ranges = rangesIn(context, "simulation.ranges");
    if (ranges?.length === 0)
      throw new Error(
        "No assumption states Low and High in the table of inputs. State some there, or let the ten that matter most vary by ten per cent.",
      );
    return {
      kind: "simulation",
      side,
      metric,
      ranges,
      correlations: correlationsIn(context),
      trials: requiredNumber(context, "Trials", "simulation.trials", COUNT),
      seed: requiredNumber(context, "Seed", "simulation.seed", COUNT),
    };
  },
  crossing: (context, side, metric) => {
    const { state } = context;
    const scenario = fieldOf(state, "crossing.scenario") || side.scenario;
    const chosen = ARCHITECTURES.find((each) => each === fieldOf(state, "crossing.architecture"));
    const own = architectureOf(side);
    const other = scenario === side.scenario ? (own === "vertical" ? "horizontal" : "vertical") : own;
    return {
      kind: "crossing",
      side,
      metric,
      against: sideOf(context, scenario, chosen ?? other),
      ...endsIn(context, "crossing.key", "crossing.low", "crossing.high"),
    };
  },
  solve: (context, side, metric) => ({
    kind: "solve",
    side,
    metric,
    target: requiredNumber(context, "Target", "solve.target", TARGET),
    ...endsIn(context, "solve.key", "solve.low", "solve.high"),
  }),
  map: (context, side, metric) => ({
    kind: "map",
    side,
    metric,
    down: endsIn(context, "map.down", "map.down.low", "map.down.high"),
    across: endsIn(context, "map.across", "map.across.low", "map.across.high"),
    steps: requiredNumber(context, "Steps", "map.steps", COUNT),
  }),
  switch: (_context, side) => ({ kind: "switch", side, metric: "npv" }),
  advice: ({ state }, side) => {
    const given = ADVICE_FIELDS.flatMap((key) => {
      const answer = fieldOf(state, key);
      return answer === "" ? [] : [[key, answer] as const];
    });
    return { kind: "advice", side, metric: "npv", given: Object.fromEntries(given) };
  },
};

/** The question of a form, or what is wrong with the form. */
export function questionOf(kind: QuestionKind, context: FormContext): Posed {
  const { scenario, architecture, metric } = context.state;
  try {
    return { question: READERS[kind](context, sideOf(context, scenario, architecture), metric) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Why an answer may no longer hold: the workbook has changed since, or what the form asks; undefined while it does. */
export function staleWords(asked: PaneQuestion, context: FormContext): string | undefined {
  const now = questionOf(asked.kind, context);
  if ("question" in now && JSON.stringify(now.question) === JSON.stringify(asked)) return undefined;
  const rows = context.state.rows.get(asked.side.scenario);
  const isWorkbook = JSON.stringify(rows) !== JSON.stringify(asked.side.rows);
  return isWorkbook ? "The workbook has changed since: ask again." : "The question has changed since: ask again.";
}
