import type { HostState, HostStateStore } from "./grid";

const EMPTY: HostState = { settings: {}, protectedSheets: [], pages: {}, calculationMode: "Automatic" };

/** What a workbook keeps besides its cells; `changed` is called after every change, so that it is saved. */
export function createHostStateStore(saved: Partial<HostState> | undefined, changed: () => void): HostStateStore {
  let state: HostState = { ...EMPTY, ...saved };
  return {
    read: () => state,
    change: (change) => {
      state = { ...state, ...change };
      changed();
    },
  };
}
