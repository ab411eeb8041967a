/** Excel over a grid, without a browser: Microsoft's library in front of the workbench's host, for tests of what the add-in asks of Excel. */

import { vi } from "vitest";
import type { Area, Grid } from "../../../src/workbench/grid/grid";
import { createExcelHost } from "../../../src/workbench/office/external";
import { type HostSettings, USUAL_SETTINGS } from "../../../src/workbench/office/settings";
import { withUndoGroups } from "../../../src/workbench/office/undoGroups";
import { type Library, loadLibrary } from "./library";

/** Requests as the add-in writes them, over the typings of the real Office.js. */
export type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

interface Setup extends Partial<HostSettings> {
  readonly setPaneVisible?: (isVisible: boolean) => void;
}

/** Opens an Excel: its globals `Excel` and `Office` are those of a page in it. */
export async function openExcel(grid: Grid, { setPaneVisible = () => undefined, ...settings }: Setup = {}): Promise<Library> {
  const surroundings = { setPaneVisible, takeResults: () => undefined };
  const host = createExcelHost(Promise.resolve(grid), { ...USUAL_SETTINGS, ...settings }, surroundings);
  const library = await loadLibrary(host.external);
  library.Excel.run = withUndoGroups(library.Excel.run, host);
  return library;
}

/** The requirement sets of an Excel that has ExcelApi up to 1.`newest`. */
export function requirementSetsTo(newest: number): HostSettings["requirementSets"] {
  return { ...USUAL_SETTINGS.requirementSets, ExcelApi: `1.${newest}` };
}

const opened = new WeakMap<Grid, Promise<Library>>();

/** The Excel of a grid, opened when it is first asked for. */
export function excelOf(grid: Grid): Promise<Library> {
  const known = opened.get(grid) ?? openExcel(grid);
  opened.set(grid, known);
  return known;
}

/** Makes the Excel of a grid the one that the add-in's code meets; tests end with `vi.unstubAllGlobals`. */
export async function stubExcel(grid: Grid, setup?: Setup): Promise<void> {
  if (setup !== undefined) opened.set(grid, openExcel(grid, setup));
  const { Excel, Office } = await excelOf(grid);
  vi.stubGlobal("Excel", Excel);
  vi.stubGlobal("Office", Office);
}

type Thrown = Partial<OfficeExtension.Error>;

/** What a batch throws. */
export async function thrownIn(run: GridHost["run"], batch: Batch<unknown>): Promise<Thrown> {
  try {
    await run(batch);
  } catch (error) {
    return error as Thrown;
  }
  throw new Error("The batch did not throw.");
}

interface GridHost {
  /** Carries out a batch, as Excel.run does. */
  readonly run: <Result>(batch: Batch<Result>) => Promise<Result>;
  /** Id of a sheet; "" where there is none. */
  readonly sheetId: (name: string) => string;
  /** One cell of a sheet, by zero-based row and column. */
  readonly cell: (sheet: string, row: number, column: number) => Area;
  /** All that the workbook holds, as text: what is the same before and after has not been written to. */
  readonly everything: () => string;
}

/** The host of the grid that is there when it is asked: tests begin with a new one. */
export function hostOf(grid: () => Grid): GridHost {
  const sheetId = (name: string) =>
    grid()
      .sheets.list()
      .find((sheet) => sheet.name === name)?.id ?? "";
  return {
    run: async (batch) => (await excelOf(grid())).Excel.run(batch),
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
