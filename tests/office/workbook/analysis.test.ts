/** Results of analyses on the sheets, asked of office.js over a grid in memory. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Area, Chart } from "../../../src/workbench/grid/grid";
import { toA1 } from "../../../src/workbench/grid/address";
import { writeAnalysis } from "../../../src/workbook/analysis/analysisSheets";
import type { SimulationResult, TornadoResult } from "../../../src/workbook/analysis/analysisSheets";
import { insertModel } from "../../../src/workbook/insertModel";
import { readDamage, repairDamage } from "../../../src/workbook/repair/repairModel";
import { refreshModel } from "../../../src/workbook/refreshModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";
import { SIMULATION, TORNADO, bar } from "./results";

let grid: MemoryGrid;

const { run, sheetId } = hostOf(() => grid);

const TODAY = new Date(2026, 10, 26, 14, 5, 33);
const area = (sheet: string, row: number, column: number, rowCount = 1, columnCount = 1): Area => ({
  sheetId: sheetId(sheet),
  row,
  column,
  rowCount,
  columnCount,
});
const at = (sheet: string, row: number, column: number) => grid.cells.read(area(sheet, row, column))[0]?.[0];
const a1 = (range: Area | undefined) => (range === undefined ? "" : toA1(range));
const chartsOf = (sheet: string): readonly Chart[] => grid.charts.list(sheetId(sheet));
const chart = (name: string) => chartsOf("Charts").find((each) => each.name === name);
const write = (result: TornadoResult | SimulationResult) => run((context) => writeAnalysis(context, result, TODAY));
const ownNames = () =>
  grid.names.list().filter(({ name }) => name.startsWith("tco.") && !["tco.Layout", "tco.Today", "tco.TheAnswer"].includes(name));

beforeEach(async () => {
  grid = createMemoryGrid();
  await stubExcel(grid);
  await run((context) => insertModel(context, SAMPLE));
  // What formulas would show, which nothing calculates here: the scenarios of Compare and a present value.
  ["Base", "Growth", "Distributed"].forEach((name, index) => grid.calculate(area("Compare", 12, 3 + index), name));
  grid.calculate(area("Compare", 18, 4), 36_000_000);
  grid.calculate(area("Compare", 15, 1), "USD");
});

describe("until the first analysis", () => {
  it("nothing of one stands on the sheets", () => {
    expect(chartsOf("Charts")).toHaveLength(4);
    expect(ownNames()).toEqual([]);
    expect(at("Charts", 55, 6)?.value).toBe("");
    expect(at("Summary", 33, 0)?.value).toBe("");
  });
});

describe("a tornado", () => {
  beforeEach(() => write(TORNADO));

  it("stands on Charts as values with their date, the largest swing first", () => {
    // 26 November 2026 is day 46352 of the spreadsheet.
    expect([at("Charts", 55, 6)?.value, at("Charts", 55, 15)?.value]).toEqual(["Tornado: each range by itself", 46352]);
    expect(grid.cells.read(area("Charts", 59, 6, 1, 11))[0]?.map(({ value }) => value)).toEqual([
      "Label of demand.growth",
      "",
      "",
      1,
      2,
      32_000_000,
      40_000_000,
      -4_000_000,
      4_000_000,
      "",
      "demand.growth",
    ]);
    expect(at("Charts", 57, 14)?.value).toBe(36_000_000);
  });

  it.each([
    ["stated", "each range by itself"],
    ["uncertain", "each uncertain input by itself, 10% down and up"],
    ["decisions", "each decision by itself, 10% down and up"],
    ["all", "each input by itself, 10% down and up"],
  ] as const)("names what was varied (%s) on Charts and on Summary", async (varied, words) => {
    await write({ ...TORNADO, varied });
    expect(at("Charts", 55, 6)?.value).toBe(`Tornado: ${words}`);
    expect(at("Summary", 39, 0)?.formula).toContain(`, ${words}.`);
  });

  it("asks for a native chart of bars to both sides, the largest on top", () => {
    const drawn = chart("tco.TornadoChart");
    expect([drawn?.type, drawn?.title, drawn?.valueTitle]).toEqual(["BarClustered", "What moves the figure most", "Change, USD"]);
    expect(drawn?.series.map(({ name, values, categories, overlap }) => [name, a1(values), a1(categories), overlap])).toEqual([
      ["At the low end", "N60:N62", "G60:G62", 100],
      ["At the high end", "O60:O62", "G60:G62", 100],
    ]);
    expect(drawn?.categoryAxis).toEqual({ isReversed: true, labels: "Low" });
  });

  it("has a caption with scenario, figure and date, that tells when the present value has moved since", () => {
    expect(at("Charts", 4, 13)?.formula).toBe(
      '="Growth, vertical, Present value of costs, computed on 2026-11-26: "&"USD "&' +
        'IF(ABS(36000000)>=1000000,FIXED(ABS(36000000)/1000000,1)&"M",IF(ABS(36000000)>=1000,FIXED(ABS(36000000)/1000,0)&"k",FIXED(ABS(36000000),0)))' +
        '&"; Label of demand.growth moves it most, from "&"USD "&' +
        'IF(ABS(32000000)>=1000000,FIXED(ABS(32000000)/1000000,1)&"M",IF(ABS(32000000)>=1000,FIXED(ABS(32000000)/1000,0)&"k",FIXED(ABS(32000000),0)))' +
        '&" to "&"USD "&' +
        'IF(ABS(40000000)>=1000000,FIXED(ABS(40000000)/1000000,1)&"M",IF(ABS(40000000)>=1000,FIXED(ABS(40000000)/1000,0)&"k",FIXED(ABS(40000000),0)))' +
        '&"."&IF(IFERROR(ABS(P58-O58)<0.5,P58=O58),""," Inputs have changed since: run the analysis again.")',
    );
    expect(at("Charts", 57, 15)?.formula).toBe(
      '=IFERROR(IF(J58="vertical",XLOOKUP(G58,Compare!D13:BA13,Compare!D19:BA19),IF(J58="horizontal",' +
        'XLOOKUP(G58,Compare!D13:BA13,Compare!D20:BA20),IF(J58="hybrid",XLOOKUP(G58,Compare!D13:BA13,Compare!D21:BA21),NA()))),"")',
    );
  });

  it("gives Summary its largest sensitivities with their date", () => {
    expect(grid.cells.read(area("Summary", 33, 0, 4, 4)).map((row) => row.map(({ value }) => value))).toEqual([
      ["Sensitivities (computed on 2026-11-26)", "", "Change at low", "Change at high"],
      ["Label of demand.growth", "", -4_000_000, 4_000_000],
      ["Label of staff.wage", "", -900_000, 900_000],
      ["Label of network.price", "", -40_000, 40_000],
    ]);
  });

  it("is noted in the log", () => {
    const cells = grid.cells.read(area("Log", 5, 0, 1, 5))[0]?.map(({ value }) => value);
    expect(cells?.slice(1, 4)).toEqual(["Tornado written", "Growth, vertical, Present value of costs", ""]);
    // 14:05:33 on day 46352.
    expect(cells?.[0]).toBeCloseTo(46352 + (14 * 3600 + 5 * 60 + 33) / 86_400, 9);
    expect(cells?.[4]).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is no damage, and a refresh leaves it as it is", async () => {
    expect(await run(readDamage)).toEqual([]);
    const before = JSON.stringify([chart("tco.TornadoChart"), grid.cells.read(area("Charts", 0, 0, 80, 36))]);
    await run(refreshModel);
    expect(JSON.stringify([chart("tco.TornadoChart"), grid.cells.read(area("Charts", 0, 0, 80, 36))])).toBe(before);
  });

  it("gets its live formula back with the others when what it read was deleted", async () => {
    const place = area("Charts", 57, 15);
    const formula = at("Charts", 57, 15)?.formula;
    grid.edit(place, formula.replaceAll("Compare!", "#REF!"));
    const [damage] = await run(readDamage);
    expect([damage?.id, damage?.steps.length]).toEqual(["formulas:Charts", 1]);
    await run((context) => repairDamage(context, ["formulas:Charts"]));
    expect(at("Charts", 57, 15)?.formula).toBe(formula);
  });
});

describe("written again", () => {
  beforeEach(() => write(TORNADO));

  it("takes the same cells, and keeps the chart's place and title and the formats of cells", async () => {
    const first = chart("tco.TornadoChart");
    grid.charts.change(first?.id ?? "", { title: "Mine" });
    grid.charts.move(first?.id ?? "", { left: 7, width: 333 });
    grid.formats.write(area("Charts", 59, 9), { fillColor: "#ABCDEF" });
    grid.cells.setNumberFormats(area("Charts", 59, 9), [["0.000"]]);
    await write({ ...TORNADO, bars: TORNADO.bars.slice(0, 1) });
    expect(chartsOf("Charts").filter(({ name }) => name === "tco.TornadoChart")).toHaveLength(1);
    expect(chart("tco.TornadoChart")).toMatchObject({ title: "Mine", left: 7, width: 333 });
    expect(chart("tco.TornadoChart")?.series.map(({ values }) => a1(values))).toEqual(["N60", "O60"]);
    expect([at("Charts", 60, 6)?.value, at("Summary", 35, 0)?.value]).toEqual(["", ""]);
    expect(grid.formats.read(area("Charts", 59, 9)).fillColor).toBe("#ABCDEF");
    expect(grid.cells.numberFormats(area("Charts", 59, 9))).toEqual([["0.000"]]);
    expect(ownNames()).toHaveLength(3);
  });

  it("gives the ends of another key in its row the format of that key", async () => {
    const [growth, wage, price] = TORNADO.bars;
    const formats = () => grid.cells.numberFormats(area("Charts", 59, 9, 3, 2)).map(([low, high]) => [low, high]);
    expect(formats()).toEqual([
      ["0.0##%", "0.0##%"],
      ["General", "General"],
      ["General", "General"],
    ]);
    await write({ ...TORNADO, bars: [{ ...wage, key: "compliance.audit_cost" }, growth, price] });
    expect(formats()).toEqual([
      ['#,##0;(#,##0);"-"', '#,##0;(#,##0);"-"'],
      ["0.0##%", "0.0##%"],
      ["General", "General"],
    ]);
    await write({ ...TORNADO, bars: [{ ...wage, key: "vertical.standby" }] });
    expect(formats()[0]).toEqual(["General", "General"]);
  });

  it("gives the figures of another unit a format that shows them", async () => {
    await write({
      ...TORNADO,
      metric: "Staff at the end",
      unit: "FTE",
      base: 12.5,
      bars: [{ ...bar("staff.rota", 0), atLow: 12, atHigh: 13.25 }],
    });
    expect(grid.cells.numberFormats(area("Charts", 59, 11))).toEqual([["#,##0.00"]]);
    expect(chart("tco.TornadoChart")?.valueTitle).toBe("Change, FTE");
  });

  it("draws a chart that was deleted again, as that is what was asked for", async () => {
    grid.charts.remove(chart("tco.TornadoChart")?.id ?? "");
    await write(TORNADO);
    expect(chart("tco.TornadoChart")?.title).toBe("What moves the figure most");
  });

  it("follows its name to where rows that were inserted have moved it", async () => {
    const name = grid.names.list().find((each) => each.name === "tco.Sensitivities");
    expect(name?.formula).toBe("=Summary!$A$34:$D$40");
    grid.names.set({ ...name, name: "tco.Sensitivities", comment: "", formula: "=Summary!$A$37:$D$43" });
    await write({ ...TORNADO, bars: [bar("moved", 1)] });
    expect([at("Summary", 37, 0)?.value, at("Summary", 34, 0)?.value]).toEqual(["Label of moved", "Label of demand.growth"]);
  });
});

describe("a simulation", () => {
  beforeEach(() => write(SIMULATION));

  it("stands on Charts as percentiles of the figure and of each year, in their order", () => {
    expect(grid.cells.read(area("Charts", 58, 19, 4, 5)).map((row) => row.map(({ value }) => value))).toEqual([
      ["Percentile", "", "Figure", 2027, 2028],
      ["P10", "", 41_000_000, 100_000, 200_000],
      ["P50", "", 45_000_000, 500_000, 1_000_000],
      ["P90", "", 49_000_000, 900_000, 1_800_000],
    ]);
    expect(grid.cells.read(area("Charts", 69, 19, 3, 4)).map((row) => [row[0]?.value, row[3]?.value])).toEqual([
      ["Distributed costs less than central", 0.72],
      ["Central is sharded within the plan", 0.95],
      ["Infeasible plans", 0.03],
    ]);
    expect([24, 27, 29].map((column) => at("Charts", 69, column)?.value)).toEqual(["Growth", 0.91, "demand.growth"]);
  });

  it("asks for a native chart of three lines over the years", () => {
    const drawn = chart("tco.FanChart");
    expect([drawn?.type, drawn?.title, drawn?.valueTitle]).toEqual(["Line", "Cost per year, how sure", "USD"]);
    expect(drawn?.series.map(({ name, values, categories }) => [name, a1(values), a1(categories)])).toEqual([
      ["P10", "W60:X60", "W59:X59"],
      ["P50", "W61:X61", "W59:X59"],
      ["P90", "W62:X62", "W59:X59"],
    ]);
  });

  it("says trials, seed and both probabilities in the caption, and on Summary", () => {
    const figures = '"Growth, vertical, Total cost, computed on 2026-11-26, "&FIXED(2000,0)&" trials, seed 7: "';
    const shares = [
      "Distributed costs less than central in 72% of the trials;",
      "central is sharded within the plan in 95%.",
      "In 3% the plan is infeasible",
    ];
    expect(at("Charts", 24, 13)?.formula).toContain(figures);
    expect(at("Summary", 42, 0)?.formula).toContain(figures);
    // Excel takes no text of more than 255 letters between quotes: a long one is written in pieces.
    for (const words of [at("Charts", 24, 13)?.formula.replaceAll('"&"', ""), at("Summary", 43, 0)?.value])
      for (const share of shares) expect(words).toContain(share);
    expect(at("Summary", 41, 0)?.value).toBe("How sure is it (computed on 2026-11-26)");
  });

  it("stands beside a tornado", async () => {
    await write(TORNADO);
    expect(at("Charts", 60, 19)?.value).toBe("P50");
    expect(chartsOf("Charts")).toHaveLength(6);
    expect(await run(readDamage)).toEqual([]);
  });
});

describe("nothing is written", () => {
  const untouched = () => [chartsOf("Charts").length, ownNames().length, at("Log", 5, 1)?.value];

  it.each<[string, string, number, number, string]>([
    ["Charts, where the table would stand", "Charts", 60, 8, "Charts!G56:Q75 isn't empty."],
    ["Charts, where the caption would stand", "Charts", 4, 13, "Charts!N5:N5 isn't empty."],
    ["Summary, where the list would stand", "Summary", 35, 1, "Summary!A34:D40 isn't empty."],
  ])("over contents of the user on %s", async (_words, sheet, row, column, message) => {
    grid.edit(area(sheet, row, column), "mine");
    await expect(write(TORNADO)).rejects.toThrow(message);
    expect(at(sheet, row, column)?.value).toBe("mine");
    expect(untouched()).toEqual([4, 0, ""]);
  });

  it("when a sheet of the model is gone", async () => {
    grid.sheets.remove(sheetId("Summary"));
    await expect(write(TORNADO)).rejects.toThrow("The sheet Summary is missing. Repair the model, then try again. Nothing was changed.");
    expect(untouched()).toEqual([4, 0, ""]);
  });
});

describe("odd results leave no error in a cell", () => {
  it.each<[string, Partial<TornadoResult>]>([
    ["an end without a plan", { bars: [{ ...bar("demand.growth", 1), atHigh: NaN }] }],
    ["no bar at all", { bars: [] }],
    ["forty bars", { bars: Array.from({ length: 40 }, (_, index) => bar(`key${String(index)}`, 40 - index)) }],
    ["a scenario whose name is like a formula", { scenario: '=SUM("a")', bars: [bar("=1+1", 2)] }],
  ])("%s", async (_words, change) => {
    await write({ ...TORNADO, ...change });
    const cells = grid.cells.read(area("Charts", 55, 6, 20, 11)).flat();
    expect(cells.filter(({ value }) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
    // A text that begins with = is its own value.
    const formulas = cells.flatMap(({ formula, value }) => (formula.startsWith("=") && formula !== value ? [formula] : []));
    expect(formulas.filter((formula) => !/^=(IFERROR|"\d+ more)/.test(formula))).toEqual([]);
    expect(formulas.join()).not.toMatch(/NaN|Infinity/);
  });
});
