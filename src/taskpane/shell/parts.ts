/** Parts that several screens are made of. Form controls are the browser's own: every keyboard, screen reader and contrast theme knows them. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { Directive, directive } from "lit/directive.js";
import type { ElementPart } from "lit/directive.js";
import { live } from "lit/directives/live.js";
import type { View } from "./screen";

/** Whether something that has just appeared is about to take the focus. */
let isFocusTaken = false;

/** Of each element its own: lit's `ref` calls a callback that two elements share again in every drawing, and they take the focus from each other. */
class FocusWhenShown extends Directive {
  private isShown = false;

  override update({ element }: ElementPart): typeof nothing {
    if (!this.isShown && element instanceof HTMLElement) this.take(element);
    this.isShown = true;
    return nothing;
  }

  /** What was pressed is gone: the keyboard goes on from what replaced it, once that is in the page. Of what appears together that is the first. */
  private take(element: HTMLElement): void {
    if (isFocusTaken) return;
    isFocusTaken = true;
    queueMicrotask(() => {
      isFocusTaken = false;
      element.focus();
    });
  }

  override render(): typeof nothing {
    return nothing;
  }
}

const focuses = directive(FocusWhenShown);

/** Gives an element the focus when it appears. */
export const focusWhenShown = focuses();

/** The heading of a screen or a step that replaces another: it takes the focus, so that what follows is read from here. */
export function leadHeading(id: string, words: string): TemplateResult {
  return html`<h2 id=${id} tabindex="-1" ${focusWhenShown}>${words}</h2>`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly changed: (value: string) => void;
  readonly hint?: string | undefined;
}

/** A labelled choice of one out of a few. */
export function selectField({ id, label, value, options, changed, hint }: SelectField): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
      @change=${(event: Event) => changed((event.target as HTMLSelectElement).value)}
    >
      ${options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}
    </select>
    ${hintView(id, hint)}
  </div>`;
}

interface TextField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Called with each key, so that nothing typed is ever lost. */
  readonly typed: (text: string) => void;
  readonly committed?: (text: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly type?: "text" | "search";
  readonly takesFocus?: boolean;
}

/** A labelled text with what is asked and what is wrong with it. */
export function textField({
  id,
  label,
  value,
  typed,
  committed,
  hint,
  problem,
  type = "text",
  takesFocus = false,
}: TextField): TemplateResult {
  const described = [hint === undefined ? "" : `${id}-hint`, problem === undefined ? "" : `${id}-problem`].filter((each) => each !== "");
  const textOf = (event: Event) => (event.target as HTMLInputElement).value;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      autocomplete="off"
      spellcheck="false"
      .value=${live(value)}
      aria-invalid=${problem === undefined ? nothing : "true"}
      aria-describedby=${described.length > 0 ? described.join(" ") : nothing}
      @input=${(event: Event) => typed(textOf(event))}
      @change=${(event: Event) => committed?.(textOf(event))}
      ${takesFocus ? focusWhenShown : nothing}
    />
    ${hintView(id, hint)} ${problemView(id, problem)}
  </div>`;
}

function hintView(id: string, hint: string | undefined): View {
  return hint === undefined ? nothing : html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`;
}

/** What is wrong with a field: said in words and by a sign, never by color alone. */
export function problemView(id: string, problem: string | undefined): View {
  return problem === undefined
    ? nothing
    : html`<p class="problem" id=${`${id}-problem`} role="alert"><span aria-hidden="true">⚠ </span>${problem}</p>`;
}

export const spinner = html`<fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner>`;

/** Something that is being computed, and how to stop it. */
export function computingView(words: string, stop: () => void): TemplateResult {
  return html`<p class="busy" role="status">
    ${spinner} ${words} ...
    <fluent-button size="small" appearance="subtle" @click=${stop}>Stop</fluent-button>
  </p>`;
}

/** Lines under a sentence. */
export function listView(words: string, lines: readonly string[]): TemplateResult {
  return html`<p>${words}</p>
    <ul class="lines">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

/** Figures in more columns than a narrow pane has: the table scrolls by itself, by keys too. */
export function wideTable(
  label: string,
  header: readonly string[],
  rows: readonly (readonly (string | TemplateResult)[])[],
): TemplateResult {
  return html`<div class="wide" tabindex="0" role="region" aria-label=${label}>
    <table>
      <thead>
        <tr>
          ${header.map((words, index) => html`<th scope="col" class=${index > 0 ? "number" : ""}>${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = "", ...cells]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A count with its word in the number that it needs. */
export function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** A longer list takes a browser seconds to draw, and no one reads it to its end. */
const MOST_LINES = 200;

/** A list of lines; of a long one the first, and how many more there are. */
export function linesList<Item>(items: readonly Item[], line: (item: Item) => TemplateResult | string): TemplateResult {
  const more = items.length - MOST_LINES;
  return html`<ul class="lines">
    ${items.slice(0, MOST_LINES).map((item) => html`<li>${line(item)}</li>`)}
    ${more > 0 ? html`<li>and ${String(more)} more</li>` : nothing}
  </ul>`;
}

/** What a button is going to write, under it. The button names the line as its description, so that a screen reader says both. */
export function writesView(id: string, words: string): View {
  return words === "" ? nothing : html`<p class="hint writes" id=${id}>${words}</p>`;
}
