/** What became of a question: how far the work is, why there is no answer, or the answer with its ways into the workbook. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { analysisPreview } from "../../workbook/analysis/analysisWriting";
import { newScenarioPreview } from "../../workbook/edit/scenarioPreview";
import { copyName } from "../../workbook/edit/scenarioNames";
import { momentOf } from "../../workbook/exchange/wallClock";
import { labelOf } from "../../workbook/mapping";
import { cellsOf } from "./cells";
import type { FoundValue, PaneAnswer, PaneQuestion, QuestionKind } from "./question";
import { architectureOf, staleWords } from "./questionOf";
import { sheetResultOf } from "./sheetResult";
import { momentShown, plainNumber } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import type { View } from "../shell/screen";
import { currencyOf } from "../shell/state";
import type { Shell } from "../shell/state";
import type { AnalyzeControls } from "./effects";
import type { FormParts } from "./forms";
import { fieldOf } from "./state";
import type { AnalyzeState, Answered, ScenarioProposal } from "./state";
import { focusWhenShown, spinner, textField, writesView } from "../shell/parts";
import { keyText, resultView } from "./results";

export function outcomeView(kind: QuestionKind, parts: FormParts): View {
  const { running, problems, answered } = parts.slice;
  if (running?.kind === kind) return runningView(kind, parts);
  const problem = problems[kind];
  if (problem !== undefined) return html`<p class="problem" role="alert"><span aria-hidden="true">⚠ </span>${problem}</p>`;
  const answer = answered[kind];
  return answer ? answeredView(answer, parts) : nothing;
}

function runningView(kind: QuestionKind, { slice: { running }, controls: { effects, locale } }: FormParts): TemplateResult {
  const { done, total, steps } = running?.progress ?? { done: 0, total: 0, steps: "" };
  const words = total > 1 ? `${plainNumber(done, locale)} of ${plainNumber(total, locale)} ${steps}` : "Computing ...";
  return html`<div class="running">
    <p class="busy"><span class="hidden" role="status">Computing</span>${spinner} <span>${words}</span></p>
    ${total > 1 ? html`<progress max=${total} .value=${done} aria-label="Progress"></progress>` : nothing}
    <fluent-button size="small" @click=${() => void effects.analyze.cancel(kind)}>Cancel</fluent-button>
  </div>`;
}

/** What an answer was computed from, and whether that still holds. */
function basisView({ question, when }: Answered, { table, slice, controls: { locale } }: FormParts): TemplateResult {
  const stale = staleWords(question, { state: slice, inputs: table, locale });
  return html`<p class="hint">
      ${question.kind === "switch" || question.kind === "advice" ? question.side.scenario : `${question.side.scenario}, ${architectureOf(question.side)}`},
      ${momentShown(when, locale)}
    </p>
    ${stale === undefined ? nothing : html`<p class="banner" role="note">${stale}</p>`}`;
}

function answeredView(answered: Answered, parts: FormParts): TemplateResult {
  const { shell, controls } = parts;
  const style: MoneyStyle = { currency: currencyOf(shell), locale: controls.locale, amounts: shell.preferences.amounts };
  return html`<section aria-label="Answer">
    ${resultView(answered, style)} ${basisView(answered, parts)} ${waysView(answered, parts)} ${proposalView(parts)}
  </section>`;
}

/** The value that was found and is chosen among several. */
function foundValue(answer: PaneAnswer, slice: AnalyzeState): FoundValue | undefined {
  if (answer.kind !== "crossing" && answer.kind !== "solve") return undefined;
  return answer.found[Number(fieldOf(slice, `${answer.kind}.which`)) - 1] ?? answer.found[0];
}

function whichView({ answer }: Answered, slice: AnalyzeState, { dispatch, locale }: AnalyzeControls): View {
  if ((answer.kind !== "crossing" && answer.kind !== "solve") || answer.found.length < 2) return nothing;
  const field = `${answer.kind}.which` as const;
  return html`<div class="field">
    <label for="which">Which of the values</label>
    <select
      id="which"
      @change=${(event: Event) => dispatch({ type: "analyze/typed", field, text: (event.target as HTMLSelectElement).value })}
    >
      ${answer.found.map(
        ({ value }, index) =>
          html`<option value=${index + 1} ?selected=${fieldOf(slice, field) === String(index + 1)}>
            ${keyText(answer.key, value, locale)}
          </option>`,
      )}
    </select>
  </div>`;
}

