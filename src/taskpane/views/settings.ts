import { html } from "lit";
import { AMOUNTS, METRICS } from "../states/settings";
import type { Screen } from "./controls";
import { selectField } from "./parts";

/** Settings: how the pane shows things. */
export const settings: Screen = {
  body: ({ settings: { metric, amounts } }, { effects }) => html`
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
        { value: "short", label: "in short, such as $12.35M" },
        { value: "whole", label: "to the unit, such as $12,345,678" },
      ],
      changed: (value) => effects.settings.change({ amounts: AMOUNTS.find((each) => each === value) ?? amounts }),
    })}
    <p class="hint">
      Kept in this browser, for you alone. Numbers and dates follow your language, colours and contrast follow your system.
    </p>
  `,
};
