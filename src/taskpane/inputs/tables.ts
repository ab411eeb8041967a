/** The tables that a scenario can take in beside the inputs: added when somebody wants to edit what they list. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ScenarioTable } from "../../workbook/formulas";
import { TABLES } from "../../workbook/layout";
import { isFixed } from "../shell/state";
import type { Shell } from "../shell/state";
import type { InputControls } from "./effects";
import type { InputsState, ProposedTable } from "./state";
import { leadHeading, listView } from "../shell/parts";

const OFFERED: readonly (readonly [ScenarioTable, string])[] = [
  [TABLES.licenses, "License products, with prices and counting rules"],
  [TABLES.roles, "Roles of the staff, with drivers and salaries"],
  [TABLES.servers, "Server shapes, instead of the built-in lists"],
];

/** What can be added, or what adding the chosen table would write. */
export function tablesView({ proposed }: InputsState, shell: Shell, controls: InputControls): TemplateResult {
  if (proposed) return proposalView(proposed, shell, controls);
  const isHeld = shell.busy !== undefined || isFixed(shell);
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

function proposalView({ table, preview, conflicts }: ProposedTable, { busy }: Shell, { dispatch, effects }: InputControls): TemplateResult {
  const decline = () => dispatch({ type: "inputs/table", proposed: undefined });
  const isFree = conflicts.length === 0 && preview.length > 0;
  return html`<section class="card" aria-labelledby="table-heading">
    ${leadHeading("table-heading", `Add ${table}`)} ${conflicts.length > 0 ? listView("Nothing can be written yet:", conflicts) : nothing}
    ${conflicts.length === 0 && preview.length === 0 ? html`<p>The workbook has this table already.</p>` : nothing}
    ${isFree ? listView("This will be written:", preview) : nothing}
    <div class="actions">
      ${
        isFree
          ? html`<fluent-button appearance="primary" ?disabled=${busy !== undefined} @click=${() => void effects.inputs.addTable(table)}
              >Add</fluent-button
            >`
          : nothing
      }
      <fluent-button @click=${decline}>${isFree ? "Cancel" : "Close"}</fluent-button>
    </div>
  </section>`;
}
