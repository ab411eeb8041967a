import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { METRICS } from "../../engine/finance/metrics";
import { ARCHITECTURES } from "../../engine/plan/setting";
import { comparedIn, inputsOf } from "../../workbook/edit/inputTable";
import type { Inputs } from "../../workbook/edit/inputTable";
import type { QuestionKind } from "../analysis/question";
import type { PaneState } from "../state";
import { formView, QUESTIONS } from "./analyze/forms";
import { keyListView } from "./analyze/keyField";
import { outcomeView } from "./analyze/outcome";
import type { Controls, Screen } from "./controls";
import { selectField } from "./parts";

/** Analyze: questions about a scenario, each a short form with its answer, its picture, and ways into the workbook. */
export const analyze: Screen = {
  body: (state, controls) => {
    const { reading } = state;
    if (reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    const table = reading.inputs && inputsOf(reading.inputs);
    return table ? analyzeView(table, state, controls) : html`<p>The table of inputs cannot be read. Home says what is missing.</p>`;
  },
};

function analyzeView(table: Inputs, state: PaneState, controls: Controls): TemplateResult {
  return html`
    ${subjectView(state, controls)} ${keyListView(table, state)}
    <ul class="plain analyze">
      ${QUESTIONS.map(({ kind, label }) => questionView(kind, label, table, state, controls))}
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
function subjectView(state: PaneState, { dispatch }: Controls): TemplateResult {
  const { scenario, architecture, metric } = state.analyze;
  const names = comparedIn(state.reading);
  const scenarios = names.includes(scenario) ? names : [scenario, ...names];
  const change = (subject: Parameters<typeof dispatch>[0] & { type: "analyze/subject" }) => dispatch(subject);
  return html`<fieldset aria-label="What the questions are about">
    ${selectField({
      id: "analyze-scenario",
      label: "Scenario",
      value: scenario,
      options: scenarios.map((name) => ({ value: name, label: name })),
      changed: (value) => change({ type: "analyze/subject", change: { scenario: value } }),
    })}
    ${selectField({
      id: "analyze-architecture",
      label: "Architecture",
      value: architecture,
      options: [{ value: "", label: "as proposed" }, ...ARCHITECTURES.map((name) => ({ value: name, label: name }))],
      changed: (value) => change({ type: "analyze/subject", change: { architecture: ARCHITECTURES.find((each) => each === value) ?? "" } }),
    })}
    <div class="whole">
      ${selectField({
        id: "analyze-metric",
        label: "Figure",
        value: metric,
        options: METRICS.map(({ id, label }) => ({ value: id, label })),
        changed: (value) => change({ type: "analyze/subject", change: { metric: value } }),
      })}
    </div>
  </fieldset>`;
}

function questionView(kind: QuestionKind, label: string, table: Inputs, state: PaneState, controls: Controls): TemplateResult {
  const isOpen = state.analyze.open === kind;
  const id = `question-${kind}`;
  return html`<li data-question=${kind}>
    <h2>
      <button
        class="question"
        aria-expanded=${isOpen ? "true" : "false"}
        aria-controls=${isOpen ? id : nothing}
        @click=${() => controls.dispatch({ type: "analyze/opened", kind })}
      >
        ${label}
      </button>
    </h2>
    ${
      isOpen
        ? html`<div id=${id} class="answering">${formView(kind, table, state, controls)} ${outcomeView(kind, table, state, controls)}</div>`
        : nothing
    }
  </li>`;
}
