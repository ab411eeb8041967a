/** Between scenarios as maps from key to value, and the rows and columns of the workbook's tables. Pure. */

import type { Assumption, CalendarDate } from "../engine/catalogue/assumption";
import { CATALOGUE } from "../engine/catalogue/assumptions";
import { parseKey } from "../engine/catalogue/keys";
import type { Value } from "../engine/catalogue/values";
import { dateOfText, serialOf } from "../engine/timeline";
import { isShare } from "../engine/words";
import { BASE_COLUMN, FORMATS, INPUT_COLUMNS, NAME_PREFIX, PICKS } from "./layout";
import type { CellContent, CellValue } from "./plan";
import { typedCell, typedLabel } from "./typedCell";

/** A scenario to be written: only what it states; the others than Base state what differs from Base. */
export interface ScenarioColumn {
  readonly name: string;
  readonly values: ReadonlyMap<string, Value>;
}

/** Where a stated value comes from, for the reader of the sheet. */
export interface Evidence {
  readonly source?: string;
  readonly asOf?: string;
  readonly note?: string;
}

/** The key of the first row of the inputs. */
export const STATUS_KEY = "plan.status";

const SECTIONS: Readonly<Record<string, string>> = {
  wan: "Site links",
  deals: "Deals",
  vertical: "Central",
  shard: "Sharding",
  horizontal: "Distributed",
  user: "Own numbers",
};

/** When a statement was made, as it is typed: 2026-11 stays text, in which a spreadsheet would see a day; a year alone is a number like any other. */
function typedAsOf(asOf: string): CellContent {
  return /^\d{4}$/.test(asOf) ? Number(asOf) : typedCell(asOf);
}

/** What is typed into a cell for a stated value of a key: dates become serial numbers, text is guarded. */
export function typedValue(key: string, value: Value): CellContent {
  if (typeof value !== "string") return value;
  const date = parseKey(key)?.assumption.kind === "date" ? dateOfText(value) : undefined;
  return date ? serialOf(date) : typedCell(value);
}

/** A key that follows another has no value until it is stated. */
function typedDefault({ kind, default: initial, follows }: Assumption<unknown>): CellContent {
  if (initial === undefined || follows !== undefined) return "";
  if (kind === "date") return serialOf(initial as CalendarDate);
  return typedCell(initial as CellValue);
}

/** The heading under which a key is listed. */
export function sectionOf(key: string): string {
  const first = key.slice(0, key.indexOf("."));
  return SECTIONS[first] ?? first.charAt(0).toUpperCase() + first.slice(1);
}

/** Keys of the table of inputs: the status first, then every key that is no row of a table, then what the scenarios state besides. */
export function inputKeys(scenarios: readonly ScenarioColumn[]): readonly string[] {
  const scalars = Object.keys(CATALOGUE).filter((key) => !key.includes("*"));
  const stated = scenarios.flatMap(({ values }) => [...values.keys()]);
  return [...new Set([STATUS_KEY, ...scalars, ...stated])];
}

/** What a key is, in words, with the row or number that it names. */
export function labelOf(key: string): string {
  const parsed = parseKey(key);
  if (!parsed) return key;
  const detail = parsed.row ?? parsed.index;
  return detail === undefined ? parsed.assumption.label : `${String(detail)}: ${parsed.assumption.label}`;
}

/** Values of one key, Base first. Base shows the default of what it does not state; the status is stated by every scenario. */
function valueCells(key: string, scenarios: readonly ScenarioColumn[]): CellContent[] {
  const assumption = parseKey(key)?.assumption;
  const initial = assumption ? typedDefault(assumption) : "";
  return scenarios.map(({ name, values }) => {
    const value = values.get(key);
    if (value !== undefined) return typedValue(key, value);
    return name === BASE_COLUMN || key === STATUS_KEY ? initial : "";
  });
}

/** Rows of the table of inputs with its header. The first scenario is Base. */
export function inputRows(scenarios: readonly ScenarioColumn[], evidence: ReadonlyMap<string, Evidence> = new Map()): CellContent[][] {
  const header = [...INPUT_COLUMNS, ...scenarios.map(({ name }) => typedCell(name))];
  const rows = inputKeys(scenarios).map((key) => {
    const assumption = parseKey(key)?.assumption;
    const { source, asOf = "", note = "" } = evidence.get(key) ?? {};
    const words = [sectionOf(key), key, labelOf(key), assumption?.unit ?? ""].map(typedLabel);
    const stated = [source === undefined ? typedLabel(assumption?.source ?? "") : typedCell(source), typedAsOf(asOf), typedCell(note)];
    return [...words, "", "", "", ...stated, ...valueCells(key, scenarios)];
  });
  return [header, ...rows];
}

/** Number format of a key's value, by its kind and unit; an amount whose default is small keeps its decimals. */
export function formatOf(key: string): string {
  const assumption = parseKey(key)?.assumption;
  if (!assumption) return FORMATS.general;
  if (assumption.kind === "date") return FORMATS.date;
  if (isShare(assumption.unit)) return FORMATS.share;
  if (assumption.kind === "money" && isLarge(assumption)) return FORMATS.amount;
  return isLarge(assumption) ? FORMATS.count : FORMATS.general;
}

const LARGE = 1000;

function isLarge({ default: initial, max = 0, unit }: Assumption<unknown>): boolean {
  const bound = typeof initial === "number" && initial > 0 ? initial : unit === "money" || unit === "money/year" ? max : 0;
  return bound >= LARGE;
}

/** Names that no scenario may have: the blocks that follow the pickers bear them. */
const RESERVED_NAMES: readonly string[] = Object.values(PICKS).map(({ block }) => block);

/** A defined name has at most 255 characters in Excel; the prefix and a number need some. */
const LONGEST_WORDS = 200;

/** A defined name for a scenario that no other scenario has; it stays when the scenario's header is renamed. */
export function definedNameOf(scenario: string, taken: readonly string[]): string {
  const words = scenario
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9_]+/g, "_")
    .slice(0, LONGEST_WORDS)
    .replace(/^_+|_+$/g, "");
  const name = NAME_PREFIX + (words === "" ? "Scenario" : words);
  const used = new Set([...RESERVED_NAMES, ...taken].map((other) => other.toLowerCase()));
  if (!used.has(name.toLowerCase())) return name;
  let number = 2;
  while (used.has(`${name}_${String(number)}`.toLowerCase())) number += 1;
  return `${name}_${String(number)}`;
}

/** Names of the scenarios in a header of the table of inputs: Base and what stands right of it; empty when Base is missing. */
export function scenarioNames(header: readonly CellValue[]): readonly string[] {
  const base = header.findIndex((cell) => String(cell) === BASE_COLUMN);
  return base < 0
    ? []
    : header
        .slice(base)
        .map(String)
        .filter((name) => name !== "");
}
