/** Names of scenarios: which may be given, and which a copy gets. Pure. */

const LONGEST_NAME = 60;

/** Why a name cannot be a scenario's; undefined when it can. */
export function nameProblem(name: string, taken: readonly string[], own?: string): string | undefined {
  const wanted = name.trim();
  if (wanted === "") return "A scenario needs a name.";
  if (wanted.length > LONGEST_NAME) return `The name has ${String(wanted.length)} characters; allowed are ${String(LONGEST_NAME)}.`;
  const same = taken.find((other) => other.toLowerCase() === wanted.toLowerCase() && other !== own);
  return same === undefined ? undefined : `There is a column "${same}" already.`;
}

/** A name for a copy that no other column has: "Growth copy", then "Growth copy 2". */
export function copyName(name: string, taken: readonly string[]): string {
  const isTaken = (wanted: string) => taken.some((other) => other.toLowerCase() === wanted.toLowerCase());
  const first = `${name} copy`;
  if (!isTaken(first)) return first;
  let number = 2;
  while (isTaken(`${first} ${String(number)}`)) number += 1;
  return `${first} ${String(number)}`;
}
