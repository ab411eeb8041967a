/** Keeps a person's settings in the browser; a browser that keeps nothing forgets them when the pane closes, and that is all. */

import { settingsOfText, textOfSettings } from "../states/settings";
import type { SettingsState } from "../states/settings";
import type { EffectContext } from "./host";

export interface SettingsEffects {
  readonly change: (change: Partial<SettingsState>) => void;
}

const PLACE = "tco-planner.pane";

/** The settings that the browser has kept. */
export function readSettings(): SettingsState {
  try {
    return settingsOfText(localStorage.getItem(PLACE));
  } catch {
    return settingsOfText(null);
  }
}

/** The effects of Settings. */
export function settingsEffects({ dispatch, state }: EffectContext): SettingsEffects {
  return {
    change: (change) => {
      dispatch({ type: "settings/changed", change });
      try {
        localStorage.setItem(PLACE, textOfSettings(state().settings));
      } catch {
        // Storage is switched off or full: the setting holds until the pane closes.
      }
    },
  };
}
