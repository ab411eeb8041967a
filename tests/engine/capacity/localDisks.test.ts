import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../src/engine/plan/setting";
import { reference } from "../../../src/reference/load";
import { at, bare, near, PLAIN_REGION, projected, servers } from "../projected";
import type { Given } from "../projected";

/** 10 TB in two copies on 4 nodes of one region, or on one central server; a TB of block storage costs 50 a month in the cloud and 30 owned. */
const DATA: Given = {
  ...PLAIN_REGION,
  "plan.years": 2,
  "demand.volume": 4,
  "data.tb": 10,
  "data.gb_per_volume_year": 0,
  "horizontal.replication": 2,
  "demand.read_share": 1,
  "storage.cloud_price": 50,
  "storage.owned_price": 30,
  "storage.backup_share": 0,
};
const node = (fields: Given, name = "n"): Given => servers({ [name]: { cores: 1, monthly: 100, price: 100, ...fields } });
const central = (fields: Given): Given => servers({ s: { cores: 4, monthly: 100, price: 100, ...fields } });
const storageOf = (given: Given, architecture: Architecture): number =>
  at(projected(bare({ ...DATA, ...given }), architecture), "storage", 1);

describe("disks inside the servers hold data, and block storage is billed for the rest alone", () => {
  it.each<readonly [string, Architecture, Given, number]>([
    ["no disk: both copies are block storage", "horizontal", node({}), 20 * 50],
    ["4 nodes with 3 TB hold 12 of 20 TB", "horizontal", node({ local_disk: 3 }), 8 * 50],
    ["4 nodes with 5 TB hold all", "horizontal", node({ local_disk: 5 }), 0],
    ["larger disks save no more than all", "horizontal", node({ local_disk: 50 }), 0],
    ["a spare node's disk counts", "horizontal", { ...node({ local_disk: 3 }), "horizontal.spare": 1 }, 5 * 50],
    [
      "backups are block storage whatever the disks hold",
      "horizontal",
      { ...node({ local_disk: 5 }), "storage.backup_share": 0.5 },
      5 * 50,
    ],
    ["disks are needed for data with its indexes", "horizontal", { ...node({ local_disk: 5 }), "data.index_overhead": 1 }, 20 * 50],
    ["and at the fill that is allowed", "horizontal", { ...node({ local_disk: 5 }), "capacity.storage_fill": 0.5 }, 20 * 50],
    ["each of two regions by itself", "horizontal", { ...node({ local_disk: 3 }), "horizontal.regions": 2 }, 2 * 4 * 50],
    [
      "a rented node's disk does not hold the only copy",
      "horizontal",
      { ...node({ local_disk: 5 }), "horizontal.replication": 1 },
      10 * 50,
    ],
    [
      "an owned node's disk does",
      "horizontal",
      { ...node({ local_disk: 2 }), "horizontal.replication": 1, "horizontal.hosting": "owned" },
      2 * 30,
    ],
    ["a rented central server's disk holds nothing that lasts", "vertical", central({ local_disk: 4 }), 10 * 50],
    ["an owned central server's disk holds data", "vertical", { ...central({ local_disk: 4 }), "vertical.hosting": "owned" }, 6 * 30],
    [
      "so does its standby's",
      "vertical",
      { ...central({ local_disk: 4 }), "vertical.hosting": "owned", "vertical.standby": 1 },
      2 * 6 * 30,
    ],
    [
      "a hybrid by its parts: 5 TB on a central server, 5 in two copies on 2 nodes",
      "hybrid",
      {
        ...node({ local_disk: 3, role: "horizontal" }),
        ...servers({ s: { cores: 4, monthly: 100, role: "vertical" } }),
        "hybrid.central_share": 0.5,
      },
      (5 + 4) * 50,
    ],
  ])("%s", (_, architecture, given, cost) => {
    expect(storageOf(given, architecture)).toBeCloseTo(cost, 9);
  });

  it("storage that bounds a server bounds it as before: the disk is a part of it", () => {
    const nodes = (fields: Given): number => at(projected(bare({ ...DATA, ...node(fields) }), "horizontal"), "nodes", 1);
    expect([nodes({}), nodes({ local_disk: 1 }), nodes({ storage_tb: 2, local_disk: 1 })]).toEqual([4, 4, 10]);
  });
});

