import { INPUT_COLUMNS, SHEETS, TABLE_ROW, TABLES } from "../layout";
import { formatOf, inputKeys, inputRows } from "../mapping";
import type { Evidence, ScenarioColumn } from "../mapping";
import { heading, input } from "../plan";
import type { Look, SheetPlan } from "../plan";
import { tableSheet } from "./tableSheet";

/** Narrow enough that the scenarios are in sight beside the pane: long keys, labels and units take two lines. */
const INPUT_WIDTHS = [57, 132, 174, 60, 30, 30, 39, 45, 36, 39];
/** From the key to the unit. */
const WRAPPED = { column: INPUT_COLUMNS.indexOf("Key"), columns: 3 };
const SCENARIO_WIDTH = 66;
const LOW_COLUMN = INPUT_COLUMNS.indexOf("Low");

/** Adjacent rows of one number format as one look, so that a long table is few requests. */
function formatLooks(formats: readonly string[], row: number, column: number, columns: number): Look[] {
  const looks: Look[] = [];
  formats.forEach((numberFormat, index) => {
    const last = looks.at(-1);
    if (last?.numberFormat === numberFormat) looks[looks.length - 1] = { ...last, rows: last.rows + 1 };
    else looks.push({ row: row + index, column, rows: 1, columns, numberFormat });
  });
  return looks;
}

/** Looks of scenario columns whose header stands in `row`: cells that a person edits, each in the format of its key. */
export function scenarioColumnLooks(keys: readonly string[], row: number, column: number, columns: number): Look[] {
  return [
    { ...heading(row, column, columns), align: "Right" },
    { ...input(row + 1, column, keys.length, columns), align: "Right" },
    ...formatLooks(keys.map(formatOf), row + 1, column, columns),
  ];
}

/** The sheet with the table of inputs: a row per assumption, a column per scenario. */
export function assumptionsSheet(scenarios: readonly ScenarioColumn[], evidence: ReadonlyMap<string, Evidence>): SheetPlan {
  const cells = inputRows(scenarios, evidence);
  const plan = tableSheet(SHEETS.assumptions, "Assumptions", TABLES.inputs, cells);
  const rows = cells.length - 1;
  const first = INPUT_COLUMNS.length;
  const looks = [
    ...plan.looks,
    { row: TABLE_ROW + 1, rows, ...WRAPPED, wrap: true },
    input(TABLE_ROW + 1, LOW_COLUMN, rows, 2),
    ...scenarioColumnLooks(inputKeys(scenarios), TABLE_ROW, first, scenarios.length),
  ];
  return { ...plan, looks, columnWidths: [...INPUT_WIDTHS, ...scenarios.map(() => SCENARIO_WIDTH)], frozenColumns: 3 };
}
