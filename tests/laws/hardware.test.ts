import fc from "fast-check";
import { describe, it } from "vitest";
import type { ServerBatch } from "../../src/engine/search/plan";
import type { FeasibleProjection } from "../../src/engine/lines";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { Service } from "../../src/engine/plan/setting";
import { project } from "../../src/engine/plan/project";
import { resolveScenario } from "../../src/engine/catalogue/scenario";
import { reference } from "../../src/reference/load";
import { mapOf, monthsOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { areClose, scenarios, SEED } from "./generator";
import type { Complaints } from "./generator";
import { nodeBatches } from "./nodeBatches";

const MACRS = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

/** Owned servers, where a scenario does not say otherwise; what its plan buys is written off by one method or the other. */
const owned = fc.record({
  "vertical.hosting": fc.constant("owned"),
  "horizontal.hosting": fc.constantFrom("owned", "cloud"),
  "hardware.life_years": fc.constantFrom(1, 2, 3.5, 5, 7),
  "finance.depreciation": fc.constantFrom("straight-line", "macrs-5"),
});

/** What batches come to in each month, the long way. */
interface Books {
  readonly bought: Float64Array;
  readonly present: Float64Array;
  readonly paid: Float64Array;
  readonly value: Float64Array;
  readonly writtenOff: Float64Array;
  readonly left: Float64Array;
}

function booksOf(batches: readonly ServerBatch[], months: number, isMacrs: boolean): Books {
  const series = (): Float64Array => new Float64Array(months);
  const books: Books = { bought: series(), present: series(), paid: series(), value: series(), writtenOff: series(), left: series() };
  for (const { count, unitPrice, paidMonth, serviceMonth, endMonth, lifeMonths } of batches) {
    const value = count * unitPrice;
    books.paid[paidMonth - 1] += value;
    books.bought[serviceMonth - 1] += count;
    let left = value;
    for (let month = serviceMonth; month <= Math.min(months, endMonth); month++) {
      const age = month - serviceMonth;
      const share = isMacrs ? (MACRS[Math.floor(age / 12)] ?? 0) / 12 : 1 / lifeMonths;
      const part = month === endMonth ? left : value * share;
      left -= part;
      books.writtenOff[month - 1] += part;
      books.left[month - 1] += left;
      if (month === endMonth) continue;
      books.present[month - 1] += count;
      books.value[month - 1] += value;
    }
  }
  return books;
}

/** Where months differ by more than rounding of the amounts from which they are subtracted, which are as large as `of`. */
function unlike(name: string, series: ArrayLike<number>, expected: Float64Array, of = expected): Complaints {
  const scale = Math.max(...of, 0);
  const m = expected.findIndex((value, index) => !areClose(series[index], value, scale));
  return m < 0 ? [] : [`${name} month ${m + 1}: ${series[m]}, by batches ${expected[m]}`];
}

const added = (...series: readonly ArrayLike<number>[]): Float64Array =>
  Float64Array.from(series[0], (_, m) => series.reduce((sum, values) => sum + values[m], 0));

/** How what formulas say of owned servers differs from what the search has bought. */
function unlikeBatches(projection: FeasibleProjection): Complaints {
  const { plan, series } = projection;
  const { a, central, timeline } = plan;
  const isMacrs = a["finance.depreciation"] === "macrs-5";
  const servers = booksOf(central?.batches ?? [], timeline.months, isMacrs);
  const nodes = booksOf(nodeBatches(projection), timeline.months, isMacrs);
  const lastMonth = (values: Float64Array): Float64Array => values.map((value, m) => (m === values.length - 1 ? value : 0));
  const inService = (values: Float64Array): Float64Array =>
    values.map((value, m) => (plan.service && (m + 1 < plan.service.first || m + 1 > plan.service.last) ? 0 : value));
  const line = (id: string): readonly number[] => monthsOf(projection, id);
  const left = added(servers.left, nodes.left);
  return [
    ...unlike("servers_bought", series["servers_bought"], servers.bought),
    ...unlike("nodes_bought", series["nodes_bought"], nodes.bought),
    ...unlike("servers in service", added(series["servers_kept"], series["servers_bought"]), servers.present),
    ...unlike("nodes in service", added(series["nodes_kept"], series["nodes_bought"]), nodes.present),
    ...unlike("value_in_service.servers", series["value_in_service.servers"], servers.value),
    ...unlike("value_in_service.nodes", series["value_in_service.nodes"], nodes.value),
    ...unlike("depreciation.servers", series["depreciation.servers"], servers.writtenOff),
    ...unlike("depreciation.nodes", series["depreciation.nodes"], nodes.writtenOff),
    ...unlike("book_value", series["book_value"], left),
    ...unlike("hardware.purchase", line("hardware.purchase"), added(servers.paid, nodes.paid)),
    ...unlike(
      "hardware.maintenance",
      line("hardware.maintenance"),
      inService(added(servers.value, nodes.value).map((value) => (value * a["hardware.maintenance"]) / 12)),
    ),
    ...unlike(
      "residual",
      line("residual").map((value) => -value),
      inService(lastMonth(left.map((value) => value * a["finance.residual_share"]))),
      left,
    ),
  ];
}

/** A share of the plan, after which another architecture takes over. */
const cut = fc.double({ min: 0.05, max: 0.95, noNaN: true });

function complaintsOf(given: Given, share: number): Complaints {
  const a = resolveScenario(mapOf(given), reference);
  const months = a["plan.years"] * 12;
  const last = Math.max(1, Math.floor(months * share));
  const services: readonly (readonly [(typeof ARCHITECTURES)[number], Service | undefined])[] = [
    ...ARCHITECTURES.map((architecture) => [architecture, undefined] as const),
    ["vertical", { first: 1, last, other: "horizontal" }],
    ["horizontal", { first: last + 1, last: months, other: "vertical" }],
  ];
  return services.flatMap(([architecture, service]) => {
    const projection = project(a, architecture, reference, service);
    const what = service ? `${architecture} from month ${service.first} to ${service.last}` : architecture;
    return projection.feasible ? unlikeBatches(projection).map((complaint) => `${what}: ${complaint}`) : [];
  });
}

describe(`owned servers (seed ${SEED})`, () => {
  it("are by the formulas what the search has bought: how many, what they cost, and what is left of them", () => {
    fc.assert(
      fc.property(scenarios, owned, cut, (given, hosting, share) => {
        const complaints = complaintsOf({ ...given, ...hosting, ...withoutLadders(given) }, share);
        if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join("; "));
      }),
      { seed: SEED, numRuns: 250 },
    );
  }, 120_000);
});

/** Ladders of the cloud have no prices at which servers are sold. */
function withoutLadders(given: Given): Given {
  return Object.fromEntries(["vertical.servers", "horizontal.servers"].filter((key) => key in given).map((key) => [key, "owned-x86"]));
}
