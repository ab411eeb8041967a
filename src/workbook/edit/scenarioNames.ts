/** Names of scenarios: which may be given, which a copy gets, and which a header that may not be one. Whatever takes a name in asks here. Pure. */

import { BASE_COLUMN } from "../layout";
import { scenarioNames } from "../mapping";
import type { CellValue } from "../plan";

/** What Excel allows for the header of a table's column. */
const LONGEST_NAME = 255;

/** Signs that a cell can hold and a file or a field cannot: control characters, halves of a sign, and what Unicode keeps for nothing. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;

const SIGN_NAMES: Readonly<Record<string, string>> = { "\n": "a line break", "\r": "a line break", "\t": "a tab" };

/** A sign in words: one that cannot be shown, by its number. */
function signWords(sign: string): string {
  return SIGN_NAMES[sign] ?? `the sign U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Why a name cannot be a scenario's; undefined when it can. */
export function nameProblem(name: string, taken: readonly string[], own?: string): string | undefined {
  const wanted = name.trim();
  if (wanted === "") return "A scenario needs a name.";
  if (wanted.length > LONGEST_NAME)
    return `The name has ${String(wanted.length)} characters. Use 1 to ${String(LONGEST_NAME)}, as Excel allows.`;
  const unwritable = UNWRITABLE.exec(wanted)?.[0];
  if (unwritable !== undefined) return `The name contains ${signWords(unwritable)}. Use signs that can be seen.`;
  const same = taken.find((other) => isSame(other.trim(), wanted) && other !== own);
  return same === undefined ? undefined : `There is a column "${same}" already.`;
}

/** The first of a name with one ending after the other that no other column has. A long name loses its end for that. */
function freeName(name: string, taken: readonly string[], ending: (number: number) => string): string {
  const named = (number: number) =>
    name
      .slice(0, LONGEST_NAME - ending(number).length)
      .replace(/[\ud800-\udbff]$/, "")
      .trimEnd() + ending(number);
  const isTaken = (wanted: string) => taken.some((other) => isSame(other.trim(), wanted));
  let number = 1;
  while (isTaken(named(number))) number += 1;
  return named(number);
}

/** A name for a copy that no other column has: "Growth copy", then "Growth copy 2". */
export function copyName(name: string, taken: readonly string[]): string {
  return freeName(name, taken, (number) => (number === 1 ? " copy" : ` copy ${String(number)}`));
}

/** Refuses names of which one cannot be a scenario's, before anything is written. */
export function requireNames(names: readonly string[], taken: readonly string[], own?: string): void {
  names.forEach((name, index) => {
    const problem = nameProblem(name, [...taken, ...names.slice(0, index)], own);
    if (problem !== undefined) throw new Error(`${problem} Nothing was changed.`);
  });
}

/** The header of a scenario's column that cannot be its name: it was typed or pasted into the table, where nothing refuses it. */
export interface FaultyName {
  readonly name: string;
  /** Place in the header. */
  readonly column: number;
  readonly problem: string;
  /** The nearest name that it can have. */
  readonly mended: string;
}

const numbered = (number: number) => (number === 1 ? "" : ` ${String(number)}`);

/** What is wrong with a header as a name; undefined where nothing is. A name that is typed in the pane loses the spaces around it, a header keeps them. */
function headerProblem(name: string, taken: readonly string[]): string | undefined {
  return nameProblem(name, taken) ?? (name === name.trim() ? undefined : "The name begins or ends with a space.");
}

/** The headers of scenarios that cannot be their names. Of two that are the same the first one keeps it. */
export function faultyNames(header: readonly string[]): readonly FaultyName[] {
  const base = header.indexOf(BASE_COLUMN);
  if (base < 0) return [];
  const found: FaultyName[] = [];
  header.forEach((name, column) => {
    const problem = column <= base || name === "" ? undefined : headerProblem(name, header.slice(0, column));
    if (problem === undefined) return;
    const taken = header.map((other, at) => found.find((each) => each.column === at)?.mended ?? other).filter((_, at) => at !== column);
    const readable = name.replace(new RegExp(`(?:${UNWRITABLE.source})+`, "gu"), " ").trim();
    found.push({ name, column, problem, mended: freeName(readable === "" ? "Scenario" : readable, taken, numbered) });
  });
  return found;
}

/** The scenarios of a header of the table of inputs but for those that have to get another name first. */
export function nameableScenarios(header: readonly CellValue[]): readonly string[] {
  const faulty = faultyNames(header.map(String)).map(({ name }) => name);
  return scenarioNames(header).filter((name) => !faulty.includes(name));
}
