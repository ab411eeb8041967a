/** How a person wants to see things in the pane: kept in the browser of that person, not in the workbook. Pure. */

export const METRICS = ["npv", "tco"] as const;
export const AMOUNTS = ["short", "whole"] as const;

export interface SettingsState {
  /** By which figure Home compares a scenario with Base. */
  readonly metric: (typeof METRICS)[number];
  /** Amounts of money as $12.35M or $12,345,678. */
  readonly amounts: (typeof AMOUNTS)[number];
}

export const INITIAL_SETTINGS: SettingsState = { metric: "npv", amounts: "short" };

export interface SettingsAction {
  readonly type: "settings/changed";
  readonly change: Partial<SettingsState>;
}

/** The settings after an action. */
export function updateSettings(state: SettingsState, { change }: SettingsAction): SettingsState {
  return { ...state, ...change };
}

/** The settings in a text that a browser has kept; what it does not know stays as it is at first. */
export function settingsOfText(text: string | null): SettingsState {
  const words = (text ?? "").split(" ");
  return {
    metric: METRICS.find((metric) => words.includes(metric)) ?? INITIAL_SETTINGS.metric,
    amounts: AMOUNTS.find((amounts) => words.includes(amounts)) ?? INITIAL_SETTINGS.amounts,
  };
}

/** The settings as a text to be kept. */
export function textOfSettings({ metric, amounts }: SettingsState): string {
  return `${metric} ${amounts}`;
}
