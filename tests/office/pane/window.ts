/** The shipped page of the pane in a window without a screen: taskpane.html and its scripts as built, with Microsoft's own library in front of a host. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { Window } from "happy-dom";
import type { CustomFunction } from "../../../src/workbench/functions/call";
import type { ExcelHost } from "../../../src/workbench/office/external";
import { withUndoGroups } from "../../../src/workbench/office/undoGroups";
import { ROOT, builtText } from "../build";
import { LIBRARY_ADDRESS, libraryPath } from "../workbench/library";
import { workersOf } from "./worker";

const ADDRESS = "https://localhost/";

/** What the page's realm has besides what a window has. */
interface PageWindow extends Omit<Window, "document"> {
  readonly document: Document;
  readonly CustomFunctions: { readonly _association: { readonly mappings: Readonly<Record<string, CustomFunction>> } };
  readonly Excel: { run: typeof Excel.run };
  readonly Office: typeof Office;
}

const scripts = new Map<string, Script>();

function pathOf(url: string): string {
  if (url.startsWith(LIBRARY_ADDRESS)) return libraryPath(url);
  if (!url.startsWith(ADDRESS)) throw new Error(`The page asks for ${url}.`);
  return join(ROOT, "dist", url.slice(ADDRESS.length));
}

function scriptAt(url: string): Script {
  const known = scripts.get(url);
  if (known !== undefined) return known;
  const path = pathOf(url);
  const script = new Script(readFileSync(path, "utf8"), { filename: path });
  scripts.set(url, script);
  return script;
}

const SETTINGS = {
  enableJavaScriptEvaluation: true,
  suppressInsecureJavaScriptEnvironmentWarning: true,
  // Scripts run here, in the realm itself: the window's own way makes a function of each, whose declarations are no globals.
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
  disableCSSFileLoading: true,
  fetch: { virtualServers: [{ url: ADDRESS, directory: join(ROOT, "dist") }] },
};

/** What browsers keep of an element of the page's own making, as far as the pane's buttons ask for it. */
function attachInternals() {
  const nothing = () => undefined;
  return { states: new Set<string>(), setFormValue: nothing, setValidity: nothing, labels: [], form: null, shadowRoot: null };
}

type ScriptElement = HTMLScriptElement & { hasRun?: boolean };

/** Runs scripts of the page in its realm, those that are added to it, too. */
function runScripts(window: PageWindow) {
  const { document } = window;
  const run = (element: ScriptElement) => {
    element.hasRun = true;
    Object.defineProperty(document, "currentScript", { value: element, configurable: true });
    scriptAt(element.src).runInContext(window);
    Object.defineProperty(document, "currentScript", { value: null, configurable: true });
  };
  const load = (element: ScriptElement) => {
    // The page may have been closed since.
    if (element.ownerDocument.defaultView === null || element.src === "") return;
    run(element);
    element.dispatchEvent(new (window as unknown as { Event: typeof Event }).Event("load"));
  };
  const added = (event: Event) => {
    const element = event.target as ScriptElement;
    if (element.tagName !== "SCRIPT" || element.hasRun === true) return;
    event.stopImmediatePropagation();
    setImmediate(load, element);
  };
  document.addEventListener("load", added, true);
  return run;
}

export interface PaneWindow {
  readonly window: PageWindow;
  /** What functions.js has associated with the ids of functions.json, by id in capitals. */
  readonly functions: ReadonlyMap<string, CustomFunction>;
  /** What the page has thrown and nobody has caught. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the pane's page with Excel behind it; it is ready when this resolves. */
export async function openPaneWindow(host: ExcelHost): Promise<PaneWindow> {
  const options = { url: `${ADDRESS}taskpane.html`, console, settings: SETTINGS } as ConstructorParameters<typeof Window>[0];
  const window = new Window(options) as unknown as PageWindow;
  const workers = workersOf(pathOf);
  Object.assign(window, { Worker: workers.Worker });
  Object.assign(window.HTMLElement.prototype, { attachInternals });
  Object.defineProperty(window, "external", { value: host.external, configurable: true });
  // The page as it is parsed: scripts run below, in their order.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  window.document.write(builtText("taskpane.html"));
  const errors: string[] = [];
  window.addEventListener("error", (event) => void errors.push(String((event as unknown as ErrorEvent).error ?? event)));
  const run = runScripts(window);
  for (const element of window.document.querySelectorAll("script")) run(element);
  await window.Office.onReady();
  const { mappings } = window.CustomFunctions._association;
  window.Excel.run = withUndoGroups(window.Excel.run, host);
  return {
    window,
    functions: new Map(Object.entries(mappings).map(([id, body]) => [id.toUpperCase(), body])),
    errors,
    close: async () => {
      await workers.end();
      // What the pane has begun may still end: its elements stay.
      await window.happyDOM.abort();
    },
  };
}
