/** Series of measured numbers, whose blank cells at the end are none of them. */

import { ModelError } from "../engine/errors";
import { isKnownBlank, noteBlanks } from "./blanks";
import { cellOf, numberIn, numbersOf, rowsOf } from "./cells";
import type { NumberRule } from "./cells";

const flat = (given: unknown): readonly unknown[] => rowsOf(given).flat();

/** How many numbers of a series come before the zeros at its end. */
export function lengthBeforeZeros(numbers: readonly number[]): number {
  let length = numbers.length;
  while (length > 0 && numbers[length - 1] === 0) length--;
  return length;
}

/** How many cells a series has before the blank ones at its end; a 0 there is one, unless the host hands over blank cells as such. */
function measuredLength(cells: readonly unknown[]): number {
  const zerosAreMeant = cells.some(isKnownBlank);
  const isBlank = (cell: unknown): boolean => isKnownBlank(cell) || (cell === 0 && !zerosAreMeant);
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length;
}

/** The numbers of a series that was measured, in their order: zeros at its end are blank cells, those between are measured. */
export function measurementsOf(name: string, given: unknown, rule: NumberRule): readonly number[] {
  const cells = flat(given);
  const length = measuredLength(cells);
  if (length === cells.length || cells.every(isKnownBlank)) return numbersOf(name, given, rule);
  if (length === 0) throw new ModelError("missing", name, `${name} has only zeros or blank cells. Enter its values.`);
  if (cells[length] === 0) noteBlanks(`The end of ${name}`);
  return numbersOf(name, [cells.slice(0, length)], rule);
}

/** Two series of which each place is one measurement; places where both are 0 or blank are none. */
export function measuredPairs(
  one: readonly [name: string, given: unknown, rule: NumberRule],
  other: readonly [name: string, given: unknown, rule: NumberRule],
): readonly [readonly number[], readonly number[]] {
  const [first, second] = [flat(one[1]), flat(other[1])];
  const isBlank = (cell: unknown): boolean => isKnownBlank(cell) || cell === 0;
  const isMeasured = (_: unknown, index: number): boolean => !(isBlank(first[index]) && isBlank(second[index]));
  const read = ([name, , rule]: typeof one, cells: readonly unknown[]): readonly number[] =>
    cells.filter(isMeasured).map((cell) => numberIn(name, cellOf(cell), rule));
  return [read(one, first), read(other, second)];
}
