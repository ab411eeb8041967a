/** Sizing of servers: cores, queues, the scalability law from measurements, the cheapest shape, and when a limit is reached. */

import { CATALOGUE } from "../engine/catalogue/assumptions";
import { exhaustedPeriod } from "../engine/capacity/exhaustion";
import { busyCores } from "../engine/capacity/need";
import { erlangC, meanResponse, squareRootCores } from "../engine/capacity/queueing";
import { scalabilityFit } from "../engine/capacity/scalabilityFit";
import { optional } from "../engine/catalogue/assumption";
import { ModelError } from "../engine/errors";
import { choiceOf, numbersOf, optionalNumberOf } from "./cells";
import { elementwise } from "./elementwise";
import { answer, answers, Failure, NoAnswer } from "./excelError";
import type { Answer } from "./excelError";
import { orNone } from "./ifNone";
import { note } from "./notes";
import { POSITIVE, QUANTITY, required, share, utilizationRule } from "./rules";
import { lengthBeforeZeros, measuredPairs } from "./series";
import { cheapestShape, shapesOf } from "./serverChoice";
import { inWords, percentInWords } from "../engine/words";

/** @customenum {string} */
enum ServerFact {
  /** Name of the server. */
  name = "name",
  /** Its cores. */
  cores = "cores",
  /** Its memory, GiB. */
  memory = "memory",
  /** Price that was compared: per month, or the purchase price if there is no monthly price. */
  price = "price",
  /** Limiting resource: the highest need relative to capacity. */
  binding = "binding",
}

const MOST_SERVERS = 10_000;
const SERVERS = optional("integer", "Servers", "servers", 1, MOST_SERVERS);

/**
 * Returns the cores needed for a load, not rounded.
 * @customfunction CAPACITY.CORES
 * @param tps Peak load, transactions per second.
 * @param cpu_ms CPU time per transaction, ms.
 * @param [utilization] Maximum utilization of the cores, 0.05 to 1; 0.6 when left out.
 * @param [quality] Quality level 0 (highest) to 3 of square-root staffing, used instead of the utilization; none when left out.
 * @param invocation The calling cell.
 * @returns Cores, in the shape of the arguments.
 * @requiresAddress
 * @formula a = tps x cpu_ms / 1000; a / utilization, or a + Q x sqrt(a) with Q = 2.375, 1.761, 1.16, 1 for levels 0 to 3
 * @source Little's law; Halfin and Whitt (1981) and Netflix service-capacity-modeling for Q
 * @errors #VALUE! for a utilization or quality outside its bounds.
 * @example =TCO.CAPACITY.CORES(600, 20) -> 20
 * @example =TCO.CAPACITY.CORES(5000, 20, , 1) -> 117.61
 * @related CAPACITY.SERVER, CAPACITY.WAIT
 */
export function capacityCores(
  tps: any[][],
  cpu_ms: any[][],
  utilization: any[][],
  quality: any,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const tier = optionalNumberOf("quality", quality, required(CATALOGUE["capacity.quality"]));
    const cores = (rate: number, cpuMs: number, target: number): number => {
      const busy = busyCores(rate, cpuMs);
      return tier === undefined ? busy / target : squareRootCores(busy, tier);
    };
    return elementwise(cores, [
      ["tps", tps, QUANTITY],
      ["cpu_ms", cpu_ms, QUANTITY],
      ["utilization", utilization, utilizationRule(0.6)],
    ]);
  });
}

function superLinearWords(contention: number): string {
  const fact = `Throughput rises faster than the nodes (super-linear): contention is ${inWords(contention)}, below 0`;
  return `${fact}. Check the measurements with few nodes: the model and CAPACITY.NODES accept 0 to 1.`;
}

