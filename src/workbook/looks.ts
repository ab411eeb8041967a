/** Looks in as few requests as give the same cells the same look. Pure. */

import type { CellArea, Look } from "./plan";

/** A look with the text of all but its place: two looks with the same text look the same. */
interface Styled {
  readonly look: Look;
  readonly style: string;
}

const NOWHERE: CellArea = { row: 0, column: 0, rows: 0, columns: 0 };

const styled = (look: Look): Styled => ({ look, style: JSON.stringify({ ...look, ...NOWHERE }) });

const overlap = (one: CellArea, other: CellArea): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/** An area grown by the one that begins where it ends; undefined where none does. */
type Growth = (area: CellArea, next: CellArea) => Partial<CellArea> | undefined;

const downward: Growth = (area, next) =>
  area.column === next.column && area.columns === next.columns && area.row + area.rows === next.row
    ? { rows: area.rows + next.rows }
    : undefined;

const rightward: Growth = (area, next) =>
  area.row === next.row && area.rows === next.rows && area.column + area.columns === next.column
    ? { columns: area.columns + next.columns }
    : undefined;

/** Joins a look to an earlier one that ends where it begins, unless a look between them is of the same cells: the later of two counts. */
function joined(looks: readonly Styled[], grown: Growth): readonly Styled[] {
  const found: Styled[] = [];
  for (const each of looks) {
    let at = found.length - 1;
    let growth: Partial<CellArea> | undefined;
    for (; at >= 0; at -= 1) {
      growth = found[at].style === each.style ? grown(found[at].look, each.look) : undefined;
      if (growth || overlap(found[at].look, each.look)) break;
    }
    if (growth) found[at] = { ...found[at], look: { ...found[at].look, ...growth } };
    else found.push(each);
  }
  return found;
}

/** Looks that are the same and beside each other as one, down and then to the right: a plan states them cell by cell, and each costs a host as much as a column. */
export function joinedLooks(looks: readonly Look[]): readonly Look[] {
  return joined(joined(looks.map(styled), downward), rightward).map(({ look }) => look);
}
