/** The page that Excel opens, byte for byte, with Microsoft's library: what it asks of Microsoft's address is answered from this machine. */
import { expect, test } from "./test";
import type { Frame, Page } from "@playwright/test";
import { expectCell, openSheet, pane, ribbonButton, typeInto } from "./grid";
import { answerInstead, button, field, inputField, LIBRARY, openFromMenu, openQuestion, openSample, openTab, type, card } from "./pane";

/** Opens the workbench with the sample; gives every address that was asked. */
async function openShipped(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await openSample(page);
  return asked;
}

/** What a policy of a page has refused from now on. */
function refusedBy(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) refused.push(message.text());
  });
  return refused;
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
  await pane(page)
    .getByRole("button", { name: /^TCO\.GROWTH\.PROJECT / })
    .click();
  await type(page, field(page, "base"), "100");
  await type(page, field(page, "rate"), "5%");
  await expect(pane(page).getByRole("region", { name: "Result" })).toBeVisible();
  await analyze(page);
  for (const name of ["Repair", "Settings", "Help"]) await openFromMenu(page, name);
  await openFromMenu(page, "Import and export");
  await button(page, "Costs as CSV (FOCUS 1.2)").click();
  await expect(button(page, "Save as a file")).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await button(page, "Copy").click();
  await Promise.all([page.waitForEvent("download"), button(page, "Copy with values frozen").click()]);
  await button(page, "Scenarios as JSON").click();
  const made = pane(page).getByRole("textbox", { name: /^scenarios-/ });
  await field(page, "Or its text").fill(await made.inputValue());
  await button(page, "Look at what it would change").click();
  await expect(pane(page).getByText("Every other value is in the workbook already.")).toBeVisible();
  await openFromMenu(page, "Snapshots");
  await type(page, field(page, "Why now?"), "Review");
  await button(page, "Take a snapshot").click();
  await button(page, "What is different now?").click();
  await expect(pane(page).getByText("Every stated value is as it was.")).toBeVisible();
}

/** Asks two questions: one reads the reference data, the other runs the trials of a simulation. */
async function analyze(page: Page): Promise<void> {
  await openTab(page, "Analyze");
  for (const question of ["What would you do?", "How sure is it?"]) {
    await openQuestion(page, question);
    if (question === "How sure is it?") await field(page, "What is uncertain").selectOption("tenth");
    await button(page, "Answer").click();
    await expect(pane(page).getByRole("region", { name: "Answer" })).toBeVisible({ timeout: 90_000 });
  }
  await expect(pane(page).getByRole("img").first()).toBeVisible();
}

test("works under its own content security policy, and asks nothing but its own files and office.js", async ({ page, baseURL }) => {
  test.slow();
  const refused = refusedBy(page);
  const asked = await openShipped(page);
  await useEverything(page);
  const outside = asked.filter((url) => !url.startsWith(baseURL ?? "") && !/^(data|blob):/.test(url));
  expect(outside).toEqual(LIBRARY);
  expect(refused).toEqual([]);
  const frames = page.frames().map((frame) => new URL(frame.url()).pathname);
  expect(frames).toContain("/taskpane.html");
});

/** What a page does with code in its text and with what comes from other hosts. */
async function refusalsIn(frame: Frame | undefined) {
  return frame?.evaluate(async () => {
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
}

const REFUSED = { refusals: ["connect-src", "img-src", "script-src-elem"], asked: "refused", wasRun: false };

test("refuses what its policy forbids: code from text, inline handlers, and other hosts", async ({ page }) => {
  await openShipped(page);
  expect(await refusalsIn(page.frames().find((each) => new URL(each.url()).pathname === "/taskpane.html"))).toEqual(REFUSED);
});

test("the workbench has a policy on a host that sends none, and works under it", async ({ page }) => {
  const refused = refusedBy(page);
  await answerInstead(page, "**/workbench/", { withoutHeader: "content-security-policy" });
  await openSample(page);
  await openSheet(page, "Charts");
  await expect(page.locator("#grid .chart svg[role=img]").first()).toBeVisible();
  await openSheet(page, "Sheet1");
  await typeInto(page, "A1", "=TCO.GROWTH.AT(100,10%,2)");
  await expectCell(page, "A1", "121");
  await ribbonButton(page, "Start over").click();
  await page.getByRole("dialog", { name: "Start over?" }).getByRole("button", { name: "Keep the workbook" }).click();
  expect(refused).toEqual([]);
  expect(await refusalsIn(page.mainFrame())).toEqual(REFUSED);
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
    await expect(inputField(page, "demand.growth")).toHaveValue("4%");
  });
});

test("a part that cannot be loaded is said, the rest works, and another try finds it", async ({ page }) => {
  await openSample(page);
  await page.route(/\/parts\/compare\./, (route) => route.abort());
  await openTab(page, "Compare");
  await expect(pane(page).getByRole("alert")).toContainText("This part of the pane could not be loaded. Check the connection");
  await button(page, "Copy details").click();
  await expect(button(page, "Details copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Message: Loading chunk .*\nCode: ChunkLoadError\nVersion: TCO Planner \d/s,
  );
  await openTab(page, "Home");
  await expect(card(page, "Base")).toBeVisible();
  await page.unroute(/\/parts\/compare\./);
  await openTab(page, "Compare");
  await expect(pane(page).getByRole("row", { name: /^total/ })).toBeVisible();
});
