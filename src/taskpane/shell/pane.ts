import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { explain } from "./explain";
import { isFixed } from "./state";
import type { Shell } from "./state";
import type { View } from "./screen";
import { leadHeading, spinner } from "./parts";
import { MENU, openScreen, TABS } from "./screens";
import type { Entry, PaneControls, PaneState } from "./screens";

/** The whole pane: name and menu, tabs, what is being done, the open screen, its main action. */
export function paneView(state: PaneState, controls: PaneControls): TemplateResult {
  const screen = state.isTooOld || state.reading === undefined ? undefined : openScreen(state);
  const primary = screen?.view.primary?.(screen.slice, state, controls) ?? nothing;
  return html`
    <header>
      <div class="title">
        <h1>TCO Planner</h1>
        ${menuView(state, controls)}
      </div>
      ${tabsView(state, controls)}
    </header>
    <main id="screen" tabindex="-1" aria-busy=${state.busy === undefined ? "false" : "true"}>
      <div class="messages">${busyView(state)} ${reportView(state, controls)}</div>
      ${conditionsView(state, controls)} ${selectionView(state)} ${screenView(state, controls)}
    </main>
    ${primary === nothing ? nothing : html`<footer>${primary}</footer>`}
  `;
}

/** The tabs; those that only a model can fill are there once there is one. */
function tabsOf({ reading, place }: Shell): readonly Entry[] {
  return TABS.filter(({ id, needsModel }) => !needsModel || reading?.kind === "model" || place === id);
}

/** The screen of the menu that is open; undefined while a tab is. */
const openInMenu = (place: string): Entry | undefined => MENU.find(({ id }) => id === place);

/** The tab that the keys reach: the open one, else the first. */
function reachedTab(place: string): string | undefined {
  return openInMenu(place) ? TABS[0]?.id : place;
}

/** Arrow keys go from tab to tab and open it, as in every list of tabs. */
function tabKey(event: KeyboardEvent, controls: PaneControls, index: number, tabs: readonly Entry[]): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const next = tabs[(step + tabs.length) % tabs.length];
  if (!next) return;
  void controls.effects.go(next.id);
  document.getElementById(`tab-${next.id}`)?.focus();
}

function tabsView(state: Shell, controls: PaneControls): TemplateResult {
  const { place } = state;
  const tabs = tabsOf(state);
  return html`<div class="tabs" role="tablist" aria-label="Screens">
    ${tabs.map(
      ({ id, label }, index) =>
        html`<button
          role="tab"
          id=${`tab-${id}`}
          aria-selected=${id === place ? "true" : "false"}
          aria-controls=${id === place ? "tabpanel" : nothing}
          tabindex=${id === reachedTab(place) ? "0" : "-1"}
          @click=${() => void controls.effects.go(id)}
          @keydown=${(event: KeyboardEvent) => tabKey(event, controls, index, tabs)}
        >
          ${label}
        </button>`,
    )}
  </div>`;
}

function closeMenu({ dispatch }: PaneControls): void {
  dispatch({ type: "menu", isOpen: false });
  document.getElementById("more")?.focus();
}

function menuView({ isMenuOpen, place }: Shell, controls: PaneControls): TemplateResult {
  const { dispatch, effects } = controls;
  const left = (event: FocusEvent) => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) dispatch({ type: "menu", isOpen: false });
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isMenuOpen) closeMenu(controls);
  };
  return html`<nav class="menu" aria-label="More" @focusout=${left} @keydown=${key}>
    <button
      id="more"
      class="icon"
      aria-label="More"
      aria-expanded=${isMenuOpen ? "true" : "false"}
      aria-controls="menu"
      @click=${() => dispatch({ type: "menu", isOpen: !isMenuOpen })}
    >
      ⋯
    </button>
    <ul id="menu" ?hidden=${!isMenuOpen}>
      ${MENU.map(
        ({ id, label }) =>
          html`<li>
            <button aria-current=${id === place ? "page" : nothing} @click=${() => void effects.go(id)}>${label}</button>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** What is being done, and what it waits for. */
function busyView({ busy, isHeldUp, isCalculating }: Shell): TemplateResult {
  const words = "Excel waits until the cell being edited is finished: press Enter or Esc in the sheet.";
  return html`<div class="status" role="status">
    ${busy === undefined ? nothing : html`<p class="busy">${spinner} ${busy} ...</p>`}
    ${isCalculating ? html`<p class="busy">${spinner} Excel is calculating. Figures without a new value show their last one.</p>` : nothing}
    ${isHeldUp ? html`<p class="banner">${words}</p>` : nothing}
  </div>`;
}

