/** Formulas of the model as explanations print them: rows written out, parts and words that do not hold left out. */
import { treeOf } from "../../demand/expressionTree";
import type { Expression, ExpressionOf } from "../../demand/expressionTree";
import { PREFIX, STRENGTH } from "../../demand/expressionTree";
import { keyValue } from "../../catalogue/keyValue";
import type { Plan } from "../../lines";
import { quoted } from "../../terms";
import type { TermWriter } from "../../terms";
import { ceilTolerant } from "../../units";
import type { Entry, Quantity } from "../entry";
import { isFunctionName } from "./vocabulary";
import type { FunctionName } from "./vocabulary";
import { named, nameIn, rowWord } from "./names";
import { readsOf } from "./reads";
import type { Names, Scope } from "./names";
import { PLAN_WORDS } from "./planWords";
import { ATOM, atom, CHOICE, decided, operatorText, within } from "./printed";
import type { Printed } from "./printed";

/** What a formula is printed for: the plan, and the row of each set of the scope. */
interface Printing {
  readonly names: Names;
  readonly plan: Plan;
  readonly t: TermWriter;
  readonly rows: Readonly<Record<string, unknown>>;
  readonly supposed?: Supposed | undefined;
}

/** A month and a number of shards in it, in place of those of the plan. */
export interface Supposed {
  readonly shards: number;
  readonly month: number;
}

/** What a formula is printed for beside the plan: a row of its set, or what is supposed. */
export interface PrintedFor {
  readonly row?: unknown;
  readonly supposed?: Supposed;
}

/** The name of an entry in a report: with its row, where it has one. */
export const termName = ({ id, as = id }: Entry, row: string | undefined): string => (row === undefined ? id : `${as}.${row}`);

/** The formula of an entry as it holds in a plan, for a row of its set; `deciding` where the plan decides its value, such as 0 for owned servers where all are rented. */
export function printedFormula(
  names: Names,
  { formula, over }: Quantity,
  plan: Plan,
  t: TermWriter,
  { row, supposed }: PrintedFor = {},
): { readonly text: string; readonly deciding?: number | undefined } {
  return print(treeOf(formula), { names, plan, t, rows: over === undefined ? {} : { [over]: row }, supposed });
}

const scopeOf = ({ rows }: Printing): Scope => Object.keys(rows);
function print(node: Expression, p: Printing): Printed {
  switch (node.kind) {
    case "number":
      return { ...atom(node.text), stated: node.value };
    case "group":
      return print(node.of, p);
    case "name":
      return nameText(node.name, p);
    case "prefix":
      return prefixText(node, p);
    case "percent":
      return atom(`${within(print(node.of, p), ATOM)}%`);
    case "binary":
      return binaryText(node, p);
    case "choice":
      return choiceText(node, p);
    case "call":
      return callText(node, p);
  }
}

/** A text that may be a number that decides, a key or a text in brackets. */
const given = (found: string | number): Printed => (typeof found === "number" ? decided(found) : atom(found));

function nameText(name: string, p: Printing): Printed {
  const { names, plan, t, rows } = p;
  const found = named(names, name, scopeOf(p));
  switch (found?.kind) {
    case "month":
      return atom("month");
    case "plan":
      return given(PLAN_WORDS[found.word].printed(plan, t));
    case "field":
      return given(names.sets[found.set].fields[found.field].printed(rows[found.set], plan, t));
    case "entry":
      return entryText(found.entry, p);
    case "key":
      return atom(t.key(found.key));
    default:
      throw new Error(`There is no ${name}.`);
  }
}

/**
 * An entry by its name; of a set, with the row of the scope; what a cell names, by the name in the cell. What the plan has decided, such as 0 for servers
 * that are not bought, is left out of formulas as a part that the plan does not have.
 */
