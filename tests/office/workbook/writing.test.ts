/** What the workbook's code asks of office.js, over a grid in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Area, Chart } from "../../../src/workbench/grid/grid";
import { toA1 } from "../../../src/workbench/grid/address";
import { addTables, previewTables } from "../../../src/workbook/addTables";
import { keepConvention } from "../../../src/workbook/host/colorConvention";
import { insertModel } from "../../../src/workbook/insertModel";
import { EMPTY_MODEL } from "../../../src/workbook/modelPlan";
import type { ModelContent } from "../../../src/workbook/modelPlan";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { refreshModel } from "../../../src/workbook/refreshModel";
import { runCommand } from "../../../src/workbook/host/runCommand";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, requirementSetsTo, stubExcel } from "../workbench/excel";
import type { Batch } from "../workbench/excel";
import { LAST_INPUT_ROW } from "./inputArea";

let grid: MemoryGrid;

const { run, sheetId, cell } = hostOf(() => grid);

const formulaAt = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0]?.formula;
const a1 = (area: Area | undefined) => (area === undefined ? "" : toA1(area));
const chartsOf = (sheet: string): readonly Chart[] => grid.charts.list(sheetId(sheet));

/** The values of Compare's heading, which nothing calculates here. */
function showScenarios(names: readonly string[]) {
  names.forEach((name, index) => grid.calculate(cell("Compare", 12, 3 + index), name));
}

beforeEach(() => {
  grid = createMemoryGrid();
});

describe("inserting a model", () => {
  it("adds the sheets in the order of their tabs, with their tables and names", async () => {
    await run((context) => insertModel(context, SAMPLE));
    expect(grid.sheets.list().map(({ name }) => name)).toEqual([
      "Sheet1",
      "Summary",
      "Assumptions",
      "Acquisitions",
      "Compare",
      "Charts",
      "Scenarios",
      "Checks",
      "Log",
      "Chart data",
    ]);
    expect(grid.tables.list().map(({ name, area }) => `${name} ${toA1(area)}`)).toEqual([
      `Inputs A5:M${LAST_INPUT_ROW}`,
      "Deals A5:M12",
      "LogEntries A5:E6",
      "Snapshots G5:J6",
    ]);
    expect(grid.names.list().map(({ name }) => name)).toEqual([
      "tco.Today",
      "pick.From",
      "pick.To",
      "as.From",
      "as.To",
      "as.Base",
      "as.Growth",
      "as.Distributed",
      "tco.Layout",
      "tco.TheAnswer",
    ]);
  });

  it.each([
    ["Cost per year by cost pool", "ColumnStacked", "E45:I45", 8, "E46:I46 E47:I47 E48:I48 E49:I49 E50:I50 E51:I51 E52:I52 E53:I53"],
    ["Cumulative cost by architecture", "XYScatterLinesNoMarkers", "B80:B139", 4, "F80:F139 G80:G139 H80:H139 D73"],
    ["Bridge between the two scenarios", "ColumnStacked", "A58:A68", 4, "B58:B68 C58:C68 D58:D68 E58:E68"],
    ["Demand against capacity of the central system", "ColumnStacked", "A80:A139", 4, "AC80:AC139 AD80:AD139 AE80:AE139 AA80:AA139"],
  ])("asks for a native chart: %s", async (title, type, categories, count, values) => {
    await run((context) => insertModel(context, SAMPLE));
    const chart = chartsOf("Charts").find((each) => each.title === title);
    expect([chart?.type, chart?.series.length, a1(chart?.series[0]?.categories)]).toEqual([type, count, categories]);
    expect(chart?.series.map((series) => a1(series.values)).join(" ")).toBe(values);
  });

  it("draws need as a line over columns, the ground of the bridge not at all, and the break-even as a marker alone", async () => {
    await run((context) => insertModel(context, SAMPLE));
    const series = (name: string) =>
      chartsOf("Charts")
        .flatMap((chart) => chart.series)
        .find((each) => each.name === name);
    expect(series("Need")).toMatchObject({ type: "Line" });
    expect(series("Ground")).toMatchObject({ fill: "none" });
    expect(series("Break-even of central and distributed")).toMatchObject({ line: "none", marker: "Diamond" });
    expect(a1(series("Break-even of central and distributed")?.categories)).toBe("D72");
  });

  it.each<[string, ModelContent, string]>([
    ["a plan of five years", SAMPLE, "E45:I45"],
    [
      "of the years that the picked scenario states",
      {
        ...EMPTY_MODEL,
        scenarios: [
          { name: "Base", values: new Map() },
          { name: "Long", values: new Map([["plan.years", 9]]) },
        ],
      },
      "E45:M45",
    ],
  ])("draws as many years as the plan has: %s", async (_words, content, years) => {
    await run((context) => insertModel(context, content));
    expect(a1(chartsOf("Charts")[0]?.series[0]?.categories)).toBe(years);
  });

  it("sets every sheet up for a landscape page, one page wide, with the frame on top", async () => {
    await run((context) => insertModel(context, SAMPLE));
    const { pages } = grid.state.read();
    expect(pages[sheetId("Compare")]).toEqual({ orientation: "Landscape", pagesWide: 1, titleRows: "$1:$5" });
    expect(Object.keys(pages)).toHaveLength(9);
  });

  it.each([
    ["banker", "#0000FF", "#FFF8E1"],
    ["FAST", "#000000", "#FFF8E1"],
    ["none", "#000000", ""],
  ] as const)("colors what a person edits by the convention %s", async (convention, fontColor, fillColor) => {
    await run(async (context) => {
      keepConvention(context, convention);
      await insertModel(context, EMPTY_MODEL);
    });
    expect(grid.formats.read(cell("Assumptions", 5, 10))).toMatchObject({ fontColor, fillColor });
  });

  it("writes nothing when a sheet of its own has contents already", async () => {
    await run(async (context) => {
      context.workbook.worksheets.add("Charts").getRange("A1").values = [["mine"]];
      await context.sync();
    });
    const { conflicts } = await run((context) => insertModel(context, SAMPLE));
    expect(conflicts).toEqual(['The sheet "Charts" has contents already. Rename it, then insert the model.']);
    expect(grid.tables.list()).toEqual([]);
  });
});

