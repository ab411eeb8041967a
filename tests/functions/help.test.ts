import { describe, expect, test } from "vitest";
import { familyOf, functionHelp } from "../../scripts/docs/functionHelp.mjs";
import { examplesOf } from "../../scripts/docs/functionBlocks.mjs";
import { blocks } from "./documentation";
import { evaluate } from "./formula";
import type { Operand } from "./formula";
import { call, metadata, metadataJson, sourceTexts } from "./host";

const help = functionHelp(
  metadataJson,
  sourceTexts.map((text) => ({ text })),
);

const block = (lines: readonly string[]): string => ["/**", " * Returns x.", " * @customfunction SUM.OF", ...lines, " */"].join("\n");
const COMPLETE = [" * @requiresAddress", " * @returns A number.", " * @errors None.", " * @example =TCO.SUM.OF(1) -> 1"];

function problemsOf(lines: readonly string[], parameter: object = {}): readonly string[] {
  const parameters = [{ name: "x", description: "Number; 1 when left out.", optional: true, ...parameter }];
  const json = JSON.stringify({ functions: [{ id: "SUM.OF", description: "Returns x.", parameters }], enums: [] });
  return functionHelp(json, [{ text: block(lines) }]).problems;
}

describe("the build accepts a function only when its block", () => {
  test("is complete", () => {
    expect(problemsOf(COMPLETE)).toEqual([]);
  });

  test.each(["returns", "errors", "example", "requiresAddress"])("has @%s", (tag) => {
    expect(problemsOf(COMPLETE.filter((line) => !line.includes(`@${tag}`)))).toEqual([`SUM.OF: no @${tag}`]);
  });

  test.each(["Number.", "Number; left out when 1.", ""])("says what an optional argument is when left out, not %j", (description) => {
    expect(problemsOf(COMPLETE, { description })).toEqual(["SUM.OF: parameter x has no default in its description"]);
  });
});

describe("formulas.json", () => {
  test("is complete for every function of functions.json", () => {
    expect(help.problems).toEqual([]);
    expect(help.functions.map(({ name }) => name)).toEqual(metadata.functions.map(({ id }) => id));
  });

  test("says for a function what the pane shows", () => {
    expect(help.functions.find(({ name }) => name === "CAPACITY.EXHAUSTED")).toMatchObject({
      family: "capacity",
      signature: "TCO.CAPACITY.EXHAUSTED(demand, limit, [utilization], [if_none])",
      parameters: [
        { name: "demand", optional: false, repeats: false },
        { name: "limit", optional: false },
        { name: "utilization", optional: true, default: "1" },
        { name: "if_none", optional: true, default: "#N/A" },
      ],
      examples: [{ formula: "=TCO.CAPACITY.EXHAUSTED({80, 100, 120}, 110)", result: "2.5" }, { result: '"never"' }],
      related: ["CAPACITY.SHARDDATE"],
    });
  });

  test.each([
    ["COST", "model"],
    ["COST.POWER", "cost"],
    ["ARCHITECTURES.BREAKEVEN", "model"],
    ["SENSITIVITY.GRID", "analysis"],
    ["CAPACITY.NODES", "capacity"],
  ])("has %s in the family %s", (name, family) => {
    expect(familyOf(name)).toBe(family);
  });

  test("names a default that is one of the argument's choices, where it has any", () => {
    const wrong = help.functions.flatMap(({ name, parameters }) =>
      parameters
        .filter(({ choices, default: initial }) => choices && initial && !choices.some(({ value }) => value === initial))
        .filter(({ name: argument }) => argument !== "architecture")
        .map((parameter) => `${name} ${parameter.name}: ${parameter.default}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** A default as a value, where it is one and not a phrase such as "all rows". */
function valueOf(initial: string | undefined): unknown {
  if (initial === undefined || /\s/.test(initial) || ["none", "all", "#N/A"].includes(initial)) return undefined;
  if (initial === "FALSE") return false;
  return Number.isNaN(Number(initial)) ? initial : Number(initial);
}

interface Stated {
  readonly what: string;
  readonly id: string;
  readonly args: readonly unknown[];
  readonly filled: readonly unknown[];
}

/** The calls of the examples, each with one argument that it leaves out stated as its default. */
const filledCalls: readonly Stated[] = blocks.flatMap((each) =>
  examplesOf(each).flatMap(({ formula }) => {
    const made: Stated[] = [];
    const note = (id: string, args: readonly Operand[]): void => {
      help.functions
        .find(({ name }) => name === id)!
        .parameters.forEach(({ name, default: initial }, index) => {
          const value = valueOf(initial);
          if (value === undefined || (args[index] ?? null) !== null) return;
          const filled = Array.from({ length: Math.max(args.length, index + 1) }, (_, at) => (at === index ? value : (args[at] ?? null)));
          made.push({ what: `${id} ${name} = ${initial}`, id, args, filled });
        });
    };
    try {
      evaluate(formula, (id, args) => {
        note(id, args);
        return call(id, ...args) as Operand;
      });
    } catch {
      // An example may show an error: its call is noted all the same.
    }
    return made;
  }),
);

const outcome = (id: string, args: readonly unknown[]): unknown => {
  try {
    return call(id, ...args);
  } catch (error) {
    return String(error);
  }
};

describe("an argument that is left out is what its description says", () => {
  test.each(filledCalls.map((each) => [each.what, each] as const))("%s", (_what, { id, args, filled }) => {
    expect(outcome(id, filled)).toEqual(outcome(id, args));
  });
});
