import { ENGLISH, inWords, valueInWords } from "../words";
import type { KeySearch } from "./crossover";

/** Writes values of the searched key in its unit and in the separators of a language. */
const valuesOf =
  ({ key }: KeySearch, locale: string) =>
  (value: number): string =>
    valueInWords(value, key.assumption.unit, locale);

function excludedWords(search: KeySearch, locale: string): string {
  const { excluded } = search;
  if (excluded.length === 0) return "";
  const have = excluded.length === 1 ? "1 tested value has" : `${excluded.length} tested values have`;
  return ` ${have} no feasible plan, such as ${valuesOf(search, locale)(excluded[0])}.`;
}

/** Says that a key reaches no solution in its bracket, with the gap at both ends and where the gap is smallest. */
function notReachedWords(what: string, search: KeySearch, locale: string, sayGap: (difference: number) => string): string {
  const { key, bracket, ends } = search;
  const valueOf = valuesOf(search, locale);
  const where = `for ${key.key} from ${valueOf(bracket.low)} to ${valueOf(bracket.high)}`;
  if (!ends) return `${what} ${where}: no tested value has a feasible plan.`;
  const said = ({ gap }: typeof ends.low): string => sayGap(gap.difference);
  const at = (sample: typeof ends.low): string => `at ${valueOf(sample.value)}, ${said(sample)}`;
  const { low, high, nearest } = ends;
  // For a key without effect, the smallest gap is rounding noise.
  const inside = [low, high].some((end) => said(end) === said(nearest)) ? "" : `; closest ${at(nearest)}`;
  return `${what} ${where}: ${at(low)}; ${at(high)}${inside}.${excludedWords(search, locale)}`;
}

/** Remarks on a value that was found: a jump, other values, values without a feasible plan; "" if there are none. */
export function foundWords(search: KeySearch, index: number, locale = ENGLISH): string {
  const { changes } = search;
  const { jump, residual } = changes[index];
  const step = jump ? `The difference jumps here, from one sign to the other; ${inWords(Math.abs(residual), locale)} remains.` : "";
  const others = changes.filter((_, at) => at !== index).map(({ value }) => valuesOf(search, locale)(value));
  const more =
    others.length === 0
      ? ""
      : ` ${others.length === 1 ? "One other value" : `${others.length} other values`}: ${others.slice(0, 9).join(", ")}.`;
  return `${step}${more}${excludedWords(search, locale)}`.trim();
}

/** Says that fewer values were found than `which` requires. */
export function fewerWords(search: KeySearch, which: number): string {
  const { changes } = search;
  const list = changes.map(({ value }) => valuesOf(search, ENGLISH)(value)).join(", ");
  return `which is ${which}. There ${changes.length === 1 ? "is only 1 value" : `are only ${changes.length} values`}: ${list}.`;
}

/** Says that two sides never have the same value of a metric. */
export function neverSameWords(metric: string, search: KeySearch, [before, after]: readonly [string, string], locale = ENGLISH): string {
  const gap = (difference: number): string => `${after} is ${inWords(Math.abs(difference), locale)} ${difference < 0 ? "lower" : "higher"}`;
  return notReachedWords(`${before} and ${after} never have the same ${metric}`, search, locale, gap);
}

/** Says that a metric never reaches a target. */
export function neverMetWords(metric: string, search: KeySearch, target: number, locale = ENGLISH): string {
  const gap = (difference: number): string => `it is ${inWords(target + difference, locale)}`;
  return notReachedWords(`${metric} is never ${inWords(target, locale)}`, search, locale, gap);
}
