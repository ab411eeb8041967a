/** Questions of Analyze: their answers, what keeps them from one, and what is brought to the sheet. */

import { describe, expect } from "vitest";
import {
  button,
  card,
  expectCell,
  field,
  goTo,
  heading,
  inputField,
  inputRow,
  openBlankSheet,
  openQuestion,
  openSheet,
  openTab,
  pane,
  report,
  testsOf,
  type,
  typeInto,
} from "./pane";
import type { Locator } from "./locator";
import type { Workbench } from "./workbench";

const openAnalyze = (page: Workbench) => openTab(page, "Analyze");
const test = testsOf({ begin: openAnalyze });

/** The open question with its form and its answer. */
function open(page: Workbench): Locator {
  return pane(page).locator(".answering");
}

function answer(page: Workbench): Locator {
  return open(page).getByRole("region", { name: "Answer" });
}

async function ask(page: Workbench): Promise<void> {
  await button(page, "Answer").click();
  await expect(answer(page)).toBeVisible();
}

async function askInVain(page: Workbench): Promise<Locator> {
  await button(page, "Answer").click();
  const alert = open(page).getByRole("alert");
  await expect(alert).toBeVisible();
  return alert;
}

/** An empty sheet with an empty cell, to which answers are brought. */
async function selectEmptyCell(page: Workbench, address = "A1"): Promise<void> {
  await openSheet(page, "Sheet1");
  await goTo(page, address);
  await expect(pane(page).getByText(`Values and formulas go into Sheet1!${address}.`)).toBeVisible();
}

const picture = (page: Workbench, name: RegExp): Locator => answer(page).getByRole("img", { name });

