/** Mistakes in the formulas of the model: one operator or name that is another, at a time. */
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import { nodesOf, treeOf } from "../../src/engine/demand/expressionTree";
import type { Expression, ExpressionOf } from "../../src/engine/demand/expressionTree";
import type { Entry, Quantity } from "../../src/engine/model/entry";
import { named } from "../../src/engine/model/language/names";
import { ENTRIES, MODEL_NAMES, SUBJECTS } from "../../src/engine/model/model";
import { mistakesIn } from "../model/check";
import { generatedFiles } from "../model/generate";

/** A formula with one mistake. */
export interface Mutant {
  readonly id: string;
  readonly formula: string;
  /** What was changed into what. */
  readonly change: string;
}

const OPERATORS: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "<=": "<",
  ">=": ">",
  "<": "<=",
  ">": ">=",
  "==": "<>",
  "!=": "==",
  "<>": "==",
  and: "or",
  or: "and",
};
const FUNCTIONS: Readonly<Record<string, string>> = {
  max: "min",
  min: "max",
  sum: "largest",
  largest: "sum",
  parts: "largest_part",
  largest_part: "parts",
  so_far: "highest",
  highest: "so_far",
};
const WORDS: Readonly<Record<string, string>> = {
  central_share: "distributed_share",
  distributed_share: "central_share",
  month: "plan_months",
};

const KEYS: Readonly<Record<string, Assumption<unknown>>> = CATALOGUE;

/** Another name of the same unit: the next among entries, keys and fields; undefined where there is none. */
function otherName(name: string, { over }: Entry): string | undefined {
  if (Object.hasOwn(WORDS, name)) return WORDS[name];
  const found = named(MODEL_NAMES, name, over === undefined ? [] : [over]);
  if (found?.kind === "entry") {
    const alike = [...ENTRIES.values()].filter((entry) => entry.unit === found.entry.unit && entry.over === found.entry.over);
    return after(
      alike.map(({ id }) => id),
      name,
    );
  }
  if (found?.kind !== "key") return undefined;
  const { kind, unit } = KEYS[name];
  return after(
    Object.keys(KEYS).filter((key) => !key.includes("*") && KEYS[key].kind === kind && KEYS[key].unit === unit),
    name,
  );
}

/** The name after one in a list, the first after the last; undefined when there is no other. */
function after(names: readonly string[], name: string): string | undefined {
  return names.length < 2 ? undefined : names[(names.indexOf(name) + 1) % names.length];
}

/** `parts(x, 0)`, which is the same as `largest_part(x, 0)`. */
const isOfOnePart = ({ name, args }: ExpressionOf<"call">): boolean =>
  (name === "parts" || name === "largest_part") && args.some((arg) => arg.kind === "number" && arg.value === 0);

/** What a part of a formula can be mistaken for: the text at its place, and another. */
function mistakenFor(node: Expression, { formula }: Quantity, entry: Entry): readonly [from: string, to: string] | undefined {
  if (node.kind === "binary") {
    const written = Object.keys(OPERATORS)
      .sort((one, other) => other.length - one.length)
      .find((sign) => formula.startsWith(sign, node.at));
    return written === undefined ? undefined : [written, OPERATORS[written]];
  }
  if (node.kind === "call" && isOfOnePart(node)) return undefined;
  const other = node.kind === "call" ? FUNCTIONS[node.name] : node.kind === "name" ? otherName(node.name, entry) : undefined;
  return other === undefined || !("name" in node) ? undefined : [node.name, other];
}

/** All mistakes in the formulas of a subject that the generator does not refuse. */
export function mutantsOf(subject: string): readonly Mutant[] {
  return SUBJECTS[subject].flatMap((entry) => {
    if (!("formula" in entry)) return [];
    return nodesOf(treeOf(entry.formula)).flatMap((node) => {
      const mistake = mistakenFor(node, entry, entry);
      if (!mistake) return [];
      const [from, to] = mistake;
      const formula = entry.formula.slice(0, node.at) + to + entry.formula.slice(node.at + from.length);
      const isRefused = mistakesIn({ ...entry, formula }, MODEL_NAMES).length > 0;
      return isRefused ? [] : [{ id: entry.id, formula, change: `${from} -> ${to} at character ${node.at + 1}` }];
    });
  });
}

/** The loops of the model with a mistake; undefined when they can't be written, as where an entry reads itself. */
export function filesWith({ id, formula }: Mutant): Readonly<Record<string, string>> | undefined {
  const changed = (entry: Entry): Entry => (entry.id === id && "formula" in entry ? { ...entry, formula } : entry);
  const subjects = Object.fromEntries(Object.entries(SUBJECTS).map(([subject, own]) => [subject, own.map(changed)]));
  const entries = Object.values(subjects).flat();
  try {
    return generatedFiles(entries, { ...MODEL_NAMES, entries: new Map(entries.map((entry) => [entry.id, entry])) }, subjects);
  } catch {
    return undefined;
  }
}

export const SUBJECT_NAMES: readonly string[] = Object.keys(SUBJECTS);
