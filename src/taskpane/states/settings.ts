/** How a person wants to see things in the pane, and how the workbook is coloured. Pure. */

import type { ColorConvention } from "../../workbook/host/colorConvention";

export const METRICS = ["npv", "tco"] as const;
export const AMOUNTS = ["short", "whole"] as const;

export interface SettingsState {
  /** By which figure Home compares a scenario with Base. */
  readonly metric: (typeof METRICS)[number];
  /** Amounts of money as $12.35M or $12,345,678. */
  readonly amounts: (typeof AMOUNTS)[number];
  /** How cells that a person edits are coloured: kept with the workbook, undefined until it has been read. */
  readonly colors: ColorConvention | undefined;
}

/** The settings that a browser keeps. */
type KeptSettings = Pick<SettingsState, "metric" | "amounts">;

export const INITIAL_SETTINGS: SettingsState = { metric: "npv", amounts: "short", colors: undefined };

export interface SettingsAction {
  readonly type: "settings/changed";
  readonly change: Partial<SettingsState>;
}

/** The settings after an action. */
export function updateSettings(state: SettingsState, { change }: SettingsAction): SettingsState {
  return { ...state, ...change };
}

/** The settings in a text that a browser has kept; what it does not know stays as it is at first. */
export function settingsOfText(text: string | null): KeptSettings {
  const words = (text ?? "").split(" ");
  return {
    metric: METRICS.find((metric) => words.includes(metric)) ?? INITIAL_SETTINGS.metric,
    amounts: AMOUNTS.find((amounts) => words.includes(amounts)) ?? INITIAL_SETTINGS.amounts,
  };
}

/** The settings as a text to be kept. */
export function textOfSettings({ metric, amounts }: KeptSettings): string {
  return `${metric} ${amounts}`;
}
