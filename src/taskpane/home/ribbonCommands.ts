/** What the ribbon's buttons do. The pane may be closed: it is opened where it alone says what became of a command. */

import type { Shell, ShellAction } from "../shell/state";
import type { HomeEffects } from "./effects";

interface Ribbon {
  readonly dispatch: (action: ShellAction<never>) => void;
  readonly state: () => Shell;
  readonly home: HomeEffects;
}

function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}

/** The commands by the names under which the manifest knows them. */
export function ribbonCommands({ dispatch, state, home }: Ribbon): Readonly<Record<string, () => Promise<void>>> {
  /** Does what shows on the sheets by itself; only a failure needs the pane. */
  const shown = async (work: () => Promise<void>) => {
    await work();
    if (state().failure !== undefined) await showPane();
  };
  return {
    showPane,
    insertModel: async () => {
      dispatch({ type: "proposed", insertion: "model" });
      await showPane();
      // Home may never have been open in a workbook without a model.
      await home.refresh();
    },
    insertSample: () => shown(() => home.insert("sample")),
    compareScenarios: () => shown(home.compareSheet),
    // What it would write, or that there was nothing to write, stands in the pane alone.
    refreshModel: async () => {
      await home.proposeRefresh();
      await showPane();
    },
  };
}
