import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { momentShown } from "../shell/format";
import type { Difference } from "../shell/difference";
import { changesView } from "../shell/changes";
import type { ScreenView, View } from "../shell/screen";
import { leadHeading, plural, textField } from "../shell/parts";
import type { SnapshotControls } from "./effects";
import type { SnapshotsState } from "./state";

/** Snapshots: what was stated at a time, kept in the workbook, and what is different now. */
export const snapshots: ScreenView<SnapshotsState, SnapshotControls> = {
  body: (slice, shell, controls) => {
    if (shell.reading?.kind !== "model") return html`<p>This workbook has no model yet. Begin on Home.</p>`;
    const { open } = slice;
    return open ? differenceView(open, controls) : listView(slice, controls);
  },
  primary: ({ open }, { reading, busy, conditions }, { effects }) =>
    reading?.kind !== "model" || open
      ? nothing
      : html`<fluent-button
          appearance="primary"
          ?disabled=${busy !== undefined || conditions.isReadOnly}
          @click=${() => void effects.snapshots.take()}
          >Take a snapshot</fluent-button
        >`,
};

function listView({ entries, why }: SnapshotsState, { dispatch, effects, locale }: SnapshotControls): TemplateResult {
  return html`
    <p>A snapshot keeps every stated value and the key figures as values on the sheet Log, where anyone can read them.</p>
    ${textField({
      id: "why",
      label: "Why now?",
      value: why,
      hint: "Such as: Q3 review, before the acquisition.",
      typed: (text) => dispatch({ type: "snapshots/why", why: text }),
    })}
    ${
      entries === undefined
        ? html`<p class="loading">Reading the snapshots ...</p>`
        : entries.length === 0
          ? html`<p class="hint">No snapshots yet.</p>`
          : html`<ul class="plain">
              ${entries.map(
                (entry) =>
                  html`<li class="card">
                    <h3>${entry.why === "" ? "Snapshot" : entry.why}</h3>
                    <p>${momentShown(entry.when, locale)} <span class="hint">hash ${entry.hash}</span></p>
                    <fluent-button size="small" @click=${() => void effects.snapshots.compare(entry)}>What is different now?</fluent-button>
                  </li>`,
              )}
            </ul>`
    }
  `;
}

function differenceView({ entry, changes, isIntact }: Difference, { dispatch, locale }: SnapshotControls): TemplateResult {
  return html`
    <fluent-button size="small" appearance="subtle" @click=${() => dispatch({ type: "snapshots/closed" })}>All snapshots</fluent-button>
    ${leadHeading("difference-heading", entry.why === "" ? "Snapshot" : entry.why)}
    <p>${momentShown(entry.when, locale)}</p>
    ${intactView(isIntact)}
    <p>${changes.length === 0 ? "Every stated value is as it was." : `${plural(changes.length, "value")} changed since then:`}</p>
    ${changes.length === 0 ? nothing : changesView(changes, locale)}
  `;
}

function intactView(isIntact: boolean): View {
  return isIntact
    ? html`<p class="hint">Its values are those that were taken.</p>`
    : html`<p class="problem"><span aria-hidden="true">⚠ </span>Its values on the sheet Log have been changed since it was taken.</p>`;
}
