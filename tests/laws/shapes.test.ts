import { describe, it } from "vitest";
import type { FeasibleProjection } from "../../src/engine/lines";
import { project } from "../../src/engine/plan/project";
import type { Reference } from "../../src/engine/catalogue/reference";
import { resolveScenario } from "../../src/engine/catalogue/scenario";
import { reference } from "../../src/reference/load";
import { mapOf, monthsOf, projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { expectForAll, SEED } from "./generator";

/** A scenario with its first two shapes, on demand in the cloud and without licenses; and the same with one shape more. */
function withAndWithout(given: Given): readonly [Given, Given] {
  const kept = Object.entries(given).filter(([key]) => !key.startsWith("license."));
  return shapesOf({
    ...Object.fromEntries(kept),
    "cloud.commitment": "on-demand",
    "vertical.hosting": "cloud",
    "horizontal.hosting": "cloud",
  });
}

/** A scenario with its first two shapes, and the same with one shape more. */
function shapesOf(given: Given): readonly [Given, Given] {
  const kept = Object.entries(given).filter(([key]) => !key.startsWith("server."));
  const rows = Object.entries(given).filter(([key]) => key.startsWith("server."));
  const fewer: Given = {
    ...Object.fromEntries(kept),
    "server.base.cores": 12,
    "server.base.memory_gib": 128,
    "server.base.monthly": 620,
    "server.base.price": 12400,
    ...Object.fromEntries(rows.filter(([key]) => !key.startsWith("server.s one."))),
  };
  const one = { "server.s one.cores": 20, "server.s one.memory_gib": 256, "server.s one.monthly": 850, "server.s one.price": 17000 };
  return [fewer, { ...fewer, ...one, ...Object.fromEntries(rows) }];
}

/** All that counts, over the plan: what no node type changes is the same for all. */
const costOf = ({ total }: FeasibleProjection): number => total.reduce((sum, value) => sum + value, 0);

/** Owned or rented nodes, with licenses, own roles and a line of one's own that follows from the nodes. */
const weighed = (given: Given): Given => ({ ...given, "custom.monitoring.formula": "nodes * 12 + servers * 3" });

describe(`one shape more (seed ${SEED})`, () => {
  it("never raises the rent of the central system in months with the same shard count, where sharding waits for the ceiling", () => {
    expectForAll(200, (given) => {
      const [fewer, more] = withAndWithout({ ...given, "shard.when": "ceiling" });
      const before = projectionOf(fewer, "vertical");
      const after = projectionOf(more, "vertical");
      if (!before.feasible) return [];
      if (!after.feasible) return ["one shape more makes the plan infeasible"];
      const [rents, shards] = [monthsOf(before, "cloud.compute"), monthsOf(before, "shards")];
      const [newRents, newShards] = [monthsOf(after, "cloud.compute"), monthsOf(after, "shards")];
      const m = rents.findIndex((rent, index) => shards[index] === newShards[index] && newRents[index] > rent * (1 + 1e-9));
      return m < 0 ? [] : [`month ${m + 1}: ${rents[m]} and ${newRents[m]}`];
    });
  }, 60_000);

  it("never raises the cost of a distributed system", () => {
    expectForAll(200, (given) => {
      const [fewer, more] = shapesOf(weighed(given));
      const before = projectionOf(fewer, "horizontal");
      const after = projectionOf(more, "horizontal");
      if (!before.feasible) return [];
      if (!after.feasible) return ["one shape more makes the plan infeasible"];
      const [cost, newCost] = [costOf(before), costOf(after)];
      return newCost <= cost * (1 + 1e-9) ? [] : [`${cost} and ${newCost}`];
    });
  }, 60_000);

  it("a disk inside the nodes never raises it either", () => {
    expectForAll(200, (given) => {
      const [without] = shapesOf(weighed(given));
      const before = projectionOf(without, "horizontal");
      const after = projectionOf({ ...without, "server.base.local_disk": 3 }, "horizontal");
      if (!before.feasible || !after.feasible) return [];
      const [cost, newCost] = [costOf(before), costOf(after)];
      return newCost <= cost * (1 + 1e-9) ? [] : [`${cost} and ${newCost}`];
    });
  }, 60_000);

  it.each<readonly [string, Given]>([
    ["rented", {}],
    ["rented, with licenses by core", { "license.db.price": 900, "license.db.metric": "core" }],
    ["owned", { "horizontal.hosting": "owned" }],
    ["with a line of one's own for each node", { "custom.monitoring.formula": "nodes * 150" }],
    ["in service for a part of the plan", { "plan.current": "vertical" }],
  ])(
    "the node type of the reference data costs no more than any other by itself, with its disks or without: %s",
    (_, change) => {
      expectForAll(4, (given) => {
        const kept = Object.entries(given).filter(([key]) => !key.startsWith("license.") && !key.startsWith("server."));
        const plain: Given = { ...Object.fromEntries(kept), "horizontal.hosting": "cloud", ...change };
        const list = plain["horizontal.hosting"] === "owned" ? "owned-x86" : "aws-nodes";
        const service = "plan.current" in change ? ({ first: 20, last: 36, other: "vertical" } as const) : undefined;
        const scenario = { ...plain, "plan.years": service ? 4 : (plain["plan.years"] ?? 5), "horizontal.servers": list };
        const costIn = (data: Reference): number => {
          const projection = project(resolveScenario(mapOf(scenario), data), "horizontal", data, service);
          return projection.feasible ? costOf(projection) : Infinity;
        };
        const least = costIn(reference);
        return reference.ladders[list].flatMap((row) => {
          const single = costIn({ ...reference, ladders: { ...reference.ladders, [list]: [row] } });
          return single < least * (1 - 1e-9) ? [`${row.name} costs ${single}, not ${least}`] : [];
        });
      });
    },
    60_000,
  );
});
