/** Snapshots, exports and imports. */

import { describe, expect } from "vitest";
import {
  asSomebodyElse,
  button,
  expectCell,
  field,
  figure,
  inputField,
  inputRow,
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

/** The text of a file that the pane has made. */
async function madeText(page: Workbench, name: RegExp): Promise<string> {
  await expect(pane(page).getByRole("heading", { name })).toBeVisible();
  return pane(page).getByRole("textbox", { name }).inputValue();
}

async function takeSnapshot(page: Workbench, why: string): Promise<void> {
  await openFromMenu(page, "Snapshots");
  await type(page, field(page, "Why now?"), why);
  await button(page, "Take a snapshot").click();
  await expect(report(page)).toContainText(`Snapshot taken: ${why}`);
}

/** Opens the screen without what it would write for a test before. */
async function openExchange(page: Workbench): Promise<void> {
  await openFromMenu(page, "Import and export");
  const left = button(page, "Cancel");
  if (left.count() > 0) await left.click();
}

describe("a snapshot", () => {
  test("is kept as values on the sheet Log, and Home says what has changed since", async ({ page }) => {
    await takeSnapshot(page, "Q3 review");
    await openTab(page, "Home");
    const since = pane(page).getByRole("region", { name: "Since “Q3 review”" });
    await expect(since).toContainText("nothing has changed");
    await typeInto(page, "K15", "0.04");
    await expect(since).toContainText("1 value changed");
    await expect(since).toContainText(/Organic growth per year: 2%\s*→\s*now\s*4%/);
    await expect(since).toContainText(/Base moved by \+\$/);
    await openSheet(page, "Log");
    await expectCell(page, "C6", "Q3 review");
    await expectCell(page, "I6", "deal.Northwind Regional.close");
  });

  test("is compared with now, also one that is not the latest, and says when its values were changed", async ({ page }) => {
    await takeSnapshot(page, "First");
    await typeInto(page, "K15", "0.04");
    await expect(pane(page).getByText("First").first()).toBeVisible();
    await takeSnapshot(page, "Second");
    await expect(pane(page).getByRole("listitem").filter({ hasText: "Second" })).toBeVisible();
    await pane(page).getByRole("listitem").filter({ hasText: "First" }).getByRole("action").click();
    await expect(pane(page).getByText("1 value changed since then:")).toBeVisible();
    await expect(pane(page).getByText("Its values are those that were taken.")).toBeVisible();
    await button(page, "All snapshots").click();
    // J6 is the value of the first row: the close of the first deal.
    await asSomebodyElse(page, "Log", "J6", 50000);
    await pane(page).getByRole("listitem").filter({ hasText: "First" }).getByRole("action").click();
    await expect(pane(page).getByText("have been changed since it was taken")).toBeVisible();
  });
});

describe("an export", () => {
  const test = testsOf({ goesOn: true });

  test("of a table is CSV with its dates written out", async ({ page }) => {
    await openExchange(page);
    await field(page, "A table").selectOption("Deals");
    await button(page, "Table as CSV").click();
    const text = await madeText(page, /^Deals-.*\.csv$/);
    expect(text.split(/\r?\n/)[0]).toContain("Deal,Close,Volume");
    expect(text).toContain("Northwind Regional,2027-03-31,220");
  });

  test("of costs has the columns of FOCUS and adds up to the total of Home", async ({ page }) => {
    await openExchange(page);
    await field(page, "Architecture").selectOption("horizontal");
    await button(page, "Costs as CSV (FOCUS 1.2)").click();
    const [header = "", ...rows] = (await madeText(page, /^costs-Base-horizontal-.*\.csv$/)).trim().split(/\r?\n/);
    const at = header.split(",").indexOf("BilledCost");
    const total = rows.reduce((sum, row) => sum + Number(row.split(",")[at]), 0);
    await openTab(page, "Home");
    await expect(figure(page, "Base", "tco.horizontal")).toHaveText(`$${(total / 1e6).toFixed(2)}M`);
  });

  test("of costs adds up to the total without what does not count in it", async ({ page }) => {
    const state = async (counts: string) => {
      await openTab(page, "Inputs");
      await type(page, field(page, "Search"), "downtime.in_total");
      await inputRow(page, "downtime.in_total").getByRole("combobox").selectOption(counts);
      await field(page, "Search").fill("");
      await openTab(page, "Home");
    };
    const before = await figure(page, "Base", "tco.vertical").textContent();
    await state("no");
    await expect(figure(page, "Base", "tco.vertical")).not.toHaveText(before);
    const total = await figure(page, "Base", "tco.vertical").textContent();
    await openExchange(page);
    await field(page, "Architecture").selectOption("vertical");
    await button(page, "Costs as CSV (FOCUS 1.2)").click();
    const [header = "", ...rows] = (await madeText(page, /^costs-Base-vertical-.*\.csv$/)).trim().split(/\r?\n/);
    const columns = header.split(",");
    const sum = rows.reduce((all, row) => all + Number(row.split(",")[columns.indexOf("BilledCost")]), 0);
    expect(`$${(sum / 1e6).toFixed(2)}M`).toBe(total);
    expect(new Set(rows.map((row) => row.split(",")[columns.indexOf("BillingCurrency")]))).toEqual(new Set(["USD"]));
    await state("yes");
    await expect(figure(page, "Base", "tco.vertical")).toHaveText(before);
  });
});

describe("an import", () => {
  const test = testsOf({ goesOn: true });
  const FILE = {
    schema: "tco-planner/scenarios",
    version: 1,
    scenarios: [
      { name: "Base", values: { "demand.growth": 0.03, "demand.grwth": 0.1, "demand.sites": 2.5 } },
      { name: "Lean", values: { "user.target": 12, "demand.volume": 700 } },
    ],
    shared: { "deal.Southside.close": "2028-06-30", "deal.Southside.volume": 90, "deal.St. Brendan.volume": 300 },
  };

  test("lists every value that it cannot take, and writes nothing until the user agrees", async ({ page }) => {
    await openExchange(page);
    await field(page, "Or its text").fill(JSON.stringify(FILE));
    await button(page, "Look at what it would change").click();
    await expect(pane(page).getByText("2 values cannot be taken:")).toBeVisible();
    await expect(pane(page).getByText('Unknown key "demand.grwth". Did you mean demand.growth?')).toBeVisible();
    await expect(pane(page).getByText("Sites today is 2.5. Enter a whole number")).toBeVisible();
    await expect(pane(page).getByText("New: Lean.")).toBeVisible();
    await button(page, "Cancel").click();
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.growth")).toHaveValue("2%");
  });

  test("of something else says what is wrong with it", async ({ page }) => {
    await openExchange(page);
    await field(page, "Or its text").fill('{"schema":"other","version":9}');
    await button(page, "Look at what it would change").click();
    await expect(pane(page).getByText("Nothing of it can be taken:")).toBeVisible();
    await expect(pane(page).getByRole("listitem")).toHaveText([/schema/, /version.*newer/, /scenarios/]);
  });

  test("of a file that has changed nothing of the workbook's says so", async ({ page }) => {
    await openExchange(page);
    await button(page, "Scenarios as JSON").click();
    const text = await madeText(page, /^scenarios-/);
    await field(page, "Or its text").fill(text);
    await button(page, "Look at what it would change").click();
    await expect(pane(page).getByText("Every other value is in the workbook already.")).toBeVisible();
    await expect(button(page, "Import")).toHaveCount(0);
  });

  test("that was overtaken by another's edit is shown again instead of written", async ({ page }) => {
    await openExchange(page);
    await field(page, "Or its text").fill(JSON.stringify(FILE));
    await button(page, "Look at what it would change").click();
    await expect(pane(page).getByText("New: Lean.")).toBeVisible();
    await asSomebodyElse(page, "Assumptions", "K15", 0.09);
    await button(page, "Import the rest").click();
    await expect(report(page)).toContainText("has changed since the preview");
    await expect(
      pane(page)
        .getByRole("listitem")
        .filter({ hasText: /Organic growth per year: 9%\s*→\s*now\s*3%/ }),
    ).toBeVisible();
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.growth")).toHaveValue("9%");
  });

  test("adds scenarios, keys and deals, changes what differs, and leaves the rest", async ({ page }) => {
    await openExchange(page);
    await field(page, "Or its text").fill(JSON.stringify(FILE));
    await button(page, "Look at what it would change").click();
    await button(page, "Import the rest").click();
    await expect(report(page)).toContainText("was imported");
    await openTab(page, "Home");
    await expect(figure(page, "Lean", "overrides")).toHaveText("2 values");
    await expect(figure(page, "Lean", "tco.vertical")).toHaveText(/^\$/);
    await openTab(page, "Inputs");
    await expect(inputField(page, "demand.growth")).toHaveValue("3%");
    await expect(inputField(page, "demand.sites")).toHaveValue("3");
    await field(page, "Scenario").selectOption("Lean");
    await expect(inputField(page, "user.target")).toHaveValue("12");
    await openSheet(page, "Acquisitions");
    await expectCell(page, "A13", "Southside");
    await expectCell(page, "C8", "300");
  });
});
