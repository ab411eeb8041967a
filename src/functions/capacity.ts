/** Capacity from demand, by formulas that need no scenario. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { effectiveCapacity, highestCapacity, peakNodes, smallestNodes } from "../engine/capacity/scalability";
import { fewestShards, hottestLoad, MOST_SHARDS } from "../engine/capacity/shards";
import { elementwise } from "./elementwise";
import { answers, NoAnswer } from "./excelError";
import { COHERENCY, CONTENTION, POSITIVE, QUANTITY, utilizationRule, withDefault } from "./rules";
import { inWords } from "../engine/words";

const SPARE = withDefault(CATALOGUE["horizontal.spare"], 0);
const MINIMUM = withDefault(CATALOGUE["horizontal.min_nodes"], 1);
const SKEW = withDefault(CATALOGUE["shard.skew"], 1);
const CROSS_SHARE = withDefault(CATALOGUE["shard.cross_write"], 0);
const CROSS_PENALTY = withDefault(CATALOGUE["shard.write_penalty"], 0.5);

/**
 * Returns the capacity of a number of nodes in equivalents of one node, by the Universal Scalability Law.
 * @customfunction CAPACITY.EFFECTIVE
 * @param nodes Number of nodes, servers, or cores.
 * @param [contention] Share of work that is done one at a time, 0 to 1; 0 when left out.
 * @param [coherency] Cost of keeping each pair in step, 0 to 1; 0 when left out.
 * @param invocation The calling cell.
 * @returns Capacity in equivalents of one node, in the shape of the arguments.
 * @requiresAddress
 * @formula C(N) = N / (1 + contention x (N - 1) + coherency x N x (N - 1))
 * @source N. Gunther, Guerrilla Capacity Planning (2007), equation 4.31
 * @errors #VALUE! when contention or coherency isn't a share.
 * @example =TCO.CAPACITY.EFFECTIVE(4, 0.02) -> 3.7735849056603774
 * @example =TCO.CAPACITY.EFFECTIVE({1, 2, 4}, 0.5) -> {1, 1.3333333333333333, 1.6}
 * @related CAPACITY.NODES
 */
export function capacityEffective(
  nodes: any[][],
  contention: any[][],
  coherency: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(
      (count, sigma, kappa) => (count === 0 ? 0 : effectiveCapacity(count, sigma, kappa)),
      [
        ["nodes", nodes, QUANTITY],
        ["contention", contention, CONTENTION],
        ["coherency", coherency, COHERENCY],
      ],
    ),
  );
}

/**
 * Returns the minimum number of nodes for a demand at a utilization, plus spare nodes.
 * @customfunction CAPACITY.NODES
 * @param demand Demand, in any unit such as transactions per second.
 * @param per_node Capacity of one node, in the unit of the demand.
 * @param [utilization] Maximum utilization, 0.05 to 1; 0.75 when left out.
 * @param [spare] Extra nodes to cover failures; 0 when left out.
 * @param [minimum] Minimum nodes without the spare ones; 1 when left out.
 * @param [contention] Share of work that is done one at a time, 0 to 1; 0 when left out.
 * @param [coherency] Cost of keeping each pair in step, 0 to 1; 0 when left out.
 * @param invocation The calling cell.
 * @returns Whole nodes, in the shape of the arguments.
 * @requiresAddress
 * @formula smallest N >= minimum with per_node x utilization x C(N) >= demand, plus spare; C(N) as in CAPACITY.EFFECTIVE
 * @errors #N/A when the demand is above the capacity of any number of nodes; the message gives the peak.
 * @example =TCO.CAPACITY.NODES(1000, 120) -> 12
 * @example =TCO.CAPACITY.NODES({1000, 5000}, 120, 0.75, 1, 3) -> {13, 57}
 * @related CAPACITY.EFFECTIVE, CAPACITY.SHARDS
 */
export function capacityNodes(
  demand: any[][],
  per_node: any[][],
  utilization: any[][],
  spare: any[][],
  minimum: any[][],
  contention: any[][],
  coherency: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(nodesFor, [
      ["demand", demand, QUANTITY],
      ["per_node", per_node, POSITIVE],
      ["utilization", utilization, utilizationRule(0.75)],
      ["spare", spare, SPARE],
      ["minimum", minimum, MINIMUM],
      ["contention", contention, CONTENTION],
      ["coherency", coherency, COHERENCY],
    ]),
  );
}

function nodesFor(
  demand: number,
  perNode: number,
  utilization: number,
  spare: number,
  minimum: number,
  contention: number,
  coherency: number,
): number {
  const usable = perNode * utilization;
  const nodes = smallestNodes(demand / usable, contention, coherency);
  if (nodes !== Infinity) return Math.max(nodes, minimum) + spare;
  const most = inWords(usable * highestCapacity(contention, coherency));
  const peak = peakNodes(contention, coherency);
  const where = peak === Infinity ? "any number of nodes stays below" : `the peak, at about ${inWords(peak)} nodes, is`;
  throw new NoAnswer(`No number of nodes can meet a demand of ${inWords(demand)}: ${where} ${most}.`);
}

/**
 * Returns the minimum number of shards so that the busiest shard can meet its part of a demand.
 * @customfunction CAPACITY.SHARDS
 * @param demand Demand on the whole system, in any unit such as transactions per second or TB.
 * @param shard_capacity Capacity of one shard, in the unit of the demand.
 * @param [utilization] Maximum utilization, 0.05 to 1; 0.8 when left out.
 * @param [skew] Load on the busiest shard (times the average); 1 (even) when left out.
 * @param [cross_share] Share of the work that touches several shards; 0 when left out.
 * @param [cross_penalty] Extra work for it, as a share; 0.5 when left out.
 * @param invocation The calling cell.
 * @returns Whole shards, in the shape of the arguments; 1 means that no split is needed.
 * @requiresAddress
 * @formula smallest k with demand x min(1, skew / k) x (1 + cross_share x cross_penalty) <= shard_capacity x utilization; with k = 1 the demand as it is
 * @errors #N/A when 1,024 shards aren't enough; the message gives the load on the busiest one.
 * @example =TCO.CAPACITY.SHARDS(1000, 300) -> 5
 * @example =TCO.CAPACITY.SHARDS(200, 300, 0.8, 1.5) -> 1
 * @related CAPACITY.NODES, CAPACITY.SHARDDATE
 */
export function capacityShards(
  demand: any[][],
  shard_capacity: any[][],
  utilization: any[][],
  skew: any[][],
  cross_share: any[][],
  cross_penalty: any[][],
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () =>
    elementwise(shardsFor, [
      ["demand", demand, QUANTITY],
      ["shard_capacity", shard_capacity, POSITIVE],
      ["utilization", utilization, utilizationRule(0.8)],
      ["skew", skew, SKEW],
      ["cross_share", cross_share, CROSS_SHARE],
      ["cross_penalty", cross_penalty, CROSS_PENALTY],
    ]),
  );
}

function shardsFor(demand: number, capacity: number, utilization: number, skew: number, crossShare: number, crossPenalty: number): number {
  const split = { skew, crossShare, crossPenalty };
  const shards = fewestShards(demand, capacity * utilization, split);
  if (shards !== Infinity) return shards;
  const load = inWords(hottestLoad(demand, MOST_SHARDS, split));
  throw new NoAnswer(
    `${MOST_SHARDS} shards aren't enough: the busiest would have a load of ${load}, above the limit of ${inWords(capacity * utilization)}.`,
  );
}
