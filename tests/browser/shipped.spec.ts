/** The page that Excel opens, byte for byte: its one request for office.js is answered by the workbench's stand-in. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./test";
import type { Page } from "@playwright/test";
import { pane } from "./grid";
import { card, field, figure, inputField, openFromMenu, openSample, openTab, button } from "./pane";

const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const dist = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

/** Opens the shipped page in the workbench's frame; gives every address that was asked. */
async function openShipped(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route("**/workbench/taskpane.html", (route) => route.fulfill({ status: 302, headers: { location: "/taskpane.html" } }));
  await page.route(OFFICE_JS, (route) =>
    route.fulfill({ contentType: "text/javascript", body: readFileSync(dist("workbench/office.js")) }),
  );
  await openSample(page);
  return asked;
}

/** Opens every screen and uses what loads code or asks something. */
async function useEverything(page: Page): Promise<void> {
  await openTab(page, "Inputs");
  await expect(inputField(page, "demand.growth")).toBeVisible();
  await openTab(page, "Compare");
  await expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible();
  await expect(pane(page).getByRole("img").first()).toBeVisible();
  await openTab(page, "Formulas");
  await expect(field(page, "Find a function")).toBeVisible();
  for (const name of ["Snapshots", "Repair", "Settings", "Help", "Import and export"]) await openFromMenu(page, name);
  await button(page, "Costs as CSV (FOCUS 1.2)").click();
  await expect(button(page, "Save as a file")).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await button(page, "Copy").click();
}

test("works under its own content security policy, and asks nothing but its own files and office.js", async ({ page, baseURL }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  const asked = await openShipped(page);
  await useEverything(page);
  const outside = asked.filter((url) => !url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url));
  expect(outside).toEqual([OFFICE_JS]);
  expect(refused).toEqual([]);
  const frames = page.frames().map((frame) => new URL(frame.url()).pathname);
  expect(frames).toContain("/taskpane.html");
});

test("refuses what its policy forbids: code from text, inline handlers, and other hosts", async ({ page }) => {
  await openShipped(page);
  const frame = page.frames().find((each) => new URL(each.url()).pathname === "/taskpane.html");
  const outcome = await frame?.evaluate(async () => {
    const refusals: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => refusals.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.wasRun = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.src = "https://example.org/pixel.png";
    document.body.append(image);
    const asked = await fetch("https://example.org/").then(
      () => "answered",
      () => "refused",
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { refusals: [...new Set(refusals)].sort(), asked, wasRun: "wasRun" in globalThis };
  });
  expect(outcome).toEqual({ refusals: ["connect-src", "img-src", "script-src-elem"], asked: "refused", wasRun: false });
});

test("the pane can be used within a second of its scripts, and opens Inputs and another scenario without delay", async ({ page }) => {
  await openShipped(page);
  const started = await page
    .frames()
    .find((each) => new URL(each.url()).pathname === "/taskpane.html")
    ?.evaluate(() => performance.getEntriesByType("paint").map(({ name, startTime }) => `${name} ${String(Math.round(startTime))} ms`));
  test.info().annotations.push({ type: "pane", description: (started ?? []).join(", ") });
  const took = async (words: string, act: () => Promise<void>) => {
    const began = Date.now();
    await act();
    test.info().annotations.push({ type: words, description: `${String(Date.now() - began)} ms` });
  };
  await took("opening Inputs", async () => {
    await pane(page).getByRole("tab", { name: "Inputs" }).click();
    await expect(inputField(page, "demand.growth")).toBeVisible();
  });
  await took("another scenario", async () => {
    await field(page, "Scenario").selectOption("Growth");
    await expect(inputField(page, "demand.growth")).toHaveValue("4 %");
  });
});

test("a part that cannot be loaded is said, the rest works, and another try finds it", async ({ page }) => {
  await openSample(page);
  await page.route(/\/parts\/compare\./, (route) => route.abort());
  await openTab(page, "Compare");
  await expect(pane(page).getByText("is the computer offline?")).toBeVisible();
  await openTab(page, "Home");
  await expect(card(page, "Base")).toBeVisible();
  await page.unroute(/\/parts\/compare\./);
  await openTab(page, "Compare");
  await expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible();
});

test("an Excel that is too old is said, and the functions still work", async ({ page }) => {
  // The stand-in answers as an Excel of 2019 would: no requirement set beyond ExcelApi 1.8.
  await page.route("**/workbench/office.js", async (route) => {
    const response = await route.fetch();
    const older = (await response.text()).replaceAll(/ExcelApi:"[\d.]+"/g, 'ExcelApi:"1.8"');
    await route.fulfill({ response, body: older });
  });
  await page.goto("workbench/");
  await expect(pane(page).getByText("This Excel is older than the pane needs")).toBeVisible({ timeout: 120_000 });
});

test("figures are traced to their cells also from the shipped page", async ({ page }) => {
  await openShipped(page);
  await figure(page, "Growth", "npv.hybrid").click();
  await expect(page.locator("#grid [data-u-comp=defined-name] input")).toHaveValue(/^E\d+$/);
});
