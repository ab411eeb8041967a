import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { readFormula } from "../../../src/engine/demand/expression";
import type { Names } from "../../../src/engine/demand/expression";
import { ModelError } from "../../../src/engine/errors";
import { quoted } from "../../../src/engine/terms";
import { EARLIER_CASES, NAMES, SPREADSHEET_CASES } from "./expressionCases";
import { REFUSED, WITHOUT_VALUE } from "./expressionRefusals";

const INDEX = 7;

/** The names of the tables and others. */
const namesWith = (others: Readonly<Record<string, number>> = {}): Names => {
  const values = { ...Object.fromEntries(Object.entries(NAMES).map(([name, { value }]) => [name, value])), ...others };
  return {
    find: (name) => (Object.hasOwn(values, name) ? () => values[name] : undefined),
    all: () => Object.keys(values),
    advice: "Use t, or a name of the table.",
  };
};

const formulaOf = (text: string, others?: Readonly<Record<string, number>>) => readFormula("user.formula", text, namesWith(others));
const valueOf = (text: string, others?: Readonly<Record<string, number>>): number => formulaOf(text, others).value(INDEX);

/** What is thrown, as an error of the model. */
function refusalOf(run: () => unknown): ModelError {
  try {
    return expect.fail(`gave ${String(run())}`);
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}

describe.each([...SPREADSHEET_CASES, EARLIER_CASES])("$about ($origin)", ({ rows }) => {
  test.each(rows)("%s is %d", (formula, value) => {
    expect(valueOf(formula)).toBeCloseTo(value, 12);
  });

  test.each(rows)("%s means the same when it is written out", (formula, value) => {
    const written = formulaOf(formula).text(quoted);
    expect(valueOf(written)).toBeCloseTo(value, 12);
    expect(formulaOf(written).text(quoted)).toBe(written);
  });
});

describe("a formula is refused", () => {
  test.each(REFUSED)("%s at character %d: %s", (formula, character, message) => {
    const error = refusalOf(() => valueOf(formula));
    expect([error.field, error.message]).toEqual(["user.formula", expect.stringContaining(message)]);
    expect(error.message).toMatch(new RegExp(`^user\\.formula, character ${character}: `));
  });

  test.each(WITHOUT_VALUE)("in a month in which it has no value, %s at character %d: %s", (formula, character, message) => {
    const { message: told } = refusalOf(() => valueOf(formula));
    expect(told).toContain("user.formula has no value in month 8: ");
    expect(told).toContain(message);
    expect(told).toMatch(new RegExp(`\\(character ${character}\\)\\.$`));
  });

  test.each([...REFUSED, ...WITHOUT_VALUE])("%s without a message of JavaScript", (formula) => {
    const { message } = refusalOf(() => valueOf(formula));
    expect(message).not.toMatch(/undefined|\bNaN\b|null|Cannot read|is not a|Infinity|\[object/);
  });
});

describe("names", () => {
  test("are read in any case", () => {
    expect(valueOf("Base + USER.Price")).toBe(1003);
    expect(formulaOf("Base + USER.Price").names).toEqual(["base", "user.price"]);
  });

  test("with other characters are in brackets", () => {
    const others = { "user.my fee": 4, "user.a]b": 5 };
    expect(valueOf("[user.my fee] * 2 + [user.a]]b]", others)).toBe(13);
    expect(refusalOf(() => valueOf("user.my fee * 2", others)).message).toContain("Did you mean [user.my fee]?");
  });

  test("hide constants and may be called as functions are", () => {
    expect(valueOf("pi + max + max(1, 2)", { pi: 3, max: 10 })).toBe(15);
  });
});

describe("a formula is written out", () => {
  test.each([
    ["base*5%", "base * 5%"],
    ["((base))*(5%)", "base * 5%"],
    ["(a+b)*t", "(a + b) * t"],
    ["a+(b*t)", "a + b * t"],
    ["a-(b-t)", "a - (b - t)"],
    ["(a-b)-t", "a - b - t"],
    ["a/(b*t)", "a / (b * t)"],
    ["2^(3^2)", "2 ^ (3 ^ 2)"],
    ["-(2^2)", "-(2 ^ 2)"],
    ["(a+b)%", "(a + b)%"],
    ["a<b ? 1 : 2", "IF(a < b, 1, 2)"],
    ["if(a==b and b!=t,1,0)", "IF(AND(a = b, b <> t), 1, 0)"],
    ["not(a>b) or a mod b", "OR(NOT(a > b), MOD(a, b))"],
    ["2 t", "2 * t"],
    ["log(t)", "LN(t)"],
    ["LOG(t)", "LOG(t)"],
    ["(a<b)=(b<t)", "(a < b) = (b < t)"],
    ["Base * USER.RATE.2", "base * user.rate.2"],
  ])("%s as %s", (formula, written) => {
    expect(formulaOf(formula).text(quoted)).toBe(written);
  });
});

const math = create(all);

/** What mathjs makes of the same text; it knows user.price as a property. */
const byMathjs = (formula: string): unknown => math.evaluate(formula, { t: 8, user: { price: 3 } });

const OPERANDS = ["1", ".5", "1e3", "t", "2 t", "2(t+1)", "user.price", "-t", "max(1,t,3)", "round(t/3,1)", "(t > 5 ? 1 : 2)", "pi"];
const OPERATORS = ["+", "-", "*", "/", " mod ", "<", "<=", ">", ">=", "==", "!=", " and ", " or ", " ? 1 : "];

/** A number rounded to 12 digits; undefined where there is none. */
function outcome(evaluated: () => unknown): number | undefined {
  try {
    const number = Number(evaluated());
    return Number.isFinite(number) ? Number(number.toPrecision(12)) : undefined;
  } catch {
    return undefined;
  }
}

test.each(OPERATORS)("what users wrote before means what it did, with %s between any two operands", (operator) => {
  for (const left of OPERANDS) {
    for (const right of OPERANDS) {
      const formula = `${left}${operator}${right}`;
      expect([formula, outcome(() => valueOf(formula))]).toEqual([formula, outcome(() => byMathjs(formula))]);
    }
  }
});
