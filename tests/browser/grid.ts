/** What a person does in the workbench: real keys and mouse. Cells are read as the add-in reads them. */
import { expect } from "@playwright/test";
import type { FrameLocator, Locator, Page } from "@playwright/test";

/** Pixels of the grid: its column header, its row header, and one cell of a sheet that nobody has changed. */
const HEADER_HEIGHT = 20;
const HEADER_WIDTH = 46;
const ROW_HEIGHT = 24;
const COLUMN_WIDTH = 88;

/** Milliseconds between two keys of a very fast typist. */
const KEY_DELAY = 20;

/** A sheet of every workbook that no model writes on. */
export const BLANK_SHEET = "Sheet1";

/** Until the workbench has started, ms. Against what hangs, not a measure: a busy machine takes many times as long as a free one. */
export const START_MS = 120_000;

/** What a browser keeps of the sample once it has been written. */
export const SAMPLE_STATE = "reports/sample-state.json";

/** What a browser keeps of a workbook without a model. */
export const EMPTY_STATE = "reports/empty-state.json";

export function pane(page: Page): FrameLocator {
  return page.frameLocator("#pane");
}

/** Scenarios of Home with their figures, one text each. */
export function cards(page: Page): Locator {
  return pane(page).getByRole("article");
}

const WORKBENCH = "workbench/";

/** Opens the workbench, unless it is open, and waits until its ribbon works: the sample is written by then. */
export async function openWorkbench(page: Page): Promise<void> {
  if (page.url().endsWith(`/${WORKBENCH}`)) return;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(WORKBENCH);
  // By what stands in the page: to look for roles takes the page a tenth of a second each time, while it starts.
  await page.locator("[role=toolbar] button", { hasText: "Refresh" }).waitFor({ timeout: START_MS });
}

export function ribbonButton(page: Page, name: string): Locator {
  return page.getByRole("toolbar", { name: "Ribbon of the add-in" }).getByRole("button", { name });
}

/** Clicks the tab of a sheet, unless the sheet is open: two clicks on an open tab are a double click, with which the grid begins to rename it. */
export async function openSheet(page: Page, name: string): Promise<void> {
  const tab = page.locator("#grid [role=tab]").filter({ hasText: exactly(name) });
  if ((await tab.getAttribute("aria-selected")) !== "true") await tab.click();
}

/** Opens an empty sheet: what a test before wrote into its first cells is deleted. */
export async function openBlankSheet(page: Page): Promise<void> {
  await openSheet(page, BLANK_SHEET);
  await goTo(page, "A1:Z100");
  await page.keyboard.press("Delete");
  await goTo(page, "A1");
}

/** Selects cells through the box left of the formula bar. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator("#grid [data-u-comp=defined-name] input");
  await box.fill(address);
  await box.press("Enter");
}

export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await beginCell(page, address);
  await page.keyboard.type(text, { delay: KEY_DELAY });
  await page.keyboard.press("Enter");
}

async function beginCell(page: Page, address: string): Promise<void> {
  await goTo(page, address);
  // What was copied to read a cell is still marked, and the grid may take the first keys for the end of that.
  await page.keyboard.press("Escape");
}

/** When to look again whether what was asked of the grid is there, ms: often at first, since most of it is there at once. */
const LOOKS_MS = [20, 30, 50, 100, 200, 400];

/** Text that a cell of the sheet in sight shows, read as the add-in reads it. */
async function shown(page: Page, address: string): Promise<string> {
  const element = await page.locator("#pane").elementHandle();
  const frame = await element?.contentFrame();
  const batch = `Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(${JSON.stringify(address)});
    range.load("text");
    await context.sync();
    return range.text[0][0];
  })`;
  // While the cell is being edited, Excel answers nobody.
  return frame?.evaluate<string>(batch).catch(String) ?? "";
}

export async function expectCell(page: Page, address: string, text: string | RegExp, timeout?: number): Promise<void> {
  await expect
    .poll(() => shown(page, address), { message: `cell ${address}`, intervals: LOOKS_MS, ...(timeout !== undefined && { timeout }) })
    .toMatch(typeof text === "string" ? exactly(text) : text);
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

async function gridOrigin(page: Page) {
  const canvases = await page.locator("#grid canvas").all();
  const boxes = (await Promise.all(canvases.map((canvas) => canvas.boundingBox()))).filter((box) => box !== null);
  // The formula bar is painted too, but the sheet is the largest.
  const [sheet] = boxes.sort((a, b) => b.width * b.height - a.width * a.height);
  if (sheet === undefined) throw new Error("The grid is not painted.");
  return sheet;
}

/** Middle of a cell of an untouched sheet that is not scrolled; rows and columns count from one. */
export async function cellPoint(page: Page, row: number, column: number) {
  const { x, y } = await gridOrigin(page);
  return { x: x + HEADER_WIDTH + COLUMN_WIDTH * (column - 0.5), y: y + HEADER_HEIGHT + ROW_HEIGHT * (row - 0.5) };
}

/** Inserts a row above one that is in view, by the menu of its row header. */
export async function insertRowAbove(page: Page, row: number): Promise<void> {
  const { x, y } = await gridOrigin(page);
  await page.mouse.click(x + HEADER_WIDTH / 2, y + HEADER_HEIGHT + ROW_HEIGHT * (row - 0.5), { button: "right" });
  const item = page.getByRole("button", { name: "rows above" });
  await item.click({ position: { x: 12, y: 12 } });
}

/** The scenarios' texts, once none of them is being calculated. */
export async function cardTexts(page: Page): Promise<string[]> {
  await expect(cards(page).first()).toBeVisible();
  return (await cards(page).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " "));
}
