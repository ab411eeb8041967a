import { distance } from "fastest-levenshtein";
import { assumptionFor, CATALOGUE } from "./assumptions";
import type { TableName } from "./assumptions";
import type { Assumption } from "./assumption";

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
const INDEX_LIMIT: Readonly<Record<string, number>> = { "demand.growth.*": 15, "demand.season.*": 12 };
const OWN_PREFIX = "user.";

/** Takes a key apart; undefined when the catalogue has no such key. */
export function parseKey(key: string): ParsedKey | undefined {
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

/** The known key that is nearest to a text in edits; undefined when none is near. For `deals.Northwind.clsoe` it is `deal.Northwind.close`. */
export function nearestKey(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  let best: string | undefined;
  let fewest = Math.max(2, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of candidatesFor(text.trim())) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
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
