/** Compare: two sides, by component, year and pool, and the report. */

import { describe, expect } from "vitest";
import { WAITING, button, expectCell, field, figure, openBlankSheet, openSheet, openTab, pane, report, testsOf, typeInto } from "./pane";
import type { Workbench } from "./workbench";

function difference(page: Workbench, item: string) {
  return pane(page).getByRole("row", { name: new RegExp(`^${item}`) });
}

describe("two sides", () => {
  const test = testsOf({ goesOn: true });

  test("that are two architectures of a scenario are compared by component, and the total is that of Home", async ({ page }) => {
    const [vertical, horizontal] = [
      await figure(page, "Base", "tco.vertical").textContent(),
      await figure(page, "Base", "tco.horizontal").textContent(),
    ];
    await openTab(page, "Compare");
    await expect(difference(page, "total")).toContainText(vertical);
    await expect(difference(page, "total")).toContainText(horizontal);
    await expect(pane(page).getByText(/Base, horizontal costs \$[\d.]+[KM] more than Base, vertical over the plan\./)).toBeVisible();
    await expect(pane(page).getByText("It doesn't break even within the plan.")).toBeVisible();
    await expect(difference(page, "Salaries")).toContainText(/\+\$\d+\.\d\dM\s*adverse/);
    await expect(pane(page).getByText("Assumptions that differ: 1")).toBeVisible();
  });

  test("that are any two scenarios are compared, by year and pool too, and the other way round", async ({ page }) => {
    await openTab(page, "Compare");
    await pane(page).locator("#to-scenario").selectOption("Growth");
    await pane(page).locator("#to-architecture").selectOption("");
    await pane(page).locator("#from-architecture").selectOption("");
    await expect(pane(page).getByText(/^\s*Growth costs .* more than Base over the plan\./)).toBeVisible();
    await expect(pane(page).getByText("Assumptions that differ: 5")).toBeVisible();
    await field(page, "Split by").selectOption("year");
    await expect(difference(page, "year 1")).toBeVisible();
    await expect(difference(page, "year 5")).toBeVisible();
    await field(page, "Split by").selectOption("pool");
    await expect(difference(page, "Staffing")).toBeVisible();
    await button(page, "Swap sides").click();
    await expect(pane(page).getByText(/^\s*Base costs .* less than Growth over the plan\./)).toBeVisible();
  });
});

/** Figures of a row in a table of the pane, by the table's name. */
function figuresOf(page: Workbench, table: string, row: string) {
  return pane(page)
    .getByRole("region", { name: table, exact: true })
    .getByRole("row")
    .filter({ has: (found) => found.getByRole("rowheader", { name: row, exact: true }) })
    .getByRole("cell");
}

