/** How the worker of the pane's page and the workbench around it speak: the worker names the page that asks for office.js, and is told that it may have it. */
export const CHANNEL = "office.js";

/** Part of the page's address by which both name it. */
export const NAME = "workbench";

export const mayHave = (name: string): string => `${name} may have office.js`;
