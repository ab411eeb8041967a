/** The workbench's grid with its formulas and the add-in's functions, without its page: charts, lists and the selection are those of the grid in memory. */

import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import {
  IRenderManagerService,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsPlugin,
} from "@univerjs/preset-sheets-core";
import { UniverSheetsTablePlugin } from "@univerjs/preset-sheets-table";
import { type Calls, promptCalls } from "../../../src/workbench/functions/call";
import { ErrorMessages } from "../../../src/workbench/functions/messages";
import type { FunctionsFile } from "../../../src/workbench/functions/metadata";
import { registerFunctions } from "../../../src/workbench/functions/register";
import { trackCalculation } from "../../../src/workbench/grid/calculation";
import { createCellStore } from "../../../src/workbench/grid/cells";
import { noteRangesOnce } from "../../../src/workbench/grid/patches/dependencyIndex";
import { createFormatStore } from "../../../src/workbench/grid/formats";
import type { Grid } from "../../../src/workbench/grid/grid";
import { createNameStore } from "../../../src/workbench/grid/names";
import { forgetFormulas, keepReferencesTrue } from "../../../src/workbench/grid/references";
import { readAnyColumnName } from "../../../src/workbench/grid/structuredReferences";
import { createSheetStore } from "../../../src/workbench/grid/sheets";
import { TABLE_OPTIONS } from "../../../src/workbench/grid/tableLooks";
import { createTableStore } from "../../../src/workbench/grid/tables";
import type { UniverGrid } from "../../../src/workbench/grid/univer";
import { type OpenWorkbook, openWorkbook } from "../../../src/workbench/grid/workbook";
import { bodies, metadataJson } from "../../functions/host";
import { createMemoryGrid } from "./memoryGrid";

/** The grid calls an iterator's method that browsers have, and Node from version 22 on. */
const iterator = Object.getPrototypeOf(new Map().keys()) as {
  some?: (this: Iterable<unknown>, holds: (item: unknown) => boolean) => boolean;
};
iterator.some ??= function some(holds) {
  return [...this].some(holds);
};

readAnyColumnName();

/** A stream of the grid's that never says anything. */
const SILENT: object = Object.assign(() => undefined, {
  subscribe: () => ({ unsubscribe: () => undefined }),
  pipe: () => SILENT,
  "@@observable": () => SILENT,
});

/** Stands for what draws the grid, of which the facade asks some. */
function undrawn(): unknown {
  return new Proxy(() => undefined, {
    get: (_, key) => (String(key).endsWith("$") ? SILENT : key === "then" || typeof key === "symbol" ? undefined : undrawn()),
  });
}

function createUniver(): UniverGrid {
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.SILENT, locales: { [LocaleType.EN_US]: {} } });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin, TABLE_OPTIONS);
  const injector = univer.__getInjector();
  injector.add([IRenderManagerService, { useValue: undrawn() as IRenderManagerService }]);
  const api = FUniver.newAPI(univer);
  const sheet = { id: "s1", name: "Sheet1", rowCount: 100, columnCount: 20 };
  return { api, workbook: api.createWorkbook({ name: "Workbook", sheetOrder: [sheet.id], sheets: { [sheet.id]: sheet } }), injector };
}

const file = JSON.parse(metadataJson) as FunctionsFile;
const allowsErrors = file.allowErrorForDataTypeAny === true;

/** How formulas reach the functions of a grid that can calculate again what waits for them. */
type CallsOver = (grid: { readonly recalculate: () => void; readonly allowsErrors: boolean }) => Calls;

/** An empty workbook of one sheet whose formulas calculate, with the grid's own services, and patched as the workbench's is unless told otherwise. */
export async function openCalculatingGrid(
  callsOver: CallsOver = () => promptCalls(allowsErrors),
  patch: (open: OpenWorkbook) => void = noteRangesOnce,
): Promise<{ readonly grid: Grid; readonly open: OpenWorkbook }> {
  const open = openWorkbook(createUniver());
  patch(open);
  const calculation = trackCalculation(open);
  keepReferencesTrue(open, calculation, () => undefined);
  const messages = new ErrorMessages();
  const recalculate = () => void calculation.settled().then(calculation.recalculate);
  const sheetName = (sheetId: string) => open.workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  registerFunctions(open, file, bodies, callsOver({ recalculate, allowsErrors }), { messages, sheetName });
  forgetFormulas(open);
  await calculation.recalculate();
  const grid = {
    ...createMemoryGrid(),
    cells: createCellStore(open),
    formats: createFormatStore(open),
    sheets: createSheetStore(open),
    tables: createTableStore(open),
    names: createNameStore(open),
    settled: calculation.settled,
    recalculate: calculation.recalculate,
  };
  return { grid, open };
}

/** An empty workbook of one sheet whose formulas calculate. */
export async function createCalculatingGrid(): Promise<Grid> {
  return (await openCalculatingGrid()).grid;
}
