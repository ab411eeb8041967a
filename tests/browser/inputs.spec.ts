/** What is typed into the pane and into the grid at the same time, by real keys. */
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { cellPoint, expectCell, goTo, openBlankSheet, openSheet, pane, typeInto } from "./grid";
import { figure, inputField, openSample, openTab, report, field, type } from "./pane";

/** The cell of demand.growth of Base. */
const GROWTH = "K15";

async function openInputs(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Base");
}

test.use({ goesOn: true });

test.beforeEach(({ page }) => openSample(page));

test("a value typed into Inputs loses no key while the grid is being calculated", async ({ page }) => {
  await openInputs(page);
  await openSheet(page, "Assumptions");
  await typeInto(page, "K12", "900");
  await type(page, inputField(page, "demand.cpu_ms"), "123.456789");
  await expect(inputField(page, "demand.cpu_ms")).toHaveValue("123.456789");
  await page.keyboard.press("Enter");
  await expect(report(page)).toContainText("123.456789");
});

const waiting = (page: Page) =>
  pane(page).getByText("Excel waits until the cell being edited is finished: press Enter or Esc in the sheet.");

for (const [key, text, percent] of [
  ["Enter", "mine", "9"],
  ["Escape", "", "8"],
] as const) {
  test(`while a cell of the sheet is being edited, what the pane writes waits and says so, and arrives after ${key}`, async ({ page }) => {
    await openBlankSheet(page);
    await openInputs(page);
    await goTo(page, "B3");
    await page.keyboard.press("Escape");
    await page.keyboard.type("mine", { delay: 20 });
    await type(page, inputField(page, "demand.growth"), `${percent} %`);
    await page.keyboard.press("Enter");
    await expect(waiting(page)).toBeVisible();
    await expect(inputField(page, "demand.growth")).toHaveValue(`${percent} %`);
    const { x, y } = await cellPoint(page, 3, 2);
    await page.mouse.click(x, y);
    await page.keyboard.press(key);
    await expectCell(page, "B3", text);
    await expect(waiting(page)).toBeHidden();
    await expect(report(page)).toContainText(`Organic growth per year, Base: ${percent}%`);
    await openSheet(page, "Assumptions");
    await expectCell(page, GROWTH, `${percent}.0%`);
  });
}

test("an edit of an assumption in the grid changes Home by itself", async ({ page }) => {
  const total = figure(page, "Base", "tco.vertical");
  const before = await total.textContent();
  await goTo(page, GROWTH);
  await page.keyboard.type("0.2");
  await page.keyboard.press("Enter");
  await expect(total).not.toHaveText(before ?? "");
});
