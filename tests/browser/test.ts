import { expect, test as base } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";

export { expect };

/** Where every page stands, whatever test opens it. */
export const PLACE = { viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" };

/** The grid's own library goes on to validate the cells of a sheet that was deleted meanwhile. */
const OF_THE_GRID = /^Error: cannot find current worksheet, sheetId: \S+\s+at \w+\.validatorRanges /;

/**
 * Playwright's test, with one page for all tests of a worker: it remembers the compiled scripts, and the workbench opens in half the time. A test
 * begins with the stored workbook that it asks for and with nothing else of the tests before. After one that fails the worker is another, and so is
 * the page. An error that a page does not catch is a failure of its test.
 */
export const test = base.extend<object, { profile: BrowserContext }>({
  profile: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const profile = await browser.newContext({ ...PLACE, ...(baseURL === undefined ? {} : { baseURL }) });
      await use(profile);
      await profile.close();
    },
    { scope: "worker" },
  ],
  context: async ({ profile, storageState }, use) => {
    await profile.setStorageState(storageState ?? { cookies: [], origins: [] });
    await use(profile);
  },
  page: async ({ context }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize(PLACE.viewport);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    const errors: string[] = [];
    page.on("pageerror", (error) => {
      const words = error.stack ?? error.message;
      if (!OF_THE_GRID.test(words)) errors.push(words);
    });
    await use(page);
    await leave(page);
    expect(errors).toEqual([]);
  },
});

/** Leaves the workbench and whatever listens to the page or answers in its place. */
async function leave(page: Page): Promise<void> {
  const others = page
    .context()
    .pages()
    .filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  for (const event of ["pageerror", "request", "console"]) await page.removeAllListeners(event, { behavior: "wait" });
  await page.unrouteAll({ behavior: "wait" });
  await page.goto("about:blank");
}
