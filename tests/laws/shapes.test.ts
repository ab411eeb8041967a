import { describe, it } from "vitest";
import type { FeasibleProjection } from "../../src/engine/lines";
import type { Reference } from "../../src/engine/reference";
import { reference } from "../../src/reference/load";
import { monthsOf, projectionOf, sumOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { expectForAll, SEED } from "./generator";
import { NODE_COSTS } from "./nodeCosts";

/** A scenario with its first two shapes, on demand in the cloud and without licenses; and the same with one shape more. */
function withAndWithout(given: Given): readonly [Given, Given] {
  const kept = Object.entries(given).filter(([key]) => !key.startsWith("license.") && !key.startsWith("server."));
  const rows = Object.entries(given).filter(([key]) => key.startsWith("server."));
  const fewer: Given = {
    ...Object.fromEntries(kept),
    "cloud.commitment": "on-demand",
    "vertical.hosting": "cloud",
    "horizontal.hosting": "cloud",
    "server.base.cores": 12,
    "server.base.memory_gib": 128,
    "server.base.monthly": 620,
    ...Object.fromEntries(rows.filter(([key]) => !key.startsWith("server.s one."))),
  };
  const one = { "server.s one.cores": 20, "server.s one.memory_gib": 256, "server.s one.monthly": 850 };
  return [fewer, { ...fewer, ...one, ...Object.fromEntries(rows) }];
}

/** What decides between node types where there is no license. */
const costOfNodes = (projection: FeasibleProjection): number => NODE_COSTS.reduce((sum, id) => sum + sumOf(projection, id), 0);

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

  it("never raises the cost by which the node type is chosen", () => {
    expectForAll(200, (given) => {
      const [fewer, more] = withAndWithout(given);
      const before = projectionOf(fewer, "horizontal");
      const after = projectionOf(more, "horizontal");
      if (!before.feasible) return [];
      if (!after.feasible) return ["one shape more makes the plan infeasible"];
      const [cost, newCost] = [costOfNodes(before), costOfNodes(after)];
      return newCost <= cost * (1 + 1e-9) ? [] : [`${cost} and ${newCost}`];
    });
  }, 60_000);

  it("a disk inside the nodes never raises it either", () => {
    expectForAll(200, (given) => {
      const [without] = withAndWithout(given);
      const before = projectionOf(without, "horizontal");
      const after = projectionOf({ ...without, "server.base.local_disk": 3 }, "horizontal");
      if (!before.feasible || !after.feasible) return [];
      const [cost, newCost] = [costOfNodes(before), costOfNodes(after)];
      return newCost <= cost * (1 + 1e-9) ? [] : [`${cost} and ${newCost}`];
    });
  }, 60_000);

  it("the node type of the reference data costs no more than any other by itself, with its disks or without", () => {
    expectForAll(8, (given) => {
      const kept = Object.entries(given).filter(([key]) => !key.startsWith("license.") && !key.startsWith("server."));
      const plain: Given = { ...Object.fromEntries(kept), "horizontal.hosting": "cloud", "horizontal.servers": "aws-nodes" };
      const chosen = projectionOf(plain, "horizontal");
      if (!chosen.feasible) return [];
      const least = costOfNodes(chosen);
      return (reference.ladders["aws-nodes"] ?? []).flatMap((row) => {
        const alone: Reference = { ...reference, ladders: { ...reference.ladders, "aws-nodes": [row] } };
        const single = projectionOf(plain, "horizontal", alone);
        return single.feasible && costOfNodes(single) < least * (1 - 1e-9)
          ? [`${row.name} costs ${costOfNodes(single)}, not ${least}`]
          : [];
      });
    });
  }, 60_000);
});
