/** Microsoft's office.js over the real grid, called where the pane calls it. What needs no page is in tests/office/workbench. */
import { expect, test } from "./test";
import type { Frame } from "@playwright/test";
import { cellPoint, goTo, openBlankSheet, openWorkbench } from "./grid";
import { paneFrame } from "./pane";

let frame: Frame;

/** Runs a batch in the pane. The function's text is sent there, so it can use nothing but its own body. */
function run<Result>(batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  return frame.evaluate<Result>(`Excel.run(${String(batch)})`);
}

test.use({ goesOn: true });

test.beforeEach(async ({ page }) => {
  await openWorkbench(page);
  frame = await paneFrame(page);
  await openBlankSheet(page);
});

test("a table is added, resized and renamed, and formulas that name it follow", async () => {
  const read = await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Table");
    sheet.getRange("A1:B3").values = [
      ["Item", "Cost"],
      ["a", 1],
      ["b", 2],
    ];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Costs";
    sheet.getRange("F1:F2").formulas = [["=SUM(Costs[Cost])"], ["=COLUMNS(Costs)"]];
    await context.sync();
    const results: unknown[] = [];
    const note = async () => {
      const range = sheet.getRange("F1:F2");
      range.load("values");
      await context.sync();
      results.push((range.values as unknown[][]).flat());
    };
    await note();
    sheet.getRange("C1:C4").values = [["Extra"], [5], [6], [7]];
    sheet.getRange("A4:B4").values = [["c", 3]];
    table.resize("A1:C4");
    await note();
    sheet.getRange("C1").values = [["More"]];
    sheet.getRange("B1").values = [["Price"]];
    table.columns.load("items/name");
    await note();
    const formula = sheet.getRange("F1");
    formula.load("formulas");
    await context.sync();
    return { results, formula: (formula.formulas as unknown[][])[0]?.[0], columns: table.columns.items.map(({ name }) => name) };
  });
  expect(read.results).toEqual([
    [3, 2],
    [6, 3],
    [6, 3],
  ]);
  expect(read.formula).toBe("=SUM(Costs[Price])");
});

test("a table's filter buttons are drawn as long as they are to be shown", async ({ page }) => {
  const show = (areShown: boolean) =>
    frame.evaluate<boolean>(`Excel.run(async (context) => {
      const tables = context.workbook.worksheets.getItem("Sheet1").tables;
      tables.load("items");
      await context.sync();
      const table = tables.items[0] ?? tables.add("A1:B3", true);
      table.showFilterButton = ${String(areShown)};
      table.load("showFilterButton");
      await context.sync();
      return table.showFilterButton;
    })`);
  const header = async () => {
    await goTo(page, "D8");
    const { x, y } = await cellPoint(page, 1, 2);
    return (await page.screenshot({ clip: { x: x - 40, y: y - 10, width: 80, height: 20 } })).toString("base64");
  };
  expect(await show(true)).toBe(true);
  const shown = await header();
  expect(await show(false)).toBe(false);
  await expect.poll(header).not.toBe(shown);
  expect(await show(true)).toBe(true);
  await expect.poll(header).toBe(shown);
  await run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").tables.getItemAt(0).delete();
    await context.sync();
  });
});
