import "@fluentui/web-components/button.js";
import "@fluentui/web-components/message-bar.js";
import "@fluentui/web-components/spinner.js";
import { render } from "lit";
import { createEffects } from "./shell/effects";
import { readLocale } from "./shell/locale";
import { readPreferences } from "./shell/preferences";
import { ribbonCommands } from "./home/ribbonCommands";
import { INITIAL_STATE, update } from "./shell/update";
import { paneView } from "./shell/pane";
import { loadScreen } from "./shell/screens";
import type { Action } from "./shell/screens";

const root = document.getElementById("pane") ?? document.body;
let locale = navigator.language;
let state = { ...INITIAL_STATE, preferences: readPreferences() };

function draw(): void {
  render(paneView(state, { dispatch, effects, locale }), root);
}

function dispatch(action: Action): void {
  state = update(state, action);
  draw();
}

const effects = createEffects(
  dispatch,
  () => state,
  () => locale,
  loadScreen,
);

for (const [name, work] of Object.entries(ribbonCommands({ dispatch, state: () => state, home: effects.home })))
  // Excel waits until a command says that it is completed; a keyboard shortcut hands over no event.
  Office.actions.associate(name, (event?: Partial<Office.AddinCommands.Event>) => void work().finally(() => event?.completed?.()));

// A ribbon command may come before Excel is ready: what stands in the page until now is replaced once, before anything is drawn.
root.replaceChildren();
draw();
// Pictures have the colors of the scheme in which they were drawn: at dusk they are drawn again.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
void Office.onReady(async () => {
  locale = await readLocale(navigator.language);
  await effects.start();
});
