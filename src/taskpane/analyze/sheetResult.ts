/** An answer as the sheets Charts and Summary show it: dated values. Pure. */

import type { SimulationResult, TornadoResult } from "../../workbook/analysis/analysisResults";
import type { PaneAnswer, PaneQuestion } from "./question";

/** What is written of an answer; undefined for one that the sheets have no place for. */
export function sheetResultOf({ side }: PaneQuestion, answer: PaneAnswer): TornadoResult | SimulationResult | undefined {
  const { scenario } = side;
  if (answer.kind === "tornado") {
    const { kind, architecture, label: metric, unit, varied, base, bars } = answer;
    const ends = bars.map(({ key, label, low, high, atLow, atHigh }) => ({
      key,
      label,
      low,
      high,
      atLow: atLow ?? NaN,
      atHigh: atHigh ?? NaN,
    }));
    return { kind, scenario, architecture, metric, unit, varied, base, bars: ends };
  }
  if (answer.kind !== "simulation") return undefined;
  const { kind, architecture, label: metric, unit, trials, seed, years, percentiles, cheaper, sharded, withoutPlan, drivers } = answer;
  return { kind, scenario, architecture, metric, unit, trials, seed, years, percentiles, cheaper, sharded, withoutPlan, drivers };
}