function entryText(entry: Entry, printing: Printing): Printed {
  const { names, plan, t, rows, supposed } = printing;
  const { over, id, isLine } = entry;
  if (supposed) return supposedText(entry, supposed, printing);
  if (over === undefined) {
    const value = "formula" in entry && !isLine ? t.decided(id) : undefined;
    return value === undefined ? atom(quoted(id)) : decided(value);
  }
  const row = rows[over];
  if (!("names" in entry)) return atom(t.entry(id, row));
  const name = entry.names(plan)[names.sets[over].rows(plan).indexOf(row)];
  return atom(names.entries.has(name) ? quoted(name) : t.key(name));
}

/** An entry in the month that is supposed; what follows from the shards, for as many as are supposed. */
function supposedText({ id }: Entry, { shards, month }: Supposed, { names, t }: Printing): Printed {
  if (id === SHARDS) return decided(shards);
  return atom(followsShards(names, id) ? t.supposed(id, shards, month) : `${quoted(id)}(${month})`);
}

const SHARDS = "shards";

/** Whether an entry is computed from the number of shards; lines are not asked further. */
function followsShards(names: Names, id: string): boolean {
  const entry = names.entries.get(id);
  if (!entry || entry.isLine) return id === SHARDS;
  return readsOf(names, entry).ids.some((read) => followsShards(names, read));
}

function prefixText({ sign, of }: ExpressionOf<"prefix">, p: Printing): Printed {
  const printed = print(of, p);
  if (sign === "not") return atom(`not (${printed.text})`);
  if (sign === "-" && printed.deciding !== undefined) return decided(0 - printed.deciding);
  return { text: `${sign}${within(printed, PREFIX)}`, strength: PREFIX };
}

/** What a 0 that decides multiplies or divides is not there: its names are not read. */
function binaryText(node: ExpressionOf<"binary">, p: Printing): Printed {
  const left = print(node.left, p);
  if (left.deciding === 0 && (node.sign === "*" || node.sign === "/")) return left;
  return operatorText(node.sign, left, print(node.right, p));
}

function choiceText({ condition, whenTrue, whenFalse }: ExpressionOf<"choice">, p: Printing): Printed {
  const decisive = print(condition, p);
  if (decisive.deciding !== undefined) {
    const chosen = print(decisive.deciding === 0 ? whenFalse : whenTrue, p);
    return chosen.stated === undefined ? chosen : decided(chosen.stated);
  }
  const [yes, no] = [print(whenTrue, p), print(whenFalse, p)];
  const [one, other] = [yes, no].map(({ deciding, stated }) => deciding ?? stated);
  if (one !== undefined && one === other) return decided(one);
  return { text: `${within(decisive, CHOICE + 1)} ? ${within(yes, CHOICE + 1)} : ${within(no, CHOICE + 1)}`, strength: CHOICE };
}

function callText(node: ExpressionOf<"call">, p: Printing): Printed {
  const { name, args } = node;
  if (isFunctionName(name)) return PRINTED[name](args, p);
  if (name === "max") return largestOf(args.map((arg) => print(arg, p)));
  return callOf(name, args, p);
}

const callOf = (name: string, args: readonly Expression[], p: Printing): Printed =>
  atom(`${name}(${args.map((arg) => print(arg, p).text).join(", ")})`);

type PrintedForm = (args: readonly Expression[], p: Printing) => Printed;

/** A function that explanations print as it stands. */
const asItStands =
  (name: FunctionName): PrintedForm =>
  (args, p) =>
    callOf(name, args, p);

const SUM = STRENGTH["+"];

function added(parts: readonly Printed[]): Printed {
  const counted = parts.filter(({ deciding, stated }) => deciding !== 0 && stated !== 0);
  if (counted.length === 0) return decided(0);
  return counted.length === 1 ? counted[0] : { text: counted.map((part) => within(part, SUM)).join(" + "), strength: SUM };
}

/** The largest; a 0 that decides is what the plan does not have. */
function largestOf(parts: readonly Printed[]): Printed {
  const counted = parts.filter(({ deciding }) => deciding !== 0);
  if (counted.length === 0) return decided(0);
  return counted.length === 1 ? counted[0] : atom(`max(${counted.map(({ text }) => text).join(", ")})`);
}

