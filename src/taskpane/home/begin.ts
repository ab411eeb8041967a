import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { modelPlan } from "../../workbook/modelPlan";
import type { ModelPlan, WorkbookContents } from "../../workbook/modelPlan";
import { contentOfInsertion, defaultAnswers, readAnswers } from "./questions";
import type { ScreenView, View } from "../shell/screen";
import type { Insertion, Shell } from "../shell/state";
import type { HomeControls } from "./controls";
import type { HomeState } from "./state";
import { leadHeading, listView } from "../shell/parts";
import { questionsView } from "./questionsView";

/** What Home shows in a workbook without a model. */
export const begin: ScreenView<HomeState, HomeControls> = {
  body: (slice, shell, controls) =>
    shell.reading?.kind === "absent" ? emptyView(slice, shell, shell.reading.contents, controls) : nothing,
  primary: (slice, shell, controls) =>
    shell.reading?.kind === "absent" ? primaryView(slice, shell, shell.reading.contents, controls) : nothing,
};

function emptyView(slice: HomeState, shell: Shell, contents: WorkbookContents, controls: HomeControls): TemplateResult {
  const { proposed } = shell;
  if (proposed !== undefined) return proposalView(slice, proposed, contents, controls);
  const propose = (insertion: Insertion) => () => controls.dispatch({ type: "proposed", insertion });
  const isBusy = shell.busy !== undefined;
  return html`
    <section class="start" aria-labelledby="start-heading">
      <h2 id="start-heading">Scale up, or scale out?</h2>
      <p>
        What each costs over the years of your plan, and when the central system must be sharded. Five questions give a first answer; every
        one can be changed later.
      </p>
      ${questionsView(slice, controls)}
    </section>
    <section class="start" aria-labelledby="other-heading">
      <h2 id="other-heading">Or start from</h2>
      <fluent-button ?disabled=${isBusy} @click=${propose("sample")}>Start with the sample</fluent-button>
      <p class="hint">A health system that grows from 3 to 10 hospitals, with three scenarios to compare.</p>
      <fluent-button ?disabled=${isBusy} @click=${propose("model")}>Insert an empty model</fluent-button>
      <p class="hint">Every assumption at its default, for your own figures.</p>
      <fluent-button ?disabled=${isBusy} @click=${() => void controls.effects.go("exchange")}>Import scenarios</fluent-button>
      <p class="hint">A file that was exported from another workbook.</p>
    </section>
    <section class="start" aria-labelledby="formulas-heading">
      <h2 id="formulas-heading">Just want formulas?</h2>
      <p>Type <code>=TCO.</code> in a cell and choose. The pane may stay closed.</p>
    </section>
  `;
}

const NAMES: Readonly<Record<Insertion, string>> = { sample: "the sample", model: "an empty model", answers: "the model" };

function planOf(slice: HomeState, insertion: Insertion, contents: WorkbookContents, locale: string): ModelPlan {
  return modelPlan(contentOfInsertion(insertion, slice, locale), contents);
}

/** What is about to be written, or why it cannot be. */
function proposalView(slice: HomeState, insertion: Insertion, contents: WorkbookContents, { locale }: HomeControls): TemplateResult {
  const { preview, conflicts } = planOf(slice, insertion, contents, locale);
  return html`
    <section class="start" aria-labelledby="proposal-heading">
      ${leadHeading("proposal-heading", `Insert ${NAMES[insertion]}`)}
      ${conflicts.length > 0 ? listView("Nothing can be written yet:", conflicts) : listView("These sheets will be added. Nothing that is in the workbook changes.", preview)}
    </section>
  `;
}

/** The main action of a workbook without a model: to see what would be written, then to write it. */
function primaryView(slice: HomeState, shell: Shell, contents: WorkbookContents, { dispatch, effects, locale }: HomeControls): View {
  const { proposed, busy } = shell;
  if (proposed !== undefined) {
    const isFree = planOf(slice, proposed, contents, locale).conflicts.length === 0;
    return html`
      ${
        isFree
          ? html`<fluent-button appearance="primary" ?disabled=${busy !== undefined} @click=${() => void effects.home.insert(proposed)}
              >Insert</fluent-button
            >`
          : nothing
      }
      <fluent-button ?disabled=${busy !== undefined} @click=${() => dispatch({ type: "declined" })}>Cancel</fluent-button>
    `;
  }
  const answers = { ...defaultAnswers(locale), ...slice.answers };
  const isComplete = Object.keys(readAnswers(answers, slice.products ?? [], locale).problems).length === 0;
  return html`<fluent-button
    appearance="primary"
    ?disabled=${busy !== undefined || !isComplete || !slice.products}
    @click=${() => dispatch({ type: "proposed", insertion: "answers" })}
    >See what will be written</fluent-button
  >`;
}
