import type { CustomFunction } from "../functions/call";
import type { ExcelHost } from "../office/external";
import { withUndoGroups } from "../office/undoGroups";
import { openShippedPage } from "./library";

/** What the frame of the pane has once its scripts have run: one realm for functions and pane, as in Excel's shared runtime. */
export interface Pane {
  /** What functions.js has associated with the ids of functions.json, by id in capitals. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
  /** Resolves when Office.onReady has told the pane's code so; until then Excel runs no command. */
  readonly ready: Promise<void>;
}

/** The globals that office.js makes in the frame. */
interface PaneWindow extends Window {
  readonly CustomFunctions?: { readonly _association: { readonly mappings: Readonly<Record<string, CustomFunction>> } };
  readonly Excel: { run: typeof Excel.run };
  readonly Office: typeof Office;
}

/** Opens the pane's page in its frame, with Excel behind it. */
export async function openPane(frame: HTMLIFrameElement, host: ExcelHost): Promise<Pane> {
  const prepare = (window: Window) => void Object.defineProperty(window, "external", { value: host.external, configurable: true });
  const window = (await openShippedPage(frame, prepare)) as PaneWindow;
  // Where office.js cannot be reached, functions.js and taskpane.js have failed, too.
  if (window.CustomFunctions === undefined) throw new Error("office.js could not be loaded. Check the connection, then reload the page.");
  const { mappings } = window.CustomFunctions._association;
  const isReady = async () => {
    await window.Office.onReady();
    window.Excel.run = withUndoGroups(window.Excel.run, host);
  };
  return { functions: new Map(Object.entries(mappings).map(([id, body]) => [id.toUpperCase(), body])), ready: isReady() };
}
