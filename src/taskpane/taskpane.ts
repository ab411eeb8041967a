import "@fluentui/web-components/button.js";
import "@fluentui/web-components/message-bar.js";
import "@fluentui/web-components/spinner.js";
import { render } from "lit";
import { createEffects } from "./effects";
import { readSettings } from "./effects/settings";
import { INITIAL_STATE, update } from "./state";
import type { Action } from "./state";
import type { Insertion } from "./states/home";
import { paneView } from "./views/pane";
import { loadScreen } from "./views/screens";

const root = document.getElementById("pane") ?? document.body;
const locale = navigator.language;
let state = { ...INITIAL_STATE, settings: { ...INITIAL_STATE.settings, ...readSettings() } };

function draw(): void {
  render(paneView(state, { dispatch, effects, locale }), root);
}

function dispatch(action: Action): void {
  state = update(state, action);
  draw();
}

const effects = createEffects(dispatch, () => state, locale, loadScreen);

/** Makes a ribbon command of an effect: Excel waits until it says that it is completed. */
function command(name: string, work: () => Promise<void>): void {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
    void work().finally(() => event.completed());
  });
}

/** Opens the pane where the user sees what would be written. */
async function propose(insertion: Insertion): Promise<void> {
  dispatch({ type: "proposed", insertion });
  await Office.addin.showAsTaskpane();
}

command("showPane", () => Office.addin.showAsTaskpane());
command("insertModel", () => propose("model"));
command("insertSample", () => effects.insert("sample"));
command("compareScenarios", effects.compareSheet);
command("refreshModel", effects.refresh);

// A ribbon command may come before Excel is ready: what stands in the page until now is replaced once, before anything is drawn.
root.replaceChildren();
draw();
// Pictures have the colours of the scheme in which they were drawn: at dusk they are drawn anew.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
void Office.onReady(() => effects.start());
