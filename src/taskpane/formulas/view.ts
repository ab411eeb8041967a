import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { explain } from "../shell/explain";
import { resultNumber } from "../shell/format";
import { callsIn, localFormula } from "./formulaText";
import { parameterAt } from "../functions/help";
import type { FunctionHelp, ParameterHelp } from "../functions/help";
import { isResultError } from "../functions/protocol";
import type { ResultCell, ResultRows } from "../functions/protocol";
import type { Shell } from "../shell/state";
import { ONLY_IN_CELL } from "./state";
import type { FormulasState, Preview } from "./state";
import type { ScreenView, View } from "../shell/screen";
import type { FormulaControls } from "./effects";
import { computingView, leadHeading, plural, textField } from "../shell/parts";

/** Formulas: find a function, fill its form, see the result, insert it; and what the selected cell is made of. */
export const formulas: ScreenView<FormulasState, FormulaControls> = {
  body: (slice, shell, controls) => {
    const { helps, chosen } = slice;
    if (!helps) return html`<p class="loading">Loading the functions ...</p>`;
    const help = helps.find(({ id }) => id === chosen);
    return help
      ? formView(help, slice, shell, controls)
      : html`${selectedCellView(helps, shell, controls)} ${searchView(helps, slice, controls)}`;
  },
  primary: ({ helps, chosen, preview }, { busy, conditions, selection }, { effects }) => {
    if (!helps?.some(({ id }) => id === chosen)) return nothing;
    return html`<fluent-button
        appearance="primary"
        ?disabled=${busy !== undefined || conditions.isReadOnly || !isInsertable(preview)}
        @click=${() => void effects.formulas.insert()}
        >Insert formula</fluent-button
      >
      <span class="hint">${selection ? `into ${selection.address}` : ""}</span>`;
  },
};

/** Whether there is a formula to insert: one with a result, or one whose result only a cell can have. */
function isInsertable(preview: Preview | undefined): boolean {
  return preview !== undefined && (preview.problem === undefined || preview.problem === ONLY_IN_CELL);
}

function found(helps: readonly FunctionHelp[], search: string): readonly FunctionHelp[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const textOf = ({ name, words: summary, parameters }: FunctionHelp) =>
    `${name} ${summary} ${parameters.map(({ name: each }) => each).join(" ")}`.toLowerCase();
  return helps.filter((help) => words.every((word) => textOf(help).includes(word)));
}

function searchView(helps: readonly FunctionHelp[], { search }: FormulasState, controls: FormulaControls): TemplateResult {
  const matches = found(helps, search);
  return html`
    ${textField({
      id: "function-search",
      label: "Find a function",
      type: "search",
      value: search,
      hint: "By what it does, such as growth, shard or license.",
      typed: (text) => controls.dispatch({ type: "formulas/search", search: text }),
    })}
    <p class="hint" role="status">${matches.length === 0 ? "No function is like that." : plural(matches.length, "function")}</p>
    <ul class="functions">
      ${matches.map(
        (help) =>
          html`<li>
            <button @click=${() => choose(help, controls)}>
              <strong>${help.name}</strong>
              <span>${help.words}</span>
            </button>
          </li>`,
      )}
    </ul>
  `;
}

/** Opens the form of a function. */
function choose(help: FunctionHelp, { dispatch, effects }: FormulaControls): void {
  dispatch({ type: "formulas/chosen", id: help.id, fields: help.parameters.map(() => "") });
  void effects.formulas.preview();
}

function formView(help: FunctionHelp, slice: FormulasState, shell: Shell, controls: FormulaControls): TemplateResult {
  const { dispatch } = controls;
  const { fields, preview } = slice;
  const repeats = help.parameters.at(-1)?.isRepeating ?? false;
  return html`
    <fluent-button size="small" appearance="subtle" @click=${() => dispatch({ type: "formulas/left" })}>All functions</fluent-button>
    ${leadHeading("function-heading", help.name)}
    <p>${help.words}</p>
    ${fields.map((text, index) => {
      const parameter = parameterAt(help, index);
      return parameter ? argumentView(parameter, index, text, shell, controls) : nothing;
    })}
    ${repeats ? html`<fluent-button size="small" @click=${() => dispatch({ type: "formulas/more" })}>Another ${help.parameters.at(-1)?.name}</fluent-button>` : nothing}
    ${previewView(preview, controls)} ${detailsView(help, slice, controls)}
  `;
}

/** What the function gives, by which formula, when it refuses, examples in the user's separators, and its relatives. */
function detailsView({ details }: FunctionHelp, { helps = [] }: FormulasState, controls: FormulaControls): View {
  if (!details) return nothing;
  const { returns, formula, source, errors, examples, related } = details;
  const facts = [
    ["Gives", returns],
    ["Computes", formula],
    ["Source", source],
    ["Errors", errors],
  ] as const;
  const relatives = helps.filter(({ id }) => related.includes(id));
  return html`<section class="card" aria-labelledby="details-heading">
    <h2 id="details-heading">About it</h2>
    <dl class="stacked">
      ${facts.map(([term, text]) =>
        text === undefined
          ? nothing
          : html`<div>
              <dt>${term}</dt>
              <dd>${text}</dd>
            </div>`,
      )}
    </dl>
    ${examples.map(
      (example) =>
        html`<h3>Example</h3>
          <code class="formula">${localFormula(example.formula, controls.locale)}</code>
          <p>gives <code>${localFormula(example.result, controls.locale)}</code></p>`,
    )}
    ${
      relatives.length === 0
        ? nothing
        : html`<h3>Related</h3>
            <div class="actions">
              ${relatives.map((each) => html`<fluent-button size="small" @click=${() => choose(each, controls)}>${each.name}</fluent-button>`)}
            </div>`
    }
  </section>`;
}

