/** The sample as Analyze asks about it: rows as the blocks of the workbook hold them. */

import type { AskedSide } from "../../../src/taskpane/analyze/question";
import type { ScenarioRows } from "../../../src/workbook/edit/scenarioRows";
import { sampleScenario } from "../../functions/sampleScenario";

export const SAMPLE_ROWS = sampleScenario("Base") as unknown as ScenarioRows;

export const BASE: AskedSide = { scenario: "Base", rows: SAMPLE_ROWS, architecture: "" };

/** Base with a value of its own. */
export function baseWith(key: string, value: number | string): AskedSide {
  return { ...BASE, rows: [...SAMPLE_ROWS, [key, value]] };
}
