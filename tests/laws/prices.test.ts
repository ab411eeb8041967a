import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import { COMPONENTS } from "../../src/engine/cost/components";
import { parseKey } from "../../src/engine/catalogue/keys";
import { readsOf } from "../../src/engine/model/language/reads";
import { ENTRIES, MODEL_NAMES } from "../../src/engine/model/model";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import type { Reference, ServerRow } from "../../src/engine/catalogue/reference";
import { reference } from "../../src/reference/load";
import { monthsOf, projected, projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";
import { areClose, differences, expectForAll, SEED } from "./generator";
import type { Complaints } from "./generator";

const FACTOR = 3;
const CATALOGUE_ROWS: Readonly<Record<string, Assumption<unknown>>> = CATALOGUE;

/** Keys that hold an amount of money, by pattern. */
const PRICES = Object.entries(CATALOGUE_ROWS).flatMap(([pattern, { kind }]) => (kind === "money" ? [pattern] : []));

/** The scenario with the prices of these patterns times a factor, stated or not. */
function repriced(given: Given, patterns: readonly string[], factor: number): Given {
  const defaults = patterns.flatMap((key) => {
    const initial = CATALOGUE_ROWS[key].default;
    return !key.includes("*") && typeof initial === "number" ? [[key, initial * factor] as const] : [];
  });
  const stated = Object.entries(given).flatMap(([key, value]) =>
    typeof value === "number" && patterns.includes(parseKey(key)?.pattern ?? "") ? [[key, value * factor] as const] : [],
  );
  return { ...given, ...Object.fromEntries([...defaults, ...stated]) };
}

/** The reference data with its prices of servers, transfer, salaries and licenses times a factor. */
function repricedReference(factor: number): Reference {
  const scaled = (price: number | null): number | null => (price === null ? null : price * factor);
  const server = (row: ServerRow): ServerRow => ({
    ...row,
    price: scaled(row.price),
    monthly: scaled(row.monthly),
    monthly1y: scaled(row.monthly1y),
    monthly3y: scaled(row.monthly3y),
  });
  return {
    ...reference,
    ladders: Object.fromEntries(Object.entries(reference.ladders).map(([name, rows]) => [name, rows.map(server)])),
    transferRates: Object.fromEntries(
      Object.entries(reference.transferRates).map(([name, rates]) => [
        name,
        { ...rates, tiers: rates.tiers.map(({ from, price }) => ({ from, price: price * factor })) },
      ]),
    ),
    roles: reference.roles.map((role) => ({ ...role, salary: role.salary * factor })),
    licenses: reference.licenses.map((product) => ({ ...product, price: scaled(product.price) })),
  };
}

/** Keys so near to the bounds of the catalogue that a multiple would leave them do not come from the generator; own lines hold amounts in formulas. */
const withoutOwnLines = (given: Given): Given => Object.fromEntries(Object.entries(given).filter(([key]) => !key.startsWith("custom.")));

const SERVER_PRICES = ["server.*.price", "server.*.monthly", "server.*.monthly_1y", "server.*.monthly_3y"];

/** The prices among what an entry reads, and what it reads that is an amount of money: times a, they make it a times as large. */
function pricesOf(id: string, seen: Set<string>): readonly string[] {
  const entry = ENTRIES.get(id);
  if (!entry?.unit.includes("money") || seen.has(id)) return [];
  seen.add(id);
  return readsOf(MODEL_NAMES, entry).ids.flatMap((read) => {
    const isRead = (pattern: string): boolean => pattern === read || (read.endsWith("*") && pattern.startsWith(read.slice(0, -1)));
    return [...PRICES.filter(isRead), ...pricesOf(read, seen)];
  });
}

/** Every cost line with the prices that it follows. */
const PRICES_OF: readonly (readonly [id: string, prices: readonly string[]])[] = COMPONENTS.map(({ id }) => [
  id,
  [...new Set(pricesOf(id, new Set()))],
]);

/** Where nothing is chosen by price, and every price is a key: one shape for both parts, sharded only at the ceiling. */
function nothingChosen(given: Given): Given {
  const kept = Object.entries(given).filter(
    ([key]) => !/^server\.(s\.two|s3)\.|^server\..*\.local_disk$|^license\.(oracle|sql-server)/.test(key),
  );
  return {
    "server.s one.cores": 24,
    "server.s one.memory_gib": 192,
    ...Object.fromEntries(kept),
    "server.s one.monthly": 900,
    "server.s one.price": 16000,
    "server.s one.role": "both",
    "transfer.rates": "none",
    "staff.roles": "none",
    "shard.when": "ceiling",
  };
}

function notScaled(given: Given, patterns: readonly string[], ids: readonly string[]): Complaints {
  return ARCHITECTURES.flatMap((architecture) => {
    const before = projectionOf(given, architecture);
    const after = projectionOf(repriced(given, patterns, FACTOR), architecture);
    if (!before.feasible || !after.feasible) return before.feasible === after.feasible ? [] : ["only one is feasible"];
    return differences(before, after, (value, other) => areClose(value * FACTOR, other), ids);
  });
}

describe(`laws of prices (seed ${SEED})`, () => {
  it("every cost line has prices, and every price of the catalogue belongs to a line", () => {
    expect(PRICES_OF.filter(([, prices]) => prices.length === 0)).toEqual([]);
    expect([...new Set(PRICES_OF.flatMap(([, prices]) => prices))].sort()).toEqual([...PRICES].sort());
  });

  it("all prices times a make every cost line a times as large, and change no quantity", () => {
    const dearer = repricedReference(FACTOR);
    expectForAll(150, (drawn) => {
      const given = withoutOwnLines(drawn);
      return ARCHITECTURES.flatMap((architecture) => {
        const before = projectionOf(given, architecture);
        const after = projectionOf(repriced(given, PRICES, FACTOR), architecture, dearer);
        if (!before.feasible || !after.feasible) return before.feasible === after.feasible ? [] : ["only one is feasible"];
        const costs = before.costs.map(({ id }) => id);
        const stocks = before.lines.map(({ id }) => id).filter((id) => !costs.includes(id));
        return [
          ...differences(before, after, (value, other) => areClose(value * FACTOR, other), costs),
          ...differences(before, after, (value, other) => areClose(value, other), stocks),
        ];
      });
    });
  }, 60_000);

  it.each(PRICES_OF)(
    "%s follows its prices where nothing is chosen by price",
    (id, patterns) => {
      expectForAll(40, (given) => notScaled(withoutOwnLines(nothingChosen(given)), patterns, [id]));
    },
    60_000,
  );

  it("servers times a make their lines a times as large where no license, no disk and no cost per node weighs against them", () => {
    expectForAll(100, (given) => {
      const kept = Object.entries(withoutOwnLines(given)).filter(([key]) => !/^(license|role)\.|\.local_disk$/.test(key));
      const base = {
        ...Object.fromEntries(kept),
        ...ROWS,
        "shard.when": "ceiling",
        "staff.roles": "none",
        "platform.tools_cost": 0,
        "security.cost_per_endpoint": 0,
        "security.breach_probability": 0,
        "upgrade.cost": 0,
        "power.price": 0,
        "rack.price": 0,
      };
      return notScaled(base, SERVER_PRICES, ["hardware.purchase", "hardware.maintenance", "cloud.compute", "residual"]);
    });
  }, 60_000);

  it("but a cost per node weighs against them: dearer servers can change the node type (docs/decisions/0002)", () => {
    const given: Given = {
      ...{ "demand.volume": 20000, "horizontal.regions": 1, "platform.tools_cost": 1200, "security.cost_per_endpoint": 0 },
      ...{ "server.small.cores": 2, "server.small.memory_gib": 32, "server.small.monthly": 50 },
      ...{ "server.large.cores": 16, "server.large.memory_gib": 128, "server.large.monthly": 700 },
    };
    const typeAt = (factor: number): string => projected(repriced(given, SERVER_PRICES, factor), "horizontal").plan.distributed!.shape.name;
    const computeAt = (factor: number): number =>
      monthsOf(projected(repriced(given, SERVER_PRICES, factor), "horizontal"), "cloud.compute")[0];
    expect([typeAt(1), typeAt(100)]).toEqual(["large", "small"]);
    expect(computeAt(100)).toBeLessThan(100 * computeAt(1));
  });
});

/** Rows of servers, so that every price is a key. */
const ROWS: Given = Object.fromEntries(
  [2, 8, 32].flatMap((cores) => [
    [`server.x${cores}.cores`, cores],
    [`server.x${cores}.memory_gib`, 20 + 8 * cores],
    [`server.x${cores}.price`, 3000 + 700 * cores],
    [`server.x${cores}.monthly`, 15 + 42 * cores],
    [`server.x${cores}.monthly_1y`, 12 + 30 * cores],
  ]),
);
