import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Damage } from "../../workbook/repair/repairDamage";
import { chosenDamage, waits } from "./state";
import type { RepairControls } from "./effects";
import type { RepairState } from "./state";
import type { ScreenView, View } from "../shell/screen";
import { plural } from "../shell/parts";

/** Repair: what of the model is damaged, what a repair of it would do, and what a person has to do. */
export const repair: ScreenView<RepairState, RepairControls> = {
  body: (state, { reading }, controls) => {
    if (reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    if (!state.damage) return html`<p class="loading">Looking for damage ...</p>`;
    if (state.damage.length === 0) return html`<p>Nothing of the model is damaged.</p>`;
    return html`
      <p>What is not damaged goes on working. A repair does what is listed and ticked, and nothing else.</p>
      <ul class="plain">
        ${state.damage.map((damage, index) => damageView(damage, index, state, controls))}
      </ul>
    `;
  },
  primary: (state, { reading, busy, conditions }, { effects }) => {
    const count = chosenDamage(state).length;
    if (reading?.kind !== "model" || count === 0) return nothing;
    return html`<fluent-button
      appearance="primary"
      ?disabled=${busy !== undefined || conditions.isReadOnly}
      @click=${() => void effects.repair.carryOut()}
      >Repair ${plural(count, "item")}</fluent-button
    >`;
  },
};

function damageView(damage: Damage, index: number, state: RepairState, controls: RepairControls): TemplateResult {
  const { id, words, address, preview, steps, advice } = damage;
  const heading = `damage-${String(index)}`;
  return html`<li class="card">
    <p id=${heading}>${words}</p>
    ${
      steps.length > 0
        ? html`<ul class="lines" aria-label="What a repair does">
              ${preview.map((line) => html`<li>${line}</li>`)}
            </ul>
            ${waits(damage, state) ? html`<p class="hint">Waits for the repair that brings back what it would name.</p>` : choiceView(id, heading, !state.spared.includes(id), controls)}`
        : nothing
    }
    ${advice === undefined ? nothing : html`<p class="hint">${advice}</p>`}
    ${address === undefined ? nothing : html`<fluent-button size="small" @click=${() => void controls.effects.show(address)}>Show ${address}</fluent-button>`}
  </li>`;
}

function choiceView(id: string, heading: string, isChosen: boolean, { dispatch }: RepairControls): View {
  return html`<label class="check-field">
    <input
      type="checkbox"
      aria-describedby=${heading}
      .checked=${isChosen}
      @change=${(event: Event) => dispatch({ type: "repair/chosen", id, isChosen: (event.target as HTMLInputElement).checked })}
    />
    Repair this
  </label>`;
}
