import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { ARCHITECTURES } from "../../workbook/compare";
import { comparedIn } from "../../workbook/edit/inputTable";
import type { ImportPlan } from "../../workbook/exchange/importPlan";
import type { Shell } from "../shell/state";
import type { ExchangeState, MadeFile } from "./state";
import { changesView } from "../shell/changes";
import type { ScreenView, View } from "../shell/screen";
import type { ExchangeControls } from "./effects";
import { leadHeading, linesList, plural, selectField } from "../shell/parts";

/** Import and export: scenarios, tables, costs and a frozen copy, as files and as text. */
export const exchange: ScreenView<ExchangeState, ExchangeControls> = {
  body: (slice, shell, controls) => {
    const { plan } = slice;
    if (plan) return planView(plan, controls);
    return html`${shell.reading?.kind === "model" ? exportView(slice, shell, controls) : nothing} ${importView(slice, shell, controls)}`;
  },
  primary: ({ plan }, { busy, conditions }, { dispatch, effects }) => {
    if (!plan) return nothing;
    const isUseful = plan.problems.length === 0 && plan.changes.length + plan.newScenarios.length > 0;
    return html`${
        isUseful
          ? html`<fluent-button
              appearance="primary"
              ?disabled=${busy !== undefined || conditions.isReadOnly}
              @click=${() => void effects.exchange.agree()}
              >${plan.issues.length > 0 ? "Import the rest" : "Import"}</fluent-button
            >`
          : nothing
      } <fluent-button ?disabled=${busy !== undefined} @click=${() => dispatch({ type: "exchange/declined" })}>Cancel</fluent-button>`;
  },
};

function exportView(slice: ExchangeState, shell: Shell, controls: ExchangeControls): TemplateResult {
  const { effects } = controls;
  const button = (words: string, act: () => Promise<void>) =>
    html`<fluent-button size="small" ?disabled=${shell.busy !== undefined} @click=${() => void act()}>${words}</fluent-button>`;
  return html`
    <section class="start" aria-labelledby="export-heading">
      <h3 id="export-heading">Export</h3>
      ${button("Scenarios as JSON", effects.exchange.exportScenarios)}
      <p class="hint">Every stated value under its key, to import into another workbook or to keep under version control.</p>
      ${tableChoice(slice, controls)} ${button("Table as CSV", effects.exchange.exportTable)} ${costsChoice(slice, shell, controls)}
      ${button("Costs as CSV (FOCUS 1.2)", effects.exchange.exportCosts)}
      <p class="hint">A row per month and cost line in the columns of the FinOps specification, with TBM cost pools and towers.</p>
      ${button("Copy with values frozen", effects.exchange.exportFrozen)}
      <p class="hint">
        Every visible sheet with values in place of formulas, for people without the add-in: number formats, fonts, fills, alignment,
        widths, frozen panes and page layout as they are. Not in it: charts, notes and comments, borders, drop-down lists, tables as such
        and conditional formats.
      </p>
      ${madeView(slice.made, effects)}
    </section>
  `;
}

function tableChoice({ table, tables }: ExchangeState, { dispatch }: ExchangeControls): TemplateResult {
  return selectField({
    id: "table",
    label: "A table",
    value: table,
    options: tables.map((name) => ({ value: name, label: name })),
    changed: (value) => dispatch({ type: "exchange/chosen", choice: { table: value } }),
  });
}

function costsChoice({ scenario, architecture }: ExchangeState, { reading }: Shell, { dispatch }: ExchangeControls): TemplateResult {
  return html`<div class="pair">
    ${selectField({
      id: "costs-scenario",
      label: "Costs of",
      value: scenario,
      options: comparedIn(reading).map((name) => ({ value: name, label: name })),
      changed: (value) => dispatch({ type: "exchange/chosen", choice: { scenario: value } }),
    })}
    ${selectField({
      id: "costs-architecture",
      label: "Architecture",
      value: architecture,
      options: [{ value: "", label: "as chosen" }, ...ARCHITECTURES.map((name) => ({ value: name, label: name }))],
      changed: (value) => dispatch({ type: "exchange/chosen", choice: { architecture: value } }),
    })}
  </div>`;
}

function madeView(made: MadeFile | undefined, effects: ExchangeControls["effects"]): View {
  if (!made) return nothing;
  const card = html`<section class="card" aria-labelledby="made-heading">
    ${leadHeading("made-heading", made.name)}
    <textarea readonly rows="6" aria-labelledby="made-heading" .value=${live(made.text)}></textarea>
    <div class="actions">
      <fluent-button size="small" @click=${() => void effects.exchange.save()}>Save as a file</fluent-button>
      <fluent-button size="small" @click=${() => void effects.exchange.copy()}>Copy</fluent-button>
    </div>
  </section>`;
  // Each file is a card of its own, which takes the focus.
  return html`${keyed(made, card)}`;
}

function importView({ pasted }: ExchangeState, { busy }: Shell, { dispatch, effects }: ExchangeControls): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void effects.exchange.plan(file.name, () => file.arrayBuffer());
    // The same file may be chosen again after it was corrected.
    input.value = "";
  };
  return html`<section class="start" aria-labelledby="import-heading">
    <h3 id="import-heading">Import scenarios</h3>
    <p class="hint">You see what would change, and every value that cannot be taken, before anything is written.</p>
    <div class="field">
      <label for="import-file">A file of scenarios (JSON)</label>
      <input id="import-file" type="file" accept=".json,application/json" @change=${chosen} />
    </div>
    <div class="field">
      <label for="import-text">Or its text</label>
      <textarea
        id="import-text"
        rows="4"
        spellcheck="false"
        .value=${live(pasted)}
        @input=${(event: Event) => dispatch({ type: "exchange/pasted", text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>
    <fluent-button
      size="small"
      ?disabled=${busy !== undefined || pasted.trim() === ""}
      @click=${() => void effects.exchange.plan("Pasted text", () => Promise.resolve(pasted))}
      >Look at what it would change</fluent-button
    >
  </section>`;
}

/** What the file would change, and what of it cannot be taken. */
function planView({ fileName, problems, issues, newScenarios, changes }: ImportPlan, { locale }: ExchangeControls): TemplateResult {
  return html`
    ${leadHeading("plan-heading", fileName)} ${problems.length > 0 ? linesView("Nothing of it can be taken:", problems) : nothing}
    ${
      issues.length > 0
        ? linesView(
            `${plural(issues.length, "value")} cannot be taken:`,
            issues.map(({ scenario, message }) => `${scenario === "" ? "All scenarios" : scenario}: ${message}`),
          )
        : nothing
    }
    ${newScenarios.length > 0 ? html`<p>New: ${newScenarios.join(", ")}.</p>` : nothing}
    ${
      problems.length > 0
        ? nothing
        : html`<p>${changes.length === 0 ? "Every other value is in the workbook already." : changesWords(changes)}</p>
            ${changesView(changes, locale)}`
    }
  `;
}

/** How many values would change, and for how many of them a formula would be lost. */
function changesWords(changes: ImportPlan["changes"]): string {
  const formulas = changes.filter(({ replaces }) => replaces !== undefined).length;
  const lost = formulas === 0 ? "" : ` ${plural(formulas, "formula")} would be replaced by a value.`;
  return `${plural(changes.length, "value")} would change.${lost} What the file does not state stays.`;
}

function linesView(words: string, lines: readonly string[]): TemplateResult {
  return html`<div class="damage">
    <p class="problem"><span aria-hidden="true">⚠ </span>${words}</p>
    ${linesList(lines, (line) => line)}
  </div>`;
}
