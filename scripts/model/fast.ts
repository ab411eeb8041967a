/** Formulas of the model as TypeScript: what does not change from month to month is computed before the loop. */
import { assumptionFor } from "../../src/engine/catalogue/assumptions";
import type { Expression, ExpressionOf } from "../../src/engine/demand/expressionTree";
import type { Entry, Quantity } from "../../src/engine/model/entry";
import { named, nameIn } from "../../src/engine/model/language/names";
import type { PlanWord } from "../../src/engine/model/language/planWords";
import { casesOf } from "../../src/engine/model/language/print";
import { isFunctionName } from "../../src/engine/model/language/vocabulary";
import type { FunctionName } from "../../src/engine/model/language/vocabulary";
import { NUMBER_FUNCTIONS } from "./check";
import { asNumber, asTruth, atom, chain, CHOICE, COMPARISON, PREFIX, PRODUCT, SIGNS, SUM, within } from "./code";
import type { Factor } from "./code";
import { isConstant } from "./constant";
import { ATOM, camel, constantName, levelOf, likeOf } from "./functionCode";
import type { Code, FunctionCode } from "./functionCode";
import { fieldCode, PLAN_READINGS, wordCode } from "./readings";

/** What a formula is compiled in: its function, the rows that are bound, and whether a sum stands around it. */
interface Compiling {
  readonly code: FunctionCode;
  /** The variable of the row of each set of the scope. */
  readonly rows: Readonly<Record<string, string>>;
  /** The index of the rows of the innermost sum; undefined outside of one. */
  readonly inner?: { readonly set: string; readonly index: string };
  readonly entry: Quantity;
  /** The constant that says whether this part of the formula holds in the plan: keys of a part that does not are not read. */
  readonly when?: (() => string) | undefined;
}

/** The code of an entry in a month by its formula, a number. */
export function compiled(entry: Quantity, formula: Expression, code: FunctionCode): string {
  const rows = entry.over === undefined ? {} : { [entry.over]: code.names.sets[entry.over].row };
  const result = asNumber(compile(formula, { code, rows, entry }));
  return hoisted(result, { code, rows, entry }).text;
}

function compile(node: Expression, c: Compiling): Code {
  switch (node.kind) {
    case "number":
      return atom(node.text, "plan");
    case "group":
      return compile(node.of, c);
    case "name":
      return nameCode(node.name, c);
    case "prefix":
      return prefixCode(node, c);
    case "percent":
      return product(
        [
          { code: compile(node.of, c), isDivisor: false },
          { code: atom("100", "plan"), isDivisor: true },
        ],
        c,
      );
    case "binary":
      return operatorCode(node, c);
    case "choice":
      return choiceCode(node, c);
    case "call":
      return callCode(node, c);
  }
}

/** What does not change in the loop is computed before it. */
function hoisted(code: Code, { code: of, inner, when }: Compiling): Code {
  if (code.level === "month" || (inner && code.level === "row")) return code;
  return of.constant(code, constantName(code), when);
}

/** Where a condition that the plan decides holds, or does not. */
function under(test: Code, isTrue: boolean, c: Compiling, tested = c): Compiling {
  if (test.level !== "plan") return c;
  const own = (): string => `${isTrue ? "" : "!"}${hoisted(test, tested).text}`;
  return { ...c, when: c.when ? () => `${c.when?.() ?? ""} && ${own()}` : own };
}

function keyCode(key: string): Code {
  const assumption = assumptionFor(key);
  const read = `a[${JSON.stringify(key)}]`;
  const like = camel(key);
  if (assumption?.kind === "boolean") return { ...atom(read, "plan"), isTruth: true, like };
  return { ...(assumption?.default === undefined ? atom(`(${read} ?? 0)`, "plan") : atom(read, "plan")), like };
}

