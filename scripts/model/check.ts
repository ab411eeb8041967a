/** What is wrong with formulas of the model, for the generator and for the editor. */
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import { FormulaProblem } from "../../src/engine/demand/expressionTokens";
import { partsOf, treeOf } from "../../src/engine/demand/expressionTree";
import type { Expression, ExpressionOf } from "../../src/engine/demand/expressionTree";
import type { Quantity } from "../../src/engine/model/entry";
import { isNumberKey, named, rowWord } from "../../src/engine/model/language/names";
import type { Names, Scope } from "../../src/engine/model/language/names";
import { PLAN_WORDS } from "../../src/engine/model/language/planWords";
import { argumentKind, isFunctionName, VOCABULARY } from "../../src/engine/model/language/vocabulary";
import type { ArgumentKind, VocabularyFunction } from "../../src/engine/model/language/vocabulary";
import { nearestWord } from "../../src/engine/catalogue/nearest";

/** What is wrong with a formula, and where in its text, counted from 0. */
export interface Mistake {
  readonly message: string;
  readonly at: number;
  readonly length: number;
}

/** Functions of numbers beside those of the vocabulary, with the fewest and the most arguments. */
export const NUMBER_FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  max: [1, Infinity],
  min: [1, Infinity],
  abs: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  round: [1, 1],
  exp: [1, 1],
  log: [1, 1],
  sqrt: [1, 1],
};

const KEYS: Readonly<Record<string, Assumption<unknown>>> = CATALOGUE;

interface Checking {
  readonly names: Names;
  readonly scope: Scope;
  readonly found: Mistake[];
}

/** All that is wrong with the formula of an entry. */
export function mistakesIn({ formula, over }: Pick<Quantity, "formula" | "over">, names: Names): readonly Mistake[] {
  const found: Mistake[] = [];
  try {
    check(treeOf(formula), { names, scope: over === undefined ? [] : [over], found });
  } catch (error) {
    if (!(error instanceof FormulaProblem)) throw error;
    found.push({ message: error.reason, at: Math.min(error.at, formula.length - 1), length: 1 });
  }
  return found;
}

function check(node: Expression, c: Checking): void {
  if (node.kind === "name") checkNumber(node, c);
  else if (node.kind === "call") checkCall(node, c);
  else {
    if (node.kind === "binary" && node.sign === "mod") add(c, node, "mod isn't an operator of the model.", "mod");
    partsOf(node).forEach((part) => check(part, c));
  }
}

function add({ found }: Checking, { at }: Expression, message: string, word = " "): void {
  found.push({ message, at, length: word.length });
}

/** That there is no such name, with the nearest one. */
function unknown(what: string, name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  return `There is no ${what} ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}`;
}

function checkNumber(node: ExpressionOf<"name">, c: Checking): void {
  const { name } = node;
  const found = named(c.names, name, c.scope);
  if (!found) add(c, node, withoutNumber(name, c), name);
  else if (found.kind === "entry" && found.entry.over !== undefined && !c.scope.includes(found.entry.over))
    add(c, node, `${name} has a value for each row of ${found.entry.over}. Sum them, as in sum(${found.entry.over}, ${name}).`, name);
}

/** Why a name isn't a number. */
function withoutNumber(name: string, { names, scope }: Checking): string {
  if (Object.hasOwn(KEYS, name))
    return `${name} holds no number. Ask for its word, as in is(${name}, ${KEYS[name].choices?.[0] ?? "word"}).`;
  if (rowWord(names.sets, name, scope)) return `${name} holds a word. Ask for it, as in is(${name}, word).`;
  const [set] = Object.entries(names.sets).find(([, { row, fields }]) => fieldsOf(row, fields).includes(name)) ?? [];
  if (set !== undefined && !scope.includes(set))
    return `${name} belongs to a row of ${set}. Use it inside sum(${set}, ...), or in an entry over ${set}.`;
  return unknown("name", name, numbersIn(names, scope));
}

const fieldsOf = (row: string, fields: object): readonly string[] => Object.keys(fields).map((field) => `${row}.${field}`);

/** The names of all numbers in a scope. */
function numbersIn({ entries, sets }: Names, scope: Scope): readonly string[] {
  const fields = scope.flatMap((set) => fieldsOf(sets[set].row, sets[set].fields));
  return ["month", ...Object.keys(PLAN_WORDS), ...fields, ...entries.keys(), ...Object.keys(KEYS).filter(isNumberKey)];
}

