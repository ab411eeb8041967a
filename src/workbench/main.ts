import "./page/workbench.css";
import { IUndoRedoService } from "@univerjs/core";
import { type Calls, promptCalls } from "./functions/call";
import { delayedCalls } from "./functions/delayedCalls";
import { ErrorMessages } from "./functions/messages";
import type { FunctionsFile } from "./functions/metadata";
import { registerFunctions } from "./functions/register";
import { type Calculation, trackCalculation } from "./grid/calculation";
import type { Grid } from "./grid/grid";
import { createHostStateStore } from "./grid/hostState";
import { forgetFormulas, keepReferencesTrue } from "./grid/references";
import { growTablesWhileTyping } from "./grid/tableGrowth";
import { showNumbersIn } from "./grid/languageNumbers";
import { patchGrid, patchUniver } from "./grid/patches/patchUniver";
import { createUniver, followsEdits } from "./grid/univer";
import { createGrid } from "./grid/univerGrid";
import { listsRead } from "./grid/validations";
import { type OpenWorkbook, SHEET_COLUMNS, SHEET_ROWS, openWorkbook } from "./grid/workbook";
import { type FunctionResult, createExcelHost } from "./office/external";
import { settingsOf } from "./office/settings";
import { ask, element } from "./page/elements";
import { showErrorMessages } from "./page/errorCard";
import { commitWhatIsTyped } from "./page/formulaEntry";
import { type Pane, openPane } from "./page/pane";
import { makeRibbon } from "./page/ribbon";
import { makeSplitter } from "./page/splitter";
import { showCharts } from "./page/chartView";
import type { SavedWorkbook } from "./page/database";
import { reloadWith } from "./page/follower";
import { begin, isSampleWanted, keep, keepBefore } from "./page/keeping";
import { type Saving, hostStateOf, showAsSaved } from "./page/storage";

/** A new empty workbook each time: the grid goes on to write into the one that it opens. */
const emptyWorkbook = (): SavedWorkbook => ({
  name: "Workbench",
  sheetOrder: ["sheet-1"],
  sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1", rowCount: SHEET_ROWS, columnCount: SHEET_COLUMNS } },
});

/** The command by which the pane's code writes the sample into an empty workbook. */
const SAMPLE_ACTION = "insertSample";

/** What a screen reader is told at once: that the workbook opens or could not, and what a function said about the selected cell. */
function tell(status: string) {
  element("status").textContent = status;
  element("status").classList.remove("spoken");
}

/** What a screen reader is told alone: others see it at the cell. */
function speak(message: string) {
  tell(message);
  element("status").classList.add("spoken");
}

function setPaneVisible(isVisible: boolean) {
  document.querySelector("main")?.classList.toggle("without-pane", !isVisible);
}

function isPaneVisible(): boolean {
  return !document.querySelector("main")?.classList.contains("without-pane");
}

/** Excel's side of the pane, over a grid that is still opening. */
function openExcel(grid: Promise<Grid>) {
  const settings = settingsOf(new URLSearchParams(location.search).get("excel") ?? "{}", navigator.language);
  const results = { take: (_results: readonly FunctionResult[]): void => undefined };
  const host = createExcelHost(grid, settings, { setPaneVisible, takeResults: (given) => results.take(given) });
  return { settings, results, host, pane: openPane(element("pane") as HTMLIFrameElement, host) };
}

/** How formulas reach the functions of the pane, as the settings of this Excel have it. */
function callsOf({ settings, results, host }: ReturnType<typeof openExcel>, calculation: Calculation, allowsErrors: boolean): Calls {
  if (!settings.delaysFunctions) return promptCalls(allowsErrors);
  const recalculate = () => void calculation.settled().then(calculation.recalculate);
  const calls = delayedCalls({ allowsErrors, invoke: host.invoke, recalculate });
  results.take = calls.take;
  return calls;
}

