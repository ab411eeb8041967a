import type { IWorkbookData } from "@univerjs/core";
import { del, get, set } from "idb-keyval";
import { type OpenWorkbook, onCommand } from "../grid/workbook";
import { element } from "./elements";

const KEY = "tco-planner-workbook";

/** Edits come in bursts: the workbook is written once they pause for so long, ms. */
const PAUSE_MS = 400;

export type SavedWorkbook = Partial<IWorkbookData>;

/** The workbook as it was left in this browser, or undefined on a first visit. */
export async function readSaved(): Promise<SavedWorkbook | undefined> {
  return get<SavedWorkbook>(KEY);
}

function tell(state: string) {
  element("saved").textContent = state;
}

/** Saves the workbook in this browser as one goes, and says so; the returned function throws away what is saved and ends the saving. */
export function keepSaved(open: OpenWorkbook): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isForgotten = false;
  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (isForgotten) return;
    await set(KEY, open.workbook.save()).then(
      () => tell("Saved in this browser"),
      (error: unknown) => tell(`Not saved: ${String(error)}`),
    );
  };
  const soon = () => {
    tell("Saving ...");
    clearTimeout(timer);
    timer = setTimeout(() => void save(), PAUSE_MS);
  };
  soon();
  onCommand(open, (command) => {
    if (command.id.includes(".mutation.")) soon();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer !== undefined) void save();
  });
  return () => {
    isForgotten = true;
    return del(KEY);
  };
}
