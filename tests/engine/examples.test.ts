import { readdirSync, readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";

const ENGINE = new URL("../../src/engine/", import.meta.url);

/** Examples of docstrings that say a value: `@example call(1, 2) // 3`. */
const examples = readdirSync(ENGINE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => {
    const lines = readFileSync(new URL(file, ENGINE), "utf8").matchAll(/@example (\w+\(.*\)) \/\/ (.+)$/gm);
    return [...lines].map(([, call = "", value = ""]) => ({ file, call, value: value.replace(/ \*\/$/, "") }));
  });

/** The value of an expression in which the exports of a module are names. */
function valueOf(expression: string, names: object): unknown {
  const evaluate = runInThisContext(`(function (names) { with (names) { return (${expression}); } })`) as (names: object) => unknown;
  return rounded(evaluate(names));
}

/** Numbers to twelve digits: what a reader compares. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
  return Array.isArray(value) ? value.map(rounded) : value;
}

describe("examples in the engine's docstrings say the truth", () => {
  it("exist", () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(examples)("$call is $value ($file)", async ({ file, call, value }) => {
    const module = (await import(new URL(file, ENGINE).href)) as object;
    expect(valueOf(call, module)).toEqual(valueOf(value, {}));
  });
});