function nameCode(name: string, c: Compiling): Code {
  const found = named(c.code.names, name, Object.keys(c.rows));
  switch (found?.kind) {
    case "month":
      return { text: "m + 1", strength: SUM, level: "month" };
    case "plan":
      return planWordCode(found.word);
    case "field":
      return { ...atom(fieldCode(found.set, found.field, c.rows[found.set]), "row"), like: camel(found.field) };
    case "entry":
      return entryCode(found.entry, c);
    case "key":
      return keyCode(found.key);
    default:
      throw new Error(`${c.entry.id}: there is no ${name}.`);
  }
}

/** An entry in the month; one that no month changes is read once. */
function entryCode({ id, over, ...entry }: Entry, c: Compiling): Code {
  if (!isConstant({ id, over, ...entry } as Entry, c.code.names)) return seriesCode(id, over, "m", c);
  const like = camel(id);
  if (over === undefined) return { ...c.code.constant(atom(`s[${JSON.stringify(id)}][0]`, "plan"), like), like };
  return { ...seriesCode(id, over, "0", c), level: "row", like };
}

function planWordCode(word: PlanWord): Code {
  const { code, changes } = PLAN_READINGS[word];
  return { ...atom(code, changes ? "month" : "plan"), like: camel(word) };
}

function seriesCode(id: string, over: string | undefined, index: string, c: Compiling): Code {
  if (over !== undefined && c.inner?.set === over) return atom(`${c.code.allRows(id)}[${c.inner.index}][${index}]`, "month");
  if (over !== undefined && over !== c.entry.over) throw new Error(`${c.entry.id}: ${id} has a series for each row of ${over}; sum them.`);
  return atom(`${c.code.seriesOf(id, over)}[${index}]`, "month");
}

function prefixCode({ sign, of }: ExpressionOf<"prefix">, c: Compiling): Code {
  const code = compile(of, c);
  if (sign === "not") return { text: `!${within(asTruth(code), PREFIX)}`, strength: PREFIX, level: code.level, isTruth: true };
  // Nothing is 0, not -0.
  if (sign === "-") return { ...asNumber(code), text: `0 - ${within(asNumber(code), PRODUCT)}`, strength: SUM };
  return asNumber(code);
}

/** The factors of a product or quotient, as far as it is one. */
function factorsOf(node: Expression, c: Compiling, isDivisor: boolean): readonly Factor[] {
  if (node.kind === "group") return factorsOf(node.of, c, isDivisor);
  if (node.kind !== "binary" || (node.sign !== "*" && node.sign !== "/")) return [{ code: asNumber(compile(node, c)), isDivisor }];
  return [...factorsOf(node.left, c, isDivisor), ...factorsOf(node.right, c, node.sign === "/" ? !isDivisor : isDivisor)];
}

/** A product whose constant factors are taken together: those of the plan, then those of the row, then those of the month. */
function product(factors: readonly Factor[], c: Compiling): Code {
  const all = factors.map(({ code }) => code);
  const level = levelOf(all);
  const isConstant = ({ code }: Factor): boolean => code.level === "plan" || (code.level === "row" && !c.inner);
  const constants = factors.filter(isConstant);
  const others = factors.filter((factor) => !isConstant(factor));
  // A division by 12 stays one: times 1 / 12 has other digits.
  if (level !== "month" || constants.every(({ code }) => /^[\d.e]+$/.test(code.text))) return chain(factors, level);
  const together = hoisted(chain(constants, levelOf(constants.map(({ code }) => code))), c);
  return chain([...others, { code: together, isDivisor: false }], level);
}

