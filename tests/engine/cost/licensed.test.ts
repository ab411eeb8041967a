import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../src/engine/plan/setting";
import { at, bare, monthsOf, near, projected, servers } from "../projected";
import type { Given } from "../projected";

/** Central: one active server of 12 cores on two sockets, one standby. Distributed: two regions of one such node each. */
const BASE: Given = {
  "plan.years": 2,
  "demand.volume": 10,
  "demand.sites": 5,
  "data.tb": 7,
  "vertical.standby": 1,
  "horizontal.regions": 2,
  "horizontal.overhead_share": 0,
  "horizontal.replication": 1,
  "horizontal.global_share": 0,
  "horizontal.spare": 0,
  "horizontal.min_nodes": 1,
  "horizontal.zones": 1,
  "license.p.model": "subscription",
  "license.p.price": 12,
  ...servers({ s: { cores: 12, sockets: 2, monthly: 0 } }),
};
const of = (given: Given, architecture: Architecture = "vertical"): ReturnType<typeof projected> =>
  projected(bare({ ...BASE, ...given }), architecture);

/** At 12 a year each license costs 1 a month. */
const licenses = (given: Given, architecture: Architecture = "vertical"): number => at(of(given, architecture), "license.subscription", 1);

describe("licenses by metric", () => {
  it.each<readonly [string, Given, number]>([
    ["core: every core", { "license.p.metric": "core" }, 12],
    ["core: by factor per socket", { "license.p.metric": "core", "license.p.factor": 0.5 }, 6],
    ["core: at least the minimum of a socket", { "license.p.metric": "core", "license.p.minimum": 8 }, 16],
    ["core: in packs per socket", { "license.p.metric": "core", "license.p.pack": 4 }, 4],
    ["core: the standby by its share, rounded up", { "license.p.metric": "core", "license.p.standby": 0.5 }, 24],
    ["processor: the sum of cores by factor, rounded up once", { "license.p.metric": "processor", "license.p.factor": 0.3 }, 4],
    ["processor: over the servers together", { "license.p.metric": "processor", "license.p.factor": 0.3, "license.p.standby": 1 }, 8],
    ["socket", { "license.p.metric": "socket" }, 2],
    ["server", { "license.p.metric": "server", "license.p.standby": 1 }, 2],
    ["node and instance count servers", { "license.p.metric": "instance" }, 1],
    ["vcpu: per server, with factor, pack and minimum", { "license.p.metric": "vcpu", "license.p.factor": 0.5, "license.p.pack": 4 }, 2],
    ["vcpu: at least the minimum of a server", { "license.p.metric": "vcpu", "license.p.minimum": 20 }, 20],
    ["user: by volume", { "license.p.metric": "user", "license.p.users_per_volume": 2.5 }, 25],
    ["user: at least the minimum of each server", { "license.p.metric": "user", "license.p.minimum": 40, "license.p.standby": 1 }, 80],
    ["user: in packs", { "license.p.metric": "user", "license.p.pack": 3 }, 4],
    ["site", { "license.p.metric": "site" }, 5],
    ["tb: in packs", { "license.p.metric": "tb", "license.p.pack": 2 }, 4],
    ["tb: at least the minimum", { "license.p.metric": "tb", "license.p.minimum": 9 }, 9],
    ["after the discount", { "license.p.metric": "core", "license.p.discount": 0.25 }, 9],
    ["none where it does not apply", { "license.p.applies": "horizontal" }, 0],
    ["none where it is switched off", { "license.p.applies": "none" }, 0],
  ])("%s", (_, given, count) => {
    expect(licenses(given)).toBeCloseTo(count, 9);
  });

  it.each<readonly [string, Architecture, Given, number]>([
    ["nodes of all regions, none of them passive", "horizontal", { "license.p.metric": "node", "license.p.standby": 1 }, 2],
    ["both parts of a hybrid", "hybrid", { "license.p.metric": "server" }, 3],
    ["one part of a hybrid where it applies to one", "hybrid", { "license.p.metric": "server", "license.p.applies": "vertical" }, 1],
    ["the sites of a hybrid once", "hybrid", { "license.p.metric": "site" }, 5],
    ["the volume of each part of a hybrid", "hybrid", { "license.p.metric": "user", "hybrid.central_share": 0.45 }, 5 + 6],
    [
      "the data of the part to which it applies",
      "hybrid",
      { "license.p.metric": "tb", "license.p.applies": "horizontal", "hybrid.central_share": 0.4 },
      5,
    ],
  ])("%s: %s", (_, architecture, given, count) => {
    expect(licenses(given, architecture)).toBeCloseTo(count, 9);
  });

  it.each([
    ["cloud", 2 * 3],
    ["owned", 2 * 6],
  ])("a vendor's rule for virtual cores counts on nodes in the cloud alone: %s", (hosting, count) => {
    const openshift = { "license.openshift.price": 12, "license.openshift.applies": "horizontal", "license.p.applies": "none" };
    expect(licenses({ ...openshift, "horizontal.hosting": hosting, "server.s.price": 1 }, "horizontal")).toBeCloseTo(count, 9);
  });

  it("users of the distributed part are counted month by month, though the nodes stay", () => {
    const growing = { "demand.curve": "formula", "demand.formula": "month < 3 ? 4 : 6" };
    const plan = of({ ...growing, "license.p.metric": "user" }, "horizontal");
    expect(monthsOf(plan, "license.subscription").slice(0, 4)).toEqual([near(4), near(4), near(6), near(6)]);
  });
});

