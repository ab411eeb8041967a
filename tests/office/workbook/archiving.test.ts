/** Scenarios that are put aside, brought back and copied, as Home does it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HomeContext } from "../../../src/taskpane/home/state";
import { scenarioEffects } from "../../../src/taskpane/home/scenarios";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import type { CellValue } from "../../../src/workbench/grid/grid";
import { statusBefore } from "../../../src/workbook/edit/archiving";
import { renameScenario } from "../../../src/workbook/edit/scenarios";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import type { MemoryGrid } from "../workbench/memoryGrid";
import { hostOf } from "../workbench/excel";
import type { Batch } from "../workbench/excel";
import { writtenSample } from "./writtenSample";

let grid: MemoryGrid;
let state: PaneState;

const { run, cell } = hostOf(() => grid);

const at = (sheet: string, row: number, column: number) => grid.cells.read(cell(sheet, row, column))[0]?.[0];
const type = (sheet: string, row: number, column: number, value: CellValue) => grid.edit(cell(sheet, row, column), value);
const rowOf = (key: string): number =>
  grid.cells.read({ ...cell("Assumptions", 0, 1), rowCount: 300 }).findIndex(([each]) => each?.value === key);
/** The status of Growth. */
const status = () => at("Assumptions", 5, 11)?.value;
const setStatus = (value: CellValue) => type("Assumptions", 5, 11, value);

const read = async () => {
  const reading = await run(readWorkbook);
  state = { ...state, reading };
};

const context: HomeContext = {
  dispatch: (action) => {
    state = update(state, action);
  },
  state: () => state,
  locale: "en",
  read,
};

const archive = async (scenario: string, isArchived: boolean) => {
  await read();
  await scenarioEffects(context).archive(scenario, isArchived);
};

beforeEach(async () => {
  grid = await writtenSample();
  state = INITIAL_STATE;
  vi.stubGlobal("Excel", { run: (_options: object, batch: Batch<unknown>) => run(batch) });
});

afterEach(() => vi.unstubAllGlobals());

describe("a scenario that is brought back", () => {
  it.each(["Draft", "In review", "Approved"])("has the status again that it had: %s", async (before) => {
    setStatus(before);
    await archive("Growth", true);
    expect(status()).toBe("Archived");
    await archive("Growth", false);
    expect([status(), state.notice]).toEqual([before, `Growth is compared again, as ${before}.`]);
  });

  it("leaves two lines in the log, for a colleague to read", async () => {
    setStatus("Approved");
    await archive("Growth", true);
    await archive("Growth", false);
    expect(grid.cells.read({ ...cell("Log", 5, 1), rowCount: 2, columnCount: 2 }).map((row) => row.map(({ value }) => value))).toEqual([
      ["Scenario archived", "Growth, until then Approved"],
      ["Scenario brought back", "Growth, Approved"],
    ]);
  });

  it("is a draft where nobody noted its status, and that is said", async () => {
    setStatus("Archived");
    await archive("Growth", false);
    expect([status(), state.notice]).toEqual(["Draft", "Growth is compared again, as Draft: its status before is not known."]);
  });

  it("is a draft where it was renamed meanwhile", async () => {
    setStatus("Approved");
    await archive("Growth", true);
    await run((excel) => renameScenario(excel, "Growth", "Faster"));
    await archive("Faster", false);
    expect([status(), state.notice]).toEqual(["Draft", "Faster is compared again, as Draft: its status before is not known."]);
  });
});

describe("the status before", () => {
  const aside = (why: string) => ({ what: "Scenario archived", why });
  const back = (why: string) => ({ what: "Scenario brought back", why });
  it.each<[string, readonly { what: string; why: string }[], string | undefined]>([
    [
      "is that of the last time",
      [aside("Growth, until then Draft"), back("Growth, Draft"), aside("Growth, until then Approved")],
      "Approved",
    ],
    ["is not known after it came back", [aside("Growth, until then Approved"), back("Growth, Approved")], undefined],
    [
      "is not lost where another whose name begins alike came back",
      [aside("Growth, until then Approved"), aside("Growth, slow, until then Draft"), back("Growth, slow, Draft")],
      "Approved",
    ],
    ["is not that of another scenario", [aside("Growth 2, until then Approved")], undefined],
    ["is not known from a snapshot of that reason", [{ what: "Snapshot", why: "Growth, until then Approved" }], undefined],
    ["is not one that there is not", [aside("Growth, until then Done")], undefined],
    ["is not Archived", [aside("Growth, until then Archived")], undefined],
  ])("%s", (_words, events, before) => {
    expect(statusBefore(events, "Growth")).toBe(before);
  });
});

it("nothing is written where the log has lost a table, and a status that is a formula is told as one", async () => {
  setStatus('=IF(TRUE,"Approved","")');
  grid.calculate(cell("Assumptions", 5, 11), "Approved");
  await archive("Growth", true);
  expect(state.failure).toBe('The status of Growth is the formula =IF(TRUE,"Approved",""): change it on the sheet. Nothing was changed.');
  await grid.tables.remove(grid.tables.list().find(({ name }) => name === "Snapshots")?.id ?? "");
  setStatus("Approved");
  await archive("Growth", true);
  expect(state.failure).toContain("Nothing was changed.");
  expect(status()).toBe("Approved");
});

describe("a copy of a scenario", () => {
  const duplicate = async () => {
    await read();
    state = update(state, { type: "home/naming", naming: { kind: "copy", scenario: "Growth", text: "Lean" } });
    await scenarioEffects(context).name();
  };

  it("takes the values of its formulas, and which these are is said", async () => {
    const row = rowOf("demand.growth");
    type("Assumptions", row, 11, "=K15*2");
    grid.calculate(cell("Assumptions", row, 11), 0.04);
    await duplicate();
    expect(at("Assumptions", row, 13)?.formula).toBe("0.04");
    const label = String(at("Assumptions", row, 2)?.value);
    expect(state.notice).toBe(
      `Lean was added. What Growth states by formulas was copied as values: ${label}. Change its values in Inputs.`,
    );
  });

  it("of values alone says nothing of formulas", async () => {
    await duplicate();
    expect(state.notice).toBe("Lean was added. Change its values in Inputs.");
  });
});