function operatorCode(node: ExpressionOf<"binary">, c: Compiling): Code {
  const { sign } = node;
  if (sign === "*" || sign === "/") return product(factorsOf(node, c, false), c);
  const [left, right] = [compile(node.left, c), compile(node.right, c)];
  const level = levelOf([left, right]);
  const isTruth = sign === "and" || sign === "or";
  const sides = [left, right]
    .map((side) => (isTruth ? asTruth(side) : asNumber(side)))
    .map((side) => (level === "month" ? hoisted(side, c) : side));
  const like = likeOf(sides);
  if (sign === "^") return { ...atom(`Math.pow(${sides.map(({ text }) => text).join(", ")})`, level), like };
  if (sign === "mod") throw new Error(`${c.entry.id}: mod is no operator of the model.`);
  const [written, strength] = SIGNS[sign];
  const compares = strength === 4 || strength === COMPARISON;
  return {
    text: `${within(sides[0], compares ? strength + 1 : strength)} ${written} ${within(sides[1], strength + 1)}`,
    strength,
    level,
    isTruth: isTruth || compares,
    like,
  };
}

function choiceCode({ condition, whenTrue, whenFalse }: ExpressionOf<"choice">, c: Compiling): Code {
  const test = asTruth(compile(condition, c));
  const [inTrue, inFalse] = [under(test, true, c), under(test, false, c)];
  const parts = [test, asNumber(compile(whenTrue, inTrue)), asNumber(compile(whenFalse, inFalse))];
  const level = levelOf(parts);
  const [decisive, yes, no] = level === "month" ? [hoisted(test, c), hoisted(parts[1], inTrue), hoisted(parts[2], inFalse)] : parts;
  return {
    text: `${within(decisive, CHOICE + 1)} ? ${within(yes, CHOICE + 1)} : ${within(no, CHOICE + 1)}`,
    strength: CHOICE,
    level,
    like: likeOf(parts),
  };
}

function callCode(node: ExpressionOf<"call">, c: Compiling): Code {
  const { name, args } = node;
  if (isFunctionName(name)) return FAST[name](args, c);
  if (!Object.hasOwn(NUMBER_FUNCTIONS, name)) throw new Error(`${c.entry.id}: there is no function ${name}.`);
  return called(`Math.${name}`, args, c);
}

/** A call of a function of numbers. */
function called(name: string, args: readonly Expression[], c: Compiling, isTruth = false): Code {
  const codes = args.map((arg) => asNumber(compile(arg, c)));
  const level = levelOf(codes);
  const written = codes.map((code) => (level === "month" ? hoisted(code, c) : code).text).join(", ");
  return { ...atom(`${name}(${written})`, level), isTruth, like: likeOf(codes) };
}

type FastForm = (args: readonly Expression[], c: Compiling) => Code;

const imported =
  (name: string, from: string, isTruth = false): FastForm =>
  (args, c) =>
    called(c.code.uses(name, from), args, c, isTruth);

const FUNCTIONS_FILE = "../functions";
const ENGINE = "../../";

/** A series whose other months are read. */
function otherMonths(node: Expression, c: Compiling): { readonly id: string; readonly over: string | undefined; readonly isOwn: boolean } {
  const found = named(c.code.names, nameIn(node), Object.keys(c.rows));
  if (found?.kind !== "entry") throw new Error(`${c.entry.id}: ${nameIn(node)} has no months.`);
  const { id, over } = found.entry;
  return { id, over, isOwn: c.code.own.has(id) };
}

/** A sum over the rows of a set: a separate loop before the statement, or before all months where nothing in it changes. */
function rowLoop([set, each]: readonly Expression[], c: Compiling, start: string, join: (sum: string, value: string) => string): Code {
  const name = nameIn(set);
  const { row } = c.code.names.sets[name];
  const rows = c.code.constant(atom(c.code.rowsOf(name), "plan"), camel(name)).text;
  const [sum, index, variable] = [c.code.free(`${row}Sum`), c.code.free("k"), c.code.free(row)];
  const value = asNumber(compile(each, { ...c, rows: { ...c.rows, [name]: variable }, inner: { set: name, index } }));
  const lines = [
    `let ${sum} = ${start};`,
    `for (let ${index} = 0; ${index} < ${rows}.length; ${index}++) {`,
    ...(new RegExp(`\\b${variable}\\b`).test(value.text) ? [`const ${variable} = ${rows}[${index}];`] : []),
    `${join(sum, value.text)};`,
    "}",
  ];
  (value.level === "month" ? c.code.inMonth : c.code.beforeAll).push(...lines);
  return atom(sum, value.level === "month" ? "month" : "plan");
}

