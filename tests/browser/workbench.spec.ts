import { expect, test } from "./test";
import {
  BLANK_SHEET,
  cardTexts,
  cards,
  cellPoint,
  expectCell,
  goTo,
  insertRowAbove,
  openBlankSheet,
  openSheet,
  openWorkbench,
  ribbonButton,
  START_MS,
  typeInto,
} from "./grid";
import type { Request } from "@playwright/test";
import { addByRibbon, findingsAround, LIBRARY } from "./pane";

const INPUTS_SHEET = "Assumptions";

test.beforeEach(({ page }) => openWorkbench(page));

test.describe("a formula", () => {
  test.use({ goesOn: true });
  test.beforeEach(({ page }) => openBlankSheet(page));

  test("typed into a cell is calculated by the add-in's functions", async ({ page }) => {
    await typeInto(page, "A1", "=TCO.GROWTH.AT(100,10%,2)");
    await expectCell(page, "A1", "121");
    await typeInto(page, "A2", "=SUM(TCO.GROWTH.PROJECT(100,0.1,3))");
    await expectCell(page, "A2", "364.1");
  });

  test("is taken as typed, even while the list of proposals lags behind the keys", async ({ page }) => {
    const proposals = page.locator("li").filter({ hasText: /^TCO\./ });
    await goTo(page, "A1");
    await page.keyboard.type("=TCO.", { delay: 35 });
    await expect(proposals.first()).toBeVisible();
    await page.keyboard.type("GROWTH.AT(100,10%,2)");
    await page.keyboard.press("Enter");
    await expectCell(page, "A1", "121");
  });

  test("is completed with the proposal that Tab takes", async ({ page }) => {
    await goTo(page, "A1");
    await page.keyboard.type("=TCO.GROWTH.A", { delay: 35 });
    await expect(
      page
        .locator("li")
        .filter({ hasText: /^TCO\.GROWTH\.A/ })
        .first(),
    ).toBeVisible();
    await expect(page.locator("li").filter({ hasText: /^TCO\.ARCHITECTURES/ })).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(page.locator("li").filter({ hasText: /^TCO\./ })).toHaveCount(0);
    // One looks where the caret stands now before typing on; it is painted, so nothing in the page says it.
    await page.waitForTimeout(1000);
    await page.keyboard.type("100,10%,2)", { delay: 35 });
    await page.keyboard.press("Enter");
    await expectCell(page, "A1", "121");
  });

  test("names its arguments while they are typed, and says what each may be", async ({ page }) => {
    await goTo(page, "A1");
    await page.keyboard.type("=TCO.CAPACITY.SHARDDATE(", { delay: 35 });
    const help = page.locator("[data-u-comp=rect-popup]");
    await expect(help).toContainText("TCO.CAPACITY.SHARDDATE(scenario,[return],[if_none])");
    await expect(help).toContainText('One of "date", "decision", "year", "month", "volume", "tb", "dimension", "infeasible".');
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  });

  test("follows the cells that it reads", async ({ page }) => {
    await typeInto(page, "A1", "100");
    await typeInto(page, "B1", "=TCO.GROWTH.AT(A1,10%,2)");
    await expectCell(page, "B1", "121");
    await typeInto(page, "A1", "200");
    await expectCell(page, "B1", "242");
  });

  test("with a structured reference leaves the commas of later formulas as they are", async ({ page }) => {
    await typeInto(page, "A1", '=TCO.GROWTH.ACQUIRED(Deals[#All],"sites",DATE(2027,1,1),1)');
    await expectCell(page, "A1", "1");
    await typeInto(page, "A2", "=TCO.GROWTH.AT(100,10%,2)");
    await expectCell(page, "A2", "121");
  });

  test("spills into the cells beside it, which other formulas read", async ({ page }) => {
    await typeInto(page, "A1", "=TCO.GROWTH.PROJECT(100,0.1,3)");
    await typeInto(page, "A3", "=C1");
    await expectCell(page, "A3", "133.1");
  });

  test("has its spill searched as it is now, whatever it was before", async ({ page }) => {
    await typeInto(page, "A1", "2");
    await typeInto(page, "B1", "=SEQUENCE(3)*A1");
    await typeInto(page, "D1", "=COUNTIF(B1:B3,4)");
    await typeInto(page, "D2", "=XLOOKUP(6,B1:B3,SEQUENCE(3),0)");
    await typeInto(page, "D3", "=COUNTIF(B1:B3,0)");
    for (const [factor, found] of [
      ["2", ["1", "3", "0"]],
      ["4", ["1", "0", "0"]],
      ["0", ["0", "0", "3"]],
      ["3", ["0", "2", "0"]],
    ] as const) {
      await typeInto(page, "A1", factor);
      for (const [index, text] of found.entries()) await expectCell(page, `D${String(index + 1)}`, text);
    }
  });

  test("whose spill meets another shows #SPILL!, and the other stays", async ({ page }) => {
    await typeInto(page, "B1", "=TRANSPOSE(TCO.GROWTH.PROJECT(200,0.1,3))");
    await expectCell(page, "B1", "220");
    await typeInto(page, "A2", "=TCO.GROWTH.PROJECT(100,0.1,3)");
    await expectCell(page, "A2", "#SPILL!");
    await typeInto(page, "D1", "=B2+B3");
    await expectCell(page, "D1", "508.2");
  });

  test("whose spill meets content shows #SPILL! until the content is gone", async ({ page }) => {
    await typeInto(page, "C1", "taken");
    await typeInto(page, "A1", "=TCO.GROWTH.PROJECT(100,0.1,3)");
    await expectCell(page, "A1", "#SPILL!");
    await expectCell(page, "C1", "taken");
    await goTo(page, "C1");
    await page.keyboard.press("Delete");
    await expectCell(page, "A1", "110");
  });

  test("that fails leaves the other cells as they are", async ({ page }) => {
    await typeInto(page, "A1", "=TCO.GROWTH.AT(100,10%,1)");
    await typeInto(page, "A2", '=TCO.GROWTH.AT("many",10%,1)');
    await expectCell(page, "A2", "#VALUE!");
    await expectCell(page, "A1", "110");
  });
});

