import { applyPlans } from "../host/applyPlan";
import { readConvention } from "../host/colorConvention";
import type { ColorConvention } from "../host/colorConvention";
import { PICKS, rangeAddress, SHEETS } from "../layout";
import { damageOf } from "./modelDamage";
import { readParts } from "../readScenarios";
import { isWaiting } from "./repairDamage";
import type { Damage, RepairStep } from "./repairDamage";
import { FORMULA_SHEETS, formulaDamage, isReady } from "./repairFormulas";
import { nameDamage } from "./repairNames";
import type { ShownFormulas } from "./repairNames";
import { withoutObstacles } from "./repairObstacles";
import type { CellArea, CellValue } from "../plan";

/** Formulas of the sheets on which the add-in has some. */
async function readFormulas(context: Excel.RequestContext, sheets: readonly string[]): Promise<readonly ShownFormulas[]> {
  const wanted = [...FORMULA_SHEETS, SHEETS.scenarios].filter((sheet) => sheets.includes(sheet));
  const ranges = wanted.map((sheet) => ({
    sheet,
    range: context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load("formulas,values,rowIndex,columnIndex"),
  }));
  await context.sync();
  return ranges.flatMap(({ sheet, range }): ShownFormulas[] => {
    if (range.isNullObject) return [];
    const { rowIndex: row, columnIndex: column } = range;
    return [{ sheet, row, column, values: range.formulas as CellValue[][], shown: range.values as CellValue[][] }];
  });
}

/** Reads what is damaged, with what a repair of each damage would do. */
export async function readDamage(context: Excel.RequestContext): Promise<readonly Damage[]> {
  const parts = await readParts(context);
  const formulas = await readFormulas(context, parts.sheets);
  const own = formulas.filter(({ sheet }) => FORMULA_SHEETS.includes(sheet));
  return withoutObstacles(context, [...damageOf(parts), ...formulaDamage(parts, own), ...formulas.flatMap(nameDamage)]);
}

type Carry<Kind extends RepairStep["kind"]> = (workbook: Excel.Workbook, step: Extract<RepairStep, { kind: Kind }>) => void;

const addressOf = ({ row, column, rows, columns }: CellArea): string => rangeAddress(row, column, rows, columns);

/** How each step but the writing of sheets becomes requests. */
const REQUESTS: { readonly [Kind in Exclude<RepairStep["kind"], "plans">]: Carry<Kind> } = {
  write: ({ worksheets }, { sheet, row, column, cells }) => {
    const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
    worksheets.getItem(sheet).getRange(addressOf(area)).formulas = cells.map((line) => [...line]);
  },
  clear: ({ worksheets }, { sheet, area }) => worksheets.getItem(sheet).getRange(addressOf(area)).clear("Contents"),
  insertColumns: ({ worksheets }, { sheet, column, count }) => {
    const columns = addressOf({ row: 0, column, rows: 1, columns: count });
    worksheets.getItem(sheet).getRange(columns).getEntireColumn().insert("Right");
  },
  renameSheet: ({ worksheets }, { sheet, name }) => {
    worksheets.getItem(sheet).name = name;
  },
  table: ({ worksheets }, { sheet, name, area }) => {
    worksheets.getItem(sheet).tables.add(addressOf(area), true).name = name;
  },
  // An Excel that cannot is found before anything is written: repairObstacles.ts.
  resize: ({ tables }, { table, area }) => {
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) tables.getItem(table).resize(addressOf(area));
  },
  define: ({ names }, step) => {
    for (const { name, formula } of step.names) names.add(name, formula);
  },
  forget: ({ names }, step) => {
    for (const name of step.names) names.getItem(name).delete();
  },
  calculate: ({ application }) => application.calculate("Full"),
};

async function carryOut(context: Excel.RequestContext, step: RepairStep, convention: ColorConvention): Promise<void> {
  if (step.kind === "plans") return applyPlans(context, step.plans, convention);
  // The kind of a step and the type of its request belong together: the compiler cannot follow that through the table.
  (REQUESTS[step.kind] as Carry<RepairStep["kind"]>)(context.workbook, step);
  // A step may read what the one before it has made, such as the header of an inserted column.
  await context.sync();
}

/**
 * When a damage is repaired: what moves or brings back cells first, the contents of cells then, the formulas last. Each is planned from a reading of its own,
 * after what came before.
 */
function turnOf(id: string): number {
  if (/^(layout|table|sheet|column):?/.test(id)) return 0;
  return /^(formulas|block|earlier|changed|names):/.test(id) ? 2 : 1;
}
const TURNS = [0, 1, 2] as const;

/** Whether damage is of formulas that a repair itself may break, by defining names again: a scenario's block is never among them. */
const isBrokenByRepair = (id: string): boolean =>
  id.startsWith("formulas:") || Object.values(PICKS).some(({ block }) => id === `block:${block}`);

/**
 * Repairs what was chosen from the damage that is read now and what that repair itself breaks, and nothing else: what a repair brings to light is for a person to choose.
 * @returns what was repaired, in the words of the damage
 */
export async function repairDamage(context: Excel.RequestContext, chosen: readonly string[]): Promise<readonly string[]> {
  const convention = await readConvention(context);
  const done: string[] = [];
  const first = (await readDamage(context)).map(({ id }) => id);
  const isWanted = (id: string) => chosen.includes(id) || (chosen.length > 0 && isBrokenByRepair(id) && !first.includes(id));
  for (const turn of TURNS) {
    const found = await readDamage(context);
    const due = found.filter((each) => isWanted(each.id) && turnOf(each.id) === turn && !isWaiting(each, found, () => false));
    const ready = due.map(({ words, steps }) => ({ words, steps: steps.filter((step) => isReady(step, found)) }));
    for (const { words, steps } of ready) {
      for (const step of steps) await carryOut(context, step, convention);
      if (steps.length > 0) done.push(words);
    }
  }
  return done;
}
