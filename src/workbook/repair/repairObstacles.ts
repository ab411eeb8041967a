/** What keeps a repair from being carried out, found before anything is written: contents that are not the model's, and an Excel that lacks a request. */

import { CONTENTS, contentsOf, isFree } from "../contents";
import { cellAddress, rangeAddress } from "../layout";
import { firstFew } from "./repairDamage";
import type { Damage, RepairStep } from "./repairDamage";

const RESIZING_API = "1.13";

/** Cells into which a repair writes and that have to be blank, read with the damage that it repairs. */
interface Target {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly range: Excel.Range;
}

function targets({ worksheets }: Excel.Workbook, { id, steps }: Damage): readonly Target[] {
  return steps.flatMap((step): Target[] => {
    if (step.kind !== "write" || step.isOntoBlank !== true) return [];
    const { sheet, row, column, cells } = step;
    const address = rangeAddress(row, column, cells.length, cells[0]?.length ?? 0);
    return [{ id, row, column, range: worksheets.getItem(sheet).getRange(address).load(CONTENTS) }];
  });
}

/** Addresses of the cells that hold something. */
function filled({ row, column, range }: Target): readonly string[] {
  const contents = contentsOf(range);
  return contents.values.flatMap((line, i) => line.flatMap((_, j) => (isFree(contents, i, j) ? [] : [cellAddress(row + i, column + j)])));
}

/** Damage as a person has to put it right. */
function left(damage: Damage, advice: string): Damage {
  return { ...damage, preview: [], steps: [], advice };
}

function isResize(step: RepairStep): step is Extract<RepairStep, { kind: "resize" }> {
  return step.kind === "resize";
}

/** The damage, without repairs that would write over contents that are not the model's, or that this Excel could not finish. */
export async function withoutObstacles(context: Excel.RequestContext, damage: readonly Damage[]): Promise<readonly Damage[]> {
  const read = damage.flatMap((each) => targets(context.workbook, each));
  if (read.length === 0) return damage;
  await context.sync();
  const isResizing = Office.context.requirements.isSetSupported("ExcelApi", RESIZING_API);
  return damage.map((each) => {
    const cells = read.filter(({ id }) => id === each.id).flatMap(filled);
    if (cells.length > 0)
      return left(each, `Nothing is written over ${firstFew(cells)}, where something stands. Move it elsewhere, then look here again.`);
    const resize = each.steps.find(isResize);
    return resize && !isResizing ? left(each, resize.byHand) : each;
  });
}
