/** Evidence for the result of a search: the candidates that were refused, why, and the chosen one. Each comparison is a separate formula. */

import type { Plan } from "../lines";
import type { ServerShape } from "../catalogue/reference";
import { quoted } from "../terms";
import type { Found, TermWriter } from "../terms";
import { cheapestForWindow, fitsWindow, hasShape, lastCompared, loadNeed } from "./centralChoice";
import { startChoice } from "./centralContext";
import type { ChoiceContext } from "./centralContext";
import { bindingDimension, nearestRefusal } from "./centralLadder";
import { shapeCost } from "./centralPrice";
import { holdLicenses } from "./licensePrice";
import { licensesOf } from "../capacity/licenses";
import { DIMENSIONS } from "../capacity/need";
import type { CentralPlan, Held } from "./plan";
import { shapeNumber } from "../capacity/shapeTerms";

/** A shape at a shard count, and the months in which it had to fit. */
interface Candidate {
  readonly shape: number;
  readonly shards: number;
  readonly month: number;
  readonly window: number;
}

/** What the choice of a month depended on: what was in service before it, and what had been bought. */
function choiceContext(plan: Plan, { ladder, shapeOf, shards, batches }: CentralPlan, month: number): ChoiceContext {
  const { a, demand, centralShare } = plan;
  const scaled = (values: Float64Array): Float64Array => values.map((value) => value * centralShare);
  const workload = { peakTps: scaled(demand.tpsPeak), tb: scaled(demand.tb) };
  const c = startChoice(plan, workload, ladder, licensesOf(a, "vertical"));
  for (let m = 1; m < month; m++) holdLicenses(c, shapeOf[m - 1], shards[m - 1], m);
  if (month > 1) c.shape = shapeOf[month - 2];
  for (const batch of batches) {
    const { serviceMonth, lifeMonths, endMonth } = batch;
    // The choice itself retires what it replaces.
    if (serviceMonth < month) c.batches.push({ ...batch, endMonth: endMonth === month ? serviceMonth + lifeMonths : endMonth });
  }
  return c;
}

function monthOfMost(values: Float64Array, month: number, window: number): number {
  let most = month;
  for (let m = month + 1; m < Math.min(month + window, values.length + 1); m++) if (values[m - 1] > values[most - 1]) most = m;
  return most;
}

/** Whether a candidate fits, in its tightest dimension: 1 where it does, in the month that needs most; 0 in the first month for which it was refused. */
function fitsTerm(plan: Plan, t: TermWriter, c: ChoiceContext, candidate: Candidate): string {
  const { shape, shards, window } = candidate;
  const refused = refusalMonth(c, candidate);
  const first = refused ?? candidate.month;
  loadNeed(c, shards, first, refused === undefined ? window : 1);
  const dimension = DIMENSIONS[bindingDimension(c.ladder, shape, c.need)];
  const { peakTps, tb } = c.workload;
  const at = refused ?? monthOfMost(dimension === "cores" || dimension === "iops" ? peakTps : tb, first, window);
  const server = c.ladder.shapes[shape];
  const formula = `fits(${t.supposed(NEEDED[dimension], shards, at)}, ${offered(plan, t, server, dimension)})`;
  return t.term(`fits.${server.name}.month_${at}.shards_${shards}`, "1 = yes", formula);
}

/** The first month of a candidate's window in which it does not fit. */
function refusalMonth(c: ChoiceContext, { shape, shards, month, window }: Candidate): number | undefined {
  for (let m = month; m < Math.min(month + window, c.months + 1); m++) if (!fitsWindow(c, shape, shards, m, 1)) return m;
  return undefined;
}

type Dimension = (typeof DIMENSIONS)[number];

