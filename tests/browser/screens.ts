/** Every screen and state of the pane, and what brings one there by keys and mouse. */
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { goTo, openSheet, pane, typeInto } from "./grid";
import {
  asSomebodyElse,
  button,
  calculateByHand,
  card,
  deleteSheet,
  field,
  heading,
  inputField,
  inputRow,
  openFromMenu,
  openQuestion,
  openTab,
  protectSheet,
  type,
} from "./pane";

/** What brings the pane to a screen or a state of it. */
export type Reach = (page: Page) => Promise<unknown>;

async function openForm(page: Page, name: string): Promise<void> {
  await openTab(page, "Formulas");
  await pane(page)
    .getByRole("button", { name: new RegExp(`^${name.replaceAll(".", "\\.")} `) })
    .click();
  await expect(heading(page, name)).toBeVisible();
}

const FILE = JSON.stringify({
  schema: "tco-planner/scenarios",
  version: 1,
  scenarios: [{ name: "Lean", values: { "demand.volume": 700, "demand.vlume": 1 } }],
});

export const SCREENS: readonly (readonly [string, Reach])[] = [
  ["Compare that cannot be loaded", (page) => goOffline(page)],
  ["Home", (page) => openTab(page, "Home")],
  ["Home with the actions of a scenario", (page) => card(page, "Growth").getByRole("button", { name: "More about Growth" }).click()],
  ["Home with a name that is refused", (page) => refuseName(page)],
  ["Home with an error of the checks", (page) => typeInto(page, "K15", "50")],
  ["the menu", (page) => pane(page).getByRole("button", { name: "More", exact: true }).click()],
  ["Inputs", (page) => openTab(page, "Inputs")],
  ["Inputs with details and a value that cannot be read", (page) => refuseInput(page)],
  ["Inputs with a cell that was changed meanwhile", (page) => conflict(page)],
  ["Inputs with a value that was written", (page) => writeInput(page)],
  ["Inputs with a table that can be added", (page) => proposeTable(page)],
  ["Compare", (page) => openTab(page, "Compare").then(() => expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible())],
  ["Compare with every table open", (page) => openTables(page)],
  ["Analyze", (page) => openTab(page, "Analyze").then(() => expect(pane(page).locator("#analyze-scenario")).toBeVisible())],
  ["Analyze with what matters most", (page) => answer(page, "What matters most?")],
  ["Analyze with a simulation under way", (page) => simulate(page)],
  ["Analyze with how sure it is", (page) => answerHowSure(page)],
  ["Analyze with where they cross, and a new scenario", (page) => proposeCrossing(page)],
  ["Analyze with a question that has no answer", (page) => refuseQuestion(page)],
  ["Analyze with which wins where", (page) => answer(page, "Which wins where?")],
  ["Analyze with when to switch", (page) => answer(page, "When to switch?")],
  ["Analyze with what would you do", (page) => answer(page, "What would you do?")],
  ["Formulas", (page) => openTab(page, "Formulas").then(() => expect(pane(page).getByText("functions").first()).toBeVisible())],
  ["Formulas with a form and a result", (page) => fillForm(page)],
  ["Formulas with a cell that shows an error", (page) => explainCell(page)],
  ["Snapshots", (page) => openFromMenu(page, "Snapshots")],
  ["Snapshots with a difference", (page) => openDifference(page)],
  ["Import and export", (page) => openFromMenu(page, "Import and export")],
  ["Import and export with a file that was made", (page) => exportFile(page)],
  ["Import and export with a plan", (page) => planImport(page)],
  ["Repair", (page) => openFromMenu(page, "Repair")],
  ["Settings", (page) => openFromMenu(page, "Settings")],
  ["Help", (page) => openFromMenu(page, "Help")],
  ["Home with a scenario that is not compared yet", (page) => addColumn(page)],
  ["Home with an archived scenario", (page) => archive(page)],
  ["Inputs with a formula in the cell", (page) => typeOverFormula(page)],
  [
    "a damaged model",
    (page) => deleteSheet(page, "Compare").then(() => expect(heading(page, "Part of the model is missing")).toBeVisible()),
  ],
  ["Repair with damage", (page) => openDamage(page)],
  ["a protected sheet, calculated by hand", (page) => protect(page)],
];

export const WITHOUT_MODEL: readonly (readonly [string, Reach])[] = [
  ["the five questions", (page) => expect(field(page, "5. Which database product?")).toBeVisible()],
  ["an answer that cannot be read", (page) => type(page, field(page, "1. How many sites are there today?"), "some")],
  ["what would be written", (page) => button(page, "See what will be written").click()],
  ["Import without a model", (page) => button(page, "Import scenarios").click()],
];

async function openAnalyze(page: Page, label: string): Promise<void> {
  await openTab(page, "Analyze");
  await openQuestion(page, label);
}

async function answer(page: Page, label: string): Promise<void> {
  await openAnalyze(page, label);
  await button(page, "Answer").click();
  await expect(pane(page).getByRole("region", { name: "Answer" })).toBeVisible({ timeout: 90_000 });
  await expect(pane(page).getByText("Drawing ...")).toHaveCount(0);
}

async function answerHowSure(page: Page): Promise<void> {
  await openAnalyze(page, "How sure is it?");
  await type(page, field(page, "Trials"), "2,000");
  await answer(page, "How sure is it?");
  await pane(page).getByText("Assumptions that go together").click();
  await button(page, "Add a pair").click();
  await type(page, field(page, "One of pair 1"), "demand.vlume");
  await expect(pane(page).getByText("The nearest is demand.volume")).toBeVisible();
}