describe("one question after the other, each with the empty sheet for its answer", () => {
  const test = testsOf({
    goesOn: true,
    begin: async (page) => {
      await openAnalyze(page);
      await openBlankSheet(page);
    },
  });

  test("what matters most: the largest swings as a picture and a table, as values, and as a formula with the same figures", async ({
    page,
  }) => {
    await openQuestion(page, "What matters most?");
    await ask(page);
    await expect(picture(page, /^What moves the present value of costs most/)).toBeVisible();
    await expect(answer(page)).toContainText(/Discount rate moves it most: by \$\d\.\d\dM around \$\d+\.\d\dM/);
    await button(page, "Onto Charts and Summary").click();
    await expect(report(page)).toContainText("It is on Charts and Summary with its date.");
    await selectEmptyCell(page);
    await button(page, "Insert as values").click();
    await expect(report(page)).toContainText("The values are in Sheet1!A1:G");
    await expectCell(page, "A2", "finance.discount_rate");
    await typeInto(page, "J1", "=TCO.SENSITIVITY.TORNADO(as.Base)");
    await typeInto(page, "J20", "=G2-O2");
    await expectCell(page, "J20", "0");
    await goTo(page, "J30");
    await button(page, "Insert as live formula").click();
    await expect(report(page)).toContainText("The formula is in Sheet1!J30.");
    await typeInto(page, "J50", "=G3-O32");
    await expectCell(page, "J50", "0");
    await field(page, "Inputs to vary").selectOption("decisions");
    await expect(answer(page)).toContainText("The question has changed since: ask again.");
    await ask(page);
    await expect(answer(page)).toContainText(/Standby servers per shard moves it most/);
    await goTo(page, "S1");
    await button(page, "Insert as live formula").click();
    await expect(report(page)).toContainText("The formula is in Sheet1!S1.");
    await typeInto(page, "S20", "=S2");
    await expectCell(page, "S20", "vertical.standby");
  });

  test("how sure: percentiles, chances and drivers; the formula gives the same median", async ({ page }) => {
    await openQuestion(page, "How sure is it?");
    await expect(await askInVain(page)).toContainText("No assumption states Low and High in the table of inputs");
    await field(page, "What is uncertain").selectOption("tenth");
    await ask(page);
    await expect(picture(page, /^Present value of costs in 2,000 trials.*P10 .*P50 .*P90/)).toBeVisible();
    await expect(picture(page, /^Cost of each year/)).toBeVisible();
    await expect(answer(page).getByText("Distributed costs less than Central")).toBeVisible();
    await expect(answer(page).getByRole("region", { name: "Drivers" })).toContainText("Probability of closing");
    await selectEmptyCell(page);
    await button(page, "Insert as live formula").click();
    await expect(report(page)).toContainText("The formula is in Sheet1!A1.");
    await goTo(page, "K1");
    await button(page, "Insert as values").click();
    await expect(report(page)).toContainText("The values are in Sheet1!K1:");
    await typeInto(page, "J40", "=B3-L3");
    await expectCell(page, "J40", "0");
  });

  test("several crossings are told apart, and the second can be chosen", async ({ page }) => {
    await openQuestion(page, "Where do they cross?");
    await type(page, field(page, "Assumption"), "staff.automation");
    await ask(page);
    await expect(answer(page).getByRole("listitem")).toHaveCount(2);
    await expect(answer(page)).toContainText("One other value: 58.97%.");
    await field(page, "Which of the values").selectOption({ index: 1 });
    await selectEmptyCell(page);
    await button(page, "Insert as live formula").click();
    await typeInto(page, "A3", "=ROUND(A1,6)");
    await expectCell(page, "A3", "0.589682");
  });

  test("what an assumption must be for a figure to meet a target", async ({ page }) => {
    await openQuestion(page, "What must an assumption be?");
    await expect(await askInVain(page)).toContainText("Target is still missing.");
    await type(page, field(page, "Target of the figure"), "40M");
    await type(page, field(page, "Assumption"), "staff.loaded");
    await ask(page);
    await expect(answer(page)).toContainText("The figure is $40.00M where Fully loaded cost (times salary) is");
    await selectEmptyCell(page);
    await button(page, "Insert as live formula").click();
    await expect(report(page)).toContainText("The formula is in Sheet1!A1.");
    await goTo(page, "A2");
    await button(page, "Insert as values").click();
    await typeInto(page, "A4", "=A1-A2");
    await expectCell(page, "A4", "0");
  });

  test("which wins where: a letter in each cell, a table, and a live difference of two grids", async ({ page }) => {
    await openQuestion(page, "Which wins where?");
    await type(page, field(page, "Across"), "horizontal.regions");
    await field(page, "From (optional)").first().fill("1");
    await field(page, "To (optional)").first().fill("4");
    await type(page, field(page, "Upwards"), "staff.oncall_floor_vertical");
    await type(page, field(page, "Steps of each"), "4");
    await ask(page);
    await expect(answer(page)).toContainText(/Of 16 pairs of values, the lowest figure has\s+vertical in \d+, horizontal in \d+/);
    await expect(picture(page, /^Lowest present value of costs/)).toBeVisible();
    await answer(page).getByText("As a table").click();
    const first = await answer(page).getByRole("region", { name: "Map" }).getByRole("cell").first().textContent();
    await selectEmptyCell(page);
    await button(page, "Insert as values").click();
    await expectCell(page, "B2", first);
    await goTo(page, "A10");
    await button(page, "Insert as live formula").click();
    await typeInto(page, "H13", '=IF(D13<0,"horizontal","vertical")');
    await expectCell(page, "H13", "horizontal");
  });

  test("when to switch: the best month with what it saves, as the function says", async ({ page }) => {
    await openTab(page, "Inputs");
    await type(page, inputField(page, "vertical.standby"), "2");
    await page.keyboard.press("Enter");
    await expect(report(page)).toContainText(": 2");
    await openTab(page, "Analyze");
    await openQuestion(page, "When to switch?");
    await ask(page);
    await expect(answer(page)).toContainText(/Switching in 2027-01 \(month 1 of the plan\) costs least: \$\d+\.\d\dM\. It saves \$\d/);
    await expect(picture(page, /A switch in 2027-01 costs least/)).toBeVisible();
    await selectEmptyCell(page);
    await button(page, "Insert as values").click();
    await typeInto(page, "A3", "=A1-TCO.SWITCHMONTH(as.Base)");
    await expectCell(page, "A3", "0");
    await openTab(page, "Inputs");
    await type(page, inputField(page, "vertical.standby"), "1");
    await page.keyboard.press("Enter");
    await openTab(page, "Analyze");
  });

  test("what would you do: answers given in the pane count there alone, until they are written", async ({ page }) => {
    await openQuestion(page, "What would you do?");
    await ask(page);
    await expect(answer(page)).toContainText("Recommendation");
    const before = await answer(page).locator("dl").textContent();
    await field(page, "Team knows distributed systems?").selectOption("yes");
    await expect(answer(page)).toContainText("The question has changed since: ask again.");
    await ask(page);
    await expect(answer(page).locator("dl")).toContainText("the team can run it from the start");
    expect(await answer(page).locator("dl").textContent()).not.toBe(before);
    await button(page, "Write these answers to the inputs").click();
    await expect(report(page)).toContainText("The answers are in the inputs of Base.");
    await button(page, "Undo").click();
    await expect(report(page)).toContainText("as it was before");
  });
});

