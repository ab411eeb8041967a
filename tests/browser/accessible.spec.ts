import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { EMPTY_STATE, goTo, openSheet, pane, typeInto } from "./grid";
import {
  asSomebodyElse,
  button,
  card,
  deleteSheet,
  field,
  findings,
  heading,
  inputField,
  inputRow,
  openEmpty,
  openFromMenu,
  openSample,
  openTab,
  scrollsSideways,
  type,
} from "./pane";

/** The only rules of axe that colours bear on. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** What brings the pane to a screen or a state of it. */
type Reach = (page: Page) => Promise<unknown>;

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

const SCREENS: readonly (readonly [string, Reach])[] = [
  ["Home", (page) => openTab(page, "Home")],
  ["Home with the actions of a scenario", (page) => card(page, "Growth").getByRole("button", { name: "More about Growth" }).click()],
  ["Home with a name that is refused", (page) => refuseName(page)],
  ["Home with an error of the checks", (page) => typeInto(page, "K15", "5")],
  ["the menu", (page) => pane(page).getByRole("button", { name: "More", exact: true }).click()],
  ["Inputs", (page) => openTab(page, "Inputs")],
  ["Inputs with details and a value that cannot be read", (page) => refuseInput(page)],
  ["Inputs with a cell that was changed meanwhile", (page) => conflict(page)],
  ["Inputs with a value that was written", (page) => writeInput(page)],
  ["Compare", (page) => openTab(page, "Compare").then(() => expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible())],
  ["Analyze", (page) => openTab(page, "Analyze").then(() => expect(pane(page).locator("#analyze-scenario")).toBeVisible())],
  ["Analyze with what matters most", (page) => answer(page, "What matters most?")],
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
  [
    "a damaged model",
    (page) => deleteSheet(page, "Compare").then(() => expect(heading(page, "Part of the model is missing")).toBeVisible()),
  ],
];

const WITHOUT_MODEL: readonly (readonly [string, Reach])[] = [
  ["the five questions", (page) => expect(field(page, "5. Which database product?")).toBeVisible()],
  ["an answer that cannot be read", (page) => type(page, field(page, "1. How many sites are there today?"), "some")],
  ["what would be written", (page) => button(page, "See what will be written").click()],
  ["Import without a model", (page) => button(page, "Import scenarios").click()],
];

async function openQuestion(page: Page, label: string): Promise<void> {
  await openTab(page, "Analyze");
  const question = pane(page).getByRole("button", { name: label, exact: true });
  if ((await question.getAttribute("aria-expanded")) !== "true") await question.click();
}

async function answer(page: Page, label: string): Promise<void> {
  await openQuestion(page, label);
  await button(page, "Answer").click();
  await expect(pane(page).getByRole("region", { name: "Answer" })).toBeVisible({ timeout: 90_000 });
  await expect(pane(page).getByText("Drawing ...")).toHaveCount(0);
}

async function answerHowSure(page: Page): Promise<void> {
  await openQuestion(page, "How sure is it?");
  await field(page, "What is uncertain").selectOption("tenth");
  await answer(page, "How sure is it?");
  await pane(page).getByText("Assumptions that go together").click();
  await button(page, "Add a pair").click();
  await type(page, field(page, "One of pair 1"), "demand.vlume");
  await expect(pane(page).getByText("The nearest is demand.volume")).toBeVisible();
}

async function proposeCrossing(page: Page): Promise<void> {
  await answer(page, "Where do they cross?");
  await button(page, "As new scenario").click();
  await expect(heading(page, "A new scenario")).toBeVisible();
}

