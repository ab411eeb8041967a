/** Microsoft's client library, unmodified, in a realm that has what it asks of a page and no more. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script, createContext } from "node:vm";
import type { External } from "../../../src/workbench/office/external";

const FOLDER = join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");

/** Where the shipped page asks for it. */
export const LIBRARY_ADDRESS = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const scripts = new Map<string, Script>();

/** The file of the package that an address of Microsoft's stands for. */
export function libraryPath(url: string): string {
  if (!url.startsWith(LIBRARY_ADDRESS)) throw new Error(`office.js asks for ${url}.`);
  return join(FOLDER, url.slice(LIBRARY_ADDRESS.length));
}

function scriptAt(url: string): Script {
  const known = scripts.get(url);
  if (known !== undefined) return known;
  const path = libraryPath(url);
  const script = new Script(readFileSync(path, "utf8"), { filename: path });
  scripts.set(url, script);
  return script;
}

interface ScriptElement {
  src: string;
  onload?: () => void;
  readonly setAttribute: () => void;
  readonly getAttribute: () => null;
}

/** The globals that office.js makes. */
export interface Library {
  readonly CustomFunctions: { readonly associate: (id: string, body: (...args: unknown[]) => unknown) => void };
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

const nothing = () => undefined;

function element(src = ""): ScriptElement {
  return { src, setAttribute: nothing, getAttribute: () => null };
}

/** What of this realm the library shares: what it gives is an array, an error or a promise here, too. */
const SHARED = { Array, Date, Error, JSON, Map, Math, Object, Promise, Set, TypeError };
const TIMERS = { clearInterval, clearTimeout, performance, setInterval, setTimeout };

/** Loads the library in front of a host, as a page does; it is ready when this resolves. */
export async function loadLibrary(external: External): Promise<Library> {
  const run = (script: ScriptElement) => {
    scriptAt(script.src).runInContext(realm);
    script.onload?.();
  };
  const head = { appendChild: (script: ScriptElement) => void setImmediate(run, script) };
  const location = {
    href: "https://localhost/taskpane.html",
    hash: "",
    search: "",
    pathname: "/taskpane.html",
    protocol: "https:",
    host: "localhost",
  };
  const document = {
    addEventListener: nothing,
    createElement: () => element(),
    getElementsByTagName: (name: string) => (name === "script" ? [element(`${LIBRARY_ADDRESS}office.js`)] : [head]),
    readyState: "complete",
    location,
  };
  const events = { addEventListener: nothing, removeEventListener: nothing };
  const realm = createContext({
    ...SHARED,
    ...TIMERS,
    ...events,
    console,
    document,
    external,
    history: {},
    location,
    navigator: { userAgent: "Excel", language: "en-US" },
  });
  new Script("globalThis.window = globalThis.self = globalThis.top = globalThis.parent = globalThis").runInContext(realm);
  run(element(`${LIBRARY_ADDRESS}office.js`));
  const library = realm as unknown as Library;
  await library.Office.onReady();
  return library;
}