describe("a refresh", () => {
  const rowOfYears = () =>
    grid.cells.read({ ...cell("Assumptions", 0, 1), rowCount: 150 }).findIndex(([key]) => key?.value === "plan.years");

  beforeEach(async () => {
    await run((context) => insertModel(context, SAMPLE));
    showScenarios(["Base", "Growth", "Distributed"]);
  });

  it("keeps titles, places and looks of charts, formats and comments, and adds what is new", async () => {
    const [chart] = chartsOf("Charts");
    grid.charts.change(chart?.id ?? "", { title: "Mine" });
    grid.charts.move(chart?.id ?? "", { left: 7, width: 333 });
    grid.edit(cell("Compare", 62, 6), "wages +8 %?");
    grid.formats.write(cell("Compare", 15, 3), { fillColor: "#ABCDEF" });
    grid.edit(cell("Assumptions", 4, 13), "Lean");
    await run((context) => context.sync().then(() => context.workbook.tables.getItem("Inputs").resize(`A5:N${LAST_INPUT_ROW}`)));
    expect(await run(refreshModel)).toMatchObject({ added: ["Lean"] });
    expect(chartsOf("Charts")[0]).toMatchObject({ title: "Mine", left: 7, width: 333 });
    expect(grid.cells.read(cell("Compare", 62, 6))[0]?.[0]?.value).toBe("wages +8 %?");
    expect(grid.formats.read(cell("Compare", 15, 3)).fillColor).toBe("#ABCDEF");
    expect(formulaAt("Compare", 15, 6)).toBe('=TCO.METRIC(as.Lean,"tco","vertical")');
    expect([3, 4].map((picker) => grid.validations.read(cell("Compare", 4, picker))?.source)).toEqual(
      Array(2).fill("=Assumptions!$K$5:$N$5"),
    );
  });

  it("gives the charts the years that the plan has now, and leaves away a chart that was deleted", async () => {
    grid.charts.remove(chartsOf("Charts")[1]?.id ?? "");
    grid.edit(cell("Assumptions", rowOfYears(), 10), 7);
    await run(refreshModel);
    expect(chartsOf("Charts").map(({ title }) => title)).not.toContain("Cumulative cost by architecture");
    expect(a1(chartsOf("Charts")[0]?.series[7]?.values)).toBe("E53:K53");
  });

  it("brings the captions that speak of years up to the plan as well", async () => {
    grid.edit(cell("Assumptions", rowOfYears(), 10), 7);
    await run(refreshModel);
    expect(formulaAt("Charts", 4, 0)).toContain('=IF($D$71<>84,"The charts show 7 years');
    expect(formulaAt("Charts", 24, 6)).toContain(",84,1)");
  });

  it("gives every series its own figures where one was deleted, in the chart of costs as in that of an architecture", async () => {
    for (const index of [0, 1]) {
      const chart = chartsOf("Charts")[index];
      grid.charts.change(chart?.id ?? "", { series: chart?.series.filter((_, at) => at !== 1) ?? [] });
    }
    const before = chartsOf("Charts").map(({ series }) => series.map(({ name, values }) => [name, a1(values)]));
    await run(refreshModel);
    expect(chartsOf("Charts").map(({ series }) => series.map(({ name, values }) => [name, a1(values)]))).toEqual(before);
  });

  /** A row above the figures of the charts, or a column left of them: Excel moves the figures and what charts draw. */
  const insertOnCharts = (row: number, column: number, by: readonly [rows: number, columns: number]) => {
    const whole =
      by[0] > 0 ? { row, column: 0, rowCount: by[0], columnCount: 100 } : { row: 0, column, rowCount: 3000, columnCount: by[1] };
    grid.cells.insert({ sheetId: sheetId("Charts"), ...whole }, by[0] > 0 ? "Down" : "Right");
    const moved = (area: Area): Area => ({
      ...area,
      row: area.row >= row ? area.row + by[0] : area.row,
      column: area.column >= column ? area.column + by[1] : area.column,
    });
    for (const { id, series } of chartsOf("Charts"))
      grid.charts.change(id, {
        series: series.map((each) => ({
          ...each,
          ...(each.values && { values: moved(each.values) }),
          ...(each.categories && { categories: moved(each.categories) }),
        })),
      });
  };
  const drawn = () =>
    chartsOf("Charts").map(({ series }) => series.map(({ name, values, categories }) => [name, a1(values), a1(categories)]));

  it.each<[string, () => void]>([
    ["above all of them", () => insertOnCharts(40, 0, [1, 0])],
    ["between the cost pools", () => insertOnCharts(48, 0, [2, 0])],
    ["above the bridge", () => insertOnCharts(55, 0, [3, 0])],
    ["above the months", () => insertOnCharts(76, 0, [1, 0])],
    ["as columns", () => insertOnCharts(0, 0, [0, 2])],
  ])("leaves every chart its figures where rows or columns were inserted: %s", async (_words, insert) => {
    insert();
    const before = drawn();
    await run(refreshModel);
    expect(drawn()).toEqual(before);
  });

  it("draws more years where the figures stand now", async () => {
    insertOnCharts(40, 0, [1, 0]);
    grid.edit(cell("Assumptions", rowOfYears(), 10), 7);
    await run(refreshModel);
    expect(drawn()[0]?.[7]).toEqual(["Other", "E54:K54", "E46:K46"]);
    expect(drawn()[1]?.map(([, values]) => values)).toEqual(["F81:F164", "G81:G164", "H81:H164", "D74"]);
    expect(drawn()[3]?.map(([, values]) => values)).toEqual(["AC81:AC164", "AD81:AD164", "AE81:AE164", "AA81:AA164"]);
  });

  it("leaves charts alone whose figures it does not find", async () => {
    grid.edit(cell("Charts", 44, 0), "Kosten je Jahr");
    const before = drawn()[0];
    grid.edit(cell("Assumptions", rowOfYears(), 10), 7);
    await run(refreshModel);
    expect(drawn()[0]).toEqual(before);
    expect(drawn()[1]?.[0]?.[1]).toBe("F80:F163");
  });

  it("writes nothing into a workbook in which everything stands", async () => {
    const before = JSON.stringify(grid.cells.read({ ...cell("Compare", 0, 0), rowCount: 120, columnCount: 20 }));
    expect(await run(refreshModel)).toMatchObject({ added: [], sheets: [] });
    expect(JSON.stringify(grid.cells.read({ ...cell("Compare", 0, 0), rowCount: 120, columnCount: 20 }))).toBe(before);
  });
});