test.describe("an error", () => {
  test.use({ goesOn: true });
  test.beforeEach(async ({ page }) => {
    await openBlankSheet(page);
    await typeInto(page, "B3", '=TCO.GROWTH.AT("many",10%,1)');
    await expectCell(page, "B3", "#VALUE!");
  });

  test("says what was wrong while the mouse is over its cell, until Escape or the mouse leaves", async ({ page }) => {
    await typeInto(page, "D8", '=TCO.GROWTH.AT(100,"fast",1)');
    await expectCell(page, "D8", "#VALUE!");
    const card = page.getByRole("tooltip");
    const [cell, other, blank] = [await cellPoint(page, 3, 2), await cellPoint(page, 8, 4), await cellPoint(page, 12, 6)];
    await page.mouse.move(cell.x, cell.y, { steps: 3 });
    await expect(card).toContainText("many");
    await expect(page.getByText("Error in value")).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    // The other cell's card is the sign that the grid has seen the mouse leave: it follows the mouse with a delay.
    await page.mouse.move(other.x, other.y, { steps: 3 });
    await expect(card).toContainText("fast");
    await page.mouse.move(cell.x, cell.y, { steps: 3 });
    await expect(card).toContainText("many");
    await page.mouse.move(blank.x, blank.y, { steps: 3 });
    await expect(card).toBeHidden();
  });

  test("tells a screen reader what was wrong while its cell is selected", async ({ page }) => {
    await goTo(page, "B3");
    await expect(page.getByRole("status").first()).toContainText("B3: base");
    await goTo(page, "B4");
    await expect(page.getByRole("status").first()).not.toContainText("base");
  });
});

