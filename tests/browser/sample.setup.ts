import { expect, test } from "./test";
import { cards, EMPTY_STATE, openWorkbench, pane, ribbonButton, SAMPLE_STATE, START_MS } from "./grid";

/** The other tests begin with what a browser has saved here, instead of writing it again each time. */
test("the sample is written into an empty workbook and saved, and gives way to an empty workbook", async ({ page }) => {
  await openWorkbench(page);
  await expect(cards(page)).toHaveCount(3);
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page.context().storageState({ path: SAMPLE_STATE, indexedDB: true });

  await ribbonButton(page, "Start over").click();
  await page.getByRole("dialog", { name: "Start over?" }).getByRole("button", { name: "Start over empty" }).click();
  await expect(pane(page).getByText("1. How many sites are there today?")).toBeVisible({ timeout: START_MS });
  await expect(page.locator("#grid").getByText("Summary", { exact: true })).toHaveCount(0);
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page.context().storageState({ path: EMPTY_STATE, indexedDB: true });
});
