/** What refreshing a model adds: blocks for scenario columns that have none yet, and their places on Compare. Pure; it never rewrites what stands. */

import { CATALOGUE } from "../engine/assumptions";
import { scenarioColumnLooks } from "./assumptionsSheet";
import { compareSheet, figureColumn, FIGURES_HEADING, scenarioSection, SECTION_ROWS } from "./compare";
import type { SheetValues } from "./figures";
import { BLOCK, COMPARE, KEY_COLUMN, SHEETS } from "./layout";
import { STATUS_KEY } from "./mapping";
import { scenarioBlocks } from "./modelPlan";
import { EMPTY_SHEET } from "./plan";
import type { SheetPlan } from "./plan";
import { checkBlock, scenarioBlock } from "./scenariosSheet";
import type { ScenarioBlock } from "./scenariosSheet";

const DEFAULT_STATUS = CATALOGUE[STATUS_KEY].default;

/** Blocks for the headers that have none, right of those that stand. */
export function missingBlocks(
  headers: readonly string[],
  standing: readonly ScenarioBlock[],
  takenNames: readonly string[],
): readonly ScenarioBlock[] {
  const linked = standing.map(({ header }) => header);
  const next = Math.max(-1, ...standing.map(({ column }) => column / BLOCK.columns)) + 1;
  return scenarioBlocks(
    headers.filter((header) => !linked.includes(header)),
    takenNames,
    next,
  );
}

/** Sheets with the blocks of new scenarios, to be written beside those that stand. */
export function blockPlans(added: readonly ScenarioBlock[]): readonly SheetPlan[] {
  const scenarios = added.map(scenarioBlock);
  const checks = added.map(checkBlock);
  return [
    {
      ...EMPTY_SHEET,
      sheet: SHEETS.scenarios,
      blocks: scenarios.flatMap(({ blocks }) => blocks),
      looks: scenarios.flatMap(({ looks }) => looks),
      names: scenarios.flatMap(({ names }) => names),
    },
    { ...EMPTY_SHEET, sheet: SHEETS.checks, blocks: checks.flatMap(({ blocks }) => blocks), looks: checks.flatMap(({ looks }) => looks) },
  ];
}

/** Looks of new columns of the inputs, and their status where it is blank: the first row of the table is a constant in every column. */
export function columnPlan(sheet: string, table: SheetValues, added: readonly ScenarioBlock[]): SheetPlan {
  const header = (table.values[0] ?? []).map(String);
  const keys = table.values.slice(1).map((row) => String(row[header.indexOf(KEY_COLUMN)] ?? ""));
  const columns = added.map((scenario) => header.indexOf(scenario.header)).filter((column) => column >= 0);
  const blank = columns.filter((column) => keys[0] === STATUS_KEY && (table.values[1]?.[column] ?? "") === "");
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: blank.map((column) => ({ row: table.row + 1, column: table.column + column, cells: [[DEFAULT_STATUS]] })),
    looks: columns.flatMap((column) => scenarioColumnLooks(keys, table.row, table.column + column, 1)),
  };
}

/** What Compare lacks: everything when the sheet is missing, else a column and a section for each scenario that it does not show yet. */
export function comparePlan(scenarios: readonly ScenarioBlock[], compare: SheetValues | undefined): SheetPlan | undefined {
  const headerAt = compare?.values.findIndex((row) => row.some((cell) => String(cell) === FIGURES_HEADING)) ?? -1;
  if (!compare || headerAt < 0) return compare ? undefined : compareSheet(scenarios);
  const header = (compare.values[headerAt] ?? []).map(String);
  const absent = scenarios.filter((scenario) => !header.includes(scenario.header));
  const lastColumn = header.reduce((last, name, column) => (name === "" ? last : column), COMPARE.firstScenarioColumn - 1);
  const firstSection = compare.row + compare.values.length + 1;
  const parts = absent.flatMap((scenario, index) => [
    figureColumn(scenario, compare.column + lastColumn + 1 + index, compare.row + headerAt),
    scenarioSection(scenario, firstSection + index * SECTION_ROWS),
  ]);
  if (parts.length === 0) return undefined;
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.compare,
    blocks: parts.flatMap(({ blocks }) => blocks),
    looks: parts.flatMap(({ looks }) => looks),
  };
}
