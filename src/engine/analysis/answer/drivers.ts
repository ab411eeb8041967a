/** What moves the gap between the two cheapest architectures, and what turns it round. */

import { isEssential } from "../../catalogue/essential";
import { parseKey } from "../../catalogue/keys";
import type { Reference } from "../../catalogue/reference";
import type { Assumptions, ScenarioMap } from "../../catalogue/resolved";
import { ModelError } from "../../errors";
import { netPresentValue } from "../../finance/metrics";
import { ARCHITECTURES } from "../../plan/setting";
import type { Architecture } from "../../plan/setting";
import { isDecision } from "../tornadoInputs";
import type { KeyRange } from "../tornado";
import { variableKeys } from "../variableKeys";
import { allowedValue, numericKey, variedScenario } from "../varied";
import type { NumericKey, VariedScenario } from "../varied";
import type { ArchitectureComparison } from "./comparison";

/** Present values by architecture; undefined where infeasible. */
type PresentValues = Readonly<Record<Architecture, number | undefined>>;

/** What one input does to the gap: present value of the runner-up less that of the lowest, as they are now. */
export interface Driver extends KeyRange {
  readonly isDecision: boolean;
  /** Whether the range or the value is the user's, not the product's. */
  readonly isConfirmed: boolean;
  readonly gapAtLow: number | undefined;
  readonly gapAtHigh: number | undefined;
  /** The largest gap less the smallest, at both ends and now. */
  readonly swing: number;
  /** Where another architecture has the lowest present value; undefined where none has at either end. */
  readonly flip: Flip | undefined;
}

export interface Flip {
  /** The number of the key at which the other is lowest. */
  readonly value: number;
  readonly lowest: Architecture;
  /** What the one that is lowest now costs more than the other there; undefined where it is infeasible there. */
  readonly saving: number | undefined;
}

/** A fifth down and up, where no range is entered. */
const FIFTH = 0.2;
/** Each takes six projections. */
const MOST_KEYS = 24;

/** What is varied: the ranges that are entered, then the Essential inputs that have none. */
function rangesOf(a: Assumptions, entered: readonly KeyRange[]): readonly KeyRange[] {
  const known = new Set(entered.map(({ key }) => key));
  const essential = variableKeys(a).filter((key) => isEssential(key) && !key.startsWith("plan.") && !known.has(key));
  const usual = essential.flatMap((key) => usualRange(numericKey(a, key)));
  return [...entered, ...usual].filter(({ low, high }) => low < high);
}

/** A whole number that is estimated has no usual range: a month more or a site less is another plan. One that is chosen goes by one. */
function usualRange(key: NumericKey): readonly KeyRange[] {
  const { base, whole, max, assumption } = key;
  if (whole && assumption.isDecision !== true) return [];
  const lacking = assumption.unit === "share" && max === 1 ? 1 - base : Infinity;
  const reach = whole ? 1 : FIFTH * Math.min(Math.abs(base), lacking);
  return [{ key: key.key, low: allowedValue(key, base - reach), high: allowedValue(key, base + reach) }];
}

function presentValues(varied: VariedScenario): PresentValues {
  const of = (architecture: Architecture): number | undefined => {
    try {
      const projection = varied.projection(architecture);
      return projection.feasible ? netPresentValue(projection) : undefined;
    } catch (cause) {
      if (cause instanceof ModelError) return undefined;
      throw cause;
    }
  };
  return { vertical: of("vertical"), horizontal: of("horizontal"), hybrid: of("hybrid") };
}

/** The architecture with the lowest present value; the first of those that cost the same, and undefined where none is feasible. */
function lowestOf(values: PresentValues): Architecture | undefined {
  let lowest: Architecture | undefined;
  for (const each of ARCHITECTURES) {
    const value = values[each];
    if (value !== undefined && (lowest === undefined || value < (values[lowest] ?? Infinity))) lowest = each;
  }
  return lowest;
}

const gapIn = (values: PresentValues, less: Architecture, more: Architecture): number | undefined => {
  const [one, other] = [values[less], values[more]];
  return one === undefined || other === undefined ? undefined : other - one;
};

/** A flip where another architecture is lowest than the one that is now. */
function flipIn(values: PresentValues, now: Architecture, value: number): Flip | undefined {
  const lowest = lowestOf(values);
  if (lowest === undefined || lowest === now) return undefined;
  const saving = gapIn(values, lowest, now);
  // Two that cost the same leave the answer as it is.
  return saving !== undefined && saving <= 0 ? undefined : { value, lowest, saving };
}