async function readMetadata(): Promise<FunctionsFile> {
  const response = await fetch("../functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status} ${response.statusText}`);
  return (await response.json()) as FunctionsFile;
}

/** Colors of the grid follow the system's, also when they change at dusk. */
function followColorScheme(open: OpenWorkbook, scheme: MediaQueryList) {
  scheme.addEventListener("change", ({ matches }) => open.api.toggleDarkMode(matches));
}

interface Callable {
  readonly messages: ErrorMessages;
  readonly file: FunctionsFile;
  readonly pane: Pane;
  readonly calls: Calls;
}

function makeCalculable(open: OpenWorkbook, calculation: Calculation, { messages, file, pane, calls }: Callable) {
  const sheetName = (sheetId: string) => open.workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "";
  registerFunctions(open, file, pane.functions, calls, { messages, sheetName });
  forgetFormulas(open);
  return calculation.recalculate();
}

function openDialogs() {
  for (const opener of document.querySelectorAll<HTMLElement>("[data-opens]")) {
    opener.addEventListener("click", () => void ask(opener.dataset["opens"] ?? ""));
  }
}

/** The grid with the newest workbook that can be opened, and which that was; an empty one where there is none. */
function openNewest(saved: readonly SavedWorkbook[], isDark: boolean) {
  patchUniver();
  for (const workbook of saved) {
    try {
      return { univer: createUniver("grid", workbook, isDark), opened: workbook };
    } catch (error) {
      console.error(error);
      element("grid").replaceChildren();
    }
  }
  return { univer: createUniver("grid", emptyWorkbook(), isDark), opened: undefined };
}

/** Everything on the page that follows the changes of the workbook. */
function followWorkbook(open: OpenWorkbook, scheme: MediaQueryList) {
  const calculation = trackCalculation(open);
  const messages = new ErrorMessages();
  const tellSelected = showErrorMessages(open, messages, speak);
  calculation.onStart(() => messages.startRun());
  calculation.onEnd(tellSelected);
  keepReferencesTrue(open, calculation, () => messages.clear());
  growTablesWhileTyping(open);
  commitWhatIsTyped(open);
  followColorScheme(open, scheme);
  return { calculation, messages };
}

async function startOver({ forget }: Saving, withSample: boolean) {
  try {
    await forget(withSample ? undefined : emptyWorkbook());
    reloadWith(withSample ? undefined : "start empty");
  } catch (error) {
    tell(`The workbook can't be deleted: ${error instanceof Error ? error.message : String(error)}. Reload the page, then try again.`);
  }
}

async function start() {
  let provideGrid: (grid: Grid) => void = () => undefined;
  const excel = openExcel(new Promise<Grid>((resolve) => (provideGrid = resolve)));
  makeSplitter();
  openDialogs();
  const { host, pane: paneReady } = excel;
  const [beginning, file] = await Promise.all([begin(), readMetadata()]);
  const [newest] = beginning.stored.workbooks;
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const { univer, opened } = openNewest(beginning.stored.workbooks, scheme.matches);
  const open = openWorkbook(univer);
  patchGrid(open);
  showNumbersIn(open, navigator.language);
  const { calculation, messages } = followWorkbook(open, scheme);
  let saveSoon = () => {};
  const state = createHostStateStore(hostStateOf(opened), () => saveSoon());
  const grid = createGrid(open, calculation, state);
  showCharts(open, grid, calculation, scheme);
  const [pane] = await Promise.all([paneReady, followsEdits(open)]);
  showAsSaved(open, opened);
  const calls = callsOf(excel, calculation, file.allowErrorForDataTypeAny === true);
  await makeCalculable(open, calculation, { messages, file, pane, calls });
  await listsRead(open);
  provideGrid(grid);
  await pane.ready;
  void keepBefore(beginning, opened);
  if (opened === undefined && isSampleWanted(beginning)) {
    await host.runCommand(SAMPLE_ACTION);
    // Ctrl+Z takes back what a person did: here it would remove all sheets of a sample that nobody has changed.
    open.injector.get(IUndoRedoService).clearUndoRedo(open.workbook.getId());
  }
  const saving = keep(open, () => state.read(), beginning);
  saveSoon = saving.soon;
  makeRibbon({ host, togglePane: () => setPaneVisible(!isPaneVisible()), startOver: (withSample) => void startOver(saving, withSample) });
  tell(
    opened === newest
      ? ""
      : `The workbook as it was last saved could not be opened. This is ${opened === undefined ? "the sample" : "the one before it"}.`,
  );
  performance.mark("workbench-ready");
}

start().catch((error: unknown) => {
  tell(`The workbench could not start: ${String(error)}`);
  throw error;
});
