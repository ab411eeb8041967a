/** Takes the pictures of the documentation, by the same keys and clicks as the tests: `npm run pictures`. */
import { expect, test } from "./test";
import type { Locator, Page } from "@playwright/test";
import { goTo, openSheet, pane, ribbonButton, typeInto } from "./grid";
import { button, field, openFromMenu, openSample, openTab, paneFrame, report } from "./pane";

const FOLDER = "docs/pictures/";
const SCHEMES = ["light", "dark"] as const;

/** Pixels of a picture of the pane: as wide as Excel opens it at its narrowest. */
const PANE = { width: 320, height: 640, gap: 8 };

/** How long the grid may take to paint what it has been asked to show, ms. */
const PAINTED_MS = 2_500;

const TABS = ["Home", "Inputs", "Compare", "Analyze", "Formulas"];
const MENU = ["Snapshots", "Import and export", "Repair", "Settings", "Help"];
const QUESTIONS = [
  ["What matters most?", "tornado"],
  ["How sure is it?", "simulation"],
  ["Where do they cross?", "crossing"],
  ["Which wins where?", "map"],
  ["When to switch?", "switch"],
] as const;
const SHEETS = ["Summary", "Assumptions", "Acquisitions", "Compare", "Scenarios", "Checks", "Log"];

const named = (name: string, scheme: (typeof SCHEMES)[number]): string => `${FOLDER}${name}${scheme === "dark" ? "-dark" : ""}.png`;

test.beforeEach(({ page }) => openSample(page));

async function answerOf(page: Page, question: string): Promise<Locator> {
  await pane(page).getByRole("button", { name: question, exact: true }).click();
  const uncertain = field(page, "What is uncertain");
  if ((await uncertain.count()) > 0) await uncertain.selectOption("tenth");
  // Over growth and volume one architecture wins everywhere, which is no map.
  const across = field(page, "Across");
  if ((await across.count()) > 0) await across.fill("integration.horizontal_months");
  await button(page, "Answer").click();
  const open = pane(page).locator(".answering");
  await expect(open.getByRole("region", { name: "Answer" })).toBeVisible({ timeout: 90_000 });
  await expect(open.getByText("Drawing ...")).toHaveCount(0);
  return open;
}

/** Puts pictures side by side, in a page of their own. */
async function joined(page: Page, pictures: readonly Buffer[], path: string): Promise<void> {
  const sheet = await page.context().newPage();
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString("base64")}">`).join("");
  await sheet.setContent(`<div style="display:inline-flex;gap:${String(PANE.gap)}px;background:#bbb">${images}</div>`);
  await sheet.locator("div").screenshot({ path });
  await sheet.close();
}

async function paneAsItIs(page: Page): Promise<Buffer> {
  await page.waitForTimeout(PAINTED_MS);
  return page.locator("#pane").screenshot();
}

for (const scheme of SCHEMES)
  test(`the workbench, and every screen of the pane, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(PAINTED_MS);
    await page.screenshot({ path: named("workbench", scheme) });
    const splitter = page.getByRole("separator", { name: "Width of the pane" });
    await splitter.focus();
    await page.keyboard.press("Home");
    for (let step = 0; step < 2; step++) await page.keyboard.press("ArrowLeft");
    const { width, height } = (await page.locator("#pane").boundingBox()) ?? { width: 0, height: 0 };
    expect(width).toBe(PANE.width);
    await page.setViewportSize({ width: 1440, height: Math.round(900 - height + PANE.height) });
    const tabs: Buffer[] = [];
    for (const tab of TABS) {
      await openTab(page, tab);
      tabs.push(await paneAsItIs(page));
    }
    await joined(page, tabs, named("pane", scheme));
    const menu: Buffer[] = [];
    for (const name of MENU) {
      await openFromMenu(page, name);
      menu.push(await paneAsItIs(page));
    }
    await joined(page, menu, named("pane-menu", scheme));
  });

test("the questions, and the sheets with what they leave there", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 2_400 });
  await openTab(page, "Analyze");
  for (const [question, name] of QUESTIONS) {
    const open = await answerOf(page, question);
    await open.screenshot({ path: named(`analyze-${name}`, "light") });
    if (name === "tornado" || name === "simulation") {
      await button(page, "Onto Charts and Summary").click();
      await expect(report(page)).toContainText("Charts");
    }
  }
  await openFromMenu(page, "Snapshots");
  await button(page, "Take a snapshot").click();
  await ribbonButton(page, "Pane").click();
  await page.setViewportSize({ width: 1360, height: 1_240 });
  for (const sheet of SHEETS) await picture(page, sheet);
  await page.setViewportSize({ width: 2_600, height: 1_900 });
  await picture(page, "Charts");
});

async function picture(page: Page, sheet: string): Promise<void> {
  await openSheet(page, sheet);
  await goTo(page, "A1");
  await page.waitForTimeout(PAINTED_MS);
  await page.locator("#grid").screenshot({ path: named(`sheet-${sheet.toLowerCase()}`, "light") });
}

/** Makes columns as wide as what they hold; points. */
async function widen(page: Page, widths: Readonly<Record<string, number>>): Promise<void> {
  const frame = await paneFrame(page);
  const lines = Object.entries(widths).map(([cells, width]) => `sheet.getRange("${cells}").format.columnWidth = ${String(width)};`);
  await frame.evaluate(`Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    ${lines.join("\n")}
    await context.sync();
  })`);
}

test("the help while a formula is typed", async ({ page }) => {
  const grid = (await page.locator("#grid").boundingBox()) ?? { x: 0, y: 0, width: 900, height: 600 };
  await openSheet(page, "Sheet1");
  await goTo(page, "B2");
  await page.keyboard.type("=TCO.CAPACITY.SH", { delay: 60 });
  await page.waitForTimeout(PAINTED_MS);
  const shown = { x: grid.x, y: grid.y + 70, width: 420, height: 470 };
  const proposals = await page.screenshot({ clip: shown });
  await page.keyboard.press("Tab");
  await page.waitForTimeout(PAINTED_MS);
  await page.keyboard.type("as.Base,", { delay: 60 });
  await page.waitForTimeout(PAINTED_MS);
  await page.locator("[data-u-comp=rect-popup] svg").first().click();
  await page.waitForTimeout(PAINTED_MS);
  await joined(page, [proposals, await page.screenshot({ clip: shown })], named("formula-help", "light"));
});

test("where a figure comes from", async ({ page }) => {
  await openSheet(page, "Sheet1");
  await typeInto(page, "A1", '=TCO.EXPLAIN(as.Base,"staff.salaries",2)');
  await page.waitForTimeout(PAINTED_MS);
  await widen(page, { "A:A": 40, "B:B": 190, "C:C": 70, "D:D": 70, "E:E": 430, "F:F": 420, "G:G": 330 });
  await ribbonButton(page, "Pane").click();
  await page.setViewportSize({ width: 2_100, height: 960 });
  await page.waitForTimeout(PAINTED_MS);
  await page.locator("#grid").screenshot({ path: named("explain", "light") });
});
