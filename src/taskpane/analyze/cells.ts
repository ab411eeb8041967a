/** An answer as cells of a sheet: values that stay as they are. Pure. */

import type { CellValue } from "../../workbook/plan";
import { isResultError, wordOf } from "../functions/protocol";
import type { MapAnswer, PaneAnswer, SimulationAnswer, TornadoAnswer } from "./question";

type Rows = readonly (readonly CellValue[])[];

const NO_PLAN = "no plan";

/** Rows of the same width: a sheet takes a rectangle. */
function rectangle(rows: Rows): Rows {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}

export function percentileName(share: number): string {
  return `P${Number((share * 100).toPrecision(6))}`;
}

function tornadoCells({ bars, metric }: TornadoAnswer): Rows {
  const header = ["Key", "Assumption", "Low", "High", `${metric} at low`, `${metric} at high`, "Swing"];
  return [header, ...bars.map((bar) => [bar.key, bar.label, bar.low, bar.high, bar.atLow ?? NO_PLAN, bar.atHigh ?? NO_PLAN, bar.swing])];
}

function simulationCells(answer: SimulationAnswer): Rows {
  const { metric, years, percentiles, drivers } = answer;
  return rectangle([
    ["Figure", metric, ...years],
    ...percentiles.map(({ share, figure, years: costs }) => [percentileName(share), figure, ...costs]),
    ["mean", answer.mean],
    ["deviation", answer.deviation],
    ["trials", answer.trials],
    ["seed", answer.seed],
    ["share without a plan", answer.withoutPlan],
    ["share of outcomes in which Distributed costs less than Central", answer.cheaper],
    ["share in which the central system is sharded within the plan", answer.sharded],
    ...drivers.map(({ key, rank }) => [`rank correlation: ${key}`, rank]),
  ]);
}

function mapCells({ down, across, cells }: MapAnswer): Rows {
  const header = [`${down.key} down, ${across.key} across`, ...across.values];
  return [header, ...cells.map((row, index) => [down.values[index] ?? "", ...row.map(({ winner }) => winner ?? NO_PLAN)])];
}

/**
 * The values of an answer; none where nothing was found.
 * @param which which of several values that were found, 1 being the lowest
 */
export function cellsOf(answer: PaneAnswer, which: number): Rows | undefined {
  switch (answer.kind) {
    case "tornado":
      return tornadoCells(answer);
    case "simulation":
      return simulationCells(answer);
    case "crossing":
    case "solve": {
      const found = answer.found[which - 1];
      return found && [[found.value]];
    }
    case "map":
      return mapCells(answer);
    case "switch":
      return answer.stays === undefined ? [[answer.best.serial]] : undefined;
    case "advice":
      return answer.rows.map((row) => row.map((cell) => (isResultError(cell) ? wordOf(cell) : cell)));
  }
}
