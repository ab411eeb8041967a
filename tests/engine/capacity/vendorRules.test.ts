import { describe, expect, it } from "vitest";
import { sumOf } from "../../../src/engine/analysis/annual";
import { editionExcess, licensesOf } from "../../../src/engine/capacity/licenses";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { at, mapOf, projected } from "../projected";
import type { Given } from "../projected";

/** One small server without standby, so that counts can be read off the purchase. */
const SERVER: Given = {
  "server.s.memory_gib": 2000,
  "vertical.standby": 0,
  "vertical.dr_share": 0,
  "demand.volume": 10,
  "prices.inflation": 0,
};
const OWNED: Given = { ...SERVER, "vertical.hosting": "owned", "server.s.price": 1000 };
const RENTED: Given = { ...SERVER, "server.s.monthly": 100 };

/** Licenses bought, by their price. */
function bought(given: Given, product: string, price: number): number {
  const { costs } = projected({ ...given, [`license.${product}.applies`]: "both", [`license.${product}.price`]: price }, "vertical");
  return sumOf(costs.find(({ id }) => id === "license.purchase")!.values) / price;
}

describe("licenses of catalogue products follow their vendor's rules", () => {
  it.each([
    // product, cores, hosting, licenses, where the number comes from
    ["windows-server-standard", 8, OWNED, 8, "LIC-042: at least 16 cores per server, in two-core packs"],
    ["windows-server-standard", 24, OWNED, 12, "24 cores in two-core packs"],
    ["oracle-db-ee", 16, OWNED, 8, "LIC-003: 16 cores x 0.5"],
    ["oracle-db-ee", 3, RENTED, 2, "LIC-011: 3 vCPU with hyper-threading, two a license, rounded up"],
    ["oracle-db-ee-nup", 16, OWNED, 200, "25 users for each of 8 processors, when there are fewer users"],
    ["sql-server-enterprise", 7, OWNED, 4, "LIC-029: 7 cores in two-core packs"],
    ["sql-server-2025-standard", 32, OWNED, 16, "32 cores in two-core packs"],
  ] as const)("%s on %i cores: %#", (product, cores, hosting, licenses, _origin) => {
    expect(bought({ ...hosting, "server.s.cores": cores }, product, 100)).toBeCloseTo(licenses, 9);
  });

  it.each([
    // product, what the servers are like, subscriptions, where the number comes from
    ["rhel", { "server.s.sockets": 1 }, 1, "a socket pair is the least"],
    ["rhel", { "server.s.sockets": 3 }, 2, "two pairs for three sockets"],
    ["rhel", { "server.s.sockets": 1, "vertical.read_replicas": 4 }, 5, "five servers of one socket share none"],
    ["rhel", { "vertical.hosting": "cloud", "server.s.monthly": 100, "vertical.read_replicas": 4 }, 3, "two virtual nodes a subscription"],
    ["vmware-vcf", {}, 72, "72 cores an order at least"],
    ["vmware-vcf", { "server.s.cores": 40, "server.s.sockets": 2, "vertical.read_replicas": 1 }, 80, "two servers of 40 cores"],
    ["openshift-socket-pair", { "server.s.cores": 192, "server.s.sockets": 2 }, 2, "LIC-064: 128 cores a pair at most"],
    ["openshift", { "server.s.cores": 3, "vertical.read_replicas": 1 }, 3, "six cores of two servers are added first"],
  ] as const)("%s with %o needs %i subscriptions: %s", (product, changes, count, _origin) => {
    const product12 = { [`license.${product}.applies`]: "both", [`license.${product}.price`]: 12 };
    const given = { ...OWNED, "server.s.cores": 16, ...product12, ...changes };
    expect(at(projected(given, "vertical"), "license.subscription", 1)).toBeCloseTo(count, 9);
  });

  it("both parts of a hybrid share the smallest order", () => {
    const given = { ...OWNED, "server.s.cores": 16, "horizontal.hosting": "owned", "license.vmware-vcf.price": 12 };
    expect(at(projected({ ...given, "license.vmware-vcf.applies": "both" }, "hybrid"), "license.subscription", 1)).toBeGreaterThan(72);
    const small = {
      "horizontal.regions": 1,
      "horizontal.min_nodes": 1,
      "horizontal.replication": 1,
      "horizontal.spare": 0,
      "horizontal.zones": 1,
    };
    expect(at(projected({ ...given, ...small, "license.vmware-vcf.applies": "both" }, "hybrid"), "license.subscription", 1)).toBeCloseTo(
      72,
      9,
    );
  });

  it("memory beyond what an edition uses is no capacity", () => {
    const given = { ...OWNED, "server.s.cores": 16, "license.sql-server-2025-standard.price": 100 };
    const licensed = projected({ ...given, "license.sql-server-2025-standard.applies": "both" }, "vertical");
    expect(at(licensed, "capacity.memory_gib", 1)).toBe(256);
    expect(at(projected({ ...given, "license.sql-server-2025-standard.applies": "none" }, "vertical"), "capacity.memory_gib", 1)).toBe(
      2000,
    );
  });

  it("a scenario that states how to count is counted so", () => {
    const given = { ...OWNED, "server.s.cores": 8, "license.windows-server-standard.minimum": 0 };
    expect(bought(given, "windows-server-standard", 100)).toBeCloseTo(4, 9);
  });
});

describe("the limit of an edition", () => {
  const SHAPE = reference.ladders["owned-x86"][0];

  it.each([
    // product, cores, sockets, virtual, what exceeds which limit; LIC-013 and LIC-032: 2 sockets or 8 vCPU, and 24 cores.
    ["oracle-db-se2", 64, 2, false, undefined],
    ["oracle-db-se2", 8, 3, false, { needed: 3, available: 2 }],
    ["oracle-db-se2", 8, 3, true, undefined],
    ["oracle-db-se2", 9, 1, true, { needed: 9, available: 8 }],
    ["sql-server-standard", 24, 4, true, undefined],
    ["sql-server-standard", 25, 1, true, { needed: 25, available: 24 }],
    ["sql-server-standard", 25, 1, false, { needed: 25, available: 24 }],
    // The vendor counts virtual cores by a rule of its own and sets no limit.
    ["oracle-db-ee", 500, 8, true, undefined],
    ["oracle-db-ee", 500, 8, false, undefined],
  ] as const)("%s on %i cores and %i sockets, virtual: %s", (product, cores, sockets, virtual, excess) => {
    const a = resolveScenario(mapOf({ [`license.${product}.applies`]: "both" }), reference);
    expect(editionExcess(licensesOf(a, "vertical"), { ...SHAPE, cores, sockets }, virtual)).toEqual(excess);
  });
});
