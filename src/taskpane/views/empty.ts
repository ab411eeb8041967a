import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import { EMPTY_MODEL, modelPlan } from "../../workbook/modelPlan";
import type { ModelPlan, WorkbookContents } from "../../workbook/modelPlan";
import { SAMPLE } from "../../workbook/sample";
import type { Insertion, PaneState } from "../state";
import type { Controls } from "./controls";

/** Home of a workbook without a model. */
export function emptyView(state: PaneState, contents: WorkbookContents, controls: Controls): TemplateResult {
  const { proposed } = state;
  if (proposed !== undefined)
    return proposalView(proposed, modelPlan(proposed === "sample" ? SAMPLE : EMPTY_MODEL, contents), state, controls);
  const propose = (insertion: Insertion) => () => controls.dispatch({ type: "proposed", insertion });
  const isBusy = state.busy !== undefined;
  return html`
    <section class="start" aria-labelledby="start-heading">
      <h2 id="start-heading">Scale up, or scale out?</h2>
      <p>
        Compare a central system with a distributed one over the years of your plan: what each costs, and when the central one must be
        sharded.
      </p>
      <fluent-button appearance="primary" ?disabled=${isBusy} @click=${propose("sample")}>Start with the sample</fluent-button>
      <p class="hint">A health system that grows from 3 to 10 hospitals, with three scenarios to compare.</p>
      <fluent-button ?disabled=${isBusy} @click=${propose("model")}>Insert an empty model</fluent-button>
      <p class="hint">Every assumption at its default, for your own figures.</p>
    </section>
    <section class="start" aria-labelledby="formulas-heading">
      <h2 id="formulas-heading">Just want formulas?</h2>
      <p>Type <code>=TCO.</code> in a cell and choose. The pane may stay closed.</p>
    </section>
  `;
}

/** The button that was pressed is gone: the keyboard goes on from what replaced it. */
const focus = (element: Element | undefined): void => {
  (element as HTMLElement | undefined)?.focus();
};

/** What is about to be written, or why it cannot be. */
function proposalView(
  insertion: Insertion,
  { preview, conflicts }: ModelPlan,
  { busy }: PaneState,
  { dispatch, effects }: Controls,
): TemplateResult {
  const decline = () => dispatch({ type: "declined" });
  const name = insertion === "sample" ? "the sample" : "an empty model";
  return html`
    <section class="start" aria-labelledby="proposal-heading">
      <h2 id="proposal-heading" tabindex="-1" ${ref(focus)}>Insert ${name}</h2>
      ${conflicts.length > 0 ? listView("Nothing can be written yet:", conflicts) : listView("These sheets will be added. Nothing that is in the workbook changes.", preview)}
      <div class="actions">
        ${
          conflicts.length > 0
            ? nothing
            : html`<fluent-button appearance="primary" ?disabled=${busy !== undefined} @click=${() => void effects.insert(insertion)}
                >Insert</fluent-button
              >`
        }
        <fluent-button ?disabled=${busy !== undefined} @click=${decline}>Cancel</fluent-button>
      </div>
    </section>
  `;
}

function listView(words: string, lines: readonly string[]): TemplateResult {
  return html`<p>${words}</p>
    <ul class="lines">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}
