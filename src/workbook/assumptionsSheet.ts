import { parseKey } from "../engine/keys";
import { frame } from "./frame";
import { COLORS, DEAL_COLUMN, INPUT_COLUMNS, SHEETS, TABLE_ROW, TABLES } from "./layout";
import { DEAL_FIELDS, dealRows, formatOf, inputKeys, inputRows } from "./mapping";
import type { DealRow, Evidence, ScenarioColumn } from "./mapping";
import { EMPTY_SHEET, heading, input } from "./plan";
import type { Block, CellContent, Look, SheetPlan } from "./plan";

/** Narrow enough that the scenarios are in sight beside the pane. */
const INPUT_WIDTHS = [54, 114, 174, 48, 33, 33, 39, 54, 36, 48];
const SCENARIO_WIDTH = 63;
const NOTE_COLUMN = "Source";
const DEAL_WIDTHS = [120, 66, 60, 48, 42, 60, 57, 81, 105, 90, 81, 60, 240];
const LOW_COLUMN = INPUT_COLUMNS.indexOf("Low");

function tableSheet(sheet: string, title: string, table: string, cells: readonly (readonly CellContent[])[]): SheetPlan {
  const { blocks, looks } = frame(title);
  const columns = cells[0]?.length ?? 0;
  return {
    ...EMPTY_SHEET,
    sheet,
    blocks: [...blocks, { row: TABLE_ROW, column: 0, cells }],
    looks: [...looks, heading(TABLE_ROW, 0, columns)],
    tables: [{ name: table, row: TABLE_ROW, column: 0, rows: cells.length, columns }],
    frozenRows: TABLE_ROW + 1,
  };
}

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
    input(TABLE_ROW + 1, LOW_COLUMN, rows, 2),
    ...scenarioColumnLooks(inputKeys(scenarios), TABLE_ROW, first, scenarios.length),
  ];
  return { ...plan, looks, columnWidths: [...INPUT_WIDTHS, ...scenarios.map(() => SCENARIO_WIDTH)], frozenColumns: 3 };
}

/** The sheet with the table of deals: a row per acquisition (negative volume: a divestiture), the unit of each column above its header. */
export function dealsSheet(deals: readonly DealRow[]): SheetPlan {
  const cells = dealRows(deals, DEAL_COLUMN, NOTE_COLUMN);
  const plan = tableSheet(SHEETS.deals, "Acquisitions and divestitures", TABLES.deals, cells);
  const rows = cells.length - 1;
  const formats = DEAL_FIELDS.map((field, index): Look => {
    return { row: TABLE_ROW + 1, column: index + 1, rows, columns: 1, numberFormat: formatOf(`deal.x.${field}`) };
  });
  const units: Block = {
    row: TABLE_ROW - 1,
    column: 1,
    cells: [DEAL_FIELDS.map((field) => parseKey(`deal.x.${field}`)?.assumption.unit ?? "")],
  };
  const looks: Look[] = [
    ...plan.looks,
    { row: TABLE_ROW - 1, column: 1, rows: 1, columns: DEAL_FIELDS.length, color: COLORS.quiet },
    input(TABLE_ROW + 1, 0, rows, cells[0]?.length ?? 0),
    ...formats,
  ];
  return { ...plan, blocks: [...plan.blocks, units], looks, columnWidths: DEAL_WIDTHS, frozenColumns: 1 };
}
