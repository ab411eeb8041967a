/** Scenarios that cells have asked about lately: each content is read and projected once, however many cells read it. */

import { ModelError } from "../engine/errors";
import { keySpelling } from "../engine/catalogue/keys";
import type { FeasibleProjection, Projection } from "../engine/lines";
import type { Architecture } from "../engine/plan/setting";
import { project } from "../engine/plan/project";
import { resolveScenario } from "../engine/catalogue/scenario";
import type { Assumptions, ScenarioMap } from "../engine/catalogue/resolved";
import type { Value } from "../engine/catalogue/values";
import { reference } from "../reference/load";
import { brokenCell, CellError, rowsOf } from "./cells";
import { infeasible } from "./noAnswers";
import { isBlankRow, scenarioRange } from "./scenarioRange";
import type { ScenarioRange } from "./scenarioRange";

export interface KnownScenario extends ScenarioRange {
  /** Stated values by key without broken and blank cells; the last of a repeated key. */
  readonly map: ScenarioMap;
  /** A key as the scenario spells it, whose rows may be named in any case. */
  readonly spelled: (key: string) => string;
  /** All keys with their values, typed; throws ModelError for the first error. */
  readonly assumptions: () => Assumptions;
  /** The same for the same stated values, another for any other. */
  readonly fingerprint: () => string;
  /** Throws ModelError for an error in the scenario. */
  readonly projection: (architecture: Architecture) => Projection;
}

const MOST_KNOWN = 64;
const known = new Map<string, KnownScenario>();

/** Recently read ranges with their content: a thousand cells with the same scenario compare its cells instead of reading it again. */
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

/** The scenario of a range, read again only when its content is new. */
export function scenarioOf(given: unknown): KnownScenario {
  const range = rowsOf(given);
  const index = seen.findIndex((each) => isSeen(each, range));
  if (index >= 0) return seen[index].scenario;
  const scenario = scenarioOfRange(scenarioRange(given));
  // Copied: a host may use an array again for other cells.
  seen.unshift({ cells: range.map((row) => [row[0], row[1]]), scenario });
  seen.length = Math.min(seen.length, MOST_SEEN);
  return scenario;
}

function scenarioOfRange(range: ScenarioRange): KnownScenario {
  const content = contentOf(range);
  const found = known.get(content) ?? readScenario(range);
  known.delete(content);
  known.set(content, found);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return found;
}

/** A text that differs whenever the name, a key, a value or the type of a value does: quoted as JSON, so that no sign of one can pass for another part. */
function contentOf({ name, rows, hasBlanks }: ScenarioRange): string {
  return JSON.stringify([hasBlanks, name, rows.map(({ key, cell }) => [key, cell instanceof CellError ? { error: cell.code } : cell])]);
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Eight hexadecimal digits of a text. Source: Fowler, Noll, Vo: FNV-1a, 32 bits, over UTF-16 code units. */
function fingerprintOf(content: string): string {
  let hash = FNV_OFFSET;
  for (let index = 0; index < content.length; index++) hash = Math.imul(hash ^ content.charCodeAt(index), FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function readScenario({ name, rows, hasBlanks }: ScenarioRange): KnownScenario {
  const last = new Map(rows.filter((row) => !isBlankRow(row)).map(({ key, cell }) => [key, cell]));
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
  const spelled = (key: string) => {
    const spelling = keySpelling(reference);
    for (const row of rows) spelling(row.key);
    return spelling(key);
  };
  return {
    name,
    rows,
    hasBlanks,
    map,
    fingerprint: once(() => fingerprintOf(JSON.stringify([...map]))),
    spelled,
    assumptions,
    projection: (architecture) => projections[architecture](),
  };
}

/** Computes a value on first use; an error thrown then is thrown again. */
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

/** The projection under an architecture; no answer when it is infeasible. */
export function feasibleProjection(scenario: KnownScenario, architecture: Architecture): FeasibleProjection {
  const projection = scenario.projection(architecture);
  if (!projection.feasible) throw infeasible(projection);
  return projection;
}
