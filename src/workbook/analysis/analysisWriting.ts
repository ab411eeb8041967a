/** What an analysis writes onto Charts and Summary of a workbook in which a model stands: decided, and said, before anything is written. Pure. */

import { serialOf, textOfDate } from "../../engine/timeline";
import { partPlace } from "./analysisParts";
import type { PartPlace } from "./analysisParts";
import { typedPart } from "./analysisPlan";
import type { AnalysisSetting, PartContent } from "./analysisPlan";
import type { SimulationResult, TornadoResult } from "./analysisResults";
import { figuresOf } from "../figures";
import { SHEETS } from "../layout";
import { EMPTY_SHEET } from "../plan";
import type { CellArea, ChartPlan, SheetPlan } from "../plan";
import { areaWords, writtenWords } from "../preview";
import { fanChart, simulationParts } from "./simulationParts";
import type { ModelParts } from "../standing";
import { tornadoChart, tornadoParts } from "./tornadoParts";

/** Cells that a chart covers when it is new: below its caption. */
function belowCaption({ row, column }: PartPlace): CellArea {
  return { row: row + 1, column, rows: 17, columns: 6 };
}

interface Written {
  readonly parts: readonly PartContent[];
  readonly chart: ChartPlan;
}

function written(result: TornadoResult | SimulationResult, setting: AnalysisSetting): Written {
  const { place, currency } = setting;
  return result.kind === "tornado"
    ? { parts: tornadoParts(result, setting), chart: tornadoChart(result, place("tornado"), belowCaption(place("tornadoCaption"))) }
    : {
        parts: simulationParts(result, setting),
        chart: fanChart(result, place("simulation"), belowCaption(place("simulationCaption")), currency),
      };
}

function settingOf(parts: ModelParts, { scenario, architecture }: TornadoResult | SimulationResult, computedOn: Date): AnalysisSetting {
  const { compare, compareFormulas } = parts;
  const day = { year: computedOn.getFullYear(), month: computedOn.getMonth() + 1, day: computedOn.getDate() };
  const figures = compare ? figuresOf(compare, compareFormulas, [scenario]) : { currency: "", scenarios: [] };
  const cells = figures.scenarios.find(({ name }) => name === scenario)?.figures;
  const found = [...(cells ?? [])].find(([id]) => id === `npv.${architecture}`)?.[1].value ?? "";
  return {
    computedOn: { serial: serialOf(day), text: textOfDate(day) },
    currency: figures.currency,
    npv: found,
    compare,
    place: (part) => partPlace(part, parts),
  };
}

/** A part with its place in the workbook. */
export interface PlacedPart {
  readonly content: PartContent;
  readonly place: PartPlace;
}

interface AnalysisWriting {
  readonly placed: readonly PlacedPart[];
  readonly chart: ChartPlan;
  readonly chartSheet: string;
  /** Why nothing can be written, in words with what to do; undefined where it can. */
  readonly hindrance: string | undefined;
}

/** Everything that the result of an analysis writes. */
export function analysisWriting(parts: ModelParts, result: TornadoResult | SimulationResult, computedOn: Date): AnalysisWriting {
  const setting = settingOf(parts, result, computedOn);
  const { parts: contents, chart } = written(result, setting);
  const placed = contents.map((content) => ({ content, place: setting.place(content.part) }));
  const missing = placed.map(({ place }) => place.sheet).find((sheet) => !parts.sheets.includes(sheet));
  return {
    placed,
    chart,
    chartSheet: setting.place(result.kind === "tornado" ? "tornadoCaption" : "simulationCaption").sheet,
    hindrance: missing === undefined ? undefined : `The sheet ${missing} is missing. Repair the model, then try again.`,
  };
}

/** The cells of parts on a sheet. */
export function partsOfSheet(sheet: string, placed: readonly PlacedPart[]): SheetPlan {
  const own = placed.filter(({ place }) => place.sheet === sheet);
  const blocks = own.map(({ content, place: { row, column } }) => ({
    row,
    column,
    cells: content.cells.map((line) => line.map(typedPart)),
  }));
  return { ...EMPTY_SHEET, sheet, blocks };
}

/** What the result of an analysis would write, in words; or why it cannot be. */
export function analysisPreview(parts: ModelParts, result: TornadoResult | SimulationResult, computedOn: Date): string {
  const { placed, chart, chartSheet, hindrance } = analysisWriting(parts, result, computedOn);
  if (hindrance !== undefined) return hindrance;
  const sheets = [...new Set(placed.map(({ place }) => place.sheet))];
  const cells = writtenWords(
    sheets.map((sheet) => partsOfSheet(sheet, placed)),
    parts.sheets,
  );
  const isNew = placed.every(({ place }) => !place.isStanding);
  const drawn = isNew ? `Draws a chart over ${chartSheet} ${areaWords(chart.area)}.` : "It replaces the earlier one of its kind.";
  return `${cells} ${drawn} ${SHEETS.log} gets a line.`;
}
