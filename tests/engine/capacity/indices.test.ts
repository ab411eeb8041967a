import { describe, expect, it } from "vitest";
import type { PriceIndices } from "../../../src/engine/capacity/indices";
import { resolveScenario } from "../../../src/engine/catalogue/scenario";
import { reference } from "../../../src/reference/load";
import { mapOf, near } from "../projected";
import type { Given } from "../projected";
import { priceIndices } from "./priceIndices";

const YEARS = 3;
const indices = (given: Given): PriceIndices => priceIndices(resolveScenario(mapOf(given), reference), 12 * YEARS);
/** The first and the last month of each year. */
const ends = (values: Float64Array): readonly number[] =>
  Array.from({ length: YEARS }, (_, year) => [values[12 * year], values[12 * year + 11]]).flat();

describe("price indices", () => {
  it.each([
    ["cloud", "cloud.price_change", -0.1],
    ["hardware", "hardware.price_change", -0.05],
    ["wan", "wan.price_change", 0.2],
    ["wages", "staff.wage_growth", 0.03],
    ["inflation", "prices.inflation", 0.5],
    ["licenses", "license.uplift", 0.1],
  ] as const)("%s steps once a year, from year 2 on", (name, key, rate) => {
    const [second, third] = [1 + rate, (1 + rate) ** 2];
    expect(ends(indices({ [key]: rate })[name])).toEqual([1, 1, near(second), near(second), near(third), near(third)]);
  });

  it.each([
    [1, [1.1, 1.21, 1.331]],
    [3, [1, 1, 1.1]],
    [9, [1, 1, 1]],
  ])("licenses from the year of their first uplift, %i", (year, expected) => {
    const { licenses } = indices({ "license.uplift": 0.1, "license.first_uplift_year": year });
    expect(ends(licenses)).toEqual(expected.flatMap((value) => [near(value), near(value)]));
  });
});
