/** What Settings shows of the workbook; how a person sees the pane is in the preferences of the shell. Pure. */

import type { ColorConvention } from "../../workbook/host/colorConvention";
import type { Slice } from "../shell/screen";

export interface SettingsState {
  /** How cells that a person edits are colored: kept with the workbook, undefined until it has been read. */
  readonly colors: ColorConvention | undefined;
}

export interface SettingsAction {
  readonly type: "settings/colors";
  readonly colors: ColorConvention;
}

export const SETTINGS: Slice<SettingsState, SettingsAction> = {
  initial: { colors: undefined },
  update: (_state, { colors }) => ({ colors }),
};
