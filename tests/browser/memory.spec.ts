/** What a page keeps of edits: as much after many as after few. Counted, not timed. */
import type { CDPSession, Page } from "@playwright/test";
import { expectCell, openBlankSheet, openWorkbench, typeInto } from "./grid";
import { expect, test } from "./test";

/** Edits after which the grid has made all that it makes once. */
const FIRST_EDITS = 5;
const EDITS = 20;
/** A few come and go with what is in sight; each edit that leaves one more makes twenty. */
const MOST_NEW_LISTENERS = 8;

/** The page's event listeners that are still in use. */
async function listenersOf(browser: CDPSession): Promise<number> {
  await browser.send("HeapProfiler.collectGarbage");
  const { metrics } = await browser.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? NaN;
}

async function edit(page: Page, times: number): Promise<void> {
  for (let time = 1; time <= times; time++) await typeInto(page, "A1", String(time));
  await expectCell(page, "B1", String(times * 2));
}

test("edits leave no event listeners behind", async ({ page }) => {
  await openWorkbench(page);
  await openBlankSheet(page);
  await typeInto(page, "B1", "=SUM(A1:A2)*2");
  const browser = await page.context().newCDPSession(page);
  await browser.send("Performance.enable");
  await edit(page, FIRST_EDITS);
  const before = await listenersOf(browser);
  await edit(page, EDITS);
  expect((await listenersOf(browser)) - before).toBeLessThan(MOST_NEW_LISTENERS);
  await browser.detach();
});
