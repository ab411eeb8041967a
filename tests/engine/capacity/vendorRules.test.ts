import { describe, expect, it } from "vitest";
import { sumOf } from "../../../src/engine/analysis/annual";
import { editionExcess, licensesOf } from "../../../src/engine/capacity/licenses";
import { resolveScenario } from "../../../src/engine/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf, projected } from "../projected";
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

/** Licences bought, by their price. */
function bought(given: Given, product: string, price: number): number {
  const { costs } = projected({ ...given, [`license.${product}.applies`]: "both", [`license.${product}.price`]: price }, "vertical");
  return sumOf(costs.find(({ id }) => id === "license.purchase")!.values) / price;
}

describe("licences of catalogue products follow their vendor's rules", () => {
  it.each([
    // product, cores, hosting, licences, where the number comes from
    ["windows-server-standard", 8, OWNED, 8, "LIC-042: at least 16 cores per server, in two-core packs"],
    ["windows-server-standard", 24, OWNED, 12, "24 cores in two-core packs"],
    ["oracle-db-ee", 16, OWNED, 8, "LIC-003: 16 cores x 0.5"],
    ["oracle-db-ee", 3, RENTED, 2, "LIC-011: 3 vCPU with hyper-threading, two a licence, rounded up"],
    ["oracle-db-ee-nup", 16, OWNED, 200, "25 users for each of 8 processors, when there are fewer users"],
    ["sql-server-enterprise", 7, OWNED, 4, "LIC-029: 7 cores in two-core packs"],
  ] as const)("%s on %i cores: %#", (product, cores, hosting, licenses, _origin) => {
    expect(bought({ ...hosting, "server.s.cores": cores }, product, 100)).toBeCloseTo(licenses, 9);
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
