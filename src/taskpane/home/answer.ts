/** The answer at the top of Home: which architecture costs least, for the scenario that Summary is about. */

import { html, nothing } from "lit";
import { SHEETS } from "../../workbook/layout";
import type { ReadAnswer } from "../../workbook/readAnswer";
import type { View } from "../shell/screen";
import type { HomeControls } from "./controls";

/** The answer line by line, with the way to the sheet that shows it. */
export function answerView(answer: ReadAnswer | undefined, { effects }: HomeControls): View {
  if (!answer) return nothing;
  const { severity, verdict, amounts, dates, overdue, restsOn, next } = answer.lines;
  const { isOverdue } = answer;
  const more = [amounts, isOverdue ? "" : dates, restsOn].map(String).filter((line) => line !== "");
  return html`<section class="card answer ${String(severity)}" aria-labelledby="answer-heading">
    <p class="hint">${answer.scenario}</p>
    <h2 id="answer-heading">${severity === "error" ? html`<span aria-hidden="true">✗ </span>` : nothing}${verdict}</h2>
    ${isOverdue ? html`<p class="problem"><span aria-hidden="true">! </span>${overdue}</p>` : nothing}
    ${more.map((line) => html`<p>${line}</p>`)} ${next === "" ? nothing : html`<p><strong>Next:</strong> ${next}</p>`}
    <div class="actions">
      <fluent-button size="small" @click=${() => void effects.show(`${SHEETS.summary}!A5`)}>Show on Summary</fluent-button>
    </div>
  </section>`;
}
