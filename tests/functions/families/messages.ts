import { describe, expect, test } from "vitest";
import { callAt } from "../host";

const messages = (): ReadonlyMap<string, string> => globalThis.tcoMessages!;

function attempt(address: string, id: string, ...args: readonly unknown[]): unknown {
  try {
    return callAt(address, id, ...args);
  } catch {
    return undefined;
  }
}

describe("the messages that the pane reads", () => {
  test("hold what a function said, under the address of its cell", () => {
    attempt("Sheet1!C3", "CAPACITY.EFFECTIVE", 4, 25);
    expect(messages().get("Sheet1!C3")).toContain("contention is 25");
  });

  test("lose it as soon as the cell has a value", () => {
    attempt("Sheet1!C4", "CAPACITY.EFFECTIVE", 4, 25);
    attempt("Sheet1!C4", "CAPACITY.EFFECTIVE", 4, 0.25);
    expect(messages().has("Sheet1!C4")).toBe(false);
  });

  test.each([
    ["'Q3 review'!$Z$9", "'Q3 review'!AA10"],
    ["Sheet1!AZ1", "Sheet1!BA2"],
    ["B2", "C3"],
  ])("are kept where an element of a spill shows its error: from %s to %s", (address, cell) => {
    attempt(address, "CAPACITY.EFFECTIVE", [
      [1, 2],
      [3, "x"],
    ]);
    expect(messages().get(cell)).toContain('nodes is "x". Enter 0 or more.');
    attempt(address, "CAPACITY.EFFECTIVE", [
      [1, 2],
      [3, 4],
    ]);
    expect(messages().has(cell)).toBe(false);
  });

  test.each([
    ["single formulas", 20_000, (i: number) => attempt(`Gone!A${i + 1}`, "CAPACITY.EFFECTIVE", 4, 25)],
    [
      "spills of five errors",
      4_000,
      (i: number) => attempt(`Spill!A${i * 9 + 1}`, "CAPACITY.EFFECTIVE", [[1], ...Array.from("abcde", (x) => [x])]),
    ],
    [
      "spills of 6,000 errors",
      4,
      (i: number) => attempt(`Long!A${i * 9000 + 1}`, "CAPACITY.EFFECTIVE", [[1], ...Array.from({ length: 6_000 }, () => ["x"])]),
    ],
  ])("are 5,000 at most, the newest, after many %s", (_, count, call) => {
    attempt("Sheet1!C5", "CAPACITY.EFFECTIVE", 4, 25);
    for (let i = 0; i < count; i++) call(i);
    expect(messages().size).toBeLessThanOrEqual(5_000);
    expect(messages().size).toBeGreaterThan(4_900);
    expect(messages().has("Sheet1!C5")).toBe(false);
    attempt("Sheet1!C6", "CAPACITY.EFFECTIVE", 4, 25);
    expect(messages().get("Sheet1!C6")).toContain("contention is 25");
  });

  test("stay where the formula is calculated again and again", () => {
    for (let i = 0; i < 12_000; i++) {
      if (i % 1_000 === 0) attempt("Sheet1!C7", "CAPACITY.EFFECTIVE", 4, 25);
      attempt(`Others!A${i + 1}`, "CAPACITY.EFFECTIVE", 4, 25);
    }
    expect(messages().get("Sheet1!C7")).toContain("contention is 25");
  });

  test("are cut where an argument is a page of text", () => {
    attempt("Sheet1!D1", "GROWTH.PROJECT", "x".repeat(30_000), 0.1);
    expect(messages().get("Sheet1!D1")!.length).toBeLessThan(600);
  });
});