/** What a report of an error needs, to send it to those who maintain the add-in. */
function detailsButton({ cause, details }: Shell, { effects }: PaneControls): View {
  if (cause === undefined || details?.isCopied === false) return nothing;
  const words = details === undefined ? "Copy details" : "Details copied";
  return html`<fluent-button slot="actions" size="small" @click=${() => void effects.copyDetails()}>${words}</fluent-button>`;
}

/** The details where the browser does not allow copying. */
function detailsView({ details }: Shell): View {
  if (details?.isCopied !== false) return nothing;
  return html`<label class="details">
    The browser does not allow copying. Select the text and copy it by keyboard.
    <textarea
      readonly
      rows="6"
      .value=${details.text}
      @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
    ></textarea>
  </label>`;
}

function reportView(state: Shell, controls: PaneControls): View {
  const { failure, notice, undo } = state;
  const { dispatch, effects } = controls;
  const words = failure ?? notice;
  if (words === undefined) return nothing;
  return html`<fluent-message-bar
    class="report"
    intent=${failure === undefined ? "info" : "error"}
    layout="multiline"
    role=${failure === undefined ? "status" : "alert"}
  >
    ${words} ${detailsView(state)} ${detailsButton(state, controls)}
    ${undo === undefined ? nothing : html`<fluent-button slot="actions" size="small" @click=${() => void effects.undo(undo)}>Undo</fluent-button>`}
    <fluent-button slot="actions" size="small" @click=${() => dispatch({ type: "dismissed" })}>Close</fluent-button>
  </fluent-message-bar>`;
}

const FROM_1904 =
  "This workbook counts dates from 1904, so date cells reach the TCO functions four years and a day early. Turn off the 1904 date system in Excel's options, or enter dates as text, such as 2027-01-31.";

/** What keeps figures from being fresh or right, or values from being changed. */
function conditionsView(state: Shell, controls: PaneControls): View {
  const dates = state.countsFrom1904 ? html`<p class="banner" role="note">${FROM_1904}</p>` : nothing;
  return html`${dates} ${state.reading?.kind === "model" ? modelConditionsView(state, controls) : nothing}`;
}

function modelConditionsView(state: Shell, { effects }: PaneControls): View {
  const { conditions, busy } = state;
  const words = conditions.isReadOnly
    ? "This file is open for reading only. Save a copy to change it."
    : isFixed(state)
      ? "The sheet with the assumptions is protected: values can be read, not changed. Remove the protection under Review > Unprotect Sheet."
      : undefined;
  return html`
    ${words === undefined ? nothing : html`<p class="banner" role="note">${words}</p>`}
    ${
      conditions.isManual
        ? html`<p class="banner" role="note">
            Calculation is set to manual: figures may be older than the values.
            <fluent-button size="small" ?disabled=${busy !== undefined} @click=${() => void effects.calculate()}
              >Calculate now</fluent-button
            >
          </p>`
        : nothing
    }
  `;
}

function selectionView({ selection, messages, place }: Shell): TemplateResult {
  const explanation = selection && place !== "formulas" ? explain(selection.address, selection.value, messages) : undefined;
  return html`<div class="selection" aria-live="polite">
    ${
      explanation === undefined
        ? nothing
        : html`<section aria-label="Selected cell">
            <h2>${explanation.address} shows ${explanation.error}</h2>
            <p>${explanation.words}</p>
          </section>`
    }
  </div>`;
}

function screenView(state: PaneState, controls: PaneControls): View {
  const { place } = state;
  const body = bodyView(state, controls);
  const inMenu = openInMenu(place);
  if (!inMenu) return html`<div role="tabpanel" id="tabpanel" aria-labelledby=${`tab-${place}`}>${body}</div>`;
  // Each screen has a heading of its own, which takes the focus.
  const heading = keyed(place, leadHeading("place-heading", inMenu.label));
  return html`<section aria-labelledby="place-heading">${heading} ${body}</section>`;
}

function bodyView(state: PaneState, controls: PaneControls): View {
  const { reading, place, isTooOld, unavailable } = state;
  if (isTooOld)
    return html`<p>
      This Excel is older than the pane needs: Excel 2021, Microsoft 365 or Excel on the web. The functions work all the same: type
      <code>=TCO.</code> in a cell.
    </p>`;
  if (unavailable === place) return unavailableView(place, controls);
  const screen = openScreen(state);
  if (screen === undefined) return html`<p class="loading">Loading ...</p>`;
  if (reading === undefined) return state.failure === undefined ? html`<p class="loading">Reading the workbook ...</p>` : nothing;
  return screen.view.body(screen.slice, state, controls);
}

function unavailableView(place: string, { effects }: PaneControls): View {
  const again = [...TABS, ...MENU].find(({ id }) => id === place);
  if (!again) return nothing;
  return html`<p>The functions and the other screens still work.</p>
    <fluent-button @click=${() => void effects.go(again.id)}>Try again</fluent-button>`;
}