/** A part of a formula for each row of a set. */
function overRows([set, each]: readonly Expression[], p: Printing): readonly Printed[] {
  const name = nameIn(set);
  return p.names.sets[name].rows(p.plan).map((row) => print(each, { ...p, rows: { ...p.rows, [name]: row } }));
}

/** What the parts that the plan has give. */
function ofParts([central, distributed]: readonly Expression[], p: Printing): readonly Printed[] {
  return [...(p.plan.central ? [print(central, p)] : []), ...(p.plan.distributed ? [print(distributed, p)] : [])];
}

/** The name of an entry of which other months are read. */
function seriesText(node: Expression, p: Printing): string {
  return nameText(nameIn(node), p).text;
}

/** Sum of an entry over months; an entry that is 0 in every month adds nothing. */
function monthsOfSum(series: Expression, p: Printing, from: () => string, to: () => string): Printed {
  const { text, deciding } = nameText(nameIn(series), p);
  return deciding === 0 ? decided(0) : atom(`sum(i, ${from()}, ${to()}, ${text}(i))`);
}

/** The first month of a sum, as far as the plan has it. */
function firstMonth(node: Expression, p: Printing): string {
  if (node.kind === "number") return node.text;
  const { text } = print(node, p);
  return node.kind === "call" && text.startsWith("max(") ? text.replace("max(", "max(1, ") : `max(1, ${text})`;
}

const isName = (node: Expression, name: string): boolean => node.kind === "name" && node.name === name;

/** Whether a month is the present one or one before it. */
const isUpToMonth = (node: Expression): boolean =>
  isName(node, "month") || (node.kind === "binary" && node.sign === "-" && isName(node.left, "month"));

/** Whether a month is one before the present one or the first: `max(1, month - x)`. */
function isPast(node: Expression): boolean {
  if (node.kind !== "call" || node.name !== "max" || node.args.length !== 2) return false;
  const [first, month] = node.args;
  return first.kind === "number" && first.value === 1 && isUpToMonth(month);
}

/** The last month of a sum, as far as the plan has it: the month itself, and those before it, are in the plan. */
function lastMonth(node: Expression, p: Printing): string {
  const { text } = print(node, p);
  return isUpToMonth(node) ? text : `min(12 * plan.years, ${text})`;
}

/** The word that a key, or a field of the row, is. */
function wordOf(of: Expression, { names, plan, t, rows }: Printing): string {
  const name = nameIn(of);
  const found = rowWord(names.sets, name, Object.keys(rows));
  if (found) {
    const row = rows[found.set];
    t.because(...found.word.keys(row).map(quoted));
    return found.word.of(row);
  }
  if (named(names, name, Object.keys(rows))) throw new Error(`${name} has no words.`);
  t.because(t.key(name));
  return String(keyValue(plan.a, name));
}

/** A word with its formula; without a word, the formula for all others. */
interface Case {
  readonly word: string | undefined;
  readonly formula: Expression;
}

/** The cases of `by`, the last one for all other words. */
export function casesOf(args: readonly Expression[]): readonly Case[] {
  return args.flatMap((arg, at): readonly Case[] => {
    if (at % 2 === 1) return [{ word: nameIn(args[at - 1]), formula: arg }];
    return at === args.length - 1 ? [{ word: undefined, formula: arg }] : [];
  });
}

