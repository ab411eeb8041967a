import { html } from "lit";
import type { Screen } from "./controls";
import { listView } from "./parts";

/** Repair: what of the model is damaged, and what is put back. */
export const repair: Screen = {
  body: ({ reading }) => {
    if (reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    const { damage, unlinked } = reading.model;
    if (damage.length + unlinked.length === 0) return html`<p>Nothing of the model is damaged.</p>`;
    const lines = [...damage, ...unlinked.map((name) => `The scenario ${name} is not part of the comparison yet.`)];
    return html`
      ${listView("What is not as it should be:", lines)}
      <p>
        Repairing puts back sheets, blocks and names that are missing and adds scenarios to the comparison. It never writes over cells that
        hold something.
      </p>
    `;
  },
  primary: ({ reading, busy, host }, { effects }) =>
    html`<fluent-button
      appearance="primary"
      ?disabled=${busy !== undefined || host.isReadOnly || reading?.kind !== "model" || reading.model.damage.length + reading.model.unlinked.length === 0}
      @click=${() => void effects.refresh()}
      >Repair</fluent-button
    >`,
};
