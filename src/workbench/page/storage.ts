import type { HostState } from "../grid/grid";
import { type OpenWorkbook, onCommand } from "../grid/workbook";
import { NewerVersion, type SavedWorkbook, isFull, replaceWorkbook, writeWorkbook } from "./database";
import { element } from "./elements";
import { createPace } from "./pace";

/** A write that failed is tried again after so long, ms. */
const RETRY_MS = 10_000;

/** Under this name the workbook's own data has what the page keeps besides cells. */
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

/** Says what becomes of changes. */
export function tellSaved(state: string) {
  element("saved").textContent = state;
}

function wordsOf(error: unknown): string {
  const reason = isFull(error) ? "this browser has no room left" : error instanceof Error ? error.message : String(error);
  return `Not saved: ${reason}. The page tries again; until then the changes since the last save are only in this tab.`;
}

export interface Saving {
  /** Saves what has changed besides the cells. */
  readonly soon: () => void;
  /** Saves now; false where that failed. */
  readonly now: () => Promise<boolean>;
  /** Saves no more. */
  readonly stop: () => void;
  /** Deletes what is saved, or saves another workbook instead, and saves no more. */
  readonly forget: (instead?: SavedWorkbook) => Promise<void>;
}

export interface SavingListeners {
  readonly saved: () => void;
  /** Another tab has saved a newer workbook, which only a browser without locks allows. */
  readonly overtaken: () => void;
}

/** The workbook with what the page keeps besides cells. */
function contentOf(open: OpenWorkbook, host: HostState): SavedWorkbook {
  return { ...open.workbook.save(), custom: { [HOST]: host, [SHOWN]: open.workbook.getActiveSheet().getSheetId() } };
}

/** Calls the listener when something is changed that a save has, and when the page may be closed. */
function watch(open: OpenWorkbook, { changed, left }: { readonly changed: () => void; readonly left: () => void }) {
  onCommand(open, ({ id }) => {
    if (id.includes(".mutation.")) changed();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") left();
  });
}

/** Saves the workbook in this browser while people work, and says so. */
export function keepSaved(open: OpenWorkbook, host: () => HostState, { saved, overtaken }: SavingListeners): Saving {
  let isStopped = false;
  const failed = (error: unknown) => {
    if (error instanceof NewerVersion) overtaken();
    else tellSaved(wordsOf(error));
    if (!pace.isWaiting() && !isStopped) pace.after(RETRY_MS);
    return false;
  };
  const succeeded = () => {
    if (!pace.isWaiting()) tellSaved("Saved in this browser");
    saved();
    return true;
  };
  const write = async () => writeWorkbook(contentOf(open, host()));
  const now = () => {
    pace.stop();
    return isStopped ? Promise.resolve(false) : write().then(succeeded, failed);
  };
  const pace = createPace(() => void now());
  const soon = () => {
    if (isStopped) return;
    tellSaved("Saving ...");
    pace.soon();
  };
  const stop = () => {
    isStopped = true;
    pace.stop();
  };
  const forget = (instead?: SavedWorkbook) => {
    stop();
    return replaceWorkbook(instead);
  };
  soon();
  watch(open, { changed: soon, left: () => pace.isWaiting() && pace.now() });
  return { soon, now, stop, forget };
}