/** Answers to the checklist that were given in the pane reach the inputs only through this. */
function writeAdviceView(question: PaneQuestion, isHindered: boolean, { effects }: AnalyzeControls): View {
  if (question.kind !== "advice" || Object.keys(question.given).length === 0) return nothing;
  return html`<fluent-button size="small" ?disabled=${isHindered} @click=${() => void effects.analyze.writeAdvice()}
    >Write these answers to the inputs</fluent-button
  >`;
}

/** The ways of an answer into the workbook. */
function waysView(answered: Answered, { slice, shell, controls }: FormParts): TemplateResult {
  const { answer, question } = answered;
  const { effects, dispatch } = controls;
  const { kind } = answer;
  const found = foundValue(answer, slice);
  const isHindered = shell.busy !== undefined || shell.conditions.isReadOnly;
  const hasValue = cellsOf(answer, 1) !== undefined;
  const sheets = sheetsWrites(answered, shell);
  const propose = () => {
    if (found && "key" in question)
      dispatch({ type: "analyze/proposed", proposal: proposed(question.side.scenario, question.key, found.value, shell) });
  };
  return html`${whichView(answered, slice, controls)}
    <div class="actions" role="group" aria-label="Into the workbook">
      ${
        hasValue
          ? html`${way("Insert as values", "cell-writes", isHindered, () => void effects.analyze.insertValues(kind))}
            ${way("Insert as live formula", "cell-writes", isHindered, () => void effects.analyze.insertFormula(kind))}`
          : nothing
      }
      ${sheets === "" ? nothing : way("Onto Charts and Summary", "sheets-writes", isHindered, () => void effects.analyze.writeSheets(kind))}
      ${found ? html`<fluent-button size="small" ?disabled=${isHindered} @click=${propose}>As new scenario</fluent-button>` : nothing}
      ${writeAdviceView(question, isHindered, controls)}
    </div>
    ${writesView("cell-writes", hasValue && shell.selection ? `Values and formulas go into ${shell.selection.address}.` : "")}
    ${writesView("sheets-writes", sheets === "" ? "" : `Onto the sheets: ${sheets}`)}`;
}

/** A way into the workbook; the line of the id says what it writes. */
function way(words: string, writes: string, isHindered: boolean, act: () => void): TemplateResult {
  return html`<fluent-button size="small" aria-describedby=${writes} ?disabled=${isHindered} @click=${act}>${words}</fluent-button>`;
}

/** What an answer would write onto Charts and Summary; "" for one that they have no place for. */
function sheetsWrites({ question, answer, when }: Answered, { reading }: Shell): string {
  const result = sheetResultOf(question, answer);
  return result && reading?.kind === "model" ? analysisPreview(reading.parts, result, momentOf(when)) : "";
}

function proposed(copied: string, key: string, value: number, { reading }: Shell): ScenarioProposal {
  const header = reading?.kind === "model" ? (reading.inputs?.values[0] ?? []).map(String) : [];
  return { copied, key, value, name: copyName(copied, header), problem: undefined };
}

/** What a new scenario would be, before it is written. */
function proposalView({ slice: { proposal }, shell: { busy, reading }, controls: { dispatch, effects, locale } }: FormParts): View {
  if (!proposal) return nothing;
  const { copied, key, value, name, problem } = proposal;
  const add = () => void effects.analyze.addScenario();
  return html`<section class="card" aria-labelledby="proposal-heading">
    <h3 id="proposal-heading" tabindex="-1" ${focusWhenShown}>A new scenario</h3>
    <p>As ${copied}, but ${labelOf(key)} (<code>${key}</code>) is ${keyText(key, value, locale)}.</p>
    ${textField({
      id: "proposal-name",
      label: "Name",
      value: name,
      problem,
      typed: (text) => dispatch({ type: "analyze/proposed", proposal: { ...proposal, name: text, problem: undefined } }),
    })}
    <div class="actions">
      <fluent-button size="small" appearance="primary" aria-describedby="proposal-writes" ?disabled=${busy !== undefined} @click=${add}
        >Add the scenario</fluent-button
      >
      <fluent-button size="small" @click=${() => dispatch({ type: "analyze/proposed", proposal: undefined })}>Cancel</fluent-button>
    </div>
    ${writesView("proposal-writes", reading?.kind === "model" ? newScenarioPreview(reading.parts) : "")}
  </section>`;
}
