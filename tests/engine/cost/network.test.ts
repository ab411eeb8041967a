import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../src/engine/plan/setting";
import { at, bare, near, projected, servers } from "../projected";
import type { Given } from "../projected";

/** 60 tx/s of 100 kB, half reads: 10 sites, two hubs. One tx/s needs 1 Mbps; a month moves 60 x 0.1 MB x 3600 s x 100 h = 2,160 GB. */
const BASE: Given = {
  "plan.years": 2,
  "demand.volume": 60,
  "demand.sites": 10,
  "demand.read_share": 0.5,
  "demand.kb_per_tx": 100,
  "demand.busy_hours_per_month": 100,
  "horizontal.regions": 2,
  "horizontal.global_share": 0.1,
  "horizontal.remote_read_share": 0.2,
  "wan.base_mbps": 0,
  "wan.utilization": 0.8,
  "wan.price_per_mbps": 2,
  "wan.port_price": 50,
  "wan.links_per_site": 1,
  "wan.rural_share": 0,
  "transfer.region_price": 0.02,
  "transfer.write_amplification": 1.5,
  ...servers({ s: { cores: 1000, monthly: 0, price: 0 } }),
};
/** The base of these tests has its data center and hubs at sites. */
const IN_CLOUD: Given = { "wan.hubs_at_sites": "by hosting" };
const of = (given: Given, architecture: Architecture): ReturnType<typeof projected> => projected(bare({ ...BASE, ...given }), architecture);

describe("site links", () => {
  const site = 50 + 2 * 6;
  // Between hubs: 0.2 of 15 reads, and 0.1 of 15 writes for the other hub.
  const hub = 50 + 2 * 4.5;

  it.each<readonly [string, Architecture, Given, number]>([
    ["every site but the data center has one", "vertical", {}, 9 * site],
    ["the only site has none", "vertical", { "demand.sites": 1 }, 0],
    ["the smallest link is the floor", "vertical", { "wan.base_mbps": 20 }, 9 * 90],
    ["two links cost twice", "vertical", { "wan.links_per_site": 2 }, 18 * site],
    ["remote sites pay their premium", "vertical", { "wan.rural_share": 0.2, "wan.rural_multiplier": 3 }, 9 * site * 1.4],
    ["the peak decides", "vertical", { "demand.surge": 1 }, 9 * (50 + 24)],
    ["sites beyond the hubs, and the hubs among each other", "horizontal", {}, 8 * site + 2 * hub],
    ["one hub alone has none", "horizontal", { "horizontal.regions": 1 }, 9 * site],
    ["no site beyond more hubs than sites", "horizontal", { "demand.sites": 1 }, 2 * hub],
    ["from a cloud every site is remote", "vertical", IN_CLOUD, 10 * site],
    ["the only site too", "vertical", { ...IN_CLOUD, "demand.sites": 1 }, 50 + 2 * 60],
    ["regions in a cloud have no lines of yours among each other", "horizontal", IN_CLOUD, 10 * site],
    ["owned hubs are at sites", "horizontal", { ...IN_CLOUD, "horizontal.hosting": "owned" }, 8 * site + 2 * hub],
    [
      "an owned data center beside regions in a cloud is at a site",
      "hybrid",
      { ...IN_CLOUD, "hybrid.central_share": 0.5, "vertical.hosting": "owned" },
      9 * site,
    ],
    [
      "more hubs than sites share what the sites ask of the data center",
      "hybrid",
      { "hybrid.central_share": 0.5, "demand.sites": 1 },
      2 * (50 + 2 * (0.5 * 30 + 0.5 * 3)),
    ],
    [
      "a hybrid has one set; its hubs carry both parts",
      "hybrid",
      { "hybrid.central_share": 0.5 },
      8 * site + 2 * (50 + 2 * (0.5 * 6 + 0.5 * 3)),
    ],
    [
      "what every region needs stays central first",
      "hybrid",
      { "hybrid.central_share": 0.05 },
      8 * site + 2 * (50 + 2 * (0.05 * 6 + 0.95 * (3 + (0.05 / 0.95) * 15))),
    ],
  ])("%s", (_, architecture, given, cost) => {
    expect(at(of({ "transfer.region_price": 0, ...given }, architecture), "network.links", 1)).toBeCloseTo(cost, 9);
  });

  it("get cheaper by their own index", () => {
    expect(at(of({ "wan.price_change": -0.1 }, "vertical"), "network.links", 13)).toBeCloseTo(9 * site * 0.9, 9);
  });

  it("the stock line adds the Mbps of all sites and hubs", () => {
    expect(at(of({}, "horizontal"), "link_mbps", 1)).toBeCloseTo(8 * 6 + 2 * 4.5, 9);
  });
});

