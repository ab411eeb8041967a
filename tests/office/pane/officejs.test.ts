/** Microsoft's office.js over the grid with its formulas, called where the pane calls it. */

import { expect } from "vitest";
import { readSelection, writeAndRead } from "../../office/workbench/batches";
import { WAITING, goTo, openBlankSheet, testsOf, typeInto } from "./pane";

const test = testsOf({ goesOn: true, begin: openBlankSheet });

test("batches that also run in office-addin-mock read and write the selection", async ({ page }) => {
  await goTo(page, "C3");
  expect(await page.run(readSelection)).toEqual({ address: "Sheet1!C3", values: [[""]] });
  expect(await page.run(writeAndRead)).toEqual({ before: "", after: 42 });
});

test("what is written is stored as if typed, and read back as true values", async ({ page }) => {
  const read = await page.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:H1").formulas = [[1.25, "2", "text", "'=not a formula", true, "=A1*2", "=1/0", ""]];
    sheet.getRange("A1").numberFormat = [["0.0"]];
    const range = sheet.getRange("A1:H1");
    range.load("values,valueTypes,formulas,text");
    await context.sync();
    return {
      values: range.values as unknown[][],
      types: range.valueTypes,
      formulas: range.formulas as unknown[][],
      text: range.text[0]?.[0],
    };
  });
  expect(read.values).toEqual([[1.25, 2, "text", "=not a formula", true, 2.5, "#DIV/0!", ""]]);
  expect(read.types).toEqual([["Double", "Double", "String", "String", "Boolean", "Double", "Error", "Empty"]]);
  expect(read.formulas[0]?.slice(4)).toEqual([true, "=A1*2", "=1/0", ""]);
  expect(read.text).toBe("1.3");
});

test("a spill is read with its cells, and its extent is known", async ({ page }) => {
  const read = await page.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2").formulas = [["=TCO.GROWTH.PROJECT(100,0.1,3)"]];
    const range = sheet.getRange("B2:E2");
    const spill = sheet.getRange("B2").getSpillingToRangeOrNullObject();
    const none = sheet.getRange("A9").getSpillingToRangeOrNullObject();
    const used = sheet.getUsedRange();
    range.load("values");
    spill.load("address");
    used.load("address");
    await context.sync();
    return { values: range.values as number[][], spill: spill.address, none: none.isNullObject, used: used.address };
  });
  expect(read.values[0]?.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([110, 121, 133.1, 0]);
  expect(read).toMatchObject({ spill: "Sheet1!B2:D2", none: true, used: "Sheet1!B2:D2" });
});

test("rows and columns that are inserted and deleted move what formulas, names and tables refer to", async ({ page }) => {
  const results = await page.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Moved");
    sheet.getRange("B2:B4").values = [["Cost"], [10], [20]];
    sheet.tables.add("B2:B4", true).name = "Outlays";
    context.workbook.names.add("First", sheet.getRange("B3"));
    sheet.getRange("H9:J9").formulas = [["=SUM(Outlays[Cost])", "=First", "=B4"]];
    await context.sync();
    const seen: unknown[] = [];
    const note = async (address: string) => {
      const range = sheet.getRange(address);
      range.load("values");
      await context.sync();
      seen.push((range.values as unknown[][])[0]);
    };
    await note("H9:J9");
    sheet.getRange("1:1").insert("Down");
    await context.sync();
    sheet.getRange("B4").values = [[11]];
    await note("H10:J10");
    sheet.getRange("A:A").insert("Right");
    await context.sync();
    sheet.getRange("C4").values = [[12]];
    await note("I10:K10");
    sheet.getRange("1:1").delete("Up");
    await context.sync();
    sheet.getRange("C3").values = [[13]];
    await note("I9:K9");
    return seen;
  });
  expect(results).toEqual([
    [30, 10, 20],
    [31, 11, 20],
    [32, 12, 20],
    [33, 13, 20],
  ]);
});

test("sheets are added, renamed, hidden and deleted", async ({ page }) => {
  const read = await page.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add("Draft");
    added.tabColor = "#FF0000";
    added.freezePanes.freezeRows(2);
    added.showGridlines = false;
    worksheets.add("Other");
    await context.sync();
    added.name = "Final";
    added.visibility = "Hidden";
    worksheets.getItem("Other").delete();
    await context.sync();
    worksheets.load("items/name,items/visibility");
    const gone = worksheets.getItemOrNullObject("Other");
    await context.sync();
    return { names: worksheets.items.map(({ name, visibility }) => `${name} ${visibility}`), isGone: gone.isNullObject };
  });
  expect(read.isGone).toBe(true);
  expect(read.names).toContain("Final Hidden");
  expect(read.names.join()).not.toContain("Draft");
});

test("looks are written, and read back", async ({ page }) => {
  const read = await page.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3");
    range.format.fill.color = "#FFF2CC";
    range.format.font.bold = true;
    range.format.font.color = "#0000FF";
    range.format.horizontalAlignment = "Right";
    range.format.columnWidth = 90;
    range.numberFormat = [
      ["0%", "0%"],
      ["0%", "0%"],
    ];
    await context.sync();
    range.load("numberFormat,format/fill/color,format/font/bold,format/font/color,format/horizontalAlignment,format/columnWidth");
    await context.sync();
    const { fill, font, horizontalAlignment, columnWidth } = range.format;
    return [fill.color, font.bold, font.color, horizontalAlignment, columnWidth, (range.numberFormat as unknown[][])[1]?.[1]];
  });
  expect(read).toEqual(["#FFF2CC", true, "#0000FF", "Right", 90, "0%"]);
});

test("an edit by the user tells its handler once the formulas that read it are calculated", async ({ page }) => {
  const seen: string[] = [];
  await page.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").formulas = [[1, "=A1*2"]];
    await context.sync();
    sheet.onChanged.add((event) =>
      page.run(async (inner) => {
        const cell = inner.workbook.worksheets.getItem("Sheet1").getRange("B1");
        cell.load("values");
        await inner.sync();
        seen.push(`${event.address} ${String((cell.values as unknown[][])[0]?.[0])}`);
      }),
    );
    await context.sync();
  });
  await typeInto(page, "A1", "21");
  await expect.poll(() => seen, WAITING).toContain("A1 42");
});

test("a member that the workbench lacks is what Excel answers to one of a newer version", async ({ page }) => {
  await expect(page.run((context) => Promise.resolve(context.workbook.pivotTables.getCount()))).rejects.toThrow(
    "The API you're trying to use could not be found. It may be available in a newer version of Excel.",
  );
});
