/** Inputs: values typed into the pane, and what stands in their way. */

import { describe, expect } from "vitest";
import {
  WAITING,
  asSomebodyElse,
  button,
  card,
  expectCell,
  field,
  figure,
  goTo,
  inputField,
  inputRow,
  openSheet,
  openTab,
  pane,
  report,
  testsOf,
  type,
  typeInto,
} from "./pane";
import type { Workbench } from "./workbench";

/** The row of demand.growth in the table of inputs, and the columns of the scenarios. */
const GROWTH = { base: "K15", growth: "L15" };

async function openInputs(page: Workbench, scenario = "Base"): Promise<void> {
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption(scenario);
  await field(page, "Search").fill("");
  await field(page, "Section").selectOption({ index: 0 });
}

describe("a value typed into Inputs", () => {
  const test = testsOf({ goesOn: true });

  test("that cannot be read stays as it was typed, says what is allowed and writes nothing", async ({ page }) => {
    await openInputs(page);
    await type(page, inputField(page, "demand.growth"), "lots");
    await page.keyboard.press("Enter");
    await expect(inputRow(page, "demand.growth").getByRole("alert")).toContainText('"lots" is not a number');
    await expect(inputField(page, "demand.growth")).toHaveValue("lots");
    await expect(inputField(page, "demand.growth")).toHaveAttribute("aria-invalid", "true");
    await openTab(page, "Home");
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.growth")).toHaveValue("lots");
    await inputField(page, "demand.growth").press("Escape");
    await expect(inputField(page, "demand.growth")).toHaveValue("2%");
    await openSheet(page, "Assumptions");
    await expectCell(page, GROWTH.base, "2.0%");
  });

  test("is undone by the pane", async ({ page }) => {
    await openInputs(page);
    await type(page, inputField(page, "demand.growth"), "7%");
    await page.keyboard.press("Enter");
    await expect(inputField(page, "demand.growth")).toHaveValue("7%");
    await button(page, "Undo").click();
    await expect(inputField(page, "demand.growth")).toHaveValue("2%");
    await expect(report(page)).toContainText("as it was before");
  });

  test("that begins like a formula stays text", async ({ page }) => {
    await openInputs(page);
    await type(page, inputField(page, "demand.volume_name"), "=1+1");
    await page.keyboard.press("Enter");
    await expect(report(page)).toContainText("=1+1");
    await expect(inputField(page, "demand.volume_name")).toHaveValue("=1+1");
    await openSheet(page, "Assumptions");
    await expectCell(page, "K13", "=1+1");
  });

  test("says how it is read while it is typed, with the units and words that people use", async ({ page }) => {
    await openInputs(page);
    await type(page, inputField(page, "shard.project_cost"), "1.2M");
    await expect(inputRow(page, "shard.project_cost")).toContainText("is read as 1,200,000");
    await page.keyboard.press("Tab");
    await expect(inputField(page, "shard.project_cost")).toHaveValue("1,200,000");
    await type(page, inputField(page, "data.tb"), "500 GB");
    await page.keyboard.press("Enter");
    await expect(inputField(page, "data.tb")).toHaveValue("0.5");
    await type(page, inputField(page, "plan.start"), "2027-04");
    await page.keyboard.press("Enter");
    await expect(inputField(page, "plan.start")).toHaveValue("Apr 1, 2027");
  });

  test("is written to its cell and changes Home", async ({ page }) => {
    const before = await figure(page, "Base", "tco.vertical").textContent();
    await openInputs(page);
    await type(page, inputField(page, "demand.growth"), "12%");
    await page.keyboard.press("Enter");
    await expect(report(page)).toContainText("Organic growth per year, Base: 12%");
    await openTab(page, "Home");
    await expect(figure(page, "Base", "tco.vertical")).not.toHaveText(before);
    await openSheet(page, "Assumptions");
    await expectCell(page, GROWTH.base, "12.0%");
  });
});

