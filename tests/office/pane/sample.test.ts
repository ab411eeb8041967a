/** The sample as Home shows it, and edits in the grid that Home follows. */

import { describe, expect } from "vitest";
import { WAITING, button, card, figure, openSheet, pane, testsOf, typeInto } from "./pane";

describe("the sample in a new workbook", () => {
  const test = testsOf({ goesOn: true });

  test("shows three scenarios with the costs of each architecture and the first shard of the central system", async ({ page }) => {
    for (const scenario of ["Base", "Growth", "Distributed"]) {
      for (const id of ["tco.vertical", "tco.horizontal", "tco.hybrid"])
        await expect(figure(page, scenario, id)).toHaveText(/^\$\d+\.\d\dM$/);
      await expect(figure(page, scenario, "shardDate")).toHaveText(/^[A-Z][a-z]{2} 20\d\d$/);
      await expect(card(page, scenario).getByText("lowest")).toHaveCount(1);
    }
    await expect(card(page, "Base")).toContainText("Chosen: Central");
    await expect(card(page, "Distributed")).toContainText("Chosen: Distributed");
  });

  test("holds no error in any figure and no error of the checks", async ({ page }) => {
    await expect(pane(page).locator("#pane")).not.toContainText("#");
    await expect(pane(page).locator(".check")).not.toContainText("error");
  });

  test("shows the cell on Compare where a figure stands", async ({ page }) => {
    await figure(page, "Growth", "npv.hybrid").click();
    await expect.poll(() => page.sheet.selected(), WAITING).toBe("Compare!E21");
  });
});

describe("an edit in the grid", () => {
  const test = testsOf({ goesOn: true });

  test("that is wrong is explained by the card and by the selected cell, and putting it right heals both", async ({ page }) => {
    await typeInto(page, "K15", "50");
    await expect(card(page, "Base")).toContainText(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
    await figure(page, "Base", "tco.horizontal").click();
    await expect(pane(page).getByRole("region", { name: "Selected cell" })).toContainText(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
    await openSheet(page, "Assumptions");
    await typeInto(page, "K15", "0.02");
    await expect(figure(page, "Base", "tco.horizontal")).toHaveText(/^\$/);
    await expect(card(page, "Base")).not.toContainText(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
  });

  test("of a header beside the table is a new scenario, which the pane offers to compare", async ({ page }) => {
    await typeInto(page, "N5", "Frugal");
    await button(page, "Add to the comparison").click();
    await expect(figure(page, "Frugal", "tco.vertical")).toHaveText(await figure(page, "Base", "tco.vertical").textContent());
  });

  test("of a figure's own cell is what Home shows: the pane computes nothing itself", async ({ page }) => {
    await openSheet(page, "Compare");
    await typeInto(page, "D16", "12340000");
    await expect(figure(page, "Base", "tco.vertical")).toHaveText("$12.34M");
    await expect(figure(page, "Growth", "tco.vertical")).not.toHaveText("$12.34M");
  });
});
