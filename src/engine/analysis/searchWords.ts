import { ENGLISH, inWords, valueInWords } from "../words";
import type { KeySearch } from "./crossover";

/** What writes the values of the key that is searched, in its unit and in the separators of a language. */
const valuesOf =
  ({ key }: KeySearch, locale: string) =>
  (value: number): string =>
    valueInWords(value, key.assumption.unit, locale);

function excludedWords(search: KeySearch, locale: string): string {
  const { excluded } = search;
  if (excluded.length === 0) return "";
  return ` ${excluded.length} of the values looked at have no plan, such as ${valuesOf(search, locale)(excluded[0])}.`;
}

/** That a key reaches nothing within its bracket, with what is the case at its ends and where it comes nearest. */
function notReachedWords(what: string, search: KeySearch, locale: string, sayGap: (difference: number) => string): string {
  const { key, bracket, ends } = search;
  const valueOf = valuesOf(search, locale);
  const where = `for ${key.key} from ${valueOf(bracket.low)} to ${valueOf(bracket.high)}`;
  if (!ends) return `${what} ${where}: none of the values looked at has a plan.`;
  const said = ({ gap }: typeof ends.low): string => sayGap(gap.difference);
  const at = (sample: typeof ends.low): string => `at ${valueOf(sample.value)} ${said(sample)}`;
  const { low, high, nearest } = ends;
  // A key without effect is nearest where rounding is.
  const inside = [low, high].some((end) => said(end) === said(nearest)) ? "" : `; nearest ${at(nearest)}`;
  return `${what} ${where}: ${at(low)}, ${at(high)}${inside}.${excludedWords(search, locale)}`;
}

/** What there is to say about a value that was found among others: a jump, the others, values without a plan. Nothing: "". */
export function foundWords(search: KeySearch, index: number, locale = ENGLISH): string {
  const { changes } = search;
  const { jump, residual } = changes[index];
  const step = jump ? `It is a step: the amounts do not meet there, ${inWords(Math.abs(residual), locale)} is left.` : "";
  const others = changes.filter((_, at) => at !== index).map(({ value }) => valuesOf(search, locale)(value));
  const more =
    others.length === 0
      ? ""
      : ` There ${others.length === 1 ? "is one more" : `are ${others.length} more`}: ${others.slice(0, 9).join(", ")}.`;
  return `${step}${more}${excludedWords(search, locale)}`.trim();
}

/** That fewer values were found than the one that is asked for by its place. */
export function fewerWords(search: KeySearch, which: number): string {
  const { changes } = search;
  const list = changes.map(({ value }) => valuesOf(search, ENGLISH)(value)).join(", ");
  return `which is ${which}; there ${changes.length === 1 ? "is only one" : `are only ${changes.length}`}: ${list}.`;
}

/** That two sides never come to the same by a metric. */
export function neverSameWords(metric: string, search: KeySearch, [before, after]: readonly [string, string], locale = ENGLISH): string {
  const gap = (difference: number): string => `${after} is ${inWords(Math.abs(difference), locale)} ${difference < 0 ? "lower" : "higher"}`;
  return notReachedWords(`${before} and ${after} are never the same by ${metric}`, search, locale, gap);
}

/** That a metric never meets a target. */
export function neverMetWords(metric: string, search: KeySearch, target: number, locale = ENGLISH): string {
  const gap = (difference: number): string => `it is ${inWords(target + difference, locale)}`;
  return notReachedWords(`${metric} is never ${inWords(target, locale)}`, search, locale, gap);
}
