// @vitest-environment happy-dom
/** Steps of undo in the grid's own service, without a grid. */
import { IUndoRedoService, LocalUndoRedoService } from "@univerjs/core";
import { SetRangeValuesMutation, SetSelectionsOperation } from "@univerjs/preset-sheets-core";
import { describe, expect, it } from "vitest";
import { takeBackFromTheLast } from "../../../src/workbench/grid/patches/undoOrder";
import { inOneStep } from "../../../src/workbench/grid/undo";
import type { OpenWorkbook } from "../../../src/workbench/grid/workbook";

const UNIT = "unit";

/** A workbook of the sheets Summary, which is in sight, and Log, with the grid's own memory of steps. */
function openWorkbook() {
  const commands = { registerCommand: () => ({ dispose: () => undefined }) };
  const instances = {
    focused$: { subscribe: () => ({ unsubscribe: () => undefined }) },
    getFocusedUnit: () => ({ getUnitId: () => UNIT }),
  };
  const contexts = { getContextValue: () => false };
  type Given = ConstructorParameters<typeof LocalUndoRedoService>;
  const service = new LocalUndoRedoService(...([instances, commands, contexts] as unknown as Given));
  const sheets = ["Summary", "Log"].map((id) => ({ getSheetId: () => id }));
  const workbook = { getId: () => UNIT, getSheets: () => sheets, getActiveSheet: () => sheets[0] };
  const injector = { get: (id: unknown) => (id === IUndoRedoService ? service : undefined) };
  return { service, open: { workbook, injector } as unknown as OpenWorkbook };
}

/** What the grid remembers of values that code writes into a sheet that is not in sight. */
function writing(sheet: string, address: string) {
  const values = (what: string) => ({ id: SetRangeValuesMutation.id, params: { sheet, address, what } });
  const selecting = { id: SetSelectionsOperation.id, params: { subUnitId: sheet } };
  return { unitID: UNIT, undoMutations: [values("before"), selecting], redoMutations: [values("after"), selecting] };
}

describe("a step of undo", () => {
  it("takes back what code wrote from the last to the first, and leaves the sheet in sight that is", async () => {
    takeBackFromTheLast();
    const { service, open } = openWorkbook();
    await inOneStep(open, () => {
      service.pushUndoRedo(writing("Charts", "A1"));
      service.pushUndoRedo(writing("Log", "A7"));
      return Promise.resolve();
    });
    const { undoMutations = [], redoMutations = [] } = service.pitchTopUndoElement() ?? {};
    const written = (mutations: typeof undoMutations) => mutations.map(({ id, params }) => [id, (params as { sheet?: string }).sheet]);
    expect(written(undoMutations)).toEqual([
      [SetRangeValuesMutation.id, "Log"],
      [SetRangeValuesMutation.id, "Charts"],
    ]);
    expect(written(redoMutations)).toEqual([
      [SetRangeValuesMutation.id, "Charts"],
      [SetRangeValuesMutation.id, "Log"],
    ]);
  });

  it("of a person's own goes back to the cells that were selected", async () => {
    const { service, open } = openWorkbook();
    await inOneStep(open, () => Promise.resolve());
    service.pushUndoRedo(writing("Summary", "A1"));
    expect(service.pitchTopUndoElement()?.undoMutations.map(({ id }) => id)).toEqual([
      SetRangeValuesMutation.id,
      SetSelectionsOperation.id,
    ]);
  });
});
