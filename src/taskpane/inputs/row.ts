/** One assumption of a scenario: its value as it is typed, where it comes from, and what stands in the way of a change. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Assumption } from "../../engine/catalogue/assumption";
import { parseKey } from "../../engine/catalogue/keys";
import { defaultValue, inheritedValue, inputAddress, isOverride, ownValue } from "../../workbook/edit/inputTable";
import type { InputRow, Inputs } from "../../workbook/edit/inputTable";
import { BASE_COLUMN } from "../../workbook/layout";
import { labelOf, STATUS_KEY } from "../../workbook/mapping";
import type { CellValue } from "../../workbook/plan";
import { asOfShown, inputText } from "../shell/format";
import { isFixed } from "../shell/state";
import type { Shell } from "../shell/state";
import { draftOf } from "./state";
import type { InputControls } from "./effects";
import type { Draft, Field, InputsState } from "./state";
import { choicesOf, exampleOf, typedFor } from "../typed/value";
import type { View } from "../shell/screen";
import { problemView } from "../shell/parts";

export interface RowContext {
  readonly table: Inputs;
  readonly row: InputRow;
  readonly scenario: string;
  readonly slice: InputsState;
  readonly shell: Shell;
  readonly controls: InputControls;
  /** Whether the row is the first of its section, which then has a heading. */
  readonly opensSection: boolean;
}

interface Shown extends RowContext {
  readonly field: Field;
  readonly id: string;
  readonly assumption: Assumption<unknown> | undefined;
  readonly draft: Draft | undefined;
  /** What the scenario's own cell holds now. */
  readonly now: CellValue;
  /** The value in effect: the own one, else what is inherited. */
  readonly value: CellValue;
}

/** An assumption with its field. */
export function inputRowView(context: RowContext): TemplateResult {
  const { table, row, scenario, slice } = context;
  const field: Field = { scenario, key: row.key };
  const now = ownValue(table, row, scenario);
  const shown: Shown = {
    ...context,
    field,
    id: `input-${row.key}`,
    assumption: parseKey(row.key)?.assumption,
    draft: draftOf(slice, field),
    now,
    value: now === "" ? inheritedValue(table, row, scenario) : now,
  };
  return html`<li data-key=${row.key} class=${isOverride(table, row, scenario) ? "own" : ""}>
    ${context.opensSection ? html`<h2>${row.section}</h2>` : nothing}
    <div class="label">
      <label for=${shown.id}>${row.label}</label>
      ${detailsButton(shown)}
    </div>
    <div class="value">${editorView(shown)}<span class="unit">${row.unit}</span></div>
    ${stateView(shown)} ${conflictView(shown)} ${problemView(shown.id, shown.draft?.problem)} ${detailsView(shown)}
  </li>`;
}

function editorView(shown: Shown): TemplateResult {
  const choices = shown.assumption && choicesOf(shown.assumption);
  return choices ? choiceView(shown, choices) : textView(shown);
}

function typed({ controls, field, now }: Shown, text: string): void {
  controls.dispatch({ type: "inputs/typed", field, text, seen: now });
}

function textView(shown: Shown): TemplateResult {
  const { id, draft, value, assumption, controls, field } = shown;
  const key = (event: KeyboardEvent) => {
    if (!draft) return;
    if (event.key === "Escape") controls.dispatch({ type: "inputs/settled", field });
    // A field changes only once: what was refused is tried again by Enter all the same.
    if (event.key === "Enter") void controls.effects.inputs.commit(field);
  };
  return html`<input
    id=${id}
    type="text"
    autocomplete="off"
    spellcheck="false"
    .value=${live(draft?.text ?? inputText(value, assumption, controls.locale))}
    ?readonly=${isFixed(shown.shell)}
    aria-invalid=${draft?.problem === undefined ? nothing : "true"}
    aria-describedby=${`${id}-state${draft?.problem === undefined ? "" : ` ${id}-problem`}`}
    @input=${(event: Event) => typed(shown, (event.target as HTMLInputElement).value)}
    @change=${() => void controls.effects.inputs.commit(field)}
    @keydown=${key}
  />`;
}

function choiceView(shown: Shown, choices: readonly string[]): TemplateResult {
  const { id, draft, value, assumption, controls, field } = shown;
  const current = (draft?.text ?? inputText(value, assumption, controls.locale)).toLowerCase();
  const chosen = (event: Event) => {
    typed(shown, (event.target as HTMLSelectElement).value);
    void controls.effects.inputs.commit(field);
  };
  const known = choices.some((choice) => choice.toLowerCase() === current);
  return html`<select id=${id} ?disabled=${isFixed(shown.shell)} aria-describedby=${`${id}-state`} @change=${chosen}>
    ${known ? nothing : html`<option value=${current} .selected=${live(true)}>${current}</option>`}
    ${choices.map((choice) => html`<option value=${choice} .selected=${live(choice.toLowerCase() === current)}>${choice}</option>`)}
  </select>`;
}

