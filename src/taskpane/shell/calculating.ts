/** Figures that Excel has not calculated yet: the last ones stay, and it is said. Pure. */

import type { ReadCell, ScenarioFigures } from "../../workbook/figures";
import type { ReadModel, WorkbookReading } from "../../workbook/readScenarios";

const BUSY = "#BUSY!";

/** Whether one of the figures that were read is still being calculated. */
export function isReadingBusy(reading: WorkbookReading): boolean {
  if (reading.kind !== "model") return false;
  const { check, scenarios } = reading.model;
  return check === BUSY || scenarios.some(({ figures }) => [...figures.values()].some(({ value }) => value === BUSY));
}

function lastFigures(now: ScenarioFigures, before: ScenarioFigures | undefined): ScenarioFigures {
  const cells = [...now.figures].map(([id, cell]) => {
    const last = before?.figures.get(id)?.value;
    return [id, cell.value === BUSY && last !== undefined ? { ...cell, value: last } : cell] as const satisfies readonly [
      unknown,
      ReadCell,
    ];
  });
  return { ...now, figures: new Map(cells) };
}

/** A reading with the figures of the one before in place of those that are still being calculated. */
export function withLastFigures(before: WorkbookReading | undefined, now: WorkbookReading): WorkbookReading {
  if (before?.kind !== "model" || now.kind !== "model" || !isReadingBusy(now)) return now;
  const scenarios = now.model.scenarios.map((each) =>
    lastFigures(
      each,
      before.model.scenarios.find(({ name }) => name === each.name),
    ),
  );
  const check = now.model.check === BUSY ? before.model.check : now.model.check;
  return { ...now, model: { ...now.model, check, scenarios } } satisfies ReadModel;
}
