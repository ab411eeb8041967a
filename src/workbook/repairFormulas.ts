/** Formulas of the written sheets that have lost what they refer to, such as those that named a sheet that was deleted. Pure. */

import { analysisFormulas } from "./analysisParts";
import { cellAddress, SHEETS } from "./layout";
import type { CellContent, CellValue, SheetPlan } from "./plan";
import { writtenSheets } from "./refreshPlan";
import type { Damage, RepairStep } from "./repairDamage";
import type { InputTable, ModelParts } from "./standing";
import { isBrokenFormula, standingBlocks } from "./standing";

/** The sheets whose formulas the add-in can write again, cell by cell. */
export const FORMULA_SHEETS: readonly string[] = [SHEETS.summary, SHEETS.compare, SHEETS.charts, SHEETS.checks];

function planned({ blocks }: SheetPlan): ReadonlyMap<string, CellContent> {
  const cells = blocks.flatMap((block) =>
    block.cells.flatMap((line, i) => line.map((cell, j) => [cellAddress(block.row + i, block.column + j), cell] as const)),
  );
  return new Map(cells);
}

function brokenCells(cells: InputTable): readonly { readonly row: number; readonly column: number }[] {
  return cells.values.flatMap((line, i) =>
    line.flatMap((cell: CellValue, j) => (isBrokenFormula(String(cell)) ? [{ row: cells.row + i, column: cells.column + j }] : [])),
  );
}

/** Broken formulas in cells in which the add-in writes one; those of a person are theirs to put right, and only named. */
export function formulaDamage(parts: ModelParts, formulas: readonly InputTable[]): readonly Damage[] {
  const plans = writtenSheets(parts, standingBlocks(parts));
  return formulas.flatMap((cells): Damage[] => {
    const plan = plans.find(({ sheet }) => sheet === cells.sheet);
    const broken = brokenCells(cells);
    if (!plan || broken.length === 0) return [];
    const live = analysisFormulas(parts).filter(({ sheet }) => sheet === cells.sheet);
    const contents = new Map([...planned(plan), ...live.map(({ address, formula }) => [address, formula] as const)]);
    const steps = broken.flatMap(({ row, column }): RepairStep[] => {
      const content = contents.get(cellAddress(row, column));
      return typeof content === "string" && content.startsWith("=")
        ? [{ kind: "write", sheet: cells.sheet, row, column, cells: [[content]] }]
        : [];
    });
    const [first] = broken;
    return [
      {
        id: `formulas:${cells.sheet}`,
        words: `${String(broken.length)} formulas of ${cells.sheet} refer to something that was deleted (#REF!).`,
        address: `${cells.sheet}!${cellAddress(first?.row ?? 0, first?.column ?? 0)}`,
        preview: steps.length > 0 ? [`Writes ${String(steps.length)} of them as the add-in wrote them; the others are not its own.`] : [],
        steps,
      },
    ];
  });
}
