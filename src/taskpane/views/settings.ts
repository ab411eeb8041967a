import { html } from "lit";
import type { Screen } from "./controls";

/** Settings: how the pane shows things. */
export const settings: Screen = {
  body: () => html`<p>The pane follows Excel's language for numbers and dates, and the system's colours and contrast.</p>`,
};
