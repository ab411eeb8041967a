import { assumptionFor, CATALOGUE } from "./assumptions";
import type { TableName } from "./assumptions";
import type { Assumption } from "./assumption";
import { nearestWord } from "./nearest";
import type { Reference } from "./reference";
import { MOST_YEARS } from "../timeline";
import { MONTHS_PER_YEAR } from "../units";
import { visibleText } from "./visibleText";

/** A key of a scenario, taken apart. */
export interface ParsedKey {
  readonly key: string;
  /** The key's row in the catalogue, such as `deal.*.close`. */
  readonly pattern: string;
  readonly assumption: Assumption<unknown>;
  readonly table?: TableName;
  readonly row?: string;
  readonly field?: string;
  /** For `demand.growth.2`: 2. */
  readonly index?: number;
}

const TABLES: readonly string[] = ["deal", "server", "license", "role", "custom"];
const INDEX_LIMIT: Readonly<Record<string, number>> = { "demand.growth.*": MOST_YEARS, "demand.season.*": MONTHS_PER_YEAR };
const OWN_PREFIX = "user.";

/** Takes a key apart, typed in any case; undefined when the catalogue has no such key. */
export function parseKey(key: string): ParsedKey | undefined {
  return parseExact(key) ?? parseExact(lowerKey(visibleText(key)));
}

/** What a key is in words, with the name of its row; an unknown key as it is. */
export function labelOf(key: string): string {
  const { assumption, row } = parseKey(key) ?? {};
  if (!assumption) return key;
  return row === undefined ? assumption.label : `${assumption.label} (${row})`;
}

/** The spelling of the catalogue for a key as it was typed: Demand.Growth is demand.growth. Names of rows and of one's own numbers keep theirs; an unknown key too. */
export function canonicalKey(text: string): string {
  const key = visibleText(text);
  return parseKey(key)?.key ?? key;
}

/** A key in small letters but for the name of its row, or what follows "user.". */
function lowerKey(key: string): string {
  const [start, end] = [key.indexOf("."), key.lastIndexOf(".")];
  const first = key.slice(0, start + 1).toLowerCase();
  if (first === OWN_PREFIX) return first + key.slice(start + 1);
  const isOfRow = end > start && TABLES.includes(first.slice(0, -1));
  return isOfRow ? first + key.slice(start + 1, end) + key.slice(end).toLowerCase() : key.toLowerCase();
}

/** Spells the names of rows as they are spelled first, in the reference data or by the keys before: Deal.northwind.Volume is the Northwind of a table. */
export function keySpelling({ licenses, roles }: Pick<Reference, "licenses" | "roles">): (text: string) => string {
  const names = new Map<string, string>();
  const spelled = (table: string, row: string): string => {
    const folded = `${table}.${row.toLowerCase()}`;
    const known = names.get(folded);
    if (known === undefined) names.set(folded, row);
    return known ?? row;
  };
  for (const { name } of licenses) spelled("license", name);
  for (const { role } of roles) spelled("role", role);
  return (text) => {
    const key = canonicalKey(text);
    const { table, row, field } = parseKey(key) ?? {};
    return table === undefined || row === undefined || field === undefined ? key : `${table}.${spelled(table, row)}.${field}`;
  };
}

function parseExact(key: string): ParsedKey | undefined {
  const scalar = key.includes("*") ? undefined : assumptionFor(key);
  if (scalar) return { key, pattern: key, assumption: scalar };
  if (key.startsWith(OWN_PREFIX) && key.length > OWN_PREFIX.length) return { key, pattern: "user.*", assumption: CATALOGUE["user.*"] };
  return parseIndexed(key) ?? parseTableKey(key);
}

function parseIndexed(key: string): ParsedKey | undefined {
  const end = key.lastIndexOf(".");
  const pattern = `${key.slice(0, end)}.*`;
  const limit = INDEX_LIMIT[pattern];
  const index = Number(key.slice(end + 1));
  const assumption = assumptionFor(pattern);
  if (limit === undefined || !assumption || !Number.isInteger(index) || index < 1 || index > limit) return undefined;
  return { key, pattern, assumption, index };
}

function parseTableKey(key: string): ParsedKey | undefined {
  const start = key.indexOf(".");
  const end = key.lastIndexOf(".");
  const table = key.slice(0, start);
  const row = key.slice(start + 1, end);
  const field = key.slice(end + 1);
  if (end <= start + 1 || !TABLES.includes(table)) return undefined;
  const pattern = `${table}.*.${field}`;
  const assumption = assumptionFor(pattern);
  return assumption && { key, pattern, assumption, table: table as TableName, row, field };
}

/** The subject of a message about a key: its label without remarks in parentheses, and the key. */
export function subjectOf(key: string): { readonly label: string; readonly key: string } {
  const { row, index, assumption } = parseKey(key) ?? {};
  if (assumption === undefined || index !== undefined) return { label: key, key };
  const label = assumption.label.replace(/ \([^)]*\)$/, "");
  return { label: row === undefined ? label : `${row}: ${label}`, key };
}

/** Excel's longest names; a longer text is no key with a typing error. */
const LONGEST_KEY = 255;

/** The known key that is nearest to a text in edits; undefined when none is near. For `deals.Northwind.clsoe` it is `deal.Northwind.close`. */
export function nearestKey(text: string): string | undefined {
  const wanted = text.trim();
  return wanted.length > LONGEST_KEY ? undefined : nearestWord(wanted, candidatesFor(wanted));
}

function candidatesFor(text: string): readonly string[] {
  const parts = text.split(".");
  const row = parts.length > 2 ? parts.slice(1, -1).join(".") : undefined;
  const last = parts.at(-1) ?? "";
  return Object.keys(CATALOGUE).flatMap((pattern) => {
    if (!pattern.includes("*")) return [pattern];
    if (pattern in INDEX_LIMIT) return Number.isInteger(Number(last)) ? [pattern.replace("*", last)] : [];
    if (pattern === "user.*") return [];
    return row === undefined ? [] : [pattern.replace("*", () => row)];
  });
}

/** The keys that follow another until they are stated, by that other. */
export const FOLLOWERS: ReadonlyMap<string, readonly string[]> = followers();

function followers(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [key, { follows }] of Object.entries<Assumption<unknown>>(CATALOGUE))
    if (follows !== undefined) found.set(follows, [...(found.get(follows) ?? []), key]);
  return found;
}
