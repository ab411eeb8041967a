/** Keeps settings: how a person sees the pane in that person's browser, how the workbook is coloured in the workbook. */

import { keepConvention, readConvention } from "../../workbook/host/colorConvention";
import type { ColorConvention } from "../../workbook/host/colorConvention";
import { settingsOfText, textOfSettings } from "../states/settings";
import type { SettingsState } from "../states/settings";
import { failedWith } from "./failure";
import { perform, run } from "./host";
import type { EffectContext } from "./host";

export interface SettingsEffects {
  readonly change: (change: Partial<Pick<SettingsState, "metric" | "amounts">>) => void;
  /** Reads what the workbook keeps. */
  readonly read: () => Promise<void>;
  readonly color: (convention: ColorConvention) => Promise<void>;
}

const PLACE = "tco-planner.pane";

/** The settings that the browser has kept. */
export function readSettings(): Pick<SettingsState, "metric" | "amounts"> {
  try {
    return settingsOfText(localStorage.getItem(PLACE));
  } catch {
    return settingsOfText(null);
  }
}

function change({ dispatch, state }: EffectContext, changed: Partial<SettingsState>): void {
  dispatch({ type: "settings/changed", change: changed });
  try {
    localStorage.setItem(PLACE, textOfSettings(state().settings));
  } catch {
    // Storage is switched off or full: the setting holds until the pane closes.
  }
}

async function read({ dispatch }: EffectContext): Promise<void> {
  try {
    dispatch({ type: "settings/changed", change: { colors: await run(readConvention) } });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

async function color(context: EffectContext, convention: ColorConvention): Promise<void> {
  await perform(context, "Keeping the colours", async (excel) => {
    keepConvention(excel, convention);
    await excel.sync();
    return { notice: "What is written from now on has these colours. What stands keeps its own." };
  });
  await read(context);
}

/** The effects of Settings. */
export function settingsEffects(context: EffectContext): SettingsEffects {
  return {
    change: (changed) => change(context, changed),
    read: () => read(context),
    color: (convention) => color(context, convention),
  };
}
