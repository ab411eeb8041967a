/** The tables that a scenario can take in beside the inputs: added when somebody wants to edit what they list. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ScenarioTable } from "../../workbook/formulas";
import { TABLES } from "../../workbook/layout";
import { isFixed } from "../state";
import type { PaneState } from "../state";
import type { ProposedTable } from "../states/inputs";
import type { Controls } from "./controls";
import { leadHeading, listView } from "./parts";

const OFFERED: readonly (readonly [ScenarioTable, string])[] = [
  [TABLES.licenses, "License products, with prices and counting rules"],
  [TABLES.roles, "Roles of the staff, with drivers and salaries"],
  [TABLES.servers, "Server shapes, instead of the built-in lists"],
];

/** What can be added, or what adding the chosen table would write. */
export function tablesView(state: PaneState, controls: Controls): TemplateResult {
  const { proposed } = state.inputs;
  if (proposed) return proposalView(proposed, state, controls);
  const isHeld = state.busy !== undefined || isFixed(state);
  return html`<details>
    <summary>More tables</summary>
    <p class="hint">What they list is built in. As a table in the workbook you can change it.</p>
    <ul class="plain">
      ${OFFERED.map(
        ([table, words]) =>
          html`<li>
            ${words}
            <fluent-button size="small" ?disabled=${isHeld} @click=${() => void controls.effects.inputs.proposeTable(table)}
              >Add ${table}</fluent-button
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

function proposalView({ table, preview, conflicts }: ProposedTable, state: PaneState, { dispatch, effects }: Controls): TemplateResult {
  const decline = () => dispatch({ type: "inputs/table", proposed: undefined });
  const isFree = conflicts.length === 0 && preview.length > 0;
  return html`<section class="card" aria-labelledby="table-heading">
    ${leadHeading("table-heading", `Add ${table}`)} ${conflicts.length > 0 ? listView("Nothing can be written yet:", conflicts) : nothing}
    ${conflicts.length === 0 && preview.length === 0 ? html`<p>The workbook has this table already.</p>` : nothing}
    ${isFree ? listView("This will be written:", preview) : nothing}
    <div class="actions">
      ${
        isFree
          ? html`<fluent-button
              appearance="primary"
              ?disabled=${state.busy !== undefined}
              @click=${() => void effects.inputs.addTable(table)}
              >Add</fluent-button
            >`
          : nothing
      }
      <fluent-button @click=${decline}>${isFree ? "Cancel" : "Close"}</fluent-button>
    </div>
  </section>`;
}
