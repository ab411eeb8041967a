import type { ExcelHost } from "../office/external";
import { ask, element } from "./elements";

/** Commands of the manifest's ribbon group, by the names under which the pane's code associates them. */
const COMMANDS = [
  { action: "insertModel", label: "Insert model", tip: "Write the sheets of a new model" },
  { action: "compareScenarios", label: "Compare", tip: "Go to the comparison of the scenarios" },
  { action: "refreshModel", label: "Refresh", tip: "Give new scenarios their place on the sheets" },
] as const;

interface RibbonActions {
  readonly host: ExcelHost;
  readonly togglePane: () => void;
  readonly startOver: (withSample: boolean) => void;
}

function button(label: string, tip: string, act: () => unknown): HTMLButtonElement {
  const created = document.createElement("button");
  created.type = "button";
  created.textContent = label;
  created.title = tip;
  created.addEventListener("click", () => void act());
  return created;
}

function separator(): HTMLElement {
  const line = document.createElement("span");
  line.className = "separator";
  return line;
}

/** Arrow keys move within a toolbar, Tab passes it. */
function roveFocus(toolbar: HTMLElement, buttons: readonly HTMLButtonElement[]) {
  const focus = (target: HTMLButtonElement | undefined) => {
    if (target === undefined) return;
    for (const other of buttons) other.tabIndex = other === target ? 0 : -1;
    target.focus();
  };
  for (const [index, each] of buttons.entries()) each.tabIndex = index === 0 ? 0 : -1;
  toolbar.addEventListener("keydown", (event) => {
    const index = buttons.findIndex((each) => each === document.activeElement);
    if (event.key === "ArrowRight") focus(buttons[(index + 1) % buttons.length]);
    if (event.key === "ArrowLeft") focus(buttons.at(index - 1));
  });
}

/** Shows the ribbon's buttons. */
export function makeRibbon({ host, togglePane, startOver }: RibbonActions) {
  const commands = COMMANDS.map(({ action, label, tip }) => button(label, tip, () => host.runCommand(action)));
  const show = button("Pane", "Show or hide the pane", togglePane);
  const restart = button("Start over ...", "Throw the workbook away and begin with the sample or an empty one", async () => {
    const answer = await ask("start-over");
    if (answer === "sample" || answer === "empty") startOver(answer === "sample");
  });
  const toolbar = element("ribbon");
  toolbar.replaceChildren(show, ...commands, separator(), restart);
  roveFocus(toolbar, [show, ...commands, restart]);
}