/**
 * Fits the Universal Scalability Law to measured throughput.
 * @customfunction CAPACITY.FIT
 * @param nodes Nodes, servers, cores, or concurrent requests of each measurement; fractions are allowed; at least four, of three different sizes.
 * @param throughput Throughput of each measurement, in any unit.
 * @param invocation The calling cell.
 * @returns Two columns: gamma (throughput of one node), contention (below 0 if throughput rises faster than the nodes), coherency, peak_nodes,
 *   peak_throughput, r_squared.
 * @requiresAddress
 * @formula least squares of gamma x N / (1 + contention x (N - 1) + coherency x N x (N - 1)), contention at most 1, below 0 only for super-linear measurements, coherency at least 0
 * @source N. Gunther, Guerrilla Capacity Planning (2007)
 * @errors #VALUE! for fewer than four measurements or three different sizes, or different counts; peak_nodes is #N/A if throughput only levels off.
 * @example =INDEX(TCO.CAPACITY.FIT({1, 2, 4, 8}, {100, 200, 400, 800}), 1, 2) -> 100
 * @related CAPACITY.EFFECTIVE, CAPACITY.NODES
 */
export function capacityFit(nodes: any[][], throughput: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () => {
    const fit = scalabilityFit(...measuredPairs(["nodes", nodes, QUANTITY], ["throughput", throughput, QUANTITY]));
    if (fit.contention < 0) note(superLinearWords(fit.contention));
    const peak = (value: number): Answer =>
      value === Infinity ? new Failure(new NoAnswer("Throughput has no peak: it keeps rising or levels off.")) : value;
    return [
      ["gamma", fit.gamma],
      ["contention", fit.contention],
      ["coherency", fit.coherency],
      ["peak_nodes", peak(fit.peakNodes)],
      ["peak_throughput", peak(fit.peakThroughput)],
      ["r_squared", fit.rSquared],
    ];
  });
}

/**
 * Returns the probability that a request waits for a free server.
 * @customfunction CAPACITY.WAIT
 * @param load Load in erlangs: arrivals per time x average service time.
 * @param servers Whole servers (or cores).
 * @param invocation The calling cell.
 * @returns Probability 0 to 1, in the shape of the arguments; 1 when the load reaches the servers.
 * @requiresAddress
 * @formula Erlang C: B / (1 - (load / servers) x (1 - B)) with Erlang B
 * @source L. Kleinrock, Queueing Systems I (1975)
 * @errors #VALUE! when servers is not a whole number from 1 to 10,000.
 * @example =TCO.CAPACITY.WAIT(2, 3) -> 0.4444444444444444
 * @related CAPACITY.RESPONSE
 */
export function capacityWait(load: any[][], servers: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () =>
    elementwise(
      (erlangs, count) => erlangC(count, erlangs),
      [
        ["load", load, QUANTITY],
        ["servers", servers, SERVERS],
      ],
    ),
  );
}

/**
 * Returns the average response time of equal servers with one queue (M/M/c).
 * @customfunction CAPACITY.RESPONSE
 * @param rate Arrivals per unit of time.
 * @param service_time Average service time of one server, in the same unit of time.
 * @param servers Whole servers (or cores).
 * @param invocation The calling cell.
 * @returns Average response time in the unit of service_time, in the shape of the arguments.
 * @requiresAddress
 * @formula service_time x (1 + C / (servers - load)), load = rate x service_time, C as in CAPACITY.WAIT
 * @source L. Kleinrock, Queueing Systems I (1975)
 * @errors #N/A when the load reaches the number of servers: the queue then grows without limit.
 * @example =TCO.CAPACITY.RESPONSE(2, 1, 3) -> 1.4444444444444444
 * @related CAPACITY.WAIT
 */
export function capacityResponse(rate: any[][], service_time: any[][], servers: any[][], invocation: CustomFunctions.Invocation): any[][] {
  return answers(invocation, () =>
    elementwise(responseOf, [
      ["rate", rate, QUANTITY],
      ["service_time", service_time, POSITIVE],
      ["servers", servers, SERVERS],
    ]),
  );
}

function responseOf(rate: number, serviceTime: number, servers: number): number {
  const load = rate * serviceTime;
  if (load < servers) return meanResponse(load, servers, serviceTime);
  throw new NoAnswer(
    `${servers} ${servers === 1 ? "server" : "servers"} can't keep up with a load of ${inWords(load)} erlangs. Use ${Math.floor(load) + 1} or more.`,
  );
}

