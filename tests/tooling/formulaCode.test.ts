import { describe, expect, it } from "vitest";
import { generatedFiles } from "../../scripts/model/generate";
import type { SystemPart } from "../../src/engine/model/computation";
import { readsOfGroup } from "../../src/engine/model/language/reads";
import { decided, quantity } from "../../src/engine/model/entry";
import type { Entry } from "../../src/engine/model/entry";
import { SETS } from "../../src/engine/model/rows";

const described = { label: "", unit: "" };
const found = { ...described, series: (_: unknown, room: Float64Array): Float64Array => room, printed: (): string => "1" };

const LINES = ["sites", "tps_peak"].map((id) => decided(id, { ...found, reads: [], isLine: true }));

/** The generated files of some entries, which can also read the lines `sites` and `tps_peak`. */
function filesOf(some: readonly Entry[]): Readonly<Record<string, string>> {
  const entries = [...some, ...LINES];
  const names = { entries: new Map(entries.map((entry) => [entry.id, entry])), sets: SETS };
  return generatedFiles(entries, names, { some });
}

const loopsOf = (...entries: readonly Entry[]): string => filesOf(entries)["src/engine/model/generated/some.ts"];

describe("what no month changes", () => {
  const hours = quantity("hours", { ...described, formula: "8760 * (1 - availability.link_availability) ^ wan.links_per_site" });

  it("is read once by those that read it, with what is computed from it alone", () => {
    const code = loopsOf(hours, quantity("lost", { ...described, formula: "hours ^ 2 * sites" }));
    expect(code).toContain(`const hours = s["hours"][0];`);
    expect(code).toContain("lost[m] = sites[m] * hours2;");
  });

  it("is so where a step of planning has found one number for all months", () => {
    const factor = decided("factor", { ...found, reads: [], isConstant: true });
    expect(loopsOf(factor, quantity("scaled", { ...described, formula: "factor * sites" }))).toContain(`const factor = s["factor"][0];`);
  });

  it.each([
    ["a line", "sites"],
    ["what was found for each month", "counted"],
    ["the month", "month"],
    ["another month of the same", "previous(varied, 0) + 1"],
    ["the largest so far", "highest(hours)"],
  ])("is nothing that reads %s", (_, formula) => {
    const counted = decided("counted", { ...found, reads: [] });
    const code = loopsOf(
      hours,
      counted,
      quantity("varied", { ...described, formula }),
      quantity("read", { ...described, formula: "2 * varied" }),
    );
    expect(code).toContain("read[m] = 2 * varied[m];");
  });
});

describe("a graduated price", () => {
  it("is that of the tiers, from the quantity of the month", () => {
    const code = loopsOf(quantity("bill", { ...described, formula: "graduated(sites * 2, tiers)" }));
    expect(code).toContain("bill[m] = graduatedBy(tiers, sites[m] * 2);");
  });
});

describe("what a part of the plan needs", () => {
  const readsWithout = (formula: string, missing?: SystemPart): readonly string[] => {
    const some = quantity("some", { ...described, formula });
    return readsOfGroup([some], { entries: new Map(LINES.map((entry) => [entry.id, entry])), sets: SETS }, missing);
  };

  it("is not read by plans without the part", () => {
    const formula = "sites + parts(sites * tps_peak, wan.base_mbps) + largest_part(staff.oncall_floor_vertical, 0)";
    expect(readsWithout(formula)).toEqual(["sites", "step:share", "tps_peak", "wan.base_mbps", "staff.oncall_floor_vertical"]);
    expect(readsWithout(formula, "central")).toEqual(["sites", "step:share", "wan.base_mbps"]);
    expect(readsWithout(formula, "distributed")).toEqual(["sites", "step:share", "tps_peak", "staff.oncall_floor_vertical"]);
  });

  it("is read by all plans where both parts need it", () => {
    expect(readsWithout("parts(sites, sites)", "central")).toEqual(["step:share", "sites"]);
  });
});

describe("what the plan decides", () => {
  const code = (formula: string): string => loopsOf(quantity("some", { ...described, formula })).replaceAll(/\s+/g, " ");

  const zeroWhen = (formula: string): string =>
    filesOf([quantity("some", { ...described, formula })])["src/engine/model/generated/loops.ts"].replaceAll(/\s+/g, " ");

  it.each([
    ["a word of a key", "is(vertical.hosting, owned) ? sites * rack.price : 0", '({ a }) => a["vertical.hosting"] !== "owned"'],
    ["a part that the plan does not have", "parts(sites * rack.price, 0)", "(p) => p.centralShare === 0"],
  ])("leaves all months at 0, and is not asked in the loop: %s", (_, formula, condition) => {
    expect(zeroWhen(formula)).toContain(`{ ids: ["some"], isZero: ${condition}, compute: some.some },`);
    expect(code(formula)).toContain("some[m] = sites[m] * rackPrice;");
  });

  it("leaves all months at 0: a word of the plan", () => {
    expect(zeroWhen("owns_servers ? sites * rack.price : 0")).toMatch(/isZero: \(p\) => \(.*"owned".* === 0, compute/);
  });

  it("is asked before a key is read that only one part of a formula names", () => {
    const text = code("sites * (is(vertical.hosting, owned) ? tps_peak * storage.owned_price : storage.cloud_price)");
    expect(text).toContain('const storageOwnedPrice = isVerticalHostingOwned ? a["storage.owned_price"] : 0;');
    expect(text).toContain('const storageCloudPrice = !isVerticalHostingOwned ? a["storage.cloud_price"] : 0;');
  });

  it("is asked for each case of a word", () => {
    const text = code("by(demand.curve, linear, sites * rack.price, compound, tps_peak * rack.kw, sites * tps_peak * rack.units)");
    expect(text).toContain('const rackKw = !isDemandCurveLinear && isDemandCurveCompound ? a["rack.kw"] : 0;');
    expect(text).toContain('const rackUnits = !isDemandCurveLinear && !isDemandCurveCompound ? a["rack.units"] : 0;');
  });
});
