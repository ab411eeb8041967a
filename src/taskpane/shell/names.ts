/** What the scenarios of one reading of the workbook are called in the next. Pure. */

import { BASE_COLUMN } from "../../workbook/layout";
import { scenarioNames } from "../../workbook/mapping";
import type { WorkbookReading } from "../../workbook/readScenarios";

export interface Names {
  /** What a scenario is called now; undefined where it is gone. */
  readonly now: (name: string) => string | undefined;
  /** The same; in place of one that is gone stands Base. */
  readonly orBase: (name: string) => string;
}

const namesIn = (reading: WorkbookReading | undefined): readonly string[] =>
  reading?.kind === "model" ? scenarioNames(reading.inputs?.values[0] ?? []) : [];

/** A new name in a scenario's column, in place of the old one, is its own. */
function nameNow(name: string, before: readonly string[], after: readonly string[]): string | undefined {
  if (after.includes(name)) return name;
  const inPlace = after.length === before.length ? after[before.indexOf(name)] : undefined;
  return inPlace === undefined || before.includes(inPlace) ? undefined : inPlace;
}

/** The names after another reading; all stay while nobody can read them. */
export function namesAfter(last: WorkbookReading | undefined, next: WorkbookReading): Names {
  const [before, after] = [namesIn(last), namesIn(next)];
  const now = (name: string) => (after.length === 0 ? name : nameNow(name, before, after));
  return { now, orBase: (name) => now(name) ?? BASE_COLUMN };
}