describe("nodes whose disks hold data are not scaled down", () => {
  const ELASTIC: Given = { ...DATA, "horizontal.elastic_share": 1, "demand.peak_to_mean": 2, "demand.tps_per_volume": 0.5 };
  const billed = (fields: Given): readonly number[] => {
    const projection = projected(bare({ ...ELASTIC, ...node(fields) }), "horizontal");
    return ["nodes", "cloud.compute", "storage"].map((id) => at(projection, id, 1));
  };

  // Half of what is above the floor of 1 node is billed: 1 + 3/2. A disk of 10 TB keeps 2 nodes for 20 TB: 2 + 2/2.
  it.each<readonly [string, Given, readonly number[]]>([
    ["without disks", {}, [4, 250, 1000]],
    ["two hold all data", { local_disk: 10 }, [4, 300, 0]],
    ["disks that save less than the nodes cost are left empty", { local_disk: 0.5 }, [4, 250, 1000]],
  ])("%s", (_, fields, expected) => {
    expect(billed(fields)).toEqual(expected.map(near));
  });
});

describe("the choice counts what disks save", () => {
  // Four nodes with 3 TB save 12 TB of block storage at 50: 150 a node.
  it.each<readonly [string, number, string]>([
    ["a disk that saves more than it costs", 249, "with"],
    ["one that saves less", 251, "plain"],
  ])("nodes: %s", (_, monthly, chosen) => {
    const given = { ...node({ monthly: 100 }, "plain"), ...node({ monthly, local_disk: 3 }, "with") };
    expect(projected(bare({ ...DATA, ...given }), "horizontal").plan.distributed?.shape.name).toBe(chosen);
  });

  // With 15 % maintenance 4 TB at 30 save 120 a month: in the 24 months of the plan 120 / (1/24 + 0.15/12) = 2,215 of price. Where all is recovered that
  // is not written off of five years, 120 / (1/60 + 0.15/12) = 4,114.
  it.each<readonly [string, number, number, string]>([
    ["a disk that saves more than it costs", 0, 2315, "with"],
    ["one that saves less", 0, 2316, "plain"],
    ["more, with the residual value", 1, 4214, "with"],
    ["less, with it", 1, 4215, "plain"],
  ])("owned central servers: %s", (_, residual, price, chosen) => {
    const given = {
      "finance.residual_share": residual,
      ...servers({ plain: { cores: 4, price: 100 }, with: { cores: 4, price, local_disk: 4 } }),
      "vertical.hosting": "owned",
      "hardware.life_years": 5,
      "hardware.maintenance": 0.15,
    };
    const { central: plan } = projected(bare({ ...DATA, ...given }), "vertical").plan;
    expect(plan?.shapes[plan.shapeOf[0]].name).toBe(chosen);
  });
});

describe("the node types with disks of the reference data", () => {
  const rows = reference.ladders["aws-nodes"] ?? [];
  const isDominated = (credit: number) => (row: (typeof rows)[number]) =>
    rows.some(
      (other) =>
        other !== row &&
        other.cores * other.speed >= row.cores * row.speed &&
        other.memoryGib >= row.memoryGib &&
        (other.monthly ?? 0) - credit * other.localDiskTb < (row.monthly ?? 0) - credit * row.localDiskTb,
    );
  const withDisks = rows.filter(({ localDiskTb }) => localDiskTb > 0);

  it("26 of 66 could never be chosen while disks saved nothing; at 74.5 a TB 14 of them cost less than any other as large", () => {
    expect([rows.length, rows.filter(isDominated(0)).length, withDisks.filter(isDominated(0)).length]).toEqual([66, 26, 26]);
    expect(rows.filter(isDominated(74.5)).length).toBe(12);
  });

  it("the default scenario with 100 TB chooses one", () => {
    expect(projected({ "data.tb": 100 }, "horizontal").plan.distributed?.shape.localDiskTb).toBeGreaterThan(0);
  });
});
