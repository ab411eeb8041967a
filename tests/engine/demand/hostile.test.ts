import { describe, expect, it } from "vitest";
import { ModelError } from "../../../src/engine/errors";
import { bare, projected, servers } from "../projected";
import type { Given } from "../projected";

const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + "1" + close.repeat(depth);

const HOSTILE: readonly (readonly [string, string])[] = [
  ["the constructor of a name", "t.constructor"],
  ["a constructor called", 't.constructor("return process")()'],
  ["the prototype", "t.__proto__"],
  ["the prototype by index", 't["__proto__"]'],
  ["the prototype of the functions", "max.constructor"],
  ["a method of every object", "toString"],
  ["hasOwnProperty", "hasOwnProperty(1)"],
  ["an import", 'import("fs")'],
  ["an import of functions", "import({max: 1})"],
  ["a unit of the user's own", 'createUnit("x")'],
  ["an evaluation inside", 'evaluate("1")'],
  ["a parser inside", 'parse("1")'],
  ["simplify", 'simplify("x+x")'],
  ["derivative", 'derivative("x^2", "x")'],
  ["an assignment", "t := 5"],
  ["an assignment to a property", "user.x = 5"],
  ["a function of the user's own", "f(x) = f(x)"],
  ["a block", "1; 2"],
  ["lines", "1\n2"],
  ["a huge range", "1:1e9"],
  ["a sum of a huge range", "sum(1:1e9)"],
  ["a huge matrix", "zeros(100000, 100000)"],
  ["a list", "[1, 2, 3]"],
  ["an object", '{"a": 1}'],
  ["a text", '"text"'],
  ["a factorial", "170!"],
  ["a unit", "5 cm"],
  ["an unknown name", "process"],
  ["the global object", "globalThis"],
  ["a spread of nothing", "max()"],
  ["too many arguments", "sqrt(1, 2)"],
  ["nothing", ""],
  ["blanks", "   "],
  ["half an expression", "1 +"],
  ["a comment alone", "# comment"],
  ["brackets a thousand deep", nested("(", ")", 1000)],
  ["brackets forty-one deep", nested("(", ")", 41)],
  ["calls a hundred deep", nested("abs(", ")", 100)],
  ["lists a thousand deep", nested("[", "]", 1000)],
  ["a thousand signs", "-".repeat(999) + "1"],
  ["a thousand powers", "2^".repeat(490) + "2"],
  ["nested choices", "1 ? ".repeat(240) + "1" + " : 0".repeat(240)],
  ["a text of a million characters", "1+".repeat(500_000) + "1"],
  ["a name of a million characters", "a".repeat(1_000_000)],
  ["a number of a million digits", "9".repeat(1_000_000)],
  ["a million brackets", "(".repeat(1_000_000)],
  ["letters of other alphabets", "ｔ + 1"],
  ["a zero byte", "t\u0000"],
];

/** Refused, or evaluated; where it took for ever, the runner would say so. */
const run = (given: Given) => (): unknown => projected(bare({ ...servers({ s: { cores: 100, monthly: 1 } }), "plan.years": 15, ...given }));

describe("a hostile expression is refused with a message that names its key", () => {
  const REFUSED = HOSTILE.filter(([name]) => !["a thousand signs", "a thousand powers", "nested choices"].includes(name));

  it.each(REFUSED)("%s", (_, expression) => {
    for (const [key, given] of [
      ["demand.formula", { "demand.curve": "formula", "demand.formula": expression }],
      ["custom.x.formula", { "custom.x.formula": expression }],
    ] as const) {
      expect(run(given)).toThrow(ModelError);
      expect(run(given)).toThrow(key);
    }
  });

  it.each(HOSTILE.filter((row) => !REFUSED.includes(row)))("%s: refused, or a number; never a crash", (_, expression) => {
    const outcome = ((): unknown => {
      try {
        run({ "custom.x.formula": expression })();
        return "a number";
      } catch (error) {
        return error instanceof ModelError ? "refused" : error;
      }
    })();
    expect(["a number", "refused"]).toContain(outcome);
  });

  it("a message is short whatever the text", () => {
    const error = ((): unknown => {
      try {
        return run({ "custom.x.formula": "q".repeat(900) })();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect((error as ModelError).message.length).toBeLessThan(300);
  });

  it("a thousand own lines are computed", () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [`custom.line ${index}.formula`, `month + ${index}`]);
    expect(run(Object.fromEntries(rows) as Given)).not.toThrow();
  });
});
