import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { EMPTY_STATE, openSheet, pane, START_MS } from "./grid";
import {
  workbenchWith,
  EXCEL_OF_2019,
  button,
  field,
  findings,
  heading,
  inputField,
  openEmpty,
  openFromMenu,
  openSample,
  openTab,
  scrollsSideways,
  type,
} from "./pane";
import { SCREENS, WITHOUT_MODEL } from "./screens";
import type { Reach } from "./screens";
import type { HostSettings } from "../../src/workbench/office/settings";

/** The only rules of axe that colors bear on. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** Sets the width of the pane by the keys of its edge: 300 pixels are the narrowest. */
async function narrow(page: Page): Promise<void> {
  await page.getByRole("separator", { name: "Width of the pane" }).focus();
  await page.keyboard.press("Home");
}

/** A page of its own for each state takes a minute on a busy machine: the states of one model share a page, each after the ones before. */
test("every screen and state has no finding of axe in light or dark colors, and none scrolls sideways at 300 pixels", async ({ page }) => {
  test.setTimeout(900_000);
  await openSample(page);
  await narrow(page);
  for (const [name, reach] of SCREENS) {
    await test.step(name, async () => {
      await reach(page);
      await examine(page, name);
      await settle(page);
    });
  }
});

const WHITE = "#FFFFFF";

/** The colors on which the pictures of the pane are drawn. */
function pictureGrounds(page: Page): Promise<readonly string[]> {
  const drawings = pane(page).locator(".picture svg[role=img]");
  return drawings.evaluateAll((found) => found.map((drawing) => drawing.querySelector("rect")?.getAttribute("fill") ?? "none"));
}

/** That axe finds nothing in what the pane shows, in either color scheme, and that it fits. */
async function examine(page: Page, name: string): Promise<void> {
  expect(await findings(page), name).toEqual([]);
  expect(await scrollsSideways(page), name).toBe(false);
  await picture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => pictureGrounds(page), `pictures of ${name} in dark`).not.toContain(WHITE);
  expect(await findings(page, COLOR_RULES), `${name}, dark`).toEqual([]);
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
}

async function picture(page: Page, name: string): Promise<void> {
  const path = test.info().outputPath(`${name.replaceAll(/[ ,]+/g, "-").toLowerCase()}.png`);
  await page.screenshot({ path, clip: await paneArea(page) });
}

async function paneArea(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator("#pane").boundingBox();
  if (!box) throw new Error("The pane is not in sight.");
  return box;
}

/** Back to where the next state begins: Home, without what the last state left. */
async function settle(page: Page): Promise<void> {
  for (const name of ["Take theirs", "Keep the formula", "Cancel", "All functions", "All snapshots", "Close"]) {
    const left = button(page, name);
    if ((await left.count()) > 0) await left.first().click();
  }
  const more = pane(page).getByRole("button", { name: "More", exact: true });
  if ((await more.getAttribute("aria-expanded")) === "true") await more.click();
  await openSheet(page, "Assumptions");
  await openTab(page, "Home");
}

test.describe("a workbook without a model", () => {
  test.use({ storageState: EMPTY_STATE });

  test("has no finding of axe in light or dark colors in any state", async ({ page }) => {
    test.setTimeout(400_000);
    await openEmpty(page);
    await narrow(page);
    for (const [name, reach] of WITHOUT_MODEL) {
      await test.step(name, async () => {
        await reach(page);
        await examine(page, name);
        const cancel = button(page, "Cancel");
        if ((await cancel.count()) > 0) await cancel.click();
        const sites = field(page, "1. How many sites are there today?");
        if ((await sites.count()) > 0) await type(page, sites, "3");
      });
    }
  });
});

