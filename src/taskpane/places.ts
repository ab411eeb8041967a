/** The screens of the pane: a new one is an entry here and a view in views/screens.ts. */

export const TABS = [
  { id: "home", label: "Home" },
  { id: "inputs", label: "Inputs" },
  { id: "compare", label: "Compare" },
  { id: "analyze", label: "Analyze" },
  { id: "formulas", label: "Formulas" },
] as const;

export const MENU = [
  { id: "snapshots", label: "Snapshots" },
  { id: "exchange", label: "Import and export" },
  { id: "repair", label: "Repair" },
  { id: "settings", label: "Settings" },
  { id: "help", label: "Help" },
] as const;

type TabId = (typeof TABS)[number]["id"];
/** `begin` is what Home shows in a workbook without a model. */
export type Place = TabId | (typeof MENU)[number]["id"] | "begin";

/** Name of a screen, as its tab or its line of the menu says it. */
export function labelOf(place: Place): string {
  return [...TABS, ...MENU].find(({ id }) => id === place)?.label ?? "";
}

/** Whether a screen is reached through the menu, so that no tab is selected while it is open. */
export function isInMenu(place: Place): boolean {
  return MENU.some(({ id }) => id === place);
}
