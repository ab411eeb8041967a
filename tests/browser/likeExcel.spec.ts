/** What a person who knows Excel expects of the workbench's grid and of the page around it. */
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { cellPoint, expectCell, goTo, openBlankSheet, openWorkbench, pane, typeInto } from "./grid";
import { button, openTab } from "./pane";

test.use({ goesOn: true });
test.beforeEach(({ page }) => openWorkbench(page));

/** Proposals of functions whose names begin so. */
const proposals = (page: Page, name: string) => page.locator("li").filter({ hasText: new RegExp(`^${name.replaceAll(".", "\\.")}`) });

/** Where the editor of the selected cell opens, px. */
async function editorPlace(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  await page.keyboard.press("F2");
  const editor = page.locator("#__editor___INTERNAL_EDITOR__DOCS_NORMAL");
  const place = () => editor.evaluate((each) => ({ x: each.getBoundingClientRect().x, y: each.getBoundingClientRect().y }));
  await expect.poll(async () => (await place()).x).toBeGreaterThan(0);
  const found = await place();
  await page.keyboard.press("Escape");
  return found;
}

/** Selects a cell as the add-in does when it shows one. */
async function show(page: Page, sheet: string, address: string): Promise<void> {
  const frame = page.frames().find((each) => new URL(each.url()).pathname === "/taskpane.html");
  await frame?.evaluate(
    ([name = "", cell]) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        worksheet.activate();
        worksheet.getRange(cell).select();
        await context.sync();
      }),
    [sheet, address],
  );
  await expect(page.locator("#grid [data-u-comp=defined-name] input")).toHaveValue(address);
}

test("Enter commits an unfinished name of a function as it was typed", async ({ page }) => {
  await openBlankSheet(page);
  await goTo(page, "A1");
  await page.keyboard.type("=TCO.GROW", { delay: 35 });
  await expect(proposals(page, "TCO.GROWTH.").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expectCell(page, "A1", "#NAME?");
  await expect(proposals(page, "TCO.GROWTH.")).toHaveCount(0);
});

test("a number that has no room is copied whole, whatever its cell shows", async ({ page }) => {
  await openBlankSheet(page);
  await typeInto(page, "A1", "123456789012");
  await expectCell(page, "A1", "123456789012");
});

test("Ctrl+F finds a text in the sheet", async ({ page }) => {
  await openBlankSheet(page);
  await typeInto(page, "C7", "needle");
  await goTo(page, "A1");
  await page.keyboard.press("Control+f");
  const find = page.getByPlaceholder("Find in this Sheet");
  await find.fill("needle");
  await find.press("Enter");
  await expect(page.getByText(/1\s*\/\s*1/)).toBeVisible();
  await find.press("Escape");
  await expect(find).toBeHidden();
});

test("an error says what was wrong in a card at its cell, and nothing on the page moves", async ({ page }) => {
  await openBlankSheet(page);
  const before = await page.locator("#grid").boundingBox();
  await typeInto(page, "B3", '=TCO.GROWTH.AT("many",10%,1)');
  await goTo(page, "B3");
  const card = page.getByRole("tooltip");
  await expect(card).toContainText("many");
  expect(await page.locator("#grid").boundingBox()).toEqual(before);
  const [beside, below] = [await cellPoint(page, 3, 3), await cellPoint(page, 4, 3)];
  const place = await card.boundingBox();
  expect(place?.x).toBeLessThan(beside.x);
  expect(place?.y).toBeLessThan(beside.y);
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeGreaterThan(below.y - 24);
  // Whoever edits the cell sees the cells around it.
  await page.keyboard.press("F2");
  await expect(card).toBeHidden();
  await page.keyboard.press("Escape");
  await goTo(page, "A1");
  await goTo(page, "B3");
  await expect(card).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test.describe("a cell that the add-in shows", () => {
  test.use({ goesOn: true });

  for (const [where, address] of [
    ["behind columns that are frozen", "K40"],
    ["far right of them", "N150"],
    ["near the top", "L8"],
  ] as const) {
    test(`is in view ${where}`, async ({ page }) => {
      // The first cell that is not frozen.
      await show(page, "Assumptions", "D6");
      const first = await editorPlace(page);
      await show(page, "Assumptions", address);
      const { x, y } = await editorPlace(page);
      const grid = await page.locator("#grid").boundingBox();
      expect(x).toBeGreaterThanOrEqual(first.x);
      expect(x).toBeLessThan((grid?.x ?? 0) + (grid?.width ?? 0) - 60);
      expect(y).toBeGreaterThanOrEqual(first.y);
      expect(y).toBeLessThan((grid?.y ?? 0) + (grid?.height ?? 0) - 60);
    });
  }
});

test("there is one row of the page above the grid", async ({ page }) => {
  const header = await page.locator("body > header").boundingBox();
  expect(header?.height).toBeLessThan(45);
});

test("what goes wrong can be copied for a report", async ({ page }) => {
  await openTab(page, "Inputs");
  const frame = page.frames().find((each) => new URL(each.url()).pathname === "/taskpane.html");
  await frame?.evaluate(() => {
    Excel.run = () => Promise.reject(Object.assign(new Error("The request failed."), { code: "GeneralException" }));
  });
  await openTab(page, "Home");
  await openTab(page, "Analyze");
  await expect(pane(page).getByRole("alert")).toContainText("The request failed.");
  await button(page, "Copy details").click();
  await expect(button(page, "Details copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Message: The request failed\.\nCode: GeneralException\nVersion: .*\nHost: Excel/s,
  );
  await page.reload();
});
