/** Damage of what calculates: the blocks of scenarios, the pickers, the key figures, the functions themselves. Pure. */

import { FIGURES, FIGURES_HEADING, nameFormulaOf } from "../compare";
import type { SheetValues } from "../figures";
import { headerFormula, pickedFormula, scenarioFormula } from "../formulas";
import {
  BASE_COLUMN,
  BLOCK,
  cellAddress,
  cellOfName,
  CHECK_BLOCK,
  COMPARE,
  KEY_COLUMN,
  LAYOUT_VERSION,
  PICKS,
  SHEETS,
  TABLES,
} from "../layout";
import { scenarioNames } from "../mapping";
import type { CellValue } from "../plan";
import { movesIn } from "../places";
import { figurePlaces, layoutVersion, pickedNames } from "../refreshPlan";
import { writtenSheets } from "../writtenSheets";
import { UNDO } from "./repairDamage";
import type { Damage, RepairStep } from "./repairDamage";
import { isBrokenFormula, nameFormula, pickBlockOf, scenarioTables, standingBlocks } from "../standing";
import type { ModelParts, StandingBlock } from "../standing";
import { typedCell } from "../typedCell";

/** Repairs without which a block's formula would name what there is not. */
const AFTER = [KEY_COLUMN, BASE_COLUMN].flatMap((name) => [`header:${TABLES.inputs}:${name}`, `column:${TABLES.inputs}:${name}`]);

/** A block whose scenario still has its column: its formula is written again. */
function brokenBlock({ header, definedName, column }: StandingBlock, parts: ModelParts): Damage {
  const cells = [[scenarioFormula(header, scenarioTables(parts.tables))]];
  const isTitleLost = isBrokenFormula(String(parts.blockTitles[column] ?? ""));
  const title: RepairStep = { kind: "write", sheet: SHEETS.scenarios, row: parts.blockRow - 1, column, cells: [[headerFormula(header)]] };
  return {
    id: `block:${definedName}`,
    words: `The formula of the scenario ${header} on ${SHEETS.scenarios} was overwritten, or reads a column or table that is gone.`,
    address: `${SHEETS.scenarios}!${cellAddress(parts.blockRow, column)}`,
    preview: [`Writes the formula of ${header} again, with the tables that there are.`],
    steps: [{ kind: "write", sheet: SHEETS.scenarios, row: parts.blockRow, column, cells }, ...(isTitleLost ? [title] : [])],
    after: AFTER,
  };
}

/** Cells of a sheet in a column, in rows that need not follow each other. */
function cleared(sheet: string, rows: readonly number[], column: number, columns: number): readonly RepairStep[] {
  const runs = new Map<number, number[]>();
  // Rows that follow each other are as far from their place among the rows.
  [...rows].sort((a, b) => a - b).forEach((row, index) => runs.set(row - index, [...(runs.get(row - index) ?? []), row]));
  return [...runs.values()].map((run) => ({ kind: "clear", sheet, area: { row: run[0] ?? 0, column, rows: run.length, columns } }));
}

/** A scenario's name and its figures on Compare, where their labels stand; what a person has put between them stays. */
function figureCells({ header, column: block }: StandingBlock, { compare, compareFormulas, blockRow }: ModelParts): readonly RepairStep[] {
  const places = compare && figurePlaces(compare);
  if (!places) return [];
  const typed = (compareFormulas[places.headerRow - compare.row] ?? []).map(String);
  const column = places.header.findIndex((name, at) => name === header && at >= COMPARE.firstScenarioColumn - compare.column);
  // The name of a deleted column shows as an error: its formula still names the block.
  const shown = column >= 0 ? column : typed.indexOf(nameFormulaOf(block, blockRow - 1));
  if (shown < 0) return [];
  const rows = FIGURES.flatMap(({ id }) => places.rowOf(id) ?? []);
  return cleared(SHEETS.compare, [places.headerRow, ...rows], compare.column + shown, 1);
}

/** A scenario's block on the sheet of checks, where its labels stand. */
function checkCells({ checkColumn }: StandingBlock, parts: ModelParts): readonly RepairStep[] {
  const { rowOf, columnOf } = movesIn(parts, writtenSheets(parts, standingBlocks(parts)))(SHEETS.checks);
  const rows = [CHECK_BLOCK.labelRow, CHECK_BLOCK.countRow, CHECK_BLOCK.firstRow].flatMap((row) => rowOf(row) ?? []);
  const column = parts.checks && columnOf(checkColumn);
  return column === undefined ? [] : cleared(SHEETS.checks, rows, column, CHECK_BLOCK.columns);
}

