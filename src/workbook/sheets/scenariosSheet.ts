import { headerFormula, pickedFormula, scenarioFormula, scenarioNameCell, scenarioRange } from "../formulas";
import type { ScenarioTable } from "../formulas";
import { frame } from "./frame";
import { BLOCK, CHECK_BLOCK, CHECK_LABELS, COLORS, PICKS, rangeAddress, SHEETS } from "../layout";
import type { Pick } from "../layout";
import { EMPTY_SHEET, heading } from "../plan";
import type { Block, Look, NamePlan, SheetPlan } from "../plan";

/** A scenario that stands in the workbook or is about to: the header of its column, its defined name and the column of its block. */
export interface ScenarioBlock {
  readonly header: string;
  readonly definedName: string;
  /** Zero-based column of its block on the sheet of scenarios. */
  readonly column: number;
  /** Zero-based column of its block on the sheet of checks as that is planned: the scenarios side by side. */
  readonly checkColumn: number;
}

const KEY_WIDTH = 165;
const VALUE_WIDTH = 90;
const CHECK_WIDTHS = [66, 180, 480];
/** Two lines: enough for the longest messages. */
const CHECK_HEIGHT = 30;

/** What stands in a block on the sheet of scenarios. */
interface BlockParts {
  readonly blocks: readonly Block[];
  readonly looks: readonly Look[];
  readonly names: readonly NamePlan[];
}

function blockParts(definedName: string, column: number, title: string, formula: string): BlockParts {
  const values = rangeAddress(BLOCK.firstRow, column, BLOCK.rows, 1);
  return {
    blocks: [
      { row: BLOCK.countRow, column, cells: [["Rows", `=COUNTA(${values})`]] },
      { row: BLOCK.nameRow, column, cells: [[title, definedName]] },
      { row: BLOCK.firstRow, column, cells: [[formula]] },
    ],
    looks: [heading(BLOCK.nameRow, column, BLOCK.columns)],
    names: [{ name: definedName, formula: scenarioRange(column) }],
  };
}

/** What is written for one scenario on the sheet of scenarios. */
export function scenarioBlock({ header, definedName, column }: ScenarioBlock, tables: readonly ScenarioTable[]): BlockParts {
  return blockParts(definedName, column, headerFormula(header), scenarioFormula(header, tables));
}

const PICK_COLUMNS: Readonly<Record<Pick, number>> = { from: 0, to: BLOCK.columns };

/** The two blocks that hold whatever scenarios the pickers of Compare choose. */
export function pickBlocks(tables: readonly ScenarioTable[]): readonly BlockParts[] {
  return (["from", "to"] as const).map((pick) => {
    const { cell, block } = PICKS[pick];
    const title = `="${pick === "from" ? "From" : "To"}: "&${cell}`;
    return blockParts(block, PICK_COLUMNS[pick], title, pickedFormula(pick, tables));
  });
}

/** The sheet of scenarios: each block one formula that joins a column of the inputs with the tables, and a name for it. */
export function scenariosSheet(scenarios: readonly ScenarioBlock[], tables: readonly ScenarioTable[]): SheetPlan {
  const parts = [...pickBlocks(tables), ...scenarios.map((scenario) => scenarioBlock(scenario, tables))];
  const { blocks, looks } = frame("Scenarios");
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.scenarios,
    blocks: [...blocks, ...parts.flatMap((part) => part.blocks)],
    looks: [...looks, ...parts.flatMap((part) => part.looks)],
    names: parts.flatMap((part) => part.names),
    columnWidths: parts.flatMap(() => [KEY_WIDTH, VALUE_WIDTH]),
    frozenRows: BLOCK.firstRow + 1,
  };
}

/** What is written for one scenario on the sheet of checks. A check that is itself an error value counts as an error. */
export function checkBlock({ definedName, column: blockColumn, checkColumn: column }: ScenarioBlock): { blocks: Block[]; looks: Look[] } {
  const found = rangeAddress(CHECK_BLOCK.firstRow, column, CHECK_BLOCK.rows, 1);
  const first = rangeAddress(CHECK_BLOCK.firstRow, column, 1, 1).split(":")[0] ?? "";
  const counts = [
    `=${scenarioNameCell(blockColumn)}`,
    `=COUNTIF(${found},"error")+IF(ISERROR(${first}),1,0)`,
    `=COUNTIF(${found},"warning")`,
  ];
  return {
    blocks: [
      { row: CHECK_BLOCK.labelRow, column, cells: [CHECK_LABELS] },
      { row: CHECK_BLOCK.countRow, column, cells: [counts] },
      { row: CHECK_BLOCK.firstRow, column, cells: [[`=TCO.SCENARIO.CHECK(${definedName})`]] },
    ],
    looks: [
      { row: CHECK_BLOCK.labelRow, column, rows: 1, columns: CHECK_BLOCK.columns, color: COLORS.quiet },
      { ...heading(CHECK_BLOCK.countRow, column, CHECK_BLOCK.columns), align: "Left" },
      { row: CHECK_BLOCK.firstRow + 1, column, rows: CHECK_BLOCK.rows - 1, columns: CHECK_BLOCK.columns, wrap: true, height: CHECK_HEIGHT },
    ],
  };
}

/** The sheet of checks: per scenario the counts of errors and warnings and what each says. */
export function checksSheet(scenarios: readonly ScenarioBlock[]): SheetPlan {
  const parts = scenarios.map(checkBlock);
  const { blocks, looks } = frame("Checks");
  return {
    ...EMPTY_SHEET,
    sheet: SHEETS.checks,
    blocks: [...blocks, ...parts.flatMap((part) => part.blocks)],
    looks: [...looks, ...parts.flatMap((part) => part.looks)],
    columnWidths: scenarios.flatMap(() => CHECK_WIDTHS),
    frozenRows: CHECK_BLOCK.countRow + 1,
  };
}
