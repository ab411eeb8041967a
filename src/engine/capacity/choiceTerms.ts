/** Evidence for what a search has found: what was refused and why, and what was taken. Each comparison is a formula of its own. */

import type { ServerShape } from "../reference";
import type { TermWriter } from "../terms";
import { loadNeed, startChoice } from "./centralChoice";
import type { ChoiceContext } from "./centralChoice";
import { bindingDimension, nearestRefusal, shapeFits } from "./centralLadder";
import { centralLoad, effectiveCoresOfShape, needAt } from "./centralNeedTerms";
import type { WithCentral } from "./centralNeedTerms";
import { licensesOf } from "./licenses";
import { DIMENSIONS } from "./need";
import { shapeNumber } from "./shapeTerms";

/** A shape at a shard count, and the months in which it had to fit. */
interface Candidate {
  readonly shape: number;
  readonly shards: number;
  readonly month: number;
  readonly window: number;
}

function choiceContext({ a, central, demand, centralShare, indices }: WithCentral): ChoiceContext {
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value * centralShare);
  const workload = { peakTps: scaled(demand.tpsPeak), tb: scaled(demand.tb) };
  return startChoice(a, workload, central.shapes, licensesOf(a, "vertical"), indices);
}

const monthOfMost = (values: Float64Array, month: number, window: number): number => {
  let most = month;
  for (let m = month + 1; m < Math.min(month + window, values.length + 1); m++) if (values[m - 1] > values[most - 1]) most = m;
  return most;
};

/** Writes whether a candidate fits, in its tightest dimension: 1 where it does, 0 where it was refused. */
function fitsTerm(plan: WithCentral, t: TermWriter, c: ChoiceContext, candidate: Candidate): string {
  const { shape, shards, month, window } = candidate;
  loadNeed(c, shards, month, window);
  const dimension = DIMENSIONS[bindingDimension(c.ladder, shape, c.need)];
  const byLoad = dimension === "cores" || dimension === "iops";
  const at = monthOfMost(byLoad ? c.workload.peakTps : c.workload.tb, month, window);
  const { name } = plan.central.shapes[shape];
  return t.term(`fits.${name}.month_${month}.shards_${shards}`, "1 = yes", () => {
    const needed = neededIn(plan, t, dimension, shards, at);
    return `${needed} <= ${offered(plan, t, plan.central.shapes[shape], dimension)} * (1 + 1e-9)`;
  });
}

type Dimension = (typeof DIMENSIONS)[number];

/** What the busiest server needs in a dimension, in a month, with some shards. */
function neededIn(plan: WithCentral, t: TermWriter, dimension: Dimension, shards: number, month: number): string {
  const of = `month_${month}.shards_${shards}`;
  const need = needAt(plan, t, {
    of,
    shards: String(shards),
    tps: centralLoad(plan, t, "tps_peak", month),
    tb: centralLoad(plan, t, "tb", month),
  });
  switch (dimension) {
    case "cores":
      return need.cores;
    case "memory":
      return t.term(`memory_needed.${of}`, "GiB", () => need.memory);
    case "storage":
      return t.term(`storage_needed.${of}`, "TB", () => need.storage);
    case "iops":
      return t.term(`iops_needed.${of}`, "1/s", () => need.iops);
    case "shard data":
      return need.shardTb;
  }
}

/** What a shape offers in a dimension. */
function offered(plan: WithCentral, t: TermWriter, shape: ServerShape, dimension: Dimension): string {
  const number = (field: "memoryGib" | "storageTb" | "iops"): string => shapeNumber(plan, t, "vertical", shape, field);
  switch (dimension) {
    case "cores":
      return t.term(`effective_cores.${shape.name}`, "cores", () => effectiveCoresOfShape(plan, t, shape));
    case "memory":
      return number("memoryGib");
    case "storage":
      return number("storageTb");
    case "iops":
      return number("iops");
    case "shard data":
      return t.key("shard.max_tb");
  }
}

/** First month of the stretch of months in which nothing has changed up to a month. */
function sinceMonth(last: number, ...series: readonly Float64Array[]): number {
  let month = last;
  while (month > 1 && series.every((values) => values[month - 2] === values[last - 1])) month--;
  return month;
}

/** Why the central servers are of their shape in the last month of the year: the next cheaper one was too small, this one is not. */
export function serverEvidence(plan: WithCentral, t: TermWriter): string {
  const { shapes, shapeOf, shards } = plan.central;
  const month = sinceMonth(t.month, shapeOf, shards);
  const shape = shapeOf[month - 1];
  const found = `${shapes[shape].name} from month ${month}: the cheapest that fits`;
  return t.choice("server_shape", found, () => {
    const c = choiceContext(plan);
    const count = shards[month - 1];
    const isFit = (each: number, window: number): boolean => {
      loadNeed(c, count, month, window);
      return shapeFits(c.ladder, each, c.need);
    };
    const order = c.ladder.orderFor(count);
    const refused = [...order.slice(0, order.indexOf(shape))].reverse().find((each) => !isFit(each, c.ladder.windowOf(each)));
    if (refused !== undefined) t.because(fitsTerm(plan, t, c, { shape: refused, shards: count, month, window: c.ladder.windowOf(refused) }));
    const window = isFit(shape, c.ladder.windowOf(shape)) ? c.ladder.windowOf(shape) : 1;
    t.because(fitsTerm(plan, t, c, { shape, shards: count, month, window }), t.key("vertical.hosting"));
  });
}

/** Why there are so many shards in the last month of the year: one fewer has no shape that is large enough. */
export function shardEvidence(plan: WithCentral, t: TermWriter): string {
  const { shards, shapeOf, shapes, events } = plan.central;
  const count = shards[t.month - 1];
  const month = sinceMonth(t.month, shards);
  const found = count === 1 ? "1: a shape carries every month so far" : `${count} shards from month ${month}`;
  return t.choice("shard_count", found, () => {
    if (count === 1) return;
    const c = choiceContext(plan);
    const before = month === 1 ? 1 : shards[month - 2];
    const event = events.find((each) => each.kind === "shard" && each.month === month);
    loadNeed(c, before, month, 1);
    const { shape } = nearestRefusal(c.ladder, c.need);
    const refused = shapes.findIndex(({ name }) => name === shape);
    if (event?.dimension === "cost") t.because(t.key("shard.when"), t.key("shard.project_cost"), t.key("upgrade.cost"));
    else if (event?.dimension === "license") t.because(...editionTerms(plan, t, shape));
    else t.because(fitsTerm(plan, t, c, { shape: refused, shards: before, month, window: 1 }));
    t.because(fitsTerm(plan, t, c, { shape: shapeOf[month - 1], shards: count, month, window: 1 }));
  });
}

/** The limits of licences on the cores and sockets of a server. */
function editionTerms({ a, central }: WithCentral, t: TermWriter, shape: string): readonly string[] {
  const limits = licensesOf(a, "vertical").flatMap(({ name, max_cores, max_sockets }) => [
    ...(max_cores === undefined ? [] : [t.key(`license.${name}.max_cores`)]),
    ...(max_sockets === undefined ? [] : [t.key(`license.${name}.max_sockets`)]),
  ]);
  return central.shapes.some(({ name }) => name === shape) ? limits : [];
}
