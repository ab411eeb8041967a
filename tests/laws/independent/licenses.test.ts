import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualValues } from "../../../src/engine/analysis/annual";
import { licensesNeeded, licensesOf, orderedLicenses } from "../../../src/engine/capacity/licenses";
import type { LicensedFleet, LicensedShape } from "../../../src/engine/capacity/licenses";
import { licenseCosts } from "../../../src/engine/cost/licenseCost";
import { serverCounts } from "../../../src/engine/capacity/sharding";
import type { FeasibleProjection } from "../../../src/engine/lines";
import { ARCHITECTURES } from "../../../src/engine/plan/setting";
import type { License } from "../../../src/engine/catalogue/resolved";
import { reference } from "../../../src/reference/load";
import { monthsOf, projectionOf } from "../../engine/projected";
import type { Given } from "../../engine/projected";
import { areClose, scenarios, SEED } from "../generator";
import type { Complaints } from "../generator";

/** Licenses of a product in a month as the choice of servers counts them: each part by itself, then the smallest order; sites once. */
function counted({ plan, series }: FeasibleProjection, license: License, m: number): number {
  const { a, central, distributed, centralShare, demand } = plan;
  const ofPart = (shape: LicensedShape, share: number, fleet: Pick<LicensedFleet, "active" | "passive" | "virtual">): number =>
    licensesNeeded(license, shape, { ...fleet, volume: demand.volume[m] * share, tb: demand.tb[m] * share, sites: demand.sites[m] });
  const counts: number[] = [];
  if (central && licensesOf(a, "vertical").includes(license)) {
    const servers = serverCounts(a, central.shards[m]);
    counts.push(ofPart(central.shapes[central.shapeOf[m]], centralShare, { ...servers, virtual: a["vertical.hosting"] === "cloud" }));
  }
  if (distributed && licensesOf(a, "horizontal").includes(license)) {
    const virtual = a["horizontal.hosting"] === "cloud";
    counts.push(ofPart(distributed.shape, 1 - centralShare, { active: series["nodes"][m], passive: 0, virtual }));
  }
  const needed = license.metric === "site" ? Math.max(0, ...counts) : counts.reduce((sum, count) => sum + count, 0);
  return orderedLicenses(license, needed);
}

/** What licenses come to, each at its price, by the counts of the choice of servers. */
function wrongMonths(projection: FeasibleProjection): Complaints {
  const { a, indices } = projection.plan;
  const [purchase, support, subscription] = ["purchase", "support", "subscription"].map((line) => monthsOf(projection, `license.${line}`));
  const held = a.licenses.map(() => 0);
  let paidPerYear = 0;
  return purchase.flatMap((bought, m) => {
    let [paid, subscribed] = [0, 0];
    a.licenses.forEach((license, at) => {
      if (license.applies === "none") return;
      const [count, price] = [counted(projection, license, m), license.price * (1 - license.discount)];
      if (license.model === "subscription") subscribed += (count * price * indices.licenses[m]) / 12;
      else if (count > held[at]) {
        const cost = (count - held[at]) * price * indices.inflation[m];
        paid += cost;
        paidPerYear += cost * license.support;
        held[at] = count;
      }
    });
    const supported = (paidPerYear * indices.licenses[m]) / 12;
    return areClose(bought, paid) && areClose(support[m], supported) && areClose(subscription[m], subscribed)
      ? []
      : [`month ${m + 1}: ${bought}, ${support[m]} and ${subscription[m]} instead of ${paid}, ${supported} and ${subscribed}`];
  });
}

/** A product of the catalogue for all parts, with a price and a share of standby servers. */
const product = fc
  .tuple(fc.constantFrom(...reference.licenses), fc.constantFrom(0, 0.5, 1), fc.integer({ min: 1, max: 4000 }))
  .map(([{ name }, standby, price]): Given => ({
    [`license.${name}.applies`]: "both",
    [`license.${name}.price`]: price,
    [`license.${name}.standby`]: standby,
  }));

const OWNED: Given = { "vertical.hosting": "owned", "horizontal.hosting": "owned" };
/** More cores than a license of any product covers. */
const LARGE: Given = { "server.large.cores": 192, "server.large.sockets": 2, "server.large.memory_gib": 4096, "server.large.price": 1000 };

const hosting = fc.constantFrom<Given>({}, { "vertical.hosting": "owned" }, { "horizontal.hosting": "owned" }, OWNED, {
  ...OWNED,
  ...LARGE,
});

/** The scenario under a hosting: on its own servers where that names none, and never on a ladder that has no prices of it. */
function hostedOn(given: Given, hosted: Given): Given {
  const replaced = "server.large.cores" in hosted ? /^server\.|\.servers$/ : /\.servers$/;
  return { ...Object.fromEntries(Object.entries(given).filter(([key]) => !replaced.test(key))), ...hosted };
}

describe(`licenses (seed ${SEED})`, () => {
  it("are as many, by every metric and vendor's rule, as the choice of servers counts", () => {
    fc.assert(
      fc.property(scenarios, hosting, fc.array(product, { maxLength: 3 }), (given, hosted, products) => {
        const licensed: Given = Object.assign({}, hostedOn(given, hosted), ...products) as Given;
        const complaints = ARCHITECTURES.flatMap((architecture) => {
          const projection = projectionOf(licensed, architecture);
          return projection.feasible ? wrongMonths(projection).map((wrong) => `${architecture} ${wrong}`) : [];
        });
        if (complaints.length > 0) throw new Error(complaints.slice(0, 3).join("; "));
      }),
      { seed: SEED, numRuns: 250 },
    );
  }, 120_000);

  it("cost in each year of a plan what LICENSE.COST gives for the users of its years", () => {
    const users = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 5, maxLength: 5 });
    const terms = fc.record({
      model: fc.constantFrom("perpetual" as const, "subscription" as const),
      price: fc.integer({ min: 1, max: 4000 }),
      support: fc.constantFrom(0, 0.2, 0.25),
      discount: fc.constantFrom(0, 0.1, 0.45),
      uplift: fc.constantFrom(-0.1, 0, 0.04, 0.3),
      firstUpliftYear: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(users, terms, fc.constantFrom(...ARCHITECTURES), (counts, { firstUpliftYear, uplift, ...product }, architecture) => {
        const given: Given = {
          "plan.years": counts.length,
          "prices.inflation": 0,
          "hybrid.central_share": 1,
          "demand.curve": "formula",
          "demand.formula": counts.reduceRight(
            (later, count, year) => (later === "" ? `${count}` : `month <= ${12 * (year + 1)} ? ${count} : ${later}`),
            "",
          ),
          "license.uplift": uplift,
          "license.first_uplift_year": firstUpliftYear,
          ...Object.fromEntries(Object.entries({ ...product, metric: "user" }).map(([field, value]) => [`license.p.${field}`, value])),
        };
        const projection = projectionOf(given, architecture);
        if (!projection.feasible) throw new Error("no plan can meet the demand");
        const lines = projection.costs.filter(({ id }) => id.startsWith("license.")).map(({ values }) => annualValues("flow", values));
        const expected = licenseCosts({ ...product, licenses: counts, uplift, firstUpliftYear }, counts.length);
        const wrong = expected.filter(
          (cost, year) =>
            !areClose(
              lines.reduce((sum, years) => sum + years[year], 0),
              cost,
            ),
        );
        expect(lines.length).toBe(3);
        expect(wrong).toEqual([]);
      }),
      { seed: SEED, numRuns: 100 },
    );
  }, 60_000);
});