describe("long work", () => {
  const test = testsOf({ goesOn: true, begin: openAnalyze });

  test("a newer question ends the one before", async ({ page }) => {
    await openQuestion(page, "How sure is it?");
    await field(page, "What is uncertain").selectOption("tenth");
    await type(page, field(page, "Trials"), "100000");
    await button(page, "Answer").click();
    await expect(open(page).getByRole("progressbar", { name: "Progress" })).toBeVisible();
    await openQuestion(page, "When to switch?");
    await ask(page);
    await openQuestion(page, "How sure is it?");
    await expect(button(page, "Answer")).toBeVisible();
    await expect(open(page).getByRole("progressbar")).toHaveCount(0);
    await expect(answer(page)).toHaveCount(0);
  });
});

test("where they cross: the value is the function's, and becomes a new scenario of its own", async ({ page }) => {
  await openQuestion(page, "Where do they cross?");
  await type(page, field(page, "Assumption"), "demand.tps_per_volume");
  await ask(page);
  await expect(answer(page)).toContainText(
    /Base, Central and Base, Distributed change places where Average transactions per second per unit of volume is 2\.3/,
  );
  await expect(picture(page, /Crossing at 2\.3/)).toBeVisible();
  await selectEmptyCell(page);
  await button(page, "Insert as values").click();
  await expect(report(page)).toContainText("The values are in Sheet1!A1.");
  await goTo(page, "A2");
  await button(page, "Insert as live formula").click();
  await typeInto(page, "A4", "=A1-A2");
  await expectCell(page, "A4", "0");
  await goTo(page, "A1");
  await button(page, "Insert as live formula").click();
  await expect(report(page)).toContainText("Select another cell. Nothing was changed.");
  await button(page, "As new scenario").click();
  await expect(heading(page, "A new scenario")).toBeFocused();
  await type(page, field(page, "Name"), "Growth");
  await button(page, "Add the scenario").click();
  await expect(open(page).getByRole("alert")).toContainText('There is a column "Growth" already.');
  await type(page, field(page, "Name"), "At the crossing");
  await button(page, "Add the scenario").click();
  await expect(report(page)).toContainText("At the crossing was added.");
  await openTab(page, "Home");
  await expect(card(page, "At the crossing")).toBeVisible();
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("At the crossing");
  await expect(inputRow(page, "demand.tps_per_volume").getByRole("textbox")).toHaveValue(/^2\.349/);
});

describe("what stands in the way of an answer", () => {
  const test = testsOf({ goesOn: true, begin: openAnalyze });

  test("what cannot be answered is said in the engine's words", async ({ page }) => {
    await openQuestion(page, "Where do they cross?");
    for (const [key, from, to, words] of [
      ["demand.vlume", "", "", 'Unknown key "demand.vlume". Did you mean demand.volume?'],
      ["vertical.hosting", "", "", "(vertical.hosting) isn't a number."],
      ["demand.volume", "900", "100", "low is 900 and high is 100. Enter a low below high."],
      ["demand.volume", "500", "500", "Enter a low below high."],
      ["demand.volume", "few", "500", 'From: "few" is not a number.'],
    ] as const) {
      await type(page, field(page, "Assumption"), key);
      await field(page, "From (optional)").fill(from);
      await field(page, "To (optional)").fill(to);
      await expect(await askInVain(page)).toContainText(words);
    }
    await field(page, "From (optional)").fill("400");
    await field(page, "To (optional)").fill("900");
    await ask(page);
    await expect(answer(page)).toContainText(
      "Base, Central and Base, Distributed never have the same npv for demand.volume from 400 to 900",
    );
    await expect(button(page, "As new scenario")).toHaveCount(0);
    await openQuestion(page, "How sure is it?");
    await field(page, "What is uncertain").selectOption("tenth");
    await type(page, field(page, "Trials"), "0");
    await expect(await askInVain(page)).toContainText("trials is 0. Enter a whole number from 1 to 100000.");
  });

  test("an answer says when the workbook has changed since", async ({ page }) => {
    await openQuestion(page, "When to switch?");
    await ask(page);
    await expect(answer(page)).toContainText("Base, ");
    await openSheet(page, "Assumptions");
    await typeInto(page, "K15", "0.2");
    await expect(answer(page)).toContainText("The workbook has changed since: ask again.");
    await ask(page);
    await expect(answer(page)).not.toContainText("has changed since");
    await typeInto(page, "K15", "50");
    await expect(await askInVain(page)).toContainText(
      "Organic growth per year is 50. Enter -90% to 1,000% (demand.growth); did you mean 50% (0.5)?",
    );
  });
});