/** The printed form of each function of the vocabulary. */
const PRINTED: Readonly<Record<FunctionName, PrintedForm>> = {
  roundup: (args, p) => {
    const { text, deciding } = print(args[0], p);
    return deciding === undefined ? atom(`roundup(${text})`) : decided(ceilTolerant(deciding));
  },
  ratio: asItStands("ratio"),
  fits: asItStands("fits"),
  pick: asItStands("pick"),
  usl: asItStands("usl"),
  usl_nodes: asItStands("usl_nodes"),
  usl_limit: asItStands("usl_limit"),
  erlang_c: asItStands("erlang_c"),
  cluster_down: asItStands("cluster_down"),
  ramp: ([month, start, length], p) => {
    const [m, s, l] = [month, start, length].map((arg) => print(arg, p));
    const spread = `min(1, max(0, (${within(m, SUM)} - ${within(s, SUM + 1)}) / ${within(l, STRENGTH["/"] + 1)}))`;
    return { text: `${within(l, SUM)} == 0 ? (${within(m, SUM)} >= ${within(s, SUM)}) : ${spread}`, strength: CHOICE };
  },
  yearly: ([rate, first], p) => {
    const years = "floor((month - 1) / 12)";
    const year = print(first, p);
    const power = year.text === "2" ? years : `max(0, ${years} + 2 - ${within(year, SUM + 1)})`;
    return { text: `(1 + ${within(print(rate, p), SUM)}) ^ ${power}`, strength: STRENGTH["^"] };
  },
  within: (args, p) => {
    const [m, from, to] = args.map((arg) => within(print(arg, p), SUM));
    return { text: `${m} >= ${from} and ${m} <= ${to}`, strength: STRENGTH.and };
  },
  pro_rata: (args, p) => {
    const [total, part, all, count] = args.map((arg) => print(arg, p));
    const [whole, parts] = [within(total, STRENGTH["*"]), within(all, STRENGTH["/"] + 1)];
    const text = `${within(all, SUM)} == 0 ? ${whole} / ${within(count, STRENGTH["/"] + 1)} : ${within(part, STRENGTH["*"])} * ${whole} / ${parts}`;
    return { text, strength: CHOICE };
  },
  previous: ([series, start], p) => ({
    text: `month > 1 ? ${seriesText(series, p)}(month - 1) : ${within(print(start, p), CHOICE + 1)}`,
    strength: CHOICE,
  }),
  at: ([series, month], p) => {
    const m = print(month, p);
    if (month.kind === "number") return atom(`${seriesText(series, p)}(${m.text})`);
    const [name, at] = [seriesText(series, p), within(m, SUM)];
    if (isPast(month)) return atom(`${name}(${m.text})`);
    return { text: `${at} >= 1 and ${at} <= 12 * plan.years ? ${name}(${m.text}) : 0`, strength: CHOICE };
  },
  window: ([series, from, to], p) =>
    monthsOfSum(
      series,
      p,
      () => firstMonth(from, p),
      () => lastMonth(to, p),
    ),
  so_far: ([series], p) =>
    monthsOfSum(
      series,
      p,
      () => "1",
      () => "month",
    ),
  highest: ([series], p) => atom(`most(i, 1, month, ${seriesText(series, p)}(i))`),
  graduated: ([quantity, set], p) => {
    const { rows, fields, reads } = p.names.sets[nameIn(set)];
    p.t.because(...reads);
    const tiers = rows(p.plan).flatMap((row) => ["from", "price"].map((field) => fields[field].printed(row, p.plan, p.t)));
    return tiers.length === 0 ? decided(0) : atom(`graduated(${[print(quantity, p).text, ...tiers].join(", ")})`);
  },
  sum: (args, p) => added(overRows(args, p)),
  largest: (args, p) => largestOf(overRows(args, p)),
  parts: (args, p) => added(ofParts(args, p)),
  largest_part: (args, p) => largestOf(ofParts(args, p)),
  is: ([of, word], p) => decided(wordOf(of, p) === nameIn(word) ? 1 : 0),
  by: ([of, ...cases], p) => {
    const word = wordOf(of, p);
    const found = casesOf(cases).find((each) => each.word === word || each.word === undefined);
    if (!found) throw new Error(`${nameIn(of)} is ${word}, for which there is no formula.`);
    return print(found.formula, p);
  },
  key: ([of], { t }) => atom(t.key(nameIn(of))),
};
