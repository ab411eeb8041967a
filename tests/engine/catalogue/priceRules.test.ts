import { describe, expect, it } from "vitest";
import { monthsToStart } from "../../../src/engine/catalogue/priceDates";
import { OLD_AFTER_MONTHS, priceIssues } from "../../../src/engine/catalogue/priceRules";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf, servers } from "../projected";
import type { Given } from "../projected";

const messages = (given: Given): readonly string[] =>
  priceIssues(resolveScenario(mapOf(given), reference), reference).map(({ key, message }) => `${key}: ${message}`);

const NO_WAGES: Given = { "staff.roles": "none" };
const OWN = servers({ a: { cores: 4, monthly: 100 }, b: { cores: 8, monthly: 200, monthly_3y: 90 } });

describe("a commitment without a public price is a warning that names the list and the term", () => {
  it.each<readonly [string, Given, readonly string[]]>([
    ["on demand none is needed", { "vertical.servers": "azure-m" }, []],
    ["every AWS shape has both", { "cloud.commitment": "3-year" }, []],
    [
      "no Azure M shape has one for 3 years",
      { "cloud.commitment": "3-year", "vertical.servers": "azure-m" },
      ["cloud.commitment: azure-m has no 3-year price: the next shorter term is billed. Enter server.*.monthly_3y from your offer."],
    ],
    [
      "nor for 1 year, on the other side",
      { "cloud.commitment": "1-year", "horizontal.servers": "azure-m" },
      ["cloud.commitment: azure-m has no 1-year price: the next shorter term is billed. Enter server.*.monthly_1y from your offer."],
    ],
    ["Azure E shapes have", { "cloud.commitment": "3-year", "vertical.servers": "azure-e" }, []],
    ["Google's too", { "cloud.commitment": "1-year", "vertical.servers": "gcp-memory", "plan.start": "2026-01-01" }, []],
    ["owned servers need none", { "cloud.commitment": "3-year", "vertical.servers": "azure-m", "vertical.hosting": "owned" }, []],
  ])("%s", (_, given, expected) => {
    expect(messages({ ...NO_WAGES, ...given }).filter((each) => each.startsWith("cloud."))).toEqual(expected);
  });

  it("of rows in the Servers table, those that have none are counted", () => {
    const [first] = messages({ ...NO_WAGES, ...OWN, "cloud.commitment": "3-year" });
    expect(first).toContain("The Servers table has no 3-year price for 1 of 2 servers, such as a:");
  });

  const COMMITTED = servers({ c: { cores: 8, monthly_3y: 90 }, d: { cores: 8, monthly_1y: 80, role: "horizontal" } });

  it.each<readonly [string, Given, readonly string[]]>([
    ["a server with that price alone is one of them", { ...COMMITTED, "cloud.commitment": "3-year", "server.d.monthly_3y": 70 }, []],
    [
      "so is one that is billed by a shorter term",
      { ...COMMITTED, "cloud.commitment": "3-year" },
      [
        "cloud.commitment: The Servers table has no 3-year price for 1 of 2 servers, such as d: the next shorter term is billed. Enter server.*.monthly_3y from your offer.",
      ],
    ],
    [
      "servers that have a price for longer terms only can't be rented",
      { ...OWN, ...COMMITTED, "server.d.role": "both" },
      [
        "cloud.commitment: The Servers table has no on-demand price for c, d: these servers can't be chosen. Enter server.*.monthly, or choose a longer cloud.commitment.",
      ],
    ],
    [
      "of two terms the one that is missing is named",
      { ...OWN, "server.a.monthly_1y": 80, "server.b.monthly_1y": 150, ...COMMITTED, "cloud.commitment": "1-year" },
      [
        "cloud.commitment: The Servers table has no 1-year or on-demand price for c: this server can't be chosen. Enter server.*.monthly_1y or server.*.monthly, or choose a longer cloud.commitment.",
      ],
    ],
    ["but can be owned", { ...OWN, ...COMMITTED, "vertical.hosting": "owned", "horizontal.hosting": "owned" }, []],
  ])("%s", (_, given, expected) => {
    expect(messages({ ...NO_WAGES, ...given }).filter((each) => each.startsWith("cloud."))).toEqual(expected);
  });
});

describe("prices over 18 months old when the plan starts are one warning that says what to do", () => {
  const OLD = "Prices over 18 months old at the start: ";

  it.each<readonly [string, Given, readonly string[]]>([
    ["the wages of May 2025 in January 2027", {}, [`role.*.salary: ${OLD}wages (May 2025). Check them, or enter role.*.salary.`]],
    ["not in November 2026", { "plan.start": "2026-11-01" }, []],
    ["in December 2026", { "plan.start": "2026-12-01" }, [`role.*.salary: ${OLD}wages (May 2025). Check them, or enter role.*.salary.`]],
    ["no role takes them", NO_WAGES, []],
    [
      "1-year prices of AWS are older than those on demand",
      { ...NO_WAGES, "cloud.commitment": "1-year" },
      [`server.*: ${OLD}aws-memory 1-year (Nov 2024), aws-nodes 1-year (Nov 2024). Check them, or enter server.*.`],
    ],
    ["3-year ones are not", { ...NO_WAGES, "cloud.commitment": "3-year" }, []],
    [
      "Google's, with traffic of 2024",
      { ...NO_WAGES, "horizontal.servers": "gcp-nodes", "transfer.rates": "gcp-premium" },
      [`server.*: ${OLD}gcp-nodes (Mar 2025), transfer gcp-premium (2024). Check them, or enter server.*, transfer.rates.`],
    ],
    [
      "owned servers are of 2016",
      { ...NO_WAGES, "vertical.hosting": "owned" },
      [`server.*: ${OLD}owned-x86 (2016). Check them, or enter server.*.`],
    ],
    ["own rows have no date", { ...NO_WAGES, ...OWN, "vertical.servers": "gcp-memory" }, []],
    ["a license of November 2026 is not old", { ...NO_WAGES, "license.oracle-db-ee.discount": 0 }, []],
    [
      "in a plan from 2029 it is, unless its price is stated",
      {
        ...NO_WAGES,
        ...OWN,
        "plan.start": "2029-01-01",
        "transfer.rates": "none",
        "license.oracle-db-ee.discount": 0,
        "license.oracle-rac.price": 1,
      },
      [`license.oracle-db-ee.price: ${OLD}oracle-db-ee (Nov 2026). Check them, or enter license.oracle-db-ee.price.`],
    ],
  ])("%s", (_, given, expected) => {
    expect(messages(given)).toEqual(expected);
  });

  it("a date without a month counts as the middle of its year", () => {
    const start = { year: 2027, month: 1, day: 1 };
    expect(["2026-07-20", "2026", "2025-05", "2010, restated 2019"].map((date) => monthsToStart(date, start))).toEqual([6, 6, 20, 198]);
    expect(OLD_AFTER_MONTHS).toBe(18);
  });
});
