/** Assumptions whose draws go together: pairs of keys with their rank correlation, one beside the other. */

import { html } from "lit";
import type { TemplateResult } from "lit";
import { NO_PAIR } from "./state";
import type { TypedPair } from "./state";
import type { AnalyzeControls } from "./effects";
import { textField } from "../shell/parts";
import { keyInput } from "./keyField";

export function pairsView(pairs: readonly TypedPair[], { dispatch }: AnalyzeControls): TemplateResult {
  const put = (next: readonly TypedPair[]) => dispatch({ type: "analyze/pairs", pairs: next });
  const change = (index: number, part: Partial<TypedPair>) =>
    put(pairs.map((pair, position) => (position === index ? { ...pair, ...part } : pair)));
  return html`<details ?open=${pairs.length > 0}>
    <summary>Assumptions that go together</summary>
    ${pairs.map((pair, index) => {
      const number = String(index + 1);
      return html`<fieldset>
        <legend>Pair ${number}</legend>
        ${keyInput({ id: `pair-${number}-one`, label: `One of pair ${number}`, value: pair.one, typed: (one) => change(index, { one }) })}
        ${keyInput({ id: `pair-${number}-other`, label: `Other of pair ${number}`, value: pair.other, typed: (other) => change(index, { other }) })}
        ${textField({
          id: `pair-${number}-rank`,
          label: `Rank correlation of pair ${number}`,
          value: pair.rank,
          hint: "1 together, -1 against, 0 not at all.",
          typed: (rank) => change(index, { rank }),
        })}
        <fluent-button appearance="subtle" @click=${() => put(pairs.filter((_, position) => position !== index))}
          >Remove pair ${number}</fluent-button
        >
      </fieldset>`;
    })}
    <div class="actions">
      <fluent-button @click=${() => put([...pairs, NO_PAIR])}>Add a pair</fluent-button>
    </div>
  </details>`;
}