/** A block whose scenario has lost its column in the inputs: what is left of it is taken away. */
function orphanedBlock(orphan: StandingBlock, parts: ModelParts): Damage {
  const { header, definedName, column } = orphan;
  const block = { row: parts.blockRow - 2, column, rows: 3, columns: BLOCK.columns };
  return {
    id: `orphan:${definedName}`,
    words: `The scenario ${header} has no column in the inputs any more: its figures show errors.`,
    address: `${SHEETS.scenarios}!${cellAddress(parts.blockRow, column)}`,
    preview: [
      `Takes away what is left of ${header}: its block on ${SHEETS.scenarios}, its check, its column on ${SHEETS.compare} and the name ${definedName}.`,
    ],
    steps: [
      { kind: "clear", sheet: SHEETS.scenarios, area: block },
      ...checkCells(orphan, parts),
      ...figureCells(orphan, parts),
      { kind: "forget", names: [definedName] },
    ],
    // A column that was deleted has left no name by which another could be found.
    advice: header === definedName ? UNDO : `${UNDO} Or name a column of the inputs ${header} again.`,
  };
}

function blockDamage(parts: ModelParts): readonly Damage[] {
  const headers = scenarioNames(parts.inputs?.values[0] ?? []);
  if (headers.length === 0) return [];
  return standingBlocks(parts).flatMap((block) => {
    if (!headers.includes(block.header)) return [orphanedBlock(block, parts)];
    return block.isBroken ? [brokenBlock(block, parts)] : [];
  });
}

/** The blocks that follow the pickers. */
function pickBlockDamage(parts: ModelParts): readonly Damage[] {
  return (["from", "to"] as const).flatMap((pick) => {
    const block = pickBlockOf(pick, parts);
    if (!block || (block.formula.startsWith("=TCO.SCENARIO(") && !isBrokenFormula(block.formula))) return [];
    const cells = [[pickedFormula(pick, scenarioTables(parts.tables))]];
    return [
      {
        id: `block:${PICKS[pick].block}`,
        words: `The formula of ${PICKS[pick].block} on ${SHEETS.scenarios} was overwritten: ${SHEETS.compare} and ${SHEETS.charts} cannot follow the picker.`,
        address: `${SHEETS.scenarios}!${cellAddress(parts.blockRow, block.column)}`,
        preview: [`Writes the formula of ${PICKS[pick].block} again.`],
        steps: [{ kind: "write", sheet: SHEETS.scenarios, row: parts.blockRow, column: block.column, cells }],
        after: AFTER,
      },
    ];
  });
}

/** Pickers that name no scenario, such as one that was renamed. */
function pickerDamage(parts: ModelParts): readonly Damage[] {
  const picked = pickedNames(parts);
  const headers = scenarioNames(parts.inputs?.values[0] ?? []);
  if (!picked || headers.length === 0) return [];
  return (["from", "to"] as const).flatMap((pick) => {
    const cell = cellOfName(nameFormula(parts.names, PICKS[pick].cell) ?? "");
    if (!cell || headers.includes(picked[pick])) return [];
    const instead = pick === "from" ? BASE_COLUMN : (headers[1] ?? BASE_COLUMN);
    return [
      {
        id: `picker:${pick}`,
        words: `${SHEETS.compare} asks for the scenario "${picked[pick]}", which there is not.`,
        address: `${SHEETS.compare}!${cellAddress(cell.row, cell.column)}`,
        preview: [`Chooses ${instead} instead.`],
        steps: [{ kind: "write", sheet: cell.sheet, row: cell.row, column: cell.column, cells: [[typedCell(instead)]] }],
        advice: "Or choose another scenario from the list in the cell.",
      },
    ];
  });
}

const NEW_COMPARE = `${UNDO} Or delete the sheet ${SHEETS.compare}: the repair writes it again, without your comments.`;

/** The row of a label that is gone, where the labels around it leave room for one row in which figures stand; undefined where they do not. */
function rowBetween(before: number, after: number | undefined, compare: SheetValues): number | undefined {
  const row = before + 1;
  const figures = compare.values[row - compare.row]?.slice(COMPARE.firstScenarioColumn - compare.column) ?? [];
  return (after ?? row + 1) === row + 1 && figures.some((cell) => cell !== "") ? row : undefined;
}

