/** Numbers in cells with the signs of the browser's language, as Excel shows them. Formulas keep the point and the comma: the grid (Univer 0.25.1) reads no others. */

import { CellValueType, type ICellData, type INumfmtLocaleTag, InterceptorEffectEnum, type Nullable } from "@univerjs/core";
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { addLocale, getLocale } from "numfmt";
import { type Separators, separatorsOf, withDecimalSign } from "./separators";
import type { UniverGrid } from "./univer";

/** The name under which numfmt knows the language of this browser: its own names miss some, and have other signs for others. */
const OWN: string = "own";

/** Behind the grid's own, which writes numbers that have a format. */
const AFTER_FORMATS = 1;
const AFTER_OTHERS = -1;

/** What is shown or edited of a number: 1234.5 of a cell without a format, 3.8% of one that is edited. */
const WRITTEN = /^-?\d+\.\d+(?:e[+-]?\d+)?%?$/i;

type Cell = Nullable<ICellData>;

function localized(cell: Cell, separators: Separators): Cell {
  if (cell?.v === undefined || cell.v === null || (cell.t !== undefined && cell.t !== null && cell.t !== CellValueType.NUMBER)) return cell;
  const text = String(cell.v);
  return WRITTEN.test(text) ? { ...cell, v: withDecimalSign(text, separators), t: CellValueType.NUMBER } : cell;
}

/** Shows numbers, and offers them for editing, as people of a language write them. */
export function showNumbersIn({ injector, workbook }: UniverGrid, language: string): void {
  const separators = separatorsOf(language);
  const known = getLocale(language) ?? getLocale(language.split("-", 1)[0] ?? "");
  addLocale({ ...known, ...separators }, OWN);
  workbook.setNumfmtLocal(OWN as INumfmtLocaleTag);
  if (separators.decimal === ".") return;
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: AFTER_FORMATS,
    // A number: a text is what the grid has made of one by its format.
    handler: (cell, _place, next) => next(typeof cell?.v === "number" ? localized(cell, separators) : cell),
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: AFTER_OTHERS,
    handler: (cell, _place, next) => next(localized(cell, separators)),
  });
}