/** What was pressed goes away with the question that it answered: the keyboard goes on from the field. */
function fromField({ id }: Shown, answer: () => void): () => void {
  return () => {
    document.getElementById(id)?.focus();
    answer();
  };
}

/** Whether the value is the scenario's own, what Base says, and how to go back to it; while one types, what the text is read as. */
function stateView(shown: Shown): TemplateResult {
  const { id, table, row, scenario, assumption, controls, field, draft } = shown;
  const inherited = inputText(inheritedValue(table, row, scenario), assumption, controls.locale);
  const words = draft ? echoOf(shown, draft) : originOf(shown, inherited);
  const canReset = !draft && row.key !== STATUS_KEY && !isFixed(shown.shell) && isOverride(table, row, scenario);
  return html`<p class="state" id=${`${id}-state`}>
    ${words}
    ${
      canReset
        ? html`<button
            class="link"
            @click=${fromField(shown, () => void controls.effects.inputs.reset(field))}
            aria-label=${`Reset ${row.label} to Base`}
          >
            Reset
          </button>`
        : nothing
    }
  </p>`;
}

function originOf({ table, row, scenario, now }: Shown, inherited: string): string {
  if (scenario === BASE_COLUMN) return now === "" ? "default" : "";
  return isOverride(table, row, scenario)
    ? `override; Base ${inherited === "" ? "has none" : inherited}`
    : row.key === STATUS_KEY
      ? ""
      : "as in Base";
}

/** What a text that is being typed would be read as. */
function echoOf({ row, assumption, controls }: Shown, { text, problem }: Draft): string {
  if (problem !== undefined || !assumption || text.trim() === "") return "";
  const reading = typedFor(row.key, assumption, text, controls.locale);
  if (!reading.ok) return `such as ${exampleOf(row.unit, controls.locale)}`;
  const words = inputText(reading.value, assumption, controls.locale);
  return words === text.trim() ? "press Enter" : `is read as ${words}; press Enter`;
}

/** The cell has changed since typing began, or holds a formula: the user decides which holds. */
function conflictView(shown: Shown): View {
  const { draft, now, field, controls } = shown;
  const { effects, dispatch } = controls;
  if (!draft) return nothing;
  const settle = () => dispatch({ type: "inputs/settled", field });
  if (draft.seen !== now) {
    const keep = () => {
      dispatch({ type: "inputs/kept", field, now });
      void effects.inputs.commit(field);
    };
    const words = now === "" ? "empty" : inputText(now, shown.assumption, controls.locale);
    return questionView(shown, html`${shown.row.label} changed while you were typing: the cell is now ${words}.`, [
      ["Keep mine", keep],
      ["Take theirs", settle],
    ]);
  }
  if (draft.formula === undefined) return nothing;
  const isEmptied = draft.text.trim() === "";
  const what = isEmptied ? "Emptying the cell would delete it." : "A value would replace it.";
  return questionView(shown, html`The cell has a formula: <code>${draft.formula}</code>. ${what}`, [
    [isEmptied ? "Delete the formula" : "Replace the formula", () => void effects.inputs.commit(field, true)],
    ["Keep the formula", settle],
  ]);
}

function questionView(
  shown: Shown,
  words: TemplateResult,
  answers: readonly (readonly [label: string, answer: () => void])[],
): TemplateResult {
  return html`<div class="conflict" role="alert">
    <p>${words}</p>
    <div class="actions">
      ${answers.map(([label, answer]) => html`<fluent-button size="small" @click=${fromField(shown, answer)}>${label}</fluent-button>`)}
    </div>
  </div>`;
}

function detailsButton({ id, row, slice, controls }: Shown): TemplateResult {
  const isOpen = slice.open === row.key;
  return html`<button
    class="icon small"
    aria-label=${`About ${row.label}`}
    aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${`${id}-details`}
    @click=${() => controls.dispatch({ type: "inputs/details", key: row.key })}
  >
    ${isOpen ? "−" : "+"}
  </button>`;
}

function detailsView(shown: Shown): View {
  const { id, table, row, scenario, slice, assumption, controls } = shown;
  const isOpen = slice.open === row.key;
  if (!isOpen) return html`<div id=${`${id}-details`} hidden></div>`;
  const show = (value: CellValue) => inputText(value, assumption, controls.locale);
  const lines: readonly (readonly [string, string])[] = [
    ["Key", row.key],
    ["Default", assumption?.follows === undefined ? show(defaultValue(row.key)) : `as ${labelOf(assumption.follows)}`],
    ["Low to high", row.low === "" && row.high === "" ? "" : `${show(row.low)} to ${show(row.high)}`],
    ["Source", row.source],
    ["As of", asOfShown(row.asOf, controls.locale)],
    ["Owner", row.owner],
    ["Note", row.note],
  ];
  return html`<div class="details" id=${`${id}-details`}>
    <dl>
      ${lines
        .filter(([, words]) => words !== "")
        .map(
          ([term, words]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
    </dl>
    <fluent-button size="small" @click=${() => void controls.effects.show(inputAddress(table, row, scenario))}>Show on sheet</fluent-button>
  </div>`;
}
