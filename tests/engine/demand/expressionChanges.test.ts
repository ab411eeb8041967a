import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { readFormula } from "../../../src/engine/demand/expression";
import { changesIn } from "../../../src/engine/demand/expressionChanges";
import { checkScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { drawnFormulas } from "./expressionGenerator";

describe("the check of a scenario warns of a formula that has another value than before", () => {
  test.each([
    ["10% + 20%", "% beside +, - or ^ is now percent"],
    ["base*5%+100", "% beside +, - or ^ is now percent"],
    ["100 + 5%", "% beside +, - or ^ is now percent"],
    ["5%*-base", "% beside +, - or ^ is now percent"],
    ["1 - 5%*-base", "% beside +, - or ^ is now percent"],
    ["2^50%", "% beside +, - or ^ is now percent"],
    ["base + -5%", "% beside +, - or ^ is now percent"],
    ["-t^2", "-x^y is now (-x)^y"],
    ["2^3^t", "x^y^z is now (x^y)^z"],
    ["2 * log(t)", "log(x) is the natural logarithm"],
    ["1000 * demand.growth.1", "A name that ends in a number is now one name"],
  ])("%s: %s", (formula, advice) => {
    expect(changesIn(formula)).toEqual([expect.stringContaining(advice)]);
  });

  test.each([
    "base * 5%",
    "base * (1 + 5%) ^ t",
    "(5%) + 10",
    "(-t)^2",
    "-(t^2)",
    "(2^3)^t",
    "2^(3^t)",
    "LN(t) + LOG10(t) + LOG(t)",
    "log(t, 2)",
    "1000 * [demand.growth.1]",
    "IF(t > 2, a, b)",
    "1 +",
  ])("%s: nothing", (formula) => {
    expect(changesIn(formula)).toEqual([]);
  });

  test("and names the key", () => {
    const scenario = new Map<string, string>([
      ["custom.x.formula", "-t^2"],
      ["demand.curve", "formula"],
      ["demand.formula", "100 + 5%"],
    ]);
    const warnings = checkScenario(scenario, reference).filter(({ code }) => code === "reads-differently");
    expect(warnings.map(({ severity, key, message }) => [severity, key, message])).toEqual([
      ["warning", "demand.formula", expect.stringMatching(/^demand\.formula: % beside/)],
      ["warning", "custom.x.formula", expect.stringMatching(/^custom\.x\.formula: -x\^y is now/)],
    ]);
  });
});

const math = create(all);
const NAMES: Readonly<Record<string, number>> = { t: 8, base: 1000, rate: 0.1 };

const DRAWN = drawnFormulas(20261201, 500, {
  operands: ["2", "0.5", "3", "25%", "rate", "base", "t"],
  operators: ["+", "-", "*", "/", "^", " mod ", "*-", "^-", "+-"],
  frames: ["(a)", "-a", "(a)%", "(a > b ? a : c)", "max(a,b)", "min(a,b,c)", "sqrt(abs(a))", "log(abs(a)+1,2)"],
  without: /%%/,
});

/** A value to 10 digits; undefined where there is none. */
function outcome(evaluated: () => unknown): number | undefined {
  try {
    const value = evaluated();
    return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(10)) : undefined;
  } catch {
    return undefined;
  }
}

const names = {
  find: (name: string) => (Object.hasOwn(NAMES, name) ? () => NAMES[name] : undefined),
  all: () => Object.keys(NAMES),
  advice: "",
};

test.each(DRAWN)("%s has the value that it had, has none, or is named", (formula) => {
  const value = outcome(() => readFormula("formula", formula, names).value(0));
  const before = outcome(() => math.evaluate(formula, { ...NAMES }));
  const isNamed = value === undefined || before === undefined || changesIn(formula).length > 0;
  expect(isNamed || value === before).toBe(true);
});
