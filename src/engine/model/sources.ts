import type { LineDefinition } from "../lines";
import { COMPONENTS } from "../cost/components";
import { PLAN_STEPS } from "../plan/steps";
import { idsBetween, readsOfSlice } from "../search/slice";
import { KEY_PREFIX } from "./computation";
import { computations } from "./computations";
import { ENTRIES } from "./model";

/** The lines and keys that a line is computed from. */
export function sourcesOfLine(line: LineDefinition): readonly string[] {
  if ("write" in line) return line.from;
  return sourcesOf("row" in line ? line.row.entry : line.id);
}

const COST_LINES: ReadonlySet<string> = new Set(COMPONENTS.map(({ id }) => id));

const known = new Map<string, readonly string[]>();

/** The lines and keys that an entry is computed from, for a reader: entries that aren't lines are replaced by what they read. */
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
  const { reads = [], ids = [id] } = computations().find((computation) => computation.ids.includes(id)) ?? {};
  for (const other of [...linesNamed(id), ...reads, ...ids]) lookAt(other, root, seen, sources);
}

function lookAt(id: string, root: string, seen: Set<string>, sources: Set<string>): void {
  if (seen.has(id)) return;
  seen.add(id);
  const step = PLAN_STEPS.find((each) => `step:${each.id}` === id);
  if (step) {
    // The line that shows what a step finds follows from what the step reads.
    const isShown = step.shownBy.length > 0 && !step.shownBy.includes(root);
    const weighed = step.weighs ? readsOfSlice(computations(), id, idsBetween(computations(), id, COST_LINES)) : [];
    for (const each of isShown ? step.shownBy : [...step.reads, ...weighed]) lookAt(each, root, seen, sources);
    return;
  }
  const line = lineOf(id);
  if (line === undefined || line === root) look(id, root, seen, sources);
  else sources.add(line);
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