/**
 * Returns the cheapest server with enough cores, memory, and storage, or a fact about it.
 * @customfunction CAPACITY.SERVER
 * @param cores Cores needed, of the speed on which they were measured.
 * @param memory_gib Memory needed, GiB.
 * @param storage_tb Storage needed, TB.
 * @param servers Name of a built-in list (such as aws-memory), or a table: Server, Cores, Memory gib; Storage tb, Speed, Monthly, or Price. A 0 in the last four counts as blank: unlimited storage, no price; a server without a price is not chosen.
 * @param [return_] name (default), cores, memory (GiB), price, or binding (limiting resource).
 * @param invocation The calling cell.
 * @returns The server's name or the fact, in the shape of the arguments.
 * @requiresAddress
 * @errors #N/A when no server is large enough: the message gives the need and the largest server.
 * @example =TCO.CAPACITY.SERVER(20, 100, 0, {"Server", "Cores", "Memory gib", "Monthly"; "small", 16, 128, 500; "large", 32, 256, 1000}) -> "large"
 * @example =TCO.CAPACITY.SERVER(20, 100, 0, "aws-memory", "memory") -> 256
 * @related CAPACITY.CORES, REFERENCE
 */
export function capacityServer(
  cores: any[][],
  memory_gib: any[][],
  storage_tb: any[][],
  servers: any[][],
  return_: ServerFact,
  invocation: CustomFunctions.Invocation,
): any[][] {
  return answers(invocation, () => {
    const shapes = shapesOf(servers);
    const fact = choiceOf("return", return_, ServerFact, "name");
    return elementwise(
      (coresNeeded, memoryGib, storageTb) => cheapestShape(shapes, { cores: coresNeeded, memory: memoryGib, storage: storageTb })[fact],
      [
        ["cores", cores, QUANTITY],
        ["memory_gib", memory_gib, QUANTITY],
        ["storage_tb", storage_tb, QUANTITY],
      ],
    );
  });
}

/**
 * Returns the period in which demand first exceeds a limit, with its fraction.
 * @customfunction CAPACITY.EXHAUSTED
 * @param demand Demand by period, in order.
 * @param limit Capacity in the same unit: one number, or one per period.
 * @param [utilization] Maximum utilization of the limit, above 0 to 1; 1 when left out.
 * @param [if_none] What to return when the limit is never exceeded; #N/A when left out.
 * @param invocation The calling cell.
 * @returns Period, interpolated between the columns; 1 is the first column.
 * @requiresAddress
 * @errors #N/A when the limit is never exceeded and if_none is left out: the message gives the highest utilization.
 * @example =TCO.CAPACITY.EXHAUSTED({80, 100, 120}, 110) -> 2.5
 * @example =TCO.CAPACITY.EXHAUSTED({80, 90}, 110, 1, "never") -> "never"
 * @related CAPACITY.SHARDDATE
 */
export function capacityExhausted(
  demand: any[][],
  limit: any[][],
  utilization: any,
  if_none: any,
  invocation: CustomFunctions.Invocation,
): any {
  return answer(invocation, () => {
    const needs = numbersOf("demand", demand, QUANTITY);
    const limits = numbersOf("limit", limit, QUANTITY);
    const blank = limits.length === needs.length && limits.length > 1 ? blankLimit(needs, limits) : undefined;
    if (blank !== undefined)
      throw new ModelError(
        "missing",
        "limit",
        `limit is 0 or blank from period ${blank}, but there is demand. Enter the capacity of each period.`,
      );
    const target = optionalNumberOf("utilization", utilization, share(1)) ?? 1;
    if (limits.length > 1 && limits.length !== needs.length)
      throw new ModelError(
        "conflict",
        "limit",
        `limit has ${limits.length} values. Use one, or one for each of the ${needs.length} periods of demand.`,
      );
    const period = exhaustedPeriod(
      needs,
      limits.map((each) => each * target),
    );
    if (period !== Infinity) return period;
    const used = percentInWords(fullest(needs, limits));
    return orNone(if_none, `Demand stays within the limit: utilization reaches ${used}.`);
  });
}

/** The first period of a limit that ends with zeros while there is demand: such cells are blank. */
function blankLimit(needs: readonly number[], limits: readonly number[]): number | undefined {
  const first = lengthBeforeZeros(limits);
  return needs.slice(first).some((need) => need > 0) ? first + 1 : undefined;
}

function fullest(needs: readonly number[], limits: readonly number[]): number {
  return Math.max(...needs.map((need, index) => need / limits[Math.min(index, limits.length - 1)]));
}