describe("traffic that the cloud bills", () => {
  const GB = 2160;
  const NO_LINKS = { "wan.port_price": 0, "wan.price_per_mbps": 0 };

  it.each<readonly [string, Architecture, Given, number]>([
    ["reads to the sites beyond the data center", "vertical", {}, GB * 0.5 * 0.9],
    ["and writes to disaster recovery, amplified", "vertical", { "vertical.dr_share": 0.5 }, GB * 0.5 * 0.9 + GB * 0.5 * 1.5],
    ["from a cloud the reads of every site", "vertical", IN_CLOUD, GB * 0.5],
    ["from its regions too", "horizontal", { ...IN_CLOUD, "horizontal.regions": 1 }, GB * 0.5],
    ["nothing from owned servers", "vertical", { "vertical.hosting": "owned", "vertical.dr_share": 0.5 }, 0],
    [
      "reads beyond the hubs, writes that every region needs, reads served elsewhere",
      "horizontal",
      {},
      GB * (0.5 * 0.8 + 0.5 * 1.5 * 0.1 + 0.5 * 0.2),
    ],
    ["with one region nothing between regions", "horizontal", { "horizontal.regions": 1 }, GB * 0.5 * 0.9],
    ["writes to each other region", "horizontal", { "horizontal.regions": 3 }, GB * (0.5 * 0.7 + 0.5 * 1.5 * 0.1 * 2 + 0.5 * 0.2)],
    ["a hybrid by its parts", "hybrid", { "hybrid.central_share": 0.5 }, GB * (0.5 * 0.5 * 0.9 + 0.5 * (0.5 * 0.8 + 0.5 * 0.2))],
    ["only the part in the cloud", "hybrid", { "hybrid.central_share": 0.5, "horizontal.hosting": "owned" }, GB * 0.5 * 0.5 * 0.9],
  ])("%s", (_, architecture, given, gb) => {
    expect(at(of({ ...NO_LINKS, ...given }, architecture), "transfer_gb", 1)).toBeCloseTo(gb, 9);
  });

  // Writes are 1,080 GB a month, amplified 1,620; a region has three copies in three zones until a test says otherwise.
  it.each<readonly [string, Architecture, Given, number]>([
    ["two of three copies are in other zones", "horizontal", { "horizontal.regions": 1 }, 1620 * 2],
    ["in one zone none", "horizontal", { "horizontal.regions": 1, "horizontal.zones": 1 }, 0],
    ["of three copies in two zones one", "horizontal", { "horizontal.regions": 1, "horizontal.zones": 2 }, 1620],
    ["of five copies in three zones three", "horizontal", { "horizontal.regions": 1, "horizontal.replication": 5 }, 1620 * 3],
    ["one copy never leaves its zone", "horizontal", { "horizontal.regions": 1, "horizontal.replication": 1 }, 0],
    ["what every region needs is written in each", "horizontal", { "horizontal.regions": 3 }, 1620 * 2 * 1.2],
    ["owned nodes are billed nothing", "horizontal", { "horizontal.hosting": "owned" }, 0],
    ["a central system alone has no copy", "vertical", {}, 0],
    ["its standby and read replicas are in other zones", "vertical", { "vertical.standby": 1, "vertical.read_replicas": 2 }, 1620 * 3],
    [
      "a hybrid by its parts; what every region needs stays central",
      "hybrid",
      { "hybrid.central_share": 0.5, "vertical.standby": 1 },
      810 * 1 + 810 * 2,
    ],
  ])("between zones: %s", (_, architecture, given, gb) => {
    const zones = { ...NO_LINKS, "transfer.rates": "none", "transfer.region_price": 0, "transfer.zone_price": 0.02 };
    const copies = { "vertical.standby": 0, "vertical.dr_share": 0, "horizontal.replication": 3, "horizontal.zones": 3 };
    expect(at(of({ ...zones, ...copies, ...given }, architecture), "network.transfer", 1)).toBeCloseTo(gb * 0.02, 9);
  });

  it("between regions by the GB, to the internet by tiers in GiB, both at the cloud's prices", () => {
    const regions = of({ ...NO_LINKS, "vertical.dr_share": 0.5, "cloud.price_change": 0.1 }, "vertical");
    expect([1, 13].map((month) => at(regions, "network.transfer", month))).toEqual([near(32.4), near(35.64)]);
    const internet = of({ ...NO_LINKS, "transfer.rates": "aws-internet" }, "vertical");
    expect(at(internet, "network.transfer", 1)).toBeCloseTo(0.09 * ((GB * 0.45 * 1e9) / 2 ** 30 - 100), 9);
  });
});
