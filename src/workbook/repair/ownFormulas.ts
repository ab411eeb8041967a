/** Every formula that the add-in has on a sheet, where things stand now. Pure. */

import { analysisFormulas } from "../analysis/analysisParts";
import { figureColumn, FIGURES } from "../compare";
import { COMPARE, SHEETS } from "../layout";
import { movesIn, placesOn } from "../places";
import type { Places } from "../places";
import type { Block, SheetPlan } from "../plan";
import { movedFormula, UNMOVED } from "../references";
import type { MovesOf } from "../references";
import { figurePlaces, linkedBlocks } from "../refreshPlan";
import type { ScenarioBlock } from "../sheets/scenariosSheet";
import type { InputTable, ModelParts } from "../standing";

/** A formula of the add-in and where it belongs now. */
export interface Own {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** The formula as a new sheet has it, where it can be written again whatever stands there. */
  readonly written?: string;
  /** It belongs there, and not in another row. */
  readonly isCertain?: boolean;
}

function formulasIn({ row, column, cells }: Block): readonly Own[] {
  return cells.flatMap((line, i) =>
    line.flatMap((cell, j) =>
      typeof cell === "string" && cell.startsWith("=") ? [{ row: row + i, column: column + j, formula: cell }] : [],
    ),
  );
}

/** Column of a scenario among the key figures: the one whose formulas name it. */
function figureColumnOf({ definedName }: ScenarioBlock, cells: InputTable, first: number, last: number): number | undefined {
  const name = new RegExp(`(?<![\\w.])${definedName.replaceAll(".", "\\.")}(?![\\w.])`, "i");
  const rows = cells.values.slice(first - cells.row, last + 1 - cells.row);
  const column = (rows[0] ?? []).findIndex((_, index) => rows.some((row) => name.test(String(row[index]))));
  return column < 0 ? undefined : cells.column + column;
}

/** The key figures of every scenario in the rows of their labels and in the columns in which their scenarios stand. */
function figuresOf(parts: ModelParts, cells: InputTable, movesOf: MovesOf): readonly Own[] {
  const places = parts.compare && figurePlaces(parts.compare);
  if (!places) return [];
  const { headerRow, rowOf } = places;
  const last = Math.max(headerRow, ...FIGURES.flatMap(({ id }) => rowOf(id) ?? []));
  return linkedBlocks(parts).flatMap((scenario) => {
    const column = figureColumnOf(scenario, cells, headerRow, last);
    const blocks = column === undefined ? [] : figureColumn(scenario, column, headerRow, rowOf).blocks;
    return blocks
      .flatMap(formulasIn)
      .map((own) => ({ ...own, formula: movedFormula(own.formula, SHEETS.compare, movesOf), written: own.formula, isCertain: true }));
  });
}

/** The other formulas of a sheet, in every place in which they may stand now. */
function elsewhere(plan: SheetPlan, places: Places, movesOf: MovesOf): readonly Own[] {
  return plan.blocks.flatMap(formulasIn).flatMap(({ row, column, formula }) => {
    const standing = places.columnOf(column);
    const own = movedFormula(formula, plan.sheet, movesOf);
    const found = { formula: own, written: formula, isCertain: places.isCertain(row) };
    return standing === undefined ? [] : places.rowsOf(row).map((now) => ({ row: now, column: standing, ...found }));
  });
}

/** Every formula that the add-in has on a sheet, where things stand now. */
export function ownFormulas(plan: SheetPlan, plans: readonly SheetPlan[], cells: InputTable, parts: ModelParts): readonly Own[] {
  const [places, known] = [placesOn(plan, cells, parts), movesIn(parts, plans)];
  const movesOf: MovesOf = (sheet) => (sheet === plan.sheet ? places : known(sheet));
  if (plan.sheet !== SHEETS.compare) return [...analysisFormulas(parts, plan.sheet), ...elsewhere(plan, places, movesOf)];
  // Key figures stand in the columns of their scenarios: those of the plan are only where a new sheet has them.
  const moves: MovesOf = (sheet) => (sheet === plan.sheet ? UNMOVED : known(sheet));
  const rest = {
    ...plan,
    blocks: plan.blocks.filter(({ row, column }) => row !== COMPARE.headerRow || column < COMPARE.firstScenarioColumn),
  };
  return [...figuresOf(parts, cells, moves), ...elsewhere(rest, places, movesOf)];
}
