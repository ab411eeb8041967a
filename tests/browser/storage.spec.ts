/** The workbook in the browser's storage, when things go wrong. */
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { BLANK_SHEET, cards, expectCell, openSheet, openWorkbench, ribbonButton, SAMPLE_STATE, START_MS, typeInto } from "./grid";

const DATABASE = { name: "keyval-store", store: "keyval", key: "tco-planner-workbook" } as const;

const saved = (page: Page) => page.locator("#saved");

async function typeAndSave(page: Page, text: string): Promise<void> {
  await openSheet(page, BLANK_SHEET);
  await typeInto(page, "A1", text);
  await expect(saved(page)).toHaveText("Saved in this browser");
}

/** A page of the same browser profile, as if the person had opened the address again. */
async function openAgain(page: Page): Promise<Page> {
  const again = await page.context().newPage();
  await openWorkbench(again);
  return again;
}

/** Whether the page's script still runs. */
function isAnswering(page: Page): Promise<boolean> {
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 3_000));
  return Promise.race([page.evaluate(() => true).catch(() => false), silence]);
}

/** Lets the database refuse what is written as a browser does whose disk is full: an override of the quota does not reach a private context. */
async function fillDisk(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((refuses) => {
    const { prototype } = IDBObjectStore;
    const holder = globalThis as { originalPut?: unknown };
    holder.originalPut ??= Reflect.get(prototype, "put");
    const value = refuses
      ? () => {
          throw new DOMException("The disk is full.", "QuotaExceededError");
        }
      : holder.originalPut;
    Object.defineProperty(prototype, "put", { value, configurable: true, writable: true });
  }, isFull);
}

test("a page that dies in the middle of a write leaves the workbook that was saved before", async ({ browser, baseURL }) => {
  // A page of its own: one that died cannot be gone on with.
  const context = await browser.newContext({ storageState: SAMPLE_STATE, ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await openWorkbench(page);
  await typeAndSave(page, "kept");
  // A page that hangs takes no new session.
  const session = await context.newCDPSession(page);
  // From now on the page hangs once the new workbook has been handed to the database and before the write is complete.
  await page.evaluate(() => {
    const { prototype } = IDBObjectStore;
    Object.defineProperty(prototype, "put", {
      value: new Proxy(Reflect.get(prototype, "put") as () => unknown, {
        apply: (put, store: IDBObjectStore, args: [unknown, IDBValidKey]) => {
          Reflect.apply(put, store, args);
          for (;;);
        },
      }),
    });
  });
  // The page answers nothing once it hangs, so nothing of what is asked of it now may be awaited.
  void typeInto(page, "A1", "lost").catch(() => undefined);
  await expect.poll(() => isAnswering(page)).toBe(false);
  const died = page.waitForEvent("crash");
  void session.send("Page.crash").catch(() => undefined);
  await died;
  const again = await openAgain(page);
  await openSheet(again, BLANK_SHEET);
  await expectCell(again, "A1", "kept");
  await expect(cards(again)).toHaveCount(3);
  await context.close();
});

test("a full disk is said, what was saved before is kept, and saving goes on once there is room", async ({ page }) => {
  await openWorkbench(page);
  await typeAndSave(page, "kept");
  await fillDisk(page, true);
  await typeInto(page, "A1", "too much");
  await expect(saved(page)).toContainText("Not saved: this browser has no room left.");
  await expectCell(page, "A1", "too much");
  const meanwhile = await openAgain(page);
  await openSheet(meanwhile, BLANK_SHEET);
  await expectCell(meanwhile, "A1", "kept");
  await meanwhile.close();
  await fillDisk(page, false);
  await expect(saved(page)).toHaveText("Saved in this browser");
  const after = await openAgain(page);
  await openSheet(after, BLANK_SHEET);
  await expectCell(after, "A1", "too much");
});

test("a saved workbook that cannot be opened is set aside, and the one that was opened before it comes back", async ({ page }) => {
  await openWorkbench(page);
  await typeAndSave(page, "kept");
  // A second visit keeps what it could open.
  await page.reload();
  await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: START_MS });
  await page.goto("manifest.xml");
  await page.evaluate(
    ({ name, store, key }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error("The database cannot be opened."));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(store, "readwrite");
          transaction.objectStore(store).put({ sheets: 1, sheetOrder: "broken" }, key);
          transaction.oncomplete = () => resolve();
        };
      }),
    DATABASE,
  );
  await openWorkbench(page);
  await expect(page.getByRole("status").first()).toContainText("This is the one before it.");
  await openSheet(page, BLANK_SHEET);
  await expectCell(page, "A1", "kept");
});
