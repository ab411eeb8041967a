/** Formulas: functions found, filled, previewed and inserted. */

import { expect } from "vitest";
import { button, expectCell, field, goTo, heading, openBlankSheet, openTab, pane, report, testsOf, type, typeInto } from "./pane";

const test = testsOf({
  goesOn: true,
  begin: async (page) => {
    await openBlankSheet(page);
    await openTab(page, "Formulas");
    const back = button(page, "All functions");
    if (back.count() > 0) await back.click();
    await field(page, "Find a function").fill("");
  },
});

test("a function is found, filled from the selection, previewed and inserted", async ({ page }) => {
  await typeInto(page, "A1", "100");
  await typeInto(page, "A2", "0.1");
  await type(page, field(page, "Find a function"), "growth column per");
  await pane(page)
    .getByRole("button", { name: /^TCO\.GROWTH\.PROJECT/ })
    .click();
  await expect(heading(page, "TCO.GROWTH.PROJECT")).toBeFocused();
  await expect(pane(page).getByText("base is still missing.")).toBeVisible();
  await goTo(page, "A1");
  await pane(page).getByRole("button", { name: "Take Sheet1!A1 as base" }).click();
  await type(page, field(page, "rate"), "Sheet1!A2");
  await type(page, field(page, "periods (optional)"), "3");
  await expect(pane(page).locator(".preview code.formula")).toHaveText("=TCO.GROWTH.PROJECT(Sheet1!A1,Sheet1!A2,3)");
  await expect(pane(page).getByRole("region", { name: "Result" })).toContainText("110121133.1");
  await goTo(page, "C4");
  await expect(pane(page).getByText("into Sheet1!C4")).toBeVisible();
  const about = pane(page).getByRole("region", { name: "About it" });
  await expect(about).toContainText("=TCO.GROWTH.PROJECT(100, 0.1, 3)");
  await expect(about).toContainText("TCO.GROWTH.AT");
  await button(page, "Insert formula").click();
  await expect(report(page)).toContainText("The formula is in Sheet1!C4.");
  await typeInto(page, "C6", "=E4");
  await expectCell(page, "C6", "133.1");
});

test("the preview follows the cells that it reads, and says what a wrong argument is", async ({ page }) => {
  await typeInto(page, "A1", "100");
  await pane(page)
    .getByRole("button", { name: /^TCO\.GROWTH\.AT / })
    .click();
  await type(page, field(page, "base"), "Sheet1!A1");
  await type(page, field(page, "rate"), "10%");
  await type(page, field(page, "period"), "2");
  await expect(pane(page).getByRole("region", { name: "Result" })).toContainText("121");
  await typeInto(page, "A1", "200");
  await expect(pane(page).getByRole("region", { name: "Result" })).toContainText("242");
  await type(page, field(page, "rate"), "fast");
  await expect(pane(page).getByRole("region", { name: "Result" })).toContainText("#VALUE!");
  await expect(pane(page).getByText(/rate .*fast/)).toBeVisible();
});

test("a formula is never written over what stands there", async ({ page }) => {
  await typeInto(page, "B1", "mine");
  await pane(page)
    .getByRole("button", { name: /^TCO\.GROWTH\.PROJECT/ })
    .click();
  await type(page, field(page, "base"), "100");
  await type(page, field(page, "rate"), "0.1");
  await expect(pane(page).getByText("1 row, 5 columns.")).toBeVisible();
  await goTo(page, "A1");
  await button(page, "Insert formula").click();
  await expect(report(page)).toContainText("The result needs empty cells in");
  await expectCell(page, "B1", "mine");
  await expectCell(page, "A1", "");
});

test("the selected cell is explained: its functions, their arguments, and the error that it shows", async ({ page }) => {
  await typeInto(page, "A1", '=TCO.GROWTH.AT("many",10%,1)');
  await goTo(page, "A1");
  const cell = pane(page).getByRole("region", { name: "Sheet1!A1" });
  await expect(cell).toContainText("#VALUE!");
  await expect(cell).toContainText("many");
  await expect(cell.getByRole("heading", { name: "TCO.GROWTH.AT" })).toBeVisible();
  await button(page, "Open its form").click();
  await expect(field(page, "base")).toHaveValue("many");
  await expect(field(page, "rate")).toHaveValue("10%");
  await type(page, field(page, "base"), "100");
  await expect(pane(page).getByRole("region", { name: "Result" })).toContainText("110");
});

test("a scenario's name and a table are read as the grid reads them", async ({ page }) => {
  await pane(page)
    .getByRole("button", { name: /^TCO\.METRIC/ })
    .click();
  await type(page, field(page, "scenario"), "as.Base");
  await type(page, field(page, "metric"), "tco");
  await expect(pane(page).getByText("One cell.")).toBeVisible();
  const shown = await pane(page).getByRole("region", { name: "Result" }).textContent();
  await goTo(page, "A1");
  await button(page, "Insert formula").click();
  await expect(report(page)).toContainText("is in Sheet1!A1");
  await typeInto(page, "A2", "=ROUND(A1,0)");
  await expectCell(page, "A2", shown.replaceAll(",", ""));
  await goTo(page, "A1");
  await button(page, "All functions").click();
  await pane(page)
    .getByRole("button", { name: /^TCO\.GROWTH\.ACQUIRED/ })
    .click();
  await type(page, field(page, "deals"), "Deals");
  await type(page, field(page, "measure"), "volume");
  await type(page, field(page, "start"), "46388");
  await expect(pane(page).locator(".preview code.formula")).toContainText('IF(LEN(Deals[#All]),Deals[#All],"")');
  await expect(pane(page).getByText("1 row, 5 columns.")).toBeVisible();
  await expect(pane(page).getByRole("region", { name: "Result" })).not.toContainText("#");
});
