/** What buttons say that they write, against what is then written, over office.js and a grid in memory. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { writeAnalysis } from "../../../src/workbook/analysis/analysisSheets";
import { analysisPreview } from "../../../src/workbook/analysis/analysisWriting";
import { addScenarios, renameScenario } from "../../../src/workbook/edit/scenarios";
import { newScenarioPreview, refreshPreview, renamePreview } from "../../../src/workbook/edit/scenarioPreview";
import { insertReport, reportPreview } from "../../../src/workbook/edit/report";
import { insertModel } from "../../../src/workbook/insertModel";
import { columnIndex } from "../../../src/workbook/layout";
import { readParts } from "../../../src/workbook/readScenarios";
import { refreshModel } from "../../../src/workbook/refreshModel";
import { SAMPLE } from "../../../src/workbook/sample";
import type { ModelParts } from "../../../src/workbook/standing";
import { toA1 } from "../../../src/workbench/grid/address";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import type { Batch } from "../workbench/excel";
import { TORNADO } from "./results";
import { writtenSample } from "./writtenSample";
import { LAST_INPUT_ROW } from "./inputArea";

let grid: MemoryGrid;

const { run, cell } = hostOf(() => grid);

/** What every cell of the workbook holds, by sheet and address. */
function contents(): ReadonlyMap<string, string> {
  const found = grid.sheets.list().flatMap(({ id, name }) => {
    const rows = grid.cells.read({ sheetId: id, row: 0, column: 0, rowCount: 200, columnCount: 60 });
    return rows.flatMap((cells, row) =>
      cells.map(({ formula, value }, column): [string, string] => [
        `${name} ${toA1({ ...cell(name, row, column) })}`,
        formula || String(value),
      ]),
    );
  });
  return new Map(found.filter(([, content]) => content !== ""));
}

/** A formula that shows nothing: it is content all the same. */
const SILENT = '=IF(TRUE,"","")';

/** Such formulas where a new scenario would get its column of Compare and its block. */
async function typeSilent() {
  await Promise.resolve();
  grid.edit(cell("Compare", 20, 6), SILENT);
  grid.edit(cell("Scenarios", 700, 11), SILENT);
}

/** The cells that a preview names, by sheet and address. */
function named(words: string): ReadonlySet<string> {
  const areas = [...words.matchAll(/(\w+) ([A-Z]+\d+(?:(?:, | and |:)[A-Z]+\d+)*)/g)].flatMap(([, sheet, cells = ""]) =>
    cells.split(/, | and /).map((area) => [sheet, area] as const),
  );
  return new Set(
    areas.flatMap(([sheet, area]) => {
      const [from = "", to = from] = area.split(":");
      const place = (address: string) => {
        const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
        return { row: Number(digits) - 1, column: columnIndex(letters) };
      };
      const [first, last] = [place(from), place(to)];
      const cells: string[] = [];
      for (let row = first.row; row <= last.row; row += 1)
        for (let column = first.column; column <= last.column; column += 1) cells.push(`${sheet} ${toA1(cell("", row, column))}`);
      return cells;
    }),
  );
}

const BASE = { label: "Base", definedName: "as.Base", architecture: "vertical" };
const GROWTH = { label: "Growth", definedName: "as.Growth", architecture: "" };
const TODAY = new Date(2026, 10, 26, 14, 5, 33);

async function typeHeader() {
  grid.edit(cell("Assumptions", 4, 13), "Lean");
  await run((context) => context.sync().then(() => context.workbook.tables.getItem("Inputs").resize(`A5:N${LAST_INPUT_ROW}`)));
}

async function deleteCharts(context: Excel.RequestContext) {
  context.workbook.worksheets.getItem("Charts").delete();
  await context.sync();
}

