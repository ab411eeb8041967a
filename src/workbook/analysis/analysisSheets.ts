/** Writes what an analysis came to onto Charts and Summary: dated values, which stay until the analysis is written again. */

import { addChart, setValueTitle, updateChart } from "../host/applyChart";
import { applyPlans } from "../host/applyPlan";
import { FACTS_ROW, partName } from "./analysisParts";
import type { SimulationResult, TornadoResult } from "./analysisResults";
import { analysisWriting, partsOfSheet } from "./analysisWriting";
import type { PlacedPart } from "./analysisWriting";
import { readConvention } from "../host/colorConvention";
import { CONTENTS, contentsOf, firstFilled } from "../contents";
import { hashOf } from "../exchange/hash";
import { keepEvent, requireLog } from "../exchange/logSheet";
import { readContent } from "../exchange/readContent";
import { wallClock } from "../exchange/wallClock";
import { rangeAddress } from "../layout";
import type { CellArea, CellValue, ChartPlan, Look, SheetPlan } from "../plan";
import { readParts } from "../readScenarios";

export type { SimulationResult, TornadoResult } from "./analysisResults";

const addressOf = ({ row, column, rows, columns }: CellArea): string => rangeAddress(row, column, rows, columns);

interface StandingPart extends PlacedPart {
  /** What the cells of the part hold now. */
  readonly values: readonly (readonly CellValue[])[];
}

/** The parts with what stands in their cells; refuses to write over cells that are not ours. */
async function readStanding(context: Excel.RequestContext, placed: readonly PlacedPart[]): Promise<readonly StandingPart[]> {
  const read = placed.map(({ content, place }) => {
    const range = context.workbook.worksheets.getItem(place.sheet).getRange(addressOf(place)).load(CONTENTS);
    return { content, place, range };
  });
  await context.sync();
  const parts = read.map(({ content, place, range }) => ({ content, place, ...contentsOf(range) }));
  const taken = parts.find(({ place, ...contents }) => !place.isStanding && firstFilled(contents));
  if (taken)
    throw new Error(`${taken.place.sheet}!${addressOf(taken.place)} isn't empty. Move its contents, then try again. Nothing was changed.`);
  return parts;
}

/** Whether the figures that stand have the unit of those to be written: the table of an analysis names it among its facts. */
function isUnitSame(parts: readonly StandingPart[]): boolean {
  return parts.some(({ content: { cells, unitColumn = -1 }, values }) => {
    const unit = cells[FACTS_ROW]?.[unitColumn];
    return unit !== undefined && values[FACTS_ROW]?.[unitColumn] === unit;
  });
}

/** Looks of the rows whose key is another one than before. */
function changedKeyLooks({ content: { cells, keyLooks }, place, values }: StandingPart): readonly Look[] {
  if (!keyLooks) return [];
  const { column, looks } = keyLooks;
  return looks.filter(({ row }) => !place.isStanding || values[row]?.[column] !== cells[row]?.[column]);
}

/** Looks of the parts of a sheet in their place: those of a person stay, except of figures whose unit, and of rows whose key, is another one now. */
function placedLooks(part: StandingPart, keepsFigures: boolean): readonly Look[] {
  const { content, place } = part;
  const figureLooks = place.isStanding && keepsFigures ? [] : content.figureLooks;
  const looks = [...(place.isStanding ? [] : content.looks), ...figureLooks, ...changedKeyLooks(part)];
  return looks.map((look) => ({ ...look, row: place.row + look.row, column: place.column + look.column }));
}

function sheetPlans(parts: readonly StandingPart[]): readonly SheetPlan[] {
  const sheets = [...new Set(parts.map(({ place }) => place.sheet))];
  const keepsFigures = isUnitSame(parts);
  return sheets.map((sheet) => {
    const own = parts.filter(({ place }) => place.sheet === sheet);
    return {
      ...partsOfSheet(sheet, own),
      looks: own.flatMap((part) => placedLooks(part, keepsFigures)),
      names: own.filter(({ place }) => !place.isStanding).map(({ content, place }) => partName(content.part, place)),
    };
  });
}

/** Draws the chart again where there is none; one that stands keeps its title, place and looks. The title of its axis names the unit, and follows. */
async function drawChart(context: Excel.RequestContext, plan: ChartPlan, sheetName: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const standing = sheet.charts.getItemOrNullObject(plan.name);
  await context.sync();
  if (standing.isNullObject) {
    addChart(sheet, plan);
  } else {
    standing.series.load("items/name");
    await context.sync();
    updateChart(
      sheet,
      standing,
      plan,
      standing.series.items.map(({ name }) => name),
    );
    setValueTitle(standing, plan);
  }
  await context.sync();
}

const TITLES = { tornado: "Tornado written", simulation: "Simulation written" } as const;

/**
 * Writes the result of an analysis onto Charts and Summary, over an earlier one of its kind, and notes it in the log. Run as a command, it is one step of
 * undo where Excel has that. Nothing is written where cells of the user are in the way.
 */
export async function writeAnalysis(
  context: Excel.RequestContext,
  result: TornadoResult | SimulationResult,
  computedOn: Date,
): Promise<void> {
  const { scenario, architecture, metric, kind } = result;
  const { placed, chart, chartSheet, hindrance } = analysisWriting(await readParts(context), result, computedOn);
  if (hindrance !== undefined) throw new Error(`${hindrance} Nothing was changed.`);
  const standing = await readStanding(context, placed);
  await requireLog(context);
  const { content } = await readContent(context);
  await applyPlans(context, sheetPlans(standing), await readConvention(context));
  await drawChart(context, chart, chartSheet);
  const why = `${scenario}, ${architecture}, ${metric}`;
  await keepEvent(context, { when: wallClock(computedOn), what: TITLES[kind], why, hash: await hashOf(content) });
}