describe("adding optional tables", () => {
  beforeEach(() => run((context) => insertModel(context, SAMPLE)).then(() => showScenarios(["Base", "Growth", "Distributed"])));

  it("previews the sheets, and that the scenarios take them in", async () => {
    const { preview, conflicts } = await run((context) => previewTables(context, ["Roles", "Servers"]));
    expect(preview.map((line) => line.split(/ \(|,/)[0])).toEqual([
      "Staffing: table Roles",
      "Hardware: table Servers",
      "Scenarios: the formulas of the scenarios take the tables in",
      "From then on every scenario chooses its servers from this table",
    ]);
    expect(conflicts).toEqual([]);
    expect(grid.tables.list()).toHaveLength(4);
  });

  it("writes them where they belong among the sheets, and every scenario's formula names them", async () => {
    await run((context) => addTables(context, ["Roles"]));
    await run((context) => addTables(context, ["Licenses"]));
    expect(grid.sheets.list().map(({ name }) => name)).toEqual([
      "Sheet1",
      "Summary",
      "Assumptions",
      "Acquisitions",
      "Licensing",
      "Staffing",
      "Compare",
      "Charts",
      "Scenarios",
      "Checks",
      "Log",
      "Chart data",
    ]);
    for (const column of [0, 2, 4, 6, 8])
      expect(formulaAt("Scenarios", 5, column)).toMatch(
        /IF\(LEN\(Deals.*IF\(LEN\(Licenses.*IF\(LEN\(Roles\[#All\]\),Roles\[#All\],""\)\)$/,
      );
  });

  it("does nothing for a table that stands already", async () => {
    await run((context) => addTables(context, ["Roles"]));
    expect((await run((context) => addTables(context, ["Roles"]))).sheets).toEqual([]);
  });
});

describe("a command", () => {
  const requested: object[] = [];

  async function host(newest: number) {
    await stubExcel(grid, { requirementSets: requirementSetsTo(newest) });
    const { run: excelRun } = Excel;
    vi.spyOn(Excel, "run").mockImplementation((options: object, batch: Batch<unknown>) => {
      requested.push(options);
      return excelRun(options, batch);
    });
  }

  afterEach(() => {
    requested.length = 0;
    vi.unstubAllGlobals();
  });

  it.each([
    ["is one step of undo where Excel can make it one", 20, { delayForCellEdit: true, mergeUndoGroup: true }],
    ["asks an older Excel for nothing that it does not know", 19, { delayForCellEdit: true }],
  ])("%s", async (_words, newest, options) => {
    await host(newest);
    await runCommand((context) => insertModel(context, EMPTY_MODEL));
    // Behind it, in a batch of its own, the pages are set up.
    expect(requested).toEqual([options, { delayForCellEdit: true }]);
    expect(grid.tables.list()).toHaveLength(4);
  });

  it("is done without the step where Excel cannot take all of it back", async () => {
    await host(20);
    await runCommand(async ({ workbook }) => {
      const sheet = workbook.worksheets.add("Notes");
      sheet.position = 0;
      await workbook.context.sync();
    }).catch(() => undefined);
    expect(requested).toEqual([{ delayForCellEdit: true, mergeUndoGroup: true }, { delayForCellEdit: true }]);
  });

  it("puts a new sheet between others, which Excel cannot take back, behind its step", async () => {
    await host(20);
    await runCommand((context) => insertModel(context, SAMPLE));
    await runCommand((context) => addTables(context, ["Servers"]));
    const tabs = grid.sheets.list().map(({ name }) => name);
    expect(tabs.slice(tabs.indexOf("Acquisitions"), tabs.indexOf("Charts"))).toEqual(["Acquisitions", "Hardware", "Compare"]);
  });

  it("stands where a page cannot be set up", async () => {
    await host(20);
    const warned = vi.spyOn(console, "warn").mockReturnValue(undefined);
    vi.spyOn(grid.state, "change").mockImplementation(() => {
      throw new Error("No printer.");
    });
    await runCommand((context) => insertModel(context, EMPTY_MODEL));
    expect(grid.tables.list()).toHaveLength(4);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  it("that asks for one step of undo gets it from the workbench too", async () => {
    await stubExcel(grid);
    await Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, () => Promise.resolve());
    await Excel.run({}, () => Promise.resolve());
    expect(grid.steps()).toBe(1);
  });
});

it("a workbook with a model is read with its scenarios", async () => {
  await run((context) => insertModel(context, SAMPLE));
  showScenarios(["Base", "Growth", "Distributed"]);
  const reading = await run(readWorkbook);
  expect(reading.kind === "model" && reading.model.scenarios.map(({ name }) => name)).toEqual(["Base", "Growth", "Distributed"]);
});