/** Whether a plan has the parts: by their share, because what a search finds of them may not be known yet. */
const PARTS = [
  ["p.centralShare > 0", "hasCentral"],
  ["p.centralShare < 1", "hasDistributed"],
] as const;

function partsCode(args: readonly Expression[], c: Compiling, join: (central: string, distributed: string) => string): Code {
  const codes = args.map((arg) => asNumber(compile(arg, c)));
  const level = levelOf(codes);
  const has = ([share, like]: readonly [string, string]): string => c.code.constant(atom(share, "plan"), like).text;
  const sides = codes.map((code, at) =>
    code.text === "0" ? "0" : `(${has(PARTS[at])} ? ${within(level === "month" ? hoisted(code, c) : code, CHOICE + 1)} : 0)`,
  );
  if (sides[1] === "0") return { ...codes[0], text: sides[0], strength: ATOM, level };
  if (sides[0] === "0") return { ...codes[1], text: sides[1], strength: ATOM, level };
  return { ...atom(join(sides[0], sides[1]), level), like: likeOf(codes) };
}

/** Whether a key, or a field of the row, is a word. */
function isCode(of: Expression, word: string, { rows, code }: Compiling): Code {
  const { code: read, isOfRow } = wordCode(of, code.names.sets, rows);
  const like = camel(isOfRow ? word : `${nameIn(of)} ${word}`);
  return { text: `${read} === ${JSON.stringify(word)}`, strength: 4, level: isOfRow ? "row" : "plan", isTruth: true, like };
}

/** One of several formulas by a word. */
function byCode([of, ...args]: readonly Expression[], c: Compiling): Code {
  let left = c;
  const cases = casesOf(args).map(({ word, formula }) => {
    const is = word === undefined ? undefined : isCode(of, word, c);
    const own = is ? under(is, true, left, c) : left;
    if (is) left = under(is, false, left, c);
    return { is, own, value: asNumber(compile(formula, own)) };
  });
  const level = levelOf(cases.flatMap(({ is, value }) => (is ? [is, value] : [value])));
  const part = (code: Code, at: Compiling): string => within(level === "month" ? hoisted(code, at) : code, CHOICE + 1);
  const text = cases.map(({ is, own, value }) => (is ? `${part(is, c)} ? ${part(value, own)} : ` : part(value, own))).join("");
  return { text, strength: CHOICE, level, like: likeOf(cases.map(({ value }) => value)) };
}

