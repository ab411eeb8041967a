/** Asks the questions of Analyze, and brings their answers into the workbook: as values, as a formula, as a new scenario. */

import { inputsOf, isOverride, ownValue } from "../../workbook/edit/inputTable";
import type { Inputs } from "../../workbook/edit/inputTable";
import { insertFormula, insertValues } from "../../workbook/edit/readReference";
import { readScenarioRows } from "../../workbook/edit/scenarioRows";
import { writeInputs } from "../../workbook/edit/writeInputs";
import { nameProblem } from "../../workbook/edit/scenarioNames";
import { addStated } from "../../workbook/exchange/applyImport";
import type { Content } from "../../workbook/exchange/content";
import { momentOf } from "../../workbook/exchange/wallClock";
import { FORMATS } from "../../workbook/layout";
import { STATUS_KEY } from "../../workbook/mapping";
import { askAnalysis, cancelAnalysis } from "./askWorker";
import { cellsOf } from "./cells";
import { formulaOf } from "./formula";
import type { AdviceQuestion, PaneAnswer, PaneQuestion, QuestionKind } from "./question";
import { questionOf } from "./questionOf";
import { sheetResultOf } from "./sheetResult";
import { ask } from "../functions/ask";
import { isResultError } from "../functions/protocol";
import type { ScenarioProposal } from "./state";
import { fieldOf } from "./state";
import { failedWith, wordsOfFailure } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, timeNow } from "../shell/host";
import type { EffectContext } from "../shell/host";
import type { AnalyzeAction, AnalyzeState } from "./state";

export type AnalyzeContext = EffectContext<{ readonly analyze: AnalyzeState }, AnalyzeAction>;

export interface AnalyzeEffects {
  /** Reads the scenarios as the workbook has them now: what an answer was computed from may have changed. */
  readonly refresh: () => Promise<void>;
  readonly ask: (kind: QuestionKind) => Promise<void>;
  readonly cancel: (kind: QuestionKind) => Promise<void>;
  readonly insertValues: (kind: QuestionKind) => Promise<void>;
  readonly insertFormula: (kind: QuestionKind) => Promise<void>;
  /** Writes an answer onto Charts and Summary, as values with their date. */
  readonly writeSheets: (kind: QuestionKind) => Promise<void>;
  /** Adds the scenario that is proposed. */
  readonly addScenario: () => Promise<void>;
  /** Writes the answers to the checklist that were given in the pane into the inputs. */
  readonly writeAdvice: () => Promise<void>;
}

/** What its views answer the user with. */
export type AnalyzeControls = Controls<AnalyzeAction, { readonly analyze: AnalyzeEffects }, "compare">;

function inputsNow({ state }: AnalyzeContext): Inputs | undefined {
  const { reading } = state();
  return reading?.kind === "model" && reading.inputs ? inputsOf(reading.inputs) : undefined;
}

