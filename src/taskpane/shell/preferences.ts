/** How a person wants to see things in the pane: kept in that person's browser. */

export const METRICS = ["npv", "tco"] as const;
export const AMOUNTS = ["short", "whole"] as const;

export interface Preferences {
  /** By which figure Home compares a scenario with Base. */
  readonly metric: (typeof METRICS)[number];
  /** Amounts of money as $12.35M or $12,345,678. */
  readonly amounts: (typeof AMOUNTS)[number];
}

export const INITIAL_PREFERENCES: Preferences = { metric: "npv", amounts: "short" };

const PLACE = "tco-planner.pane";

/** The preferences in a text that a browser has kept; what it does not know stays as it is at first. */
export function preferencesOfText(text: string | null): Preferences {
  const words = (text ?? "").split(" ");
  return {
    metric: METRICS.find((metric) => words.includes(metric)) ?? INITIAL_PREFERENCES.metric,
    amounts: AMOUNTS.find((amounts) => words.includes(amounts)) ?? INITIAL_PREFERENCES.amounts,
  };
}

/** The preferences as a text to be kept. */
export function textOfPreferences({ metric, amounts }: Preferences): string {
  return `${metric} ${amounts}`;
}

/** The preferences that the browser has kept. */
export function readPreferences(): Preferences {
  try {
    return preferencesOfText(localStorage.getItem(PLACE));
  } catch {
    return preferencesOfText(null);
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(PLACE, textOfPreferences(preferences));
  } catch {
    // Storage is switched off or full: a preference lasts until the pane closes.
  }
}