describe("a scenario's own values", () => {
  const test = testsOf({ goesOn: true });

  test("show where they come from, and their cell on the sheet", async ({ page }) => {
    await openInputs(page, "Growth");
    await inputRow(page, "demand.peak_to_mean").getByRole("button", { name: "About Peak load (times the average)" }).click();
    await expect(inputRow(page, "demand.peak_to_mean")).toContainText("Blecker et al.");
    await button(page, "Show on sheet").click();
    await expect.poll(() => page.sheet.selected(), WAITING).toBe("Assumptions!L20");
  });

  test("are found by words of their label, key or section", async ({ page }) => {
    await openInputs(page);
    await type(page, field(page, "Search"), "growth wage");
    await expect(pane(page).locator("[data-key]")).toHaveCount(1);
    await expect(inputRow(page, "staff.wage_growth")).toBeVisible();
    await field(page, "Search").fill("");
    await field(page, "Section").selectOption("Sharding");
    await expect(inputRow(page, "shard.project_cost")).toBeVisible();
    await expect(inputRow(page, "demand.growth")).toHaveCount(0);
  });

  test("are told from inherited ones, can be listed alone, and given back to Base", async ({ page }) => {
    await openInputs(page, "Growth");
    await expect(inputRow(page, "demand.growth")).toContainText("override; Base 2%");
    await expect(inputRow(page, "demand.volume")).toContainText("as in Base");
    await field(page, "Only what differs from Base").check();
    await expect(pane(page).getByText(/^5 of 1\d\d assumptions/)).toBeVisible();
    await inputRow(page, "demand.growth").getByRole("button", { name: "Reset Organic growth per year to Base" }).click();
    await expect(pane(page).getByText(/^4 of 1\d\d assumptions/)).toBeVisible();
    await openSheet(page, "Assumptions");
    await expectCell(page, GROWTH.growth, "");
    await openTab(page, "Home");
    await expect(figure(page, "Growth", "overrides")).toHaveText("4 values");
  });
});

describe("a cell that somebody else changes while one types", () => {
  const begin = async (page: Workbench) => {
    await openInputs(page);
    await type(page, inputField(page, "demand.growth"), "9%");
    await asSomebodyElse(page, "Assumptions", GROWTH.base, 0.03);
    await expect(inputRow(page, "demand.growth").getByRole("alert")).toContainText("the cell is now 3%");
    await expect(inputField(page, "demand.growth")).toHaveValue("9%");
  };
  const test = testsOf({ begin });

  test("keeps mine when I say so", async ({ page }) => {
    await button(page, "Keep mine").click();
    await expect(report(page)).toContainText("Base: 9%");
    await expectCell(page, GROWTH.base, "9.0%");
  });

  test("takes theirs when I say so", async ({ page }) => {
    await button(page, "Take theirs").click();
    await expect(inputField(page, "demand.growth")).toHaveValue("3%");
    await expectCell(page, GROWTH.base, "3.0%");
  });
});

describe("a cell that holds no plain number", () => {
  const test = testsOf({ goesOn: true });

  test("a choice is a list, and changes at once", async ({ page }) => {
    await openInputs(page);
    await inputRow(page, "plan.status").getByRole("combobox").selectOption("In review");
    await expect(report(page)).toContainText("In review");
    await openTab(page, "Home");
    await expect(card(page, "Base")).toContainText("In review");
  });

  test("a formula in a cell is replaced only when the user says so", async ({ page }) => {
    await openSheet(page, "Assumptions");
    await typeInto(page, GROWTH.base, "=0.01*4");
    await openInputs(page);
    await expect(inputField(page, "demand.growth")).toHaveValue("4%");
    await type(page, inputField(page, "demand.growth"), "6%");
    await page.keyboard.press("Enter");
    await expect(inputRow(page, "demand.growth").getByRole("alert")).toContainText("=0.01*4");
    await button(page, "Keep the formula").click();
    await expect(inputField(page, "demand.growth")).toHaveValue("4%");
    await type(page, inputField(page, "demand.growth"), "6%");
    await page.keyboard.press("Enter");
    await button(page, "Replace the formula").click();
    await goTo(page, GROWTH.base);
    await expectCell(page, GROWTH.base, "6.0%");
  });
});

/** As if a person began to type into a cell, and ended with Enter or Esc. */
describe("while a cell of the sheet is being edited", () => {
  const test = testsOf({ goesOn: true });
  const waiting = (page: Workbench) =>
    pane(page).getByText("Excel waits until the cell being edited is finished: press Enter or Esc in the sheet.");

  test("what the pane writes waits and says so, and arrives after the edit", async ({ page }) => {
    await openInputs(page);
    page.sheet.setEdited(true);
    await type(page, inputField(page, "demand.growth"), "9%");
    await page.keyboard.press("Enter");
    await expect(waiting(page)).toBeVisible();
    await expect(inputField(page, "demand.growth")).toHaveValue("9%");
    page.sheet.setEdited(false);
    await expect(waiting(page)).toBeHidden();
    await expect(report(page)).toContainText("Organic growth per year, Base: 9%");
    await expectCell(page, GROWTH.base, "9.0%");
  });
});
