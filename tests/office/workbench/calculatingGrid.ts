/** The workbench's grid with its formulas and the add-in's functions, without its page: charts, lists and the selection are those of the grid in memory. */

import "./withoutScreen";
import { IUniverInstanceService, type IWorkbookData, LocaleService, LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/preset-sheets-conditional-formatting";
import {
  CalculationMode,
  IEditorBridgeService,
  IRenderManagerService,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsNumfmtPlugin,
  UniverSheetsPlugin,
} from "@univerjs/preset-sheets-core";
import { UniverDataValidationPlugin, UniverSheetsDataValidationPlugin } from "@univerjs/preset-sheets-data-validation";
import { UniverDrawingPlugin, UniverSheetsDrawingPlugin } from "@univerjs/preset-sheets-drawing";
import { UniverSheetsTablePlugin } from "@univerjs/preset-sheets-table";
import { BehaviorSubject } from "rxjs";
import { type Calls, type CustomFunction, promptCalls } from "../../../src/workbench/functions/call";
import { ErrorMessages } from "../../../src/workbench/functions/messages";
import type { FunctionsFile } from "../../../src/workbench/functions/metadata";
import { registerFunctions } from "../../../src/workbench/functions/register";
import { trackCalculation } from "../../../src/workbench/grid/calculation";
import type { Grid, HostState } from "../../../src/workbench/grid/grid";
import { createHostStateStore } from "../../../src/workbench/grid/hostState";
import { noteRangesOnce } from "../../../src/workbench/grid/patches/dependencyIndex";
import { closeBracketsOfUnfinishedFormulas } from "../../../src/workbench/grid/patches/lexer";
import { quickenGrid } from "../../../src/workbench/grid/patches/quickerGrid";
import { takeBackFromTheLast } from "../../../src/workbench/grid/patches/undoOrder";
import { forgetFormulas, keepReferencesTrue } from "../../../src/workbench/grid/references";
import { readAnyColumnName } from "../../../src/workbench/grid/structuredReferences";
import { growTablesWhileTyping } from "../../../src/workbench/grid/tableGrowth";
import { TABLE_OPTIONS } from "../../../src/workbench/grid/tableLooks";
import type { UniverGrid } from "../../../src/workbench/grid/univer";
import { createGrid } from "../../../src/workbench/grid/univerGrid";
import { type OpenWorkbook, openWorkbook } from "../../../src/workbench/grid/workbook";
import { bodies, metadataJson } from "../../functions/host";

closeBracketsOfUnfinishedFormulas();
readAnyColumnName();
quickenGrid();
takeBackFromTheLast();

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

/** The grid's cell editor, which needs a screen: open from the first key until Enter or Esc. */
function createEditor() {
  const visible$ = new BehaviorSubject({ visible: false });
  return { isVisible: () => visible$.value, visible$, set: (visible: boolean) => visible$.next({ visible }) };
}

type Editor = ReturnType<typeof createEditor>;

const emptyWorkbook = (): Partial<IWorkbookData> => {
  const sheet = { id: "s1", name: "Sheet1", rowCount: 100, columnCount: 20 };
  return { name: "Workbook", sheetOrder: [sheet.id], sheets: { [sheet.id]: sheet } };
};

const PLUGINS = [
  UniverSheetsPlugin,
  UniverSheetsNumfmtPlugin,
  UniverDrawingPlugin,
  UniverSheetsDrawingPlugin,
  UniverDataValidationPlugin,
  UniverSheetsDataValidationPlugin,
  UniverSheetsConditionalFormattingPlugin,
];

function createUniver(saved: Partial<IWorkbookData>, editor: Editor): { readonly grid: UniverGrid; readonly close: () => void } {
  const univer = new Univer({ locale: LocaleType.EN_US, logLevel: LogLevel.SILENT, locales: { [LocaleType.EN_US]: {} } });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  for (const plugin of PLUGINS) univer.registerPlugin(plugin);
  univer.registerPlugin(UniverSheetsTablePlugin, TABLE_OPTIONS);
  const injector = univer.__getInjector();
  injector.add([IRenderManagerService, { useValue: undrawn() as IRenderManagerService }]);
  injector.add([IEditorBridgeService, { useValue: editor as unknown as IEditorBridgeService }]);
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook(saved);
  // Undo and redo are those of the workbook that has the focus.
  injector.get(IUniverInstanceService).focusUnit(workbook.getId());
  const close = () => {
    // The grid still says what it calculates a while after it is gone.
    injector.get(LocaleService).t = (key) => key;
    univer.dispose();
  };
  return { grid: { api, workbook, injector }, close };
}

const builtIn = JSON.parse(metadataJson) as FunctionsFile;

/** How formulas reach the functions of a grid that can calculate again what waits for them. */
type CallsOver = (grid: { readonly recalculate: () => void; readonly allowsErrors: boolean }) => Calls;

interface Opening {
  readonly callsOver?: CallsOver;
  /** A workbook as the grid has saved it; an empty one of one sheet where it is left out. */
  readonly saved?: Partial<IWorkbookData>;
  /** What the workbook keeps besides its cells. */
  readonly state?: Partial<HostState>;
  /** What is done to the grid before its first calculation; as in the workbench where it is left out. */
  readonly patch?: (open: OpenWorkbook) => void;
  /** The functions and what is declared of them; those of the sources where they are left out. */
  readonly functions?: ReadonlyMap<string, CustomFunction>;
}

/** A workbook whose formulas calculate, with the grid's own services. */
export async function openCalculatingGrid({ callsOver, saved, state, patch = noteRangesOnce, functions = bodies }: Opening = {}) {
  const editor = createEditor();
  const { grid: univer, close } = createUniver(saved ?? emptyWorkbook(), editor);
  const open = openWorkbook(univer);
  patch(open);
  const calculation = trackCalculation(open);
  const messages = new ErrorMessages();
  calculation.onStart(() => messages.startRun());
  keepReferencesTrue(open, calculation, () => messages.clear());
  growTablesWhileTyping(open);
  const grid: Grid = createGrid(
    open,
    calculation,
    createHostStateStore(state, () => undefined),
  );
  const recalculate = () => void calculation.settled().then(calculation.recalculate);
  const allowsErrors = builtIn.allowErrorForDataTypeAny === true;
  const calls = callsOver?.({ recalculate, allowsErrors }) ?? promptCalls(allowsErrors);
  const sheetName = (sheetId: string) => open.workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  registerFunctions(open, builtIn, functions, calls, { messages, sheetName });
  forgetFormulas(open);
  await calculation.recalculate();
  return { grid, open, editor, close };
}

/** An empty workbook of one sheet whose formulas calculate. */
export async function createCalculatingGrid(): Promise<Grid> {
  return (await openCalculatingGrid()).grid;
}