interface Case {
  readonly name: string;
  readonly prepare?: () => Promise<unknown>;
  readonly preview: (parts: ModelParts) => string;
  readonly write: Batch<unknown>;
  readonly words: string;
  /** Sheets whose cells the words do not name one by one. */
  readonly sheets?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: "a report names its sheet",
    preview: ({ sheets }) => reportPreview(sheets, BASE, GROWTH, "component"),
    write: (context) => insertReport(context, BASE, GROWTH, "component"),
    words: "Adds the sheet Report 1. No other cell changes.",
    sheets: ["Report 1"],
  },
  {
    name: "a second report names its own",
    prepare: () => run((context) => insertReport(context, BASE, GROWTH, "component")),
    preview: ({ sheets }) => reportPreview(sheets, BASE, GROWTH, "component"),
    write: (context) => insertReport(context, BASE, GROWTH, "component"),
    words: "Adds the sheet Report 2. No other cell changes.",
    sheets: ["Report 2"],
  },
  {
    name: "a new scenario names its column and its places",
    preview: newScenarioPreview,
    write: (context) => addScenarios(context, ["Lean"]),
    words: `Adds Assumptions N5:N${LAST_INPUT_ROW} to the table Inputs. Writes Scenarios K4:L5 and K6; Checks J5:L6 and J8; Compare G13:G32.`,
  },
  {
    name: "a copy names the same cells",
    preview: newScenarioPreview,
    write: (context) => addScenarios(context, ["Growth copy"], "Growth"),
    words: `Adds Assumptions N5:N${LAST_INPUT_ROW} to the table Inputs. Writes Scenarios K4:L5 and K6; Checks J5:L6 and J8; Compare G13:G32.`,
  },
  {
    name: "a new scenario names the places beside formulas that show nothing",
    prepare: typeSilent,
    preview: newScenarioPreview,
    write: (context) => addScenarios(context, ["Lean"]),
    words: `Adds Assumptions N5:N${LAST_INPUT_ROW} to the table Inputs. Writes Scenarios M4:N5 and M6; Checks J5:L6 and J8; Compare H13:H32.`,
  },
  {
    name: "a refresh names the places beside formulas that show nothing",
    prepare: async () => {
      await typeHeader();
      await typeSilent();
    },
    preview: refreshPreview,
    write: refreshModel,
    words: "Writes Assumptions N6; Scenarios M4:N5 and M6; Checks J5:L6 and J8; Compare H13:H32.",
  },
  {
    name: "another name names its header",
    preview: (parts) => renamePreview(parts, "Growth"),
    write: (context) => renameScenario(context, "Growth", "Boom"),
    words: "Writes Assumptions L5.",
  },
  {
    name: "a refresh names the places of a header that was typed beside the table",
    prepare: typeHeader,
    preview: refreshPreview,
    write: refreshModel,
    words: "Writes Assumptions N6; Scenarios K4:L5 and K6; Checks J5:L6 and J8; Compare G13:G32.",
  },
  {
    name: "another name for a scenario that is compared names its picker",
    preview: (parts) => renamePreview(parts, "Distributed"),
    write: (context) => renameScenario(context, "Distributed", "Spread"),
    words: "Writes Assumptions M5 and Compare E5.",
  },
  {
    name: "another name for a scenario that was analysed names the table of the analysis",
    prepare: () => run((context) => writeAnalysis(context, TORNADO, TODAY)),
    preview: (parts) => renamePreview(parts, "Growth"),
    write: (context) => renameScenario(context, "Growth", "Boom"),
    words: "Writes Assumptions L5. Where Charts G58 name it, they follow.",
  },
  {
    name: "a refresh names nothing for a sheet that is gone: it stays away",
    prepare: () => run(deleteCharts),
    preview: refreshPreview,
    write: refreshModel,
    words: "",
  },
  {
    name: "a refresh of a whole model names nothing",
    preview: refreshPreview,
    write: refreshModel,
    words: "",
  },
  {
    name: "an analysis names its tables, its captions and its chart",
    preview: (parts) => analysisPreview(parts, TORNADO, TODAY),
    write: (context) => writeAnalysis(context, TORNADO, TODAY),
    words: "Writes Charts N5 and G56:Q75; Summary A34:D40. Draws a chart over Charts N6:S22. Log gets a line.",
    sheets: ["Log"],
  },
  {
    name: "an analysis that stands is replaced",
    prepare: () => run((context) => writeAnalysis(context, TORNADO, TODAY)),
    preview: (parts) => analysisPreview(parts, TORNADO, TODAY),
    write: (context) => writeAnalysis(context, { ...TORNADO, base: 1, scenario: "Distributed" }, TODAY),
    words: "Writes Charts N5 and G56:Q75; Summary A34:D40. It replaces the earlier one of its kind. Log gets a line.",
    sheets: ["Log"],
  },
];

describe("what a button says that it writes is what is written", () => {
  beforeEach(async () => {
    grid = await writtenSample();
    return () => vi.unstubAllGlobals();
  });

  it.each(CASES)("$name", async ({ prepare, preview, write, words, sheets = [] }) => {
    await prepare?.();
    const said = preview(await run(readParts));
    expect(said).toBe(words);
    const before = contents();
    await run(write);
    const after = contents();
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter((address) => before.get(address) !== after.get(address));
    const cells = named(said);
    const unsaid = changed.filter((address) => !cells.has(address) && !sheets.some((sheet) => address.startsWith(`${sheet} `)));
    expect(unsaid).toEqual([]);
  });
});

it("an analysis whose sheet is gone says what to do, and nothing is written", async () => {
  grid = createMemoryGrid();
  await run((context) => insertModel(context, SAMPLE));
  await run(deleteCharts);
  const words = "The sheet Charts is missing. Repair the model, then try again.";
  expect(analysisPreview(await run(readParts), TORNADO, TODAY)).toBe(words);
  await expect(run((context) => writeAnalysis(context, TORNADO, TODAY))).rejects.toThrow(`${words} Nothing was changed.`);
});
