import { OfficeMockObject } from "office-addin-mock";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readSelection, writeAndRead } from "./batches";
import { type MemoryGrid, createMemoryGrid } from "./memoryGrid";
import { excelOf, hostOf, thrownIn } from "./excel";
import type { Batch } from "./excel";

let grid: MemoryGrid;

const { run } = hostOf(() => grid);

const thrownBy = (batch: Batch<unknown>) => thrownIn(run, batch);

const G4 = { sheetId: "s1", row: 3, column: 6, rowCount: 1, columnCount: 1 };

beforeEach(() => {
  grid = createMemoryGrid();
});

describe("the same batch in the workbench and in office-addin-mock", () => {
  /** The mock is a tree of values; what it holds is what the grid in memory holds. */
  const mocked = () => {
    const range = { address: "Sheet1!G4", values: [["before"]] };
    const workbook = {
      range,
      getSelectedRange(this: { range: unknown }) {
        return this.range;
      },
    };
    // The mock declares its tree of values as a class of its own, and takes any object.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    const mock = new OfficeMockObject({ context: { workbook } });
    return mock.context as Excel.RequestContext;
  };

  it("reads address and values of the selection", async () => {
    grid.cells.write(G4, [["before"]]);
    const expected = { address: "Sheet1!G4", values: [["before"]] };
    expect(await run(readSelection)).toEqual(expected);
    expect(await readSelection(mocked())).toEqual(expected);
  });

  it("sees what it has written after sync", async () => {
    grid.cells.write(G4, [["before"]]);
    expect(await run(writeAndRead)).toEqual({ before: "before", after: 42 });
    expect(await writeAndRead(mocked())).toEqual({ before: "before", after: 42 });
  });
});

describe("the queue", () => {
  it("writes nothing before sync", async () => {
    await run(async (context) => {
      context.workbook.getSelectedRange().values = [["later"]];
      expect(grid.cells.read(G4)[0]?.[0]?.value).toBe("");
      await context.sync();
      expect(grid.cells.read(G4)[0]?.[0]?.value).toBe("later");
    });
  });

  it("is synchronised once more at the end of Excel.run", async () => {
    await run((context) => {
      context.workbook.getSelectedRange().values = [["last"]];
      return Promise.resolve();
    });
    expect(grid.cells.read(G4)[0]?.[0]?.value).toBe("last");
  });

  it("loads what stands there when the load has its turn, not what is written behind it", async () => {
    const values = await run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("values");
      context.workbook.getSelectedRange().values = [["behind"]];
      await context.sync();
      return range.values as unknown[][];
    });
    expect(values).toEqual([[""]]);
  });

  it("ends at the first operation that fails: what ran before stays, what waited is dropped", async () => {
    const { code } = await thrownBy(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [["kept"]];
      context.workbook.worksheets.getItem("Nowhere");
      sheet.getRange("A2").values = [["dropped"]];
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
    expect(grid.cells.read({ ...G4, row: 0, column: 0, rowCount: 2 }).flat()).toMatchObject([{ value: "kept" }, { value: "" }]);
  });
});

describe("while a cell is being edited", () => {
  const writing: Batch<unknown> = (context) => {
    context.workbook.getSelectedRange().values = [["written"]];
    return context.sync();
  };
  const held = () => grid.cells.read(G4)[0]?.[0]?.value;

  it("a batch is refused, and nothing is written", async () => {
    grid.editCell(true);
    expect((await thrownBy(writing)).code).toBe("InvalidOperationInCellEditMode");
    expect(held()).toBe("");
  });

  it.each([
    ["a batch that asks for a delay waits until the edit is finished", { delayForCellEdit: true }, 0],
    ["and becomes a step of undo of its own only then", { delayForCellEdit: true, mergeUndoGroup: true }, 1],
  ])("%s", async (_words, options, steps) => {
    grid.editCell(true);
    const { Excel } = await excelOf(grid);
    const done = Excel.run(options as Excel.RunOptions, writing);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([held(), grid.steps()]).toEqual(["", 0]);
    grid.editCell(false);
    await done;
    expect([held(), grid.steps()]).toEqual(["written", steps]);
  });
});

