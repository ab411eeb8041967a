import { describe, expect, it } from "vitest";
import { sumOf } from "../../../src/engine/analysis/annual";
import { projected } from "../projected";
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
