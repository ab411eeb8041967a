/** A scenario on Home: its figures as they stand on Compare, each traced to its cell, and what can be done with it. */

import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ARCHITECTURE_NAMES } from "../../engine/words";
import { copyName } from "../../workbook/edit/scenarioNames";
import { ARCHITECTURES, OVERDUE } from "../../workbook/compare";
import type { Architecture, FigureId } from "../../workbook/compare";
import type { CheckedIssue, ReadCell, ScenarioFigures } from "../../workbook/figures";
import { BASE_COLUMN } from "../../workbook/layout";
import { isError, messageAt } from "../shell/explain";
import { money, moneyChange, monthOfSerial, wholeMoney } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import { isFixed } from "../shell/state";
import type { Shell } from "../shell/state";
import type { View } from "../shell/screen";
import { plural } from "../shell/parts";
import type { HomeControls } from "./controls";

export interface CardContext {
  readonly style: MoneyStyle;
  /** The scenario that the others are compared with. */
  readonly base: ScenarioFigures | undefined;
  /** How many values a scenario states of its own; undefined where the inputs cannot be read. */
  readonly overrides: (scenario: string) => number | undefined;
  /** Scenario whose further actions are open. */
  readonly openActions: string | undefined;
  readonly shell: Shell;
  readonly controls: HomeControls;
}

/** The chosen architecture as people call it; an error of the cell as it is. */
function chosenName(scenario: ScenarioFigures): string {
  const text = textAt(scenario, "architecture");
  const id = ARCHITECTURES.find((each) => each === text);
  return id === undefined ? text : ARCHITECTURE_NAMES[id];
}

/** A scenario with its figures. */
export function cardView(scenario: ScenarioFigures, index: number, context: CardContext): TemplateResult {
  const heading = `scenario-${String(index)}`;
  return html`<article class="card" aria-labelledby=${heading}>
    <div class="head">
      <h2 id=${heading}>${scenario.name}</h2>
      <span class="tag">${textAt(scenario, "status")}</span>
      ${actionsButton(scenario.name, index, context)}
    </div>
    ${actionsView(scenario.name, index, context)}
    <p>Chosen: <strong>${chosenName(scenario)}</strong>${differenceView(scenario, context)}</p>
    ${costsView(scenario, context)} ${factsView(scenario, context)} ${messagesView(scenario, context)} ${issuesView(scenario.issues)}
  </article>`;
}

function actionsButton(name: string, index: number, { openActions, controls }: CardContext): TemplateResult {
  const isOpen = openActions === name;
  return html`<button
    class="icon"
    aria-label=${`More about ${name}`}
    aria-expanded=${isOpen ? "true" : "false"}
    aria-controls=${`actions-${String(index)}`}
    @click=${() => controls.dispatch({ type: "home/actions", scenario: name })}
  >
    ⋯
  </button>`;
}

function actionsView(name: string, index: number, { openActions, shell, controls }: CardContext): TemplateResult {
  const { dispatch, effects } = controls;
  const isHeld = shell.busy !== undefined || isFixed(shell);
  const { reading } = shell;
  const taken = reading?.kind === "model" ? (reading.inputs?.values[0] ?? []).map(String) : [];
  const begin = (kind: "copy" | "rename", text: string) => () => dispatch({ type: "home/naming", naming: { kind, scenario: name, text } });
  const action = (words: string, act: () => void) =>
    html`<fluent-button size="small" ?disabled=${isHeld} @click=${act}>${words}</fluent-button>`;
  return html`<div class="actions" id=${`actions-${String(index)}`} ?hidden=${openActions !== name}>
    ${action("Duplicate", begin("copy", copyName(name, taken)))}
    ${
      name === BASE_COLUMN
        ? nothing
        : html`${action("Rename", begin("rename", name))} ${action("Archive", () => void effects.home.archive(name, true))}`
    }
  </div>`;
}