function checkCall(node: ExpressionOf<"call">, c: Checking): void {
  const { name, args } = node;
  const wrong = wrongCount(name, args.length);
  if (wrong !== undefined) {
    add(c, node, wrong, name);
    return;
  }
  const kinds = args.map((_, at) => argumentKind(name, at, args.length));
  const sets = args.flatMap((arg, at) =>
    kinds[at] === "rows" && arg.kind === "name" && Object.hasOwn(c.names.sets, arg.name) ? [arg.name] : [],
  );
  args.forEach((arg, at) => {
    if (kinds[at] === "number") check(arg, { ...c, scope: [...c.scope, ...sets] });
    else if (arg.kind !== "name") add(c, arg, `${name}() needs ${NAME_OF[kinds[at]]} here.`);
    else NAMES_OF[kinds[at]](arg, node, c);
  });
}

/** What is wrong with how many arguments a function has, or that there is no such function. */
function wrongCount(name: string, count: number): string | undefined {
  if (isFunctionName(name)) return wrongCountOf(name, VOCABULARY[name], count);
  if (!Object.hasOwn(NUMBER_FUNCTIONS, name))
    return unknown("function", name, [...Object.keys(VOCABULARY), ...Object.keys(NUMBER_FUNCTIONS)]);
  const [least, most] = NUMBER_FUNCTIONS[name];
  return count >= least && count <= most ? undefined : needs(name, least, most > least, count);
}

function wrongCountOf(name: string, { args, hasCases, hasMore: more }: VocabularyFunction, count: number): string | undefined {
  if (hasCases)
    return count >= 4 && count % 2 === 0 ? undefined : `${name}() needs a key, then a word and a number each, then one more number.`;
  const hasMore = more === true;
  if (hasMore ? count > args.length : count === args.length) return undefined;
  return needs(name, args.length + (hasMore ? 1 : 0), hasMore, count);
}

function needs(name: string, least: number, hasMore: boolean, count: number): string {
  return `${name}() needs ${least}${hasMore ? " or more arguments" : least === 1 ? " argument" : " arguments"}, not ${count}.`;
}

const NAME_OF: Readonly<Record<ArgumentKind, string>> = {
  number: "a number",
  series: "the name of an entry",
  rows: "the name of a set of rows",
  key: "the name of a key",
  word: "a word",
};

type NameCheck = (arg: ExpressionOf<"name">, call: ExpressionOf<"call">, c: Checking) => void;

/** How a name is checked that is no number. */
const NAMES_OF: Readonly<Record<ArgumentKind, NameCheck>> = {
  number: (arg, _call, c) => checkNumber(arg, c),
  series: (arg, { name }, c) => {
    const found = named(c.names, arg.name, c.scope);
    if (found && found.kind !== "entry") add(c, arg, `${name}() needs an entry: ${arg.name} has no months.`, arg.name);
    else checkNumber(arg, c);
  },
  rows: (arg, _call, c) => {
    if (!Object.hasOwn(c.names.sets, arg.name)) add(c, arg, unknown("set of rows", arg.name, Object.keys(c.names.sets)), arg.name);
  },
  key: (arg, { name }, c) => {
    if (name === "key") {
      if (!isNumberKey(arg.name)) add(c, arg, unknown("key", arg.name, Object.keys(KEYS).filter(isNumberKey)), arg.name);
    } else if (!wordsOf(arg.name, c)) add(c, arg, unknown("key with words", arg.name, keysWithWords(c)), arg.name);
  },
  word: (arg, { args: [key] }, c) => {
    const words = key.kind === "name" ? wordsOf(key.name, c) : undefined;
    if (words && !words.includes(arg.name)) add(c, arg, unknown("word", arg.name, words), arg.name);
  },
};

/** The words that a key, or a field of a row in the scope, may have; undefined for what holds none. */
function wordsOf(name: string, { names, scope }: Checking): readonly string[] | undefined {
  const word = rowWord(names.sets, name, scope)?.word;
  const choices = (word ? word.reads : [name]).flatMap((key) => (Object.hasOwn(KEYS, key) ? (KEYS[key].choices ?? []) : []));
  return word ? [...choices, ...(word.also ?? [])] : choices.length > 0 ? choices : undefined;
}

function keysWithWords({ names: { sets }, scope }: Checking): readonly string[] {
  const words = scope.flatMap((set) => fieldsOf(sets[set].row, sets[set].words));
  return [...words, ...Object.keys(KEYS).filter((key) => KEYS[key].choices && !key.includes("*"))];
}
