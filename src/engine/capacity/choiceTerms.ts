/** Evidence for what a search has found: what was refused and why, and what was taken. Each comparison is a formula of its own. */

import type { Plan } from "../lines";
import type { ServerShape } from "../reference";
import { quoted } from "../terms";
import type { Found, TermWriter } from "../terms";
import { loadNeed, startChoice } from "./centralChoice";
import type { ChoiceContext } from "./centralChoice";
import { bindingDimension, nearestRefusal, shapeFits } from "./centralLadder";
import { licensesOf } from "./licenses";
import { DIMENSIONS } from "./need";
import { needTerm, shareFactor } from "./needTerms";
import type { CentralPlan } from "./plan";
import { serverLoad } from "./serverLoad";
import { shapeNumber } from "./shapeTerms";

/** A shape at a shard count, and the months in which it had to fit. */
interface Candidate {
  readonly shape: number;
  readonly shards: number;
  readonly month: number;
  readonly window: number;
}

function choiceContext({ a, demand, centralShare, indices }: Plan, { ladder }: CentralPlan): ChoiceContext {
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value * centralShare);
  const workload = { peakTps: scaled(demand.tpsPeak), tb: scaled(demand.tb) };
  return startChoice(a, workload, ladder, licensesOf(a, "vertical"), indices);
}

function monthOfMost(values: Float64Array, month: number, window: number): number {
  let most = month;
  for (let m = month + 1; m < Math.min(month + window, values.length + 1); m++) if (values[m - 1] > values[most - 1]) most = m;
  return most;
}

/** Whether a candidate fits, in its tightest dimension: 1 where it does, 0 where it was refused. */
function fitsTerm(plan: Plan, t: TermWriter, c: ChoiceContext, { shape, shards, month, window }: Candidate): string {
  loadNeed(c, shards, month, window);
  const dimension = DIMENSIONS[bindingDimension(c.ladder, shape, c.need)];
  const { peakTps, tb } = c.workload;
  const at = monthOfMost(dimension === "cores" || dimension === "iops" ? peakTps : tb, month, window);
  const candidate = c.ladder.shapes[shape];
  const formula = `fits(${needed(plan, t, dimension, shards, at)}, ${offered(plan, t, candidate, dimension)})`;
  return t.term(`fits.${candidate.name}.month_${month}.shards_${shards}`, "1 = yes", formula);
}

type Dimension = (typeof DIMENSIONS)[number];

/** What the busiest server needs in a dimension, in a month, with some shards. */
function needed(plan: Plan, t: TermWriter, dimension: Dimension, shards: number, month: number): string {
  const of = `month_${month}.shards_${shards}`;
  const share = shareFactor(plan, "vertical");
  const { tps, tb } = serverLoad(plan, t, of, String(shards), `tps_peak(${month})${share}`, `tb(${month})${share}`);
  return dimension === "shard data" ? tb : needTerm(plan, t, dimension, of, tps, tb);
}

/** What a shape offers in a dimension. */
function offered(plan: Plan, t: TermWriter, shape: ServerShape, dimension: Dimension): string {
  const number = (field: "cores" | "speed" | "memoryGib" | "storageTb" | "iops"): string => shapeNumber(plan, t, "vertical", shape, field);
  switch (dimension) {
    case "cores": {
      const formula = `${number("speed")} * usl(${number("cores")}, vertical.contention, vertical.coherency)`;
      return t.term(`effective_cores.${shape.name}`, "cores", formula);
    }
    case "memory":
      return number("memoryGib");
    case "storage":
      return number("storageTb");
    case "iops":
      return number("iops");
    case "shard data":
      return "shard.max_tb";
  }
}

/** First month of the stretch of months in which nothing has changed up to a month. */
function sinceMonth(last: number, ...series: readonly Float64Array[]): number {
  let month = last;
  while (month > 1 && series.every((values) => values[month - 2] === values[last - 1])) month--;
  return month;
}

/** Why the central servers are of their shape in the last month of the year: the next cheaper one was too small, this one is not. */
export function serverEvidence(plan: Plan, t: TermWriter): string {
  const { central } = plan;
  return central ? t.choice("server_shape", () => serverFound(plan, t, central)) : "vertical.hosting";
}

function serverFound(plan: Plan, t: TermWriter, central: CentralPlan): Found {
  const { shapeOf, shards } = central;
  const month = sinceMonth(t.month, shapeOf, shards);
  const [shape, count] = [shapeOf[month - 1], shards[month - 1]];
  const c = choiceContext(plan, central);
  const isFit = (each: number, window: number): boolean => {
    loadNeed(c, count, month, window);
    return shapeFits(c.ladder, each, c.need);
  };
  const fits = (each: number, window: number): string => fitsTerm(plan, t, c, { shape: each, shards: count, month, window });
  const order = c.ladder.orderFor(count);
  const cheaper = [...order.slice(0, order.indexOf(shape))].reverse();
  const refused = cheaper.find((each) => !isFit(each, c.ladder.windowOf(each)));
  const window = c.ladder.windowOf(shape);
  return [
    `${c.ladder.shapes[shape].name} from month ${month}: the cheapest that fits`,
    ...(refused === undefined ? [] : [fits(refused, c.ladder.windowOf(refused))]),
    fits(shape, isFit(shape, window) ? window : 1),
    "vertical.hosting",
  ];
}

/** Why there are so many shards in the last month of the year: with fewer no shape was large enough, or they cost more. */
export function shardEvidence(plan: Plan, t: TermWriter): string {
  const { central } = plan;
  return central ? t.choice("shard_count", () => shardFound(plan, t, central)) : "vertical.hosting";
}

function shardFound(plan: Plan, t: TermWriter, central: CentralPlan): Found {
  const { shards, shapeOf, events } = central;
  const count = shards[t.month - 1];
  if (count === 1) return ["1: one server carries every month so far"];
  const month = sinceMonth(t.month, shards);
  const c = choiceContext(plan, central);
  const before = month === 1 ? 1 : shards[month - 2];
  loadNeed(c, before, month, 1);
  const nearest = nearestRefusal(c.ladder, c.need);
  const event = events.find((each) => each.kind === "shard" && each.month === month);
  const isCheaper = event?.dimension === "cost";
  const refused = (): readonly string[] => {
    if (isCheaper) return ["shard.when", "shard.project_cost", "shard.cost_per_tb", "upgrade.cost"];
    if (nearest.dimension === "license") return editionLimits(plan);
    const shape = c.ladder.shapes.findIndex(({ name }) => name === nearest.shape);
    return [fitsTerm(plan, t, c, { shape, shards: before, month, window: 1 })];
  };
  const taken = fitsTerm(plan, t, c, { shape: shapeOf[month - 1], shards: count, month, window: 1 });
  return [`${count} from month ${month}: ${isCheaper ? "costs less than fewer" : "the fewest that fit"}`, ...refused(), taken];
}

/** The limits of licences on the cores and sockets of a server. */
function editionLimits({ a }: Plan): readonly string[] {
  return licensesOf(a, "vertical").flatMap(({ name, max_cores, max_sockets }) => [
    ...(max_cores === undefined ? [] : [quoted(`license.${name}.max_cores`)]),
    ...(max_sockets === undefined ? [] : [quoted(`license.${name}.max_sockets`)]),
  ]);
}
