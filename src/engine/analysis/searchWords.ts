import { inWords } from "../words";
import type { KeySearch } from "./crossover";

const excludedWords = ({ excluded }: KeySearch): string =>
  excluded.length === 0 ? "" : ` ${excluded.length} of the values looked at have no plan, such as ${inWords(excluded[0])}.`;

/** That a key reaches nothing within its bracket, with what is the case at its ends and where it comes nearest. */
function notReachedWords(what: string, key: string, search: KeySearch, sayGap: (difference: number) => string): string {
  const { bracket, ends } = search;
  const where = `for ${key} from ${inWords(bracket.low)} to ${inWords(bracket.high)}`;
  if (!ends) return `${what} ${where}: none of the values looked at has a plan.`;
  const at = ({ value, gap }: typeof ends.low): string => `at ${inWords(value)} ${sayGap(gap.difference)}`;
  const { low, high, nearest } = ends;
  const inside = nearest === low || nearest === high ? "" : `; nearest ${at(nearest)}`;
  return `${what} ${where}: ${at(low)}, ${at(high)}${inside}.${excludedWords(search)}`;
}

/** What there is to say about a value that was found among others: a jump, the others, values without a plan. Nothing: "". */
export function foundWords(search: KeySearch, index: number): string {
  const { changes } = search;
  const { jump, residual } = changes[index];
  const step = jump ? `It is a step: the amounts do not meet there, ${inWords(Math.abs(residual))} is left.` : "";
  const others = changes.filter((_, at) => at !== index).map(({ value }) => inWords(value));
  const more =
    others.length === 0
      ? ""
      : ` There ${others.length === 1 ? "is one more" : `are ${others.length} more`}: ${others.slice(0, 9).join(", ")}.`;
  return `${step}${more}${excludedWords(search)}`.trim();
}

/** That two sides never come to the same by a metric. */
export function neverSameWords(metric: string, key: string, search: KeySearch, [before, after]: readonly [string, string]): string {
  const gap = (difference: number): string => `${after} is ${inWords(Math.abs(difference))} ${difference < 0 ? "lower" : "higher"}`;
  return notReachedWords(`${before} and ${after} are never the same by ${metric}`, key, search, gap);
}

/** That a metric never meets a target. */
export function neverMetWords(metric: string, key: string, search: KeySearch, target: number): string {
  return notReachedWords(`${metric} is never ${inWords(target)}`, key, search, (difference) => `it is ${inWords(target + difference)}`);
}