/** A label that is gone: written again where its row is found between its neighbors. */
function lostLabel(index: number, compare: SheetValues, rows: readonly (number | undefined)[], heading: number): Damage {
  const label = FIGURES[index]?.label ?? "";
  const before = index === 0 ? heading : rows[index - 1];
  const row =
    before === undefined || (index < FIGURES.length - 1 && rows[index + 1] === undefined)
      ? undefined
      : rowBetween(before, rows[index + 1], compare);
  const words = `${SHEETS.compare} has no row "${label}".`;
  if (row === undefined) return { id: `figure:${label}`, words, preview: [], steps: [], advice: NEW_COMPARE };
  return {
    id: `figure:${label}`,
    words,
    address: `${SHEETS.compare}!${cellAddress(row, COMPARE.labelColumn)}`,
    preview: [`Writes the label "${label}" again.`],
    steps: [{ kind: "write", sheet: SHEETS.compare, row, column: COMPARE.labelColumn, cells: [[label]] }],
  };
}

/** The heading of the key figures and their labels, by which the figures are found. */
function figureDamage({ compare }: ModelParts): readonly Damage[] {
  if (!compare) return [];
  const labels = compare.values.map((row) => String(row[COMPARE.labelColumn - compare.column] ?? ""));
  const heading = labels.indexOf(FIGURES_HEADING);
  if (heading < 0) return headingDamage(compare.row, labels);
  const rows = FIGURES.map(({ label }) => labels.indexOf(label, heading + 1)).map((row) => (row < 0 ? undefined : compare.row + row));
  return rows.flatMap((row, index) => (row === undefined ? [lostLabel(index, compare, rows, compare.row + heading)] : []));
}

function headingDamage(firstRow: number, labels: readonly string[]): readonly Damage[] {
  const first = FIGURES[0]?.label ?? "";
  const row = labels.indexOf(first);
  const words = `${SHEETS.compare} has no cell "${FIGURES_HEADING}": its figures cannot be found.`;
  const isFound = row > 0 && labels[row + 1] === FIGURES[1]?.label;
  const step: RepairStep = {
    kind: "write",
    sheet: SHEETS.compare,
    row: firstRow + row - 1,
    column: COMPARE.labelColumn,
    cells: [[FIGURES_HEADING]],
  };
  return [
    {
      id: "figures",
      words,
      preview: isFound ? [`Writes "${FIGURES_HEADING}" above "${first}" again.`] : [],
      steps: isFound ? [step] : [],
      ...(isFound ? {} : { advice: NEW_COMPARE }),
    },
  ];
}

/** The add-in's functions are not there: every formula of the model shows #NAME?. */
function functionDamage({ checks }: ModelParts): readonly Damage[] {
  const isUnknown = checks?.values.some((row) => row.some((cell: CellValue) => cell === "#NAME?")) ?? false;
  if (!isUnknown) return [];
  return [
    {
      id: "functions",
      words: "Excel shows #NAME? for the functions of the add-in: it does not have them here, or has not loaded them yet.",
      address: `${SHEETS.checks}!${cellAddress(CHECK_BLOCK.firstRow, 0)}`,
      preview: ["Calculates the whole workbook again, now that the pane is open."],
      steps: [{ kind: "calculate" }],
      advice:
        "Where it stays so, the add-in is not installed for this file: add it under Home > Add-ins. The figures that were saved are those that you see.",
    },
  ];
}

/** A model that another version of the add-in has written. */
function layoutDamage({ names }: ModelParts): readonly Damage[] {
  const version = layoutVersion(names);
  if (version <= LAYOUT_VERSION) return [];
  return [
    {
      id: "layout",
      words: `A later version of the add-in has written this model (layout ${String(version)}, this one knows ${String(LAYOUT_VERSION)}).`,
      preview: [],
      steps: [],
      advice: "It is read as far as it is understood, and nothing is added to it. Update the add-in.",
    },
  ];
}

/** What is damaged in what calculates. */
export function calculationDamage(parts: ModelParts): readonly Damage[] {
  return [functionDamage, layoutDamage, blockDamage, pickBlockDamage, pickerDamage, figureDamage].flatMap((find) => find(parts));
}
