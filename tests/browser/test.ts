import { expect, test as base } from "@playwright/test";
import type { BrowserContext, Page } from "@playwright/test";
import { putStorage } from "./browserStorage";

export { expect };

/** Where every page stands, whatever test opens it. */
export const PLACE = { viewport: { width: 1440, height: 900 }, locale: "en-US", timezoneId: "UTC" };

/** The grid's own library goes on to validate the cells of a sheet that was deleted meanwhile. */
const OF_THE_GRID = /^Error: cannot find current worksheet, sheetId: \S+\s+at \w+\.validatorRanges /;

/** What the tests of a worker share: a profile of the browser, and the group whose next test goes on in its page. */
interface Visits {
  readonly profile: BrowserContext;
  group: string | undefined;
}

interface Options {
  /** Whether the tests of a group (a describe, or a file) go on in the workbench as the one before left it, instead of opening it again. */
  readonly goesOn: boolean;
}

/**
 * Playwright's test, with one page for all tests of a worker: it remembers the compiled scripts, and the workbench opens in half the time. A test
 * begins with the stored workbook that it asks for and with nothing else of the tests before, unless its group says that it goes on. After one that
 * fails the worker is another, and so is the page. An error that a page does not catch is a failure of its test.
 */
export const test = base.extend<Options, { visits: Visits }>({
  goesOn: [false, { option: true }],
  visits: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const profile = await browser.newContext({ ...PLACE, ...(baseURL === undefined ? {} : { baseURL }) });
      await use({ profile, group: undefined });
      await profile.close();
    },
    { scope: "worker" },
  ],
  context: async ({ visits }, use) => use(visits.profile),
  page: async ({ context, storageState, goesOn, visits }, use, info) => {
    const group = goesOn ? info.titlePath.slice(0, -1).join(" > ") : undefined;
    const page = context.pages()[0] ?? (await context.newPage());
    if (group === undefined || group !== visits.group) await putStorage(page, storageState);
    await page.setViewportSize(PLACE.viewport);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    const errors: string[] = [];
    page.on("pageerror", (error) => {
      const words = error.stack ?? error.message;
      if (!OF_THE_GRID.test(words)) errors.push(words);
    });
    await use(page);
    await endListening(page);
    visits.group = group;
    if (group === undefined) await page.goto("about:blank");
    expect(errors).toEqual([]);
  },
});

/** Ends whatever a test left that listens to the page or answers in its place. */
async function endListening(page: Page): Promise<void> {
  const others = page
    .context()
    .pages()
    .filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  for (const event of ["pageerror", "request", "console"]) await page.removeAllListeners(event, { behavior: "wait" });
  await page.unrouteAll({ behavior: "wait" });
}
