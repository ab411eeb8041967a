import { expect, test } from "./test";
import type { CDPSession, Page } from "@playwright/test";
import { expectCell, goTo, openSheet, openWorkbench, typeInto } from "./grid";
import { median, report, slownessOf } from "./measure";

const CELLS = 1000;
const SPILLS = 40;
const ROUNDS = 3;
/** Of the time that as many cells of a trivial function take. */
const MOST_TIMES = 1.5;
const MOST_MS_OF_SPILLS = 300;
/** For so long the page has to rest, ms, and this share of it at most is spent on the blinking of a cursor and the like. */
const QUIET_MS = 1000;
const MOST_WORK_AT_REST = 0.15;

/** Copies a cell's formula down to a row, by the keys of the grid. */
async function fillDown(page: Page, from: string, to: string): Promise<void> {
  await goTo(page, from);
  await page.keyboard.press("Control+c");
  await goTo(page, `${from}:${to}`);
  await page.keyboard.press("Control+v");
}

/** Milliseconds of work that the page's thread has done since it began, its painting too. */
async function workSoFar(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? NaN);
}

/** What the page has done, ms, by when, and what share of its time it spends at rest: the blinking of a cursor and the like. */
interface Rest {
  readonly work: number;
  readonly at: number;
  readonly share: number;
}

/** Waits until the page does next to nothing. */
async function restOf(page: Page, session: CDPSession): Promise<Rest> {
  for (let [work, at] = [await workSoFar(session), performance.now()]; ;) {
    await page.waitForTimeout(QUIET_MS);
    const [before, began] = [work, at];
    [work, at] = [await workSoFar(session), performance.now()];
    const share = (work - before) / (at - began);
    if (share < MOST_WORK_AT_REST) return { work, at, share };
  }
}

/** Milliseconds of work that an edit sets off, without what the page does at rest. */
async function workOf(page: Page, address: string, text: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await goTo(page, address);
  await page.keyboard.type(text);
  await restOf(page, session);
  const before = await workSoFar(session);
  const began = performance.now();
  await page.keyboard.press("Enter");
  const after = await restOf(page, session);
  await session.detach();
  return after.work - before - after.share * (after.at - began);
}

/** Begins to note how long the page is busy: tasks of at least 50 ms, as the browser reports them. */
async function watchWork(page: Page): Promise<void> {
  await page.evaluate(() => {
    const work = { busy: 0, last: performance.now() };
    Object.assign(window, { work });
    new PerformanceObserver((list) => {
      for (const { duration, startTime } of list.getEntries()) {
        work.busy += duration;
        work.last = startTime + duration;
      }
    }).observe({ type: "longtask" });
  });
}

/** Counts long tasks from now on and waits until there are no more; gives their milliseconds. */
function longWorkUntilQuiet(page: Page): Promise<number> {
  return page.evaluate((quiet) => {
    const { work } = window as unknown as { work: { busy: number; last: number } };
    return new Promise<number>((resolve) => {
      const wait = () => (performance.now() - work.last > quiet ? resolve(work.busy) : setTimeout(wait, 100));
      Object.assign(work, { busy: 0, last: performance.now() });
      wait();
    });
  }, QUIET_MS);
}

/** Milliseconds of long tasks, during which a person waits, that an edit sets off, its repainting too. */
async function longWorkOf(page: Page, address: string, text: string): Promise<number> {
  await goTo(page, address);
  await page.keyboard.type(text);
  await longWorkUntilQuiet(page);
  const counted = longWorkUntilQuiet(page);
  await page.keyboard.press("Enter");
  return counted;
}

/** A sheet with a scenario of its own that B1 changes, from the sample's Base. */
async function openOwnScenario(page: Page): Promise<void> {
  await openWorkbench(page);
  await openSheet(page, "Sheet1");
  await typeInto(page, "B1", "0.02");
  await typeInto(page, "B2", "100");
  await typeInto(page, "H1", '=TCO.SCENARIO.WITH(as.Base,"demand.growth",$B$1)');
  await expectCell(page, "H1", "Key");
}

test(`${String(CELLS)} cells that read one scenario take at most ${String(MOST_TIMES)} times as long as ${String(CELLS)} cells of a trivial function`, async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openOwnScenario(page);
  await typeInto(page, "D1", '=TCO.METRIC($H$1:$I$300,"tco","vertical")');
  await typeInto(page, "E1", "=TCO.GROWTH.AT($B$2,0.1,1)");
  await fillDown(page, "D1", `D${String(CELLS)}`);
  await fillDown(page, "E1", `E${String(CELLS)}`);
  await expectCell(page, `E${String(CELLS)}`, "110");
  const times = { scenario: [] as number[], trivial: [] as number[] };
  for (let round = 1; round <= ROUNDS; round++) {
    times.scenario.push(await workOf(page, "B1", `0.0${String(round)}`));
    times.trivial.push(await workOf(page, "B2", String(100 + round)));
  }
  await expectCell(page, `E${String(CELLS)}`, /^113\.3/);
  const [scenario, trivial] = [median(times.scenario), median(times.trivial)];
  report(
    `${String(CELLS)} cells`,
    `${scenario.toFixed(0)} ms reading a scenario, ${trivial.toFixed(0)} ms trivial: ${(scenario / trivial).toFixed(2)} times`,
  );
  expect(scenario).toBeLessThanOrEqual(trivial * MOST_TIMES);
});

test(`an edit that feeds ${String(SPILLS)} spills repaints within ${String(MOST_MS_OF_SPILLS)} ms`, async ({ page }) => {
  test.setTimeout(900_000);
  await openOwnScenario(page);
  await typeInto(page, "K1", '=TCO.VERTICAL($H$1:$I$300,"total")');
  await fillDown(page, "K1", `K${String(SPILLS)}`);
  await expectCell(page, `K${String(SPILLS)}`, /^\d/);
  await watchWork(page);
  const times: number[] = [];
  const slowness = await slownessOf(page);
  for (let round = 1; round <= ROUNDS; round++) times.push(await longWorkOf(page, "B1", `0.0${String(round)}`));
  report(`${String(SPILLS)} spills`, `${median(times).toFixed(0)} ms on a machine ${slowness.toFixed(1)} times as slow as the yardstick's`);
  expect(median(times) / slowness).toBeLessThanOrEqual(MOST_MS_OF_SPILLS);
});
