import { ModelError } from "../errors";
import { parseKey, subjectOf } from "../catalogue/keys";
import type { Projection } from "../lines";
import type { Architecture } from "../plan/setting";
import { project } from "../plan/project";
import type { Reference } from "../catalogue/reference";
import type { ScenarioMap } from "../catalogue/resolved";
import { resolveScenario, unknownKey } from "../catalogue/scenario";
import { readValue } from "../catalogue/values";
import type { Value } from "../catalogue/values";
import { valueInFull } from "../words";
import { isNumeric, variedScenario } from "./varied";

/** A key and its values along an axis. */
export interface Axis {
  readonly key: string;
  readonly values: readonly Value[];
}

/** What a cell of a grid is computed from: a projection, or why there is none. */
export type GridOutcome = Projection | ModelError;

/**
 * What a scenario comes to for each value of one key (a row each) and of a second one (a column each; one column without it). `read` turns each
 * projection into what is kept; the next one overwrites it.
 * @throws {ModelError} for an error in the scenario, and for an unknown key.
 */
export function gridOf<T>(
  scenario: ScenarioMap,
  reference: Reference,
  architecture: Architecture,
  [down, across]: readonly [Axis, Axis | undefined],
  read: (outcome: GridOutcome) => T,
  wanted?: readonly string[],
): readonly (readonly T[])[] {
  const axes = across ? [down, across] : [down];
  for (const { key } of axes) if (!parseKey(key)) throw new ModelError("unknown-key", "key", unknownKey(key).message);
  const cellOf = axes.every(({ key }) => isNumeric(key))
    ? numericCells(scenario, reference, architecture, axes, wanted)
    : anyCells(scenario, reference, architecture, axes);
  return down.values.map((row) =>
    (across?.values ?? [undefined]).map((column) => read(cellOf(column === undefined ? [row] : [row, column]))),
  );
}

type CellOf = (values: readonly Value[]) => GridOutcome;

const guarded = (compute: () => Projection): GridOutcome => {
  try {
    return compute();
  } catch (cause) {
    if (cause instanceof ModelError) return cause;
    throw cause;
  }
};

/** A value of a key as it is read; a number that is refused is written as other analyses write it. */
function allowedValue(key: string, value: Value): Value {
  const assumption = parseKey(key)?.assumption;
  if (!assumption || !isNumeric(key)) return value;
  const reading = readValue(subjectOf(key), assumption, value, (number) => valueInFull(number, assumption.unit));
  if (!reading.ok) throw new ModelError(reading.code, key, reading.message);
  return reading.value as number;
}

function numericCells(
  scenario: ScenarioMap,
  reference: Reference,
  architecture: Architecture,
  axes: readonly Axis[],
  wanted: readonly string[] | undefined,
): CellOf {
  const varied = variedScenario(
    scenario,
    axes.map(({ key }) => key),
    reference,
    wanted,
  );
  return (values) =>
    guarded(() => {
      values.forEach((value, index) => {
        varied.set(index, allowedValue(varied.keys[index].key, value) as number);
      });
      return varied.projection(architecture);
    });
}

/** Words, dates and switches change how a scenario is read, so it is read again for each cell. */
function anyCells(scenario: ScenarioMap, reference: Reference, architecture: Architecture, axes: readonly Axis[]): CellOf {
  resolveScenario(scenario, reference);
  return (values) =>
    guarded(() => {
      const changed = new Map(scenario);
      axes.forEach(({ key }, index) => changed.set(key, allowedValue(key, values[index])));
      return project(resolveScenario(changed, reference), architecture, reference);
    });
}
