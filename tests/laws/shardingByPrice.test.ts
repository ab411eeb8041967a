import { describe, expect, it } from "vitest";
import { monthsOf, NOTHING_COSTS, ONE_CORE_PER_VOLUME, projected, servers } from "../engine/projected";
import type { Given } from "../engine/projected";

const BY_PRICE: Given = {
  ...NOTHING_COSTS,
  ...ONE_CORE_PER_VOLUME,
  "plan.years": 1,
  "shard.when": "cheaper",
  "shard.runway_months": 1,
  "shard.project_months": 0,
  "demand.curve": "formula",
};

/** A need in cores until a month and another from then on. */
const stepping = (before: number, after: number): Given => ({ "demand.formula": `month < 4 ? ${before} : ${after}` });

describe("sharding chosen by price (docs/decisions/0004)", () => {
  it("can answer more demand with fewer shards", () => {
    const given: Given = {
      ...BY_PRICE,
      "shard.project_cost": 3000,
      ...servers({ a: { cores: 10, monthly: 100 }, b: { cores: 40, monthly: 900 }, c: { cores: 100, monthly: 950 } }),
    };
    const shardsAt = (need: number): number => monthsOf(projected({ ...given, ...stepping(9, need) }), "shards")[11];
    expect([shardsAt(11), shardsAt(90)]).toEqual([2, 1]);
  });

  it("rents the cheapest servers for its shards, whatever it rented before", () => {
    const given: Given = { ...BY_PRICE, "shard.project_cost": 0, ...stepping(17, 19.5) };
    const few = projected({ ...given, ...servers({ s: { cores: 10, monthly: 100 } }) });
    const many = projected({
      ...given,
      ...servers({ s: { cores: 10, monthly: 100 }, m: { cores: 18, monthly: 210 }, l: { cores: 40, monthly: 900 } }),
    });
    expect([monthsOf(few, "shards")[3], monthsOf(many, "shards")[3]]).toEqual([2, 2]);
    expect([monthsOf(few, "cloud.compute")[3], monthsOf(many, "cloud.compute")[3]]).toEqual([200, 200]);
  });
});
