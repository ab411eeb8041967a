import { html, nothing } from "lit";
import { COLOR_CONVENTIONS } from "../../workbook/host/colorConvention";
import type { ColorConvention } from "../../workbook/host/colorConvention";
import type { Effects } from "../effects";
import { shortMoney, wholeMoney } from "../format";
import type { PaneState } from "../state";
import { AMOUNTS, METRICS } from "../states/settings";
import type { Screen, View } from "./controls";
import { selectField } from "./parts";

/** An amount that shows what the two ways of writing it do. */
const EXAMPLE = 12_345_678;

const currencyOf = (reading: PaneState["reading"]): string => (reading?.kind === "model" ? reading.model.currency : "");

/** Settings: how the pane shows things. */
export const settings: Screen = {
  body: ({ settings: { metric, amounts, colors }, reading }, { effects, locale }) => html`
    ${selectField({
      id: "metric",
      label: "Home compares scenarios by",
      value: metric,
      options: [
        { value: "npv", label: "present value of costs" },
        { value: "tco", label: "total cost" },
      ],
      changed: (value) => effects.settings.change({ metric: METRICS.find((each) => each === value) ?? metric }),
    })}
    ${selectField({
      id: "amounts",
      label: "Amounts of money",
      value: amounts,
      options: [
        { value: "short", label: `in short, such as ${shortMoney(EXAMPLE, currencyOf(reading), locale)}` },
        { value: "whole", label: `to the unit, such as ${wholeMoney(EXAMPLE, currencyOf(reading), locale)}` },
      ],
      changed: (value) => effects.settings.change({ amounts: AMOUNTS.find((each) => each === value) ?? amounts }),
    })}
    ${colorsView(colors, effects)}
    <p class="hint">
      The first two are kept in this browser, for you alone. Numbers and dates follow your language, colours and contrast of the pane your
      system.
    </p>
  `,
};

/** The colours that are kept with the workbook; nothing until they have been read. */
function colorsView(colors: ColorConvention | undefined, effects: Effects): View {
  if (colors === undefined) return nothing;
  return selectField({
    id: "colors",
    label: "Colours of cells to edit",
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
