/** Brings scenarios in and out of the workbook; what a file would change is shown before anything is written. */

import { readNameable } from "../../workbook/edit/readReference";
import { readScenarioRows } from "../../workbook/edit/scenarioRows";
import { NOTHING_STANDING } from "../../workbook/exchange/content";
import type { Standing } from "../../workbook/exchange/content";
import type { ImportContent } from "../../workbook/exchange/importPlan";
import { hashOf } from "../../workbook/exchange/hash";
import type { FileReading } from "../../workbook/exchange/scenarioFile";
import { keepEvent, requireLog } from "../../workbook/exchange/logSheet";
import { readContent, readStanding } from "../../workbook/exchange/readContent";
import { fileText } from "./state";
import type { MadeFile } from "./state";
import { failedWith, wordsOfFailure } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, timeNow, whenCalculated } from "../shell/host";
import type { Done, EffectContext, Work } from "../shell/host";
import type { ExchangeAction, ExchangeState } from "./state";

export type ExchangeContext = EffectContext<{ readonly exchange: ExchangeState }, ExchangeAction>;

export interface ExchangeEffects {
  /** Reads which tables can be exported. */
  readonly refresh: () => Promise<void>;
  readonly exportScenarios: () => Promise<void>;
  readonly exportTable: () => Promise<void>;
  readonly exportCosts: () => Promise<void>;
  readonly exportFrozen: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly copy: () => Promise<void>;
  /** Reads a file and shows what it would change. */
  readonly plan: (fileName: string, read: () => Promise<string | ArrayBuffer>) => Promise<void>;
  /** Carries out the plan that is shown. */
  readonly agree: () => Promise<void>;
}

/** What its views answer the user with. */
export type ExchangeControls = Controls<ExchangeAction, { readonly exchange: ExchangeEffects }>;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** An address of a file in memory is given back once the browser has surely read it, ms. */
const KEPT_MS = 60_000;

/** The content of the file whose plan is shown. */
let planned: ImportContent | undefined;