/** What is varied: so many inputs that are estimated and so many that are chosen. */
function variedRanges(a: Assumptions, entered: readonly KeyRange[]): readonly KeyRange[] {
  const all = rangesOf(a, entered);
  const chosen = all.filter(({ key }) => isDecision(key));
  return [...all.filter((range) => !chosen.includes(range)).slice(0, MOST_KEYS), ...chosen.slice(0, MOST_KEYS)];
}

/**
 * What each input does to the gap by itself, the largest swing first; inputs without any effect are left out. None where fewer than two
 * architectures are feasible.
 * @throws {ModelError} for an error in the scenario, and a key that is no number in it.
 */
export function drivers(
  scenario: ScenarioMap,
  comparison: Pick<ArchitectureComparison, "a" | "ranked">,
  entered: readonly KeyRange[],
  reference: Reference,
): readonly Driver[] {
  const { a, ranked } = comparison;
  if (ranked.length < 2) return [];
  const [lowest, runnerUp] = [ranked[0].architecture, ranked[1].architecture];
  const ranges = variedRanges(a, entered);
  const varied = variedScenario(
    scenario,
    ranges.map(({ key }) => key),
    reference,
    [],
  );
  const isOwn = (key: string, base: number): boolean =>
    entered.some((range) => range.key === key) || (scenario.has(key) && base !== parseKey(key)?.assumption.default);
  const gapNow = ranked[1].presentValue - ranked[0].presentValue;
  const found = ranges.map(({ key, low, high }, index): Driver => {
    const { base } = varied.keys[index];
    const [atLow, atHigh] = [low, high].map((value) => {
      varied.set(index, value);
      return presentValues(varied);
    });
    varied.set(index, base);
    const [gapAtLow, gapAtHigh] = [gapIn(atLow, lowest, runnerUp), gapIn(atHigh, lowest, runnerUp)];
    const gaps = [gapNow, gapAtLow ?? gapNow, gapAtHigh ?? gapNow];
    const swing = Math.max(...gaps) - Math.min(...gaps);
    const flip = largest([flipIn(atLow, lowest, low), flipIn(atHigh, lowest, high)]);
    return { key, low, high, isDecision: isDecision(key), isConfirmed: isOwn(key, base), gapAtLow, gapAtHigh, swing, flip };
  });
  return found.filter(({ swing, flip }) => swing > 0 || flip !== undefined).sort((one, other) => other.swing - one.swing);
}

/** The flip that saves most; one without an amount, where the other is infeasible, before all. */
function largest(flips: readonly (Flip | undefined)[]): Flip | undefined {
  const found = flips.filter((flip) => flip !== undefined);
  return found.sort((one, other) => (other.saving ?? Infinity) - (one.saving ?? Infinity)).at(0);
}

/** Inputs that Central and Distributed have one each of. */
export const PAIRS = [
  { subject: "integration", vertical: "integration.vertical_months", horizontal: "integration.horizontal_months" },
  { subject: "oncall", vertical: "staff.oncall_floor_vertical", horizontal: "staff.oncall_floor_horizontal" },
  { subject: "turnover", vertical: "staff.turnover_vertical", horizontal: "staff.turnover_horizontal" },
  { subject: "jurisdictions", vertical: "compliance.jurisdictions_vertical", horizontal: "compliance.jurisdictions_horizontal" },
  { subject: "hosting", vertical: "vertical.hosting", horizontal: "horizontal.hosting" },
] as const;
export type PairSubject = (typeof PAIRS)[number]["subject"];

/** A pair of inputs that differ, where the answer turns round once both are alike, whichever of the two values they have. */
export interface UnlikePair {
  readonly subject: PairSubject;
  readonly vertical: number | string;
  readonly horizontal: number | string;
  readonly flip: Omit<Flip, "value">;
}

/** The pairs on whose difference the answer rests, the largest saving first. */
export function unlikePairs(
  scenario: ScenarioMap,
  { a, ranked }: Pick<ArchitectureComparison, "a" | "ranked">,
  reference: Reference,
): readonly UnlikePair[] {
  const [lowest] = ranked;
  if (ranked.length < 2) return [];
  return PAIRS.flatMap(({ subject, vertical, horizontal }): UnlikePair[] => {
    const values = [a[vertical], a[horizontal]] as const;
    if (values[0] === values[1]) return [];
    const flips = values.map((value) => {
      const alike = new Map(scenario).set(vertical, value).set(horizontal, value);
      return flipIn(presentValues(variedScenario(alike, [], reference, [])), lowest.architecture, 0);
    });
    const [one, other] = flips;
    if (!one || !other) return [];
    const flip = (one.saving ?? Infinity) < (other.saving ?? Infinity) ? one : other;
    return [{ subject, vertical: values[0], horizontal: values[1], flip: { lowest: flip.lowest, saving: flip.saving } }];
  }).sort((one, other) => (other.flip.saving ?? Infinity) - (one.flip.saving ?? Infinity));
}