test.describe("the keyboard", () => {
  test.use({ goesOn: true });
  test.beforeEach(({ page }) => openSample(page));

  test("opens tabs by arrow keys, and what a tab shows comes next", async ({ page }) => {
    await pane(page).getByRole("tab", { name: "Home" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(pane(page).getByRole("tab", { name: "Inputs" })).toBeFocused();
    await expect(field(page, "Scenario")).toBeVisible();
    await page.keyboard.press("End");
    await expect(pane(page).getByRole("tab", { name: "Formulas" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("ArrowRight");
    await expect(pane(page).getByRole("tab", { name: "Home" })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(field(page, "Find a function")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(field(page, "Find a function")).toBeFocused();
  });

  test("opens and leaves the menu, and the focus goes where what was chosen begins", async ({ page }) => {
    const more = pane(page).getByRole("button", { name: "More", exact: true });
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(pane(page).getByRole("button", { name: "Snapshots" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(pane(page).getByRole("button", { name: "Snapshots" })).toBeHidden();
    await expect(more).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(heading(page, "Snapshots")).toBeFocused();
  });

  test("writes a value and goes on from its field", async ({ page }) => {
    await openTab(page, "Inputs");
    const growth = inputField(page, "demand.growth");
    await growth.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("3%", { delay: 20 });
    await page.keyboard.press("Enter");
    await expect(growth).toHaveValue("3%");
    await expect(pane(page).locator(".report")).toContainText("3%");
    await expect(growth).toBeFocused();
  });
});

const HOSTS: readonly (readonly [string, Partial<HostSettings>, RegExp])[] = [
  ["a file that is open for reading only", { isReadOnly: true }, /^This file is open for reading only/],
  ["an Excel that is too old", EXCEL_OF_2019, /^\s*This Excel is older than the pane needs/],
];

for (const [name, excel, words] of HOSTS)
  test(`${name} has no finding of axe in light or dark colors`, async ({ page }) => {
    await page.goto(workbenchWith(excel));
    await narrow(page);
    await expect(pane(page).getByText(words)).toBeVisible({ timeout: START_MS });
    await examine(page, name);
  });

test("contrast themes keep what tells the open tab and own values apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openSample(page);
  await openTab(page, "Inputs");
  await field(page, "Scenario").selectOption("Growth");
  const isSeen = (selector: string, side: string) =>
    pane(page)
      .locator(selector)
      .first()
      .evaluate((element, property) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return getComputedStyle(element).getPropertyValue(property) !== ground;
      }, `border-${side}-color`);
  expect(await isSeen('[role="tab"][aria-selected="true"]', "bottom")).toBe(true);
  expect(await isSeen('[role="tab"][aria-selected="false"]', "bottom")).toBe(false);
  expect(await isSeen(".inputs li.own", "left")).toBe(true);
  expect(await isSeen(".inputs li:not(.own)", "left")).toBe(false);
  expect(await findings(page)).toEqual([]);
});

const CONTRASTED: readonly (readonly [string, Reach])[] = SCREENS.filter(([name]) =>
  [
    "Home with the actions of a scenario",
    "Home with a name that is refused",
    "the menu",
    "Inputs with details and a value that cannot be read",
    "Compare",
    "Analyze with what matters most",
    "Analyze with which wins where",
    "Formulas with a form and a result",
    "Snapshots with a difference",
    "Import and export with a plan",
    "Settings",
    "a damaged model",
  ].includes(name),
);

test("contrast themes leave no screen with a finding of axe, on light ground or dark", async ({ page }) => {
  await openSample(page);
  await narrow(page);
  for (const [name, reach] of CONTRASTED)
    await test.step(name, async () => {
      await reach(page);
      // A button under the mouse is painted in the theme's colors, but its inner part computes to the color that it has without: axe reads that.
      await page.mouse.move(0, 0);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ forcedColors: "active", colorScheme });
        expect(await findings(page, COLOR_RULES), `${name}, ${colorScheme}`).toEqual([]);
        await picture(page, `contrast-${name}-${colorScheme}`);
      }
      await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
      await settle(page);
    });
});

/** Texts of the pane that cannot be read to their end: beyond its edge, or cut off by what they stand in. A table of many columns scrolls by itself. */
function cutOff(page: Page): Promise<readonly string[]> {
  return pane(page)
    .locator("header, main, footer")
    .locator("h1, h2, h3, p, li, th, td, dt, dd, label, legend, button, fluent-button, input, select, summary")
    .evaluateAll((elements) => {
      const isMeant = (element: Element) => element.closest(".hidden, .wide, [hidden]") !== null;
      const isCut = (element: Element) => {
        const { right, left, width } = element.getBoundingClientRect();
        const isClipping = getComputedStyle(element).overflowX !== "visible" && !(element instanceof HTMLInputElement);
        return width > 0 && (left < 0 || right > window.innerWidth + 1 || (isClipping && element.scrollWidth > element.clientWidth + 1));
      };
      return elements
        .filter((element) => !isMeant(element) && isCut(element))
        .map((element) => `${element.tagName}: ${element.textContent.trim()}`);
    });
}

test("at twice the size nothing is cut off or scrolls sideways", async ({ page }) => {
  await openSample(page);
  await pane(page)
    .locator("html")
    .evaluate((root) => root.style.setProperty("zoom", "2"));
  await page.getByRole("separator", { name: "Width of the pane" }).focus();
  await page.keyboard.press("End");
  for (const tab of ["Home", "Inputs", "Compare", "Analyze", "Formulas"]) {
    await openTab(page, tab);
    if (tab === "Compare") await expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible();
    expect(await scrollsSideways(page), tab).toBe(false);
    expect(await cutOff(page), tab).toEqual([]);
    await picture(page, `twice-${tab}`);
  }
  for (const name of ["Snapshots", "Import and export", "Repair", "Settings", "Help"]) {
    await openFromMenu(page, name);
    expect(await scrollsSideways(page), name).toBe(false);
    expect(await cutOff(page), name).toEqual([]);
  }
});
