import { describe, expect, test } from "vitest";
import { examplesOf } from "../../scripts/docs/functionBlocks.mjs";
import { blocks } from "./documentation";
import { evaluate } from "./formula";
import type { Matrix, Operand, Scalar } from "./formula";
import { call, metadata, metadataProblems } from "./host";

const examples = blocks.flatMap((block) => examplesOf(block).map(({ formula, result }) => [block.id, formula, result] as const));

const callTco = (id: string, args: readonly Operand[]): Operand => call(id, ...args) as Operand;

/** What a formula shows: its cells, or its error. */
function shown(formula: string): Matrix {
  try {
    const value = evaluate(formula, callTco);
    return Array.isArray(value) ? (value as Matrix) : [[value as Scalar]];
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return [[code]];
  }
}

const near = (cell: Scalar): unknown => (typeof cell === "number" ? expect.closeTo(cell, 9) : cell);

describe("an example in the documentation of a function", () => {
  test.each(examples)("of %s: %s -> %s", (_id, formula, result) => {
    const expected = evaluate(result, callTco);
    const rows = Array.isArray(expected) ? (expected as Matrix) : [[expected as Scalar]];
    expect(shown(formula)).toEqual(rows.map((row) => row.map(near)));
  });
});

describe("the documentation of functions", () => {
  test("can ship as functions.json", () => {
    expect(metadataProblems).toEqual([]);
  });

  test.each(metadata.functions.map(({ id }) => [id]))(
    "of %s has a result, errors and an example, and asks for the cell's address",
    (id) => {
      const block = blocks.find((each) => each.id === id)!;
      expect([...block.tags.keys()]).toEqual(expect.arrayContaining(["returns", "errors", "example", "requiresAddress"]));
    },
  );

  test.each(blocks.flatMap(({ id, tags }) => (tags.get("related") ?? []).flatMap((list) => list.split(", ").map((name) => [id, name]))))(
    "of %s names a related function that exists: %s",
    (_id, name) => {
      expect(metadata.functions.map(({ id }) => id)).toContain(name);
    },
  );
});
