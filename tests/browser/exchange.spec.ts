import { readFileSync } from "node:fs";
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { expectCell, openSheet, pane } from "./grid";
import { button, figure, openFromMenu, openSample, openTab, startEmpty } from "./pane";

test.beforeEach(({ page }) => openSample(page));

/** The text of a file that the pane has made. */
async function madeText(page: Page, name: RegExp): Promise<string> {
  await expect(pane(page).getByRole("heading", { name })).toBeVisible();
  return pane(page).getByRole("textbox", { name }).inputValue();
}

async function saved(page: Page, label: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, label).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Opens the screen without what it would write for a test before. */
async function openExchange(page: Page): Promise<void> {
  await openFromMenu(page, "Import and export");
  const left = button(page, "Cancel");
  if ((await left.count()) > 0) await left.click();
}

test.describe("an export", () => {
  test.use({ goesOn: true });

  test("takes the focus once, and leaves it to the menu that is opened then", async ({ page }) => {
    await openExchange(page);
    await button(page, "Costs as CSV (FOCUS 1.2)").click();
    await expect(pane(page).getByRole("heading", { name: /^costs-/ })).toBeFocused();
    await pane(page).getByRole("button", { name: "More", exact: true }).click();
    await expect(pane(page).getByRole("button", { name: "More", exact: true })).toBeFocused();
    await pane(page).getByRole("button", { name: "Snapshots", exact: true }).click({ timeout: 10_000 });
    await expect(button(page, "Take a snapshot")).toBeVisible();
  });

  test("of a frozen copy is a workbook of values alone", async ({ page }) => {
    await openExchange(page);
    const { name, bytes } = await saved(page, "Copy with values frozen");
    expect(name).toMatch(/^tco-plan-values-.*\.xlsx$/);
    const { sheets } = await readXlsx(bytes);
    const compare = sheets.find((sheet) => sheet.name === "Compare");
    expect(compare?.rows.flat()).toContain("Total cost, vertical");
    expect(bytes.includes("TCO.")).toBe(false);
    expect(
      [...(compare?.cells ?? new Map<string, { formula?: string }>()).values()].filter(({ formula }) => formula !== undefined),
    ).toEqual([]);
  });

  test("of scenarios is a file that another workbook takes in, with everything that was stated", async ({ page }) => {
    const before = (await figure(page, "Growth", "tco.vertical").textContent()) ?? "";
    await openExchange(page);
    await button(page, "Scenarios as JSON").click();
    const text = await madeText(page, /^scenarios-.*\.json$/);
    const { name, bytes } = await saved(page, "Save as a file");
    expect(name).toMatch(/^scenarios-\d{4}-\d{2}-\d{2}\.json$/);
    expect(bytes.toString("utf8")).toBe(text);
    await startEmpty(page);
    await button(page, "Import scenarios").click();
    await pane(page).locator("#import-file").setInputFiles({ name, mimeType: "application/json", buffer: bytes });
    await expect(pane(page).getByText("New: Growth, Distributed.")).toBeVisible();
    await button(page, "Import").click();
    await openTab(page, "Home");
    await expect(figure(page, "Growth", "tco.vertical")).toHaveText(before);
    await openSheet(page, "Log");
    await expectCell(page, "B6", "Import");
  });
});
