import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assumption } from "../../../src/engine/catalogue/assumption";
import { CATALOGUE } from "../../../src/engine/catalogue/assumptions";
import { parseKey } from "../../../src/engine/catalogue/keys";
import { inputText } from "../../../src/taskpane/shell/format";
import { choicesOf, exampleOf, typedFor } from "../../../src/taskpane/typed/value";

function typed(key: string, text: string, locale: string) {
  return typedFor(key, parseKey(key)!.assumption, text, locale);
}

describe("a number as people write it", () => {
  test.each([
    ["shard.project_cost", "1.2M", "en-US", 1_200_000],
    ["shard.project_cost", "1,2M", "de-DE", 1_200_000],
    ["shard.project_cost", "1,2 Mio.", "de-DE", 1_200_000],
    ["shard.project_cost", "1.2 million", "en-US", 1_200_000],
    ["shard.project_cost", "1.5bn", "en-US", 1_500_000_000],
    ["shard.project_cost", "400k", "en-US", 400_000],
    ["shard.project_cost", "$400,000", "en-US", 400_000],
    ["shard.project_cost", "400.000 €", "de-DE", 400_000],
    ["shard.project_cost", "400'000", "de-CH", 400_000],
    ["shard.project_cost", "400 000", "fr-FR", 400_000],
    ["shard.project_cost", "USD 1.25M", "en-US", 1_250_000],
    ["demand.volume", "1,200", "en-US", 1200],
    ["demand.volume", "1.200", "de-DE", 1200],
    ["demand.tps_per_volume", "0.02", "en-US", 0.02],
    ["demand.tps_per_volume", "0,02", "de-DE", 0.02],
    ["demand.tps_per_volume", ".5", "en-US", 0.5],
    ["demand.tps_per_volume", "2e-3", "en-US", 0.002],
    // A point that parts no group of three is a decimal point, whatever the language.
    ["demand.tps_per_volume", "3.8", "de-DE", 3.8],
    ["demand.sites", " 12 ", "en-US", 12],
    ["demand.sites", "12 sites", "en-US", 12],
  ])("%s typed %j in %s is %d", (key, text, locale, value) => {
    expect(typed(key, text, locale)).toEqual({ ok: true, value });
  });
});

describe("a share", () => {
  test.each([
    ["3.8 %", "en-US", 0.038],
    ["3,8 %", "de-DE", 0.038],
    ["3,8%", "de-DE", 0.038],
    ["-5%", "en-US", -0.05],
    ["(5 %)", "en-US", -0.05],
    ["−5 %", "en-US", -0.05],
    // As a cell in percent format takes it: from 1 on percent, below 1 the share itself.
    ["4", "en-US", 0.04],
    ["0.04", "en-US", 0.04],
    ["0", "en-US", 0],
  ])("typed %j in %s is %d", (text, locale, value) => {
    expect(typed("demand.growth", text, locale)).toEqual({ ok: true, value });
  });
});

describe("a quantity with a unit", () => {
  // TB = 10^12 bytes, GiB = 2^30 bytes: 1 TiB = 1024 x 2^30 / 10^12 TB = 1.099511627776 TB.
  test.each([
    ["data.tb", "1.2 TB", 1.2],
    ["data.tb", "500 GB", 0.5],
    ["data.tb", "2 PB", 2000],
    ["data.tb", "1 TiB", 1.099511627776],
    ["data.gb_per_volume_year", "1.5 TB/year", 1500],
    ["data.gb_per_volume_year", "18 GB", 18],
    ["capacity.base_memory", "16 GiB", 16],
    ["demand.kb_per_tx", "1 MB", 1000],
    ["wan.base_mbps", "1 Gbps", 1000],
    ["integration.vertical_months", "2 years", 24],
    ["plan.years", "60 months", 5],
    ["availability.node_mttr_hours", "2 days", 48],
    ["availability.failover_minutes", "30 s", 0.5],
    ["wan.round_trip_ms", "0.02 s", 20],
  ])("%s typed %j is %d", (key, text, value) => {
    expect(typed(key, text, "en-US")).toEqual({ ok: true, value });
  });
});

describe("a date, as its serial number", () => {
  // 2027-01-01 is 46388 in a spreadsheet; April begins 90 days later, and its 30th is 29 days after that.
  test.each([
    ["2027-04", "en-US", 46478],
    ["2027-04-30", "en-US", 46507],
    ["4/2027", "en-US", 46478],
    ["4/30/2027", "en-US", 46507],
    ["30/04/2027", "en-GB", 46507],
    ["30.4.2027", "de-DE", 46507],
    ["Apr 2027", "en-US", 46478],
    ["April 2027", "de-DE", 46478],
    ["30. April 2027", "de-DE", 46507],
    ["Apr 30, 2027", "en-US", 46507],
    ["2027", "en-US", 46388],
  ])("typed %j in %s is %d", (text, locale, value) => {
    expect(typed("plan.start", text, locale)).toEqual({ ok: true, value });
  });

  test.each(["2027-13", "31.2.2027", "soon", "Foo 2027", "12"])("%j is none", (text) => {
    expect(typed("plan.start", text, "de-DE")).toMatchObject({ ok: false, message: expect.stringContaining("2027-04") as string });
  });
});

