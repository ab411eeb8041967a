/** Tables, sheets and names that are gone. Pure. */

import { assumptionsSheet } from "../sheets/assumptionsSheet";
import { PICKS_HEADING } from "../sheets/compareSheet";
import { scenarioRange } from "../formulas";
import { BASE_COLUMN, cellAddress, COMPARE, fixedAddress, KEY_COLUMN, PICKS, SHEETS, TABLES } from "../layout";
import type { Pick } from "../layout";
import { modelTable, modelTableSheet } from "../sheets/modelTables";
import { describeSheet } from "../plan";
import type { NamePlan, SheetPlan } from "../plan";
import { movesIn } from "../places";
import { movedFormula } from "../references";
import type { Moves } from "../references";
import { missingSheets, writtenSheets } from "../writtenSheets";
import { UNDO } from "./repairDamage";
import type { Damage } from "./repairDamage";
import { cellRead, nameFormula, standingBlocks } from "../standing";
import type { InputTable, LooseTable, ModelParts } from "../standing";

/** Headers by which the cells of a former table are known. */
const HEADERS: Readonly<Record<LooseTable, readonly string[]>> = {
  [TABLES.inputs]: [KEY_COLUMN, BASE_COLUMN],
  [TABLES.deals]: [modelTable(TABLES.deals).firstColumn],
};

const CONSEQUENCE = "no scenario can be calculated";

/** The cells of a former table among those of its sheet: from its header to the last row and column with contents in line. */
function formerArea(cells: InputTable, headers: readonly string[]) {
  const index = cells.values.findIndex((row) => headers.every((header) => row.map(String).includes(header)));
  const header = (cells.values[index] ?? []).map(String);
  const first = header.findIndex((name) => name !== "");
  const end = header.indexOf("", first);
  const columns = (end < 0 ? header.length : end) - first;
  const body = cells.values.slice(index + 1);
  const blank = body.findIndex((row) => row.slice(first, first + columns).every((cell) => cell === ""));
  const rows = 1 + (blank < 0 ? body.length : blank);
  return index < 0 || rows < 2 ? undefined : { row: cells.row + index, column: cells.column + first, rows, columns };
}

/** What a table is written again from, where its sheet is gone too. */
function newSheet(table: LooseTable): SheetPlan {
  return table === TABLES.inputs
    ? assumptionsSheet([{ name: BASE_COLUMN, values: new Map() }], new Map())
    : modelTableSheet(modelTable(table), []);
}

function missingTable(table: LooseTable, parts: ModelParts): readonly Damage[] {
  if (parts.tables.some((name) => name.toLowerCase() === table.toLowerCase())) return [];
  const id = `table:${table}`;
  const words = `The table ${table} is missing: ${CONSEQUENCE}.`;
  const cells = parts.looseCells.get(table);
  const area = cells && formerArea(cells, HEADERS[table]);
  if (cells && area) {
    const at = `${cells.sheet}!${cellAddress(area.row, area.column)}`;
    const preview = [`Makes the cells from ${at} on the table ${table} again: their contents stay as they are.`];
    return [{ id, words, address: at, preview, steps: [{ kind: "table", sheet: cells.sheet, name: table, area }], advice: UNDO }];
  }
  const plan = newSheet(table);
  const advice = `${UNDO} A snapshot of the log has the values too.`;
  if (parts.sheets.includes(plan.sheet)) {
    const clear = `${advice} Or rename the sheet ${plan.sheet}: the repair then writes a new one.`;
    return [{ id, words, preview: [], steps: [], advice: clear }];
  }
  const note = table === TABLES.inputs ? "Every assumption then counts at its default." : "It has no rows.";
  return [{ id, words, preview: [`${describeSheet(plan)}. ${note}`], steps: [{ kind: "plans", plans: [plan] }], advice }];
}

/** Sheets that hold nothing but what can be written again. */
function sheetDamage(parts: ModelParts): readonly Damage[] {
  return missingSheets(parts).map((plan) => ({
    id: `sheet:${plan.sheet}`,
    words: `The sheet ${plan.sheet} is missing.`,
    preview: [
      describeSheet(plan),
      ...(plan.sheet === SHEETS.compare ? ["Formulas that name its pickers are written again, where they have lost them."] : []),
    ],
    steps: [{ kind: "plans", plans: [plan] }],
    advice: UNDO,
  }));
}

interface LostBlockName {
  readonly name: string;
  readonly column: number;
}

/** Names of blocks that stand, which nobody defines any more: the name of a block is written above it. */
function lostBlockNames({ blockTitles, names }: ModelParts): readonly LostBlockName[] {
  const isBlockName = (text: string) => /^as\.[A-Za-z0-9_]+$/.test(text);
  return blockTitles.flatMap((title, column) => {
    const name = String(title);
    return isBlockName(name) && nameFormula(names, name) === undefined ? [{ name, column: column - 1 }] : [];
  });
}

/** Definitions of the names of pickers, where the heading still stands beside their cells. */
function pickNames(picks: readonly Pick[], { compare }: ModelParts, { rowOf, columnOf }: Moves): readonly NamePlan[] {
  const row = rowOf(COMPARE.pickRow);
  const label = columnOf(COMPARE.labelColumn);
  if (row === undefined || label === undefined || cellRead(compare, row, label) !== PICKS_HEADING) return [];
  return picks.flatMap((pick) => {
    const column = columnOf(COMPARE.pickColumns[pick]);
    return column === undefined ? [] : [{ name: PICKS[pick].cell, formula: `=${SHEETS.compare}!${fixedAddress(row, column)}` }];
  });
}

function missingNames(parts: ModelParts): readonly Damage[] {
  const blocks = lostBlockNames(parts);
  const picks = (["from", "to"] as const).filter((pick) => nameFormula(parts.names, PICKS[pick].cell) === undefined);
  if (blocks.length + picks.length === 0) return [];
  const movesOf = movesIn(parts, writtenSheets(parts, standingBlocks(parts)));
  const names = [
    ...blocks.map(({ name, column }) => ({ name, formula: movedFormula(scenarioRange(column), SHEETS.scenarios, movesOf) })),
    ...pickNames(picks, parts, movesOf(SHEETS.compare)),
  ];
  return names.map((plan) => ({
    id: `name:${plan.name}`,
    words: `The name ${plan.name} is not defined any more: formulas that use it show #NAME?.`,
    preview: [`Defines ${plan.name} as ${plan.formula.slice(1)}.`],
    steps: [{ kind: "define", names: [plan] }],
  }));
}

/** Tables, sheets and names of the model that are gone. */
export function missingDamage(parts: ModelParts): readonly Damage[] {
  return [...missingTable(TABLES.inputs, parts), ...missingTable(TABLES.deals, parts), ...sheetDamage(parts), ...missingNames(parts)];
}