describe("what licenses cost", () => {
  const BOUGHT: Given = {
    "license.p.model": "perpetual",
    "license.p.metric": "user",
    "license.p.support": 0.2,
    "license.p.price": 120,
    "license.uplift": 0.1,
  };
  const growing = (formula: string): Given => ({ "demand.curve": "formula", "demand.formula": formula });

  it.each<readonly [string, Given, string, readonly number[]]>([
    [
      "perpetual ones are bought when the count rises",
      { ...BOUGHT, ...growing("month < 3 ? 4 : 6") },
      "license.purchase",
      [480, 0, 240, 0],
    ],
    ["and never given back", { ...BOUGHT, ...growing("month == 2 ? 4 : month == 3 ? 6 : 5") }, "license.purchase", [600, 0, 120, 0]],
    ["their support is a share of what was paid", { ...BOUGHT, ...growing("month < 3 ? 4 : 6") }, "license.support", [8, 8, 12, 12]],
    ["of the net price", { ...BOUGHT, ...growing("5"), "license.p.discount": 0.5 }, "license.support", [5, 5]],
    ["a subscription follows the count down", growing("month < 3 ? 12 : 6"), "license.subscription", [12, 12, 12, 12]],
  ])("%s", (_, given, line, expected) => {
    expect(monthsOf(of(given), line).slice(0, expected.length)).toEqual(expected.map((value) => near(value)));
  });

  it.each<readonly [string, Given, string, number]>([
    ["support is uplifted from year 2", BOUGHT, "license.support", 20 * 1.1],
    ["or from year 1", { ...BOUGHT, "license.first_uplift_year": 1 }, "license.support", 20 * 1.1 ** 2],
    ["or not yet", { ...BOUGHT, "license.first_uplift_year": 3 }, "license.support", 20],
    ["subscriptions likewise", { "license.uplift": 0.1 }, "license.subscription", 12 * 1.1],
    ["not at general inflation", { ...BOUGHT, "prices.inflation": 0.5 }, "license.support", 20 * 1.1],
  ])("%s", (_, given, line, expected) => {
    expect(at(of(given), line, 13)).toBeCloseTo(expected, 9);
  });

  it("purchases in year 2 are at general inflation, and support is on what was paid", () => {
    const plan = of({ ...BOUGHT, ...growing("month < 13 ? 5 : 6"), "prices.inflation": 0.5 });
    expect(at(plan, "license.purchase", 13)).toBeCloseTo(180, 9);
    expect(at(plan, "license.support", 13)).toBeCloseTo(((600 + 180) * 0.2 * 1.1) / 12, 9);
  });
});
