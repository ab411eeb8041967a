/** The choice of an assumption that holds a number: typed, with a list that is searched by key and by words. */

import { html } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { nearestKey, parseKey } from "../../engine/catalogue/keys";
import type { Inputs } from "../../workbook/edit/inputTable";
import { labelOf } from "../../workbook/mapping";
import { holdsNumber } from "./ranges";
import type { AnalyzeControls } from "./effects";
import type { AnalyzeField, AnalyzeState } from "./state";
import { fieldOf } from "./state";

const LIST = "analyze-keys";

/** Keys that hold numbers: of the table of inputs and of the tables beside it, as the scenario has them. */
function numericKeys({ rows }: Inputs, slice: AnalyzeState): readonly string[] {
  const stated = (slice.rows.get(slice.scenario) ?? []).map(([key]) => String(key));
  return [...new Set([...rows.map(({ key }) => key), ...stated])].filter(holdsNumber);
}

function wordsOf(key: string): string {
  const unit = parseKey(key)?.assumption.unit ?? "";
  return unit === "" ? labelOf(key) : `${labelOf(key)} (${unit})`;
}

/** What is said below a key as it is typed: its words, or the key that may have been meant. */
function hintOf(key: string): string {
  if (parseKey(key)) return wordsOf(key);
  const near = nearestKey(key);
  return near === undefined || key === ""
    ? "Type part of a name or key, then choose from the list."
    : `There is no ${key}. The nearest is ${near}; the list is searched by key and by words.`;
}

/** The list that all fields of this kind share. */
export function keyListView(table: Inputs, slice: AnalyzeState): TemplateResult {
  return html`<datalist id=${LIST}>
    ${numericKeys(table, slice).map((key) => html`<option value=${key}>${wordsOf(key)}</option>`)}
  </datalist>`;
}

interface KeyInput {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly typed: (text: string) => void;
}

/** A field in which a key is typed. */
export function keyInput({ id, label, value, typed }: KeyInput): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="text"
      list=${LIST}
      autocomplete="off"
      spellcheck="false"
      .value=${live(value)}
      aria-describedby=${`${id}-hint`}
      @input=${(event: Event) => typed((event.target as HTMLInputElement).value)}
    />
    <p class="hint" id=${`${id}-hint`}>${hintOf(value.trim())}</p>
  </div>`;
}

/** The field of a question in which a key is typed. */
export function keyField(field: AnalyzeField, label: string, slice: AnalyzeState, { dispatch }: AnalyzeControls): TemplateResult {
  return keyInput({
    id: field.replaceAll(".", "-"),
    label,
    value: fieldOf(slice, field),
    typed: (text) => dispatch({ type: "analyze/typed", field, text }),
  });
}