function saveAs(name: string, parts: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

const today = (): string => timeNow().slice(0, 10);

async function readTables({ dispatch }: ExchangeContext): Promise<void> {
  try {
    const { tables } = await run(readNameable);
    dispatch({ type: "exchange/tables", tables });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** Writes a file; the one made before is offered no longer, whether or not this one succeeds. */
async function make(context: ExchangeContext, words: string, work: Work): Promise<void> {
  context.dispatch({ type: "exchange/making" });
  await perform(context, words, whenCalculated(work));
}

/** Writes a file of text, which the pane then offers. */
function makeText(context: ExchangeContext, words: string, made: (excel: Excel.RequestContext) => Promise<MadeFile>): Promise<void> {
  return make(context, words, async (excel) => {
    context.dispatch({ type: "exchange/made", file: await made(excel) });
    return {};
  });
}

function exportScenarios(context: ExchangeContext): Promise<void> {
  return makeText(context, "Writing the scenarios", async (excel) => {
    const { textOfContent } = await import("../../workbook/exchange/scenarioFile");
    const { content } = await readContent(excel);
    return { name: `scenarios-${today()}.json`, text: textOfContent(content) };
  });
}

function exportTable(context: ExchangeContext): Promise<void> {
  const { table } = context.state().exchange;
  return makeText(context, "Writing the table", async (excel) => {
    const { readTableCsv } = await import("../../workbook/exchange/csv");
    return { name: `${table}-${today()}.csv`, text: await readTableCsv(excel, table) };
  });
}

function exportCosts(context: ExchangeContext): Promise<void> {
  const { scenario, architecture } = context.state().exchange;
  const { reading } = context.state();
  return makeText(context, "Writing the costs", async (excel) => {
    const [{ csvOf }, { focusRows }, { COMPONENTS }, { monthlyCosts }] = await Promise.all([
      import("../../workbook/exchange/csv"),
      import("../../workbook/exchange/focus"),
      import("../../engine/cost/components"),
      import("./monthlyCosts"),
    ]);
    const rows = (await readScenarioRows(excel, reading?.kind === "model" ? reading.blocks : [])).get(scenario);
    if (!rows) throw new Error(`"${scenario}" isn't on the Scenarios sheet yet. Choose Refresh on Home.`);
    const costs = await monthlyCosts({ scenario, architecture }, rows);
    const text = csvOf(focusRows(costs, COMPONENTS));
    return { name: `costs-${scenario}-${costs.architecture}-${today()}.csv`, text };
  });
}

/** Whether Excel has opened the copy as a new workbook. Some kinds of Excel refuse to, whatever set they support. */
async function isOpenedByExcel(bytes: Uint8Array): Promise<boolean> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8")) return false;
  try {
    await Excel.createWorkbook(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
    return true;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/** Excel opens the copy as a new workbook; where it cannot, the browser saves it. */
async function openOrSave(bytes: Uint8Array): Promise<Done> {
  if (await isOpenedByExcel(bytes)) return { notice: "The copy is open as a new workbook: save it under a new name." };
  const name = `tco-plan-values-${today()}.xlsx`;
  saveAs(name, new Uint8Array(bytes), XLSX);
  return { notice: `${name} was saved among your downloads.` };
}

function exportFrozen(context: ExchangeContext): Promise<void> {
  return make(context, "Writing the copy", async (excel) => {
    const { frozenCopy, readShownSheets } = await import("../../workbook/exchange/frozenCopy");
    return openOrSave(await frozenCopy(await readShownSheets(excel)));
  });
}

function save({ state }: ExchangeContext): Promise<void> {
  const { made } = state().exchange;
  if (made) saveAs(made.name, fileText(made), made.name.endsWith(".json") ? "application/json" : "text/csv");
  return Promise.resolve();
}

async function copy({ state, dispatch }: ExchangeContext): Promise<void> {
  const { made } = state().exchange;
  if (!made) return;
  try {
    await navigator.clipboard.writeText(made.text);
    dispatch({ type: "finished", notice: `${made.name} was copied.` });
  } catch {
    dispatch({ type: "failed", failure: "The browser does not allow copying. Select the text and copy it by keyboard." });
  }
}

/** What stands in the workbook; nothing while it has no model. */
function standing({ state }: ExchangeContext): Promise<Standing> {
  return state().reading?.kind === "model" ? run(readStanding) : Promise.resolve(NOTHING_STANDING);
}

/** The content of a file, or of a pasted text. */
async function readFile(read: string | ArrayBuffer): Promise<FileReading> {
  const [{ contentOfText }, { textOfBytes }] = await Promise.all([
    import("../../workbook/exchange/scenarioFile"),
    import("../../workbook/exchange/fileText"),
  ]);
  const reading = typeof read === "string" ? ({ ok: true, text: read } as const) : textOfBytes(new Uint8Array(read));
  return reading.ok ? contentOfText(reading.text) : { ok: false, problems: [reading.problem] };
}

async function plan(context: ExchangeContext, fileName: string, read: () => Promise<string | ArrayBuffer>): Promise<void> {
  const { dispatch } = context;
  planned = undefined;
  try {
    const { importPlan, refusedPlan } = await import("../../workbook/exchange/importPlan");
    const reading = await readFile(await read());
    if (!reading.ok) {
      dispatch({ type: "exchange/planned", plan: refusedPlan(fileName, reading.problems) });
      return;
    }
    planned = reading.content;
    dispatch({ type: "exchange/planned", plan: importPlan(fileName, reading.content, await standing(context)) });
  } catch (error) {
    dispatch(failedWith(error));
  }
}

/** Notes an import that was carried out where the workbook keeps its history, and says what was done: a note that fails takes nothing back. */
async function noteImport(excel: Excel.RequestContext, fileName: string): Promise<string> {
  try {
    const { content } = await readContent(excel);
    await keepEvent(excel, { when: timeNow(), what: "Import", why: fileName, hash: await hashOf(content) });
    return `${fileName} was imported. The sheet Log says so.`;
  } catch (error) {
    return `${fileName} was imported, but not noted on the sheet Log: ${wordsOfFailure(error)}`;
  }
}

async function agree(context: ExchangeContext): Promise<void> {
  const { dispatch, state } = context;
  const { plan: agreed } = state().exchange;
  const content = planned;
  if (!agreed || !content) return;
  await perform(context, "Importing", async (excel) => {
    const { applyImport, insertImport } = await import("../../workbook/exchange/applyImport");
    const isModel = state().reading?.kind === "model";
    if (isModel) await requireLog(excel);
    const changed = isModel ? await applyImport(excel, agreed, content) : undefined;
    if (!isModel) await insertImport(excel, agreed);
    if (changed) {
      dispatch({ type: "exchange/planned", plan: changed });
      throw new Error("The workbook has changed since the preview. Check the new preview, then import; nothing was saved.");
    }
    const notice = await noteImport(excel, agreed.fileName);
    dispatch({ type: "exchange/declined" });
    return { notice };
  });
}

/** The effects of Import and export. */
export function exchangeEffects(context: ExchangeContext): ExchangeEffects {
  return {
    refresh: () => readTables(context),
    exportScenarios: () => exportScenarios(context),
    exportTable: () => exportTable(context),
    exportCosts: () => exportCosts(context),
    exportFrozen: () => exportFrozen(context),
    save: () => save(context),
    copy: () => copy(context),
    plan: (fileName, read) => plan(context, fileName, read),
    agree: () => agree(context),
  };
}