function argumentView(
  parameter: ParameterHelp,
  index: number,
  text: string,
  { selection }: Shell,
  { dispatch, effects }: FormulaControls,
): TemplateResult {
  const typed = (value: string) => {
    dispatch({ type: "formulas/typed", index, text: value });
    void effects.formulas.preview();
  };
  const id = `argument-${String(index)}`;
  const choices = parameter.choices.map(({ value, words }) => `${value}: ${words}`).join(" ");
  return html`<div class="argument">
    ${textField({
      id,
      label: `${parameter.name}${parameter.isOptional || parameter.isRepeating ? " (optional)" : ""}`,
      hint: choices === "" ? parameter.words : `${parameter.words} ${choices}`,
      value: text,
      typed,
    })}
    <div class="actions">
      ${
        selection
          ? html`<fluent-button
              size="small"
              @click=${() => typed(selection.range)}
              aria-label=${`Take ${selection.range} as ${parameter.name}`}
              >Take ${selection.range}</fluent-button
            >`
          : nothing
      }
    </div>
  </div>`;
}

const MOST_ROWS = 12;
const MOST_COLUMNS = 6;

function previewView(preview: Preview | undefined, { locale, effects }: FormulaControls): View {
  if (!preview) return nothing;
  const { formula, rows, problem } = preview;
  return html`<section class="card preview" aria-labelledby="preview-heading">
    <h2 id="preview-heading">Formula</h2>
    <code class="formula">${localFormula(formula, locale)}</code>
    <h2>Result</h2>
    ${
      problem !== undefined
        ? html`<p role="status">${problem}</p>`
        : rows === undefined
          ? computingView("Asking the function", effects.cancel)
          : rowsView(rows, locale)
    }
  </section>`;
}

function shown(cell: ResultCell, locale: string): string {
  if (isResultError(cell)) return cell.error;
  if (typeof cell === "number") return resultNumber(cell, locale);
  return typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
}

/** The first rows and columns of a result, and what errors among them say. */
function rowsView(rows: ResultRows, locale: string): TemplateResult {
  const cells = rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
  const columns = rows[0]?.length ?? 0;
  const isCut = rows.length > MOST_ROWS || columns > MOST_COLUMNS;
  const messages = [...new Set(cells.flat().flatMap((cell) => (isResultError(cell) && cell.message !== "" ? [cell.message] : [])))];
  return html`
    <div class="wide" tabindex="0" role="region" aria-label="Result">
      <table>
        <tbody>
          ${cells.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td class=${typeof cell === "number" ? "number" : ""}>${shown(cell, locale)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${messages.map((message) => html`<p class="problem">${message}</p>`)}
    <p class="hint">
      ${rows.length === 1 && columns === 1 ? "One cell." : `${plural(rows.length, "row")}, ${plural(columns, "column")}.`}${isCut ? " The first of them are shown." : ""}
    </p>
  `;
}

/** What the selected cell holds: its formula's functions with their arguments, and what an error in it means. */
function selectedCellView(helps: readonly FunctionHelp[], { selection, messages }: Shell, controls: FormulaControls): View {
  if (!selection) return nothing;
  const calls = callsIn(selection.formula);
  const explanation = explain(selection.address, selection.value, messages);
  if (calls.length === 0 && !explanation) return nothing;
  return html`<section class="card" aria-labelledby="cell-heading">
    <h2 id="cell-heading">${selection.address}</h2>
    ${explanation ? html`<p class="problem"><strong>${explanation.error}</strong> ${explanation.words}</p>` : nothing}
    ${calls.length > 0 ? html`<code class="formula">${localFormula(selection.formula, controls.locale)}</code>` : nothing}
    ${calls.map(({ name, args }) => {
      const help = helps.find((each) => each.name === name);
      return help ? callView(help, args, controls) : html`<p>${name} is none of the add-in's functions.</p>`;
    })}
  </section>`;
}

function callView(help: FunctionHelp, args: readonly string[], controls: FormulaControls): TemplateResult {
  return html`<h3>${help.name}</h3>
    <p>${help.words}</p>
    <dl class="stacked">
      ${args.map(
        (text, index) =>
          html`<div>
            <dt>${parameterAt(help, index)?.name ?? ""}</dt>
            <dd><code>${text === "" ? "left out" : localFormula(text, controls.locale)}</code></dd>
          </div>`,
      )}
    </dl>
    <fluent-button size="small" @click=${() => void controls.effects.formulas.open(help, args)}>Open its form</fluent-button>`;
}
