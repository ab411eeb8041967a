/** The formula of a cell that gives the same answer, and goes on giving it when the workbook changes. Pure. */

import type { KeyRange } from "../../engine/analysis/tornado";
import type { UncertainKey } from "../../engine/analysis/simulation/uncertainty";
import { TABLES } from "../../workbook/layout";
import { architectureOf } from "./questionOf";
import type {
  AskedSide,
  CrossingQuestion,
  MapAnswer,
  MapQuestion,
  PaneAnswer,
  PaneQuestion,
  QuestionKind,
  SimulationAnswer,
  SimulationQuestion,
  SolveQuestion,
  TornadoAnswer,
  TornadoQuestion,
} from "./question";

/** A formula and the cells that its result takes. */
export interface LiveFormula {
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
  /** What differs from the answer in the pane; "" where nothing does. */
  readonly remark: string;
}

/** Why there is no formula for an answer. */
export interface NoFormula {
  readonly problem: string;
}

/** Defined name of a scenario's block, as the workbook has it; undefined where it has none. */
export type NameOf = (scenario: string) => string | undefined;

/** Trials that a cell runs at most. */
const MOST_CELL_TRIALS = 5000;
const MOST_CELLS = 1000;
const TORNADO_ROWS = 10;
const SIMULATION_FACTS = 10;

const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A call; arguments that are left out at the end are not written. */
function call(name: string, args: readonly (string | number | undefined)[]): string {
  const written = args.map((arg) => (arg === undefined ? "" : String(arg)));
  while (written.at(-1) === "") written.pop();
  return `TCO.${name}(${written.join(",")})`;
}

const chosen = ({ architecture }: AskedSide): string | undefined => (architecture === "" ? undefined : text(architecture));

function scenarioText({ scenario }: AskedSide, nameOf: NameOf): string {
  const name = nameOf(scenario);
  if (name === undefined) throw new Error(`The scenario ${scenario} is not part of the comparison yet. Refresh the model on Home.`);
  return name;
}

/** Ranges that stand in the table of inputs, as its columns; what else was assumed, as a constant. */
function rangesText(ranges: readonly KeyRange[], isStated: boolean): string {
  if (isStated) return `${TABLES.inputs}[[#All],[Key]:[High]]`;
  return `{${ranges.map(({ key, low, high }) => `${text(key)},${low},${high}`).join(";")}}`;
}

function shapedText(ranges: readonly UncertainKey[], isStated: boolean): string {
  if (ranges.every(({ shape }) => shape === "pert")) return rangesText(ranges, isStated);
  return `{${ranges.map(({ key, low, high, shape }) => `${text(key)},${low},${high},${text(shape)}`).join(";")}}`;
}

const column = (values: readonly number[]): string => `{${values.join(";")}}`;
const row = (values: readonly number[]): string => `{${values.join(",")}}`;

function tornadoFormula({ side, metric, ranges }: TornadoQuestion, { bars }: TornadoAnswer, nameOf: NameOf): LiveFormula {
  // Without ranges the function itself varies what is uncertain, or what else it is asked for, by a tenth.
  const isTenth = typeof ranges === "string";
  const inputs = isTenth && ranges !== "uncertain" ? text(ranges) : undefined;
  const stated = isTenth ? undefined : rangesText(ranges, true);
  const args = [scenarioText(side, nameOf), stated, text(metric), chosen(side), TORNADO_ROWS, inputs];
  return { formula: `=${call("SENSITIVITY.TORNADO", args)}`, rows: Math.min(bars.length, TORNADO_ROWS) + 1, columns: 6, remark: "" };
}

function simulationFormula(question: SimulationQuestion, answer: SimulationAnswer, nameOf: NameOf): LiveFormula {
  const { side, metric, trials, seed, ranges, correlations } = question;
  if (correlations.length > 0) throw new Error("A cell cannot correlate assumptions: insert the values instead.");
  const run = Math.min(trials, MOST_CELL_TRIALS);
  const written = shapedText(answer.ranges, ranges !== undefined);
  const formula = `=${call("SIMULATE", [scenarioText(side, nameOf), written, text(metric), chosen(side), undefined, run, seed])}`;
  const remark = run < trials ? ` A cell runs ${run} trials at most, so its figures differ a little from those of ${trials}.` : "";
  return { formula, rows: SIMULATION_FACTS + answer.drivers.length, columns: 2 + answer.years.length, remark };
}