describe("a property", () => {
  it.each<[string, Batch<unknown>]>([
    ["that was never loaded", (context) => Promise.resolve(context.workbook.getSelectedRange().values)],
    [
      "that is loaded but not yet synchronised",
      (context) => {
        const range = context.workbook.getSelectedRange();
        range.load("address");
        return Promise.resolve(range.address);
      },
    ],
    [
      "other than those that were loaded",
      async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load("address");
        await context.sync();
        return range.rowCount;
      },
    ],
    [
      "of an item of a collection that was loaded for another property",
      async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/id");
        await context.sync();
        return worksheets.items[0]?.name;
      },
    ],
    ["isNullObject before sync", (context) => Promise.resolve(context.workbook.worksheets.getItemOrNullObject("Sheet1").isNullObject)],
  ])("%s throws PropertyNotLoaded", async (_case, batch) => {
    expect((await thrownBy(batch)).code).toBe("PropertyNotLoaded");
  });

  it.each([
    ["a list of names", "name, id"],
    ["an array", ["name", "id"]],
    ["an object", { name: true, id: true }],
    ["paths through items", "items/name,items/id"],
  ])("of each item is loaded by %s", async (_case, option) => {
    const sheets = await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load(option as string);
      await context.sync();
      return worksheets.items.map(({ name, id }) => ({ name, id }));
    });
    expect(sheets).toEqual([{ name: "Sheet1", id: "s1" }]);
  });

  it("of an object behind a property is loaded by a path", async () => {
    const name = await run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("worksheet/name");
      await context.sync();
      return range.worksheet.name;
    });
    expect(name).toBe("Sheet1");
  });

  it("that is set can be read at once, without a load", async () => {
    const name = await run((context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.name = "Plan";
      return Promise.resolve(sheet.name);
    });
    expect(name).toBe("Plan");
    expect(grid.sheets.list()[0]?.name).toBe("Plan");
  });
});

describe("an object that may be missing", () => {
  it.each([
    ["Sheet1", false],
    ["sheet1", false],
    ["Nowhere", true],
  ])("%s is null: %s", async (name, isNull) => {
    const found = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      await context.sync();
      return sheet.isNullObject;
    });
    expect(found).toBe(isNull);
  });

  it("gives null objects for what is reached from it, and its properties load as nothing", async () => {
    const result = await run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject("None");
      const header = table.getHeaderRowRange();
      header.load("values");
      await context.sync();
      return { isNull: header.isNullObject, values: header.values as unknown };
    });
    expect(result).toEqual({ isNull: true, values: undefined });
  });

  it("throws InvalidObjectPath when something is written to it", async () => {
    const { code } = await thrownBy(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Nowhere").getRange("A1").values = [[1]];
      await context.sync();
    });
    expect(code).toBe("InvalidObjectPath");
  });
});

