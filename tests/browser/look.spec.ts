import { expect, test } from "@playwright/test";
import { pane } from "./grid";
import { button, openSample, openTab } from "./pane";
for (const scheme of ["light", "dark"] as const)
test(`look ${scheme}`, async ({ page }) => {
  await page.emulateMedia({ colorScheme: scheme });
  await openSample(page);
  const sep = page.getByRole("separator", { name: "Width of the pane" }); await sep.focus();
  if (scheme === "dark") await page.keyboard.press("Home");
  await openTab(page, "Analyze");
  await page.locator("#pane").screenshot({ path: `/tmp/look/${scheme}-start.png` });
  await page.setViewportSize({ width: 1440, height: 2400 });
  const q = async (label: string, name: string, pre?: () => Promise<void>) => {
    await pane(page).getByRole("button", { name: label }).click();
    await pre?.();
    await button(page, "Answer").click();
    const t = Date.now();
    await expect(pane(page).getByRole("region", { name: "Answer" }).or(pane(page).getByRole("alert"))).toBeVisible({ timeout: 60000 });
    console.log(name, Date.now() - t, "ms");
    await expect(pane(page).getByText("Drawing ...")).toHaveCount(0);
    await page.waitForTimeout(300);
    await page.locator("#pane").screenshot({ path: `/tmp/look/${scheme}-${name}.png` });
    await pane(page).getByRole("button", { name: label }).click();
  };
  await q("What matters most?", "tornado");
  await q("How sure is it?", "simulation", async () => { await pane(page).locator("#simulation-ranges").selectOption("tenth"); });
  await q("Where do they cross?", "crossing");
  await q("What must an assumption be?", "solve", async () => { await pane(page).locator("#solve-target").fill("40M"); });
  await q("Which wins where?", "map");
  await q("When to switch?", "switch");
  await q("What would you do?", "advice");
});
