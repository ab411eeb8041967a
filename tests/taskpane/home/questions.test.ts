import { describe, expect, test } from "vitest";
import { reference } from "../../../src/reference/load";
import { databasesOf, defaultAnswers, modelOfAnswers, productWords, readAnswers } from "../../../src/taskpane/home/questions";
import type { Answers } from "../../../src/taskpane/home/state";
import { checkScenario } from "../../../src/engine/catalogue/scenario";
import { project } from "../../../src/engine/plan/project";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";

const PRODUCTS = databasesOf(reference.licenses);

function read(change: Partial<Answers>, locale = "en-US") {
  return readAnswers({ ...defaultAnswers(locale), ...change }, PRODUCTS, locale);
}

describe("the databases that are offered", () => {
  test("are free or have a price, and their words say which", () => {
    expect(PRODUCTS.map(({ name }) => name)).toEqual(expect.arrayContaining(["postgresql", "oracle-db-ee", "sql-server-enterprise"]));
    expect(PRODUCTS.filter(({ price }) => price === null)).toEqual([]);
    const words = PRODUCTS.map((product) => productWords(product, "en-US"));
    expect(words).toContain("PostgreSQL, free");
    expect(words).toContain("Oracle Database Enterprise Edition (processor), $47,500 each");
  });
});

describe("an answer", () => {
  test.each<[string, Partial<Answers>, string, unknown]>([
    ["sites", { sites: "12" }, "demand.sites", 12],
    ["few sites have no more hubs than sites", { sites: "2" }, "horizontal.regions", 2],
    ["many sites keep the default of hubs", { sites: "12" }, "horizontal.regions", undefined],
    ["a volume as people write it", { volume: "1.2M" }, "demand.volume", 1_200_000],
    ["what the volume counts", { counts: "other", countsName: " stores " }, "demand.volume_name", "stores"],
    ["a bed does what the sample's beds do", { counts: "staffed beds" }, "demand.tps_per_volume", 0.5],
    ["a bed stores what the sample's beds store: 26 TB for 800", { counts: "staffed beds", volume: "1600" }, "data.tb", 52],
    ["a user does what the defaults say", { counts: "users" }, "demand.tps_per_volume", undefined],
    ["growth in percent", { growth: "7.5 %" }, "demand.growth", 0.075],
    ["hosting of both systems", { hosting: "owned" }, "horizontal.hosting", "owned"],
    ["a product with its list price", { product: "oracle-db-ee" }, "license.oracle-db-ee.price", 47_500],
    [
      "another product with the price that is stated",
      { product: "other", productName: "Our DB", productPrice: "1,200" },
      "license.Our DB.price",
      1200,
    ],
  ])("%s", (_words, change, key, value) => {
    const { values, problems } = read(change);
    expect(problems).toEqual({});
    expect(values.get(key)).toBe(value);
  });

  test.each<[string, Partial<Answers>, keyof Answers, RegExp]>([
    ["no number", { sites: "some" }, "sites", /not a number/],
    ["out of bounds", { sites: "0" }, "sites", /from 1 to 100,000/],
    ["no name of what is counted", { counts: "other" }, "countsName", /Say what/],
    ["no name of the product", { product: "other" }, "productName", /Name the database/],
    ["no price of the product", { product: "other", productName: "X" }, "productPrice", /not a number/],
  ])("that is %s is refused", (_words, change, field, message) => {
    expect(read(change).problems[field]).toMatch(message);
  });
});

describe("the model of the answers", () => {
  test.each<[string, Partial<Answers>]>([
    ["the defaults", {}],
    [
      "beds on owned servers with a license by core",
      { counts: "staffed beds", volume: "800", hosting: "owned", product: "sql-server-enterprise" },
    ],
    ["another product", { product: "other", productName: "Our DB", productPrice: "900" }],
    ["two sites that grow fast", { sites: "2", growth: "40 %" }],
  ])("of %s has no error, and both ways have a plan", (_words, change) => {
    const { values } = read(change);
    const [base] = modelOfAnswers(values, PRODUCTS).scenarios;
    expect(checkScenario(base.values, reference).filter(({ severity }) => severity === "error")).toEqual([]);
    for (const architecture of ["vertical", "horizontal"] as const)
      expect(project(resolveScenario(base.values, reference), architecture, reference).feasible).toBe(true);
  });

  test("says where a price comes from, and what was answered", () => {
    const { evidence } = modelOfAnswers(read({ product: "oracle-db-ee" }).values, PRODUCTS);
    expect(evidence.get("license.oracle-db-ee.price")?.source).toContain("Oracle technology price list");
    expect(evidence.get("demand.sites")?.source).toBe("answered when the model was made");
  });
});
