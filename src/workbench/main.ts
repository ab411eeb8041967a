import "./page/workbench.css";
import type { Host, Pane } from "./connection";
import { ErrorMessages } from "./functions/messages";
import type { FunctionsFile } from "./functions/metadata";
import { registerFunctions } from "./functions/register";
import { type Calculation, trackCalculation } from "./grid/calculation";
import type { Grid } from "./grid/grid";
import { createHostStateStore } from "./grid/hostState";
import { forgetFormulas, keepReferencesTrue } from "./grid/references";
import { growTablesWhileTyping } from "./grid/tableGrowth";
import { closeBracketsOfUnfinishedFormulas } from "./grid/lexer";
import { quickenGrid } from "./grid/quickerGrid";
import { takeBackFromTheLast } from "./grid/undo";
import { createUniver, followsEdits } from "./grid/univer";
import { createGrid } from "./grid/univerGrid";
import { listsRead } from "./grid/validations";
import { type OpenWorkbook, SHEET_COLUMNS, SHEET_ROWS, openWorkbook } from "./grid/workbook";
import { ask, element } from "./page/elements";
import { showErrorMessages } from "./page/errorCard";
import { commitWhatIsTyped } from "./page/formulaEntry";
import { makeRibbon, runAction } from "./page/ribbon";
import { makeSplitter } from "./page/splitter";
import { showCharts } from "./page/chartView";
import { type SavedWorkbook, hostStateOf, keepOpened, keepSaved, readSaved, setAside, showAsSaved } from "./page/storage";

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
}

function setPaneVisible(isVisible: boolean) {
  document.querySelector("main")?.classList.toggle("without-pane", !isVisible);
}

function isPaneVisible(): boolean {
  return !document.querySelector("main")?.classList.contains("without-pane");
}

/** Opens the frame of the pane and waits until its scripts have run. */
function openPane(grid: Promise<Grid>): Promise<Pane> {
  return new Promise((resolve) => {
    const host: Host = { grid, connect: resolve, setPaneVisible };
    window.workbenchHost = host;
    (element("pane") as HTMLIFrameElement).src = "taskpane.html";
  });
}

async function readMetadata(): Promise<FunctionsFile> {
  const response = await fetch("../functions.json");
  if (!response.ok) throw new Error(`functions.json: ${response.status} ${response.statusText}`);
  return (await response.json()) as FunctionsFile;
}

/** Colours of the grid follow the system's, also when they change at dusk. */
function followColorScheme(open: OpenWorkbook, scheme: MediaQueryList) {
  scheme.addEventListener("change", ({ matches }) => open.api.toggleDarkMode(matches));
}

function makeCalculable(open: OpenWorkbook, calculation: Calculation, messages: ErrorMessages, file: FunctionsFile, pane: Pane) {
  registerFunctions(open, file, pane.functions, {
    allowsErrors: file.allowErrorForDataTypeAny === true,
    messages,
    sheetName: (sheetId) => open.workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? "",
  });
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
  closeBracketsOfUnfinishedFormulas();
  quickenGrid();
  takeBackFromTheLast();
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
  const tellSelected = showErrorMessages(open, messages, tell);
  calculation.onStart(() => messages.startRun());
  calculation.onEnd(tellSelected);
  keepReferencesTrue(open, calculation, () => messages.clear());
  growTablesWhileTyping(open);
  commitWhatIsTyped(open);
  followColorScheme(open, scheme);
  return { calculation, messages };
}

async function start() {
  let provideGrid: (grid: Grid) => void = () => undefined;
  const paneReady = openPane(new Promise<Grid>((resolve) => (provideGrid = resolve)));
  makeSplitter();
  openDialogs();
  const [saved, file] = await Promise.all([readSaved(), readMetadata()]);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const { univer, opened } = openNewest(saved, scheme.matches);
  const open = openWorkbook(univer);
  const { calculation, messages } = followWorkbook(open, scheme);
  let saveSoon = () => {};
  const state = createHostStateStore(hostStateOf(opened), () => saveSoon());
  const grid = createGrid(open, calculation, state);
  showCharts(open, grid, calculation, scheme);
  const [pane] = await Promise.all([paneReady, followsEdits(open)]);
  showAsSaved(open, opened);
  await makeCalculable(open, calculation, messages, file, pane);
  await listsRead(open);
  provideGrid(grid);
  await pane.ready;
  if (opened !== saved[0] && saved[0] !== undefined) await setAside(saved[0]);
  if (opened !== undefined) await keepOpened(opened);
  else if (pane.actions.has(SAMPLE_ACTION)) await runAction(pane, SAMPLE_ACTION);
  const { soon, forget } = keepSaved(open, () => state.read());
  saveSoon = soon;
  const startOver = async (withSample: boolean) => {
    await forget(withSample ? undefined : emptyWorkbook());
    location.reload();
  };
  makeRibbon({ pane, togglePane: () => setPaneVisible(!isPaneVisible()), startOver: (withSample) => void startOver(withSample) });
  tell(
    opened === saved[0]
      ? ""
      : `The workbook as it was last saved could not be opened. This is ${opened === undefined ? "the sample" : "the one before it"}.`,
  );
  performance.mark("workbench-ready");
}

start().catch((error: unknown) => {
  tell(`The workbench could not start: ${String(error)}`);
  throw error;
});
