import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ARCHITECTURES } from "../../workbook/compare";
import type { Architecture, FigureId } from "../../workbook/compare";
import type { CheckedIssue, ModelReading, ReadCell, ScenarioFigures } from "../../workbook/figures";
import { isError, messageAt } from "../explain";
import type { Messages } from "../explain";
import { monthOfSerial, shortMoney, wholeMoney } from "../format";
import type { PaneState } from "../state";
import type { Controls } from "./controls";

type View = TemplateResult | typeof nothing;

interface CardContext {
  readonly currency: string;
  readonly messages: Messages;
  readonly controls: Controls;
}

/** Home of a workbook with a model: its checks, and a card per scenario with the figures that stand on Compare. */
export function homeView({ messages, busy }: PaneState, model: ModelReading, controls: Controls): TemplateResult {
  const context = { currency: model.currency, messages, controls };
  return html`
    <p class="check">${model.check}</p>
    ${damageView(model.damage, busy, controls)} ${unlinkedView(model.unlinked, busy, controls)}
    ${model.scenarios.map((scenario, index) => cardView(scenario, index, context))}
  `;
}

function damageView(damage: readonly string[], busy: string | undefined, { effects }: Controls): View {
  if (damage.length === 0) return nothing;
  return html`<section class="damage" aria-labelledby="damage-heading">
    <h2 id="damage-heading">Part of the model is missing</h2>
    <ul class="lines">
      ${damage.map((line) => html`<li>${line}</li>`)}
    </ul>
    <fluent-button size="small" ?disabled=${busy !== undefined} @click=${() => void effects.refresh()}
      >Put back what can be put back</fluent-button
    >
  </section>`;
}

function unlinkedView(names: readonly string[], busy: string | undefined, { effects }: Controls): View {
  if (names.length === 0) return nothing;
  return html`<section class="damage" aria-labelledby="new-heading">
    <h2 id="new-heading">New scenario: ${names.join(", ")}</h2>
    <fluent-button size="small" ?disabled=${busy !== undefined} @click=${() => void effects.refresh()}>Add to the comparison</fluent-button>
  </section>`;
}

function cardView(scenario: ScenarioFigures, index: number, context: CardContext): TemplateResult {
  const heading = `scenario-${String(index)}`;
  return html`<article class="card" aria-labelledby=${heading}>
    <h2 id=${heading}>${scenario.name}<span class="tag">${textAt(scenario, "status")}</span></h2>
    <p>Proposes <strong>${textAt(scenario, "architecture")}</strong></p>
    ${costsView(scenario, context)} ${shardView(scenario, context)} ${messagesView(scenario, context)} ${issuesView(scenario.issues)}
  </article>`;
}

function costsView(scenario: ScenarioFigures, context: CardContext): TemplateResult {
  const lowest = textAt(scenario, "lowest");
  return html`<table>
    <caption class="hidden">
      Costs of ${scenario.name} by architecture
    </caption>
    <thead>
      <tr>
        <th scope="col">Architecture</th>
        <th scope="col" class="number">Total</th>
        <th scope="col" class="number">Present value</th>
      </tr>
    </thead>
    <tbody>
      ${ARCHITECTURES.map((architecture) => costRow(scenario, architecture, lowest === architecture, context))}
    </tbody>
  </table>`;
}

function costRow(scenario: ScenarioFigures, architecture: Architecture, isLowest: boolean, context: CardContext): TemplateResult {
  return html`<tr class=${isLowest ? "lowest" : ""}>
    <th scope="row">${architecture}${isLowest ? html`<span class="tag">lowest</span>` : nothing}</th>
    ${moneyCell(scenario, `tco.${architecture}`, context)} ${moneyCell(scenario, `npv.${architecture}`, context)}
  </tr>`;
}

/** A figure as a button that shows its cell: every number can be traced. */
function moneyCell(scenario: ScenarioFigures, id: FigureId, { currency, controls }: CardContext): TemplateResult {
  const cell = scenario.figures.get(id);
  if (!cell) return html`<td class="number">missing</td>`;
  const { value, address } = cell;
  const shown = typeof value === "number" ? shortMoney(value, currency, controls.locale) : String(value);
  const title = typeof value === "number" ? `${wholeMoney(value, currency, controls.locale)} (${address})` : address;
  return html`<td class="number">
    <button class="figure" data-figure=${id} title=${title} @click=${() => void controls.effects.show(address)}>${shown}</button>
  </td>`;
}

function shardView(scenario: ScenarioFigures, { controls }: CardContext): TemplateResult {
  const decision = scenario.figures.get("decisionDate");
  return html`<dl>
    <div>
      <dt>First shard (central)</dt>
      <dd data-figure="shardDate">${dateWords(scenario.figures.get("shardDate"), controls.locale)}</dd>
    </div>
    ${
      typeof decision?.value === "number"
        ? html`<div>
              <dt>Decide by</dt>
              <dd data-figure="decisionDate">${dateWords(decision, controls.locale)}</dd>
            </div>
            <div>
              <dt>Forced by</dt>
              <dd data-figure="dimension">${textAt(scenario, "dimension")}</dd>
            </div>`
        : nothing
    }
  </dl>`;
}

function dateWords(cell: ReadCell | undefined, locale: string): string {
  if (!cell) return "missing";
  return typeof cell.value === "number" ? monthOfSerial(cell.value, locale) : String(cell.value);
}

/** What the functions say about figures that are errors, each said once, and not again where the checks say it. */
function messagesView(scenario: ScenarioFigures, { messages }: CardContext): View {
  const errors = [...scenario.figures.values()].filter(({ value }) => isError(value));
  const known = scenario.issues.map(({ message }) => message);
  const words = new Set(errors.flatMap(({ address }) => messageAt(address, messages) ?? []).filter((message) => !known.includes(message)));
  if (words.size === 0) return nothing;
  return html`<ul class="lines problem" aria-label="Errors">
    ${[...words].map((line) => html`<li>${line}</li>`)}
  </ul>`;
}

function issuesView(issues: readonly CheckedIssue[]): View {
  if (issues.length === 0) return nothing;
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const warnings = issues.length - errors;
  const counts = [errors > 0 ? plural(errors, "error") : "", warnings > 0 ? plural(warnings, "warning") : ""].filter((part) => part !== "");
  return html`<details ?open=${errors > 0}>
    <summary>${counts.join(", ")}</summary>
    <ul class="lines">
      ${issues.map(({ severity, message }) => html`<li><strong>${severity}:</strong> ${message}</li>`)}
    </ul>
  </details>`;
}

function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? "" : "s"}`;
}

function textAt(scenario: ScenarioFigures, id: FigureId): string {
  const value = scenario.figures.get(id)?.value;
  return value === undefined ? "missing" : String(value);
}
