/** Snapshots: what was stated, and what came of it, at a time; kept as values in visible tables of the sheet Log. Pure. */

import type { Value } from "../../engine/catalogue/values";
import { typedCell } from "../typedCell";
import type { LOG_COLUMNS, SNAPSHOT_COLUMNS } from "../layout";
import type { CellContent, CellValue } from "../plan";
import { statedValue } from "./content";
import type { Content } from "./content";
import { serialOfTime, timeOfCell } from "./timeCell";
import { typedContent } from "./typedContent";
import { momentOf, wallClock } from "./wallClock";

/** A figure of a scenario at the time, by its id on Compare. */
export interface KeptFigure {
  readonly scenario: string;
  readonly id: string;
  readonly value: CellValue;
}

export interface Snapshot {
  /** Wall-clock time such as 2026-11-03 14:05:33: what a snapshot is known by, the same for readers in any time zone. */
  readonly when: string;
  readonly why: string;
  readonly hash: string;
  readonly content: Content;
  readonly figures: readonly KeptFigure[];
}

/** What the list of snapshots says about one, without its values. */
export type Entry = Pick<Snapshot, "when" | "why" | "hash">;

export const SNAPSHOT = "Snapshot";
const ALL_SCENARIOS = "(all)";
const FIGURE = "figure.";

/** Something that was done to the model: the hash is that of its content afterwards. */
export interface LogEvent extends Entry {
  readonly what: string;
}

/** The row of an event in the list; who did it is left for people to say, as Excel does not tell. */
export function logRow({ when, what, why, hash }: LogEvent): CellContent[] {
  return [serialOfTime(when) ?? typedCell(when), typedCell(what), typedCell(why), "", typedCell(hash)];
}

/** The rows of a snapshot in the table of values. */
export function valueRows({ when, content, figures }: Snapshot): CellContent[][] {
  const rows = (scenario: string, values: ReadonlyMap<string, Value>) =>
    [...values].map(([key, value]) => [typedCell(when), typedCell(scenario), typedCell(key), typedContent(value, key)]);
  return [
    ...rows(ALL_SCENARIOS, content.shared),
    ...content.scenarios.flatMap(({ name, values }) => rows(name, values)),
    ...figures.map(({ scenario, id, value }) => [typedCell(when), typedCell(scenario), `${FIGURE}${id}`, typedCell(value)]),
  ];
}

/** The events of the list in its order: the newest stands last. */
export function eventsOf(values: readonly (readonly CellValue[])[]): readonly LogEvent[] {
  const header = (values[0] ?? []).map(String);
  const cell = (row: readonly CellValue[], name: (typeof LOG_COLUMNS)[number]): CellValue => row[header.indexOf(name)] ?? "";
  const text = (row: readonly CellValue[], name: (typeof LOG_COLUMNS)[number]) => String(cell(row, name));
  return values
    .slice(1)
    .filter((row) => text(row, "When") !== "")
    .map((row) => ({ when: timeOfCell(cell(row, "When")), what: text(row, "What"), why: text(row, "Why"), hash: text(row, "Hash") }));
}

/** The snapshots that the list names, the latest first. */
export function entriesOf(values: readonly (readonly CellValue[])[]): readonly Entry[] {
  return eventsOf(values)
    .filter(({ what }) => what === SNAPSHOT)
    .map(({ when, why, hash }) => ({ when, why, hash }))
    .sort((a, b) => (a.when < b.when ? 1 : -1));
}

/** The first second from a time on at which no snapshot was taken: two of one second would be one. */
export function freeTime(when: string, entries: readonly Entry[]): string {
  const time = momentOf(when);
  while (entries.some((entry) => entry.when === wallClock(time))) time.setSeconds(time.getSeconds() + 1);
  return wallClock(time);
}

interface ValueRow {
  readonly scenario: string;
  readonly key: string;
  readonly value: CellValue;
}

/** The rows of the table of values that belong to a snapshot. */
function valueRowsOf(when: string, values: readonly (readonly CellValue[])[]): readonly ValueRow[] {
  const header = (values[0] ?? []).map(String);
  const cell = (row: readonly CellValue[], name: (typeof SNAPSHOT_COLUMNS)[number]): CellValue => row[header.indexOf(name)] ?? "";
  return values
    .slice(1)
    .filter((row) => String(cell(row, "Snapshot")) === when)
    .map((row) => ({ scenario: String(cell(row, "Scenario")), key: String(cell(row, "Key")), value: cell(row, "Value") }));
}

/** A snapshot of the list with its values; one whose values were deleted states nothing. */
export function snapshotOf(entry: Entry, values: readonly (readonly CellValue[])[]): Snapshot {
  const rows = valueRowsOf(entry.when, values);
  const isFigure = ({ key }: ValueRow) => key.startsWith(FIGURE);
  const stated = (scenario: string) =>
    new Map(rows.filter((row) => row.scenario === scenario && !isFigure(row)).map(({ key, value }) => [key, statedValue(key, value)]));
  const names = [...new Set(rows.filter((row) => !isFigure(row)).map(({ scenario }) => scenario))].filter((name) => name !== ALL_SCENARIOS);
  return {
    ...entry,
    content: { scenarios: names.map((name) => ({ name, values: stated(name) })), shared: stated(ALL_SCENARIOS) },
    figures: rows.filter(isFigure).map(({ scenario, key, value }) => ({ scenario, id: key.slice(FIGURE.length), value })),
  };
}
