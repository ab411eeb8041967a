/** What the ribbon's buttons do. The pane may be closed: it is opened where it alone says what became of a command. */

import type { ModelEffects } from "./effects/model";
import type { Action, PaneState } from "./state";

interface Ribbon {
  readonly dispatch: (action: Action) => void;
  readonly state: () => PaneState;
  readonly model: ModelEffects;
}

function showPane(): Promise<void> {
  return Office.addin.showAsTaskpane();
}

/** The commands by the names under which the manifest knows them. */
export function ribbonCommands({ dispatch, state, model }: Ribbon): Readonly<Record<string, () => Promise<void>>> {
  /** Does what shows on the sheets by itself; only a failure needs the pane. */
  const shown = async (work: () => Promise<void>) => {
    await work();
    if (state().failure !== undefined) await showPane();
  };
  return {
    showPane,
    insertModel: () => {
      dispatch({ type: "proposed", insertion: "model" });
      return showPane();
    },
    insertSample: () => shown(() => model.insert("sample")),
    compareScenarios: () => shown(model.compareSheet),
    // What it would write, or that there was nothing to write, stands in the pane alone.
    refreshModel: async () => {
      await model.proposeRefresh();
      await showPane();
    },
  };
}
