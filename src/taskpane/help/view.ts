import { html } from "lit";
import type { Controls, ScreenView } from "../shell/screen";

const KEYS: readonly (readonly [string, string])[] = [
  ["Tab, Shift+Tab", "to the next or previous control"],
  ["← →", "from tab to tab"],
  ["Enter", "in a field of Inputs: write the value"],
  ["Esc", "in a field of Inputs: take back what was typed; elsewhere: close a menu or a name"],
  ["F6", "in Excel: between sheet, ribbon and pane"],
];

const PAGES: readonly (readonly [string, string])[] = [
  ["Functions", "Formulas lists them with a form each; in a cell, type =TCO. and choose."],
  ["Errors", "Select a cell that shows one: the pane says what it means and what its function said."],
  ["Values", "Type them as you write them: 1.2M, 3.8 %, 2027-04, 1.2 TB. The line below the field says how they are read."],
  ["Scenarios", "A scenario is a column of the table Inputs. A blank cell inherits Base, a cell with content overrides it."],
  ["Snapshots", "They keep the stated values on the sheet Log. Home says what has changed since the latest."],
  ["Privacy", "The numbers stay in the workbook. The pane sends nothing anywhere and reads nothing but its own files."],
];

/** Help: how to work with the pane. */
export const help: ScreenView<undefined, Controls<never, unknown, "formulas">> = {
  body: (_slice, _shell, { effects }) => html`
    <dl class="stacked">
      ${PAGES.map(
        ([term, words]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
    <h3>Keyboard</h3>
    <dl class="stacked">
      ${KEYS.map(
        ([term, words]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${words}</dd>
          </div>`,
      )}
    </dl>
    <div class="actions">
      <fluent-button size="small" @click=${() => void effects.go("formulas")}>Browse the functions</fluent-button>
      <a href="support.html" target="_blank" rel="noopener">Support</a>
    </div>
  `,
};
