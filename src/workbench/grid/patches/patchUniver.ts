/**
 * What the grid (Univer 0.25.1) does otherwise than it has to, by members that its typings keep to themselves. Each patch has a record in docs/decisions, the
 * text of an issue in docs/upstream, and a test that fails once the grid does it by itself (tests/office/workbench/patches.test.ts).
 */

import { readAnyColumnName } from "../structuredReferences";
import type { UniverGrid } from "../univer";
import { fitNumbers } from "./fittedNumbers";
import { noteRangesOnce } from "./dependencyIndex";
import { forgetShapesThatAreGone } from "./layerSubscriptions";
import { closeBracketsOfUnfinishedFormulas } from "./lexer";
import { quickenGrid } from "./quickerGrid";
import { takeBackFromTheLast } from "./undoOrder";

/** To be called once, before the grid is made. */
export function patchUniver() {
  closeBracketsOfUnfinishedFormulas();
  readAnyColumnName();
  quickenGrid();
  forgetShapesThatAreGone();
  takeBackFromTheLast();
  fitNumbers();
}

/** To be called with each grid, before its first calculation. */
export function patchGrid(grid: UniverGrid) {
  noteRangesOnce(grid);
}
