/**
 * Scenarios over the whole catalogue, made by chance from a seed. Whatever the catalogue gains is drawn too: a number that has no range here is drawn
 * around its default, or from 0 on.
 */
import fc from "fast-check";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption, AssumptionKind } from "../../src/engine/catalogue/assumption";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { FeasibleProjection } from "../../src/engine/lines";
import type { Value } from "../../src/engine/catalogue/values";
import { projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { customRows, deals, licenses, ownGrowth, ownSeason, roles, servers } from "./tables";

/** The seed of all draws; LAWS_SEED draws others. */
export const SEED = Number(process.env["LAWS_SEED"] ?? 20270101);

/** Numbers whose useful values are not around their default. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  "capacity.base_memory": [0, 24],
  "capacity.dwell_months": [1, 48],
  "capacity.lead_months": [0, 12],
  "capacity.quality": [0, 3],
  "compliance.jurisdictions_horizontal": [0, 6],
  "compliance.jurisdictions_vertical": [0, 6],
  "data.retention_years": [0, 8],
  "data.tb": [0, 60],
  "data.working_set": [0, 0.03],
  "demand.growth": [-0.2, 0.4],
  "demand.iops_per_tx": [0, 8],
  "demand.sites": [1, 60],
  "demand.surge": [0, 0.6],
  "demand.surge_month": [0, 60],
  "demand.volume": [0, 90000],
  "finance.discount_rate": [-0.05, 0.2],
  "finance.residual_share": [0, 1],
  "finance.tax_rate": [0, 0.4],
  "hardware.discount": [0, 0.5],
  "hardware.price_change": [-0.2, 0.2],
  "hardware.life_years": [1, 8],
  "horizontal.coherency": [0, 0.002],
  "horizontal.contention": [0, 0.1],
  "horizontal.global_share": [0, 1],
  "horizontal.regions": [1, 8],
  "horizontal.replication": [1, 5],
  "horizontal.zones": [1, 4],
  "integration.horizontal_cost_per_tb": [0, 2000],
  "integration.horizontal_cost_per_volume": [0, 50],
  "integration.horizontal_months": [0, 18],
  "integration.vertical_cost_per_tb": [0, 2000],
  "integration.vertical_cost_per_volume": [0, 50],
  "integration.vertical_months": [0, 30],
  "license.first_uplift_year": [1, 4],
  "plan.years": [1, 30],
  "prices.inflation": [-0.05, 0.15],
  "security.breach_cost": [0, 5e6],
  "security.breach_probability": [0, 0.01],
  "shard.cost_per_tb": [0, 5000],
  "shard.max_tb": [5, 200],
  "shard.project_months": [0, 18],
  "shard.runway_months": [1, 60],
  "staff.automation": [0, 0.6],
  "vertical.coherency": [0, 0.0005],
  "vertical.contention": [0, 0.02],
  "vertical.dr_share": [0, 1.5],
  "vertical.read_replicas": [0, 3],
  "vertical.standby": [0, 2],
  "cloud.price_change": [-0.2, 0.2],
};

/** Keys that go together and are drawn in their own groups below. */
const GROUPED = ["demand.curve", "demand.ceiling", "demand.formula", "hybrid.central_share", "plan.years", "staff.roles"];

type Bounds = readonly [number, number];

/** What is drawn for a number that is 0 by default. */
const FROM_ZERO: Readonly<Partial<Record<AssumptionKind, Bounds>>> = {
  number: [0, 1],
  integer: [0, 4],
  rate: [-0.1, 0.2],
  money: [0, 2000],
};

function boundsOf(key: string, { kind, default: initial, min = -Infinity, max = Infinity }: Assumption<unknown>): Bounds {
  const around = typeof initial === "number" ? initial : 0;
  const usual = around === 0 ? FROM_ZERO[kind] : undefined;
  const [low, high] = RANGES[key] ?? usual ?? [Math.min(around / 3, around * 3), Math.max(around / 3, around * 3)];
  return [Math.max(min, low), Math.min(max, high)];
}

function numberIn([low, high]: Bounds, whole: boolean): fc.Arbitrary<number> {
  if (whole) return fc.integer({ min: Math.ceil(low), max: Math.floor(high) });
  const inside = fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(6)));
  return fc.oneof(
    { weight: 8, arbitrary: inside },
    { weight: 1, arbitrary: fc.constant(low) },
    { weight: 1, arbitrary: fc.constant(high) },
  );
}

function valueOf(key: string, assumption: Assumption<unknown>): fc.Arbitrary<Value> | undefined {
  switch (assumption.kind) {
    case "number":
    case "rate":
    case "money":
      return numberIn(boundsOf(key, assumption), false);
    case "integer":
      return numberIn(boundsOf(key, assumption), true);
    case "choice":
      return fc.constantFrom(...(assumption.choices ?? []));
    case "boolean":
      return fc.boolean();
    case "text":
      return fc.constantFrom("USD", "beds", "Other");
    case "date":
      return fc.constantFrom("2027-01-01", "2026-07-15", "2028-12-31");
    default:
      return undefined;
  }
}

