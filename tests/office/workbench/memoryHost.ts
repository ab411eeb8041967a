/** The workbench's Office.js over a grid in memory, for tests of what the add-in asks of Excel. */

import type { Area } from "../../../src/workbench/grid/grid";
import { createRun } from "../../../src/workbench/office/requestContext";
import type { MemoryGrid } from "./memoryGrid";

/** Requests as the add-in writes them, over the typings of the real Office.js. */
export type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

interface MemoryHost {
  /** Carries out a batch, as Excel.run does. */
  readonly run: <Result>(batch: Batch<Result>) => Promise<Result>;
  /** Id of a sheet; "" where there is none. */
  readonly sheetId: (name: string) => string;
  /** One cell of a sheet, by zero-based row and column. */
  readonly cell: (sheet: string, row: number, column: number) => Area;
  /** All that the workbook holds, as text: what is the same before and after has not been written to. */
  readonly everything: () => string;
}

/** The host of the grid that stands when it is asked: tests begin with a new one. */
export function hostOf(grid: () => MemoryGrid): MemoryHost {
  const sheetId = (name: string) =>
    grid()
      .sheets.list()
      .find((sheet) => sheet.name === name)?.id ?? "";
  return {
    run: <Result>(batch: Batch<Result>) =>
      createRun(() => Promise.resolve(grid()))(batch as unknown as Parameters<ReturnType<typeof createRun>>[0]) as Promise<Result>,
    sheetId,
    cell: (sheet, row, column) => ({ sheetId: sheetId(sheet), row, column, rowCount: 1, columnCount: 1 }),
    everything: () => {
      const { sheets, cells, tables, names } = grid();
      const area = { row: 0, column: 0, rowCount: 200, columnCount: 40 };
      const read = sheets.list().map(({ id, name }) => [name, cells.read({ sheetId: id, ...area })]);
      return JSON.stringify([read, tables.list(), names.list()]);
    },
  };
}
