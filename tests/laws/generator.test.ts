import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import { COMPONENTS } from "../../src/engine/cost/components";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { FeasibleProjection, Projection } from "../../src/engine/lines";
import { parseKey } from "../../src/engine/catalogue/keys";
import { checkScenario } from "../../src/engine/catalogue/scenario";
import { reference } from "../../src/reference/load";
import { mapOf, projectionOf } from "../engine/projected";
import { drawn, SEED } from "./generator";

const scenarios = drawn(1000);
const runs = scenarios.map((given) => ARCHITECTURES.map((architecture) => projectionOf(given, architecture)));

const isFeasible = (projection: Projection): projection is FeasibleProjection => projection.feasible;
/** The vertical, horizontal and hybrid projections of the scenarios that all three carry. */
const feasible = runs.filter((projections): projections is FeasibleProjection[] => projections.every(isFeasible));
const shareOf = (holds: (projections: readonly FeasibleProjection[]) => boolean): number => feasible.filter(holds).length / feasible.length;

const REACHED: readonly (readonly [string, number, (projections: readonly FeasibleProjection[]) => boolean])[] = [
  ["sharded", 0.2, ([vertical]) => vertical.plan.central!.shards.some((shards) => shards > 1)],
  ["sharded after the start", 0.1, ([vertical]) => vertical.events.some(({ kind, month }) => kind === "shard" && month > 1)],
  ["with deals that count", 0.2, ([vertical]) => vertical.plan.demand.deals.length > 0],
  ["with a divestiture", 0.2, ([vertical]) => vertical.plan.demand.deals.some(({ deal }) => deal.volume < 0)],
  ["owned", 0.2, ([vertical]) => vertical.plan.a["vertical.hosting"] === "owned"],
  ["owned nodes", 0.2, ([vertical]) => vertical.plan.a["horizontal.hosting"] === "owned"],
  ["hybrid strictly inside", 0.2, ([, , hybrid]) => hybrid.plan.central !== undefined && hybrid.plan.distributed !== undefined],
  ["sharding when cheaper", 0.2, ([vertical]) => vertical.plan.a["shard.when"] === "cheaper"],
  ["committed cloud", 0.1, ([vertical]) => vertical.plan.a["cloud.commitment"] !== "on-demand"],
  ["licensed", 0.2, ([vertical]) => vertical.plan.a.licenses.length > 0],
  ["longer than five years", 0.05, ([vertical]) => vertical.timeline.years > 5],
];

describe(`what the generated scenarios reach (seed ${SEED})`, () => {
  it("states only what the catalogue allows", () => {
    const refused = scenarios.flatMap((given) => checkScenario(mapOf(given), reference).filter(({ severity }) => severity === "error"));
    expect(refused).toEqual([]);
  });

  it("states every key of the catalogue somewhere", () => {
    const stated = new Set(scenarios.flatMap((given) => Object.keys(given).map((key) => parseKey(key)?.pattern)));
    expect(Object.keys(CATALOGUE).filter((pattern) => !stated.has(pattern))).toEqual([]);
  });

  it("gives every key more than one value", () => {
    const values = new Map<string, Set<unknown>>();
    for (const [key, value] of scenarios.flatMap((given) => Object.entries(given))) {
      const pattern = parseKey(key)!.pattern;
      values.set(pattern, (values.get(pattern) ?? new Set()).add(value));
    }
    expect([...values].filter(([, found]) => found.size < 2).map(([pattern]) => pattern)).toEqual([]);
  });

  it.each(REACHED)("%s: at least %d of the feasible ones", (_, share, holds) => {
    expect(shareOf(holds)).toBeGreaterThanOrEqual(share);
  });

  it("infeasible: at least 5 %, and most are feasible", () => {
    const share = 1 - feasible.length / scenarios.length;
    expect(share).toBeGreaterThanOrEqual(0.05);
    expect(share).toBeLessThan(0.4);
  });

  it.each(COMPONENTS.map(({ id }) => id))("%s costs something in some of them", (id) => {
    const spent = feasible.filter((projections) =>
      projections.some(({ costs }) => costs.find((line) => line.id === id)!.values.some((value) => value !== 0)),
    );
    expect(spent.length).toBeGreaterThan(5);
  });
});
