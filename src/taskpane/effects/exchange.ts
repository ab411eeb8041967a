/** Brings scenarios in and out of the workbook; what a file would change is shown before anything is written. */

import { readNameable } from "../../workbook/edit/readReference";
import { readScenarioRows } from "../../workbook/edit/scenarioRows";
import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { NOTHING_STANDING } from "../../workbook/exchange/content";
import type { Content, Standing } from "../../workbook/exchange/content";
import type { MonthlyCosts } from "../../workbook/exchange/focus";
import { hashOf } from "../../workbook/exchange/hash";
import { keepEvent, requireLog } from "../../workbook/exchange/logSheet";
import { readContent, readStanding } from "../../workbook/exchange/readContent";
import { ask } from "../functions/ask";
import { isResultError, wordOf } from "../functions/protocol";
import type { ResultCell, ResultRows } from "../functions/protocol";
import type { Side } from "../states/compare";
import { perform, run, timeNow, wordsOfFailure } from "./host";
import type { Done, EffectContext } from "./host";
import { ARCHITECTURE_KEY, countedLines, rowsOfSide } from "./sideFigures";

export interface ExchangeEffects {
  readonly readTables: () => Promise<void>;
  readonly exportScenarios: () => Promise<void>;
  readonly exportTable: () => Promise<void>;
  readonly exportCosts: () => Promise<void>;
  readonly exportFrozen: () => Promise<void>;
  readonly save: () => Promise<void>;
  readonly copy: () => Promise<void>;
  /** Reads a file and shows what it would change. */
  readonly plan: (fileName: string, text: () => Promise<string>) => Promise<void>;
  /** Carries out the plan that is shown. */
  readonly agree: () => Promise<void>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** An address of a file in memory is given back once the browser has surely read it, ms. */
const KEPT_MS = 60_000;

/** The content of the file whose plan is shown. */
let planned: Content | undefined;

function saveAs(name: string, parts: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([parts], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

const today = (): string => timeNow().slice(0, 10);

async function readTables({ dispatch }: EffectContext): Promise<void> {
  try {
    const { tables } = await run(readNameable);
    dispatch({ type: "exchange/tables", tables });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
  }
}

async function exportScenarios(context: EffectContext): Promise<void> {
  await perform(context, "Writing the scenarios", async (excel) => {
    const { textOfContent } = await import("../../workbook/exchange/scenarioFile");
    const { content } = await readContent(excel);
    context.dispatch({ type: "exchange/made", file: { name: `scenarios-${today()}.json`, text: textOfContent(content) } });
    return {};
  });
}

async function exportTable(context: EffectContext): Promise<void> {
  const { table } = context.state().exchange;
  await perform(context, "Writing the table", async (excel) => {
    const { readTableCsv } = await import("../../workbook/exchange/csv");
    context.dispatch({ type: "exchange/made", file: { name: `${table}-${today()}.csv`, text: await readTableCsv(excel, table) } });
    return {};
  });
}

function requireRows(rows: ResultRows): ResultRows {
  const [cell] = rows[0] ?? [];
  if (isResultError(cell)) throw new Error(cell.message || cell.error);
  return rows;
}

const numberOf = (cell: ResultCell | undefined): number => (typeof cell === "number" ? cell : 0);

/** What the functions say about the costs of a side, month by month: the lines that add up to its total. */
async function monthlyCosts(side: Side, stated: ScenarioRows): Promise<MonthlyCosts> {
  const rows = rowsOfSide(side, stated);
  const [costs, counted, starts, ends, architecture, currency] = await Promise.all([
    ask("COST", [rows, "all", "month", null]),
    countedLines(rows),
    ask("PERIODS", [rows, "month", "start"]),
    ask("PERIODS", [rows, "month", "end"]),
    ask("SCENARIO.GET", [rows, ARCHITECTURE_KEY, null]),
    ask("SCENARIO.GET", [rows, "plan.currency", null]),
  ]);
  const lines = requireRows(costs)
    .slice(1)
    .map(([id, costPool, ...months]) => ({ id: wordOf(id), costPool: wordOf(costPool), months: months.map(numberOf) }));
  return {
    scenario: side.scenario,
    architecture: wordOf(architecture[0]?.[0]),
    currency: wordOf(currency[0]?.[0]),
    starts: (requireRows(starts)[0] ?? []).map(numberOf),
    ends: (requireRows(ends)[0] ?? []).map(numberOf),
    lines: lines.filter(({ id }) => counted.has(id)),
  };
}

async function exportCosts(context: EffectContext): Promise<void> {
  const { scenario, architecture } = context.state().exchange;
  const { reading } = context.state();
  await perform(context, "Writing the costs", async (excel) => {
    const [{ csvOf }, { focusRows }, { COMPONENTS }] = await Promise.all([
      import("../../workbook/exchange/csv"),
      import("../../workbook/exchange/focus"),
      import("../../engine/cost/components"),
    ]);
    const rows = (await readScenarioRows(excel, reading?.kind === "model" ? reading.blocks : [])).get(scenario);
    if (!rows) throw new Error(`The scenario ${scenario} has no rows in the workbook. Refresh the model on Home.`);
    const costs = await monthlyCosts({ scenario, architecture }, rows);
    const text = csvOf(focusRows(costs, COMPONENTS));
    context.dispatch({ type: "exchange/made", file: { name: `costs-${scenario}-${costs.architecture}-${today()}.csv`, text } });
    return {};
  });
}

/** Excel opens the copy as a new workbook; where it cannot, the browser saves it. */
async function openOrSave(bytes: Uint8Array): Promise<Done> {
  if ("createWorkbook" in Excel && Office.context.requirements.isSetSupported("ExcelApi", "1.8")) {
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    await Excel.createWorkbook(btoa(text));
    return { notice: "The copy is open as a new workbook: save it under a name of its own." };
  }
  const name = `tco-plan-values-${today()}.xlsx`;
  saveAs(name, new Uint8Array(bytes), XLSX);
  return { notice: `${name} was saved among your downloads.` };
}

async function exportFrozen(context: EffectContext): Promise<void> {
  await perform(context, "Writing the copy", async (excel) => {
    const { frozenCopy, readShownSheets } = await import("../../workbook/exchange/frozenCopy");
    return openOrSave(await frozenCopy(await readShownSheets(excel)));
  });
}

function save({ state }: EffectContext): Promise<void> {
  const { made } = state().exchange;
  if (made) saveAs(made.name, made.text, made.name.endsWith(".json") ? "application/json" : "text/csv");
  return Promise.resolve();
}

async function copy({ state, dispatch }: EffectContext): Promise<void> {
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
function standing({ state }: EffectContext): Promise<Standing> {
  return state().reading?.kind === "model" ? run(readStanding) : Promise.resolve(NOTHING_STANDING);
}

async function plan(context: EffectContext, fileName: string, text: () => Promise<string>): Promise<void> {
  const { dispatch } = context;
  planned = undefined;
  try {
    const [{ contentOfText }, { importPlan, refusedPlan }] = await Promise.all([
      import("../../workbook/exchange/scenarioFile"),
      import("../../workbook/exchange/importPlan"),
    ]);
    const reading = contentOfText(await text());
    if (!reading.ok) {
      dispatch({ type: "exchange/planned", plan: refusedPlan(fileName, reading.problems) });
      return;
    }
    planned = reading.content;
    dispatch({ type: "exchange/planned", plan: importPlan(fileName, reading.content, await standing(context)) });
  } catch (error) {
    dispatch({ type: "failed", failure: wordsOfFailure(error) });
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

async function agree(context: EffectContext): Promise<void> {
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
      throw new Error("The workbook has changed since the preview. Nothing was written: look at what the import would change now.");
    }
    const notice = await noteImport(excel, agreed.fileName);
    dispatch({ type: "exchange/declined" });
    return { notice };
  });
}

/** The effects of Import and export. */
export function exchangeEffects(context: EffectContext): ExchangeEffects {
  return {
    readTables: () => readTables(context),
    exportScenarios: () => exportScenarios(context),
    exportTable: () => exportTable(context),
    exportCosts: () => exportCosts(context),
    exportFrozen: () => exportFrozen(context),
    save: () => save(context),
    copy: () => copy(context),
    plan: (fileName, text) => plan(context, fileName, text),
    agree: () => agree(context),
  };
}