describe("what each side costs per year and needs of servers", () => {
  const test = testsOf({ goesOn: true });

  test("is drawn for both, said in a sentence each, and named where servers change", async ({ page }) => {
    await openTab(page, "Compare");
    for (const side of ["Base, vertical", "Base, horizontal"])
      for (const title of ["Cost per year by cost pool", "Demand against capacity"])
        await expect(pane(page).getByRole("img", { name: `${title}: ${side}. ${side}: ` })).toBeVisible();
    await expect(
      pane(page).getByText(/^Base, vertical: the largest part is .* \(\d+%\), the most expensive year 20\d\d with \$[\d.]+M\.$/),
    ).toBeVisible();
    await expect(
      pane(page).getByText(/^Base, vertical: Shard data TB, \d+% of capacity needed at the end; first shard in \w+ 20\d\d\.$/),
    ).toBeVisible();
    await pane(page).getByText("Base, vertical: what changes when").click();
    await expect(pane(page).getByText(/^\w+ 20\d\d: 3 shards \(shard data\)/)).toBeVisible();
    await pane(page).getByText("Base, vertical by pool and cost line").click();
    await expect(figuresOf(page, "Base, vertical by cost line", "Salaries").first()).toHaveText(/^\$/);
  });

  test("is what the sheet Charts draws", async ({ page }) => {
    await openTab(page, "Compare");
    // The sheet's pickers name Distributed: its cost as it proposes, its capacity as a central system.
    await pane(page).locator("#from-scenario").selectOption("Distributed");
    await pane(page).locator("#from-architecture").selectOption("vertical");
    await pane(page).locator("#to-scenario").selectOption("Distributed");
    await pane(page).locator("#to-architecture").selectOption("");
    await pane(page).getByText("Distributed by pool and cost line").click();
    await pane(page).getByText("Distributed, vertical: what changes when").click();
    const staffing = await figuresOf(page, "Distributed by pool", "Staffing").first().textContent();
    const year = figuresOf(page, "Distributed, vertical, Shard data TB", "Dec 2028");
    await expect(year.first()).toBeVisible();
    const [need = "", capacity = ""] = year.texts();
    await openSheet(page, "Charts");
    await expectCell(page, "A51", "Staffing");
    await expect.poll(async () => inMillions(await page.sheet.text("E51")), WAITING).toBe(staffing);
    // What a formula spills is read by another: copying gives the cell of the formula alone.
    await openBlankSheet(page);
    for (const [address, formula, shown] of [
      ["A1", "=Charts!A103", "2028-12"],
      ["A2", "=ROUND(Charts!AA103,1)", String(Number(Number(need).toFixed(1)))],
      ["A3", "=ROUND(Charts!AB103,1)", String(Number(Number(capacity).toFixed(1)))],
    ] as const) {
      await typeInto(page, address, formula);
      await expectCell(page, address, shown);
    }
  });
});

/** An amount of the sheet, such as 1,234,567, as the pane shows it in short. */
function inMillions(text: string): string {
  return `$${(Number(text.replaceAll(",", "")) / 1e6).toFixed(2)}M`;
}

describe("a workbook that changes", () => {
  const test = testsOf({ goesOn: true });

  test("a comparison follows an edit in the grid", async ({ page }) => {
    await openTab(page, "Compare");
    await expect(difference(page, "total")).toBeVisible();
    const before = await difference(page, "total").textContent();
    await openSheet(page, "Assumptions");
    await typeInto(page, "K15", "0.2");
    await expect(difference(page, "total")).not.toHaveText(before);
  });

  test("the report stands on a sheet of its own, in live formulas, with room for comments", async ({ page }) => {
    await openTab(page, "Compare");
    await expect(difference(page, "total")).toBeVisible();
    await button(page, "Insert report").click();
    await expect(report(page)).toContainText("The sheet Report 1 compares Base, vertical with Base, horizontal");
    await expectCell(page, "A1", "From Base, vertical to Base, horizontal");
    await expectCell(page, "A6", "Cost line");
    await expectCell(page, "A7", "Server purchases");
    await expectCell(page, "H6", "Commentary");
    await typeInto(page, "O7", "=J7");
    await expectCell(page, "O7", "plan.architecture");
    await typeInto(page, "H7", "Renegotiate in May");
    await typeInto(page, "O8", "=SUM(C7:C40)");
    const before = await page.sheet.text("O8");
    await openSheet(page, "Assumptions");
    await typeInto(page, "K12", "1600");
    await openSheet(page, "Report 1");
    await expect.poll(() => page.sheet.text("O8"), WAITING).not.toBe(before);
    await expectCell(page, "H7", "Renegotiate in May");
    await button(page, "Insert report").click();
    await expect(report(page)).toContainText("Report 2");
  });

  test("a scenario with an error says which, and shows no old figures", async ({ page }) => {
    await openTab(page, "Compare");
    await expect(difference(page, "total")).toBeVisible();
    await openSheet(page, "Assumptions");
    await typeInto(page, "K15", "50");
    await expect(pane(page).getByRole("alert")).toContainText(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
    await expect(difference(page, "total")).toHaveCount(0);
  });
});
