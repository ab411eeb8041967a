import { describe, expect, it } from "vitest";
import { erlangC } from "../../../src/engine/capacity/queueing";
import type { Architecture } from "../../../src/engine/plan/setting";
import { at, bare, projected, servers } from "../projected";
import type { Given } from "../projected";

const A = 8760 / 8768;
const LINK = 0.0005;
const BASE: Given = {
  "plan.years": 1,
  "demand.volume": 5,
  "demand.sites": 4,
  "horizontal.regions": 2,
  "horizontal.contention": 0,
  "horizontal.coherency": 0,
  "horizontal.remote_read_share": 0.1,
  ...servers({ s: { cores: 10, monthly: 1 } }),
};
/** The base of these tests has its data center and hubs at sites. */
const IN_CLOUD: Given = { "wan.hubs_at_sites": "by hosting" };
const OWNED: Given = { ...IN_CLOUD, "vertical.hosting": "owned", "server.s.price": 1 };
const of = (given: Given, architecture: Architecture): ReturnType<typeof projected> => projected(bare({ ...BASE, ...given }), architecture);

describe("expected hours a year without service", () => {
  const alone = 8760 * (1 - A);
  const q = 0.95 * A;
  const rescued = alone * (1 - q) + (8760 / 8768) * q * (5 / 60);
  const linked = 8760 * LINK ** 2;
  const quorum = 8760 * (1 - (A ** 3 + 3 * A ** 2 * (1 - A)));

  it.each<readonly [string, Architecture, Given, number]>([
    [
      "a server by itself is down while it is repaired, and sites while their links are",
      "vertical",
      { "vertical.standby": 0 },
      alone + (linked * 3) / 4,
    ],
    [
      "with a standby, when the failover does not work, and for its minutes when it does",
      "vertical",
      { "vertical.standby": 1 },
      rescued + (linked * 3) / 4,
    ],
    ["the only site has no link", "vertical", { "vertical.standby": 0, "demand.sites": 1 }, alone],
    ["one link is down more often than two", "vertical", { "vertical.standby": 0, "wan.links_per_site": 1 }, alone + (8760 * LINK * 3) / 4],
    ["as many shards as one likes are down as long", "vertical", { "vertical.standby": 0, "demand.volume": 45 }, alone + (linked * 3) / 4],
    ["a region is down without its quorum, and remote reads without the links", "horizontal", {}, quorum + linked * 0.1],
    ["one copy has no other", "horizontal", { "horizontal.replication": 1 }, alone + linked * 0.1],
    ["two copies need both", "horizontal", { "horizontal.replication": 2 }, 8760 * (1 - A ** 2) + linked * 0.1],
    [
      "a hybrid by its share",
      "hybrid",
      { "vertical.standby": 0, "hybrid.central_share": 0.25 },
      0.25 * (alone + (linked * 3) / 4) + 0.75 * (quorum + linked * 0.1),
    ],
    ["from a cloud the only site is remote too", "vertical", { ...IN_CLOUD, "vertical.standby": 0, "demand.sites": 1 }, alone + linked],
    ["and so is every site from regions in a cloud", "horizontal", IN_CLOUD, quorum + linked],
    ["an owned data center is at a site", "vertical", { ...OWNED, "vertical.standby": 0, "demand.sites": 1 }, alone],
    [
      "never more than the year has",
      "vertical",
      { "availability.node_mtbf_hours": 1, "availability.node_mttr_hours": 1e5, "availability.link_availability": 0 },
      8760,
    ],
  ])("%s", (_, architecture, given, hours) => {
    const plan = of(given, architecture);
    expect(at(plan, "downtime_hours", 1)).toBeCloseTo(hours, 9);
    expect(at(plan, "availability", 1)).toBeCloseTo(1 - hours / 8760, 12);
  });

  it.each<readonly [string, Architecture, Given, number]>([
    ["upgrades stop a central system", "vertical", {}, (4 * 4 * 0.25 * 1200) / 12],
    ["not one with a quorum that stays up", "horizontal", {}, 0],
    ["but one with two copies", "horizontal", { "horizontal.replication": 2 }, (4 * 4 * 0.25 * 1200) / 12],
    ["a hybrid by its share", "hybrid", { "hybrid.central_share": 0.25 }, (0.25 * (4 * 4 * 0.25 * 1200)) / 12],
    [
      "both parts of a hybrid with two copies",
      "hybrid",
      { "hybrid.central_share": 0.25, "horizontal.replication": 2 },
      (4 * 4 * 0.25 * 1200) / 12,
    ],
  ])("planned: %s", (_, architecture, given, cost) => {
    expect(at(of({ ...given, "downtime.cost_per_hour": 1200 }, architecture), "downtime.planned", 1)).toBeCloseTo(cost, 9);
  });

  it("costs what its hours cost, and counts in totals unless told not to", () => {
    const given = { "downtime.cost_per_hour": 1200, "vertical.standby": 0, "demand.sites": 1 };
    const counted = of(given, "vertical");
    const apart = of({ ...given, "downtime.in_total": false }, "vertical");
    expect(at(counted, "downtime.unplanned", 1)).toBeCloseTo(alone * 100, 9);
    expect(counted.total[0]).toBeCloseTo(alone * 100 + 400 + 1, 6);
    expect(apart.total[0]).toBeCloseTo(1, 9);
    expect(at(apart, "downtime.unplanned", 1)).toBeCloseTo(alone * 100, 9);
  });
});

