/** Three people, from what they open to what they take away, by real keys and mouse. */
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { EMPTY_STATE, expectCell, goTo, openSheet, pane, ribbonButton, typeInto } from "./grid";
import {
  button,
  card,
  field,
  figure,
  inputField,
  inputRow,
  openEmpty,
  openFromMenu,
  openQuestion,
  openSample,
  openTab,
  report,
  type,
} from "./pane";

test.slow();

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

/** Milliseconds until something is seen, noted with the test. */
async function timed(words: string, act: () => Promise<void>): Promise<void> {
  const began = Date.now();
  await act();
  test.info().annotations.push({ type: words, description: `${String(Date.now() - began)} ms` });
}

/** The box that says which cell is selected. */
function nameBox(page: Page) {
  return page.locator("#grid [data-u-comp=defined-name] input");
}

function answerOf(page: Page) {
  return pane(page).getByRole("region", { name: "Answer" });
}

/** Asks a question of Analyze; the time until its answer is noted. */
async function answered(page: Page, label: string): Promise<void> {
  await openQuestion(page, label);
  await timed(`"${label}"`, async () => {
    await button(page, "Answer").click();
    await expect(answerOf(page)).toBeVisible({ timeout: 90_000 });
  });
  await expect(pane(page).getByText("Drawing ...")).toHaveCount(0);
}

/** A month such as Apr 2029 as a number that grows with time. */
function monthNumber(text: string): number {
  return Date.parse(`1 ${text.trim()} UTC`);
}

test("Priya reviews the budget: what changed, what follows, what differs and why, and what she takes along", async ({ page }) => {
  await openSample(page);
  // Last quarter she took a snapshot; the workbook is opened again today.
  await openFromMenu(page, "Snapshots");
  await type(page, field(page, "Why now?"), "Q3 review");
  await button(page, "Take a snapshot").click();
  await expect(report(page)).toContainText("Q3 review");
  await openSheet(page, "Assumptions");
  await typeInto(page, "K15", "0.03");
  await page.getByText("Saved in this browser").waitFor();
  await page.reload();
  await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: 120_000 });

  // The wages of the defaults are older than 18 months: each scenario has that warning, and nothing else.
  await expect(pane(page).getByText("3 warning(s): see Checks")).toBeVisible();
  const since = pane(page).getByRole("region", { name: "Since “Q3 review”" });
  await expect(since).toContainText("1 value changed");
  await expect(since).toContainText("Organic growth per year");
  await picture(page, "priya-1-what-changed");

  // She types a new wage growth on the sheet; everything follows.
  const before = (await figure(page, "Growth", "tco.vertical").textContent()) ?? "";
  await openTab(page, "Inputs");
  await type(page, field(page, "Search"), "wage");
  await inputRow(page, "staff.wage_growth")
    .getByRole("button", { name: /^About/ })
    .click();
  await button(page, "Show on sheet").click();
  await expect(nameBox(page)).toHaveValue(/^K\d+$/);
  await typeInto(page, await nameBox(page).inputValue(), "0.05");
  await expect(inputField(page, "staff.wage_growth")).toHaveValue("5%");
  await openTab(page, "Home");
  await expect(figure(page, "Growth", "tco.vertical")).not.toHaveText(before);
  await expect(since).toContainText("2 values changed");

  // She compares two scenarios, inserts the report and writes her comment.
  await openTab(page, "Compare");
  await pane(page).locator("#from-architecture").selectOption("");
  await pane(page).locator("#to-scenario").selectOption("Growth");
  await pane(page).locator("#to-architecture").selectOption("");
  await expect(pane(page).getByText(/^\s*Growth costs .* more than Base over the plan\./)).toBeVisible();
  await expect(pane(page).getByRole("img").first()).toBeVisible();
  await picture(page, "priya-2-compare");
  await button(page, "Insert report").click();
  await expect(report(page)).toContainText("Report 1");
  await typeInto(page, "H8", "Beds of Harbor come a year earlier");

  // Asked "wages +8 %?", she duplicates a scenario and changes one cell.
  await openTab(page, "Home");
  await card(page, "Growth").getByRole("button", { name: "More about Growth" }).click();
  await button(page, "Duplicate").click();
  await type(page, field(page, "Name of the copy of Growth"), "Wages 8 %");
  await page.keyboard.press("Enter");
  await expect(card(page, "Wages 8 %")).toBeVisible();
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Wages 8 %");
  await type(page, inputField(page, "staff.wage_growth"), "8%");
  await page.keyboard.press("Enter");
  await expect(report(page)).toContainText("Wages 8 %: 8%");
  await openTab(page, "Home");
  await expect(figure(page, "Wages 8 %", "toBase")).toContainText("adverse");
  await picture(page, "priya-3-wages");

  // She takes a snapshot and a copy with its values frozen.
  await openFromMenu(page, "Snapshots");
  await type(page, field(page, "Why now?"), "Budget");
  await button(page, "Take a snapshot").click();
  await expect(pane(page).getByRole("listitem")).toHaveCount(2);
  await openFromMenu(page, "Import and export");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Copy with values frozen").click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await openSheet(page, "Report 1");
  await expectCell(page, "H8", "Beds of Harbor come a year earlier");
});