/** The fast form of each function of the vocabulary. */
const FAST: Readonly<Record<FunctionName, FastForm>> = {
  roundup: imported("ceilTolerant", `${ENGINE}units`),
  fits: imported("fits", `${ENGINE}units`, true),
  ratio: imported("ratio", FUNCTIONS_FILE),
  ramp: imported("ramp", FUNCTIONS_FILE),
  pro_rata: imported("proRata", FUNCTIONS_FILE),
  usl: imported("effectiveCapacity", `${ENGINE}capacity/scalability`),
  usl_nodes: imported("nodesBelowPeak", `${ENGINE}capacity/scalability`),
  usl_limit: imported("largestUsefulCluster", `${ENGINE}capacity/scalability`),
  erlang_c: imported("erlangC", `${ENGINE}capacity/queueing`),
  cluster_down: imported("clusterDown", `${ENGINE}capacity/availability`),
  pick: ([n, ...values], c) => {
    const [of, ...codes] = [n, ...values].map((arg) => asNumber(compile(arg, c)));
    const level = levelOf([of, ...codes]);
    const chosen = codes
      .map(({ text }, at) => (at === codes.length - 1 ? text : `${within(of, COMPARISON)} === ${at + 1} ? ${text} : `))
      .join("");
    return { text: chosen, strength: CHOICE, level };
  },
  yearly: ([rate, first], c) => {
    const [of, year] = [rate, first].map((arg) => hoisted(asNumber(compile(arg, c)), c).text);
    const index = c.code.free("index");
    c.code.beforeAll.push(`let ${index} = 1;`);
    c.code.inMonth.push(`if (m % 12 === 0) ${index} = Math.pow(1 + ${of}, Math.max(0, m / 12 + 2 - ${year}));`);
    return atom(index, "month");
  },
  within: ([m, from, to], c) => {
    const [month, first, last] = [m, from, to].map((arg) => hoisted(asNumber(compile(arg, c)), c));
    const text = `${within(month, SUM)} >= ${within(first, SUM)} && ${within(month, SUM)} <= ${within(last, SUM)}`;
    return { text, strength: 3, level: levelOf([month, first, last]), isTruth: true };
  },
  previous: ([series, start], c) => {
    const { id, over } = otherMonths(series, c);
    const before = seriesCode(id, over, "m - 1", c);
    return {
      text: `m === 0 ? ${within(hoisted(asNumber(compile(start, c)), c), CHOICE + 1)} : ${before.text}`,
      strength: CHOICE,
      level: "month",
    };
  },
  at: ([series, month], c) => {
    const { id, over } = otherMonths(series, c);
    const of = compile(month, c);
    const level = levelOf([of, atom("", over === undefined ? "plan" : "row")]);
    return { ...atom(`${c.code.uses("at", FUNCTIONS_FILE)}(${c.code.seriesOf(id, over)}, ${of.text})`, level), like: camel(id) };
  },
  window: ([series, from, to], c) => {
    const { id, over } = otherMonths(series, c);
    const months = [from, to].map((arg) => hoisted(asNumber(compile(arg, c)), c).text);
    return atom(`${c.code.uses("between", FUNCTIONS_FILE)}(${c.code.sumsOf(id, over)}, ${months.join(", ")})`, "month");
  },
  so_far: ([series], c) => {
    const { id, over } = otherMonths(series, c);
    return atom(`${c.code.sumsOf(id, over)}[m + 1]`, "month");
  },
  highest: ([series], c) => {
    const { id, over } = otherMonths(series, c);
    const running = c.code.free(`most${camel(`x ${id}`).slice(1)}`);
    (over === undefined ? c.code.beforeAll : c.code.beforeRow).push(`let ${running} = -Infinity;`);
    c.code.inMonth.push(`${running} = Math.max(${running}, ${seriesCode(id, over, "m", c).text});`);
    return atom(running, "month");
  },
  graduated: ([quantity, set], c) => {
    const name = nameIn(set);
    const file = `${ENGINE}cost/tiers`;
    const rows = `${c.code.uses("tierTable", file)}(${c.code.rowsOf(name)})`;
    const tiers = c.code.constant(atom(rows, "plan"), camel(name)).text;
    const code = asNumber(compile(quantity, c));
    return { ...code, ...atom(`${c.code.uses("graduatedBy", file)}(${tiers}, ${code.text})`, code.level) };
  },
  sum: (args, c) => rowLoop(args, c, "0", (sum, value) => `${sum} += ${value}`),
  largest: (args, c) => rowLoop(args, c, "0", (sum, value) => `${sum} = Math.max(${sum}, ${value})`),
  parts: (args, c) => {
    const code = partsCode(args, c, (central, distributed) => `${central} + ${distributed}`);
    return { ...code, strength: code.text.includes(" + (has") ? SUM : ATOM };
  },
  largest_part: (args, c) => partsCode(args, c, (central, distributed) => `Math.max(${central}, ${distributed})`),
  is: ([of, word], c) => isCode(of, nameIn(word), c),
  by: byCode,
  key: ([of]) => keyCode(nameIn(of)),
};
