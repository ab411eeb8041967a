import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Effects } from "../effects";
import { explain } from "../explain";
import type { Action, PaneState } from "../state";
import type { Controls } from "./controls";
import { emptyView } from "./empty";
import { homeView } from "./home";

type View = TemplateResult | typeof nothing;

/** The whole pane. */
export function paneView(state: PaneState, dispatch: (action: Action) => void, effects: Effects, locale: string): TemplateResult {
  const controls = { dispatch, effects, locale };
  return html`
    <header><h1>TCO Planner</h1></header>
    <main tabindex="-1" aria-busy=${state.busy === undefined ? "false" : "true"}>
      ${busyView(state)} ${reportView(state, controls)} ${selectionView(state)} ${bodyView(state, controls)}
    </main>
  `;
}

function busyView({ busy }: PaneState): TemplateResult {
  return html`<div class="status" role="status">
    ${busy === undefined ? nothing : html`<p class="busy"><fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner>${busy} ...</p>`}
  </div>`;
}

function reportView({ failure, notice }: PaneState, { dispatch }: Controls): View {
  const words = failure ?? notice;
  if (words === undefined) return nothing;
  return html`<fluent-message-bar
    class="report"
    intent=${failure === undefined ? "info" : "error"}
    layout="multiline"
    role=${failure === undefined ? "status" : "alert"}
  >
    ${words}
    <fluent-button slot="actions" size="small" @click=${() => dispatch({ type: "dismissed" })}>Close</fluent-button>
  </fluent-message-bar>`;
}

function selectionView({ selection, messages }: PaneState): TemplateResult {
  const explanation = selection && explain(selection.address, selection.value, messages);
  return html`<div class="selection" aria-live="polite">
    ${
      explanation === undefined
        ? nothing
        : html`<section aria-label="Selected cell">
            <h2>${explanation.address} shows ${explanation.error}</h2>
            <p>${explanation.words}</p>
          </section>`
    }
  </div>`;
}

function bodyView(state: PaneState, controls: Controls): View {
  const { reading } = state;
  if (reading === undefined) return state.failure === undefined ? html`<p class="loading">Reading the workbook ...</p>` : nothing;
  return reading.kind === "absent" ? emptyView(state, reading.contents, controls) : homeView(state, reading.model, controls);
}
