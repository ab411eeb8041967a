/** The tables of generated scenarios: deals, servers, licenses, roles, own lines, and the keys by year and month. */
import fc from "fast-check";
import type { Value } from "../../src/engine/catalogue/values";
import type { Given } from "../engine/projected";

type Row = Readonly<Record<string, fc.Arbitrary<Value | undefined>>>;

function rowOf(table: string, name: string, fields: Row): fc.Arbitrary<Given> {
  return fc.record(fields).map((row) => {
    const stated = Object.entries(row).filter((entry): entry is [string, Value] => entry[1] !== undefined);
    return Object.fromEntries(stated.map(([field, value]) => [`${table}.${name}.${field}`, value]));
  });
}

const joined = (rows: readonly Given[]): Given => Object.assign({}, ...rows) as Given;
const rarely = <T extends Value>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { freq: 3, nil: undefined });
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const hundredths = (min: number, max: number): fc.Arbitrary<number> =>
  whole(Math.round(min * 100), Math.round(max * 100)).map((n) => n / 100);

const closing = fc.tuple(whole(2025, 2034), whole(1, 12)).map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-15`);

function dealRow(name: string, sign: 1 | -1): fc.Arbitrary<Given> {
  return rowOf("deal", name, {
    close: fc.oneof({ weight: 1, arbitrary: closing }, { weight: 3, arbitrary: fc.constantFrom("2027-04-30", "2027-11-01", "2028-02-29") }),
    volume: whole(0, 12000).map((n) => n * sign),
    sites: whole(0, 6).map((n) => n * sign),
    tb: whole(0, 20).map((n) => n * sign),
    regions: sign > 0 ? rarely(whole(0, 2)) : fc.constant(undefined),
    growth: rarely(hundredths(-0.1, 0.3)),
    lag_months: rarely(whole(0, 9)),
    integration_cost: rarely(whole(0, 900000)),
    legacy_cost: rarely(whole(0, 600000)),
    probability: rarely(fc.constantFrom(0, 0.3, 0.5, 0.8, 1)),
    include: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.boolean() }),
  });
}

/** None, acquisitions, or acquisitions and a divestiture. */
export const deals: fc.Arbitrary<Given> = fc.oneof(
  fc.constant({}),
  fc.tuple(dealRow("North", 1), dealRow("South", 1)).map(joined),
  fc.tuple(dealRow("Out", -1), dealRow("In", 1)).map(joined),
);

function serverRow(name: string): fc.Arbitrary<Given> {
  return whole(1, 48).chain((cores) =>
    rowOf("server", name, {
      cores: fc.constant(cores),
      memory_gib: whole(4, 12).map((each) => 24 + each * cores),
      speed: rarely(hundredths(0.6, 1.6)),
      storage_tb: rarely(whole(5, 60)),
      local_disk: rarely(whole(1, 20)),
      iops: rarely(whole(2000, 60000)),
      sockets: whole(1, 2),
      price: fc.oneof(
        { weight: 12, arbitrary: whole(50, 120).map((each) => 4000 + each * 10 * cores) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      monthly: fc.oneof(
        { weight: 12, arbitrary: whole(20, 60).map((each) => 20 + each * cores) },
        { weight: 1, arbitrary: fc.constant(undefined) },
      ),
      monthly_1y: rarely(whole(12, 19).map((each) => 15 + each * cores)),
      monthly_3y: rarely(whole(8, 12).map((each) => 10 + each * cores)),
      kw: rarely(hundredths(0.1, 2)),
      rack_units: rarely(whole(1, 8)),
      role: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom("vertical", "horizontal", "both") },
      ),
    }),
  );
}

/** The reference ladders, or one to three rows that replace them. */
export const servers: fc.Arbitrary<Given> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(...["s one", "s.two", "s3"].map(serverRow))
      .chain((rows) => whole(1, 3).map((count) => joined(rows.slice(0, count)))),
  },
);

function licenseRow(name: string): fc.Arbitrary<Given> {
  return rowOf("license", name, {
    metric: fc.constantFrom("core", "processor", "socket", "server", "vcpu", "user", "site", "node", "instance", "tb"),
    price: whole(0, 4000),
    applies: rarely(fc.constantFrom("vertical", "horizontal", "both", "none")),
    model: fc.constantFrom("perpetual", "subscription"),
    factor: rarely(fc.constantFrom(0.5, 1, 2)),
    pack: rarely(fc.constantFrom(1, 2, 8)),
    minimum: rarely(fc.constantFrom(0, 4, 16)),
    support: rarely(fc.constantFrom(0.2, 0.25)),
    discount: rarely(hundredths(0, 0.5)),
    standby: rarely(fc.constantFrom(0, 0.5, 1)),
    users_per_volume: rarely(fc.constantFrom(0.01, 1)),
    max_cores: rarely(whole(4, 64)),
    max_sockets: rarely(whole(1, 4)),
  });
}

export const licenses: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: licenseRow("db") },
  { weight: 1, arbitrary: fc.tuple(licenseRow("db"), licenseRow("os 2.1")).map(joined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ "license.oracle-db-ee.applies": "vertical" }, { "license.sql-server-standard.applies": "both" }),
  },
);

/** Roles of the user's own beside the default ones, and alone. */
export const roles: fc.Arbitrary<Given> = fc
  .tuple(
    fc.constantFrom<Given>({}, {}, { "staff.roles": "default" }, { "staff.roles": "none" }),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: rowOf("role", "analyst", {
          applies: rarely(fc.constantFrom("vertical", "horizontal", "both")),
          driver: rarely(fc.constantFrom("sites", "tb", "servers", "databases", "tps_peak", "link_mbps", "demand.sites")),
          ratio: rarely(whole(1, 50)),
          fixed: rarely(hundredths(0, 2)),
          minimum: rarely(hundredths(0, 3)),
          salary: whole(40000, 160000),
          oncall: rarely(fc.boolean()),
        }),
      },
    ),
  )
  .map(joined);

const CUSTOM_FORMULAS = [
  "0.05 * cloud.compute + 100",
  "user.fee * max(0, sites - 2)",
  "month <= 12 ? 5000 : 0",
  "storage + fte * 10",
  "-0.1 * cloud.compute",
  "month == 7 ? -20000 : 0",
];

export const customRows: fc.Arbitrary<Given> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        rowOf("custom", "own", {
          formula: fc.constantFrom(...CUSTOM_FORMULAS),
          pool: rarely(fc.constantFrom("Other", "Telecom")),
          spend: rarely(fc.constantFrom("capex", "opex")),
        }),
        whole(5, 50),
      )
      .map(([row, fee]): Given => ({ ...row, "user.fee": fee })),
  },
);

export const ownGrowth: fc.Arbitrary<Given> = fc
  .array(hundredths(-0.1, 0.3), { minLength: 1, maxLength: 4 })
  .map((rates) => Object.fromEntries(rates.map((rate, index) => [`demand.growth.${index + 1}`, rate])));

export const ownSeason: fc.Arbitrary<Given> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .array(hundredths(0.5, 2), { minLength: 12, maxLength: 12 })
      .map((factors) => Object.fromEntries(factors.map((factor, index) => [`demand.season.${index + 1}`, factor]))),
  },
);
