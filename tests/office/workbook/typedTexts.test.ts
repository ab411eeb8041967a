/** Texts of a person that look like formulas or dates, through every way in which the add-in writes them: what reaches the cells is recorded. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeAnalysis } from "../../../src/workbook/analysis/analysisSheets";
import { addScenarios, renameScenario } from "../../../src/workbook/edit/scenarios";
import { insertReport } from "../../../src/workbook/edit/report";
import { insertValues } from "../../../src/workbook/edit/readReference";
import { writeInputs } from "../../../src/workbook/edit/writeInputs";
import { applyImport, insertImport } from "../../../src/workbook/exchange/applyImport";
import { NOTHING_STANDING } from "../../../src/workbook/exchange/content";
import type { Content } from "../../../src/workbook/exchange/content";
import { importPlan } from "../../../src/workbook/exchange/importPlan";
import { keepSnapshot } from "../../../src/workbook/exchange/logSheet";
import { readStanding } from "../../../src/workbook/exchange/readContent";
import { insertModel } from "../../../src/workbook/insertModel";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";

let grid: MemoryGrid;
let written: unknown[];

const { run } = hostOf(() => grid);

/** The grid, with everything that is typed into its cells. */
function recording(plain: MemoryGrid): MemoryGrid {
  const write: MemoryGrid["cells"]["write"] = (area, contents) => {
    written.push(...contents.flat());
    plain.cells.write(area, contents);
  };
  return { ...plain, cells: { ...plain.cells, write } };
}

beforeEach(async () => {
  written = [];
  grid = recording(createMemoryGrid());
  await stubExcel(grid);
});

afterEach(() => vi.unstubAllGlobals());

const model = (values: Record<string, string | number>, shared: Record<string, string | number> = {}, name = "Base"): Content => ({
  scenarios: [
    { name: "Base", values: new Map(Object.entries(name === "Base" ? values : {})) },
    ...(name === "Base" ? [] : [{ name, values: new Map(Object.entries(values)) }]),
  ],
  shared: new Map(Object.entries(shared)),
});
/** Names of scenarios have no blanks around them. */
const named = (text: string) => text.trim();

const insertSample = () => run((context) => insertModel(context, SAMPLE));

async function importInto(content: Content): Promise<void> {
  const standing = await run(readStanding);
  await run((context) => applyImport(context, importPlan("file.json", content, standing), content));
}

const result = (text: string) => ({ scenario: text, architecture: text, metric: text, unit: text });
const TODAY = new Date(2026, 10, 26);

/** Ways on which a text of a person reaches a cell, a title or a name. */
const WAYS: readonly (readonly [way: string, carry: (text: string) => Promise<unknown>])[] = [
  [
    "a file imported into an empty workbook: currency, name, deal",
    (text) => {
      const content = model({ "plan.currency": text, "demand.volume_name": text }, { [`deal.${text}.volume`]: 3 }, named(text));
      return run((context) => insertImport(context, importPlan(text, content, NOTHING_STANDING)));
    },
  ],
  [
    "a file imported into a model: currency, name, deal",
    async (text) => {
      await insertSample();
      await importInto(model({ "plan.currency": text }, { [`deal.${text}.volume`]: 3 }, named(text)));
    },
  ],
  [
    "evidence, and the picked scenarios, of a model that is inserted",
    (text) =>
      run((context) =>
        insertModel(context, {
          scenarios: [
            { name: "Base", values: new Map([["plan.currency", text]]) },
            { name: named(text), values: new Map() },
          ],
          deals: [{ name: text, fields: {}, evidence: text }],
          evidence: new Map([["demand.growth", { source: text, asOf: text, note: text }]]),
          picked: { from: named(text), to: named(text) },
        }),
      ),
  ],
  [
    "a scenario that is added",
    async (text) => {
      await insertSample();
      await run((context) => addScenarios(context, [text]));
    },
  ],
  [
    "a scenario that is renamed",
    async (text) => {
      await insertSample();
      await run((context) => renameScenario(context, "Growth", text));
    },
  ],
  [
    "a value of a scenario, and its copy",
    async (text) => {
      await insertSample();
      const edit = { key: "demand.volume_name", scenario: "Growth", before: "", after: text };
      expect(await run((context) => writeInputs(context, [edit]))).toMatchObject({ kind: "written" });
      await run((context) => addScenarios(context, ["Copy"], "Growth"));
    },
  ],
  [
    "the reason and the values of a snapshot",
    async (text) => {
      await insertSample();
      const content = model({ "plan.currency": text }, { [`deal.${text}.volume`]: 1 }, text);
      const figures = [{ scenario: text, id: "status", value: text }];
      await run((context) => keepSnapshot(context, { when: text, why: text, hash: text, content, figures }));
    },
  ],
  [
    "a tornado",
    async (text) => {
      await insertSample();
      const bar = { key: text, label: text, low: 1, high: 2, atLow: 1, atHigh: 3 };
      await run((context) => writeAnalysis(context, { kind: "tornado", ...result(text), varied: "stated", base: 2, bars: [bar] }, TODAY));
    },
  ],
  [
    "a simulation",
    async (text) => {
      await insertSample();
      const simulation = {
        ...{ kind: "simulation" as const, ...result(text), trials: 10, seed: 1, years: [text] },
        ...{ percentiles: [{ share: 0.5, figure: 1, years: [1] }], cheaper: 0, sharded: 0, withoutPlan: 0 },
        drivers: [{ key: text, label: text, rank: 1 }],
      };
      await run((context) => writeAnalysis(context, simulation, TODAY));
    },
  ],
  ["values that are inserted", (text) => run((context) => insertValues(context, [[text]]))],
  [
    "a report",
    (text) => {
      const side = (architecture: string) => ({ label: text, definedName: "as.Base", architecture });
      return run((context) => insertReport(context, side(""), side("vertical"), "component"));
    },
  ],
];

describe.each(WAYS)("%s", (_way, carry) => {
  it.each(['=HYPERLINK("http://example.org","x")', "+HYPERLINK(1)", "-HYPERLINK(1)", "@HYPERLINK(1)", "\tHYPERLINK(1)"])(
    "%j never becomes a formula",
    async (text) => {
      await carry(text);
      const own = written.filter((cell) => typeof cell === "string" && cell.includes("HYPERLINK"));
      expect(own.length).toBeGreaterThan(0);
      // Names of scenarios stand in structured references, and texts between the quotes of a sentence.
      expect(own.filter((cell) => /^[=+\-@\t\r]+\s*HYPERLINK/.test(String(cell)))).toEqual([]);
    },
  );

  it.each(["3-5", "1/2", "1e5", "TRUE"])(
    "%j is written as text, not for Excel to read as a date, a number or a truth value",
    async (text) => {
      await carry(text);
      expect(written.filter((cell) => cell === text)).toEqual([]);
    },
  );
});

describe("titles of charts", () => {
  it.each([
    ["USD", "USD"],
    ["=Sheet1!$A$1", " =Sheet1!$A$1"],
  ])("the currency %j is shown as %j, and is no reference", async (currency, title) => {
    await run((context) =>
      insertModel(context, { ...SAMPLE, scenarios: [{ name: "Base", values: new Map([["plan.currency", currency]]) }] }),
    );
    const sheetId = grid.sheets.list().find(({ name }) => name === "Charts")?.id ?? "";
    expect(grid.charts.list(sheetId)[0]?.valueTitle).toBe(title);
  });
});
