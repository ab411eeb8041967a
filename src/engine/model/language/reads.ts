import { treeOfEntry } from "./tree";
import type { Expression } from "../../demand/expressionTree";
import { KEY_PREFIX } from "../computation";
import type { SystemPart } from "../computation";
import type { Entry } from "../entry";
import { named, nameIn, rowWord } from "./names";
import type { Names, Scope } from "./names";
import { PLAN_WORDS } from "./planWords";
import { argumentKind } from "./vocabulary";

/** What a formula reads. */
export interface Reads {
  /** Entries and lines, keys and their patterns, and steps of planning as `step:` and their name. */
  readonly ids: readonly string[];
  /** Those of the ids that are read in earlier months only. */
  readonly earlier: readonly string[];
}

/** The names that an entry reads, without those of a part that the plan doesn't have. */
export function readsOf(names: Names, entry: Entry, missing?: SystemPart): Reads {
  if ("series" in entry) return { ids: entry.reads, earlier: [] };
  // What a cell names is known when there is a plan.
  if ("names" in entry) return { ids: names.sets[entry.over].reads, earlier: [] };
  const reads = { now: new Set<string>(), earlier: new Set<string>(), missing };
  look(treeOfEntry(entry), entry.over === undefined ? [] : [entry.over], names, reads);
  if (entry.over !== undefined) names.sets[entry.over].reads.forEach((read) => reads.now.add(read));
  if ("counted" in entry && entry.counted !== undefined) reads.now.add(entry.counted as string);
  return { ids: [...new Set([...reads.now, ...reads.earlier])], earlier: [...reads.earlier].filter((id) => !reads.now.has(id)) };
}

/** What entries that are computed together read beside each other; without what only a part needs that the plan does not have. */
export function readsOfGroup(entries: readonly Entry[], names: Names, missing?: SystemPart): readonly string[] {
  const reads = new Set(entries.flatMap((entry) => readsOf(names, entry, missing).ids));
  entries.forEach(({ id }) => reads.delete(id));
  return [...reads];
}

interface Found {
  readonly now: Set<string>;
  readonly earlier: Set<string>;
  readonly missing: SystemPart | undefined;
}

const PARTS: readonly SystemPart[] = ["central", "distributed"];

function look(node: Expression, scope: Scope, names: Names, found: Found): void {
  if (node.kind === "name") addName(node.name, scope, names, found.now);
  else if (node.kind === "call") lookInCall(node.name, node.args, scope, names, found);
  else if (node.kind === "binary") [node.left, node.right].forEach((part) => look(part, scope, names, found));
  else if (node.kind === "choice") [node.condition, node.whenTrue, node.whenFalse].forEach((part) => look(part, scope, names, found));
  else if ("of" in node) look(node.of, scope, names, found);
}

function lookInCall(name: string, args: readonly Expression[], scope: Scope, names: Names, found: Found): void {
  const kinds = args.map((_, at) => argumentKind(name, at, args.length));
  const sets = args.filter((_, at) => kinds[at] === "rows").map(nameIn);
  const ofParts = name === "parts" || name === "largest_part";
  if (ofParts) found.now.add("step:share");
  args.forEach((arg, at) => {
    if (ofParts && PARTS[at] === found.missing) return;
    switch (kinds[at]) {
      case "rows":
        names.sets[nameIn(arg)].reads.forEach((read) => found.now.add(read));
        return;
      case "series":
        addName(nameIn(arg), scope, names, readsEarlier(name, args) ? found.earlier : found.now);
        return;
      case "key":
        if (name === "key") found.now.add(KEY_PREFIX + nameIn(arg));
        else addWord(nameIn(arg), scope, names, found.now);
        return;
      case "word":
        return;
      default:
        look(arg, [...scope, ...sets], names, found);
    }
  });
}

/** Whether a function reads the months before the present one only, whatever the plan. */
function readsEarlier(name: string, args: readonly Expression[]): boolean {
  return name === "previous" || ((name === "window" || name === "at") && isBeforeMonth(args[args.length - 1]));
}

/** Whether a month is before the present one: `month - 1`, `month - retention_months`; what is taken off is 1 or more. */
function isBeforeMonth(node: Expression): boolean {
  return node.kind === "binary" && node.sign === "-" && node.left.kind === "name" && node.left.name === "month";
}

function addName(name: string, scope: Scope, names: Names, to: Set<string>): void {
  for (const read of readsOfName(names, name, scope)) to.add(read);
}

function readsOfName(names: Names, name: string, scope: Scope): readonly string[] {
  const found = named(names, name, scope);
  switch (found?.kind) {
    case "plan":
      return PLAN_WORDS[found.word].reads;
    case "field":
      return names.sets[found.set].fields[found.field].reads;
    case "entry":
    case "key":
      return [name];
    default:
      return [];
  }
}

/** A key, or a field of a row that holds a word. */
function addWord(name: string, scope: Scope, { sets }: Names, to: Set<string>): void {
  const word = rowWord(sets, name, scope)?.word;
  for (const read of word ? word.reads : [name]) to.add(read);
}
