/** How the workbook is colored: kept with the workbook. */

import { keepConvention, readConvention } from "../../workbook/host/colorConvention";
import type { ColorConvention } from "../../workbook/host/colorConvention";
import { failedWith } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run } from "../shell/host";
import type { EffectContext } from "../shell/host";
import type { SettingsAction, SettingsState } from "./state";

export type SettingsContext = EffectContext<{ readonly settings: SettingsState }, SettingsAction>;

export interface SettingsEffects {
  /** Reads what the workbook keeps. */
  readonly refresh: () => Promise<void>;
  readonly color: (convention: ColorConvention) => Promise<void>;
}

/** What its views answer the user with. */
export type SettingsControls = Controls<SettingsAction, { readonly settings: SettingsEffects }>;

async function read({ dispatch }: SettingsContext): Promise<void> {
  try {
    dispatch({ type: "settings/colors", colors: await run(readConvention) });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

async function color(context: SettingsContext, convention: ColorConvention): Promise<void> {
  await perform(context, "Saving the colors", async (excel) => {
    keepConvention(excel, convention);
    await excel.sync();
    return { notice: "New cells use these colors. Existing cells keep theirs." };
  });
  await read(context);
}

/** The effects of Settings. */
export function settingsEffects(context: SettingsContext): SettingsEffects {
  return { refresh: () => read(context), color: (convention) => color(context, convention) };
}
