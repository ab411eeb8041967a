/**
 * Evaluates the report of an explanation from what it prints, as a reader with mathjs would: formulas by mathjs's own parser and arithmetic, leaves by their
 * value, and the vocabulary by its definitions, written here once more.
 */
import { all, create } from "mathjs";
import type { EvalFunction, MathNode } from "mathjs";
import type { ExplainedTerm } from "../../../src/engine/analysis/explain/explain";

const WORD = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|\[((?:[^\]]|\]\])+)\](\()?|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)(\()?/gu;

const usl = (n: number, s: number, k: number): number => n / (1 + s * (n - 1) + k * n * (n - 1));
const reaches = (n: number, x: number, s: number, k: number): boolean => usl(n, s, k) * (1 + 1e-9) >= x;

/** Where capacity is highest; it only levels off where no coherency is lost. */
const peak = (s: number, k: number): number => (k === 0 ? Infinity : Math.max(1, Math.sqrt((1 - s) / k)));

/** The fewest nodes that reach a capacity, by halving below the peak, up to which more nodes are always more capacity. */
function fewest(x: number, s: number, k: number): number {
  if (reaches(0, x, s, k)) return 0;
  const most = Math.ceil(peak(s, k));
  let above = 1;
  while (above < most && !reaches(above, x, s, k)) above = Math.min(most, above * 2);
  if (above > Number.MAX_SAFE_INTEGER) return Infinity;
  let below = Math.floor(above / 2) - 1;
  while (above - below > 1) {
    const middle = Math.floor((above + below) / 2);
    if (reaches(middle, x, s, k)) above = middle;
    else below = middle;
  }
  return above;
}

/** The highest capacity of whole nodes. */
function highest(s: number, k: number): number {
  if (k === 0) return 1 / s;
  return Math.max(usl(Math.floor(peak(s, k)), s, k), usl(Math.ceil(peak(s, k)), s, k));
}

function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (load * blocking) / (n + load * blocking);
  return (servers * blocking) / (servers - load * (1 - blocking));
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);

function clusterDown(a: number, n: number, k: number): number {
  let down = 0;
  for (let m = 0; m < k; m++) down += choose(n, m) * a ** m * (1 - a) ** (n - m);
  return down;
}

function graduated(quantity: number, ...tiers: number[]): number {
  let cost = 0;
  for (let at = 0; at < tiers.length; at += 2) {
    const to = at + 2 < tiers.length ? Math.min(quantity, tiers[at + 2]) : quantity;
    cost += Math.max(0, to - tiers[at]) * tiers[at + 1];
  }
  return cost;
}

function macrs(months: number): number {
  const shares = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];
  return shares.reduce((sum, share, year) => sum + share * Math.min(1, Math.max(0, months / 12 - year)), 0);
}

function roundup(x: number): number {
  return Math.abs(x - Math.round(x)) <= 1e-9 * Math.max(1, Math.abs(x)) ? Math.round(x) : Math.ceil(x);
}

function step(month: number, ...steps: number[]): number {
  let value = Number.NaN;
  for (let at = 0; at < steps.length; at += 2) if (steps[at] <= month) value = steps[at + 1];
  return value;
}

const math = create(all);

type Raw = (args: MathNode[], math: unknown, scope: Map<string, unknown>) => number;

const compiledNodes = new WeakMap<MathNode, EvalFunction>();

function compiledNode(node: MathNode): EvalFunction {
  const known = compiledNodes.get(node) ?? node.compile();
  compiledNodes.set(node, known);
  return known;
}

/** A function of mathjs that reads its last argument again for each i. */
function overI(start: number, joined: (result: number, value: number) => number): Raw {
  const raw: Raw = ([, first, last, each], _math, scope) => {
    const at = (node: MathNode): number => Number(compiledNode(node).evaluate(scope));
    const outer = scope.get("i");
    const [from, to] = [at(first), at(last)];
    let result = start;
    for (let i = from; i <= to; i++) {
      scope.set("i", i);
      result = joined(result, at(each));
    }
    scope.set("i", outer);
    return result;
  };
  return Object.assign(raw, { rawArgs: true });
}

