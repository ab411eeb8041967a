/** A workbook with the add-in's pane beside it, without a screen: the shipped pane and functions, Microsoft's library, the workbench's host and its grid. */

import type { IWorkbookData } from "@univerjs/core";
import { expect, vi } from "vitest";
import { createCellStore } from "../../../src/workbench/grid/cells";
import { fromA1, toA1 } from "../../../src/workbench/grid/address";
import type { Area, Grid, HostState } from "../../../src/workbench/grid/grid";
import { createExcelHost } from "../../../src/workbench/office/external";
import { type HostSettings, USUAL_SETTINGS } from "../../../src/workbench/office/settings";
import { SHEET_COLUMNS, SHEET_ROWS } from "../../../src/workbench/grid/workbook";
import { openCalculatingGrid } from "../workbench/calculatingGrid";
import type { Batch } from "../workbench/excel";
import { WAITING, locatorOf, pressKey, typeText } from "./locator";
import { openPaneWindow } from "./window";

/** A workbook as the workbench saves it. */
interface Saved {
  readonly workbook: Partial<IWorkbookData>;
  readonly state: Partial<HostState> | undefined;
}

const EMPTY: Saved = {
  workbook: {
    name: "Workbench",
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1", rowCount: SHEET_ROWS, columnCount: SHEET_COLUMNS } },
  },
  state: undefined,
};

interface Setting {
  readonly excel?: Partial<HostSettings>;
}

export type Workbench = Awaited<ReturnType<typeof open>>;

async function open(saved: Saved, { excel = {} }: Setting) {
  let isPaneVisible = true;
  const setPaneVisible = (isVisible: boolean) => void (isPaneVisible = isVisible);
  let provideGrid: (grid: Grid) => void = () => undefined;
  const gridReady = new Promise<Grid>((resolve) => (provideGrid = resolve));
  const host = createExcelHost(gridReady, { ...USUAL_SETTINGS, ...excel }, { setPaneVisible, takeResults: () => undefined });
  const { window, functions, errors, close: closePane } = await openPaneWindow(host);
  const {
    grid,
    open: workbook,
    editor,
    close: closeGrid,
  } = await openCalculatingGrid({
    // The grid goes on to write into the workbook that it opens.
    saved: structuredClone(saved.workbook),
    functions,
    ...(saved.state !== undefined && { state: saved.state }),
  });
  provideGrid(grid);
  const areaOf = (sheet: string, address: string): Area => {
    const cells = fromA1(address);
    const found = grid.sheets.list().find(({ name }) => name === sheet);
    if (cells === undefined || found === undefined) throw new Error(`There is no ${sheet}!${address}.`);
    return { sheetId: found.id, ...cells };
  };
  /** Cells as a person's hand writes them. */
  const byHand = createCellStore({ ...workbook, asCode: (write) => write() });
  const run = <Result>(batch: Batch<Result>): Promise<Result> => window.Excel.run(batch);
  const activeSheet = () => grid.sheets.list().find(({ id }) => id === grid.sheets.active())?.name ?? "";
  const focused = () => window.document.activeElement as HTMLInputElement;
  /** The field that has the focus, once one has. */
  const focusedField = () =>
    vi.waitFor(() => {
      if (!focused().matches("input, textarea")) throw new Error("No field has the focus.");
      return focused();
    }, WAITING);
  return {
    pane: locatorOf(() => [window.document.documentElement], "the pane"),
    window,
    errors,
    host,
    grid,
    /** Carries out a batch, as somebody else's add-in does. */
    run,
    isPaneVisible: () => isPaneVisible,
    /** Keys, in the pane. */
    keyboard: {
      press: (key: string) => {
        pressKey(focused(), key);
        return Promise.resolve();
      },
      type: async (text: string) => typeText(await focusedField(), text),
    },
    /** The sheet in sight, with what a person does on it; its cells are read through Office.js. */
    sheet: {
      open: (name: string) => grid.sheets.activate(areaOf(name, "A1").sheetId),
      goTo: (address: string) => grid.selection.select(areaOf(activeSheet(), address)),
      type: (address: string, text: string) => byHand.write(areaOf(activeSheet(), address), [[text]]),
      clear: (address: string) => byHand.clear(areaOf(activeSheet(), address), "Contents"),
      text: (address: string) => read(run, activeSheet(), address),
      selected: () => addressOf(grid),
      /** Whether a cell is being edited. */
      setEdited: editor.set,
    },
    saved: (): Saved => ({ workbook: structuredClone(workbook.workbook.save()), state: grid.state.read() }),
    close: async () => {
      await closePane();
      closeGrid();
    },
  };
}

function addressOf(grid: Grid): string {
  const area = grid.selection.read();
  return toA1(area, grid.sheets.list().find(({ id }) => id === area.sheetId)?.name);
}

async function read(run: <Result>(batch: Batch<Result>) => Promise<Result>, sheet: string, address: string): Promise<string> {
  return run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("text");
    await context.sync();
    return range.text[0]?.[0] ?? "";
  });
}

let sample: Promise<Saved> | undefined;

async function writeSample(): Promise<Saved> {
  const workbench = await open(EMPTY, {});
  await workbench.host.runCommand("insertSample");
  await expect(workbench.pane.getByRole("article")).toHaveCount(3);
  const saved = workbench.saved();
  await workbench.close();
  return saved;
}

/** The sample as it is saved once it has been written: by the pane, into an empty workbook, once for all tests. */
export function savedSample(): Promise<Saved> {
  sample ??= writeSample();
  return sample;
}

/** Opens a workbook without a model; it is ready when this resolves. */
export async function openEmpty(setting: Setting = {}): Promise<Workbench> {
  return open(EMPTY, setting);
}

/** Opens the sample as it was saved; it is ready when Home shows its scenarios. */
export async function openSample(setting: Setting = {}): Promise<Workbench> {
  const workbench = await open(await savedSample(), setting);
  await expect(workbench.pane.getByRole("article")).toHaveCount(3);
  return workbench;
}
