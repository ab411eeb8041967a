import { describe, expect, it } from "vitest";
import { ModelError } from "../../../src/engine/errors";
import { nearestKey, parseKey } from "../../../src/engine/catalogue/keys";
import { checkScenario, resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf } from "../projected";
import type { Given } from "../projected";

const errorsOf = (given: Given): readonly string[] =>
  checkScenario(mapOf(given), reference).flatMap(({ severity, key, message }) => (severity === "error" ? [`${key}: ${message}`] : []));

describe("what a scenario may not state", () => {
  it.each<readonly [string, Given, string, readonly string[]]>([
    ["an unknown key", { "demand.foo": 1 }, "demand.foo", ["Unknown key"]],
    ["a misspelled key", { "demand.grwoth": 0.1 }, "demand.grwoth", ["demand.growth"]],
    ["a misspelled field of a row", { "deal.North.clsoe": "2027-01-01" }, "deal.North.clsoe", ["deal.North.close"]],
    ["a text where a number belongs", { "demand.volume": "many" }, "demand.volume", ['is "many"', "Enter 0 to 1,000,000,000"]],
    ["a share of 25", { "hybrid.central_share": 25 }, "hybrid.central_share", ["25", "Enter 0% to 100%"]],
    ["a growth of 20, which may be per cent", { "demand.growth": 20 }, "demand.growth", ["-90% to 1,000%", "did you mean 20% (0.2)?"]],
    ["a growth in year 3 of 20", { "demand.growth.3": 20 }, "demand.growth.3", ["-90% to 1,000%", "did you mean 20% (0.2)?"]],
    ["a negative volume", { "demand.volume": -1 }, "demand.volume", ["-1", "Enter 0"]],
    ["half a site", { "demand.sites": 2.5 }, "demand.sites", ["a whole number"]],
    ["no number", { "demand.volume": Number.NaN }, "demand.volume", ["Enter 0 to 1,000,000,000"]],
    ["an endless number", { "demand.volume": Infinity }, "demand.volume", ["Enter 0 to 1,000,000,000"]],
    ["a yes where a number belongs", { "demand.volume": true }, "demand.volume", ["TRUE", "Enter 0 to 1,000,000,000"]],
    ["a date as text", { "plan.start": "next year" }, "plan.start", ["a date", "2027-01-31"]],
    ["a day that is none", { "plan.start": "2027-02-30" }, "plan.start", ["a date"]],
    ["a serial that is no date", { "plan.start": 5 }, "plan.start", ["a date"]],
    ["a choice that is none", { "plan.architecture": "diagonal" }, "plan.architecture", ["Use vertical, horizontal, or hybrid"]],
    ["a yes that is none", { "downtime.in_total": "maybe" }, "downtime.in_total", ["TRUE or FALSE"]],
    ["a ladder that does not exist", { "vertical.servers": "big-iron" }, "vertical.servers", ["aws-memory"]],
    ["tiers that do not exist", { "transfer.rates": "free" }, "transfer.rates", ["none", "aws-internet"]],
    ["a deal without its date", { "deal.North.volume": 5 }, "deal.North.close", ["the closing date"]],
    ["a server without cores", { "server.s.memory_gib": 5 }, "server.s.cores", ["cores"]],
    ["a server without memory", { "server.s.cores": 5 }, "server.s.memory_gib", ["memory"]],
    ["a license without a price", { "license.db.metric": "core" }, "license.db.price", ["price"]],
    ["a product without a published price", { "license.epic.applies": "both" }, "license.epic.price", []],
    ["a role without a salary", { "role.x.fixed": 1 }, "role.x.salary", ["salary"]],
    ["a role whose driver does not exist", { "role.x.driver": "moons", "role.x.salary": 1 }, "role.x.driver", ["servers", "sites"]],
    ["a role that drives itself", { "role.x.driver": "fte", "role.x.salary": 1 }, "role.x.driver", []],
    ["an own line without a formula", { "custom.x.pool": "Other" }, "custom.x.formula", ["as a formula"]],
    ["logistic growth without a ceiling", { "demand.curve": "logistic" }, "demand.ceiling", ["saturation"]],
    ["a ceiling below the volume", { "demand.curve": "logistic", "demand.ceiling": 9000 }, "demand.ceiling", ["9000", "10000"]],
    [
      "logistic growth by year",
      { "demand.curve": "logistic", "demand.ceiling": 90000, "demand.growth.2": 0.1 },
      "demand.growth.1",
      ["logistic"],
    ],
    ["growth by formula without one", { "demand.curve": "formula" }, "demand.formula", ["or choose another curve"]],
    [
      "twelve months without a season",
      Object.fromEntries(Array.from({ length: 12 }, (_, m) => [`demand.season.${m + 1}`, 0])),
      "demand.season.1",
      ["all 0"],
    ],
    ["a thirteenth month", { "demand.season.13": 1 }, "demand.season.13", ["Unknown key"]],
    ["a thirty-first year", { "demand.growth.31": 0.1 }, "demand.growth.31", ["Unknown key"]],
    ["thirty-one years", { "plan.years": 31 }, "plan.years", ["from 1 to 30"]],
    ["a discount of 1", { "license.db.price": 1, "license.db.discount": 1 }, "license.db.discount", ["Discount is 1. Enter 0% to 99%"]],
    ["a hardware discount of 1", { "hardware.discount": 1 }, "hardware.discount", ["Discount on list price is 1. Enter 0% to 95%"]],
    ["a life of 0", { "hardware.life_years": 0 }, "hardware.life_years", ["1 to 15"]],
    [
      "more than 200 deals",
      Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`deal.d${n}.close`, "2027-05-01"])),
      "deal",
      ["201", "200"],
    ],
  ])("%s", (_, given, key, words) => {
    const found = errorsOf(given);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${key.replaceAll(".", "\\.")}`));
    for (const word of words) expect(found[0]).toContain(word);
    expect(() => resolveScenario(mapOf(given), reference)).toThrow(ModelError);
  });

  it("all errors are reported, errors before warnings", () => {
    const given = { "deal.Old.close": "2020-01-01", "demand.volume": -1, "demand.sites": 0 };
    expect(checkScenario(mapOf(given), reference).map(({ severity, key }) => `${severity} ${key}`)).toEqual([
      "error demand.volume",
      "error demand.sites",
      "warning deal.Old.close",
    ]);
  });
});

const A_DEAL: Given = { "deal.North.close": "2027-05-01" };

describe("what a scenario may state", () => {
  it("with a warning: months to integrate that differ, where there is a deal", () => {
    const [issue, ...others] = checkScenario(mapOf({ "integration.horizontal_months": 9, ...A_DEAL }), reference);
    expect([issue.code, issue.key, others]).toEqual(["unequal", "integration.horizontal_months", []]);
    expect(issue.message).toContain("unequal months to integrate an acquisition: Central has 18, Distributed 9");
  });

  it.each<readonly [string, Given, string]>([
    ["a deal before the start, owned already", { "deal.Old.close": "2026-12-31" }, "before the plan starts"],
    // 2027-01-01 in the 1904 date system is 44926, which counts from 1900 as 2022-12-31.
    ["a plan of the 1904 date system", { "plan.start": 44926 }, 'date system, enter "2027-01-01" as text'],
    ["another one", { "plan.start": 46388 + 365 - 1462 }, 'enter "2028-01-01" as text'],
    ["one that starts in April 2030", { "plan.start": "2026-03-31" }, 'enter "2030-04-01" as text'],
    ["a plan that starts years before the prices", { "plan.start": "2019-06-15" }, "years before the prices of this version"],
    [
      "a deal of the 1904 date system",
      { "deal.Old.close": 46568 - 1462 },
      'If the workbook uses the 1904 date system, enter "2027-06-30" as text',
    ],
    ["a deal after the end, which counts nothing", { "deal.Late.close": "2032-01-01" }, "after the plan ends"],
    ["a currency that is no code", { "plan.currency": "dollars" }, 'Currency is "dollars". Use a three-letter code such as USD or EUR'],
    [
      "more turnover of the distributed team than of the central one",
      { "staff.turnover_horizontal": 0.18 },
      "The comparison rests on unequal yearly staff turnover: Central has 0.1, Distributed 0.18.",
    ],
    ["a smaller rota of one of them", { "staff.oncall_floor_horizontal": 4 }, "unequal minimum on-call FTE: Central has 6, Distributed 4"],
    [
      "a volume that triples each year",
      { "demand.growth": 2 },
      "demand.growth is 2: 200% per year, or 3 times as much each year. Did you mean 2% (0.02)?",
    ],
    ["a volume that triples in a year", { "demand.growth.2": 2 }, "Did you mean 2% (0.02)?"],
    ["ten times as much again each year, the most that is allowed", { "demand.growth": 10 }, "1000% per year, or 11 times as much"],
    ["an acquisition that triples each year", { "deal.North.growth": 2, ...A_DEAL }, "deal.North.growth is 2: 200% per year"],
    [
      "prices that rise by 160% a year",
      { "prices.inflation": 1.6 },
      "160% per year, or 2.6 times as much each year. Did you mean 1.6% (0.016)?",
    ],
    ["wages that triple each year", { "staff.wage_growth": 2 }, "200% per year"],
    ["server prices that triple each year", { "hardware.price_change": 2 }, "200% per year"],
    ["cloud prices that triple each year", { "cloud.price_change": 2 }, "200% per year"],
    ["links that triple each year", { "wan.price_change": 2 }, "200% per year"],
    ["support that triples each year", { "license.uplift": 2 }, "200% per year"],
    ["a currency in thousands", { "plan.currency": "k€" }, 'Currency is "k€"'],
  ])("with a warning: %s", (_, given, words) => {
    expect(checkScenario(mapOf(given), reference)).toEqual([
      expect.objectContaining({ severity: "warning", key: Object.keys(given)[0], message: expect.stringContaining(words) as string }),
    ]);
    expect(() => resolveScenario(mapOf(given), reference)).not.toThrow();
  });

  it.each<readonly [string, Given]>([
    ["a date as a serial number of the sheet", { "plan.start": 46388 }],
    ["a choice in capitals and with blanks", { "plan.architecture": " Horizontal " }],
    ["a currency in small letters", { "plan.currency": "eur" }],
    ["TRUE as text", { "downtime.in_total": "true" }],
    ["0 for FALSE", { "downtime.in_total": 0 }],
    ["numbers of the user's own", { "user.anything at all": 5 }],
    [
      "rows whose names hold dots, blanks and hyphens",
      { "server.r8i.24x large-1.cores": 4, "server.r8i.24x large-1.memory_gib": 32, "server.r8i.24x large-1.monthly": 1 },
    ],
    ["30 years", { "plan.years": 30 }],
    ["growth in its last year", { "plan.years": 30, "demand.growth.30": 0.1 }],
    ["a surge in its last month", { "plan.years": 30, "demand.surge": 0.5, "demand.surge_month": 360 }],
    ["servers for all of it", { "plan.years": 30, "shard.runway_months": 360, "license.first_uplift_year": 30 }],
    ["growth of 150% a year", { "demand.growth": 1.5 }],
    ["different months to integrate where there is no deal", { "integration.horizontal_months": 9 }],
    ["as many months as the central system takes, which the distributed one follows", { "integration.vertical_months": 7, ...A_DEAL }],
    ["200 deals", Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`deal.d${n}.close`, "2027-05-01"]))],
    ["a product that is switched off, without a price", { "license.epic.applies": "none" }],
  ])("%s", (_, given) => {
    expect(checkScenario(mapOf(given), reference)).toEqual([]);
  });

  it("what is not stated has its default, and a stated reference row keeps the fields that are not stated", () => {
    const a = resolveScenario(mapOf({ "license.oracle-db-ee.discount": 0.5, "role.dba.fixed": 3 }), reference);
    const product = reference.licenses.find(({ name }) => name === "oracle-db-ee")!;
    expect(a["plan.years"]).toBe(5);
    expect(a.licenses).toEqual([
      expect.objectContaining({ name: "oracle-db-ee", price: product.price, factor: product.factor, discount: 0.5 }),
    ]);
    expect(a.roles.find(({ name }) => name === "dba")).toMatchObject({ fixed: 3, driver: "shards", ratio: 4 });
  });
});

describe("keys", () => {
  it.each([
    ["demand.volume", "demand.volume"],
    ["demand.growth.2", "demand.growth.*"],
    ["deal.North.close", "deal.*.close"],
    ["server.r8i.24x large.cores", "server.*.cores"],
    ["user.a.b", "user.*"],
    ["demand.growth.0", undefined],
    ["demand.growth.1.5", undefined],
    ["demand.growth.*", undefined],
    ["deal..close", undefined],
    ["deal.close", undefined],
    ["user.", undefined],
    ["toString", undefined],
    ["__proto__", undefined],
    ["", undefined],
  ])("%s is a key of %s", (key, pattern) => {
    expect(parseKey(key)?.pattern).toBe(pattern);
  });

  it.each([
    ["demand.grwoth", "demand.growth"],
    ["Demand.Volume", "demand.volume"],
    ["plan.year", "plan.years"],
    ["deals.North.close", "deal.North.close"],
    ["license.oracle-db-ee.price", "license.oracle-db-ee.price"],
    ["demand.growht.3", "demand.growth.3"],
    ["zzzzzzzz", undefined],
    ["q".repeat(32_767), undefined],
    [`deal.${"q".repeat(32_767)}.clsoe`, undefined],
  ])("nearest to %s is %s", (text, key) => {
    expect(nearestKey(text)).toBe(key);
  });
});
