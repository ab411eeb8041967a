import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { inputsOf, isArchived, overrideCount } from "../../workbook/edit/inputTable";
import type { Inputs } from "../../workbook/edit/inputTable";
import { newScenarioPreview, refreshPreview, renamePreview } from "../../workbook/edit/scenarioPreview";
import type { ScenarioFigures } from "../../workbook/figures";
import { BASE_COLUMN } from "../../workbook/layout";
import type { ReadModel } from "../../workbook/readScenarios";
import type { ScreenView, View } from "../shell/screen";
import { isFixed } from "../shell/state";
import type { Shell } from "../shell/state";
import type { HomeControls } from "./controls";
import { leadHeading, textField, writesView } from "../shell/parts";
import { answerView } from "./answer";
import { cardView } from "./scenarioCard";
import type { CardContext } from "./scenarioCard";
import { sinceView } from "./since";
import type { HomeState, Naming } from "./state";

type HomeView = ScreenView<HomeState, HomeControls>;

/** What Home shows in a workbook without a model, once its code has been loaded. */
let beginning: HomeView | undefined;

/** Loads what Home shows in a workbook without a model. */
export async function loadBeginning(): Promise<void> {
  beginning ??= (await import(/* webpackChunkName: "begin" */ "./begin")).begin;
}

/** Home: what the workbook holds, or how to begin. */
export const home: HomeView = {
  body: (slice, shell, controls) => {
    if (shell.reading?.kind === "model") return modelView(slice, shell, shell.reading, controls);
    return beginning?.body(slice, shell, controls) ?? html`<p class="loading">Loading ...</p>`;
  },
  primary: (slice, shell, controls) => {
    if (shell.reading?.kind !== "model") return beginning?.primary?.(slice, shell, controls) ?? nothing;
    return shell.reading.inputs && !slice.naming ? newScenarioView(shell, controls) : nothing;
  },
};

function newScenarioView(shell: Shell, { dispatch }: HomeControls): TemplateResult {
  const begin = () => dispatch({ type: "home/naming", naming: { kind: "new", scenario: "", text: "" } });
  return html`<fluent-button appearance="primary" ?disabled=${shell.busy !== undefined || isFixed(shell)} @click=${begin}
    >New scenario</fluent-button
  >`;
}

/** Home of a workbook with a model: its checks, and a card per scenario with the figures that stand on Compare. */
function modelView(slice: HomeState, shell: Shell, reading: ReadModel, controls: HomeControls): TemplateResult {
  const { model, inputs: table } = reading;
  const inputs = table && inputsOf(table);
  const isOld = ({ name }: ScenarioFigures) => inputs !== undefined && isArchived(inputs, name);
  const context: CardContext = {
    style: { currency: model.currency, locale: controls.locale, amounts: shell.preferences.amounts },
    base: model.scenarios.find(({ name }) => name === BASE_COLUMN),
    overrides: (name) => (inputs ? overrideCount(inputs, name) : undefined),
    openActions: slice.actionsOf,
    shell,
    controls,
  };
  const archived = model.scenarios.filter(isOld);
  return html`
    <p class="check">${model.check}</p>
    ${answerView(reading.parts.answer, controls)} ${damageView(model.damage, shell.busy, controls)}
    ${refreshView(slice, shell, reading, controls)} ${sinceView(slice.since, shell, model, controls)}
    ${slice.naming?.kind === "new" ? namingView(slice.naming, shell, controls) : nothing}
    ${model.scenarios
      .filter((scenario) => !isOld(scenario))
      .map((scenario, index) => html`${cardView(scenario, index, context)} ${cardNaming(scenario, slice, shell, controls)}`)}
    ${archivedView(archived, inputs, shell, controls)}
  `;
}

function cardNaming({ name }: ScenarioFigures, { naming }: HomeState, shell: Shell, controls: HomeControls): View {
  return naming && naming.kind !== "new" && naming.scenario === name ? namingView(naming, shell, controls) : nothing;
}

const ACTS: Readonly<Record<Naming["kind"], string>> = { new: "Add", copy: "Duplicate", rename: "Rename" };

function namingTitle({ kind, scenario }: Naming): string {
  if (kind === "new") return "Name of the new scenario";
  return kind === "copy" ? `Name of the copy of ${scenario}` : `New name of ${scenario}`;
}

