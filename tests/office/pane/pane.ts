/** What a person does in the workbook and in the pane beside it, by the names that a screen reader says. */

import { expect, test as base, vi } from "vitest";
import { type Locator, WAITING } from "./locator";
import { type Workbench, openSample } from "./workbench";

export { WAITING } from "./locator";

/** A sheet of every workbook that no model writes on. */
const BLANK_SHEET = "Sheet1";

interface Visits {
  page: Workbench | undefined;
  group: string | undefined;
}

const visits: Visits = { page: undefined, group: undefined };

interface Begin {
  /** Whether the tests of a group (a describe, or a file) go on in the workbench as the one before left it, instead of opening it again. */
  readonly goesOn?: boolean;
  /** What each test begins with. */
  readonly begin?: (page: Workbench) => Promise<unknown>;
  readonly open?: () => Promise<Workbench>;
}

/** As a person begins: Home, with the sheet of the inputs in sight. */
async function beginAtHome(page: Workbench): Promise<void> {
  await openTab(page, "Home");
  if (page.grid.sheets.list().some(({ name }) => name === "Assumptions")) await openSheet(page, "Assumptions");
}

/** The workbench in which the tests of a group go on, or another one. */
async function visited(group: string | undefined, open: () => Promise<Workbench>): Promise<Workbench> {
  if (visits.page !== undefined && group !== undefined && group === visits.group) return visits.page;
  await visits.page?.close();
  visits.page = await open();
  return visits.page;
}

/** Vitest's test with a workbench, the sample's where nothing else is said. What the page throws and nobody catches is a failure of its test. */
export function testsOf({ goesOn = false, begin, open = openSample }: Begin = {}) {
  return base.extend<{ page: Workbench }>({
    page: async ({ task }, use) => {
      const group = goesOn ? `${task.file.name} ${task.suite?.id ?? ""}` : undefined;
      const page = await visited(group, open);
      visits.group = undefined;
      await beginAtHome(page);
      await begin?.(page);
      await use(page);
      if (task.result?.state !== "fail") visits.group = group;
      expect(page.errors).toEqual([]);
    },
  });
}

export const pane = (page: Workbench): Locator => page.pane;

/** Scenarios of Home with their figures, one text each. */
export const cards = (page: Workbench): Locator => page.pane.getByRole("article");

export function card(page: Workbench, scenario: string): Locator {
  return page.pane.getByRole("article", { name: scenario });
}

/** A figure of a scenario as Home shows it. */
export function figure(page: Workbench, scenario: string, id: string): Locator {
  return card(page, scenario).locator(`[data-figure="${id}"]`);
}

/** A button that does something, by its words. */
export function button(page: Workbench, name: string): Locator {
  return page.pane.getByRole("action", { name, exact: true });
}

export function heading(page: Workbench, name: string): Locator {
  return page.pane.getByRole("heading", { name, exact: true });
}

export function field(page: Workbench, label: string): Locator {
  return page.pane.getByLabel(label, { exact: true });
}

/** The row of an assumption in Inputs. */
export function inputRow(page: Workbench, key: string): Locator {
  return page.pane.locator(`[data-key="${key}"]`);
}

export function inputField(page: Workbench, key: string): Locator {
  return inputRow(page, key).getByRole("textbox");
}

/** What the pane says that it has done, or what went wrong. */
export function report(page: Workbench): Locator {
  return page.pane.locator(".report");
}

export async function openTab(page: Workbench, name: string): Promise<void> {
  const tab = page.pane.getByRole("tab", { name });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-selected", "true");
}

export async function openFromMenu(page: Workbench, name: string): Promise<void> {
  await page.pane.getByRole("button", { name: "More", exact: true }).click();
  await page.pane.getByRole("button", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
}

/** Opens a question of Analyze, unless it is open. */
export async function openQuestion(page: Workbench, label: string): Promise<void> {
  const question = page.pane.getByRole("button", { name: label, exact: true });
  if ((await question.getAttribute("aria-expanded")) !== "true") await question.click();
  await expect(question).toHaveAttribute("aria-expanded", "true");
}

/** Replaces the text of a field key by key; nothing is written before Enter or Tab. */
export const type = (_page: Workbench, locator: Locator, text: string): Promise<void> => locator.type(text);

export async function openSheet(page: Workbench, name: string): Promise<void> {
  page.sheet.open(name);
  await page.grid.settled();
}

/** Selects cells of the sheet in sight. */
export async function goTo(page: Workbench, address: string): Promise<void> {
  page.sheet.goTo(address);
  await page.grid.settled();
}

/** Opens an empty sheet: what a test before wrote into its first cells is deleted. */
export async function openBlankSheet(page: Workbench): Promise<void> {
  await openSheet(page, BLANK_SHEET);
  page.sheet.clear("A1:Z100");
  await goTo(page, "A1");
}

/** Types into a cell of the sheet in sight, and waits until what follows from it is calculated. */
export async function typeInto(page: Workbench, address: string, text: string): Promise<void> {
  page.sheet.type(address, text);
  // Without a screen the grid now and then leaves an edit uncalculated that comes as it ends a calculation.
  await page.grid.recalculate();
}

/** Waits until a cell of the sheet in sight shows a text. */
export async function expectCell(page: Workbench, address: string, text: string | RegExp): Promise<void> {
  const check = async () => {
    const shown = await page.sheet.text(address);
    if (typeof text === "string") expect(shown, address).toBe(text);
    else expect(shown, address).toMatch(text);
  };
  await vi.waitFor(check, WAITING);
}

/** Has the ribbon give new scenarios their places: it shows what it would write, and writes it when one agrees. */
export async function addByRibbon(page: Workbench): Promise<void> {
  void page.host.runCommand("refreshModel");
  await expect(page.pane.locator("#refresh-writes")).toBeVisible();
  await button(page, "Add to the comparison").click();
}

/** Writes a cell as another person who edits the file would. */
export function asSomebodyElse(page: Workbench, sheet: string, address: string, value: number | string): Promise<void> {
  return page.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

/** Deletes a sheet of the model. */
export function deleteSheet(page: Workbench, name: string): Promise<void> {
  return page.run(async (context) => {
    context.workbook.worksheets.getItem(name).delete();
    await context.sync();
  });
}
