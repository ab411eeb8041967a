/** What a person does in the pane: real keys and mouse, by the names that a screen reader says. */
import axe from "axe-core";
import type { AxeResults } from "axe-core";
import { expect } from "@playwright/test";
import type { Frame, Locator, Page } from "@playwright/test";
import type { HostSettings } from "../../src/workbench/office/settings";
import { openSheet, openWorkbench, pane, ribbonButton, START_MS } from "./grid";

/** Milliseconds between two keys of a fast typist. */
const KEY_DELAY = 20;

/** Opens the workbench with the sample and waits until Home shows its scenarios. */
export async function openSample(page: Page): Promise<void> {
  await openWorkbench(page);
  await openTab(page, "Home");
  await card(page, "Distributed").waitFor();
  await openSheet(page, "Assumptions");
}

/** Opens the workbench on a workbook without a model; its test uses EMPTY_STATE. */
export async function openEmpty(page: Page): Promise<void> {
  await openWorkbench(page);
  await expect(field(page, "1. How many sites are there today?")).toBeVisible();
}

/** Throws the workbook away for an empty one. */
export async function startEmpty(page: Page): Promise<void> {
  await ribbonButton(page, "Start over").click();
  await page.getByRole("dialog", { name: "Start over?" }).getByRole("button", { name: "Start over empty" }).click();
  await expect(field(page, "1. How many sites are there today?")).toBeVisible({ timeout: START_MS });
}

export function card(page: Page, scenario: string): Locator {
  return pane(page).getByRole("article", { name: scenario });
}

/** A figure of a scenario as Home shows it. */
export function figure(page: Page, scenario: string, id: string): Locator {
  return card(page, scenario).locator(`[data-figure="${id}"]`);
}

/** A button of Fluent. Its role is in its element's internals, where a browser's accessibility tree finds it and this library does not. */
export function button(page: Page, name: string): Locator {
  return pane(page).locator("fluent-button:visible").getByText(name, { exact: true });
}

export function heading(page: Page, name: string): Locator {
  return pane(page).getByRole("heading", { name, exact: true });
}

export function field(page: Page, label: string): Locator {
  return pane(page).getByLabel(label, { exact: true });
}

export async function openTab(page: Page, name: string): Promise<void> {
  const tab = pane(page).getByRole("tab", { name });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
}

/** Has the ribbon give new scenarios their places: it shows what it would write, and writes it when one agrees. */
export async function addByRibbon(page: Page): Promise<void> {
  await ribbonButton(page, "Refresh").click();
  await expect(pane(page).locator("#refresh-writes")).toBeVisible();
  await button(page, "Add to the comparison").click();
}

/** Opens a question of Analyze, unless it is open. */
export async function openQuestion(page: Page, label: string): Promise<void> {
  const question = pane(page).getByRole("button", { name: label, exact: true });
  if ((await question.getAttribute("aria-expanded")) !== "true") await question.click();
  await expect(question).toHaveAttribute("aria-expanded", "true");
}