describe("mean response in the peak", () => {
  const server = 1000 * (1 + erlangC(10, 5) / (10 - 5));

  it.each<readonly [string, Architecture, Given, number]>([
    ["a server answers as M/M/c of its cores", "vertical", { "demand.sites": 1 }, server],
    ["sites beyond the first are a round trip away", "vertical", { "wan.round_trip_ms": 40 }, server + (40 * 3) / 4],
    ["and all of them from a cloud", "vertical", { ...IN_CLOUD, "wan.round_trip_ms": 40 }, server + 40],
    ["even the only one", "vertical", { ...IN_CLOUD, "demand.sites": 1, "wan.round_trip_ms": 40 }, server + 40],
    [
      "work on several shards is one more",
      "vertical",
      {
        "demand.sites": 1,
        "demand.volume": 10.5,
        "demand.read_share": 0.5,
        "shard.cross_read": 0.2,
        "shard.read_overhead": 0.5,
        "shard.cross_write": 0.4,
        "shard.write_penalty": 0,
        "wan.round_trip_ms": 40,
      },
      1000 * (1 + erlangC(10, 10.5 * (0.5 * (0.5 * 0.8 + 0.2 * (0.5 + 0.25)) + 0.5 * 0.5)) / (10 - 10.5 * (0.5 * (0.4 + 0.15) + 0.25))) +
        40 * (0.5 * 0.2 + 0.5 * 0.4),
    ],
    [
      "a part of the reads is remote",
      "horizontal",
      {
        "demand.read_share": 1,
        "horizontal.overhead_share": 0,
        "horizontal.regions": 1,
        "horizontal.spare": 0,
        "horizontal.min_nodes": 1,
        "horizontal.zones": 1,
        "wan.round_trip_ms": 40,
      },
      server + 4,
    ],
  ])("%s", (_, architecture, given, response) => {
    expect(at(of(given, architecture), "response_ms", 1)).toBeCloseTo(response, 6);
  });

  it.each<readonly [string, Given, number]>([
    ["a write that every region needs at once waits for another region", { "horizontal.global_share": 0.4 }, 40 * (0.1 + 0.5 * 0.4)],
    ["a single region has none to wait for", { "horizontal.global_share": 0.4, "horizontal.regions": 1 }, 40 * 0.1],
    [
      "a hybrid keeps such writes central first",
      { "horizontal.global_share": 0.4, "hybrid.central_share": 0.4 },
      40 * (0.4 * 0.75 + 0.6 * 0.1),
    ],
    [
      "and waits for those that are left",
      { "horizontal.global_share": 0.7, "hybrid.central_share": 0.4 },
      40 * (0.4 * 0.75 + 0.6 * (0.1 + 0.5 * 0.5)),
    ],
  ])("%s", (_, given, wait) => {
    const architecture = "hybrid.central_share" in given ? "hybrid" : "horizontal";
    const response = (roundTrip: number): number =>
      at(of({ "demand.read_share": 0.5, ...given, "wan.round_trip_ms": roundTrip }, architecture), "response_ms", 1);
    expect(response(40) - response(0)).toBeCloseTo(wait, 9);
  });
});
