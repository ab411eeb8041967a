import type { Action, Host } from "../connection";
import { strict } from "./strict";

/** Newest version of each requirement set of which the workbench has the members that the add-in asks for. */
const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  AddinCommands: "1.1",
  CustomFunctionsRuntime: "1.3",
  ExcelApi: "1.20",
  SharedRuntime: "1.1",
};

const HOST = "Excel";
const PLATFORM = "OfficeOnline";

function isSetSupported(name: string, minVersion = "1.1"): boolean {
  const newest = REQUIREMENT_SETS[name];
  if (newest === undefined) return false;
  const [major = 0, minor = 0] = newest.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minVersion.split(".").map(Number);
  return wantedMajor < major || (wantedMajor === major && wantedMinor <= minor);
}

function createContext() {
  return strict(
    {
      contentLanguage: navigator.language,
      displayLanguage: navigator.language,
      diagnostics: { host: HOST, platform: PLATFORM, version: "workbench" },
      host: HOST,
      platform: PLATFORM,
      requirements: strict({ isSetSupported }, "Office.RequirementSetSupport"),
    },
    "Office.Context",
  );
}

function createAddin(host: Host) {
  const show = (isVisible: boolean) => {
    host.setPaneVisible(isVisible);
    return Promise.resolve();
  };
  return strict({ hide: () => show(false), showAsTaskpane: () => show(true) }, "Office.Addin");
}

/** The global Office: ready once the functions calculate in the grid. */
export function createOffice(host: Host, actions: Map<string, Action>, whenReady: () => void) {
  const info = { host: HOST, platform: PLATFORM };
  const onReady = async (callback?: (ready: typeof info) => unknown) => {
    await host.grid;
    callback?.(info);
    whenReady();
    return info;
  };
  return strict(
    {
      actions: strict({ associate: (name: string, action: Action) => void actions.set(name, action) }, "Office.Actions"),
      addin: createAddin(host),
      context: createContext(),
      HostType: { Excel: HOST },
      onReady,
      PlatformType: { OfficeOnline: PLATFORM },
    },
    "Office",
  );
}