math.import(
  {
    // Exact: mathjs otherwise takes 1e-250 for 0.
    larger: (x: number, y: number) => x > y,
    largerEq: (x: number, y: number) => x >= y,
    smaller: (x: number, y: number) => x < y,
    smallerEq: (x: number, y: number) => x <= y,
    equal: (x: number, y: number) => x === y,
    usl,
    usl_nodes: fewest,
    usl_limit: (s: number, k: number, share: number) => fewest(share * highest(s, k), s, k),
    erlang_c: erlangC,
    cluster_down: clusterDown,
    graduated,
    macrs,
    roundup,
    step,
    pick: (n: number, ...values: number[]) => values[n - 1],
    ratio: (x: number, y: number) => (x === 0 ? 0 : x / y),
    fits: (need: number, capacity: number) => (need <= capacity * (1 + 1e-9) ? 1 : 0),
    months_from: (from: number, to: number) => to - from,
    month_of: (date: number) => (date % 12) + 1,
    sum: overI(0, (result, value) => result + value),
    prod: overI(1, (result, value) => result * value),
    most: overI(0, Math.max),
    // Of users' formulas, which are printed as a spreadsheet writes them.
    ABS: Math.abs,
    CEIL: Math.ceil,
    EXP: Math.exp,
    IF: (condition: number | boolean, whenTrue: number, whenFalse: number) => (Number(condition) === 0 ? whenFalse : whenTrue),
    MAX: Math.max,
    MIN: Math.min,
    SQRT: Math.sqrt,
  },
  { override: true },
);

/** The comparisons of a spreadsheet as mathjs writes them. */
function inMathjs(formula: string): string {
  return formula.replaceAll("<>", "!=").replace(/(?<![<>=!])=(?!=)/g, "==");
}

const numbers = new Map<string, number>();

/** A number for each name, the same in every report, so that what one report needed compiled serves all. */
function numberOf(name: string): number {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}

const compiled = new Map<string, EvalFunction>();

function compiledText(text: string): EvalFunction {
  const known = compiled.get(text) ?? math.compile(text);
  compiled.set(text, known);
  return known;
}

/** The number that a leaf stands for: a date is the number of its month. */
function leafValue({ value, name }: ExplainedTerm): number {
  if (typeof value === "number") return value;
  const [year, month] = value.split("-").map(Number);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return year * 12 + month - 1;
  throw new Error(`${name} is no number: ${value}`);
}

/** The value of a term of a report in a month, from the printed formulas and leaves alone. */
export function printedValue(rows: readonly ExplainedTerm[]): (name: string, month: number) => number {
  const byNumber = new Map(
    rows.map((row) => [numberOf(row.name), { row, text: undefined as string | undefined, known: new Map<number, number>() }]),
  );

  /** Each name becomes a call: term(12, month), or term(12, month - 1) where another month is named. */
  const written = (formula: string): string =>
    formula.replace(WORD, (word: string, bracketed?: string, open?: string, plain?: string, plainOpen?: string) => {
      const name = bracketed?.replaceAll("]]", "]") ?? plain;
      if (name === undefined || !byNumber.has(numberOf(name))) return word;
      return open === undefined && plainOpen === undefined ? `term(${numberOf(name)}, month)` : `term(${numberOf(name)}, `;
    });

  const scope = new Map<string, unknown>([["no_limit", Infinity]]);

  const term = (number: number, month: number): number => {
    const of = byNumber.get(number);
    if (of === undefined) throw new Error(`The report has no row ${number}.`);
    if (of.row.formula === "") return leafValue(of.row);
    const found = of.known.get(month);
    if (found !== undefined) return found;
    of.text ??= written(inMathjs(of.row.formula));
    const value = Number(compiledText(of.text).evaluate(new Map([...scope, ["month", month], ["t", month / 12], ["term", term]])));
    of.known.set(month, value);
    return value;
  };

  return (name, month) => {
    if (!byNumber.has(numberOf(name))) throw new Error(`The report has no row ${name}.`);
    return term(numberOf(name), month);
  };
}
