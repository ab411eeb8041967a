import { expect, it } from "vitest";
import { clusterLaw, nodesForData, nodesForLoad } from "../../../src/engine/capacity/nodes";
import type { NodePower } from "../../../src/engine/capacity/nodes";
import { resolveScenario } from "../../../src/engine/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

const lawOf = (given: Given): ReturnType<typeof clusterLaw> =>
  clusterLaw(
    resolveScenario(mapOf({ "horizontal.contention": 0, "horizontal.coherency": 0, "horizontal.overhead_share": 0, ...given }), reference),
  );

/** Ten cores; of 10 GiB the base leaves 8. */
const NODE: NodePower = { cores: 10, memoryGib: 10, storageTb: 2, iops: 100, localDiskTb: 0 };
const BASE = { "capacity.base_memory": 2 };

interface Data {
  readonly memoryGib?: number;
  readonly storageTb?: number;
  readonly iops?: number;
}

it.each<readonly [string, Data, Partial<NodePower>, number]>([
  ["memory", { memoryGib: 33, storageTb: 2, iops: 100 }, {}, 5],
  ["storage", { memoryGib: 8, storageTb: 7, iops: 100 }, {}, 4],
  ["disk operations", { memoryGib: 8, storageTb: 2, iops: 201 }, {}, 3],
  ["the largest of the three, whole where it is whole", { memoryGib: 16, storageTb: 6, iops: 100 }, {}, 3],
  ["nothing", {}, {}, 0],
  ["storage that a node has without bound", { storageTb: 7 }, { storageTb: Infinity }, 0],
  ["disk operations that a node has without bound", { iops: 900 }, { iops: Infinity }, 0],
  ["memory of which the base leaves nothing", { memoryGib: 1 }, { memoryGib: 2 }, Infinity],
  ["memory of which the base leaves less than nothing", { memoryGib: 1 }, { memoryGib: 1 }, Infinity],
  ["no memory, where the base leaves nothing", {}, { memoryGib: 2 }, 0],
  ["no memory, where the node does not even hold the base", {}, { memoryGib: 1 }, Infinity],
  ["storage that a node does not have", { storageTb: 1 }, { storageTb: 0 }, Infinity],
  ["disk operations that a node does not have", { iops: 1 }, { iops: 0 }, Infinity],
])("nodes for data: %s", (_, { memoryGib = 0, storageTb = 0, iops = 0 }, power, nodes) => {
  const [busyCores, cores] = [new Float64Array(1), new Float64Array(1)];
  const needs = {
    busyCores,
    cores,
    memoryGib: Float64Array.of(memoryGib),
    storageTb: Float64Array.of(storageTb),
    iops: Float64Array.of(iops),
  };
  expect(nodesForData(lawOf(BASE), { ...NODE, ...power }, needs, 0)).toBe(nodes);
});

it.each<readonly [string, Given, number, number]>([
  ["are as many as its cores need", {}, 45, 5],
  ["what orchestration takes comes on top", { "horizontal.overhead_share": 0.1 }, 46, 6],
  ["contention costs more of them: 6 give 4.8, 7 give 5.4", { "horizontal.contention": 0.05, "horizontal.cell_limit": 0.9 }, 50, 7],
  // One cluster reaches 90 % of 1 / 0.2 = 5 equivalents with 36 nodes, 4.5; for 6 it takes two clusters of 3 each, with 6 nodes: 6 / (1 + 0.2 x 5).
  ["past the useful size they are two clusters, of 6 for 3 each", { "horizontal.contention": 0.2, "horizontal.cell_limit": 0.9 }, 60, 12],
])("nodes for load: %s", (_, given, cores, nodes) => {
  expect(nodesForLoad(lawOf(given), NODE, cores)).toBe(nodes);
});
