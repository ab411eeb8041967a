import { DataValidationErrorStyle, DataValidationType } from "@univerjs/core";
import { DataValidationFormulaService, DataValidationModel } from "@univerjs/preset-sheets-data-validation";
import { fromA1, quoteSheet, splitAddress } from "./address";
import type { Area, Validation, ValidationStore } from "./grid";
import { type OpenWorkbook, rangeOf, requireSheet } from "./workbook";

/** A list whose items stand in cells is kept by the grid as an address with its sheet, as a list of items with commas. */
function listRule(open: OpenWorkbook, area: Area, source: string) {
  const builder = open.api.newDataValidation();
  if (!source.startsWith("="))
    return builder.requireValueInList(
      source.split(",").map((item) => item.trim()),
      false,
      true,
    );
  const { sheet, cells } = splitAddress(source.slice(1));
  const owner = sheet === undefined ? requireSheet(open, area.sheetId) : open.workbook.getSheetByName(sheet);
  const rectangle = fromA1(cells);
  if (owner === null || rectangle === undefined) throw new Error(`"${source}" isn't a cell address.`);
  const { row, column, rowCount, columnCount } = rectangle;
  return builder.requireValueInRange(owner.getRange(row, column, rowCount, columnCount), false, true);
}

/** The source as it was given: items with commas, or an address without the mark of the workbook that the grid puts in front of its sheet. */
function givenSource(formula: string): string {
  if (formula.startsWith("[")) return (JSON.parse(formula) as string[]).join(",");
  const marked = /^='?\[[^\]]*\](.*?)'?!([^!]*)$/.exec(formula);
  return marked ? `=${quoteSheet((marked[1] ?? "").replaceAll("''", "'"))}!${marked[2] ?? ""}` : formula;
}

/** Lists of allowed values in cells. */
export function createValidationStore(open: OpenWorkbook): ValidationStore {
  return {
    read: (area) => {
      const rule = rangeOf(open, area).getDataValidation()?.rule;
      if (rule?.type !== DataValidationType.LIST) return undefined;
      return { source: givenSource(rule.formula1 ?? ""), title: rule.errorTitle ?? "", message: rule.error ?? "" };
    },
    set: (area, { source, title, message }: Validation) => {
      const rule = listRule(open, area, source)
        .setOptions({
          errorStyle: DataValidationErrorStyle.STOP,
          showErrorMessage: true,
          error: message,
          errorTitle: title,
        })
        .build();
      open.asCode(() => rangeOf(open, area).setDataValidation(rule));
    },
    clear: (area) => void open.asCode(() => rangeOf(open, area).setDataValidation(null)),
  };
}

/** The grid answers within this time or not at all, ms. */
const LISTS_LIMIT_MS = 10_000;

/** Resolves when the lists that stand in cells have been read: until then the grid refuses everything that is typed into their cells. */
export async function listsRead(open: OpenWorkbook): Promise<void> {
  const unitId = open.workbook.getId();
  const model = open.injector.get(DataValidationModel);
  const formulas = open.injector.get(DataValidationFormulaService);
  const results = open.workbook.getSheets().flatMap((sheet) => {
    const sheetId = sheet.getSheetId();
    const rules = model.getRules(unitId, sheetId).filter(({ formula1 = "" }) => formula1.startsWith("="));
    return rules.map(({ uid }) => formulas.getRuleFormulaResult(unitId, sheetId, uid));
  });
  const limit = new Promise<void>((resolve) => setTimeout(resolve, LISTS_LIMIT_MS));
  await Promise.race([Promise.all(results), limit]);
}
