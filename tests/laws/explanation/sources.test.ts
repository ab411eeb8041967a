import { describe, expect, it } from "vitest";
import { assumptionFor, CATALOGUE } from "../../../src/engine/assumptions";
import type { Assumption } from "../../../src/engine/assumption";
import { parseKey } from "../../../src/engine/keys";
import { ARCHITECTURES } from "../../../src/engine/planSetting";
import type { FeasibleProjection, Line } from "../../../src/engine/lines";
import type { Value } from "../../../src/engine/values";
import { projected, projectionOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";

/** Scenarios in which every kind of line is alive. */
const BASES: readonly (readonly [string, Given])[] = [
  [
    "rented",
    {
      "demand.volume": 60000,
      "demand.curve": "linear",
      "demand.iops_per_tx": 1,
      "demand.surge": 0.1,
      "demand.season": "flu-season",
      "plan.current": "vertical",
      "data.retention_years": 4,
      "integration.vertical_cost_per_volume": 3,
      "integration.horizontal_cost_per_tb": 40,
      "security.breach_probability": 0.001,
      "security.breach_cost": 1e6,
      "cloud.price_change": 0.02,
      "vertical.read_replicas": 1,
      "vertical.coherency": 0.0001,
      "deal.North.close": "2028-06-30",
      "deal.North.volume": 4000,
      "deal.North.tb": 5,
      "deal.North.sites": 3,
      "deal.North.regions": 1,
      "deal.North.legacy_cost": 100000,
      "deal.North.integration_cost": 100000,
      "license.db.price": 1000,
      "license.db.support": 0.2,
      "license.db.standby": 0.5,
      "license.os.price": 300,
      "license.os.model": "subscription",
      "role.analyst.salary": 90000,
      "role.analyst.driver": "tb",
      "role.analyst.ratio": 10,
    },
  ],
  [
    "owned",
    {
      "vertical.hosting": "owned",
      "horizontal.hosting": "owned",
      "plan.years": 7,
      "demand.volume": 200000,
      "hardware.discount": 0.1,
      "hardware.price_change": 0.03,
      "finance.residual_share": 0.5,
      "shard.when": "cheaper",
      "shard.cost_per_tb": 100,
      "license.db.price": 1000,
      "license.db.metric": "tb",
      "capacity.rule": "square-root",
    },
  ],
];

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
  it.each(BASES)(
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
    const { lines } = projected(BASES[0][1], architecture);
    const ids = new Set(lines.map(({ id }) => id));
    const patterns = Object.keys(CATALOGUE);
    const isKnown = (source: string): boolean =>
      ids.has(source) ||
      assumptionFor(source) !== undefined ||
      (source.endsWith("*") && patterns.some((pattern) => pattern.startsWith(source.slice(0, -1))));
    expect(lines.flatMap(({ id, from }) => from.filter((source) => !isKnown(source)).map((source) => `${id}: ${source}`))).toEqual([]);
  });
});