test.describe("with an empty workbook", () => {
  test.use({ storageState: EMPTY_STATE });

  test("Marco asks when to shard: five questions, an answer, and what an acquisition does to the date", async ({ page }) => {
    await openEmpty(page);
    await picture(page, "marco-1-questions");
    await timed("from the first question to the answer", async () => {
      await type(page, field(page, "1. How many sites are there today?"), "4");
      await type(page, field(page, "2. How much business runs on the system today?"), "800");
      await field(page, "It counts").selectOption("staffed beds");
      await type(page, field(page, "3. How fast does it grow in a year, without acquisitions?"), "5%");
      await field(page, "5. Which database product?").selectOption("sql-server-enterprise");
      await button(page, "See what will be written").click();
      await button(page, "Insert").click();
      await expect(figure(page, "Base", "shardDate")).toHaveText(/^[A-Z][a-z]{2} 20\d\d$/);
    });
    const shard = (await figure(page, "Base", "shardDate").textContent()) ?? "";
    const decision = (await figure(page, "Base", "decisionDate").textContent()) ?? "";
    expect(monthNumber(decision)).toBeLessThan(monthNumber(shard));
    await expect(figure(page, "Base", "dimension")).toHaveText("shard data");
    await picture(page, "marco-2-answer");

    // He adds the acquisition of Northwind, with its archive: the date moves to the third quarter of 2027.
    await openSheet(page, "Acquisitions");
    await typeInto(page, "A6", "Northwind");
    await typeInto(page, "B6", "2027-03-31");
    await typeInto(page, "C6", "220");
    await typeInto(page, "D6", "1");
    await typeInto(page, "E6", "120");
    await expect(figure(page, "Base", "shardDate")).not.toHaveText(shard);
    const moved = (await figure(page, "Base", "shardDate").textContent()) ?? "";
    expect(moved).toMatch(/^(Jul|Aug|Sep) 2027$/);

    await expect(figure(page, "Base", "dimension")).toHaveText("shard data");
    await picture(page, "marco-3-northwind");

    // He asks where the difference between the two ways comes from.
    await openTab(page, "Compare");
    await expect(pane(page).getByText(/over the plan\./)).toBeVisible();
    await expect(
      pane(page)
        .getByRole("row", { name: /^License/ })
        .first(),
    ).toBeVisible();
    await picture(page, "marco-4-compare");
    // The reason of the date is named, with what the shards then carry.
    await pane(page).getByText("Base, vertical: what changes when").click();
    const change = pane(page)
      .getByRole("listitem")
      .filter({ hasText: `${moved}: ` });
    await expect(change).toContainText(/\d shards \(shard data\)/);
    await change.scrollIntoViewIfNeeded();
    await picture(page, "marco-5-reason");

    // At which size do both cost the same, how sure is that, and what drives it?
    await openTab(page, "Analyze");
    await answered(page, "Where do they cross?");
    // Licenses by core make Distributed more expensive at every size: that is said, with where it is closest.
    await expect(answerOf(page)).toContainText(
      /never have the same npv for demand\.volume from 8 to 80,000: .* closest at [\d,.]+, Base, Distributed/,
    );
    await picture(page, "marco-6-crossing");
    await openQuestion(page, "How sure is it?");
    await field(page, "What is uncertain").selectOption("tenth");
    await answered(page, "How sure is it?");
    await expect(answerOf(page).getByText("Distributed costs less than Central")).toBeVisible();
    await expect(answerOf(page).getByRole("region", { name: "Drivers" })).toBeVisible();
    await picture(page, "marco-7-how-sure");
    await answered(page, "What matters most?");
    await expect(answerOf(page)).toContainText("moves it most");
    await picture(page, "marco-8-drivers");

    // He opens a staffing figure and sees its terms.
    await openTab(page, "Compare");
    await pane(page).getByText("Base, vertical by pool and cost line").click();
    await pane(page)
      .getByRole("region", { name: "Base, vertical by cost line" })
      .getByTitle(/^Terms of Salaries, 2028/)
      .click();
    const terms = pane(page).getByRole("region", { name: "Result" });
    await expect(terms).toContainText("staff.salaries");
    await expect(terms).toContainText("staff.loaded");
    await terms.scrollIntoViewIfNeeded();
    await picture(page, "marco-9-terms");
  });
});

test("Aiko builds a projection with formulas and never opens the pane", async ({ page }) => {
  await openSample(page);
  await ribbonButton(page, "Pane").click();
  await expect(page.locator("#pane")).toBeHidden();
  await openSheet(page, "Sheet1");
  // Functions complete by family.
  await goTo(page, "A1");
  await page.keyboard.type("=TCO.GRO", { delay: 35 });
  await expect(
    page
      .locator("li")
      .filter({ hasText: /^TCO\.GROWTH\./ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  // They take her ranges and spill under her own headers.
  await typeInto(page, "A1", "Base");
  await typeInto(page, "A2", "100");
  await typeInto(page, "B1", "Rate");
  await typeInto(page, "B2", "0.1");
  await typeInto(page, "A5", "=TCO.GROWTH.PROJECT(A2,B2,3)");
  await typeInto(page, "A7", "=SUM(A5:C5)");
  await expectCell(page, "A7", "364.1");
  // They compose with functions of the sheet.
  await typeInto(page, "A8", "=LET(x,TCO.GROWTH.AT(A2,B2,2),x*2)");
  await expectCell(page, "A8", "242");
  await typeInto(page, "A9", '=IFNA(TCO.CAPACITY.EXHAUSTED({100,110,120},1000),"never reached")');
  await expectCell(page, "A9", "never reached");
  await typeInto(page, "A10", "=SUM(MAP({0.1,0.2},LAMBDA(r,TCO.GROWTH.AT(100,r,1))))");
  await expectCell(page, "A10", "230");
  // A wrong argument says what was wrong.
  await typeInto(page, "A11", '=TCO.GROWTH.AT("many",B2,1)');
  await goTo(page, "A11");
  await expect(page.getByRole("status").first()).toContainText("many");
  await expect(page.locator("#pane")).toBeHidden();
  await picture(page, "aiko");
});
