/** The sample's scenarios, joined from sheet cells by TCO.SCENARIO as the workbook's formulas do. */

import { BASE_COLUMN, KEY_COLUMN, TABLES } from "../../src/workbook/layout";
import { inputRows } from "../../src/workbook/mapping";
import { modelTable, tableCells } from "../../src/workbook/sheets/modelTables";
import { SAMPLE } from "../../src/workbook/sample";
import { call } from "./host";

const inputs = inputRows(SAMPLE.scenarios, SAMPLE.evidence);
const column = (name: string): unknown[][] => {
  const index = inputs[0].indexOf(name);
  return inputs.map((row) => [row[index]]);
};

/** The table of deals as a range. */
export const sampleDeals: readonly (readonly unknown[])[] = tableCells(modelTable(TABLES.deals), SAMPLE.deals);

/** The scenario of a column: its own cells over those of Base. */
export function sampleScenario(name: string): unknown[][] {
  const base = column(BASE_COLUMN);
  const values = column(name).map(([cell], index) => [cell === "" ? base[index][0] : cell]);
  return call("SCENARIO", column(KEY_COLUMN), values, sampleDeals) as unknown[][];
}
