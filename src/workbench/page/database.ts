/** The workbook in the browser's database. The database writes all of a change or nothing, so what was saved before outlives a page that is closed in between. */
import type { IWorkbookData } from "@univerjs/core";
import { createStore, promisifyRequest } from "idb-keyval";

const KEY = "tco-planner-workbook";
/** The workbook as it was when it was last opened, for the day on which the newer one can't be. */
const OPENED_KEY = "tco-planner-workbook-opened";

/** A workbook that could not be opened. */
const ASIDE_KEY = "tco-planner-workbook-unreadable";

/** Another value after each save, by which a tab knows whether the workbook is still the one that it has read or written. */
const VERSION_KEY = "tco-planner-workbook-version";

/** A database that has not answered after so long, ms, is taken for one that never does. */
const ANSWER_MS = 10_000;

export type SavedWorkbook = Partial<IWorkbookData>;

/** What the browser has of the workbook. */
export interface Stored {
  /** The workbooks, the newest first; none on a first visit. */
  readonly workbooks: readonly SavedWorkbook[];
  /** False where the database can't be read: then nothing may be written either, since there may be a workbook that can be read another day. */
  readonly isReadable: boolean;
}

/** The save of another tab is newer than what this tab has read: to write would overwrite it. */
export class NewerVersion extends Error {}

const store = createStore("keyval-store", "keyval");

/** The version that this tab has read, and those that it has written, also where the database did not say whether it did. */
const versions = new Set<unknown>();

/** The result of work, or an error once it has taken too long. Work that throws at once fails alike. */
async function answered<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the browser's database does not answer")), ANSWER_MS);
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the browser has; never fails, whatever the database does. */
export async function readStored(): Promise<Stored> {
  try {
    const keys = [KEY, OPENED_KEY, VERSION_KEY];
    const [newest, opened, version] = await answered(() =>
      store("readonly", (objects) => Promise.all(keys.map((key) => promisifyRequest<unknown>(objects.get(key))))),
    );
    const workbooks = [newest, opened].filter((saved) => saved !== undefined) as SavedWorkbook[];
    versions.add(version);
    return { workbooks, isReadable: true };
  } catch (error) {
    console.error(error);
    return { workbooks: [], isReadable: false };
  }
}

export function isFull(error: unknown): boolean {
  return (error as { name?: string } | null)?.name === "QuotaExceededError";
}

type Change = (objects: IDBObjectStore) => void;

/** Makes a change in one step, if no other tab has made one since this tab has read the workbook. */
function change(make: Change): Promise<void> {
  const next = `${Date.now()}-${Math.random()}`;
  versions.add(next);
  let problem: unknown;
  const changed = store("readwrite", (objects) => {
    const { transaction } = objects;
    const reading = objects.get(VERSION_KEY);
    reading.onsuccess = () => {
      try {
        if (!versions.has(reading.result)) throw new NewerVersion("another tab has saved a newer workbook");
        objects.put(next, VERSION_KEY);
        make(objects);
      } catch (error) {
        problem = error;
        transaction.abort();
      }
    };
    return promisifyRequest(transaction);
  });
  return changed.catch((error: unknown) => {
    throw problem ?? error;
  });
}

/** Saves the workbook; where there is no room for two, in the place of the one before it. */
export async function writeWorkbook(saved: SavedWorkbook): Promise<void> {
  const write: Change = (objects) => void objects.put(saved, KEY);
  const writeInItsPlace: Change = (objects) => {
    objects.delete(OPENED_KEY);
    write(objects);
  };
  return answered(async () => {
    try {
      await change(write);
    } catch (error) {
      if (!isFull(error)) throw error;
      await change(writeInItsPlace);
    }
  });
}

/** Deletes what is saved, or saves another workbook instead. */
export function replaceWorkbook(instead: SavedWorkbook | undefined): Promise<void> {
  return answered(() =>
    change((objects) => {
      objects.delete(OPENED_KEY);
      if (instead === undefined) objects.delete(KEY);
      else objects.put(instead, KEY);
    }),
  );
}

function put(key: string, saved: SavedWorkbook): Promise<void> {
  return answered(() => store("readwrite", (objects) => promisifyRequest(objects.put(saved, key)))).then(() => undefined);
}

/** Keeps a workbook that could not be opened where the next save leaves it, for the day on which it can be. */
export async function setAside(saved: SavedWorkbook): Promise<void> {
  await put(ASIDE_KEY, saved).catch(() => undefined);
}

/** Keeps a workbook that could be opened. Where there is no room for two, the newer one is enough. */
export async function keepOpened(saved: SavedWorkbook): Promise<void> {
  await put(OPENED_KEY, saved).catch(() =>
    answered(() => store("readwrite", (objects) => promisifyRequest(objects.delete(OPENED_KEY)))).catch(() => undefined),
  );
}
