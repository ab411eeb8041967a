import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { inputsOf, isArchived, isOverride } from "../../workbook/edit/inputTable";
import type { InputRow, Inputs } from "../../workbook/edit/inputTable";
import { BASE_COLUMN } from "../../workbook/layout";
import type { ScreenView } from "../shell/screen";
import type { Shell } from "../shell/state";
import type { InputControls } from "./effects";
import type { InputsState } from "./state";
import { inputRowView } from "./row";
import { selectField, textField } from "../shell/parts";
import { tablesView } from "./tables";

/** Inputs: the values of one scenario, as the table of inputs holds them. */
export const inputs: ScreenView<InputsState, InputControls> = {
  body: (slice, shell, controls) => {
    const { reading } = shell;
    if (reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    const table = reading.inputs && inputsOf(reading.inputs);
    return table ? inputsView(table, slice, shell, controls) : html`<p>The table of inputs cannot be read. Home says what is missing.</p>`;
  },
};

/** The scenario that is shown: the chosen one, or Base when it is gone. */
function shownScenario({ scenario }: InputsState, { scenarios }: Inputs): string {
  return scenarios.includes(scenario) ? scenario : (scenarios[0] ?? "");
}

/** The rows that the search, the section and the choice of overrides leave. */
export function shownRows(table: Inputs, state: InputsState): readonly InputRow[] {
  const scenario = shownScenario(state, table);
  const wanted = state.search.trim().toLowerCase().split(/\s+/);
  return table.rows.filter((row) => {
    const text = `${row.label} ${row.key} ${row.section} ${row.note}`.toLowerCase();
    const isFound = wanted.every((word) => text.includes(word));
    const isInSection = state.section === "" || row.section === state.section;
    return isFound && isInSection && (!state.onlyOverrides || isOverride(table, row, scenario));
  });
}

function inputsView(table: Inputs, slice: InputsState, shell: Shell, controls: InputControls): TemplateResult {
  const scenario = shownScenario(slice, table);
  const rows = shownRows(table, slice);
  return html`
    ${filtersView(table, scenario, slice, controls)}
    <p class="hint" role="status">${countWords(rows.length, table.rows.length, slice.onlyOverrides ? scenario : undefined)}</p>
    ${
      rows.length === 0
        ? nothing
        : html`<ul class="inputs">
            ${repeat(
              rows,
              ({ key }) => `${scenario} ${key}`,
              (row, index) =>
                inputRowView({ table, row, scenario, slice, shell, controls, opensSection: row.section !== rows[index - 1]?.section }),
            )}
          </ul>`
    }
    ${tablesView(slice, shell, controls)}
  `;
}

/** How many rows are shown; where none are, why, and how to see more. */
function countWords(shown: number, all: number, differing: string | undefined): string {
  if (shown === 0 && differing === BASE_COLUMN)
    return "Base differs from nothing: choose another scenario, or show more than what differs from Base.";
  if (shown === 0 && differing !== undefined) return `${differing} states nothing like that itself. Show more than what differs from Base.`;
  if (shown === 0) return "No assumption is like that. Clear the search, or show all sections.";
  return shown === all ? `${String(all)} assumptions` : `${String(shown)} of ${String(all)} assumptions`;
}

function filtersView(
  table: Inputs,
  scenario: string,
  { search, section, onlyOverrides }: InputsState,
  { dispatch }: InputControls,
): TemplateResult {
  const show = (shown: Partial<InputsState>) => dispatch({ type: "inputs/shown", shown });
  const sections = [...new Set(table.rows.map((row) => row.section))];
  return html`<div class="filters" role="search">
    ${selectField({
      id: "scenario",
      label: "Scenario",
      value: scenario,
      options: table.scenarios.map((name) => ({ value: name, label: isArchived(table, name) ? `${name} (archived)` : name })),
      changed: (value) => show({ scenario: value }),
    })}
    ${textField({ id: "search", label: "Search", type: "search", value: search, typed: (text) => show({ search: text }) })}
    ${selectField({
      id: "section",
      label: "Section",
      value: section,
      options: [{ value: "", label: "All" }, ...sections.map((name) => ({ value: name, label: name }))],
      changed: (value) => show({ section: value }),
    })}
    <label class="check-field">
      <input
        type="checkbox"
        .checked=${onlyOverrides}
        @change=${(event: Event) => show({ onlyOverrides: (event.target as HTMLInputElement).checked })}
      />
      Only what differs from Base
    </label>
  </div>`;
}
