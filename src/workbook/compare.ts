/** The key figures of Compare: a row per figure, a column per scenario, all live formulas. Summary, pickers and pane read them. */

import { CURRENCY_FORMULA, inputCells, scenarioNameCell } from "./formulas";
import { BASE_COLUMN, cellAddress, CHECK_BLOCK, COMPARE, fixedAddress, FORMATS, KEY_COLUMN, PICKS, SHEETS } from "./layout";
import type { Pick } from "./layout";
import { STATUS_KEY } from "./mapping";
import { heading } from "./plan";
import type { Block, CellValue, Look } from "./plan";
import type { ScenarioBlock } from "./sheets/scenariosSheet";

export const ARCHITECTURES = ["vertical", "horizontal", "hybrid"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export const FIGURES_HEADING = "Key figures";
export const BEYOND_PLAN = "beyond the plan";
export const NO_PLAN = "no feasible plan";
export const NEVER_AHEAD = "not within the plan";

export type FigureId =
  | "status"
  | "architecture"
  | `tco.${Architecture}`
  | `npv.${Architecture}`
  | "lowest"
  | "tco.proposed"
  | "npv.proposed"
  | "difference"
  | "breakEven"
  | "shardDate"
  | "decisionDate"
  | "dimension"
  | "errors"
  | "warnings"
  | "overrides";

interface Figure {
  readonly id: FigureId;
  /** Words in the label column: rows are found by them, wherever they have been moved. */
  readonly label: string;
  readonly unit: string;
  readonly format?: string;
  /** Formula of a scenario's cell. */
  readonly formula: (scenario: ScenarioBlock, place: FigurePlace) => string;
}

/** Where the figures of a scenario stand. */
interface FigurePlace {
  /** Address of another figure of the same scenario. */
  readonly at: (id: FigureId) => string;
  /** Cells of a figure of every scenario, or of their names. */
  readonly row: (id: FigureId | "names") => string;
}

const money = CURRENCY_FORMULA;

function metricFigures(metric: "tco" | "npv", label: string): readonly Figure[] {
  return ARCHITECTURES.map((architecture) => ({
    id: `${metric}.${architecture}`,
    label: `${label}, ${architecture}`,
    unit: money,
    format: FORMATS.amount,
    formula: ({ definedName }) => `=TCO.METRIC(${definedName},"${metric}","${architecture}")`,
  }));
}

export const OVERDUE = "Overdue: decide now";

/** A fact about the first shard; where the plan is infeasible before there is one, that is said instead. A decision before the plan starts is overdue. */
function shardFigure(id: FigureId, label: string, returned: "date" | "decision" | "dimension", format?: string): Figure {
  const otherwise = returned === "dimension" ? "none" : BEYOND_PLAN;
  const factOf = (name: string): string => {
    const fact = `TCO.CAPACITY.SHARDDATE(${name},"${returned}")`;
    return returned === "decision" ? `IF(${fact}<INDEX(TCO.PERIODS(${name},"year","start"),1,1),"${OVERDUE}",${fact})` : fact;
  };
  return {
    id,
    label,
    unit: returned === "dimension" ? "" : "date",
    ...(format === undefined ? {} : { format }),
    formula: ({ definedName }, { at }) => `=IFNA(${factOf(definedName)},IF(ISNA(${at("tco.vertical")}),"${NO_PLAN}","${otherwise}"))`,
  };
}

/** The figure under the architecture that the scenario proposes. */
function proposedFigure(metric: "tco" | "npv", label: string): Figure {
  return {
    id: `${metric}.proposed`,
    label,
    unit: money,
    format: FORMATS.amount,
    formula: (_scenario, { at }) => {
      const [vertical, horizontal, hybrid] = ARCHITECTURES.map((architecture) => at(`${metric}.${architecture}`));
      return `=IF(${at("architecture")}="vertical",${vertical},IF(${at("architecture")}="horizontal",${horizontal},${hybrid}))`;
    },
  };
}

/** When the distributed system has cost less in total than the central one, for good. */
const BREAK_EVEN: Figure = {
  id: "breakEven",
  label: "Distributed ahead of central from",
  unit: "date",
  format: FORMATS.month,
  formula: ({ definedName }, { at }) =>
    `=IF(COUNT(${at("tco.vertical")}:${at("tco.horizontal")})<2,"${NO_PLAN}",` +
    `IFNA(TCO.ARCHITECTURES.BREAKEVEN(${definedName},"vertical","horizontal","date"),"${NEVER_AHEAD}"))`,
};

/** The architecture with the least of the three values; where none has a value, the error that stands there. */
function lowestFormula(at: (id: FigureId) => string): string {
  const range = `${at("npv.vertical")}:${at("npv.hybrid")}`;
  const costs = `IFERROR(${range},1E+300)`;
  return `=IF(COUNT(${range})=0,${at("npv.vertical")},CHOOSE(MATCH(MIN(${costs}),${costs},0),${ARCHITECTURES.map((name) => `"${name}"`).join(",")}))`;
}

function countFigure(id: "errors" | "warnings", label: string, offset: number): Figure {
  return {
    id,
    label,
    unit: "",
    formula: ({ checkColumn }) => `=${SHEETS.checks}!${cellAddress(CHECK_BLOCK.countRow, checkColumn + offset)}`,
  };
}

/** The key figures from top to bottom. */
export const FIGURES: readonly Figure[] = [
  { id: "status", label: "Status", unit: "", formula: ({ definedName }) => `=TCO.SCENARIO.GET(${definedName},"plan.status","Draft")` },
  {
    id: "architecture",
    label: "Architecture proposed",
    unit: "",
    formula: ({ definedName }) => `=TCO.SCENARIO.GET(${definedName},"plan.architecture","vertical")`,
  },
  ...metricFigures("tco", "Total cost"),
  ...metricFigures("npv", "Present value of costs"),
  { id: "lowest", label: "Lowest present value", unit: "", formula: (_scenario, { at }) => lowestFormula(at) },
  proposedFigure("tco", "Total cost, as proposed"),
  proposedFigure("npv", "Present value, as proposed"),
  {
    id: "difference",
    label: `Present value over ${BASE_COLUMN}'s`,
    unit: money,
    format: FORMATS.change,
    formula: (_scenario, { at, row }) => `=${at("npv.proposed")}-INDEX(${row("npv.proposed")},MATCH("${BASE_COLUMN}",${row("names")},0))`,
  },
  BREAK_EVEN,
  shardFigure("shardDate", "First shard of the central system", "date", FORMATS.month),
  shardFigure("decisionDate", "Decide on sharding by", "decision", FORMATS.month),
  shardFigure("dimension", "What forces the first shard", "dimension"),
  countFigure("errors", "Errors found by the checks", 1),
  countFigure("warnings", "Warnings of the checks", 2),
  {
    id: "overrides",
    label: `Assumptions stated over ${BASE_COLUMN}'s`,
    unit: "",
    format: FORMATS.count,
    formula: ({ header }) =>
      header === BASE_COLUMN ? "=0" : `=SUMPRODUCT((LEN(${inputCells(header)})>0)*(${inputCells(KEY_COLUMN)}<>"${STATUS_KEY}"))`,
  },
];

/** Zero-based rows in which the figures stand; a figure whose row was deleted has none. */
export type FigureRows = (id: FigureId) => number | undefined;

/** Rows of the figures below the names of the scenarios in `headerRow`, as a new sheet has them. */
function rowsBelow(headerRow: number): (id: FigureId) => number {
  return (id) => headerRow + 1 + FIGURES.findIndex((figure) => figure.id === id);
}

/** A row of the key figures from the first scenario on, with room for those to come. */
function scenarioCells(row: number): string {
  const { firstScenarioColumn, mostScenarios } = COMPARE;
  return `${fixedAddress(row, firstScenarioColumn)}:${fixedAddress(row, firstScenarioColumn + mostScenarios - 1)}`;
}

/** The names of all scenarios above the key figures of a new sheet. */
export const SCENARIO_NAMES = scenarioCells(COMPARE.headerRow);

/** A figure of the scenario that a picker of Compare chooses, as part of a formula of any sheet. */
export function pickedFigure(pick: Pick, id: FigureId): string {
  const figure = scenarioCells(rowsBelow(COMPARE.headerRow)(id));
  return `XLOOKUP(${PICKS[pick].cell},${SHEETS.compare}!${SCENARIO_NAMES},${SHEETS.compare}!${figure})`;
}

/** The labels and units of the key figures, with their heading in `headerRow`. */
export function figureLabels(headerRow: number): Block {
  const labels = FIGURES.map(({ label, unit }) => [label, unit]);
  return { row: headerRow, column: COMPARE.labelColumn, cells: [[FIGURES_HEADING, "Unit"], ...labels] };
}

/** Cells in consecutive rows as few blocks. */
function columnBlocks(cells: readonly { readonly row: number; readonly content: string }[], column: number): Block[] {
  const blocks: { row: number; column: number; cells: string[][] }[] = [];
  for (const { row, content } of cells) {
    const last = blocks.at(-1);
    if (last && last.row + last.cells.length === row) last.cells.push([content]);
    else blocks.push({ row, column, cells: [[content]] });
  }
  return blocks;
}

/** The name of the scenario with this block, above its key figures; on a new sheet where no row of the names is given. */
export const nameFormulaOf = (blockColumn: number, nameRow?: number): string => `=${scenarioNameCell(blockColumn, nameRow)}`;

/** Whether a cell in the row of the names, given by what it shows and what is typed in it, names a scenario: any other text there is a note. */
export function namesScenario(shown: CellValue | undefined, typed: CellValue | undefined, scenarios: readonly string[]): boolean {
  return scenarios.includes(String(shown)) || String(typed).startsWith(`=${SHEETS.scenarios}!`);
}

/** The key figures of one scenario in a column, below its name in `headerRow`. */
export function figureColumn(
  scenario: ScenarioBlock,
  column: number,
  headerRow: number,
  rowOf: FigureRows = rowsBelow(headerRow),
): { blocks: Block[]; looks: Look[] } {
  const standing = FIGURES.flatMap((figure) => {
    const row = rowOf(figure.id);
    return row === undefined ? [] : [{ ...figure, row }];
  });
  const place: FigurePlace = {
    at: (id) => {
      const row = rowOf(id);
      return row === undefined ? "#REF!" : cellAddress(row, column);
    },
    row: (id) => {
      const row = id === "names" ? headerRow : rowOf(id);
      return row === undefined ? "#REF!" : scenarioCells(row);
    },
  };
  const contents = standing.map(({ row, formula }) => ({ row, content: formula(scenario, place) }));
  const name = { row: headerRow, content: nameFormulaOf(scenario.column) };
  return {
    blocks: columnBlocks([name, ...contents.sort((a, b) => a.row - b.row)], column),
    looks: [
      { ...heading(headerRow, column, 1), align: "Right" },
      ...standing.flatMap(({ row, format }): Look[] => [
        { row, column, rows: 1, columns: 1, align: "Right", ...(format === undefined ? {} : { numberFormat: format }) },
      ]),
    ],
  };
}