async function simulate(page: Page): Promise<void> {
  await openAnalyze(page, "How sure is it?");
  await field(page, "What is uncertain").selectOption("tenth");
  await type(page, field(page, "Trials"), "100,000");
  await button(page, "Answer").click();
  await expect(pane(page).getByRole("progressbar", { name: "Progress" })).toBeVisible();
}

async function proposeCrossing(page: Page): Promise<void> {
  await openAnalyze(page, "Where do they cross?");
  await type(page, field(page, "Assumption"), "demand.tps_per_volume");
  await answer(page, "Where do they cross?");
  await button(page, "As new scenario").click();
  await expect(heading(page, "A new scenario")).toBeVisible();
}

async function refuseQuestion(page: Page): Promise<void> {
  await openAnalyze(page, "What must an assumption be?");
  await button(page, "Answer").click();
  await expect(pane(page).getByRole("alert")).toBeVisible();
}

async function refuseName(page: Page): Promise<void> {
  await button(page, "New scenario").click();
  await page.keyboard.type("Growth", { delay: 20 });
  await page.keyboard.press("Enter");
  await expect(pane(page).getByRole("alert")).toBeVisible();
}

async function refuseInput(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await inputRow(page, "demand.growth")
    .getByRole("button", { name: /^About/ })
    .click();
  await type(page, inputField(page, "demand.growth"), "lots");
  await page.keyboard.press("Enter");
  await expect(inputRow(page, "demand.growth").getByRole("alert")).toBeVisible();
}

async function conflict(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await type(page, inputField(page, "demand.growth"), "9%");
  await asSomebodyElse(page, "Assumptions", "K15", 0.03);
  await expect(button(page, "Keep mine")).toBeVisible();
}

async function writeInput(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Growth");
  await type(page, inputField(page, "demand.sites"), "4");
  await page.keyboard.press("Enter");
  await expect(button(page, "Undo")).toBeVisible();
}

async function proposeTable(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await pane(page).getByText("More tables").click();
  await button(page, "Add Licenses").click();
  await expect(heading(page, "Add Licenses")).toBeVisible();
}

async function typeOverFormula(page: Page): Promise<void> {
  await asSomebodyElse(page, "Assumptions", "K15", "=0.01*2");
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Base");
  await type(page, inputField(page, "demand.growth"), "6%");
  await page.keyboard.press("Enter");
  await expect(button(page, "Replace the formula")).toBeVisible();
}

async function goOffline(page: Page): Promise<void> {
  await page.route(/\/parts\/compare\./, (route) => route.abort());
  await openTab(page, "Compare");
  await expect(button(page, "Try again")).toBeVisible();
  await page.unroute(/\/parts\/compare\./);
}

async function openTables(page: Page): Promise<void> {
  await openTab(page, "Compare");
  for (const summary of await pane(page).locator("details details > summary").all()) await summary.click();
  await expect(pane(page).getByRole("region", { name: "Base, vertical by cost line" })).toBeVisible();
}

async function addColumn(page: Page): Promise<void> {
  await typeInto(page, "N5", "Frugal");
  await expect(button(page, "Add to the comparison")).toBeVisible();
}

async function archive(page: Page): Promise<void> {
  await button(page, "Add to the comparison").click();
  await card(page, "Frugal").getByRole("button", { name: "More about Frugal" }).click();
  await button(page, "Archive").click();
  await pane(page).getByText("Archived: 1").click();
  await expect(button(page, "Compare again")).toBeVisible();
}

/** What a repair can put right, and what nobody but a person can. */
async function openDamage(page: Page): Promise<void> {
  await typeInto(page, "B5", "Code");
  await button(page, "Look and repair").click();
  await expect(pane(page).getByLabel("Repair this").first()).toBeVisible();
}

async function protect(page: Page): Promise<void> {
  await protectSheet(page, "Assumptions");
  await calculateByHand(page);
  // The pane reads again when something has changed.
  await openSheet(page, "Sheet1");
  await typeInto(page, "C1", "1");
  await expect(button(page, "Calculate now")).toBeVisible();
  await expect(pane(page).getByText("The sheet with the assumptions is protected")).toBeVisible();
}

async function fillForm(page: Page): Promise<void> {
  await openForm(page, "TCO.GROWTH.PROJECT");
  await type(page, field(page, "base"), "100");
  await type(page, field(page, "rate"), "5%");
  await expect(pane(page).getByRole("region", { name: "Result" })).toBeVisible();
}

async function explainCell(page: Page): Promise<void> {
  await openSheet(page, "Sheet1");
  await typeInto(page, "A1", '=TCO.GROWTH.AT("many",10%,1)');
  await openTab(page, "Formulas");
  await goTo(page, "A1");
  await expect(button(page, "Open its form")).toBeVisible();
}

async function openDifference(page: Page): Promise<void> {
  await openFromMenu(page, "Snapshots");
  await button(page, "Take a snapshot").click();
  await button(page, "What is different now?").click();
  await expect(pane(page).getByText("Every stated value is as it was.")).toBeVisible();
}

async function exportFile(page: Page): Promise<void> {
  await openFromMenu(page, "Import and export");
  await button(page, "Scenarios as JSON").click();
  await expect(button(page, "Save as a file")).toBeVisible();
}

async function planImport(page: Page): Promise<void> {
  await openFromMenu(page, "Import and export");
  await field(page, "Or its text").fill(FILE);
  await button(page, "Look at what it would change").click();
  await expect(button(page, "Import the rest")).toBeVisible();
}