/** The entries of what the busiest server needs. */
const NEEDED: Readonly<Record<Dimension, string>> = {
  cores: "cores_needed.server",
  memory: "memory_needed.server",
  storage: "storage_needed.server",
  iops: "iops_needed.server",
  "shard data": "tb.server",
};

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
  const c = choiceContext(plan, central, month);
  const { shapes, excess, windowOf } = c.ladder;
  const isFit = (each: number, window: number): boolean => fitsWindow(c, each, count, month, window);
  const fits = (each: number, window: number): string => fitsTerm(plan, t, c, { shape: each, shards: count, month, window });
  const last = lastCompared(c, month);
  const costs = shapes.map((_, each) => shapeCost(c, each, count, month, last));
  const byCost = shapes.flatMap((_, each) => (excess[each] ? [] : [each])).sort((one, other) => costs[one] - costs[other] || one - other);
  const place = byCost.indexOf(shape);
  const refused = byCost
    .slice(0, place)
    .reverse()
    .find((each) => !isFit(each, windowOf(each)));
  const next = byCost.slice(place + 1).find((each) => isFit(each, windowOf(each)));
  const months = last === month ? `month_${month}` : `months_${month}_to_${last}`;
  const cost = (each: number): string => t.weighed(`cost_in_${months}.${shapes[each].name}`, "money", costs[each]);
  return [
    `${shapes[shape].name} from month ${month}: the cheapest that fits`,
    ...(refused === undefined ? [] : [fits(refused, windowOf(refused))]),
    fits(shape, isFit(shape, windowOf(shape)) ? windowOf(shape) : 1),
    cost(shape),
    ...(next === undefined ? [] : [cost(next)]),
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
  if (count === 1) return ["1: one server is enough in every month so far"];
  const today = plan.a["shard.today"];
  if (count === today) return [`${count}: the shards of today are enough in every month so far`, "shard.today"];
  const month = sinceMonth(t.month, shards);
  const c = choiceContext(plan, central, month);
  const before = month === 1 ? today : shards[month - 2];
  const event = events.find((each) => each.kind === "shard" && each.month === month);
  const taken = fitsTerm(plan, t, c, { shape: shapeOf[month - 1], shards: count, month, window: 1 });
  if (event?.dimension === "cost")
    return [`${count} from month ${month}: costs less than fewer`, ...COST_KEYS, ...splitCosts(t, central, month), taken];
  const presentRefusal = refusal(plan, t, c, before, month, 1);
  if (!hasShape(c, month, count - 1, 1)) {
    const fewerRefusal = count - 1 > before ? refusal(plan, t, c, count - 1, month, 1) : [];
    return [`${count} from month ${month}: the fewest that fit`, ...presentRefusal, ...fewerRefusal, taken];
  }
  const runway = plan.a["shard.runway_months"];
  return [
    `${count} from month ${month}: the fewest that fit for the runway of ${runway} months`,
    ...presentRefusal,
    "shard.runway_months",
    ...refusal(plan, t, c, count - 1, month, runway),
    fitsTerm(plan, t, c, { shape: cheapestForWindow(c, month, count, runway), shards: count, month, window: runway }),
  ];
}

/** What both ways cost in the month of a split that costs less than larger servers. */
function splitCosts(t: TermWriter, { shapes, weighed }: CentralPlan, month: number): readonly string[] {
  const prices = weighed.find((each) => each.month === month);
  const costOf = ({ shape, shards, cost }: Held): string =>
    t.weighed(`cost_over_plan.${shapes[shape].name}.shards_${shards}`, "money", cost);
  return prices ? [costOf(prices.split), costOf(prices.larger)] : [];
}

const COST_KEYS = ["shard.when", "shard.project_cost", "shard.cost_per_tb", "upgrade.cost"];

/** Why a shard count is too small for some months: the shape that is nearest to enough, or the limits of editions. */
function refusal(plan: Plan, t: TermWriter, c: ChoiceContext, shards: number, month: number, window: number): readonly string[] {
  loadNeed(c, shards, month, window);
  const nearest = nearestRefusal(c.ladder, c.need);
  if (nearest.dimension === "license") return editionLimits(plan);
  const shape = c.ladder.shapes.findIndex(({ name }) => name === nearest.shape);
  return [fitsTerm(plan, t, c, { shape, shards, month, window })];
}

/** The limits of licenses on the cores and sockets of a server. */
function editionLimits({ a }: Plan): readonly string[] {
  return licensesOf(a, "vertical").flatMap(({ name, max_cores, max_sockets }) => [
    ...(max_cores === undefined ? [] : [quoted(`license.${name}.max_cores`)]),
    ...(max_sockets === undefined ? [] : [quoted(`license.${name}.max_sockets`)]),
  ]);
}
