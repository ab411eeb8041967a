import type { IWorkbookData } from "@univerjs/core";
import { del, get, set } from "idb-keyval";
import type { HostState } from "../grid/grid";
import { type OpenWorkbook, onCommand } from "../grid/workbook";
import { element } from "./elements";

const KEY = "tco-planner-workbook";
/** The workbook as it was when it was last opened, for the day on which the newer one cannot be. */
const OPENED_KEY = "tco-planner-workbook-opened";

/** A workbook that could not be opened. */
const ASIDE_KEY = "tco-planner-workbook-unreadable";

/** Edits come in bursts: the workbook is written once they pause for so long, ms. */
const PAUSE_MS = 400;
/** A write that failed is tried again after so long, ms. */
const RETRY_MS = 10_000;

export type SavedWorkbook = Partial<IWorkbookData>;

/** Under this name the workbook's own data carries what the page keeps besides cells. */
const HOST = "host";

/** And under this name the sheet that was shown. */
const SHOWN = "shown";

/** What a saved workbook keeps besides its cells. */
export function hostStateOf(saved: SavedWorkbook | undefined): Partial<HostState> | undefined {
  return saved?.custom?.[HOST] as Partial<HostState> | undefined;
}

/** Shows the sheet that was shown when the workbook was saved; the first one where it is gone. */
export function showAsSaved(open: OpenWorkbook, saved: SavedWorkbook | undefined) {
  const sheet = open.workbook.getSheetBySheetId(String(saved?.custom?.[SHOWN]));
  if (sheet) open.workbook.setActiveSheet(sheet);
}

/** The workbooks that this browser has, the newest first; none on a first visit. */
export async function readSaved(): Promise<readonly SavedWorkbook[]> {
  const found = await Promise.all([KEY, OPENED_KEY].map((key) => get<SavedWorkbook>(key)));
  return found.filter((saved) => saved !== undefined);
}

/** Keeps a workbook that could not be opened out of the way of the next save, for who may yet be able to read it. */
export async function setAside(saved: SavedWorkbook): Promise<void> {
  await set(ASIDE_KEY, saved).catch(() => undefined);
}

/** Keeps a workbook that could be opened. Where there is no room for two, the newer one is enough. */
export async function keepOpened(saved: SavedWorkbook): Promise<void> {
  try {
    await set(OPENED_KEY, saved);
  } catch {
    await del(OPENED_KEY);
  }
}

function isFull(error: unknown): boolean {
  return (error as { name?: string }).name === "QuotaExceededError";
}

/** Writes the workbook. The database writes all of it or nothing, so what was saved before outlives a page that is closed in between. */
async function write(saved: SavedWorkbook): Promise<void> {
  try {
    await set(KEY, saved);
  } catch (error) {
    if (!isFull(error)) throw error;
    await del(OPENED_KEY);
    await set(KEY, saved);
  }
}

function tell(state: string) {
  element("saved").textContent = state;
}

function wordsOf(error: unknown): string {
  return isFull(error)
    ? "Not saved: this browser has no room left. What was saved before is kept; the page tries again."
    : `Not saved: ${String(error)}. What was saved before is kept; the page tries again.`;
}

export interface Saving {
  /** Saves what has changed besides the cells. */
  readonly soon: () => void;
  /** Throws away what is saved, or puts another workbook in its place, and ends the saving. */
  readonly forget: (instead?: SavedWorkbook) => Promise<void>;
}

/** Saves the workbook in this browser as one goes, and says so. */
export function keepSaved(open: OpenWorkbook, host: () => HostState): Saving {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isForgotten = false;
  const after = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  };
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (isForgotten) return;
    try {
      await write({ ...open.workbook.save(), custom: { [HOST]: host(), [SHOWN]: open.workbook.getActiveSheet().getSheetId() } });
      if (timer === undefined) tell("Saved in this browser");
    } catch (error) {
      tell(wordsOf(error));
      if (timer === undefined) after(RETRY_MS);
    }
  };
  const soon = () => {
    tell("Saving ...");
    after(PAUSE_MS);
  };
  soon();
  onCommand(open, ({ id }) => {
    if (id.includes(".mutation.")) soon();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer !== undefined) void save();
  });
  return {
    soon,
    forget: async (instead) => {
      isForgotten = true;
      await Promise.all([instead === undefined ? del(KEY) : set(KEY, instead), del(OPENED_KEY)]);
    },
  };
}
