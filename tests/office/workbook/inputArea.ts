import { inputRows } from "../../../src/workbook/mapping";
import { SAMPLE } from "../../../src/workbook/sample";

/** The last row of the sample's table Inputs: its header is in row 5. */
export const LAST_INPUT_ROW = 4 + inputRows(SAMPLE.scenarios).length;
