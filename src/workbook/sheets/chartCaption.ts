/** Captions of charts that speak of a number of years, brought up to another one where they stand. Pure. */

import { MONTHS_PER_YEAR } from "../../engine/units";
import { columnIndex, columnLetters } from "../layout";

/** Words by which such captions are known, wherever they stand and whatever somebody has changed in the rest of them. */
export const CHARTS_SHOW = '"The charts show ';
export const CAPACITY_NEEDED = '" % of capacity needed at the end; "';

const RANGE = /(\$?([A-Z]+)\$?(\d+)):(\$?)([A-Z]+)(\$?)(\d+)/g;
type RangeParts = readonly [corner: string, left: string, top: string, fixed: string, right: string, fixedRow: string, bottom: string];

/** Years of which a caption speaks; undefined where it is not one of these. */
export function captionYears(formula: string): number | undefined {
  const shown = new RegExp(`${CHARTS_SHOW}(\\d+) years`).exec(formula)?.[1];
  if (shown !== undefined) return Number(shown);
  const last = formula.includes(CAPACITY_NEEDED) ? /,(\d+),1\)/.exec(formula)?.[1] : undefined;
  return last === undefined ? undefined : Number(last) / MONTHS_PER_YEAR;
}

/** Ranges over so many years, or over their months, over another number of them; any other range stays as it is. */
function resized(formula: string, shown: number, years: number): string {
  return formula.replace(RANGE, (range, ...[corner, left, top, fixed, right, fixedRow, bottom]: RangeParts) => {
    const [first, columns] = [columnIndex(left), columnIndex(right) - columnIndex(left) + 1];
    const rows = Number(bottom) - Number(top) + 1;
    if (rows === 1 && columns === shown) return `${corner}:${fixed}${columnLetters(first + years - 1)}${fixedRow}${bottom}`;
    const isMonths = columns === 1 && rows === shown * MONTHS_PER_YEAR;
    return isMonths ? `${corner}:${fixed}${right}${fixedRow}${String(Number(top) + years * MONTHS_PER_YEAR - 1)}` : range;
  });
}

/**
 * A caption that speaks of another number of years, for a plan of so many; the addresses in it stay where Excel has moved them.
 * @returns undefined for every other formula, and for a caption that speaks of these years
 */
export function grownCaption(formula: string, years: number): string | undefined {
  const shown = captionYears(formula);
  if (shown === undefined || shown === years || !Number.isInteger(shown)) return undefined;
  const [before, after] = [String(shown * MONTHS_PER_YEAR), String(years * MONTHS_PER_YEAR)];
  return resized(formula, shown, years)
    .replace(`<>${before},${CHARTS_SHOW}${String(shown)} years`, `<>${after},${CHARTS_SHOW}${String(years)} years`)
    .replaceAll(`,${before},1)`, `,${after},1)`);
}