async function read(context: AnalyzeContext): Promise<void> {
  const { dispatch, state } = context;
  const { reading } = state();
  if (reading?.kind !== "model") return;
  try {
    dispatch({ type: "analyze/rows", rows: await run((excel) => readScenarioRows(excel, reading.blocks)) });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** The checklist as the shipped function answers it; answers given here stand in for those of the scenario. */
async function advice({ side, given }: AdviceQuestion): Promise<PaneAnswer> {
  const rows = await ask("ADVISE", [[...side.rows, ...Object.entries(given)]]);
  const [cell] = rows[0] ?? [];
  if (isResultError(cell)) throw new Error(cell.message || cell.error);
  return { kind: "advice", rows };
}

function answerTo(question: PaneQuestion, { dispatch, locale }: AnalyzeContext): Promise<PaneAnswer | undefined> {
  if (question.kind === "advice") return advice(question);
  const { kind } = question;
  return askAnalysis(question, locale, (progress) => dispatch({ type: "analyze/progress", kind, progress }));
}

async function pose(context: AnalyzeContext, kind: QuestionKind): Promise<void> {
  const { dispatch, state, locale } = context;
  await read(context);
  const posed = questionOf(kind, { state: state().analyze, inputs: inputsNow(context), locale });
  if ("problem" in posed) {
    dispatch({ type: "analyze/refused", kind, problem: posed.problem });
    return;
  }
  dispatch({ type: "analyze/started", kind });
  try {
    const answer = await answerTo(posed.question, context);
    // Without an answer it was cancelled, which has been said, or asked again: that question is still running.
    if (answer) dispatch({ type: "analyze/answered", answered: { question: posed.question, answer, when: timeNow() } });
  } catch (error) {
    dispatch({ type: "analyze/refused", kind, problem: wordsOfFailure(error) });
  }
}

/** Which of the values that were found is to be used, 1 being the lowest. */
function chosenValue({ state }: AnalyzeContext, kind: QuestionKind): number {
  const { analyze } = state();
  return kind === "crossing" || kind === "solve" ? Number(fieldOf(analyze, `${kind}.which`)) : 1;
}

async function values(context: AnalyzeContext, kind: QuestionKind): Promise<void> {
  const answered = context.state().analyze.answered[kind];
  const cells = answered && cellsOf(answered.answer, chosenValue(context, kind));
  if (!cells) return;
  await perform(context, "Writing the values", async (excel) => {
    const address = await insertValues(excel, cells, kind === "switch" ? FORMATS.date : undefined);
    return { notice: `The values are in ${address}. They won't update when the workbook changes.` };
  });
}

async function formula(context: AnalyzeContext, kind: QuestionKind): Promise<void> {
  const { reading, analyze } = context.state();
  const answered = analyze.answered[kind];
  if (!answered || reading?.kind !== "model") return;
  const nameOf = (scenario: string) => reading.blocks.find(({ header }) => header === scenario)?.definedName;
  const written = formulaOf(answered.question, answered.answer, nameOf, chosenValue(context, kind));
  if ("problem" in written) {
    context.dispatch({ type: "failed", failure: written.problem });
    return;
  }
  await perform(context, "Writing the formula", async (excel) => {
    const address = await insertFormula(excel, written.formula, written.rows, written.columns);
    return { notice: `The formula is in ${address}.${written.remark}` };
  });
}

async function writeSheets(context: AnalyzeContext, kind: QuestionKind): Promise<void> {
  const answered = context.state().analyze.answered[kind];
  const result = answered && sheetResultOf(answered.question, answered.answer);
  if (!result) return;
  await perform(context, "Writing onto the sheets", async (excel) => {
    const { writeAnalysis } = await import("../../workbook/analysis/analysisSheets");
    await writeAnalysis(excel, result, momentOf(answered.when));
    return { notice: "It is on Charts and Summary with its date. These values won't update. Run again to refresh." };
  });
}

/** A scenario with what another states of its own, and one value besides. */
function contentOf({ copied, key, value, name }: ScenarioProposal, inputs: Inputs): Content {
  const own = inputs.rows
    .filter((row) => row.key !== STATUS_KEY && isOverride(inputs, row, copied))
    .map((row) => [row.key, ownValue(inputs, row, copied)] as const);
  return { scenarios: [{ name: name.trim(), values: new Map([...own, [key, value]]) }], shared: new Map() };
}

async function addScenario(context: AnalyzeContext): Promise<void> {
  const { dispatch, state } = context;
  const { reading, analyze } = state();
  const { proposal } = analyze;
  const inputs = inputsNow(context);
  if (!proposal || !inputs || reading?.kind !== "model") return;
  const problem = nameProblem(proposal.name, (reading.inputs?.values[0] ?? []).map(String));
  if (problem !== undefined) {
    dispatch({ type: "analyze/proposed", proposal: { ...proposal, problem } });
    return;
  }
  const content = contentOf(proposal, inputs);
  const isDone = await perform(context, "Adding the scenario", async (excel) => {
    await addStated(excel, "Analyze", content);
    return { notice: `${proposal.name.trim()} was added. Its override of ${proposal.key} is in Inputs.` };
  });
  if (isDone) dispatch({ type: "analyze/proposed", proposal: undefined });
}

async function writeAdvice(context: AnalyzeContext): Promise<void> {
  const answered = context.state().analyze.answered.advice;
  const inputs = inputsNow(context);
  if (answered?.question.kind !== "advice" || !inputs) return;
  const { given, side } = answered.question;
  const edits = Object.entries(given).flatMap(([key, after]) => {
    const row = inputs.rows.find((each) => each.key === key);
    const before = row ? ownValue(inputs, row, side.scenario) : "";
    return before === after ? [] : [{ key, scenario: side.scenario, before, after }];
  });
  await perform(context, "Writing the answers", async (excel) => {
    const outcome = await writeInputs(excel, edits);
    if (outcome.kind === "formula") throw new Error(`${outcome.edit.key} is a formula. Change it in Inputs; nothing was changed.`);
    if (outcome.kind === "changed") throw new Error(`${outcome.edit.key} changed while you were working. Nothing was saved; try again.`);
    const notice = `The answers are in the inputs of ${side.scenario}.`;
    return { notice, undo: { words: "The answers to the checklist", edits: outcome.inverse } };
  });
}

/** The effects of Analyze. */
export function analyzeEffects(context: AnalyzeContext): AnalyzeEffects {
  return {
    refresh: () => read(context),
    ask: (kind) => pose(context, kind),
    cancel: (kind) => {
      cancelAnalysis();
      context.dispatch({ type: "analyze/cancelled", kind });
      return Promise.resolve();
    },
    insertValues: (kind) => values(context, kind),
    insertFormula: (kind) => formula(context, kind),
    writeSheets: (kind) => writeSheets(context, kind),
    addScenario: () => addScenario(context),
    writeAdvice: () => writeAdvice(context),
  };
}