async function refuseQuestion(page: Page): Promise<void> {
  await openQuestion(page, "What must an assumption be?");
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
  await type(page, inputField(page, "demand.growth"), "9 %");
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

async function fillForm(page: Page): Promise<void> {
  await openForm(page, "TCO.GROWTH.PROJECT");
  await type(page, field(page, "base"), "100");
  await type(page, field(page, "rate"), "5 %");
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

/** Sets the width of the pane by the keys of its edge: 300 pixels are the narrowest. */
async function narrow(page: Page): Promise<void> {
  await page.getByRole("separator", { name: "Width of the pane" }).focus();
  await page.keyboard.press("Home");
}

/** A page of its own for each state takes a minute on a busy machine: the states of one model share a page, each after the ones before. */
test("every screen and state has no finding of axe in light or dark colours, and none scrolls sideways at 300 pixels", async ({ page }) => {
  test.setTimeout(900_000);
  await openSample(page);
  await narrow(page);
  for (const [name, reach] of SCREENS) {
    await test.step(name, async () => {
      await reach(page);
      await examine(page, name);
      await settle(page);
    });
  }
});

const WHITE = "#FFFFFF";

/** The colours on which the pictures of the pane are drawn. */
function pictureGrounds(page: Page): Promise<readonly string[]> {
  const drawings = pane(page).locator(".picture svg[role=img]");
  return drawings.evaluateAll((found) => found.map((drawing) => drawing.querySelector("rect")?.getAttribute("fill") ?? "none"));
}

/** That axe finds nothing in what the pane shows, in either colour scheme, and that it fits. */
async function examine(page: Page, name: string): Promise<void> {
  expect(await findings(page), name).toEqual([]);
  expect(await scrollsSideways(page), name).toBe(false);
  await picture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => pictureGrounds(page), `pictures of ${name} in dark`).not.toContain(WHITE);
  expect(await findings(page, COLOR_RULES), `${name}, dark`).toEqual([]);
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function picture(page: Page, name: string): Promise<void> {
  const path = test.info().outputPath(`${name.replaceAll(/[ ,]+/g, "-").toLowerCase()}.png`);
  await page.screenshot({ path, clip: await paneArea(page) });
}

async function paneArea(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator("#pane").boundingBox();
  if (!box) throw new Error("The pane is not in sight.");
  return box;
}

/** Back to where the next state begins: Home, without what the last state left. */
async function settle(page: Page): Promise<void> {
  for (const name of ["Take theirs", "Cancel", "All functions", "All snapshots", "Close"]) {
    const left = button(page, name);
    if ((await left.count()) > 0) await left.first().click();
  }
  const more = pane(page).getByRole("button", { name: "More", exact: true });
  if ((await more.getAttribute("aria-expanded")) === "true") await more.click();
  await openSheet(page, "Assumptions");
  await openTab(page, "Home");
}

test.describe("a workbook without a model", () => {
  test.use({ storageState: EMPTY_STATE });

  test("has no finding of axe in light or dark colours in any state", async ({ page }) => {
    test.setTimeout(400_000);
    await openEmpty(page);
    await narrow(page);
    for (const [name, reach] of WITHOUT_MODEL) {
      await test.step(name, async () => {
        await reach(page);
        await examine(page, name);
        const cancel = button(page, "Cancel");
        if ((await cancel.count()) > 0) await cancel.click();
        const sites = field(page, "1. How many sites are there today?");
        if ((await sites.count()) > 0) await type(page, sites, "3");
      });
    }
  });
});

test.describe("the keyboard", () => {
  test.use({ goesOn: true });
  test.beforeEach(({ page }) => openSample(page));

  test("opens tabs by arrow keys, and what a tab shows comes next", async ({ page }) => {
    await pane(page).getByRole("tab", { name: "Home" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(pane(page).getByRole("tab", { name: "Inputs" })).toBeFocused();
    await expect(field(page, "Scenario")).toBeVisible();
    await page.keyboard.press("End");
    await expect(pane(page).getByRole("tab", { name: "Formulas" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowRight");
    await expect(pane(page).getByRole("tab", { name: "Home" })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(field(page, "Find a function")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(field(page, "Find a function")).toBeFocused();
  });

  test("opens and leaves the menu, and the focus goes where what was chosen begins", async ({ page }) => {
    const more = pane(page).getByRole("button", { name: "More", exact: true });
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(pane(page).getByRole("button", { name: "Snapshots" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(pane(page).getByRole("button", { name: "Snapshots" })).toBeHidden();
    await expect(more).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(heading(page, "Snapshots")).toBeFocused();
  });

  test("writes a value and goes on from its field", async ({ page }) => {
    await openTab(page, "Inputs");
    const growth = inputField(page, "demand.growth");
    await growth.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("3 %", { delay: 20 });
    await page.keyboard.press("Enter");
    await expect(growth).toHaveValue("3 %");
    await expect(pane(page).locator(".report")).toContainText("3 %");
    await expect(growth).toBeFocused();
  });
});

test("contrast themes keep what tells the open tab and own values apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openSample(page);
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Growth");
  const isSeen = (selector: string, side: string) =>
    pane(page)
      .locator(selector)
      .first()
      .evaluate((element, property) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return getComputedStyle(element).getPropertyValue(property) !== ground;
      }, `border-${side}-color`);
  expect(await isSeen('[role="tab"][aria-selected="true"]', "bottom")).toBe(true);
  expect(await isSeen('[role="tab"][aria-selected="false"]', "bottom")).toBe(false);
  expect(await isSeen(".inputs li.own", "left")).toBe(true);
  expect(await isSeen(".inputs li:not(.own)", "left")).toBe(false);
  expect(await findings(page)).toEqual([]);
});

test("at twice the size nothing is cut off or scrolls sideways", async ({ page }) => {
  await openSample(page);
  await pane(page)
    .locator("html")
    .evaluate((root) => root.style.setProperty("zoom", "2"));
  await page.getByRole("separator", { name: "Width of the pane" }).focus();
  await page.keyboard.press("End");
  for (const tab of ["Home", "Inputs", "Compare", "Analyze", "Formulas"]) {
    await openTab(page, tab);
    expect(await scrollsSideways(page), tab).toBe(false);
  }
});
