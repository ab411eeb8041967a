import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { COLOR_CONVENTIONS } from "../../workbook/host/colorConvention";
import type { ColorConvention } from "../../workbook/host/colorConvention";
import { shortMoney, wholeMoney } from "../shell/format";
import { AMOUNTS, METRICS } from "../shell/preferences";
import type { ScreenView, View } from "../shell/screen";
import { currencyOf } from "../shell/state";
import type { Shell } from "../shell/state";
import { selectField } from "../shell/parts";
import type { SettingsControls } from "./effects";
import type { SettingsState } from "./state";

/** An amount that shows what the two ways of writing it do. */
const EXAMPLE = 12_345_678;

/** Settings: how the pane shows things. */
export const settings: ScreenView<SettingsState, SettingsControls> = {
  body: ({ colors }, shell, controls) => html`
    ${preferencesView(shell, controls)} ${colorsView(colors, controls)}
    <p class="hint">
      The first two are kept in this browser, for you alone. Numbers and dates follow your language, colors and contrast of the pane your
      system.
    </p>
  `,
};

function preferencesView(shell: Shell, { effects, locale }: SettingsControls): TemplateResult {
  const { metric, amounts } = shell.preferences;
  const currency = currencyOf(shell);
  return html`
    ${selectField({
      id: "metric",
      label: "Home compares scenarios by",
      value: metric,
      options: [
        { value: "npv", label: "present value of costs" },
        { value: "tco", label: "total cost" },
      ],
      changed: (value) => effects.prefer({ metric: METRICS.find((each) => each === value) ?? metric }),
    })}
    ${selectField({
      id: "amounts",
      label: "Amounts of money",
      value: amounts,
      options: [
        { value: "short", label: `in short, such as ${shortMoney(EXAMPLE, currency, locale)}` },
        { value: "whole", label: `to the unit, such as ${wholeMoney(EXAMPLE, currency, locale)}` },
      ],
      changed: (value) => effects.prefer({ amounts: AMOUNTS.find((each) => each === value) ?? amounts }),
    })}
  `;
}

/** The colors that are kept with the workbook; nothing until they have been read. */
function colorsView(colors: ColorConvention | undefined, { effects }: SettingsControls): View {
  if (colors === undefined) return nothing;
  return selectField({
    id: "colors",
    label: "Colors of cells to edit",
    hint: "Kept with the workbook, for what is written from now on.",
    value: colors,
    options: [
      { value: "banker", label: "banker: blue on a pale fill" },
      { value: "FAST", label: "FAST: black on a pale fill" },
      { value: "none", label: "none" },
    ],
    changed: (value) => void effects.settings.color(COLOR_CONVENTIONS.find((each) => each === value) ?? colors),
  });
}
