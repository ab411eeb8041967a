/** What the browser keeps of the workbench between two visits. */
import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "@playwright/test";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A database as Playwright writes it into a storage state; its typings leave it out. */
interface Database {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly { readonly name: string; readonly records: readonly { readonly key: string; readonly value: unknown }[] }[];
}

/** A page of the product that runs nothing. */
const STILL_PAGE = "support.html";

function databasesOf(state: string | StorageState | undefined): readonly Database[] {
  const { origins } = typeof state === "string" ? (JSON.parse(readFileSync(state, "utf8")) as StorageState) : (state ?? { origins: [] });
  return origins.flatMap((origin) => (origin as { indexedDB?: readonly Database[] }).indexedDB ?? []);
}

/**
 * Puts a storage state in the place of what the browser keeps. Playwright's own setStorageState empties the cache as well, and the workbench's
 * scripts would have to be compiled again for every test.
 */
export async function putStorage(page: Page, state: string | StorageState | undefined): Promise<void> {
  await page.goto(STILL_PAGE);
  await page.evaluate(async (databases) => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("The database gives no reason."));
      });
    localStorage.clear();
    for (const { name = "" } of await indexedDB.databases()) await done(indexedDB.deleteDatabase(name));
    for (const { name, version, stores } of databases) {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const store of stores) opening.result.createObjectStore(store.name);
      };
      const database = await done(opening);
      for (const store of stores) {
        const target = database.transaction(store.name, "readwrite").objectStore(store.name);
        await Promise.all(store.records.map(({ key, value }) => done(target.put(value, key))));
      }
      database.close();
    }
  }, databasesOf(state));
}
