/** The workbench in a browser whose language writes a decimal comma: cells as in Excel of that language, beside a pane that does the same. */
import { expect } from "@playwright/test";
import { expectCell, goTo, openWorkbench, typeInto } from "./grid";
import { PLACE, test } from "./test";

test("numbers are shown, edited and read with the signs of the language", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ ...PLACE, locale: "de-DE", ...(baseURL === undefined ? {} : { baseURL }) });
  const page = await context.newPage();
  await openWorkbench(page);
  await page.locator("#grid [role=tab]", { hasText: "Sheet1" }).click();
  for (const [address, typed, shown] of [
    ["A1", "1234,5", "1234,5"],
    ["A2", "3,8 %", "3,80%"],
    ["A3", "1.234", "1.234"],
    ["A4", "=A1*2", "2469"],
    ["A5", "=A3/8", "154,25"],
    ["A6", "0.5", "0,5"],
  ] as const) {
    await typeInto(page, address, typed);
    await expectCell(page, address, shown);
  }
  // Opened and closed without a change, a cell keeps its number.
  for (const address of ["A1", "A2", "A3", "A6"]) {
    await goTo(page, address);
    await page.keyboard.press("F2");
    await page.keyboard.press("Enter");
  }
  await typeInto(page, "B1", "=A1+A3+A6*1000+A2*1000");
  await expectCell(page, "B1", /^3006,5/);
  await context.close();
  expect(page.isClosed()).toBe(true);
});
