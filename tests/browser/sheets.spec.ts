/** The sheets that the add-in writes, in the real grid: what a person picks, comments, moves and breaks. */
import { expect, test } from "./test";
import type { Locator, Page } from "@playwright/test";
import { expectCell, goTo, openSheet, openWorkbench, pane, ribbonButton, START_MS, typeInto } from "./grid";
import { button, openTab } from "./pane";

test.beforeEach(({ page }) => openWorkbench(page));

/** The grid is at rest so long after it has opened, ms: sooner, it now and then drops what is typed into a cell with a list. */
const REST_MS = 3_500;

/** Types the name of a scenario into a picker. */
async function pick(page: Page, address: string, name: string): Promise<void> {
  await page.waitForTimeout(REST_MS);
  await typeInto(page, address, name);
}

/** A chart of the sheet in view, by the title that opens its name. */
function picture(page: Page, title: string): Locator {
  return page.locator("#grid .chart").getByRole("img", { name: new RegExp(`^${title}`) });
}

const CHARTS = [
  "Cost per year by cost pool",
  "Cumulative cost by architecture",
  "Bridge between the two scenarios",
  "Demand against capacity of the central system",
];

test.describe("the pickers of Compare", () => {
  test.use({ goesOn: true });

  test("refuse a name that no scenario has", async ({ page }) => {
    await openSheet(page, "Compare");
    await pick(page, "E5", "Nobody");
    await expect(page.getByText("Choose a scenario from the list.").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expectCell(page, "E5", "Distributed");
  });

  test("lead the strip, the variance, the differences, the charts and the summary to another scenario", async ({ page }) => {
    await openSheet(page, "Charts");
    await expectCell(page, "A25", /^Distributed costs USD 872k more than Base; the largest change is Salaries \(\+USD 1\.6M\)\.$/);
    await openSheet(page, "Compare");
    await expectCell(page, "A11", /^Distributed costs USD \d+k more than Base over the plan\.$/);
    await pick(page, "E5", "Growth");
    await expectCell(page, "E5", "Growth");
    await expectCell(page, "A11", /^Growth costs USD \d+\.\dM more than Base over the plan\.$/);
    await expectCell(page, "G6", "▲ costs more");
    await expectCell(page, "C59", "Growth");
    await typeInto(page, "J6", '=COUNTIF(A59:A200,"deal.Harbor Medical Center.close")');
    await expectCell(page, "J6", "1");
    await openSheet(page, "Charts");
    await expectCell(page, "A5", /^Growth, vertical: the largest part is /);
    await expectCell(page, "A25", /^Growth costs USD \d+\.\dM more than Base; the largest change is Integration of acquisitions \(\+USD /);
    await openSheet(page, "Summary");
    await expectCell(page, "A2", "Growth · Draft · USD · 2027-2031");
    await expectCell(page, "A5", /^Too close to call: all three are within 2\.\d% \(present value\)\.$/);
    await expectCell(page, "A7", /Central: start the split by Jan 2028\. Distributed: start the move by Jan 2027\.$|^Overdue: /);
  });
});

test.describe("charts", () => {
  test.use({ goesOn: true });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`draw on their sheet in ${colorScheme} colors, each with its words and nothing cut off`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 1900, height: 1500 });
      await openSheet(page, "Charts");
      for (const title of CHARTS) await expect(picture(page, title)).toBeVisible();
      await expect(picture(page, CHARTS[1] ?? "")).toHaveAccessibleName(
        /distributed has cost more in total than central at the end of the plan/,
      );
      const cutOff = await page.locator("#grid .chart svg").evaluateAll((drawings) =>
        drawings.flatMap((drawing) => {
          const frame = drawing.getBoundingClientRect();
          return Array.from(drawing.querySelectorAll("text"))
            .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
            .filter(
              ({ box }) =>
                box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1,
            )
            .map(({ words }) => words);
        }),
      );
      expect(cutOff).toEqual([]);
    });
  }

  test("follow an edit, and come back after a reload with the place that they were given", async ({ page }) => {
    await openSheet(page, "Summary");
    const total = picture(page, "Total cost by group");
    await expect(total).toBeVisible();
    const before = await total.innerHTML();
    const place = await total.boundingBox();
    await openSheet(page, "Assumptions");
    await typeInto(page, "K12", "1600");
    await openSheet(page, "Summary");
    await expect.poll(() => total.innerHTML()).not.toBe(before);
    await expect(page.locator("#saved")).toHaveText("Saved in this browser");
    await page.reload();
    await expect(ribbonButton(page, "Refresh")).toBeVisible({ timeout: START_MS });
    await openSheet(page, "Summary");
    await expect(total).toBeVisible();
    expect(await total.boundingBox()).toEqual(place);
  });
});

test.describe("one command", () => {
  test("that adds a sheet is taken back and done again by keys, and the pane goes on", async ({ page }) => {
    const tabs = page.locator("#grid [role=tab]").filter({ hasText: /^Report/ });
    const words = pane(page).locator("#report-writes");
    await openTab(page, "Compare");
    await expect(words).toHaveText("Adds the sheet Report 1. No other cell changes.");
    await button(page, "Insert report").click();
    await expect(tabs).toHaveText(["Report 1"]);
    await openSheet(page, "Report 1");
    await expectCell(page, "A7", "Server purchases");
    await goTo(page, "A1");
    await page.keyboard.press("Control+z");
    await expect(tabs).toHaveCount(0);
    await openSheet(page, "Compare");
    await expectCell(page, "A1", "Compare");
    await expect(words).toHaveText("Adds the sheet Report 1. No other cell changes.");
    await goTo(page, "A1");
    await page.keyboard.press("Control+y");
    await expect(tabs).toHaveText(["Report 1"]);
    await openSheet(page, "Report 1");
    await expectCell(page, "A7", "Server purchases");
  });
});

test.describe("damage", () => {
  test.use({ goesOn: true });

  test("of a deleted sheet is told, and what can be written again is", async ({ page }) => {
    await page.locator("#grid").getByText("Charts", { exact: true }).last().click({ button: "right" });
    await page.getByText("Delete", { exact: true }).click();
    await page.getByText("OK", { exact: true }).click();
    await expect(pane(page).getByText("The sheet Charts is missing.")).toBeVisible();
    await pane(page).getByText("Look and repair", { exact: true }).click();
    await pane(page).getByText("Repair 1 item", { exact: true }).click();
    await expect(pane(page).getByText("Nothing of the model is damaged.")).toBeVisible();
    await openSheet(page, "Charts");
    for (const title of CHARTS) await expect(picture(page, title)).toBeVisible();
  });
});