test.describe("a browser that has kept nothing", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("opens the sample, which Ctrl+Z leaves as it is; after an edit it takes back that edit alone", async ({ page }) => {
    await openWorkbench(page);
    await expect(cards(page)).toHaveCount(3);
    const before = await cardTexts(page);
    const tabs = page.locator("#grid [role=tab]");
    const names = await tabs.allInnerTexts();
    await openSheet(page, INPUTS_SHEET);
    await goTo(page, "K12");
    for (const key of ["Control+z", "Control+z", "Control+y"]) await page.keyboard.press(key);
    await expectCell(page, "K12", "800");
    expect(await tabs.allInnerTexts()).toEqual(names);
    expect(await cardTexts(page)).toEqual(before);
    await typeInto(page, "K12", "1600");
    await expect.poll(() => cardTexts(page)).not.toEqual(before);
    for (const key of ["Control+z", "Control+z"]) await page.keyboard.press(key);
    await expectCell(page, "K12", "800");
    await expect.poll(() => cardTexts(page)).toEqual(before);
    expect(await tabs.allInnerTexts()).toEqual(names);
  });
});

test.describe("the sample's tables", () => {
  test.use({ goesOn: true });
  test.beforeEach(({ page }) => openSheet(page, INPUTS_SHEET));

  test("keep every figure when a scenario's header is renamed", async ({ page }) => {
    const before = await cardTexts(page);
    await expectCell(page, "L5", "Growth");
    await typeInto(page, "L5", "Expansion");
    await expect(cards(page).nth(1)).toContainText("Expansion");
    await expect.poll(() => cardTexts(page)).toEqual(before.map((text) => text.replaceAll("Growth", "Expansion")));
    await page.keyboard.press("Control+z");
    await expect.poll(() => cardTexts(page)).toEqual(before);
  });

  test("take in a row that is typed below them, and give a new column back on undo", async ({ page }) => {
    await openSheet(page, BLANK_SHEET);
    await typeInto(page, "A1", "=COLUMNS(Inputs)");
    await typeInto(page, "A2", "=ROWS(Deals)");
    await expectCell(page, "A1", "13");
    await expectCell(page, "A2", "7");
    await openSheet(page, "Acquisitions");
    await typeInto(page, "A13", "Lakeside");
    await openSheet(page, INPUTS_SHEET);
    await typeInto(page, "N5", "Lean");
    await openSheet(page, BLANK_SHEET);
    await expectCell(page, "A1", "14");
    await expectCell(page, "A2", "8");
    await openSheet(page, INPUTS_SHEET);
    await goTo(page, "A1");
    await page.keyboard.press("Control+z");
    await openSheet(page, BLANK_SHEET);
    await expectCell(page, "A1", "13");
  });

  test("take in a header that is typed beside them, and the ribbon gives it its place", async ({ page }) => {
    const before = await cardTexts(page);
    await typeInto(page, "N5", "Lean");
    await typeInto(page, "N12", "400");
    await addByRibbon(page);
    await expect(cards(page)).toHaveCount(4);
    await expect(cards(page).nth(3)).toContainText("Lean");
    await expect.poll(async () => (await cardTexts(page)).slice(0, 3)).toEqual(before);
  });

  test("are read at their new place after a row is inserted above them", async ({ page }) => {
    const before = await cardTexts(page);
    await expectCell(page, "B12", "demand.volume");
    await insertRowAbove(page, 4);
    await expectCell(page, "B13", "demand.volume");
    await expect.poll(() => cardTexts(page)).toEqual(before);
    await typeInto(page, "K13", "1600");
    await expect.poll(() => cardTexts(page)).not.toEqual(before);
    await typeInto(page, "K13", "800");
    await expect.poll(() => cardTexts(page)).toEqual(before);
  });
});