export async function openFromMenu(page: Page, name: string): Promise<void> {
  await pane(page).getByRole("button", { name: "More", exact: true }).click();
  await pane(page).getByRole("button", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** Replaces the text of a field key by key; nothing is written before Enter or Tab. */
export async function type(page: Page, locator: Locator, text: string): Promise<void> {
  await locator.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text, { delay: KEY_DELAY });
}

/** The row of an assumption in Inputs. */
export function inputRow(page: Page, key: string): Locator {
  return pane(page).locator(`[data-key="${key}"]`);
}

export function inputField(page: Page, key: string): Locator {
  return inputRow(page, key).getByRole("textbox");
}

/** What the pane says that it has done, or what went wrong. */
export function report(page: Page): Locator {
  return pane(page).locator(".report");
}

/** Waits until no color is on its way to another: a change of the color scheme is heard in the next frame, and buttons take theirs in steps. */
async function colorsSettled(frame: Frame): Promise<void> {
  await frame.evaluate(() => new Promise((heard) => requestAnimationFrame(heard)));
  await frame.waitForFunction(() => !document.getAnimations().some((animation) => animation instanceof CSSTransition));
}

/** Findings of axe in a document, by all of its rules or by some, without the parts that are left out and without what its frames show. */
async function findingsIn(frame: Frame, exclude: readonly string[], rules: readonly string[]): Promise<readonly string[]> {
  if (!(await frame.evaluate("'axe' in globalThis"))) await frame.evaluate(axe.source);
  await colorsSettled(frame);
  const options = { iframes: false, ...(rules.length > 0 && { runOnly: [...rules] }) };
  const { violations } = await frame.evaluate<AxeResults>(`axe.run(${JSON.stringify({ exclude })}, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Findings of axe in the pane, by all of its rules or by some. It runs in the pane alone, which is a page of its own in Excel. */
export async function findings(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  return findingsIn(await paneFrame(page), [], rules);
}

/** Findings of axe in the page around the pane. Elements of the grid's own library are not ours to correct. */
export function findingsAround(page: Page): Promise<readonly string[]> {
  return findingsIn(page.mainFrame(), ["#grid", "[data-u-comp]"], []);
}

/** Whether the pane can be scrolled sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return pane(page)
    .locator("main")
    .evaluate((main) => main.scrollWidth > main.clientWidth || document.documentElement.scrollWidth > window.innerWidth);
}

/** The frame in which the pane runs. */
export async function paneFrame(page: Page): Promise<Frame> {
  const element = await page.locator("#pane").elementHandle();
  const found = await element?.contentFrame();
  if (!found) throw new Error("The page has no pane.");
  return found;
}

/** What is sent in the place of an answer: another text, or without one of its headers. */
interface Instead {
  readonly text?: (text: string) => string;
  readonly withoutHeader?: string;
}

/** Changes what the page gets for an address. The browser keeps nothing of it: the pages of other tests ask for the file itself. */
export async function answerInstead(page: Page, url: string, { text, withoutHeader }: Instead): Promise<void> {
  const left = ["etag", "cache-control", withoutHeader];
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const headers = Object.entries(response.headers()).filter(([name]) => !left.includes(name));
    const body = text && text(await response.text());
    await route.fulfill({
      response,
      headers: { ...Object.fromEntries(headers), "cache-control": "no-store" },
      ...(body !== undefined && { body }),
    });
  });
}

/** The files of Microsoft's library, as the shipped page and the library itself ask for them. */
export const LIBRARY = ["office.js", "excel-win32-16.01.js", "en-us/office_strings.js"].map(
  (name) => `https://appsforoffice.microsoft.com/lib/1/hosted/${name}`,
);

/** The page of the workbench with another kind of Excel behind the pane. */
export function workbenchWith(excel: Partial<HostSettings>): string {
  return `workbench/?excel=${encodeURIComponent(JSON.stringify(excel))}`;
}

/** An Excel of 2019: no requirement set beyond ExcelApi 1.8. */
export const EXCEL_OF_2019: Partial<HostSettings> = { requirementSets: { ExcelApi: "1.8" } };

/** Runs a batch as another person's add-in would, without touching the keyboard here. Its text is sent to the frame: it can use nothing but its own body. */
async function runElsewhere(page: Page, body: string): Promise<void> {
  const frame = await paneFrame(page);
  await frame.evaluate(`Excel.run(async (context) => { ${body}; await context.sync(); })`);
}

/** Writes a cell as another person who edits the file would. */
export async function asSomebodyElse(page: Page, sheet: string, address: string, value: number | string): Promise<void> {
  const cell = `context.workbook.worksheets.getItem(${JSON.stringify(sheet)}).getRange(${JSON.stringify(address)})`;
  await runElsewhere(page, `${cell}.values = [[${JSON.stringify(value)}]]`);
}

/** Protects a sheet, as somebody does who wants its values to stay. */
export async function protectSheet(page: Page, name: string): Promise<void> {
  await runElsewhere(page, `context.workbook.worksheets.getItem(${JSON.stringify(name)}).protection.protect()`);
}

/** Sets calculation to manual, as in the options of Excel. */
export async function calculateByHand(page: Page): Promise<void> {
  await runElsewhere(page, `context.workbook.application.calculationMode = "Manual"`);
}

/** Deletes a sheet of the model, so that a test may begin without it. */
export async function deleteSheet(page: Page, name: string): Promise<void> {
  await runElsewhere(page, `context.workbook.worksheets.getItem(${JSON.stringify(name)}).delete()`);
}