describe("a range", () => {
  it.each([
    ["too many rows", [["a"], ["b"]]],
    ["too few columns", [[]]],
  ])("refuses values of %s", async (_case, values) => {
    const { code } = await thrownBy(async (context) => {
      context.workbook.getSelectedRange().values = values;
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
  });

  it("takes one value for all its cells, and leaves a cell alone where it is given null", async () => {
    const values = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = "x" as unknown as string[][];
      range.values = [
        [null, 1],
        [2, null],
      ];
      await context.sync();
      const again = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      again.load("values,valueTypes");
      await context.sync();
      return { values: again.values as unknown, types: again.valueTypes };
    });
    expect(values).toEqual({
      values: [
        ["x", 1],
        [2, "x"],
      ],
      types: [
        ["String", "Double"],
        ["Double", "String"],
      ],
    });
  });

  it.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ["getCell", (range) => range.getCell(1, 1), "Sheet1!C3"],
    ["getRow", (range) => range.getRow(1), "Sheet1!B3:D3"],
    ["getColumn", (range) => range.getColumn(2), "Sheet1!D2:D4"],
    ["getLastCell", (range) => range.getLastCell(), "Sheet1!D4"],
    ["getResizedRange", (range) => range.getResizedRange(-2, 1), "Sheet1!B2:E2"],
    ["getOffsetRange", (range) => range.getOffsetRange(1, -1), "Sheet1!A3:C5"],
    ["getEntireRow", (range) => range.getEntireRow(), "Sheet1!2:4"],
    ["getEntireColumn", (range) => range.getEntireColumn(), "Sheet1!B:D"],
    ["getIntersection", (range) => range.getIntersection("C3:F9"), "Sheet1!C3:D4"],
    ["getBoundingRect", (range) => range.getBoundingRect("F9"), "Sheet1!B2:F9"],
  ])("derives another by %s", async (_name, derive, address) => {
    const derived = await run(async (context) => {
      const range = derive(context.workbook.worksheets.getItem("Sheet1").getRange("B2:D4"));
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(derived).toBe(address);
  });

  it("quotes the sheet in its address where Excel does", async () => {
    const address = await run(async (context) => {
      const range = context.workbook.worksheets.add("My plan").getRange("A1");
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("'My plan'!A1");
  });
});

describe("an event", () => {
  it("reaches its handler after the handler's context is synchronised, until it is removed", async () => {
    const seen: string[] = [];
    const added = await run(async (context) => {
      const result = context.workbook.worksheets.getItem("Sheet1").onChanged.add(({ address, changeType }) => {
        seen.push(`${changeType} ${address}`);
        return Promise.resolve();
      });
      grid.edit(G4, "too early");
      await context.sync();
      return result;
    });
    grid.edit(G4, "seen");
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    added.remove();
    await added.context.sync();
    grid.edit(G4, "too late");
    await run((context) => context.sync());
    expect(seen).toEqual(["RangeEdited G4"]);
  });
});

describe("a name and a table", () => {
  it("are found by their names in any case, and a second of the same name is refused", async () => {
    const formula = await run(async (context) => {
      context.workbook.names.add("Rate", context.workbook.worksheets.getItem("Sheet1").getRange("B2:B4"));
      const name = context.workbook.names.getItem("RATE");
      name.load("formula,type");
      await context.sync();
      return [String(name.formula), name.type];
    });
    expect(formula).toEqual(["=Sheet1!$B$2:$B$4", "Range"]);
    const { code } = await thrownBy(async (context) => {
      context.workbook.names.add("rate", "=1");
      await context.sync();
    });
    expect(code).toBe("ItemAlreadyExists");
  });

  it("give the parts of a table that was added and named", async () => {
    const parts = await run(async (context) => {
      const table = context.workbook.worksheets.getItem("Sheet1").tables.add("B2:C5", true);
      table.name = "Deals";
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("Column2").getRange()];
      for (const range of ranges) range.load("address");
      table.rows.load("count");
      await context.sync();
      return [...ranges.map((range) => range.address), table.rows.count];
    });
    expect(parts).toEqual(["Sheet1!B2:C5", "Sheet1!B2:C2", "Sheet1!B3:C5", "Sheet1!C2:C5", 3]);
    expect(grid.tables.list()[0]?.name).toBe("Deals");
  });
});

describe("a member that the workbench does not have", () => {
  it.each<[string, Batch<unknown>]>([
    ["Workbook.pivotTables", (context) => Promise.resolve(context.workbook.pivotTables.getCount())],
    ["Range.getImage", (context) => Promise.resolve(context.workbook.getSelectedRange().getImage())],
    ["Range.linkedDataTypeState", (context) => Promise.resolve(context.workbook.getSelectedRange().load("linkedDataTypeState"))],
    [
      "Worksheet.standardWidth",
      (context) => {
        context.workbook.worksheets.getActiveWorksheet().standardWidth = 10;
        return Promise.resolve();
      },
    ],
  ])("%s is what Excel answers to a member of a newer version, and its name", async (member, batch) => {
    const { code, debugInfo } = await thrownBy(batch);
    expect([code, debugInfo?.errorLocation]).toEqual(["ApiNotFound", member]);
  });
});
