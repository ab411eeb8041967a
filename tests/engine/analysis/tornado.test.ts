import { describe, expect, it } from "vitest";
import { tenthRanges } from "../../../src/engine/analysis/tornado";
import { isDecision } from "../../../src/engine/analysis/tornadoInputs";
import { reference } from "../../../src/reference/load";
import { mapOf, servers } from "../projected";
import type { Given } from "../projected";

/** A scenario with a row in each table. */
const GIVEN: Given = {
  "deal.North.close": "2028-01-31",
  "deal.North.volume": 400,
  "license.db.price": 10000,
  "license.db.factor": 0.5,
  "role.dba.salary": 90000,
  "role.dba.fixed": 2,
  "vertical.read_replicas": 1,
  ...servers({ s: { cores: 64, monthly: 900 } }),
};
const ranged = (inputs: "uncertain" | "decisions" | "all") => tenthRanges(mapOf(GIVEN), reference, inputs).map(({ key }) => key);

describe("a tenth down and up", () => {
  it.each([
    "vertical.standby",
    "vertical.read_replicas",
    "vertical.dr_share",
    "horizontal.regions",
    "horizontal.replication",
    "horizontal.zones",
    "horizontal.spare",
    "horizontal.min_nodes",
    "hybrid.central_share",
    "wan.links_per_site",
    "license.db.factor",
    "license.db.pack",
    "server.s.cores",
    "role.dba.fixed",
    "capacity.target_utilization",
  ])("%s is a decision: of no tornado of what is uncertain", (key) => {
    expect(isDecision(key)).toBe(true);
    expect([ranged("uncertain").includes(key), ranged("decisions").includes(key)]).toEqual([false, true]);
  });

  it.each([
    "demand.volume",
    "demand.growth",
    "demand.sites",
    "data.tb",
    "storage.cloud_price",
    "license.db.price",
    "server.s.monthly",
    "role.dba.salary",
    "deal.North.volume",
    "integration.vertical_months",
    "finance.discount_rate",
  ])("%s is uncertain: of no tornado of decisions", (key) => {
    expect(isDecision(key)).toBe(false);
    expect([ranged("uncertain").includes(key), ranged("decisions").includes(key)]).toEqual([true, false]);
  });

  it("both together are all, and what is uncertain is moved unless something else is asked for", () => {
    expect([...ranged("uncertain"), ...ranged("decisions")].sort()).toEqual([...ranged("all")].sort());
    expect(tenthRanges(mapOf(GIVEN), reference).map(({ key }) => key)).toEqual(ranged("uncertain"));
  });
});
