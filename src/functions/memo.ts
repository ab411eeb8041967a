/** Scenarios that cells have asked about lately: each content is read and projected once, however many cells read it. */

import { ModelError } from "../engine/errors";
import type { FeasibleProjection, Projection } from "../engine/lines";
import type { Architecture } from "../engine/planSetting";
import { project } from "../engine/project";
import { resolveScenario } from "../engine/scenario";
import type { Assumptions, ScenarioMap } from "../engine/resolved";
import type { Value } from "../engine/values";
import { reference } from "../reference/load";
import { brokenCell, CellError, rowsOf } from "./cells";
import type { Cell } from "./cells";
import { infeasible } from "./noAnswers";
import { scenarioRange } from "./scenarioRange";
import type { StatedRow } from "./scenarioRange";

export interface KnownScenario {
  /** Header of the values. */
  readonly name: string;
  readonly rows: readonly StatedRow[];
  /** Stated values by key without broken cells; the last of a repeated key. */
  readonly map: ScenarioMap;
  /** All keys with their values, typed; throws ModelError for the first error. */
  readonly assumptions: () => Assumptions;
  /** Throws ModelError for an error in the scenario. */
  readonly projection: (architecture: Architecture) => Projection;
}

const MOST_KNOWN = 64;
const known = new Map<string, KnownScenario>();

/** Ranges that were read last, as they were then: a thousand cells that read one scenario compare its cells and do not read them anew. */
interface SeenRange {
  readonly cells: readonly (readonly unknown[])[];
  readonly scenario: KnownScenario;
}

const MOST_SEEN = 16;
const seen: SeenRange[] = [];

/** Whether a range has the keys and values that were seen; errors and data types are objects, and count as others each time. */
function isSeen({ cells }: SeenRange, range: readonly (readonly unknown[])[]): boolean {
  if (cells.length !== range.length || range[0].length < 2) return false;
  for (let row = 0; row < cells.length; row++) if (cells[row][0] !== range[row][0] || cells[row][1] !== range[row][1]) return false;
  return true;
}

/** The scenario of a range, read anew only when its content was not seen lately. */
export function scenarioOf(given: unknown): KnownScenario {
  const range = rowsOf(given);
  const index = seen.findIndex((each) => isSeen(each, range));
  if (index >= 0) return seen[index].scenario;
  const { name, rows } = scenarioRange(given);
  const scenario = scenarioOfRows(name, rows);
  // Copied: a host may use an array again for other cells.
  seen.unshift({ cells: range.map((row) => [row[0], row[1]]), scenario });
  seen.length = Math.min(seen.length, MOST_SEEN);
  return scenario;
}

/** The scenario of stated rows. */
export function scenarioOfRows(name: string, rows: readonly StatedRow[]): KnownScenario {
  const content = contentOf(name, rows);
  const found = known.get(content) ?? readScenario(name, rows);
  known.delete(content);
  known.set(content, found);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return found;
}

/** A text that differs whenever the name, a key, a value or the type of a value does. */
function contentOf(name: string, rows: readonly StatedRow[]): string {
  let content = name;
  for (const { key, cell } of rows) content += `\n${key.length} ${key}=${typed(cell)}`;
  return content;
}

function typed(cell: Cell): string {
  if (typeof cell === "string") return `${cell.length}"${cell}`;
  return cell instanceof CellError ? cell.code : String(cell);
}

function readScenario(name: string, rows: readonly StatedRow[]): KnownScenario {
  const last = new Map(rows.map(({ key, cell }) => [key, cell]));
  const broken = [...last].find(([, cell]) => cell instanceof CellError);
  const map = new Map([...last].filter((entry): entry is [string, Value] => !(entry[1] instanceof CellError)));
  const assumptions = once(() => {
    if (broken) throw brokenCell(broken[0], broken[1] as CellError);
    return resolveScenario(map, reference);
  });
  const projections: Readonly<Record<Architecture, () => Projection>> = {
    vertical: once(() => project(assumptions(), "vertical", reference)),
    horizontal: once(() => project(assumptions(), "horizontal", reference)),
    hybrid: once(() => project(assumptions(), "hybrid", reference)),
  };
  return { name, rows, map, assumptions, projection: (architecture) => projections[architecture]() };
}

/** Computes a value when it is first asked for; what was thrown then is thrown again. */
function once<T>(compute: () => T): () => T {
  let outcome: { readonly value: T } | { readonly refusal: ModelError } | undefined;
  return () => {
    outcome ??= attempted(compute);
    if ("refusal" in outcome) throw outcome.refusal;
    return outcome.value;
  };
}

function attempted<T>(compute: () => T): { readonly value: T } | { readonly refusal: ModelError } {
  try {
    return { value: compute() };
  } catch (cause) {
    if (cause instanceof ModelError) return { refusal: cause };
    throw cause;
  }
}

/** The projection under an architecture; no answer when no plan carries the demand. */
export function feasibleProjection(scenario: KnownScenario, architecture: Architecture): FeasibleProjection {
  const projection = scenario.projection(architecture);
  if (!projection.feasible) throw infeasible(projection);
  return projection;
}