const LADDERS: Readonly<Record<string, readonly string[]>> = {
  "vertical.servers": ["aws-memory", "aws-general", "aws-arm", "azure-m", "azure-e"],
  "horizontal.servers": ["aws-nodes", "aws-arm"],
  "transfer.rates": ["aws-internet", "azure-internet", "none"],
};

/** One key, stated now and then. */
function statedNowAndThen(key: string, assumption: Assumption<unknown>): fc.Arbitrary<Given> {
  const names = LADDERS[key];
  const value = names ? fc.constantFrom(...names) : valueOf(key, assumption);
  if (!value) throw new Error(`The generator has no values for ${key}.`);
  return fc.option(value, { freq: 3, nil: undefined }).map((drawn) => (drawn === undefined ? {} : { [key]: drawn }));
}

const isScalar = (key: string): boolean => !key.includes("*") && !GROUPED.includes(key);

const scalars: fc.Arbitrary<Given> = fc
  .tuple(...Object.entries(CATALOGUE).flatMap(([key, assumption]) => (isScalar(key) ? [statedNowAndThen(key, assumption)] : [])))
  .map(merged);

function merged(parts: readonly Given[]): Given {
  return Object.assign({}, ...parts) as Given;
}

/** Plans of 1 to 30 years, most of them short so that many can be run. */
const years = fc
  .oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 1, arbitrary: fc.integer({ min: 6, max: 30 }) })
  .map((value): Given => ({ "plan.years": value }));

const centralShare = fc
  .oneof(
    { weight: 6, arbitrary: fc.double({ min: 0.05, max: 0.95, noNaN: true }).map((share) => Number(share.toPrecision(3))) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  )
  .map((share): Given => ({ "hybrid.central_share": share }));

const FORMULAS = [
  "volume * (1 + growth) ^ t",
  "volume + 40 * month",
  "sites * 900 + 100 * sqrt(month)",
  "max(500, demand.volume * exp(-0.1 * t))",
];

const curve: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: ownGrowth },
  { weight: 1, arbitrary: fc.constant({ "demand.curve": "linear" }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 20000, max: 90000 })
      .map((ceiling) => ({ "demand.curve": "logistic", "demand.volume": 8000, "demand.ceiling": ceiling })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...FORMULAS).map((formula) => ({ "demand.curve": "formula", "demand.formula": formula })) },
);

/** The ladders of the cloud have no purchase prices: with owned hosting such a name leaves no shape to choose from. */
function withoutRentedLadders(given: Given): Given {
  const kept = Object.entries(given).filter(
    ([key]) => !(key.endsWith(".servers") && given[key.replace(".servers", ".hosting")] === "owned"),
  );
  return Object.fromEntries(kept);
}

/** A scenario that the catalogue allows; some of them no plan can carry. */
export const scenarios: fc.Arbitrary<Given> = fc
  .tuple(scalars, years, centralShare, curve, deals, servers, licenses, roles, customRows, ownSeason)
  .map((parts) => withoutRentedLadders(merged(parts)));

/** The first scenarios of the seed. */
export function drawn(count: number): readonly Given[] {
  return fc.sample(scenarios, { seed: SEED, numRuns: count });
}

/** What breaks a law in a scenario, in words; nothing when the law holds. */
export type Complaints = readonly string[];

/** Tries a law on so many scenarios; a failure names the seed, the smallest scenario that breaks it, and how. */
export function expectForAll(count: number, law: (given: Given) => Complaints): void {
  fc.assert(
    fc.property(scenarios, (given) => {
      const complaints = law(given);
      if (complaints.length > 0) throw new Error(complaints.slice(0, 5).join("; "));
    }),
    { seed: SEED, numRuns: count },
  );
}

/** Tries a law on so many scenarios under each architecture that carries them. */
export function expectForAllFeasible(count: number, law: (projection: FeasibleProjection, given: Given) => Complaints): void {
  expectForAll(count, (given) =>
    ARCHITECTURES.flatMap((architecture) => {
      const projection = projectionOf(given, architecture);
      return projection.feasible ? law(projection, given).map((complaint) => `${architecture}: ${complaint}`) : [];
    }),
  );
}

/** Values that differ by no more than rounding. */
export function areClose(one: number, other: number, scale = 0): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other), scale);
}

/** In words, the months in which a line of one projection is not what it should be after the line of another. */
export function differences(
  before: FeasibleProjection,
  after: FeasibleProjection,
  should: (before: number, after: number, m: number) => boolean,
  ids: readonly string[] = before.lines.map(({ id }) => id),
): Complaints {
  const found = new Map(after.lines.map((line) => [line.id, line.values]));
  return before.lines.flatMap(({ id, values }) => {
    if (!ids.includes(id)) return [];
    const others = found.get(id);
    if (!others) return [`${id} is missing`];
    const m = values.findIndex((value, index) => index < others.length && !should(value, others[index], index));
    return m < 0 ? [] : [`${id} month ${m + 1}: ${values[m]} and ${others[m]}`];
  });
}