test.describe("the workbook", () => {
  test("survives a reload, with its tables and what was typed", async ({ page }) => {
    const before = await cardTexts(page);
    await openSheet(page, BLANK_SHEET);
    await typeInto(page, "A1", "=ROWS(Deals)");
    await expectCell(page, "A1", "7");
    await openSheet(page, INPUTS_SHEET);
    await typeInto(page, "J12", "counted twice");
    await expect(page.getByText("Saved in this browser")).toBeVisible();
    await page.reload();
    await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: START_MS });
    await expect.poll(() => cardTexts(page)).toEqual(before);
    // The sheet on which it was left.
    await expectCell(page, "J12", "counted twice");
    await typeInto(page, "L5", "Expansion");
    await expect(cards(page).nth(1)).toContainText("Expansion");
    await openSheet(page, BLANK_SHEET);
    await expectCell(page, "A1", "7");
  });

  test("is thrown away only after a question", async ({ page }) => {
    await openSheet(page, BLANK_SHEET);
    await typeInto(page, "A1", "mine");
    await expectCell(page, "A1", "mine");
    await ribbonButton(page, "Start over").click();
    const dialog = page.getByRole("dialog", { name: "Start over?" });
    await dialog.getByRole("button", { name: "Keep the workbook" }).click();
    await expect(dialog).toBeHidden();
    await expectCell(page, "A1", "mine");
    await ribbonButton(page, "Start over").click();
    await dialog.getByRole("button", { name: "Start over with the sample" }).click();
    await expect(ribbonButton(page, "Refresh")).toBeHidden();
    await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: START_MS });
    await openSheet(page, BLANK_SHEET);
    await expectCell(page, "A1", "");
    await expect(cards(page)).toHaveCount(3);
  });
});

test.describe("the page", () => {
  test.use({ goesOn: true });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`has no finding of axe in ${colorScheme} colors, nor do its dialogs`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      expect(await findingsAround(page)).toEqual([]);
      await page.getByRole("button", { name: "Load the add-in into Excel" }).click();
      expect(await findingsAround(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await ribbonButton(page, "Start over").click();
      expect(await findingsAround(page)).toEqual([]);
      await page.keyboard.press("Escape");
    });
  }

  test("says that it is in place of Excel, and how to load the add-in into Excel", async ({ page }) => {
    await expect(page.getByText("Workbench: a spreadsheet in place of Excel.")).toBeVisible();
    await page.getByRole("button", { name: "Load the add-in into Excel" }).click();
    await expect(page.getByRole("dialog")).toContainText("npm run excel");
    await page.keyboard.press("Escape");
  });

  test("lets arrow keys set the width of the pane between 300 and 640 pixels", async ({ page }) => {
    const splitter = page.getByRole("separator", { name: "Width of the pane" });
    const width = async () => (await page.locator("#pane").boundingBox())?.width;
    await splitter.focus();
    expect(await width()).toBe(350);
    await page.keyboard.press("Home");
    expect(await width()).toBe(300);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(320);
    await expect(splitter).toHaveAttribute("aria-valuenow", "320");
    await page.keyboard.press("End");
    expect(await width()).toBe(640);
  });

  test("hides and shows the pane", async ({ page }) => {
    await ribbonButton(page, "Pane").click();
    await expect(page.locator("#pane")).toBeHidden();
    await ribbonButton(page, "Pane").click();
    await expect(page.locator("#pane")).toBeVisible();
  });
});

test.describe("a page that opens", () => {
  test("asks no address but its own and Microsoft's for office.js, which this machine answers", async ({ page, baseURL }) => {
    const asked: Request[] = [];
    page.on("request", (request) => asked.push(request));
    await page.reload();
    await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: START_MS });
    expect(asked.length).toBeGreaterThan(5);
    const outside = asked.filter((request) => !request.url().startsWith(baseURL ?? "") && !/^(data|blob):/.test(request.url()));
    expect(outside.map((request) => request.url())).toEqual(LIBRARY);
    const answers = await Promise.all(outside.map((request) => request.response()));
    expect(answers.map((answer) => answer?.fromServiceWorker())).toEqual(LIBRARY.map(() => true));
  });
});
