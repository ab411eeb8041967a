/** What a command is going to write, in words that a button can bear: from the plans that are then carried out. Pure. */

import { cellAddress, rangeAddress } from "./layout";
import type { CellArea, SheetPlan } from "./plan";

/** Words one after the other, the last with "and". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** Areas of the same columns that touch, as one. */
function joined(areas: readonly CellArea[]): readonly CellArea[] {
  const sorted = [...areas].sort((a, b) => a.column - b.column || a.columns - b.columns || a.row - b.row);
  return sorted.reduce<CellArea[]>((found, area) => {
    const last = found.at(-1);
    const isNext = last && last.column === area.column && last.columns === area.columns && area.row <= last.row + last.rows;
    if (!isNext) return [...found, area];
    const end = Math.max(last.row + last.rows, area.row + area.rows);
    return [...found.slice(0, -1), { ...last, rows: end - last.row }];
  }, []);
}

export function areaWords({ row, column, rows, columns }: CellArea): string {
  return rows === 1 && columns === 1 ? cellAddress(row, column) : rangeAddress(row, column, rows, columns);
}

/** Cells of a standing sheet to which a plan gives contents. */
function cellsOf({ blocks }: SheetPlan): readonly string[] {
  const areas = blocks.map(({ row, column, cells }) => ({ row, column, rows: cells.length, columns: cells[0]?.length ?? 0 }));
  return [...joined(areas)].sort((a, b) => a.row - b.row || a.column - b.column).map(areaWords);
}

/** What plans write, by sheet: those that are added by name, those that stand with the cells that get contents. "" for nothing. */
export function writtenWords(plans: readonly SheetPlan[], standing: readonly string[]): string {
  const names = standing.map((name) => name.toLowerCase());
  const isStanding = ({ sheet }: SheetPlan) => names.includes(sheet.toLowerCase());
  const added = plans.filter((plan) => !isStanding(plan)).map(({ sheet }) => sheet);
  const cells = plans.filter(isStanding).flatMap((plan) => {
    const written = cellsOf(plan);
    return written.length === 0 ? [] : [`${plan.sheet} ${listed(written)}`];
  });
  return [
    ...(added.length > 0 ? [`Adds the sheet${added.length > 1 ? "s" : ""} ${listed(added)}.`] : []),
    ...(cells.length > 0 ? [`Writes ${cells.join("; ")}.`] : []),
  ].join(" ");
}
