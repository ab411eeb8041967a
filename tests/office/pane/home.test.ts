/** Home: scenarios with their figures, and what is done with them. */

import { describe, expect, vi } from "vitest";
import {
  asSomebodyElse,
  button,
  card,
  deleteSheet,
  expectCell,
  field,
  figure,
  inputField,
  openFromMenu,
  openSheet,
  openTab,
  pane,
  report,
  testsOf,
  type,
  typeInto,
} from "./pane";
import type { Workbench } from "./workbench";

const test = testsOf();

describe("the answer on Home", () => {
  const answer = (page: Workbench) => pane(page).getByRole("region", { name: /^(Too close|Stay|Choose|. ?No answer)/ });

  test("is that of Summary, for the scenario that is compared with Base", async ({ page }) => {
    await expect(answer(page)).toContainText("Distributed");
    await expect(answer(page)).toContainText("Too close to call: all three are within 2.7% (present value).");
    await expect(answer(page)).toContainText("Next: Enter what runs today");
    await button(page, "Show on Summary").click();
    await vi.waitFor(() => expect(page.sheet.selected()).toBe("Summary!A5"));
  });

  test("says that a date has passed on the day by which the workbook judges, as Summary does", async ({ page }) => {
    await openTab(page, "Inputs");
    await type(page, inputField(page, "plan.as_of"), "2030-01-01");
    await page.keyboard.press("Enter");
    await openTab(page, "Home");
    const words = "Overdue: these numbers assume a move from Jan 2027. Set a new plan start.";
    await expect(answer(page)).toContainText(words);
    await openSheet(page, "Summary");
    await expectCell(page, "A7", words);
  });

  test("follows what runs today, and names an invalid input in its place", async ({ page }) => {
    // K11 is what runs today in Base, K12 its business volume.
    await typeInto(page, "K11", "vertical");
    await expect(answer(page)).toContainText(/Stay with Central: it costs \$1\.4M less than Distributed \(3\.6%, present value\)\./);
    await expect(answer(page)).toContainText("Start the split by Jan 2028.");
    await typeInto(page, "K12", "-5");
    await expect(answer(page)).toContainText(/No answer: .*-5/);
    await expect(answer(page)).toContainText("Fix it in Assumptions.");
  });
});

describe("a scenario on Home", () => {
  const test = testsOf({ goesOn: true });

  test("shows its difference to Base in sign and words, its own values and when the distributed system pays back", async ({ page }) => {
    await expect(figure(page, "Growth", "toBase")).toHaveText(/^\s*\+\$\d+\.\d\dM to Base adverse\s*$/);
    await expect(figure(page, "Distributed", "toBase")).toHaveText(/^\s*\+\$\d+K to Base adverse\s*$/);
    await expect(figure(page, "Growth", "overrides")).toHaveText("5 values");
    await expect(figure(page, "Base", "breakEven")).toHaveText("not within the plan");
    await expect(figure(page, "Base", "toBase")).toHaveCount(0);
  });

  test("is archived: kept in the workbook, not compared, and brought back", async ({ page }) => {
    await card(page, "Growth").getByRole("button", { name: "More about Growth" }).click();
    await button(page, "Archive").click();
    await expect(card(page, "Growth")).toHaveCount(0);
    await openTab(page, "Compare");
    await expect(pane(page).locator("#from-scenario option")).toHaveText(["Base", "Distributed"]);
    await openSheet(page, "Assumptions");
    await expectCell(page, "L6", "Archived");
    await openTab(page, "Home");
    await pane(page).getByText("Archived: 1").click();
    await button(page, "Compare again").click();
    await expect(card(page, "Growth")).toBeVisible();
    await expectCell(page, "L6", "Draft");
  });

  test("is duplicated with its own values, and has its place in the comparison", async ({ page }) => {
    await card(page, "Growth").getByRole("button", { name: "More about Growth" }).click();
    await button(page, "Duplicate").click();
    await expect(field(page, "Name of the copy of Growth")).toHaveValue("Growth copy");
    await expect(field(page, "Name of the copy of Growth")).toBeFocused();
    await type(page, field(page, "Name of the copy of Growth"), "Wages +8 %");
    await page.keyboard.press("Enter");
    await expect(report(page)).toContainText("Wages +8 % was added");
    const total = await figure(page, "Growth", "tco.vertical").textContent();
    await expect(figure(page, "Wages +8 %", "tco.vertical")).toHaveText(total);
    await expect(figure(page, "Wages +8 %", "overrides")).toHaveText("5 values");
    await openSheet(page, "Compare");
    await expectCell(page, "G13", "Wages +8 %");
  });

  test("that is new inherits everything from Base", async ({ page }) => {
    await button(page, "New scenario").click();
    await page.keyboard.type("Lean");
    await page.keyboard.press("Enter");
    await expect(figure(page, "Lean", "tco.vertical")).toHaveText(await figure(page, "Base", "tco.vertical").textContent());
    await expect(figure(page, "Lean", "overrides")).toHaveText("0 values");
    await expect(figure(page, "Lean", "toBase")).toHaveText("as Base");
    await expect(report(page)).toContainText("Lean was added");
  });

  test("is renamed, and keeps its figures", async ({ page }) => {
    const total = await figure(page, "Growth", "tco.vertical").textContent();
    await card(page, "Growth").getByRole("button", { name: "More about Growth" }).click();
    await button(page, "Rename").click();
    await type(page, field(page, "New name of Growth"), "Distributed");
    await page.keyboard.press("Enter");
    await expect(pane(page).getByRole("alert")).toContainText('There is a column "Distributed" already.');
    await type(page, field(page, "New name of Growth"), "Expansion");
    await button(page, "Rename").last().click();
    await expect(figure(page, "Expansion", "tco.vertical")).toHaveText(total);
    await expect(card(page, "Growth")).toHaveCount(0);
  });
});

describe("a new scenario", () => {
  test("is not added over cells of the user's own, and the name is kept to try again", async ({ page }) => {
    await asSomebodyElse(page, "Assumptions", "N40", "mine");
    await button(page, "New scenario").click();
    await page.keyboard.type("Lean");
    await page.keyboard.press("Enter");
    await expect(report(page)).toContainText("isn't empty");
    await expect(field(page, "Name of the new scenario")).toHaveValue("Lean");
    await openSheet(page, "Assumptions");
    await expectCell(page, "N5", "");
    await expectCell(page, "N40", "mine");
  });
});

describe("a damaged model", () => {
  test("says what is missing, shows the rest, and is repaired", async ({ page }) => {
    const total = await figure(page, "Base", "tco.vertical").textContent();
    await deleteSheet(page, "Compare");
    await expect(pane(page).getByText("The sheet Compare is missing.")).toBeVisible();
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.growth")).toHaveValue("2%");
    await openFromMenu(page, "Repair");
    await expect(pane(page).getByRole("listitem").filter({ hasText: "The sheet Compare is missing." })).toBeVisible();
    await pane(page)
      .getByRole("action", { name: /Repair \d+ item/ })
      .click();
    await expect(pane(page).getByText("Nothing of the model is damaged.")).toBeVisible();
    await openTab(page, "Home");
    await expect(figure(page, "Base", "tco.vertical")).toHaveText(total);
  });
});
