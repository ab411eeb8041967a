import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/engine/catalogue/assumptions";
import type { Assumption } from "../../src/engine/catalogue/assumption";
import { ARCHITECTURES } from "../../src/engine/plan/setting";
import { projectionOf } from "../engine/projected";
import type { Given } from "../engine/projected";

/** Numbers of the catalogue with bounds, each at both. */
const AT_BOUNDS = Object.entries(CATALOGUE as Readonly<Record<string, Assumption<unknown>>>).flatMap(
  ([key, { min, max, default: initial }]) =>
    key.includes("*") || typeof initial !== "number"
      ? []
      : [min, max].flatMap((value) => (value === undefined ? [] : [[key, value] as const])),
);

/** Scenarios on which a bound is tried: the defaults, owned servers with every kind of line, and the largest demand. */
const BASES: readonly (readonly [string, Given])[] = [
  ["the defaults", {}],
  [
    "an owned system with a deal and licenses",
    {
      "vertical.hosting": "owned",
      "horizontal.hosting": "owned",
      "plan.current": "vertical",
      "deal.North.close": "2027-06-30",
      "deal.North.volume": 4000,
      "deal.North.tb": 5,
      "deal.North.legacy_cost": 100000,
      "license.db.price": 1000,
      "license.db.support": 0.2,
      "security.breach_probability": 0.001,
      "security.breach_cost": 1e6,
      "finance.residual_share": 0.5,
    },
  ],
  ["the largest volume", { "demand.volume": 1e9 }],
];

describe("every number of the catalogue at its bounds", () => {
  it.each(BASES)(
    "on %s: each line is finite and not below 0, or the plan says in which month and dimension it fails",
    (_, base) => {
      const wrong = AT_BOUNDS.flatMap(([key, value]) =>
        ARCHITECTURES.flatMap((architecture) => {
          const projection = projectionOf({ ...base, [key]: value }, architecture);
          if (!projection.feasible) return projection.infeasibility.month >= 1 ? [] : [`${key}=${value} ${architecture}: no month`];
          const bad = projection.lines.filter(
            ({ id, values }) => id !== "residual" && values.some((amount) => !(amount >= 0 && amount < Infinity)),
          );
          return bad.map(({ id }) => `${key}=${value} ${architecture}: ${id}`);
        }),
      );
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
