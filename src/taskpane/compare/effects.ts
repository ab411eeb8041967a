/** Asks the functions how two scenarios differ, with the rows that stand in the workbook. */

import { readScenarioRows } from "../../workbook/edit/scenarioRows";
import type { ScenarioRows } from "../../workbook/edit/scenarioRows";
import { insertReport } from "../../workbook/edit/report";
import type { LineLabels, ReportSide } from "../../workbook/edit/report";
import type { ScenarioBlock } from "../../workbook/sheets/scenariosSheet";
import { ask } from "../functions/ask";
import { choicesOf, readFunctionHelps } from "../functions/help";
import type { ResultCell, ResultRows } from "../functions/protocol";
import { isResultError, wordOf } from "../functions/protocol";
import { rowsOfSide, sideLabel } from "../functions/side";
import type { Side } from "../functions/side";
import type { CompareAction, CompareState, Comparison, VarianceRow } from "./state";
import { reportSide } from "./state";
import { wordsOfFailure } from "../shell/failure";
import type { Controls } from "../shell/screen";
import { perform, run, whenCalculated } from "../shell/host";
import type { EffectContext } from "../shell/host";
import { sideFigures } from "./sideFigures";

export type CompareContext = EffectContext<{ readonly compare: CompareState }, CompareAction>;

export interface CompareEffects {
  /** The same as to ask: what is compared may have changed. */
  readonly refresh: () => Promise<void>;
  /** Compares the chosen sides and shows the result. */
  readonly ask: () => Promise<void>;
  readonly insert: () => Promise<void>;
}

/** Opens the form of a function on Formulas. */
interface OpenFormula {
  readonly type: "formulas/chosen";
  readonly id: string;
  readonly fields: readonly string[];
}

/** What its views answer the user with. */
export type CompareControls = Controls<CompareAction | OpenFormula, { readonly compare: CompareEffects }, "formulas">;

const TOTAL = "total";

/** Words for the cost lines by their ids, in the order in which the functions list them. */
async function lineLabels(): Promise<LineLabels> {
  const { COMPONENTS } = await import("../../engine/cost/components");
  return new Map(COMPONENTS.map(({ id, label }) => [id, label]));
}

function varianceRow(
  [item, from = "", to = "", difference = "", , effect]: readonly ResultCell[],
  labelOf: (id: string) => string,
): VarianceRow {
  const id = wordOf(item);
  return { item: id, label: labelOf(id), from, to, difference, effect: wordOf(effect) };
}

/** The first error of a table that is nothing but one. */
function problemOf(rows: ResultRows): string | undefined {
  const [cell] = rows[0] ?? [];
  return rows.length === 1 && isResultError(cell) ? cell.message || cell.error : undefined;
}

const numbersIn = (rows: ResultRows): readonly number[] => (rows[0] ?? []).map((cell) => (typeof cell === "number" ? cell : 0));

async function comparisonOf(from: ScenarioRows, to: ScenarioRows, by: string): Promise<Comparison> {
  const [variance, differences, bridge, before, after] = await Promise.all([
    ask("SCENARIO.VARIANCE", [from, to, by]),
    ask("SCENARIO.DIFF", [from, to]),
    ask("SCENARIO.BRIDGE", [from, to, by, null]),
    ask("COST", [from, TOTAL, "month", null]),
    ask("COST", [to, TOTAL, "month", null]),
  ]);
  const problem = problemOf(variance) ?? problemOf(differences);
  if (problem !== undefined) throw new Error(problem);
  const [[breakEven = ""] = []] = await ask("FINANCE.BREAKEVEN", [before, after, 0, null]);
  const labels = await lineLabels();
  // What is no cost line stays as it is.
  const labelOf = (id: string) => labels.get(id) ?? id;
  const [fromFigures, toFigures] = await Promise.all([sideFigures(from, labelOf), sideFigures(to, labelOf)]);
  const rows = variance.slice(1).map((cells) => varianceRow(cells, labelOf));
  return {
    rows: rows.filter(({ item }) => item !== TOTAL),
    total: rows.find(({ item }) => item === TOTAL),
    breakEven,
    differences,
    bridge,
    months: { from: numbersIn(before), to: numbersIn(after) },
    sides: { from: fromFigures, to: toFigures },
  };
}

function blocksOf({ state }: CompareContext): readonly ScenarioBlock[] {
  const { reading } = state();
  return reading?.kind === "model" ? reading.blocks : [];
}

async function compare(context: CompareContext): Promise<void> {
  const { dispatch, state } = context;
  const { from, to, by, parts } = state().compare;
  const asked: Pick<CompareState, "from" | "to" | "by"> = { from, to, by };
  try {
    if (parts.length === 0) {
      const choices = choicesOf(await readFunctionHelps(), "SCENARIO.VARIANCE", "by");
      dispatch({ type: "compare/parts", parts: choices.map(({ value }) => value) });
    }
    const rows = await run(whenCalculated((excel) => readScenarioRows(excel, blocksOf(context))));
    const [before, after] = [rows.get(from.scenario), rows.get(to.scenario)];
    const missing = before ? to.scenario : from.scenario;
    if (!before || !after) throw new Error(`The scenario ${missing} has no rows in the workbook. Refresh the model on Home.`);
    const comparison = await comparisonOf(rowsOfSide(from, before), rowsOfSide(to, after), by);
    dispatch({ type: "compare/answered", asked, comparison, problem: undefined });
  } catch (error) {
    dispatch({ type: "compare/answered", asked, comparison: undefined, problem: wordsOfFailure(error) });
  }
}

function requireSide(side: Side, blocks: readonly ScenarioBlock[]): ReportSide {
  const found = reportSide(side, blocks);
  if (!found) throw new Error(`The scenario ${side.scenario} is not part of the comparison yet. Refresh the model on Home.`);
  return found;
}

async function insert(context: CompareContext): Promise<void> {
  const { from, to, by } = context.state().compare;
  await perform(context, "Writing the report", async (excel) => {
    const blocks = blocksOf(context);
    const sheet = await insertReport(excel, requireSide(from, blocks), requireSide(to, blocks), by, await lineLabels());
    return { notice: `The sheet ${sheet} compares ${sideLabel(from)} with ${sideLabel(to)}; its formulas follow every change.` };
  });
}

/** The effects of Compare. */
export function compareEffects(context: CompareContext): CompareEffects {
  return { refresh: () => compare(context), ask: () => compare(context), insert: () => insert(context) };
}
