import type { LineDefinition } from "../lines";
import { DEAL_KEYS } from "../sources";
import { KEY_PREFIX } from "./computation";
import { COMPUTATIONS } from "./generated/computations";
import { ENTRIES } from "./model";

/** The keys from which a step of planning follows that entries read, or the lines that show it. */
const KEYS_OF_STEPS: Readonly<Record<string, readonly string[]>> = {
  "step:share": ["hybrid.central_share"],
  "step:deals": DEAL_KEYS,
  "step:central": ["servers", "shards"],
  "step:distributed": ["nodes"],
  "step:licensing": ["vertical.hosting", "horizontal.hosting"],
};

/** The lines and keys that a line is computed from. */
export function sourcesOfLine(line: LineDefinition): readonly string[] {
  if ("write" in line) return line.from;
  return sourcesOf("row" in line ? line.row.entry : line.id);
}

const known = new Map<string, readonly string[]>();

/** The lines and keys that an entry is computed from, as a reader asks for them: entries that are no lines stand for what they read themselves. */
function sourcesOf(id: string): readonly string[] {
  const found = known.get(id);
  if (found) return found;
  const sources = new Set<string>();
  look(id, id, new Set([id]), sources);
  const list = [...sources].filter((source) => source !== id && !sources.has(tableOf(source)));
  known.set(id, list);
  return list;
}

/** All keys of the table of a key of rows: role.* of role.*.salary. */
const tableOf = (key: string): string => (/^[a-z]+\.\*\./.test(key) ? `${key.slice(0, key.indexOf("."))}.*` : "");

function look(id: string, root: string, seen: Set<string>, sources: Set<string>): void {
  const { reads = [], ids = [id] } = COMPUTATIONS.find((computation) => computation.ids.includes(id)) ?? {};
  for (const other of [...linesNamed(id), ...reads, ...ids]) {
    if (seen.has(other)) continue;
    seen.add(other);
    const line = lineOf(other);
    if (line === undefined || line === root) look(other, root, seen, sources);
    else for (const source of KEYS_OF_STEPS[other] ?? [line]) sources.add(source);
  }
}

/** What a reader knows something as that is read: the line that shows it, or the key; undefined for an entry that no line shows. */
function lineOf(id: string): string | undefined {
  const entry = ENTRIES.get(id);
  if (!entry) return id.startsWith(KEY_PREFIX) ? id.slice(KEY_PREFIX.length) : id;
  return entry.isLine ? (entry.as ?? id) : undefined;
}

/** The lines that cells can name in place of an entry. */
function linesNamed(id: string): readonly string[] {
  const entry = ENTRIES.get(id);
  return entry && "names" in entry ? entry.lines : [];
}
