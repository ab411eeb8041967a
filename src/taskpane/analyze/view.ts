import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { METRICS } from "../../engine/finance/metrics";
import { ARCHITECTURES } from "../../engine/plan/setting";
import { comparedIn, inputsOf } from "../../workbook/edit/inputTable";
import type { QuestionKind } from "./question";
import type { Shell } from "../shell/state";
import { formView, QUESTIONS } from "./forms";
import type { FormParts } from "./forms";
import { keyListView } from "./keyField";
import { outcomeView } from "./outcome";
import type { ScreenView } from "../shell/screen";
import type { AnalyzeControls } from "./effects";
import type { AnalyzeAction, AnalyzeState } from "./state";
import { selectField } from "../shell/parts";

/** Analyze: questions about a scenario, each a short form with its answer, its picture, and ways into the workbook. */
export const analyze: ScreenView<AnalyzeState, AnalyzeControls> = {
  body: (slice, shell, controls) => {
    const { reading } = shell;
    if (reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    const table = reading.inputs && inputsOf(reading.inputs);
    return table
      ? analyzeView({ table, slice, shell, controls })
      : html`<p>The table of inputs cannot be read. Home says what is missing.</p>`;
  },
};

function analyzeView(parts: FormParts): TemplateResult {
  const { table, slice, shell, controls } = parts;
  return html`
    ${subjectView(slice, shell, controls)} ${keyListView(table, slice)}
    <ul class="plain analyze">
      ${QUESTIONS.map(({ kind, label }) => questionView(kind, label, parts))}
      <li>
        <h2>
          <button class="question" @click=${() => void controls.effects.go("compare")}>
            When does it pay back? <span class="hint">Compare says so</span>
          </button>
        </h2>
      </li>
    </ul>
  `;
}

/** The scenario, the architecture and the figure that all questions are about. */
function subjectView({ scenario, architecture, metric }: AnalyzeState, { reading }: Shell, { dispatch }: AnalyzeControls): TemplateResult {
  const names = comparedIn(reading);
  const scenarios = names.includes(scenario) ? names : [scenario, ...names];
  const change = (subject: Extract<AnalyzeAction, { type: "analyze/subject" }>["change"]) =>
    dispatch({ type: "analyze/subject", change: subject });
  return html`<fieldset aria-label="What the questions are about">
    ${selectField({
      id: "analyze-scenario",
      label: "Scenario",
      value: scenario,
      options: scenarios.map((name) => ({ value: name, label: name })),
      changed: (value) => change({ scenario: value }),
    })}
    ${selectField({
      id: "analyze-architecture",
      label: "Architecture",
      value: architecture,
      options: [{ value: "", label: "as chosen" }, ...ARCHITECTURES.map((name) => ({ value: name, label: name }))],
      changed: (value) => change({ architecture: ARCHITECTURES.find((each) => each === value) ?? "" }),
    })}
    <div class="whole">
      ${selectField({
        id: "analyze-metric",
        label: "Figure",
        value: metric,
        options: METRICS.map(({ id, label }) => ({ value: id, label })),
        changed: (value) => change({ metric: value }),
      })}
    </div>
  </fieldset>`;
}

function questionView(kind: QuestionKind, label: string, parts: FormParts): TemplateResult {
  const isOpen = parts.slice.open === kind;
  const id = `question-${kind}`;
  return html`<li data-question=${kind}>
    <h2>
      <button
        class="question"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls=${isOpen ? id : nothing}
        @click=${() => parts.controls.dispatch({ type: "analyze/opened", kind })}
      >
        ${label}
      </button>
    </h2>
    ${isOpen ? html`<div id=${id} class="answering">${formView(kind, parts)} ${outcomeView(kind, parts)}</div>` : nothing}
  </li>`;
}
