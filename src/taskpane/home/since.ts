/** What has changed since the latest snapshot: the first thing that a person who opens an old workbook wants to know. */

import { html, nothing } from "lit";
import type { ModelReading } from "../../workbook/figures";
import { BASE_COLUMN } from "../../workbook/layout";
import { momentShown, moneyChange } from "../shell/format";
import type { MoneyStyle } from "../shell/format";
import type { Difference } from "../shell/difference";
import type { Shell } from "../shell/state";
import { changesView } from "../shell/changes";
import type { View } from "../shell/screen";
import { plural } from "../shell/parts";
import type { HomeControls } from "./controls";

const MOST_SHOWN = 5;

/** Change of Base's figure since a snapshot, by the architecture that Base proposes now. */
function baseMoved({ figures }: Difference, { scenarios }: ModelReading, metric: string, style: MoneyStyle): string {
  const base = scenarios.find(({ name }) => name === BASE_COLUMN);
  if (!base) return "";
  const id = `${metric}.${String(base.figures.get("architecture")?.value)}`;
  const before = figures.find((figure) => figure.scenario === BASE_COLUMN && figure.id === id)?.value;
  const now = [...base.figures].find(([each]) => each === id)?.[1].value;
  const isMoved = typeof before === "number" && typeof now === "number" && before !== now;
  return isMoved ? ` ${BASE_COLUMN} moved by ${moneyChange(now - before, style)}.` : "";
}

/** What changed since the latest snapshot; nothing where there is none. */
export function sinceView(
  latest: Difference | undefined,
  { preferences }: Shell,
  model: ModelReading,
  { effects, locale }: HomeControls,
): View {
  if (!latest) return nothing;
  const { entry, changes } = latest;
  const style: MoneyStyle = { currency: model.currency, locale, amounts: preferences.amounts };
  const name = entry.why === "" ? "the snapshot" : `“${entry.why}”`;
  const count = changes.length === 0 ? "nothing has changed" : `${plural(changes.length, "value")} changed`;
  return html`<section class="card since" aria-labelledby="since-heading">
    <h2 id="since-heading">Since ${name}</h2>
    <p>${momentShown(entry.when, locale)}: ${count}.${baseMoved(latest, model, preferences.metric, style)}</p>
    ${changes.length === 0 ? nothing : changesView(changes.slice(0, MOST_SHOWN), locale)}
    ${
      changes.length > MOST_SHOWN
        ? html`<fluent-button size="small" @click=${() => void effects.go("snapshots")}>Show all ${changes.length}</fluent-button>`
        : nothing
    }
  </section>`;
}