const HINTS: Readonly<Record<Naming["kind"], string>> = {
  new: "It inherits every value of Base until you change one.",
  copy: "It has the same overrides.",
  rename: "Formulas that name it follow.",
};

/** What giving the name would write. */
function namingWrites({ kind, scenario }: Naming, { reading }: Shell): string {
  if (reading?.kind !== "model") return "";
  return kind === "rename" ? renamePreview(reading.parts, scenario) : newScenarioPreview(reading.parts);
}

function namingView(naming: Naming, shell: Shell, { dispatch, effects }: HomeControls): TemplateResult {
  const { busy } = shell;
  const decline = () => dispatch({ type: "home/settled" });
  const submit = (event: Event) => {
    event.preventDefault();
    void effects.home.name();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") decline();
  };
  return html`<form class="card naming" @submit=${submit} @keydown=${key}>
    ${textField({
      id: "scenario-name",
      label: namingTitle(naming),
      value: naming.text,
      hint: HINTS[naming.kind],
      problem: naming.problem,
      takesFocus: true,
      typed: (text) => dispatch({ type: "home/named", text }),
    })}
    <div class="actions">
      <fluent-button appearance="primary" aria-describedby="naming-writes" ?disabled=${busy !== undefined} @click=${submit}
        >${ACTS[naming.kind]}</fluent-button
      >
      <fluent-button ?disabled=${busy !== undefined} @click=${decline}>Cancel</fluent-button>
    </div>
    ${writesView("naming-writes", namingWrites(naming, shell))}
  </form>`;
}

function damageView(damage: readonly string[], busy: string | undefined, { effects }: HomeControls): View {
  if (damage.length === 0) return nothing;
  return html`<section class="damage" aria-labelledby="damage-heading">
    <h2 id="damage-heading">Part of the model is missing</h2>
    <ul class="lines">
      ${damage.map((line) => html`<li>${line}</li>`)}
    </ul>
    <div class="actions">
      <fluent-button size="small" ?disabled=${busy !== undefined} @click=${() => void effects.go("repair")}>Look and repair</fluent-button>
    </div>
  </section>`;
}

/** What a refresh would write: where there are new scenarios, or where the ribbon asks for one. */
function refreshView(
  { isRefreshProposed }: HomeState,
  { busy }: Shell,
  { model: { unlinked }, parts }: ReadModel,
  { dispatch, effects }: HomeControls,
): View {
  const writes = unlinked.length > 0 || isRefreshProposed ? refreshPreview(parts) : "";
  if (unlinked.length === 0 && writes === "") return nothing;
  const words = unlinked.length > 0 ? `New scenario: ${unlinked.join(", ")}` : "Refresh the model";
  const decline = () => dispatch({ type: "home/refresh", isProposed: false });
  return html`<section class="damage" aria-labelledby="new-heading">
    ${isRefreshProposed ? leadHeading("new-heading", words) : html`<h2 id="new-heading">${words}</h2>`}
    <div class="actions">
      <fluent-button
        size="small"
        aria-describedby="refresh-writes"
        ?disabled=${busy !== undefined}
        @click=${() => void effects.home.refreshModel()}
        >${unlinked.length > 0 ? "Add to the comparison" : "Refresh"}</fluent-button
      >
      ${isRefreshProposed ? html`<fluent-button size="small" ?disabled=${busy !== undefined} @click=${decline}>Cancel</fluent-button>` : nothing}
    </div>
    ${writesView("refresh-writes", writes)}
  </section>`;
}

function archivedView(archived: readonly ScenarioFigures[], inputs: Inputs | undefined, { busy }: Shell, { effects }: HomeControls): View {
  if (archived.length === 0 || !inputs) return nothing;
  return html`<details class="archived">
    <summary>Archived: ${archived.length}</summary>
    <ul class="plain">
      ${archived.map(
        ({ name }) =>
          html`<li>
            ${name}
            <fluent-button size="small" ?disabled=${busy !== undefined} @click=${() => void effects.home.archive(name, false)}
              >Compare again</fluent-button
            >
          </li>`,
      )}
    </ul>
  </details>`;
}
