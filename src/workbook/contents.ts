/** The contents of cells, checked before a write. A formula that shows nothing is content as well. Pure. */

import type { CellValue } from "./plan";

/** What has to be loaded of a range for its contents to be judged. */
export const CONTENTS = "values,formulas";

/** Cells as they were read, from a corner on. */
export interface Contents {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly CellValue[])[];
}

const isBlank = (cell: CellValue | undefined): boolean => cell === undefined || cell === "";

/** Whether a cell, counted from the corner, holds neither a value nor a formula. */
export function isFree({ values, formulas }: Contents, row: number, column: number): boolean {
  return isBlank(values[row]?.[column]) && isBlank(formulas[row]?.[column]);
}

/** How many rows at the end of a table, given with its header, hold nothing: a table without content has one. */
export function blankRows(contents: Contents): number {
  const isBlank = (row: number) => (contents.values[row] ?? []).every((_, column) => isFree(contents, row, column));
  let blank = 0;
  while (blank < contents.values.length - 1 && isBlank(contents.values.length - 1 - blank)) blank += 1;
  return blank;
}

/** The first cell with content, counted from the corner; undefined where all are free. */
export function firstFilled(contents: Contents): { readonly row: number; readonly column: number } | undefined {
  for (const [row, cells] of contents.values.entries()) {
    const column = cells.findIndex((_, at) => !isFree(contents, row, at));
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** Whether what is typed into a cell is a formula: a text that begins with = is its own value. */
export function isFormula(typed: CellValue | undefined, value: CellValue | undefined): typed is string {
  return typeof typed === "string" && typed.startsWith("=") && typed !== value;
}

/** The contents of a range of Excel that has loaded them. */
export function contentsOf({ values, formulas }: Readonly<Record<keyof Contents, readonly (readonly unknown[])[]>>): Contents {
  return { values: values as CellValue[][], formulas: formulas as CellValue[][] };
}
