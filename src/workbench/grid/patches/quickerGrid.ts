/** What the grid (Univer 0.25.1) does for each cell in every calculation and painting, done with less work and the same result (docs/decisions/0030). */
import { ConditionalFormattingViewModel } from "@univerjs/preset-sheets-conditional-formatting";
import type { ConditionalFormattingRuleModel } from "@univerjs/preset-sheets-conditional-formatting";
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/preset-sheets-core";

/** What is read of the grid's view of conditional formats; its typings keep it to itself. */
interface ConditionalFormats {
  readonly _conditionalFormattingRuleModel: ConditionalFormattingRuleModel;
  getCellCfs: (unitId: string, sheetId: string, row: number, column: number) => readonly object[] | undefined;
}

/**
 * In which rows each value of a column stands is noted for what has been searched once in this calculation, and not for every cell of every spill: to note a
 * cell, the grid goes through all values of its column.
 */
function noteWhatIsSearched() {
  const index = CELL_INVERTED_INDEX_CACHE;
  const note = index.set.bind(index);
  index.set = (unitId, sheetId, column, value, row, isForced = false) => {
    const isSearched = !index.shouldContinueBuildingCache(unitId, sheetId, column, row);
    if (isSearched || !isForced) note(unitId, sheetId, column, value, row, isForced);
  };
}

/** On a sheet without conditional formats none are searched for, cell by cell. */
function searchNoFormatsWhereNoneAre() {
  const formats = ConditionalFormattingViewModel.prototype as unknown as ConditionalFormats;
  const { getCellCfs: search } = formats;
  formats.getCellCfs = function formatsOf(this: ConditionalFormats, unitId, sheetId, row, column) {
    const rules = this._conditionalFormattingRuleModel.getSubunitRules(unitId, sheetId);
    return rules && rules.length > 0 ? search.call(this, unitId, sheetId, row, column) : [];
  };
}

/** To be called once, before the grid is made. */
export function quickenGrid() {
  noteWhatIsSearched();
  searchNoFormatsWhereNoneAre();
}