function crossingFormula(
  { side, against, key, low, high, metric }: CrossingQuestion,
  _answer: PaneAnswer,
  nameOf: NameOf,
  which: number,
): LiveFormula {
  if (side.scenario !== against.scenario) throw new Error("No function compares two scenarios over a key: insert the value instead.");
  const [from, to] = [architectureOf(side), architectureOf(against)];
  const args = [scenarioText(side, nameOf), text(key), text(from), text(to), low, high, text(metric), which > 1 ? which : undefined];
  return { formula: `=${call("CROSSOVER", args)}`, rows: 1, columns: 1, remark: "" };
}

function solveFormula(
  { side, key, target, metric, low, high }: SolveQuestion,
  _answer: PaneAnswer,
  nameOf: NameOf,
  which: number,
): LiveFormula {
  if (which > 1) throw new Error("A cell gives the lowest value: insert the value instead.");
  const args = [scenarioText(side, nameOf), text(key), target, text(metric), chosen(side), low, high];
  return { formula: `=${call("SOLVE", args)}`, rows: 1, columns: 1, remark: "" };
}

/** What the distributed system costs more than the central one: where it is negative, distributed wins. */
function mapFormula({ side, metric }: MapQuestion, { down, across }: MapAnswer, nameOf: NameOf): LiveFormula {
  const cells = down.values.length * across.values.length;
  if (cells > MOST_CELLS) throw new Error(`The map has ${cells} cells; a formula gives ${MOST_CELLS} at most: ask with fewer steps.`);
  const grid = (architecture: string): string =>
    call("SENSITIVITY.GRID", [
      scenarioText(side, nameOf),
      text(down.key),
      column(down.values),
      text(metric),
      text(architecture),
      text(across.key),
      row(across.values),
    ]);
  const remark = " It gives Distributed minus Central: if it is negative, Distributed is cheaper.";
  return { formula: `=${grid("horizontal")}-${grid("vertical")}`, rows: down.values.length, columns: across.values.length, remark };
}

function adviceFormula(side: AskedSide, given: Readonly<Record<string, string>>, nameOf: NameOf): string {
  const scenario = Object.entries(given).reduce(
    (written, [key, answer]) => `TCO.SCENARIO.WITH(${written},${text(key)},${text(answer)})`,
    scenarioText(side, nameOf),
  );
  return `=${call("ADVISE", [scenario])}`;
}

type Writer<Kind extends QuestionKind> = (
  question: Extract<PaneQuestion, { kind: Kind }>,
  answer: Extract<PaneAnswer, { kind: Kind }>,
  nameOf: NameOf,
  which: number,
) => LiveFormula;

const WRITERS: { readonly [Kind in QuestionKind]: Writer<Kind> } = {
  tornado: tornadoFormula,
  simulation: simulationFormula,
  crossing: crossingFormula,
  solve: solveFormula,
  map: mapFormula,
  switch: ({ side }, _answer, nameOf) => ({
    formula: `=${call("SWITCHMONTH", [scenarioText(side, nameOf)])}`,
    rows: 1,
    columns: 1,
    remark: " It is a date: give the cell a date format.",
  }),
  advice: ({ side, given }, { rows }, nameOf) => ({
    formula: adviceFormula(side, given, nameOf),
    rows: rows.length,
    columns: rows[0]?.length ?? 1,
    remark: "",
  }),
};

/**
 * The formula that gives an answer in a cell.
 * @param which which of several values that were found, 1 being the lowest
 */
export function formulaOf(question: PaneQuestion, answer: PaneAnswer, nameOf: NameOf, which: number): LiveFormula | NoFormula {
  try {
    // An answer is of the kind of its question.
    return (WRITERS[question.kind] as Writer<QuestionKind>)(question, answer, nameOf, which);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
