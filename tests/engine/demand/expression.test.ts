import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { seriesOf } from "../../../src/engine/demand/expression";

const math = create(all);

const MONTH = 7;
const names: Readonly<Record<string, number>> = { t: MONTH, "user.price": 3 };

function value(expression: string): number {
  return seriesOf("growth.formula", expression, (name) => (name in names ? (month) => (name === "t" ? month : names[name]) : undefined))(
    MONTH,
  );
}

const OPERANDS = [
  "1",
  ".5",
  "1e3",
  "0x1F",
  "t",
  "2 t",
  "2(t+1)",
  "user.price",
  "-t",
  "-2^2",
  "max(1,t,3)",
  "round(t/3,1)",
  "(t > 5 ? 1 : 2)",
  "pi",
  "true",
];
const OPERATORS = ["+", "-", "*", "/", "^", " mod ", "%", "<", "<=", ">", ">=", "==", "!=", " and ", " or ", " "];

/** What mathjs itself makes of the same text; it knows user.price as a property. */
function byMathjs(expression: string): number {
  return Number(math.evaluate(expression, { t: MONTH, user: { price: 3 } }));
}

describe("an expression", () => {
  test.each(OPERATORS)("means the same as in mathjs with %s between any two operands", (operator) => {
    for (const left of OPERANDS) {
      for (const right of OPERANDS) {
        const expression = `${left}${operator}${right}`;
        const expected = outcome(() => byMathjs(expression));
        expect([expression, outcome(() => value(expression))]).toEqual([expression, expected]);
      }
    }
  });

  test.each([
    ["100 + 5%", 105],
    ["5% * 100", 5],
    ["not t", 0],
    ["not 0", 1],
    ["7 mod 0", Number.NaN],
  ])("%s is %d", (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  test.each([
    ["a[1]", "only plain names"],
    ["[1, 2]", "array is not allowed"],
    ["{a: 1}", "object is not allowed"],
    ["x = 1", "assignment is not allowed"],
    ["f(x) = x", "functionassignment is not allowed"],
    ["1; 2", "block is not allowed"],
    ["1:3", "range is not allowed"],
    ["1 < t < 3", "relational is not allowed"],
    ["t!", 'the operator "factorial" is not allowed'],
    ['"text"', '"text" is not a number'],
    ["cos(t)", '"cos" is not allowed'],
    ["t.constructor", "unknown name"],
    ["1 +", "cannot be read"],
    ["0x1Fmod", "is not a number"],
  ])("%s is refused: %s", (expression, message) => {
    expect(() => value(expression)).toThrow(message);
  });
});

/** A number rounded to 12 digits, or that there is none: mathjs and the sandbox name the reason differently. */
function outcome(evaluated: () => number): number | "refused" {
  try {
    const number = evaluated();
    return Number.isFinite(number) ? Number(number.toPrecision(12)) : "refused";
  } catch {
    return "refused";
  }
}