/** The figure of the architecture that a scenario proposes, by the metric that the user compares by. */
function proposedFigure(scenario: ScenarioFigures, metric: "npv" | "tco"): number | undefined {
  const architecture = ARCHITECTURES.find((each) => each === textAt(scenario, "architecture"));
  const value = architecture && scenario.figures.get(`${metric}.${architecture}`)?.value;
  return typeof value === "number" ? value : undefined;
}

/** Difference of what the scenario proposes to what Base does, in words as well as by its sign. */
function differenceView(scenario: ScenarioFigures, { base, style, shell }: CardContext): View {
  const { metric } = shell.preferences;
  const [own, other] = [proposedFigure(scenario, metric), base && proposedFigure(base, metric)];
  if (scenario.name === BASE_COLUMN || own === undefined || other === undefined) return nothing;
  const difference = own - other;
  const words = difference === 0 ? "as Base" : `${moneyChange(difference, style)} to Base`;
  const effect = difference < 0 ? "favorable" : "adverse";
  return html`<span class="difference" data-figure="toBase">
    ${words}${difference === 0 ? nothing : html` <span class=${`effect ${effect}`}>${effect}</span>`}
  </span>`;
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
function moneyCell(scenario: ScenarioFigures, id: FigureId, { style, controls }: CardContext): TemplateResult {
  const cell = scenario.figures.get(id);
  if (!cell) return html`<td class="number">missing</td>`;
  const { value, address } = cell;
  const shown = typeof value === "number" ? money(value, style) : String(value);
  const title = typeof value === "number" ? `${wholeMoney(value, style.currency, style.locale)} (${address})` : address;
  return html`<td class="number">
    <button class="figure" data-figure=${id} title=${title} @click=${() => void controls.effects.show(address)}>${shown}</button>
  </td>`;
}

function factsView(scenario: ScenarioFigures, context: CardContext): TemplateResult {
  const { locale } = context.controls;
  const decision = scenario.figures.get("decisionDate");
  const fact = (id: FigureId, words: string, shown: string) =>
    html`<div>
      <dt>${words}</dt>
      <dd data-figure=${id}>${shown}</dd>
    </div>`;
  return html`<dl>
    ${overridesView(scenario.name, context)}
    ${fact("shardDate", "First shard (central)", dateWords(scenario.figures.get("shardDate"), locale))}
    ${
      typeof decision?.value === "number" || decision?.value === OVERDUE
        ? html`${fact("decisionDate", "Decide by", dateWords(decision, locale))}
          ${fact("dimension", "Forced by", textAt(scenario, "dimension"))}`
        : nothing
    }
    ${fact("breakEven", "Distributed breaks even in", dateWords(scenario.figures.get("breakEven"), locale))}
  </dl>`;
}

/** How many values are the scenario's own, as a way to them. */
function overridesView(name: string, { overrides, controls }: CardContext): View {
  const count = overrides(name);
  if (count === undefined || name === BASE_COLUMN) return nothing;
  const open = () => {
    controls.dispatch({ type: "inputs/shown", shown: { scenario: name, onlyOverrides: true, search: "", section: "" } });
    void controls.effects.go("inputs");
  };
  return html`<div>
    <dt>Differs from Base in</dt>
    <dd><button class="figure" data-figure="overrides" @click=${open}>${plural(count, "value")}</button></dd>
  </div>`;
}

function dateWords(cell: ReadCell | undefined, locale: string): string {
  if (!cell) return "missing";
  return typeof cell.value === "number" ? monthOfSerial(cell.value, locale) : String(cell.value);
}

/** What the functions say about figures that are errors, each said once, and not again where the checks say it. */
function messagesView(scenario: ScenarioFigures, { shell: { messages } }: CardContext): View {
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

function textAt(scenario: ScenarioFigures, id: FigureId): string {
  const value = scenario.figures.get(id)?.value;
  return value === undefined ? "missing" : String(value);
}
