import { describe, expect, it } from "vitest";
import { assumptionFor, CATALOGUE } from "../../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../../src/engine/catalogue/assumption";
import { parseKey } from "../../../src/engine/catalogue/keys";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { FeasibleProjection, Line } from "../../../src/engine/lines";
import type { Value } from "../../../src/engine/catalogue/values";
import { projected, projectionOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { ALIVE } from "./special";

/** Another allowed value of a key. */
function otherValue(
  given: Given,
  key: string,
  { kind, default: initial, min = -Infinity, max = Infinity, choices = [] }: Assumption<unknown>,
): Value | undefined {
  const present = given[key] ?? initial;
  if (typeof present === "number") {
    const step = kind === "integer" ? 1 : Math.max(0.2, Math.abs(present) * 0.3);
    return present + step <= max ? present + step : Math.max(min, present - step);
  }
  if (typeof present === "boolean") return !present;
  return choices.find((choice) => choice !== present && choice !== "formula" && choice !== "logistic");
}

/** Whether a line names a key, by itself or through the lines that it names. */
function names(lines: ReadonlyMap<string, Line>, id: string, pattern: string, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return (lines.get(id)?.from ?? []).some(
    (source) =>
      source === pattern || (source.endsWith("*") && pattern.startsWith(source.slice(0, -1))) || names(lines, source, pattern, seen),
  );
}

/** The lines that a key moves without being named by them. */
function unnamed(before: FeasibleProjection, given: Given, key: string, value: Value): readonly string[] {
  const after = projectionOf({ ...given, [key]: value }, before.architecture);
  if (!after.feasible) return [];
  const lines = new Map(before.lines.map((line) => [line.id, line]));
  const pattern = parseKey(key)!.pattern;
  const moved = after.lines.filter(({ id, values }) => {
    const old = lines.get(id)?.values;
    return old !== undefined && values.length === old.length && values.some((amount, m) => amount !== old[m]);
  });
  return moved.filter(({ id }) => !names(lines, id, pattern)).map(({ id }) => `${key} moves ${id} (${before.architecture})`);
}

describe("what a line says that it is computed from", () => {
  it.each(ALIVE)(
    "a key moves only lines that name it, %s",
    (_, given) => {
      const keys = [...new Set([...Object.keys(CATALOGUE).filter((key) => !key.includes("*")), ...Object.keys(given)])].filter(
        (key) => key !== "plan.years",
      );
      const found = ARCHITECTURES.flatMap((architecture) => {
        const before = projected(given, architecture);
        return keys.flatMap((key) => {
          const value = otherValue(given, key, assumptionFor(parseKey(key)!.pattern)!);
          return value === undefined ? [] : unnamed(before, given, key, value);
        });
      });
      expect(found).toEqual([]);
    },
    60_000,
  );

  it.each(ARCHITECTURES)("every source is a line or a key: %s", (architecture) => {
    const { lines } = projected(ALIVE[0][1], architecture);
    const ids = new Set(lines.map(({ id }) => id));
    const patterns = Object.keys(CATALOGUE);
    const isKnown = (source: string): boolean =>
      ids.has(source) ||
      assumptionFor(source) !== undefined ||
      (source.endsWith("*") && patterns.some((pattern) => pattern.startsWith(source.slice(0, -1))));
    expect(lines.flatMap(({ id, from }) => from.filter((source) => !isKnown(source)).map((source) => `${id}: ${source}`))).toEqual([]);
  });
});
