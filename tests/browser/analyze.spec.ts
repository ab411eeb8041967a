import { expect, test } from "./test";
import type { Locator, Page } from "@playwright/test";
import { expectCell, goTo, openSheet, pane, typeInto } from "./grid";
import { button, card, field, findings, openQuestion, openSample, openTab, report, type } from "./pane";

/** Until an answer is there, ms. Against what hangs, not a measure. */
const ANSWER_MS = 90_000;

function questionButton(page: Page, label: string): Locator {
  return pane(page).getByRole("button", { name: label, exact: true });
}

/** The open question with its form and its answer. */
function open(page: Page): Locator {
  return pane(page).locator(".answering");
}

function answer(page: Page): Locator {
  return open(page).getByRole("region", { name: "Answer" });
}

async function ask(page: Page): Promise<void> {
  await button(page, "Answer").click();
  await expect(answer(page)).toBeVisible({ timeout: ANSWER_MS });
}

async function askInVain(page: Page): Promise<Locator> {
  await button(page, "Answer").click();
  const alert = open(page).getByRole("alert");
  await expect(alert).toBeVisible({ timeout: ANSWER_MS });
  return alert;
}

/** An empty sheet with an empty cell, to which answers are brought. */
async function selectEmptyCell(page: Page, address = "A1"): Promise<void> {
  await openSheet(page, "Sheet1");
  await goTo(page, address);
  await expect(pane(page).getByText(`Values and formulas go into Sheet1!${address}.`)).toBeVisible();
}

const picture = (page: Page, name: RegExp): Locator => answer(page).getByRole("img", { name });

test.beforeEach(async ({ page }) => {
  await openSample(page);
  await openTab(page, "Analyze");
});

test.describe("by keys, and at length", () => {
  test.use({ goesOn: true });

  test("the keyboard alone opens a question, asks it and closes it, with no finding of axe", async ({ page }) => {
    await expect(field(page, "Scenario")).toBeVisible();
    await pane(page).getByRole("tab", { name: "Analyze" }).focus();
    await page.keyboard.press("Tab");
    await expect(field(page, "Scenario")).toBeFocused();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press("Tab");
    await expect(questionButton(page, "Where do they cross?")).toBeFocused();
    await page.keyboard.press("Enter");
    await field(page, "Assumption").focus();
    await page.keyboard.press("Enter");
    await expect(answer(page)).toBeVisible({ timeout: ANSWER_MS });
    expect(await findings(page)).toEqual([]);
    await questionButton(page, "Where do they cross?").focus();
    await page.keyboard.press("Space");
    await expect(open(page)).toHaveCount(0);
  });

  test("100,000 trials show how far they are, leave the pane free, and can be cancelled", async ({ page }) => {
    await openQuestion(page, "How sure is it?");
    await field(page, "What is uncertain").selectOption("tenth");
    await type(page, field(page, "Trials"), "100,000");
    await button(page, "Answer").click();
    await expect(open(page)).toContainText(/\d+ of 100,000 trials/);
    const progress = open(page).getByRole("progressbar", { name: "Progress" });
    const before = Number(await progress.getAttribute("value"));
    await openTab(page, "Home");
    await expect(card(page, "Distributed")).toBeVisible();
    await openTab(page, "Analyze");
    await expect.poll(async () => progress.evaluate((element) => (element as HTMLProgressElement).value)).toBeGreaterThan(before);
    await button(page, "Cancel").click();
    await expect(progress).toHaveCount(0);
    await expect(answer(page)).toHaveCount(0);
    await type(page, field(page, "Trials"), "100");
    await ask(page);
    await expect(picture(page, /in 100 trials/)).toBeVisible();
  });
});

test("Low and High of the inputs are what is uncertain, each with its shape", async ({ page }) => {
  await openSheet(page, "Assumptions");
  await typeInto(page, "E15", "0.01");
  await typeInto(page, "F15", "0.05");
  await openQuestion(page, "How sure is it?");
  await expect(field(page, "What is uncertain")).toContainText("Low and High of the inputs (1 row)");
  await open(page).getByText("Shapes of 1 uncertain assumption").click();
  await field(page, "Organic growth per year").selectOption("uniform");
  await type(page, field(page, "Trials"), "400");
  await page.keyboard.press("Enter");
  await expect(answer(page)).toBeVisible({ timeout: ANSWER_MS });
  await expect(answer(page).getByRole("region", { name: "Drivers" })).toContainText("Organic growth per year");
  await selectEmptyCell(page);
  await button(page, "Insert as live formula").click();
  await expect(report(page)).toContainText("The formula is in Sheet1!A1.");
  // Copying a spilled cell gives nothing in the grid: a cell beside it shows what it holds.
  await typeInto(page, "K2", "=A2");
  await expectCell(page, "K2", "P10");
  await goTo(page, "M1");
  await button(page, "Insert as values").click();
  await expect(report(page)).toContainText("The values are in Sheet1!M1:");
  await typeInto(page, "K3", "=B3-N3");
  await expectCell(page, "K3", "0");
  await openSheet(page, "Assumptions");
  await typeInto(page, "E12", "700");
  await typeInto(page, "F12", "900");
  await ask(page);
  await expect(answer(page)).not.toContainText("has changed since");
  const percentiles = () => answer(page).getByRole("region", { name: "Percentiles" }).innerText();
  const apart = await percentiles();
  await open(page).getByText("Assumptions that go together").click();
  await button(page, "Add a pair").click();
  await type(page, field(page, "One of pair 1"), "demand.growh");
  await expect(open(page)).toContainText("There is no demand.growh. The nearest is demand.growth");
  await type(page, field(page, "One of pair 1"), "demand.growth");
  await type(page, field(page, "Other of pair 1"), "demand.volume");
  await type(page, field(page, "Rank correlation of pair 1"), "1");
  await ask(page);
  await expect.poll(percentiles).not.toBe(apart);
  await button(page, "Remove pair 1").click();
  await ask(page);
  await expect.poll(percentiles).toBe(apart);
  await typeInto(page, "F15", "0.002");
  await expect(answer(page)).toContainText("The question has changed since: ask again.");
  await expect(await askInVain(page)).toContainText("demand.growth: low is 1% and high is 0.2%. Enter a low below high.");
});
