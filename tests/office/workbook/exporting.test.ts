/** Exports as the pane carries them out: a file that could be made is offered, and no other. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exchangeEffects } from "../../../src/taskpane/exchange/effects";
import type { ExchangeEffects } from "../../../src/taskpane/exchange/effects";
import type { ExchangeContext } from "../../../src/taskpane/exchange/effects";
import { INITIAL_STATE, update } from "../../../src/taskpane/shell/update";
import type { PaneState } from "../../../src/taskpane/shell/screens";
import { insertModel } from "../../../src/workbook/insertModel";
import { readWorkbook } from "../../../src/workbook/readScenarios";
import { SAMPLE } from "../../../src/workbook/sample";
import { type MemoryGrid, createMemoryGrid } from "../workbench/memoryGrid";
import { hostOf, stubExcel } from "../workbench/excel";

let grid: MemoryGrid;
let state: PaneState;

const { run } = hostOf(() => grid);

const read = async () => {
  state = { ...state, reading: await run(readWorkbook) };
};

const context: ExchangeContext = {
  dispatch: (action) => {
    state = update(state, action);
  },
  state: () => state,
  locale: "en",
  read,
};

const removeTable = (name: string) => grid.tables.remove(grid.tables.list().find((table) => table.name === name)?.id ?? "");

beforeEach(async () => {
  grid = createMemoryGrid();
  state = INITIAL_STATE;
  await stubExcel(grid);
  await run((excel) => insertModel(excel, SAMPLE));
  await read();
  context.dispatch({ type: "exchange/chosen", choice: { table: "Deals" } });
  await exchangeEffects(context).exportTable();
});

afterEach(() => vi.unstubAllGlobals());

describe("an export", () => {
  it("offers the file that it has made", () => {
    expect(state.exchange.made?.name).toMatch(/^Deals-/);
  });

  it.each<[string, keyof ExchangeEffects, string, RegExp]>([
    ["a table that is gone", "exportTable", "Deals", /no longer there/],
    ["scenarios without their table", "exportScenarios", "Inputs", /The table Inputs is missing/],
    [
      "costs of a scenario that has no rows",
      "exportCosts",
      "Inputs",
      /^"Base" isn't on the Scenarios sheet yet\. Choose Refresh on Home\.$/,
    ],
  ])("that fails, of %s, says why and offers no file made before", async (_words, effect, table, failure) => {
    await removeTable(table);
    await (exchangeEffects(context)[effect] as () => Promise<void>)();
    expect(state.failure).toMatch(failure);
    expect(state.exchange.made).toBeUndefined();
  });
});
