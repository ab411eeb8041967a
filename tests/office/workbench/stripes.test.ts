/** Tables look as the add-in asks: with stripes or without. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TableManager } from "@univerjs/preset-sheets-table";
import { createTableStore } from "../../../src/workbench/grid/tables";
import type { OpenWorkbook } from "../../../src/workbench/grid/workbook";
import { openCalculatingGrid } from "./calculatingGrid";
import { stubExcel } from "./excel";

let open: OpenWorkbook;

beforeEach(async () => {
  const opened = await openCalculatingGrid();
  ({ open } = opened);
  await stubExcel(opened.grid);
});

afterEach(() => void vi.unstubAllGlobals());

const looks = () =>
  open.injector
    .get(TableManager)
    .getTableList(open.workbook.getId())
    .map(({ id }) => lookOf(id));
const lookOf = (id: string) => open.injector.get(TableManager).getTableById(open.workbook.getId(), id)?.getTableStyleId();

/** Adds a table, and gives whether it says that it has stripes once it has been asked for them. */
function addTable(areAsked: boolean | undefined): Promise<boolean> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B1").values = [["Key", "Base"]];
    const table = sheet.tables.add("A1:B3", true);
    if (areAsked !== undefined) table.showBandedRows = areAsked;
    await context.sync();
    table.load("showBandedRows");
    await context.sync();
    return table.showBandedRows;
  });
}

describe("the stripes of a table", () => {
  it("are there unless told otherwise", async () => {
    expect(await addTable(undefined)).toBe(true);
    expect(looks()).not.toContain("table-plain");
  });

  it("go where the add-in asks for none", async () => {
    expect(await addTable(false)).toBe(false);
    expect(looks()).toEqual(["table-plain"]);
  });

  it("stay away when a saved workbook is opened, which the grid gives its own looks", async () => {
    await addTable(false);
    const manager = open.injector.get(TableManager);
    const [{ id }] = manager.getTableList(open.workbook.getId());
    manager.setTableByConfig(open.workbook.getId(), id, { theme: "table-default-0" });
    createTableStore(open);
    expect(looks()).toEqual(["table-plain"]);
  });

  it("stay where it asks for them", async () => {
    expect(await addTable(true)).toBe(true);
    expect(looks()).toEqual(["table-default-0"]);
  });
});
