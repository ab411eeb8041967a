/** The workbook in the browser's storage, when things go wrong. */
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { BLANK_SHEET, cards, expectCell, openSheet, openWorkbench, ribbonButton, SAMPLE_STATE, START_MS, typeInto } from "./grid";

const DATABASE = { name: "keyval-store", store: "keyval", key: "tco-planner-workbook" } as const;

const saved = (page: Page) => page.locator("#saved");

/** What a tab says that may not change the workbook. */
const elsewhere = (page: Page) => page.locator("#elsewhere");
const editHere = (page: Page) => page.getByRole("button", { name: "Edit here" });

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
  const beside = await openAgain(page);
  await openSheet(beside, BLANK_SHEET);
  await expectCell(beside, "A1", "kept");
  // It can't take over what can't be saved.
  await editHere(beside).click();
  await expect(elsewhere(beside)).toContainText("is busy or can't save its changes", { timeout: START_MS });
  await expectCell(page, "A1", "too much");
  await beside.close();
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

test.describe("two tabs of one workbook", () => {
  test("have one writer: the other shows the workbook and says that it can't be changed there", async ({ page }) => {
    await openWorkbench(page);
    await typeAndSave(page, "first tab");
    const second = await openAgain(page);
    await expect(elsewhere(second)).toContainText("open in another tab");
    await expect(saved(second)).toBeEmpty();
    await openSheet(second, BLANK_SHEET);
    await expectCell(second, "A1", "first tab");
    await typeInto(second, "A1", "second tab");
    await second.keyboard.press("Escape");
    await second.reload();
    await expect(elsewhere(second)).toContainText("open in another tab", { timeout: START_MS });
    await openSheet(second, BLANK_SHEET);
    await expectCell(second, "A1", "first tab");
    await expectCell(page, "A1", "first tab");
    await expect(elsewhere(page)).toBeHidden();
  });

  test("swap when the user asks for it, with all that the first has not saved yet", async ({ page }) => {
    await openWorkbench(page);
    await openSheet(page, BLANK_SHEET);
    const second = await openAgain(page);
    await typeInto(page, "A1", "from the first");
    await editHere(second).click();
    await expect(elsewhere(page)).toContainText("in another tab now");
    await expect(saved(second)).toHaveText("Saved in this browser", { timeout: START_MS });
    await expect(elsewhere(second)).toBeHidden();
    await expectCell(second, "A1", "from the first");
    await typeInto(second, "A2", "from the second");
    await expect(saved(second)).toHaveText("Saved in this browser");
    await second.close();
    // The first has it back, with what the second did.
    await expect(saved(page)).toHaveText("Saved in this browser", { timeout: START_MS });
    await expectCell(page, "A1", "from the first");
    await expectCell(page, "A2", "from the second");
    await typeAndSave(page, "and on");
  });

  test("in a browser without locks stop saving once the other has saved", async ({ page }) => {
    const withoutLocks = () => Object.defineProperty(navigator, "locks", { value: undefined });
    await page.addInitScript(withoutLocks);
    await page.reload();
    await openWorkbench(page);
    const second = await page.context().newPage();
    await second.addInitScript(withoutLocks);
    await openWorkbench(second);
    await typeAndSave(second, "second tab");
    await typeInto(page, "B1", "lost, and says so");
    await expect(elsewhere(page)).toContainText("Your changes here since the last save are not saved.");
    await second.reload();
    await openSheet(second, BLANK_SHEET);
    await expectCell(second, "A1", "second tab");
  });
});

for (const [way, spoil] of [
  ["does not exist", () => void Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  [
    "never answers",
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
] as const) {
  test(`where the browser's database ${way}, the workbench starts, and says that nothing is kept`, async ({ browser, baseURL }) => {
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript(spoil);
    await openWorkbench(page);
    await expect(saved(page)).toContainText("Nothing is kept");
    await expect(cards(page)).toHaveCount(3);
    await openSheet(page, BLANK_SHEET);
    await typeInto(page, "A1", "still works");
    await expectCell(page, "A1", "still works");
    await expect(saved(page)).toContainText("Nothing is kept");
    expect(errors).toEqual([]);
    await context.close();
  });
}
