/** The first minutes in a workbook without a model. */

import { describe, expect } from "vitest";
import { button, field, figure, inputField, openTab, pane, testsOf, type } from "./pane";
import { openEmpty } from "./workbench";

const test = testsOf({ open: openEmpty });

describe("a workbook without a model", () => {
  test("asks five questions, shows what it would write, and answers", async ({ page }) => {
    await expect(field(page, "1. How many sites are there today?")).toHaveValue("3");
    await type(page, field(page, "1. How many sites are there today?"), "2");
    await type(page, field(page, "2. How much business runs on the system today?"), "1.5k");
    await field(page, "It counts").selectOption("staffed beds");
    await type(page, field(page, "3. How fast does it grow in a year, without acquisitions?"), "15%");
    await field(page, "5. Which database product?").selectOption("sql-server-enterprise");
    await button(page, "See what will be written").click();
    await expect(pane(page).getByRole("listitem").filter({ hasText: "Assumptions: table Inputs" })).toBeVisible();
    await button(page, "Insert").click();
    await expect(figure(page, "Base", "tco.vertical")).toHaveText(/^\$/);
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.volume")).toHaveValue("1,500");
    await expect(inputField(page, "horizontal.regions")).toHaveValue("2");
    await expect(inputField(page, "license.sql-server-enterprise.price")).toHaveValue("15,123");
    await expect(inputField(page, "demand.tps_per_volume")).toHaveValue("0.5");
  });

  test("keeps an answer that cannot be read, says why, and offers nothing to write until it can", async ({ page }) => {
    await type(page, field(page, "3. How fast does it grow in a year, without acquisitions?"), "fast");
    await expect(pane(page).getByRole("alert")).toContainText('"fast" is not a number');
    await expect(button(page, "See what will be written")).toHaveAttribute("disabled");
    await field(page, "5. Which database product?").selectOption("other");
    await expect(pane(page).getByText("Name the database")).toBeVisible();
  });

  test("takes the sample, an empty model or plain formulas instead, and writes after it has said what", async ({ page }) => {
    await expect(pane(page).getByText("=TCO.")).toBeVisible();
    await button(page, "Start with the sample").click();
    await expect(pane(page).getByRole("heading", { name: "Insert the sample" })).toBeFocused();
    await button(page, "Cancel").click();
    await button(page, "Insert an empty model").click();
    await expect(pane(page).getByRole("listitem").filter({ hasText: "Assumptions: table Inputs" })).toBeVisible();
    await button(page, "Insert").click();
    await expect(figure(page, "Base", "tco.vertical")).toHaveText(/^\$/);
  });

  test("is not written into while a sheet of that name is the user's own", async ({ page }) => {
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Compare");
      sheet.getRange("A1").values = [["mine"]];
      await context.sync();
    });
    await button(page, "Insert an empty model").click();
    await expect(pane(page).getByText('The sheet "Compare" has contents already.')).toBeVisible();
    await expect(button(page, "Insert")).toHaveCount(0);
  });
});