describe("yes or no", () => {
  test.each([
    ["yes", true],
    ["No", false],
    ["TRUE", true],
    [" false ", false],
    ["nein", false],
    ["0", false],
  ])("%j is %s", (text, value) => {
    expect(typed("downtime.in_total", text, "en-US")).toEqual({ ok: true, value });
  });
});

describe("what a list offers is taken", () => {
  const listed = Object.entries(CATALOGUE as Readonly<Record<string, Assumption<unknown>>>).filter(([, assumption]) =>
    choicesOf(assumption),
  );

  test.each(listed.map(([key]) => key))("of %s", (key) => {
    const example = key.replace("*", "Northwind");
    const { assumption } = parseKey(example)!;
    const choices = choicesOf(assumption) ?? [];
    expect(choices.length).toBeGreaterThan(1);
    const shown = choices.map((choice) => {
      const reading = typed(example, choice, "en-US");
      return reading.ok ? inputText(reading.value, assumption, "en-US").toLowerCase() : reading.message;
    });
    expect(shown).toEqual(choices.map((choice) => choice.toLowerCase()));
  });
});

describe("what cannot be meant is refused with what is allowed", () => {
  test.each([
    ["demand.volume", "many", /"many" is not a number.*1,200/],
    ["demand.volume", "", /is not a number/],
    ["demand.volume", "1.2.3", /is not a number/],
    ["demand.volume", "12 TB", /"TB" is no unit/],
    ["demand.growth", "5 TB", /"TB" is no unit.*3\.8%/],
    ["demand.growth", "5000", /^Organic growth per year is 5,000%\. Enter -90% to 1,000% \(demand\.growth\)\.$/],
    ["demand.growth", "120000", /is 120,000%\. /],
    ["demand.sites", "2.5", /^Sites today is 2\.5\. Enter a whole number from 1 to 100,000 sites \(demand\.sites\)\.$/],
    ["deal.Northwind.include", "perhaps", /^Northwind: Include this acquisition is "perhaps"\. /],
    ["wan.base_mbps", "5 GB", /"GB" is no unit.*Mbps/],
    ["data.gb_per_volume_year", "5 GB/month", /"GB\/month" is no unit/],
    ["plan.status", "Done", /Draft, In review, Approved/],
    ["deal.Northwind.include", "perhaps", /TRUE or FALSE/],
    ["demand.volume", "=1+1", /is not a number/],
  ])("%s typed %j", (key, text, message) => {
    expect(typed(key, text, "en-US")).toEqual({ ok: false, message: expect.stringMatching(message) as string });
  });
});

test("bounds are written as the user's language writes numbers", () => {
  expect(typed("demand.sites", "2,5", "de-DE")).toEqual({
    ok: false,
    message: "Sites today is 2,5. Enter a whole number from 1 to 100.000 sites (demand.sites).",
  });
});

describe("a number that can be read as two is refused with both", () => {
  test.each([
    ["demand.volume", "1.234", "fr-FR", '"1.234" can be read as 1,234 or as 1\u202f234. Type it as one of these.'],
    ["shard.project_cost", "400.000 €", "fr-FR", '"400.000 €" can be read as 400 or as 400\u202f000. Type it as one of these.'],
    [
      "user.beds",
      "1,234",
      "de-CH",
      `"1,234" can be read as ${new Intl.NumberFormat("de-CH").format(1234)} or as 1.234. Type it as one of these.`,
    ],
  ])("%s typed %j in %s", (key, text, locale, message) => {
    expect(typed(key, text, locale)).toEqual({ ok: false, message });
  });
});

test("what is refused is repeated only as far as it can be read", () => {
  const page = "lorem ipsum dolor sit amet ".repeat(100);
  expect(typed("demand.volume", page, "en-US")).toEqual({
    ok: false,
    message: '"lorem ipsum dolor sit amet lorem ipsum d ..." is not a number. Allowed is a number such as 1,200.',
  });
});

test.each([
  ["date", "2027-04"],
  ["share/year", "3,8\u00a0%"],
  ["money/year", "1,2M"],
  ["sites", "1.200"],
])("what may be typed for the unit %s is, in German, %s", (unit, example) => {
  expect(exampleOf(unit, "de-DE")).toBe(example);
});

describe("text is kept as it was typed, whatever it begins with", () => {
  test.each(["=SUM(A1)", "+1 (555)", "-", "@home", "\tx".trim()])("%j", (text) => {
    expect(typed("demand.volume_name", text, "en-US")).toEqual({ ok: true, value: text });
  });
});

describe("a value that a field shows can be typed back", () => {
  const keys = ["demand.volume", "demand.growth", "shard.project_cost", "plan.start", "horizontal.coherency"];
  test.each(["en-US", "de-DE", "fr-FR", "de-CH", "en-IN", "sv-SE"])("in %s", (locale) => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.integer({ min: 0, max: 9_000_000 }), (key, seed) => {
        const { assumption } = parseKey(key)!;
        const value =
          assumption.kind === "date" ? 40_000 + (seed % 20_000) : assumption.unit.startsWith("share") ? (seed % 9000) / 10_000 : seed / 8;
        expect(typed(key, inputText(value, assumption, locale), locale)).toEqual({ ok: true, value });
      }),
    );
  });
});
