import { describe, it } from "vitest";
import { scanPoints } from "../../../src/engine/analysis/bracket";
import { crossings, solutions } from "../../../src/engine/analysis/crossover";
import type { KeySearch } from "../../../src/engine/analysis/crossover";
import { variedScenario } from "../../../src/engine/analysis/varied";
import type { NumericKey } from "../../../src/engine/analysis/varied";
import { metricNamed } from "../../../src/engine/finance/metrics";
import { ModelError } from "../../../src/engine/errors";
import type { Architecture } from "../../../src/engine/plan/setting";
import { reference } from "../../../src/reference/load";
import { project } from "../../../src/engine/plan/project";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { growthRules } from "../../../src/engine/catalogue/scenarioRules";
import { mapOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { expectForAll, SEED } from "../generator";
import type { Complaints } from "../generator";

const TCO = metricNamed("tco")!;
/** Keys over which costs run smoothly, in steps, or not at all. */
const KEYS = ["demand.volume", "demand.cpu_ms", "staff.oncall_floor_vertical", "horizontal.spare", "prices.inflation"] as const;
const ROUNDING = 1e-9;

type CostAt = (value: number, architecture: Architecture) => number | undefined;

/** The costs that the plain look has found, by scenario: both laws look at the same ones. */
const looks = new Map<string, CostAt>();

/** The total cost with a key at a value, each projected by itself: nothing of an earlier projection is used. */
function costOf(given: Given, key: string): CostAt {
  const name = JSON.stringify([given, key]);
  const known = looks.get(name) ?? remembered(projectedCost(given, key));
  looks.set(name, known);
  return known;
}

function remembered(costAt: CostAt): CostAt {
  const found = new Map<string, number | undefined>();
  return (value, architecture) => {
    const name = `${architecture} ${value}`;
    if (!found.has(name)) found.set(name, costAt(value, architecture));
    return found.get(name);
  };
}

function projectedCost(given: Given, key: string): CostAt {
  const a = resolveScenario(mapOf(given), reference);
  return (value, architecture) => {
    try {
      const changed = { ...a, [key]: value, stated: new Map([...a.stated, [key, value]]) };
      if (growthRules(changed).length > 0) return undefined;
      const projection = project(changed, architecture, reference);
      return projection.feasible ? TCO.of(projection) : undefined;
    } catch (cause) {
      if (cause instanceof ModelError) return undefined;
      throw cause;
    }
  };
}

type Difference = (value: number) => number | undefined;

/** -1, 0 or 1, with what is rounding as 0. */
const signAt = (difference: Difference, scale: number, value: number): number | undefined => {
  const amount = difference(value);
  return amount === undefined ? undefined : Math.abs(amount) <= ROUNDING * scale ? 0 : Math.sign(amount);
};

/** How what was found differs from a plain look at every point, and at each value found and just before it. */
function unlike(search: KeySearch, points: readonly number[], difference: Difference, scale: number): Complaints {
  const signs = points.map((point) => signAt(difference, scale, point)).filter((sign) => sign !== undefined);
  const expected = signs.filter((sign, index) => (index === 0 ? sign === 0 : signs[index - 1] !== 0 && sign !== signs[index - 1])).length;
  const lost = search.excluded.filter((value) => !points.includes(value)).length;
  const complaints = search.changes.length + lost === expected ? [] : [`${search.changes.length} and ${lost} of ${expected} changes`];
  const rising = search.changes.every(({ value }, index, all) => index === 0 || value > all[index - 1].value);
  return [
    ...complaints,
    ...(rising ? [] : ["not in order"]),
    ...search.changes.flatMap((change) => wrongChange(change, difference, scale)),
  ];
}

function wrongChange({ value, jump, residual }: KeySearch["changes"][number], difference: Difference, scale: number): Complaints {
  const amount = difference(value);
  if (amount === undefined || Math.abs(amount - residual) > ROUNDING * scale) return [`at ${value} ${amount} is left, not ${residual}`];
  return jump || Math.abs(amount) <= 1e-5 * scale ? [] : [`${value} is no root: ${amount} is left`];
}

/** A bracket around the scenario's number: far from it thousands of shards would be planned, which says nothing more. */
function bracketAround({ base, min, max }: NumericKey): readonly [low: number, high: number] {
  const [low, high] = [Math.max(min, Math.min(base / 3, base * 3)), Math.min(max, Math.max(base / 3, base * 3))];
  return low < high ? [low, high] : [Math.max(min, base - 1), Math.min(max, base + 1)];
}

/** The key of a scenario, a different one for each. */
const keyFor = (given: Given): string => KEYS[JSON.stringify(given).length % KEYS.length];

describe(`where costs meet, against a plain look at every value (seed ${SEED})`, () => {
  it("the crossings of two architectures are all there and are what they say", () => {
    expectForAll(500, (given) => {
      const key = keyFor(given);
      const costAt = costOf(given, key);
      const varied = variedScenario(mapOf(given), [key], reference, TCO.from);
      const sides = [
        { varied, architecture: "vertical" as const },
        { varied, architecture: "horizontal" as const },
      ] as const;
      const [numeric] = varied.keys;
      const [low, high] = bracketAround(numeric);
      const search = crossings(sides[0], sides[1], TCO, low, high);
      let scale = 0;
      const difference: Difference = (value) => {
        const before = costAt(value, "vertical");
        const after = before === undefined ? undefined : costAt(value, "horizontal");
        if (before === undefined || after === undefined) return undefined;
        scale = Math.max(Math.abs(before), Math.abs(after));
        return (after - before) / scale;
      };
      const inShares = {
        ...search,
        changes: search.changes.map((change) => ({ ...change, residual: (difference(change.value), change.residual / scale) })),
      };
      return unlike(inShares, scanPoints(numeric, { low, high }), difference, 1);
    });
  }, 400_000);

  it("the solutions for a target are all there and are what they say", () => {
    expectForAll(500, (given) => {
      const key = keyFor(given);
      const costAt = costOf(given, key);
      const varied = variedScenario(mapOf(given), [key], reference, TCO.from);
      const [numeric] = varied.keys;
      const target = costAt(numeric.base, "vertical");
      if (target === undefined) return [];
      const wanted = target * 1.05;
      const [low, high] = bracketAround(numeric);
      const search = solutions({ varied, architecture: "vertical" }, TCO, wanted, low, high);
      const difference: Difference = (value) => {
        const cost = costAt(value, "vertical");
        return cost === undefined ? undefined : (cost - wanted) / Math.max(Math.abs(cost), Math.abs(wanted));
      };
      const inShares = {
        ...search,
        changes: search.changes.map((change) => ({ ...change, residual: change.residual / Math.max(wanted, wanted + change.residual) })),
      };
      return unlike(inShares, scanPoints(numeric, { low, high }), difference, 1);
    });
  }, 400_000);
});
