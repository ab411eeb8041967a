import { expect, test } from "@playwright/test";
import { cards, openWorkbench, SAMPLE_STATE } from "./grid";

/** The other tests begin with the sample as a browser has saved it, instead of writing it anew each time. */
test("the sample is written into an empty workbook and saved", async ({ page }) => {
  await openWorkbench(page);
  await expect(cards(page)).toHaveCount(3);
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page.context().storageState({ path: SAMPLE_STATE, indexedDB: true });
});
